#pragma once

#include <numbers>

#include "engine/autodiff/functions.h"
#include "models/separation/tray_hydraulics.h"

/// Rating of sieve trays by the correlations of Fair and of Bennett, as Benitez arranges them. For dynamic trays see
/// tray_hydraulics.h, whose froth density is used here.
///
///   u   m/s  velocity over the net area      u_a  over the active, u_h  through the holes
///   X   -    flow parameter, (L/G) sqrt(rho_G/rho_L) with mass flows
///   t   m    tray spacing     d, pitch  m  holes     A_h/A_a  -  holes over active area     h_w  m  weir
///
/// Assumes   froth regime, triangular pitch
/// Valid for t 0.15 to 0.9 m, d 1 to 15 mm, A_h/A_a 0.06 to 0.14; X 0.01 to 1
/// Source    J. R. Fair, Petro/Chem Engineer 33(10) (1961) 45; D. L. Bennett, R. Agrawal, P. J. Cook, AIChE J. 29
///           (1983) 434; D. L. Bennett, A. S. Kao, L. W. Wong, AIChE J. 41 (1995) 2067; J. Benitez, Principles and
///           Modern Applications of Mass Transfer Operations, 2nd ed., eqs. 4-31 to 4-53; flooding fit: Treybal, 3rd
///           ed., 6.29
/// Example   1.923 and 986 kg/m3, 70 mN/m, t 0.5 m, foaming 0.9, X below 0.1: 2.0698 m/s (Benitez, example 4.6)
namespace stillhouse::sieve_tray {

using tray_hydraulics::g;

template <class Real>
Real flow_parameter(const Real& liquid, const Real& vapour, const Real& rho_G, const Real& rho_L) {
  return liquid / vapour * sqrt(rho_G / rho_L);
}
/// Fair's capacity factor, m/s: alpha lg(1/X) + beta, alpha = 0.0744 t + 0.01173, beta = 0.0304 t + 0.015. Below X =
/// 0.1 it is that of 0.1 (corner 0.005).
template <class Real>
Real capacity_factor(const Real& X, double t) {
  const Real counted = smooth_max(X, Real(0.1), 0.005);
  return (0.0304 * t + 0.015) - (0.0744 * t + 0.01173) / log(10.0) * log(counted);
}
/// Few holes flood earlier: 5 A_h/A_a + 0.5 below 0.1.
inline double hole_area_factor(double hole_fraction) {
  return hole_fraction < 0.1 ? 5.0 * hole_fraction + 0.5 : 1.0;
}
/// Velocity over the net area at which the tray floods: C (sigma/0.020)^0.2 foaming holes sqrt((rho_L - rho_G)/rho_G).
template <class Real>
Real flooding_velocity(const Real& X, const Real& sigma, const Real& rho_G, const Real& rho_L, double t, double foaming,
                       double hole_fraction) {
  return capacity_factor(X, t) * pow(sigma * 50.0, 0.2) * (foaming * hole_area_factor(hole_fraction)) *
         sqrt((rho_L - rho_G) / rho_G);
}
/// Column diameter for a vapour of Q m3/s at a share of the flooding velocity.
template <class Real>
Real diameter(const Real& Q, const Real& flooding, double share, double downcomer_fraction) {
  return sqrt(4.0 * Q / (flooding * (share * (1.0 - downcomer_fraction) * std::numbers::pi)));
}
/// A_h/A_a of round holes on triangular pitch: 0.907 (d/pitch)^2.
inline double hole_fraction(double d, double pitch) {
  return 0.907 * d * d / (pitch * pitch);
}
/// C0 for holes wider than the plate is thick: 0.85032 - 0.04231 (d/l) + 0.0017954 (d/l)^2.
inline double orifice_coefficient(double d, double thickness) {
  const double r = d / thickness;
  return 0.85032 - 0.04231 * r + 0.0017954 * r * r;
}
/// Dry head, m of liquid: (u_h/C0)^2 rho_G/(2 g rho_L) (1 - (A_h/A_a)^2).
template <class Real>
Real dry_head(const Real& u_h, const Real& rho_G, const Real& rho_L, double C0, double fraction) {
  return u_h * u_h * rho_G / rho_L * ((1.0 - fraction * fraction) / (2.0 * g * C0 * C0));
}
/// Equivalent height of clear liquid, m: phi (h_w + C (q/(L_w phi))^(2/3)), phi the froth density, C = 0.501 + 0.439
/// e^(-137.8 h_w). (q^2 + 1e-12)^(1/3) has a finite slope at rest.
template <class Real>
Real clear_liquid(const Real& phi, const Real& q, double h_w, double L_w) {
  const double C = 0.5012 + 0.4389 * exp(-137.8 * h_w);
  return phi * (h_w + C * pow(L_w * L_w, -1.0 / 3.0) * pow(q * q + 1e-12, 1.0 / 3.0) / pow(phi, 2.0 / 3.0));
}
/// Head to make bubbles, m: 6 sigma/(g rho_L d).
template <class Real>
Real surface_tension_head(const Real& sigma, const Real& rho_L, double d) {
  return sigma / rho_L * (6.0 / (g * d));
}
/// Fr = sqrt(rho_G u_h^2/(rho_L g h_L)): weeping is insignificant from 0.5.
template <class Real>
Real froude_number(const Real& u_h, const Real& h_L, const Real& rho_G, const Real& rho_L) {
  return u_h * sqrt(rho_G / (rho_L * g * h_L));
}
/// Height of the two-phase layer that throws drops, m: h_L/phi + 7.79 (1 + 6.9 (d/h_L)^1.85) K_s^2/(phi g A_h/A_a).
template <class Real>
Real two_phase_height(const Real& h_L, const Real& phi, const Real& u_a, const Real& rho_G, const Real& rho_L, double d,
                      double fraction) {
  const Real Ks2 = u_a * u_a * rho_G / (rho_L - rho_G);
  return h_L / phi + 7.79 * (1.0 + 6.9 * pow(d / h_L, 1.85)) * Ks2 / (phi * (g * fraction));
}
/// Liquid carried up, kg per kg of vapour:
///   0.00335 (h_2/t)^1.10 (rho_L/rho_G)^0.5 (h_L/h_2)^kappa,   kappa = 0.5 (1 - tanh(1.3 ln(h_L/d) - 0.15))
template <class Real>
Real entrainment(const Real& h_2, const Real& h_L, const Real& rho_G, const Real& rho_L, double d, double t) {
  const Real kappa = 0.5 * (1.0 - tanh(1.3 * log(h_L * (1.0 / d)) - 0.15));
  return 0.00335 * pow(h_2 * (1.0 / t), 1.10) * sqrt(rho_L / rho_G) * exp(kappa * log(h_L / h_2));
}

}  // namespace stillhouse::sieve_tray
