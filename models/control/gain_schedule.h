#pragma once

#include <vector>

#include "models/control/pid.h"

namespace stillhouse {

/// Tuning that depends on where the plant is: a table over a scheduling variable (load, level, the measurement itself),
/// linear between its points, constant beyond its ends.
///
///   // gain 1 at 0.2 and 3 at 0.6: at 0.3 it is 1.5
///
/// Pid::tune hands the difference to the integral: a new tuning does not move the output. Call it when the tuning has
/// changed enough to matter, not for noise.
/// Source: K. J. Astrom, B. Wittenmark, Adaptive Control, 2nd ed. 1995, chapter 9.
class GainSchedule {
 public:
  struct Point {
    double at;  ///< of the scheduling variable, SI
    PidTuning tuning;
  };

  /// ModelError unless there is a point and they rise.
  explicit GainSchedule(std::vector<Point> points);

  PidTuning tuning(double at) const;

 private:
  std::vector<Point> points_;
};

}  // namespace stillhouse
