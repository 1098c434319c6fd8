#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"
#include "models/separation/packing.h"

/// Holdup, pressure drop and mass transfer of packed beds below the loading point, after Billet and Schultes.
///
///   h_L = (12 Fr/Re)^(1/3) (a_h/a)^(2/3)         Re = u_L/(a nu_L),  Fr = u_L^2 a/g
///   a_h/a = C_h Re^0.15 Fr^0.1 for Re < 5,  0.85 C_h Re^0.25 Fr^0.1 above        (mixed by a step of 0.25 about 5)
///   dp/z = psi_0 a/eps^3 rho_G u_G^2/2 1/K_w (eps/(eps - h_L))^1.5 exp(Re/200)
///   psi_0 = C_p (64/Re_G + 1.8/Re_G^0.08),  Re_G = u_G d_p rho_G K_w/((1 - eps) mu_G),  d_p = 6 (1 - eps)/a,
///   1/K_w = 1 + 2 d_p/(3 (1 - eps) D)
///   k_L = 0.757 C_L (D_L a u_L/(eps h_L))^0.5
///   k_G = 0.5 C_V D_G a/(eps (eps - h_L))^0.5 Re_v^(3/4) Sc^(1/3),  Re_v = u_G rho_G/(a mu_G)            m/s
///         (0.1304 (6 Re_v)^(3/4) where Re is of d_p and 1 - eps, as Benitez prints it)
///   a_e/a = 1.5 (a d_h)^-0.5 (u_L d_h/nu_L)^-0.2 (u_L^2 rho_L d_h/sigma)^0.75 (u_L^2/(g d_h))^-0.45,  d_h = 4 eps/a
///
/// Assumes   liquid trickles as a film; below the loading point (70 to 80 % of flooding)
/// Valid for the packings of packing.h; u_L from 0.5 to 40 mm/s
/// Source    R. Billet, M. Schultes, Trans. IChemE 77 A (1999) 498; Benitez, 2nd ed., eqs. 4-5 to 4-21
/// Example   50 mm Pall rings, nu 3e-6 m2/s, u_L 10 mm/s: holdup 0.0662 (Benitez, example 4.2)
namespace stillhouse::billet_schultes {

inline constexpr double g = standard_gravity;

template <class Real>
Real reynolds_number(const Real& u_L, const Real& nu_L, const Packing& packing) {
  return u_L / (packing.a * nu_L);
}
template <class Real>
Real wetted_share(const Real& u_L, const Real& nu_L, const Packing& packing) {
  const Real Re = reynolds_number(u_L, nu_L, packing), Fr = u_L * u_L * (packing.a / g);
  const Real fast = smooth_step(Re - 5.0, 0.25);
  const Real slow_law = pow(Re, 0.15), fast_law = 0.85 * pow(Re, 0.25);
  return packing.C_h * pow(Fr, 0.1) * (slow_law + fast * (fast_law - slow_law));
}
template <class Real>
Real holdup(const Real& u_L, const Real& nu_L, const Packing& packing) {
  const Real Re = reynolds_number(u_L, nu_L, packing), Fr = u_L * u_L * (packing.a / g);
  return pow(12.0 * Fr / Re, 1.0 / 3.0) * pow(wetted_share(u_L, nu_L, packing), 2.0 / 3.0);
}
/// u_L at which the bed holds h_L: `holdup` solved by its two powers, which the same step mixes. Within 0.5 %.
template <class Real>
Real velocity_of_holdup(const Real& h_L, const Real& nu_L, const Packing& packing) {
  const Real film = pow(nu_L * (12.0 * packing.a * packing.a / g), 1.0 / 3.0);  // h_L is this times u_L^(1/3) ...
  const double froude = pow(packing.a / g, 0.1);
  const Real re = 1.0 / (nu_L * packing.a);
  const Real slow_law = film * pow(packing.C_h * froude * pow(re, 0.15), 2.0 / 3.0);
  const Real fast_law = film * pow((0.85 * packing.C_h * froude) * pow(re, 0.25), 2.0 / 3.0);
  const Real slow = pow(h_L / slow_law, 1.0 / (1.0 / 3.0 + 0.7 / 3.0));  // ... and (u_L^(0.15 + 0.2))^(2/3)
  const Real fast = pow(h_L / fast_law, 1.0 / (1.0 / 3.0 + 0.9 / 3.0));
  return slow + smooth_step(slow * re - 5.0, 0.25) * (fast - slow);
}
/// D  m  column
inline double wall_factor(const Packing& packing, double D) {
  return 1.0 / (1.0 + 4.0 / (packing.a * D));
}
template <class Real>
Real dry_pressure_drop(const Real& u_G, const Real& rho_G, const Real& mu_G, const Packing& packing, double D) {
  const double K_w = wall_factor(packing, D);
  const Real Re = u_G * rho_G / mu_G * (6.0 / packing.a * K_w);
  const Real psi = packing.C_p * (64.0 / Re + 1.8 * pow(Re, -0.08));
  return psi * rho_G * u_G * u_G * (0.5 * packing.a / (packing.eps * packing.eps * packing.eps * K_w));
}
template <class Real>
Real pressure_drop(const Real& u_G, const Real& rho_G, const Real& mu_G, const Real& h_L, const Real& Re_L,
                   const Packing& packing, double D) {
  return dry_pressure_drop(u_G, rho_G, mu_G, packing, D) * pow(packing.eps / (packing.eps - h_L), 1.5) *
         exp(Re_L * (1.0 / 200.0));
}
template <class Real>
Real liquid_coefficient(const Real& u_L, const Real& h_L, const Real& D_L, const Packing& packing) {
  return (0.757 * packing.C_L) * sqrt(D_L * u_L / h_L * (packing.a / packing.eps));
}
template <class Real>
Real gas_coefficient(const Real& u_G, const Real& rho_G, const Real& mu_G, const Real& h_L, const Real& D_G,
                     const Packing& packing) {
  const Real Re = u_G * rho_G / (packing.a * mu_G), Sc = mu_G / (rho_G * D_G);
  return (0.5 * packing.C_V * packing.a) * D_G / sqrt(packing.eps * (packing.eps - h_L)) * pow(Re, 0.75) *
         pow(Sc, 1.0 / 3.0);
}
template <class Real>
Real effective_area(const Real& u_L, const Real& rho_L, const Real& nu_L, const Real& sigma, const Packing& packing) {
  const double d_h = 4.0 * packing.eps / packing.a;
  return (1.5 * packing.a / sqrt(packing.a * d_h)) * pow(u_L * d_h / nu_L, -0.2) *
         pow(u_L * u_L * rho_L * d_h / sigma, 0.75) * pow(u_L * u_L * (1.0 / (g * d_h)), -0.45);
}

}  // namespace stillhouse::billet_schultes
