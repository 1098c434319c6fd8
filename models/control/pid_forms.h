#pragma once

#include "models/control/pid.h"

namespace stillhouse {

/// Tuning as other makers write it, and what it is in the ISA standard form, in which Pid computes.
///
/// Parallel (independent):  u = Kp e + Ki int e dt + Kd de/dt
///   K = Kp,  Ti = Kp/Ki,  Td = Kd/Kp
/// Series (interacting):    u = K' (1 + 1/(Ti' s)) (1 + Td' s) e
///   K = K' f,  Ti = Ti' f,  Td = Td'/f,   f = 1 + Td'/Ti'
///
///   standard(SeriesTuning{2.0, 60.0, 15.0})      // gain 2.5, integral time 75 s, derivative time 12 s
///   standard(ParallelTuning{2.0, 0.1, 10.0})     // gain 2, integral time 20 s, derivative time 5 s
///
/// Derivative filters aside, which differ from maker to maker, the controllers are the same.
/// Source: K. J. Astrom, T. Hagglund, PID Controllers: Theory, Design, and Tuning, 2nd ed. 1995, section 3.2, eqs. 3.9
/// to 3.14.
struct ParallelTuning {
  double proportional = 1.0;
  double integral = 0.0;    ///< 1/s
  double derivative = 0.0;  ///< s
};
struct SeriesTuning {
  double gain = 1.0;
  double integral_time = 0.0;    ///< s; 0 for no integral action
  double derivative_time = 0.0;  ///< s
};

/// ModelError if something is negative, or if a parallel controller without proportional action is asked for: the
/// standard form has none.
PidTuning standard(const ParallelTuning& tuning);
PidTuning standard(const SeriesTuning& tuning);

ParallelTuning parallel(const PidTuning& tuning);
/// ModelError unless Ti >= 4 Td: other standard controllers have no series form.
SeriesTuning series(const PidTuning& tuning);

}  // namespace stillhouse
