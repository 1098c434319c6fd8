#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/catalogue.h"

namespace stillhouse {

/// A pilot column with a crude operator: the reflux pump follows the drum's level, everything else is set by name.
/// Watches, scan by scan, what must hold whatever happens: no holdup below zero, every balance closed.
class ColumnRig {
 public:
  explicit ColumnRig(const std::vector<ParameterValue>& parameters = {});

  void set(std::string_view input, double value);
  double operator[](std::string_view signal) const;
  double minutes() const { return simulator.time() / 60.0; }
  /// Opens vent and cooling water and heats.
  void start(double power);
  /// Runs for so many minutes.
  void run(double minutes);
  /// Runs until the condition holds, at most so many minutes; whether it came to hold.
  bool run_until(const std::function<bool()>& condition, double minutes);

  /// Gap of a balance, relative to the inventory at the start (moles) or to the heat supplied (energy).
  double relative_gap(const std::string& quantity) const;

  Simulator simulator;
  bool pump_on_level = true;
  double lowest_holdup = 0.0;  ///< mol, over all liquids and gases, since the start
  double worst_gap = 0.0;      ///< largest relative gap of any balance since the start

 private:
  void watch();

  std::vector<int> holdups_;
  int heat_ = -1;
};

}  // namespace stillhouse
