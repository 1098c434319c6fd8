#pragma once

#include <type_traits>

#include "engine/autodiff/functions.h"

/// Pressure lost in a straight pipe, from rest through laminar to turbulent flow and back, without a corner.
///
///   dp = f L/D rho v |v| / 2            f  -  Darcy's factor     Re = rho v D / mu     e  m  roughness
///   laminar    f = 64/Re
///   turbulent  1/sqrt(f) = -2 lg(e/(3.7 D) + 2.51/(Re sqrt(f)))                        Colebrook, White
///   between    the two mixed by a logistic step of Re, 150 wide about 3000: 1 % turbulent at 2300, 99.9 % at 4000
///
/// Assumes   Newtonian, developed flow, constant density
/// Valid for Re to 1e8, e/D to 0.05. Colebrook's equation is solved by three of Newton's steps from Haaland's: to 1e-12
/// Source    C. F. Colebrook, J. Inst. Civ. Eng. 11 (1939) 133; S. E. Haaland, J. Fluids Eng. 105 (1983) 89; S. W.
///           Churchill, Chem. Eng. 84(24) (1977) 91
/// Example   Re 1e5, e/D 1e-4: f 0.018514; 10 kg/s, 1000 kg/m3, 1e-5 Pa s, 0.1 m, smooth, 1 m long: 63.4 Pa
namespace stillhouse::pipe_friction {

/// Colebrook's f. Below Re = 1000, where it means nothing, it is that of 1000 (corner 100).
template <class Real>
Real turbulent_factor(const Real& Re, double roughness) {
  const double per_decade = 2.0 / log(10.0);
  const Real inverse_Re = 1.0 / smooth_max(Re, Real(1000.0), 100.0);
  const double rough = roughness / 3.7;
  // Haaland; s is 1/sqrt(f)
  Real s = -0.9 * per_decade * log(6.9 * inverse_Re + pow(rough, 1.11));
  for (int i = 0; i < 3; ++i) {
    const Real inside = rough + 2.51 * inverse_Re * s;
    const Real residual = s + per_decade * log(inside);
    s = s - residual / (1.0 + per_decade * 2.51 * inverse_Re / inside);
  }
  return 1.0 / (s * s);
}
/// f Re, which is 64 at rest, where f itself has a pole. Re is not negative.
template <class Real>
Real factor_times_reynolds(const Real& Re, double roughness) {
  const Real turbulent = smooth_step(Re - 3000.0, 150.0);
  return 64.0 + turbulent * (turbulent_factor(Re, roughness) * Re - 64.0);
}
/// Darcy's f for Re > 0.
template <class Real>
Real factor(const Real& Re, double roughness) {
  return factor_times_reynolds(Re, roughness) / Re;
}
/// f after Churchill, one expression for all Re: 8 ((8/Re)^12 + (A + B)^-1.5)^(1/12). Within 2 % of the above but in
/// transition.
template <class Real>
Real churchill_factor(const Real& Re, double roughness) {
  const Real a = -2.457 * log(pow(7.0 / Re, 0.9) + 0.27 * roughness);
  const Real A = square(square(square(square(a))));
  const Real B = square(square(square(square(37530.0 / Re))));
  const Real l = 8.0 / Re;
  return 8.0 * pow(square(square(l)) * square(square(l)) * square(square(l)) + pow(A + B, -1.5), 1.0 / 12.0);
}
/// dp in the direction of v, Pa:  (f Re) mu L v / (2 D^2). Re is the root of Re^2 + 1, so that it turns round smoothly.
template <class Real>
Real pressure_drop(const Real& v, const Real& rho, const Real& mu, double D, double L, double roughness) {
  const Real signed_Re = rho * v * D / mu;
  const Real Re = sqrt(signed_Re * signed_Re + 1.0);
  return factor_times_reynolds(Re, roughness) * mu * v * (L / (2.0 * D * D));
}
/// Drop of `heads` velocity heads (bends, valves, entrance, exit), v |v| smooth within `width` m/s.
template <class Real>
Real fittings_drop(const Real& v, const Real& rho, const std::type_identity_t<Real>& heads, double width) {
  return (0.5 * heads) * rho * v * sqrt(v * v + width * width);
}

}  // namespace stillhouse::pipe_friction
