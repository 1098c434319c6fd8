#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"
#include "models/separation/log_ratio.h"

/// Efficiencies of trays, from point to column.
///
///   lambda  -  slope of equilibrium over slope of operation, m G/L     E_OG  -  point efficiency, gas
///   E_MG    -  Murphree's     E_O  -  of the column, ideal over real trays
///
/// Assumes   straight equilibrium and operating lines within a tray; liquid mixed in depth
/// Valid for the ranges at each function
/// Source    H. E. O'Connell, Trans. AIChE 42 (1946) 741, as fitted by M. J. Lockett, Distillation Tray Fundamentals
///           (1986); D. L. Bennett, D. N. Watson, M. A. Wiescinski, AIChE J. 43 (1997) 1611; W. K. Lewis, Ind. Eng.
///           Chem. 28 (1936) 399; A. P. Colburn, Ind. Eng. Chem. 28 (1936) 526; Benitez, 2nd ed., eqs. 4-54 to 4-62
/// Example   relative volatility times viscosity 0.75 mPa s: O'Connell 0.5279
namespace stillhouse::tray_efficiency {

/// Distillation, the column's ideal over real trays from O'Connell's chart: 0.492 (alpha mu)^-0.245 (Lockett), alpha of
/// the keys, mu of the feed in mPa s at the column's mean temperature; alpha mu 0.1 to 7; within 10 % of the
/// efficiency.
template <class Real>
Real o_connell(const Real& alpha, const Real& mu) {
  return 0.492 * pow(alpha * mu * 1e3, -0.245);
}
/// Benitez's fit to the same chart: 0.52782 - 0.27511 lg(alpha mu) + 0.044923 lg^2(alpha mu); 0.1 to 10.
/// Example: alpha 2.39, 0.2473 mPa s: 0.593 (Benitez, example 6.7).
template <class Real>
Real o_connell_benitez(const Real& alpha, const Real& mu) {
  const Real lg = log(alpha * mu * 1e3) * (1.0 / log(10.0));
  return 0.52782 - 0.27511 * lg + 0.044923 * lg * lg;
}
/// Absorbers: lg(100 E_O) = 1.597 - 0.199 lg s - 0.0896 (lg s)^2, s = m M mu/rho in g/mol, mPa s and lb/ft3.
template <class Real>
Real o_connell_absorber(const Real& m, const Real& M, const Real& mu, const Real& rho) {
  const double decade = log(10.0);
  const Real l = log(m * M * mu / rho * (1e6 * 16.018463)) * (1.0 / decade);
  return 0.01 * exp(decade * (1.597 - 0.199 * l - 0.0896 * l * l));
}

/// Bennett's point efficiency of sieve trays in the froth regime:
///   1 - exp(-0.0029 Re^0.4136 (h_L/d)^0.6074 (A_h/A_a)^-0.3195 / (1 + m c_G/c_L (D_G (1 - phi)/(D_L A_h/A_a))^0.5))
///   Re = rho_G u_h h_L/(mu_G phi)     c  mol/m3     D  m2/s     phi  -  froth density
template <class Real>
struct Froth {
  Real Re, h_L, phi;
};
template <class Real>
struct Transfer {
  Real m, c_G, c_L, D_G, D_L;
};
template <class Real>
Real bennett_point(const Froth<Real>& froth, const Transfer<Real>& x, double d, double hole_fraction) {
  const Real liquid = x.m * x.c_G / x.c_L * sqrt(x.D_G * (1.0 - froth.phi) / (x.D_L * hole_fraction));
  const Real units = 0.0029 * pow(froth.Re, 0.4136) * pow(froth.h_L * (1.0 / d), 0.6074) * pow(hole_fraction, -0.3195);
  return 1.0 - exp(-units / (1.0 + liquid));
}
/// Peclet number of the liquid on its way of Z m: q Z^2/(A_a h_L D_E), D_E = 0.1 (g h_2^3)^0.5, h_2 of sieve_tray.h.
template <class Real>
Real peclet_number(const Real& q, const Real& h_L, const Real& h_2, double Z, double A_a) {
  return q * (Z * Z / A_a) / (h_L * (0.1 * sqrt(standard_gravity)) * h_2 * sqrt(h_2));
}
/// Murphree's efficiency of N = (Pe + 2)/2 pools in a row, with Bennett's correction for vapour that is not mixed:
///   ((1 + lambda E/N)^N - 1)/lambda (1 - 0.0335 lambda^1.073 E^2.518 Pe^0.175)
template <class Real>
Real murphree(const Real& E_OG, const Real& lambda, const Real& Pe) {
  const Real N = 0.5 * (Pe + 2.0);
  const Real pools = (exp(N * log(1.0 + lambda * E_OG / N)) - 1.0) / lambda;
  return pools * (1.0 - 0.0335 * pow(lambda, 1.073) * pow(E_OG, 2.518) * pow(Pe, 0.175));
}
/// Lewis's case 1, liquid in plug flow, vapour mixed: (e^(lambda E) - 1)/lambda.
template <class Real>
Real murphree_plug_flow(const Real& E_OG, const Real& lambda) {
  return (exp(lambda * E_OG) - 1.0) / lambda;
}
/// Colburn: with e kg of liquid carried up a kg of liquid that flows down: E/(1 + E e/(1 - e)).
template <class Real>
Real with_entrainment(const Real& E_MG, const Real& e) {
  return E_MG / (1.0 + E_MG * e / (1.0 - e));
}
/// Column of equal trays (Lewis): ln(1 + E (lambda - 1))/ln lambda; E itself at lambda = 1. Example: 0.7, 1.3: 0.727.
template <class Real>
Real overall(const Real& E_MG, const Real& lambda) {
  const Real u = lambda - 1.0;
  return E_MG * log_ratio(E_MG * u) / log_ratio(u);
}

}  // namespace stillhouse::tray_efficiency
