#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Pressure drop and flooding of packed beds, Pa a metre of bed.
///
///   u_G, u_L  m/s  superficial velocities     G, L  kg/(m2 s)     X  -  (L/G)(rho_G/rho_L)^0.5
///
/// Assumes   even distribution of liquid; bed much wider than a piece of packing
/// Valid for the ranges at each function
/// Source    L. A. Robbins, Chem. Eng. Prog. 87(5) (1991) 87; J. Stichlmair, J. L. Bravo, J. R. Fair, Gas Sep. Purif. 3
///           (1989) 19; flooding: Eckert's chart as Benitez, 2nd ed., eq. 4-11 fits it; H. Z. Kister, D. R. Gill, Chem.
///           Eng. Prog. 87(2) (1991) 32
/// Example   25 mm Raschig rings, X 0.0917, 1 mPa s, 1.18 and 1000 kg/m3: floods at 1.326 m/s and 3545 Pa/m
namespace stillhouse::packing_pressure_drop {

inline constexpr double g = standard_gravity;

/// u_G at flooding: Y = exp(-(3.5021 + 1.028 ln X + 0.11093 (ln X)^2)) = u_G^2 rho_G/(rho_L - rho_G) F_p mu_L^0.1.
/// F_p in 1/ft, mu_L in Pa s. X 0.01 to 5.
template <class Real>
Real flooding_velocity(const Real& X, const Real& rho_G, const Real& rho_L, const Real& mu_L, double F_p) {
  const Real l = log(X);
  const Real Y = exp(-(3.5021 + 1.028 * l + 0.11093 * l * l));
  return sqrt(Y / (F_p * pow(mu_L, 0.1)) * (rho_L - rho_G) / rho_G);
}
/// Pressure drop at flooding, Kister and Gill: 93.9 F_p^0.7 (0.115 inches of water a foot), F_p in 1/ft, 10 to 60;
/// above it is kept, as Benitez does.
inline double at_flooding(double F_p) {
  return 93.9 * pow(F_p, 0.7);
}

/// Robbins: dry drop and what the liquid adds. F_pd  1/ft  dry packing factor, 12 to 180, mu_L 0.0005 to 0.03 Pa s.
///   7.4e-8 G_f^2 10^(2.7e-5 L_f) + 0.4 (L_f/20000)^0.1 (the first term)^4             inches of water a foot
///   G_f = 986 F_s (F_pd/20)^0.5,   L_f = L (62.4/rho_L)(F_pd/20)^0.5 mu_L^0.1         lb/(h ft2), lb/ft3, mPa s
/// Example: F_pd 24, L 12.2, G 2.03 kg/(m2 s), 1.1853 and 1000 kg/m3, 1 mPa s: 309.8 Pa/m.
template <class Real>
Real robbins(const Real& G, const Real& L, const Real& rho_G, const Real& rho_L, const Real& mu_L, double F_pd) {
  constexpr double foot = 0.3048, pound = 0.45359237, density = pound / (foot * foot * foot);
  constexpr double flux = pound / (3600.0 * foot * foot), drop = 249.08891 / foot;
  const double root = sqrt(F_pd / 20.0);
  // F_s in ft/s (lb/ft3)^0.5
  const Real F_s = G / sqrt(rho_G) * (1.0 / (foot * sqrt(density)));
  const Real G_f = (986.0 * root) * F_s;
  const Real L_f = L * (62.4 * density * root / flux) / rho_L * pow(mu_L * 1e3, 0.1);
  const Real dry = 7.4e-8 * G_f * G_f * exp((2.7e-5 * log(10.0)) * L_f);
  return drop * (dry + 0.4 * pow(L_f * (1.0 / 20000.0), 0.1) * square(square(dry)));
}

/// Bed and constants of Stichlmair's friction factor C1/Re + C2/Re^0.5 + C3: 32, 7, 1 ceramic Berl saddles of 25 mm.
struct StichlmairBed {
  double eps, a;
  double C1, C2, C3;
};
template <class Real>
Real stichlmair_reynolds(const Real& u_G, const Real& rho_G, const Real& mu_G, const StichlmairBed& bed) {
  return u_G * rho_G / mu_G * (6.0 * (1.0 - bed.eps) / bed.a);
}
/// Dry bed: 3/4 psi (1 - eps)/eps^4.65 rho_G u_G^2/d_p, d_p = 6 (1 - eps)/a; Re above zero.
/// Example: 0.4 m/s, 5 kg/m3, 5e-5 Pa s, eps 0.68, a 260, Berl saddles: 236.81 Pa/m.
template <class Real>
Real stichlmair_dry(const Real& u_G, const Real& rho_G, const Real& mu_G, const StichlmairBed& bed) {
  const Real Re = stichlmair_reynolds(u_G, rho_G, mu_G, bed);
  const Real psi = bed.C1 / Re + bed.C2 / sqrt(Re) + bed.C3;
  return psi * rho_G * u_G * u_G * (0.125 * bed.a * pow(bed.eps, -4.65));
}
/// The irrigated bed's drop as a function of itself, `dp`: the solution makes both equal; a dynamic unit keeps dp as an
/// algebraic variable. Two solutions meet where the bed floods, beyond which there is none.
///   h_0 = 0.555 (u_L^2 a/(g eps^4.65))^(1/3)       h = h_0 (1 + 20 (dp/(rho_L g))^2)
///   dp = dry ((1 - eps + h)/(1 - eps))^((2 + c)/3) (1 - h/eps)^-4.65,   c = (-C1/Re - C2/(2 Re^0.5))/psi
/// Example: the same with 5 mm/s of 1200 kg/m3: 539.88 Pa/m.
template <class Real>
Real stichlmair_wet(const Real& dp, const Real& u_G, const Real& u_L, const Real& rho_G, const Real& rho_L,
                    const Real& mu_G, const StichlmairBed& bed) {
  const Real Re = stichlmair_reynolds(u_G, rho_G, mu_G, bed);
  const Real psi = bed.C1 / Re + bed.C2 / sqrt(Re) + bed.C3;
  const Real c = (-bed.C1 / Re - bed.C2 / (2.0 * sqrt(Re))) / psi;
  const Real head = dp / (rho_L * g);
  const Real h_0 = 0.555 * pow(u_L * u_L * (bed.a / (g * pow(bed.eps, 4.65))), 1.0 / 3.0);
  const Real h = h_0 * (1.0 + 20.0 * head * head);
  const Real swollen = log(1.0 + h * (1.0 / (1.0 - bed.eps)));
  return stichlmair_dry(u_G, rho_G, mu_G, bed) * exp((2.0 + c) * (1.0 / 3.0) * swollen) *
         pow(1.0 - h * (1.0 / bed.eps), -4.65);
}

}  // namespace stillhouse::packing_pressure_drop
