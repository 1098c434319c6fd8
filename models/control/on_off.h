#pragma once

#include "models/control/pid.h"
#include "models/control/reading.h"

namespace stillhouse {

/// Two-position controller with hysteresis and least times, as a thermostat has.
///
///   reverse action: on below set_point - hysteresis/2, off above set_point + hysteresis/2; between them it stays.
///   direct action: the other way round
///
/// A bad measurement switches off. Units: those of the measurement, seconds.
/// Source: K. J. Astrom, T. Hagglund, PID Controllers: Theory, Design, and Tuning, 2nd ed. 1995, section 3.1.
class OnOff {
 public:
  struct Settings {
    double hysteresis = 0.0;
    PidAction action = PidAction::reverse;
    double least_on = 0.0;   ///< s; once on, it stays on for so long
    double least_off = 0.0;  ///< s
    double set_point = 0.0;  ///< at the start
  };
  /// All that changes. Trivially copyable.
  struct State {
    double set_point = 0.0;
    double since = 1e300;  ///< s since it switched
    bool on = false;

    bool operator==(const State&) const = default;
  };

  /// ModelError if the hysteresis or a time is negative.
  explicit OnOff(const Settings& settings);

  State initial() const { return {.set_point = settings_.set_point}; }
  /// Somebody else has switched it (manual, an interlock): the least times count from there.
  void follow(State& state, bool on, double dt) const;
  /// Whether it is on after this scan.
  bool scan(State& state, const Reading& measurement, double dt) const;

 private:
  Settings settings_;
};

}  // namespace stillhouse
