#pragma once

#include <optional>

#include "models/control/pid.h"

namespace stillhouse {

/// Two controllers, the output of the first (primary) being the set-point of the second (secondary).
///
///   r_2 = low_2 + u_1 (high_2 - low_2)     low_2, high_2: limits of the secondary's set-point
///
/// While the secondary is not in cascade, the primary follows the secondary's set-point, so that closing the cascade
/// changes nothing. While the secondary's output stands at a limit, the primary does not ask for more in that
/// direction: its integral is held. Assumes a secondary loop some three times faster than the primary. Source: K. J.
/// Astrom, T. Hagglund, PID Controllers: Theory, Design, and Tuning, 2nd ed. 1995, section 7.2.
class Cascade {
 public:
  /// Both must outlive this. ModelError unless the secondary takes a remote set-point.
  Cascade(const Pid& primary, const Pid& secondary);

  /// One scan of both; the output of the secondary, as a fraction. `tracked` is forced upon the final element.
  double scan(Pid::State& primary, Pid::State& secondary, const Reading& outer, const Reading& inner, double dt,
              std::optional<double> tracked = {}) const;

  /// What the primary must follow in this scan, as a fraction of its output; nothing while it may act. `forward` is
  /// its feed-forward correction.
  std::optional<double> held(const Pid::State& primary, const Pid::State& secondary, const Reading& outer, double dt,
                             bool forced, std::optional<double> forward = {}) const;
  /// The set-point that the primary asks for, SI.
  double remote(const Pid::State& primary) const;

 private:
  double share(double set_point) const;

  const Pid& primary_;
  const Pid& secondary_;
};

}  // namespace stillhouse
