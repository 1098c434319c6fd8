#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Mass transfer of random packings after Onda, Takeuchi, Okumoto.
///
///   a_w/a = 1 - exp(-1.45 (sigma_c/sigma)^0.75 (L/(a mu))^0.1 (L^2 a/(rho^2 g))^-0.05 (L^2/(rho sigma a))^0.2)
///   k_L = 0.0051 (mu g/rho)^(1/3) (L/(a_w mu))^(2/3) Sc_L^-0.5 (a d_p)^0.4                           m/s
///   k_G = K a D_G (G/(a mu_G))^0.7 Sc_G^(1/3) (a d_p)^-2           K 5.23, 2.00 for d_p < 15 mm      m/s; over R T for
///         mol/(m2 s Pa)
///
///   L, G  kg/(m2 s)     sigma_c  N/m  critical for the material: ceramic 0.061, carbon steel 0.075, polyethylene 0.033
///
/// Assumes   absorption or distillation below loading
/// Valid for d_p 6 to 50 mm, Raschig rings, saddles, Pall rings; within 20 to 30 %
/// Source    K. Onda, H. Takeuchi, Y. Okumoto, J. Chem. Eng. Japan 1 (1968) 56; Sinnott, Coulson and Richardson, vol.
///           6, eqs. 11.115 to 11.117
/// Example   38 mm ceramic saddles (a 194), water 17.6 kg/(m2 s), 70 mN/m: a_w 138 m2/m3, k_L 2.5e-4 m/s with D_L
///           1.7e-9 (Sinnott, example 11.14)
namespace stillhouse::onda {

inline constexpr double g = standard_gravity;

struct Bed {
  double a, d_p, sigma_c;
};

template <class Real>
Real wetted_area(const Real& L, const Real& rho, const Real& mu, const Real& sigma, const Bed& bed) {
  const Real Re = L / (bed.a * mu), Fr = L * L * (bed.a / g) / (rho * rho), We = L * L / (rho * sigma * bed.a);
  return bed.a * (1.0 - exp(-1.45 * pow(bed.sigma_c / sigma, 0.75) * pow(Re, 0.1) * pow(Fr, -0.05) * pow(We, 0.2)));
}
template <class Real>
Real liquid_coefficient(const Real& L, const Real& rho, const Real& mu, const Real& D_L, const Real& a_w,
                        const Bed& bed) {
  return (0.0051 * pow(bed.a * bed.d_p, 0.4)) * pow(mu * g / rho, 1.0 / 3.0) * pow(L / (a_w * mu), 2.0 / 3.0) *
         sqrt(rho * D_L / mu);
}
template <class Real>
Real gas_coefficient(const Real& G, const Real& rho, const Real& mu, const Real& D_G, const Bed& bed) {
  const double ad = bed.a * bed.d_p, K = bed.d_p < 0.015 ? 2.00 : 5.23;
  return (K * bed.a / (ad * ad)) * D_G * pow(G / (bed.a * mu), 0.7) * pow(mu / (rho * D_G), 1.0 / 3.0);
}

}  // namespace stillhouse::onda
