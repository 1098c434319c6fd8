#pragma once

#include <string_view>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// Actuator and stem of a control valve: stroke time, and a stem that may stick.
///
///   u  command     T  stroke, s     z  the stem, 0 shut, 1 open
///   a  where the actuator would have the stem, and has it without friction
///
///   da/dt = tanh((u - a)/0.1)/T     nearly all of the travel at the constant speed 1/T, the last tenth slowing down
///   stuck   dz/dt = 0               until |a - z| reaches f_S, the static friction as a part of the travel
///   moving  dz/dt = tanh(e/0.1)/T   e = a - z beyond the kinetic friction; until |a - z| has fallen to f_D
///   f_S = (S + J)/2,  f_D = (S - J)/2    S  stiction: how far the command goes after a reversal before the stem moves
///                                        J  slip jump: how far the stem then jumps
///
/// Mode          moving  0 stuck, 1 moving (only with a slip jump; without one, J = 0, the stem has a dead band S)
/// Differential  NAME_position  z, and NAME_actuator  a  if the stem may stick
/// Assumes       a pneumatic actuator with a linear spring and no positioner; the stem's mass does not matter
/// Valid for     J up to 0.9 S
/// Source        stroke: rated travel at constant speed, IEC 60534-4; friction: Q. P. He et al., Ind. Eng. Chem.
///               Res. 46 (2007) 4549; S and J: M. A. A. S. Choudhury, N. F. Thornhill, S. L. Shah, Control Eng.
///               Practice 13 (2005) 641. The tenth over which it slows down is an estimate
class Stem {
 public:
  struct Parameters {
    double stroke = 2.0;     // T, s
    double start = 0.0;      // opening
    double stiction = 0.0;   // S
    double slip_jump = 0.0;  // J
  };

  Stem(Declare& declare, std::string_view name, const Parameters& parameters, std::string_view sentence);

  template <class Eq>
  auto position(Eq& eq) const {
    return eq[z_];
  }

  template <class Eq>
  void equate(Eq& eq) const {
    const auto a = sticks() ? eq[a_] : eq[z_];
    eq.equate("actuator", eq.der(sticks() ? a_ : z_), speed(eq[command_] - a));
    if (!sticks()) return;
    const auto d = eq[a_] - eq[z_];
    const auto e = softplus(d - kinetic(), corner) - softplus(-d - kinetic(), corner);
    if (par_.slip_jump > 0.0)
      eq.equate("stem", eq.der(z_), eq[moving_] * speed(e));
    else
      eq.equate("stem", eq.der(z_), speed(e));
  }

  void events(Events& events) const;

 private:
  static constexpr double slowing = 0.1;  // of the travel
  static constexpr double corner = 2e-5;  // of the travel; numerical

  bool sticks() const { return par_.stiction > 0.0; }
  /// Below where the stem comes to rest by as much as lets it come to rest in a finite time: a tenth of the jump.
  double kinetic() const;
  template <class Real>
  Real speed(const Real& way) const {
    return tanh(way * (1.0 / slowing)) * (1.0 / par_.stroke);
  }

  Parameters par_;
  Input command_;
  Variable a_, z_;
  Mode moving_;
};

}  // namespace stillhouse
