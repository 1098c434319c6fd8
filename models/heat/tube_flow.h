#pragma once

#include "engine/autodiff/functions.h"
#include "models/flow/pipe_friction.h"

/// Heat transfer of a fluid that flows in a tube.   Nu = h D/k     Re = rho v D/mu     Pr = cp mu/k
///
///   turbulent  Dittus-Boelter  0.023 Re^0.8 Pr^n         n 0.4 heated, 0.3 cooled
///              Sieder-Tate     0.027 Re^0.8 Pr^(1/3) (mu/mu_wall)^0.14
///              Gnielinski      (f/8)(Re - 1000) Pr/(1 + 12.7 (f/8)^0.5 (Pr^(2/3) - 1))
///   laminar    3.66 (long tube, constant wall temperature), Hausen for the entrance
///
/// Assumes   smooth tube; properties at bulk temperature
/// Valid for Dittus-Boelter: Re > 1e4, Pr 0.7 to 160, L/D > 10; Gnielinski: Re 3000 to 5e6, Pr 0.5 to 2000
/// Source    Incropera, DeWitt, 6th ed., eqs. 8.55, 8.56, 8.60 to 8.62; Holman, Heat Transfer, 10th ed., eq. 6-4
/// Example   air, Re 14756, Pr 0.681, heated: Nu 42.67; 2.54 cm and 0.0386 W/(m K): 64.85 W/(m2 K) (Holman, 6-1)
namespace stillhouse::tube_flow {

template <class Real>
Real dittus_boelter(const Real& Re, const Real& Pr, bool heated) {
  return 0.023 * pow(Re, 0.8) * pow(Pr, heated ? 0.4 : 0.3);
}
template <class Real>
Real sieder_tate(const Real& Re, const Real& Pr, const Real& mu_over_mu_wall) {
  return 0.027 * pow(Re, 0.8) * pow(Pr, 1.0 / 3.0) * pow(mu_over_mu_wall, 0.14);
}
/// f of Colebrook in a smooth tube; Re - 1000 stays positive (corner 10).
template <class Real>
Real gnielinski(const Real& Re, const Real& Pr) {
  const Real f8 = pipe_friction::turbulent_factor(Re, 0.0) * 0.125;
  return f8 * softplus(Re - 1000.0, 10.0) * Pr / (1.0 + 12.7 * sqrt(f8) * (pow(Pr, 2.0 / 3.0) - 1.0));
}
/// Entrance of a laminar flow: 3.66 + 0.0668 Gz/(1 + 0.04 Gz^(2/3)), Gz = Re Pr D/L; (Gz^2 + 1e-6)^(1/3) is flat at
/// rest.
template <class Real>
Real hausen(const Real& Gz) {
  return 3.66 + 0.0668 * Gz / (1.0 + 0.04 * pow(Gz * Gz + 1e-6, 1.0 / 3.0));
}
/// From rest to turbulent: Hausen's and Gnielinski's mixed by the step of pipe_friction.h (150 wide about Re = 3000).
/// Re is not negative.
template <class Real>
Real nusselt(const Real& Re, const Real& Pr, double D_over_L) {
  const Real turbulent = smooth_step(Re - 3000.0, 150.0);
  const Real laminar = hausen(Re * Pr * D_over_L);
  return laminar + turbulent * (gnielinski(Re, Pr) - laminar);
}

}  // namespace stillhouse::tube_flow
