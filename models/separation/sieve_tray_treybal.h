#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Heads of liquid on a sieve tray by Treybal's equations, all in m of clear liquid.
///
///   V_o, V_a  m/s  vapour through the holes, over the active area     q  m3/s  liquid     z  m  mean width of flow
///   A_o/A_n  -  holes over net area      d, l  m  hole, plate thickness     f  -  Fanning's factor in the hole
///
///   h_D = C0 (0.40 (1.25 - A_o/A_n) + 4 l f/d + (1 - A_o/A_n)^2) V_o^2 rho_G/(2 g rho_L),   C0 = 1.09 (d/l)^0.25
///   h_L = 6.10e-3 + 0.725 h_w - 0.238 h_w V_a rho_G^0.5 + 1.225 q/z
///   h_R = 6 sigma/(rho_L d g)          h_G = h_D + h_L + h_R          h_2 = 3/(2 g) (q/A_da)^2
///   h_3 = h_G + h_2; the downspout is safe if h_w + h_1 + h_3 < t/2, h_1 the crest over the weir (weir.h)
///
/// Assumes   froth regime; A_da is the smaller of the downspout and the opening under its apron
/// Valid for weirs 25 to 100 mm, d 3 to 12 mm, V_a rho_G^0.5 below 2.4
/// Source    R. E. Treybal, Mass-Transfer Operations, 3rd ed., eqs. 6.36 to 6.46
/// Example   methanol-water at 95 degC, column of 1.25 m: h_L 10.59, h_R 5.66, h_2 8.03 mm (illustration 6.4)
namespace stillhouse::sieve_tray_treybal {

inline constexpr double g = standard_gravity;

template <class Real>
Real dry_head(const Real& V_o, const Real& rho_G, const Real& rho_L, double A_o_over_A_n, double d, double l,
              double f) {
  const double free = 1.0 - A_o_over_A_n;
  const double heads = 1.09 * pow(d / l, 0.25) * (0.40 * (1.25 - A_o_over_A_n) + 4.0 * l * f / d + free * free);
  return V_o * V_o * rho_G / rho_L * (heads / (2.0 * g));
}
template <class Real>
Real hydraulic_head(const Real& V_a, const Real& rho_G, const Real& q, double h_w, double z) {
  return (6.10e-3 + 0.725 * h_w) - 0.238 * h_w * V_a * sqrt(rho_G) + (1.225 / z) * q;
}
template <class Real>
Real residual_head(const Real& sigma, const Real& rho_L, double d) {
  return sigma / rho_L * (6.0 / (g * d));
}
template <class Real>
Real downspout_entrance(const Real& q, double A_da) {
  return q * q * (1.5 / (g * A_da * A_da));
}
/// Vapour velocity through the holes below which the tray weeps much, m/s:
///   V_ow mu_G/sigma = 0.0229 (mu_G^2 rho_L/(sigma rho_G^2 d))^0.379 (l/d)^0.293 (2 A_a d/(3^0.5
///   p^3))^(2.8/(Z/d)^0.724)
/// p  m  pitch     A_a  m2  active area     Z  m  length of the liquid's way
template <class Real>
Real weep_velocity(const Real& mu_G, const Real& sigma, const Real& rho_G, const Real& rho_L, double d, double l,
                   double p, double A_a, double Z) {
  const double plate = pow(l / d, 0.293) * pow(2.0 * A_a * d / (sqrt(3.0) * p * p * p), 2.8 / pow(Z / d, 0.724));
  return sigma / mu_G * (0.0229 * plate) * pow(mu_G * mu_G * rho_L / (sigma * rho_G * rho_G) * (1.0 / d), 0.379);
}

}  // namespace stillhouse::sieve_tray_treybal
