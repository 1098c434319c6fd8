#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Pool boiling.   q  W/m2  heat flux     dT  K  wall over saturation temperature
///
///   Rohsenow    q = mu h_fg (g (rho - rho_v)/sigma)^(1/2) (cp dT/(C_sf h_fg Pr^n))^3
///   Mostinski   h = 0.00417 q^0.7 (p_c/kPa)^0.69 F,   F = 1.8 r^0.17 + 4 r^1.2 + 10 r^10,   r = p/p_c
///   Zuber       q_max = C h_fg rho_v^(1/2) (sigma g (rho - rho_v))^(1/4),   C 0.131 (0.149 large flat heater)
///
///   C_sf 0.0128, n 1 water on polished copper; 0.0132 on polished steel; 0.006, n 1.7 water on brass
///
/// Assumes   clean pure liquid; Rohsenow: nucleate boiling
/// Valid for dT above the onset (3 to 5 K) to the critical flux; Mostinski: r 0.001 to 0.9
/// Source    W. M. Rohsenow, Trans. ASME 74 (1952) 969; N. Zuber, Trans. ASME 80 (1958) 711; I. L. Mostinski, Br. Chem.
///           Eng. 8 (1963) 580; Incropera, DeWitt, 6th ed., eqs. 10.5, 10.7
/// Example   water of 1 atm, copper of 118 degC: 836 kW/m2; limit with C 0.149: 1.26 MW/m2 (Incropera, example 10.1)
namespace stillhouse::boiling {

inline constexpr double g = standard_gravity;

template <class Real>
struct Pool {
  Real rho, rho_v, mu, cp, Pr, sigma, h_fg;
};

template <class Real>
Real rohsenow_flux(const Pool<Real>& pool, const Real& dT, double C_sf, double n) {
  const Real x = pool.cp * dT / (C_sf * pool.h_fg * pow(pool.Pr, n));
  return pool.mu * pool.h_fg * sqrt(g * (pool.rho - pool.rho_v) / pool.sigma) * x * x * x;
}
template <class Real>
Real mostinski_coefficient(const Real& q, const Real& reduced_pressure, double p_c) {
  const Real& r = reduced_pressure;
  const Real F = 1.8 * pow(r, 0.17) + 4.0 * pow(r, 1.2) + 10.0 * pow(r, 10.0);
  return 0.00417 * pow(p_c * 1e-3, 0.69) * pow(q, 0.7) * F;
}
template <class Real>
Real critical_flux(const Pool<Real>& pool, double C = 0.131) {
  return C * pool.h_fg * sqrt(pool.rho_v) * sqrt(sqrt(pool.sigma * g * (pool.rho - pool.rho_v)));
}

}  // namespace stillhouse::boiling
