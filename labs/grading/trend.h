#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// Signals of one panel share a time axis and stand together.
enum class TrendPanel { temperature, pressure, level, flow, composition, power, phase, other };

/// One signal over the run, in the unit of the screen.
struct Trend {
  std::string tag;
  std::string unit;  ///< for display, as "°C"
  Text label;
  TrendPanel panel = TrendPanel::other;
  std::vector<double> time;    ///< simulated time, s, ascending
  std::vector<double> value;   ///< in `unit`; a NaN is a gap
  std::optional<double> low;   ///< lower alarm limit or edge of the band asked for, in `unit`
  std::optional<double> high;  ///< upper one
};

}  // namespace stillhouse
