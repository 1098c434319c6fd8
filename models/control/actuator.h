#pragma once

#include <optional>

#include "engine/base/refusal.h"

namespace stillhouse {

/// Final element with its hand station: a control valve, a heater's power controller, a pump's speed drive.
/// Follows the command at the stroke's constant speed and turns the position into the plant's input.
///
///   |dz/dt| <= 1 / stroke,   input = low + z (high - low)
///
/// Units: command and position z are fractions 0..1; low and high in the plant input's SI unit.
/// Assumes constant stroking speed, no dead band, linear travel (the valve's own characteristic is the plant's).
/// Source: travel-rate limited actuator, IEC 60534-4 (rated stroke time).
class Actuator {
 public:
  struct Settings {
    double low = 0.0;      ///< plant input at z = 0
    double high = 1.0;     ///< plant input at z = 1
    double stroke = 0.0;   ///< time for the full travel, s; 0 for at once
    double initial = 0.0;  ///< position at the start, fraction
  };

  struct State {
    double command = 0.0;   ///< fraction asked for by person or controller
    double position = 0.0;  ///< fraction reached
    bool jammed = false;    ///< fault: does not move

    bool operator==(const State&) const = default;
  };

  /// Throws ModelError if the range is empty, the stroke negative or the start outside 0..1.
  explicit Actuator(const Settings& settings);

  const Settings& settings() const { return settings_; }
  State initial() const;

  /// One scan: moves towards the command, or towards `forced` (interlock) if given, which leaves the command as
  /// it was. Returns the plant's input.
  double scan(State& state, double dt, std::optional<double> forced = {}) const;

  /// Plant input at the present position, and its inverse: fraction for a plant input.
  double input(const State& state) const;
  double fraction(double input) const;

  /// Query and execute of a new command (fraction).
  std::optional<Refusal> may_command(const State& state, double command) const;
  void command(State& state, double command) const;

 private:
  Settings settings_;
};

}  // namespace stillhouse
