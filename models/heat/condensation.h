#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Film condensation of a pure vapour at rest, after Nusselt.   W/(m2 K)
///
///   h = c (rho (rho - rho_v) g h_fg k^3 / (mu L (T_sat - T_w)))^(1/4)
///   c 0.943, L the height of a vertical wall or tube;   c 0.729, L the diameter of a horizontal tube;
///   of n tubes above each other the mean is h n^(-1/6) (Kern; Nusselt's own n^(-1/4) is low)
///
///   rho, k, mu  kg/m3, W/(m K), Pa s  of the condensate     h_fg  J/kg
///
/// Assumes   laminar film without waves (vertical walls: measured h is up to 20 % higher), no inert gas, no drag
/// Valid for film Re below 1800 (vertical). dT is kept from zero by sqrt(dT^2 + 1e-4): a film without a difference
///           would have no resistance
/// Source    W. Nusselt, Z. VDI 60 (1916) 541, 569; Incropera, DeWitt, 6th ed., eqs. 10.30, 10.40; Holman, eq. 9-10
/// Example   steam of 1 atm on a wall of 98 degC, 0.3 m high: 13150 W/(m2 K) (Holman, 10th ed., example 9-1)
namespace stillhouse::condensation {

inline constexpr double g = standard_gravity;

template <class Real>
struct Film {
  Real rho, rho_v, mu, k, h_fg;
};

template <class Real>
Real coefficient(const Film<Real>& film, const Real& dT, double length, double constant) {
  const Real drive = sqrt(dT * dT + 1e-4);
  const Real group = film.rho * (film.rho - film.rho_v) * film.h_fg * film.k * film.k * film.k * g;
  return constant * sqrt(sqrt(group / (film.mu * drive * length)));
}
template <class Real>
Real vertical(const Film<Real>& film, const Real& dT, double height) {
  return coefficient(film, dT, height, 0.943);
}
template <class Real>
Real horizontal(const Film<Real>& film, const Real& dT, double diameter, int tubes_above_each_other = 1) {
  return coefficient(film, dT, diameter, 0.729) * pow(tubes_above_each_other, -1.0 / 6.0);
}

}  // namespace stillhouse::condensation
