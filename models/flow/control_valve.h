#pragma once

#include "engine/autodiff/functions.h"

/// Flow through a control valve (IEC 60534-2-1:2011, sizing equations of liquids and gases, and 60534-2-4,
/// characteristics).
///
///   Kv   m3/h  flow coefficient: water of 15 degC at a difference of 1 bar. It is kept in its own unit, as catalogues
///              print it; in SI it is an area, K = Kv sqrt(999.1 / 1e5) / 3600 m2, with q = K sqrt(dp / rho)
///   F_L  -     liquid pressure recovery: 0.9 globe, 0.85 angle, 0.7 butterfly at 60 deg, 0.6 ball
///   x_T  -     pressure drop ratio at which the valve chokes with air: 0.75 globe, 0.4 butterfly, 0.3 ball
///   F_d  -     valve style modifier: 0.46 contoured plug, 0.7 double seat or butterfly, 0.98 segmented ball, 0.07
///   needle
///
/// Assumes   fittings of the valve's own size (F_P = 1); one phase upstream
/// Valid for Newtonian liquids, gases with 1.08 < gamma < 1.65, Kv/d2 < 0.04 m3/h/mm2
/// Source    IEC 60534-2-1:2011, clauses 5 to 7, annex A; numbers N1, N2, N4, N6, N18, N22, N32 of table 1
/// Example   annex, 1: water, 680 to 220 kPa, 965.4 kg/m3, psat 70.1 kPa, p_c 22.12 MPa, F_L 0.90, 360 m3/h: Kv 165.0
namespace stillhouse::control_valve {

inline constexpr double metric_of_us = 0.865;  ///< Kv / Cv

/// K / Kv, m2 per m3/h
inline double area_of_Kv() {
  return sqrt(999.1 / 1e5) / 3600.0;
}

// ---- inherent characteristics: share of the full Kv at the opening h, 0 to 1

template <class Real>
Real linear(const Real& h) {
  return h;
}
/// R^(h - 1); R is the rangeability, 30 to 50. It does not close: 1/R is left at h = 0.
template <class Real>
Real equal_percentage(const Real& h, double R) {
  return exp((h - 1.0) * log(R));
}
/// The same with a seat: what is left fades as e^(-h/0.02), so that nothing passes at h = 0. Off by 1e-11 at h = 0.5.
template <class Real>
Real equal_percentage_with_seat(const Real& h, double R) {
  return equal_percentage(h, R) - (1.0 / R) * exp(-h * 50.0);
}
/// sqrt(h), linear below h = 0.01 (Seborg, Edgar, Mellichamp, Process Dynamics and Control, section 9.2).
template <class Real>
Real quick_opening(const Real& h) {
  return signed_sqrt(h, 0.01);
}
/// Share of the full flow with a pipe in series and a constant total difference:
///   1 / sqrt(1 - N + N/f^2),   N is the valve's share of the difference when fully open, its authority
/// written f / sqrt(f^2 (1 - N) + N), which has no pole at f = 0. Example: f = 0.5, N = 0.1: 0.877058.
template <class Real>
Real installed(const Real& f, double N) {
  return f / sqrt(f * f * (1.0 - N) + N);
}

// ---- liquids

/// F_F, pressure in the vena contracta over psat when the flow chokes: 0.96 - 0.28 sqrt(psat/p_c).
template <class Real>
Real critical_pressure_ratio(const Real& psat, double p_c) {
  return 0.96 - 0.28 * sqrt(psat * (1.0 / p_c));
}
/// Largest difference that counts, Pa: F_L^2 (p1 - F_F psat). Stays positive (corner 1 kPa) where the liquid boils
/// before the valve.
template <class Real>
Real choked_difference(const Real& p1, const Real& psat, double p_c, double F_L) {
  return F_L * F_L * softplus(p1 - critical_pressure_ratio(psat, p_c) * psat, 1e3);
}
/// m3/s:   q = K sqrt(min(p1 - p2, choked difference) / rho)
/// Smooth where it chokes (corner 0.5 % of the choked difference: 0.2 % less flow at the very onset) and on reversal
/// (linear within 1e-4 of it). Backwards it does not choke.
template <class Real>
Real liquid_flow(const Real& Kv, const Real& p1, const Real& p2, const Real& psat, const Real& rho, double p_c,
                 double F_L) {
  const Real limit = choked_difference(p1, psat, p_c, F_L);
  const Real share = (p1 - p2) / limit;
  const Real counted = share - softplus(share - 1.0, 0.005);
  return Kv * area_of_Kv() * sqrt(limit / rho) * signed_sqrt(counted, 1e-4);
}
/// Kv that passes q m3/s.
template <class Real>
Real liquid_Kv(const Real& q, const Real& p1, const Real& p2, const Real& psat, const Real& rho, double p_c,
               double F_L) {
  return q / liquid_flow(Real(1.0), p1, p2, psat, rho, p_c, F_L);
}

// ---- gases

/// x at which a gas chokes: F_gamma x_T, with F_gamma = gamma / 1.4.
inline double choked_ratio(double gamma, double x_T) {
  return gamma / 1.4 * x_T;
}
/// kg/s:   w = K Y sqrt(x p1 rho1),   x = min((p1 - p2)/p1, F_gamma x_T),   Y = 1 - x/(3 F_gamma x_T)
/// The maximum of Y sqrt(x) is at choking, so that the limit has no kink; its corner, 0.5 % of the choked ratio, costs
/// 1e-5. Linear within 1e-4 of it on reversal; backwards, rho1 should be the other side's.
template <class Real>
Real gas_flow(const Real& Kv, const Real& p1, const Real& p2, const Real& rho1, double gamma, double x_T) {
  const double limit = choked_ratio(gamma, x_T);
  const Real share = (p1 - p2) / (p1 * limit);
  const Real counted = share - softplus(share - 1.0, 0.005);
  return Kv * area_of_Kv() * (1.0 - counted * (1.0 / 3.0)) * sqrt(limit * p1 * rho1) * signed_sqrt(counted, 1e-4);
}
/// Kv that passes w kg/s.
template <class Real>
Real gas_Kv(const Real& w, const Real& p1, const Real& p2, const Real& rho1, double gamma, double x_T) {
  return w / gas_flow(Real(1.0), p1, p2, rho1, gamma, x_T);
}
/// kg/s of a slow gas, before the factor F_R:   w = K sqrt((p1 - p2) rho_m), rho_m of the mean pressure.
template <class Real>
Real slow_gas_flow(const Real& Kv, const Real& p1, const Real& p2, const Real& rho1) {
  const Real share = (p1 - p2) / p1;
  return Kv * area_of_Kv() * sqrt(0.5 * rho1 * (p1 + p2)) * signed_sqrt(share, 1e-4);
}

// ---- viscous flow

/// Re of the valve:   Re_v = N4 F_d q / (nu sqrt(Kv F_L)) (F_L^2 Kv^2 / (N2 d^4) + 1)^(1/4),   q m3/s, nu m2/s, d m
template <class Real>
Real reynolds_number(const Real& q, const Real& nu, const Real& Kv, double F_d, double F_L, double d) {
  const double mm = 1e3 * d;
  const Real approach = F_L * F_L * Kv * Kv * (1.0 / (1.6e-3 * mm * mm * mm * mm)) + 1.0;
  return 7.07e-2 * F_d * 3600.0 * q / (nu * sqrt(Kv * F_L)) * sqrt(sqrt(approach));
}
/// F_R, flow over that of turbulent flow:
///   min(1 + 0.33 sqrt(F_L) n^(-1/4) lg(Re/10^4),  0.026 sqrt(n Re) / F_L,  1)
/// n = N2 d^4/Kv^2 for full trim, 1 + N32 (Kv/d^2)^(2/3) for trim with Kv/d^2 below 0.0138 m3/h/mm2.
/// The corners of the minimum are 0.003 wide. Example: annex, 4: argon, needle of 15 mm: Kv 0.0166 at F_R 0.73.
template <class Real>
Real reynolds_factor(const Real& Re, const Real& Kv, double F_L, double d, bool full_trim) {
  const double mm2 = 1e6 * d * d, width = 0.003;
  const Real n = full_trim ? 1.6e-3 * mm2 * mm2 / (Kv * Kv) : 1.0 + 140.0 * pow(Kv * (1.0 / mm2), 2.0 / 3.0);
  const Real transitional = 1.0 + (0.33 * sqrt(F_L) / log(10.0)) * log(Re * 1e-4) / sqrt(sqrt(n));
  const Real laminar = (0.026 / F_L) * sqrt(n * Re);
  const Real slow = laminar - softplus(laminar - transitional, width);
  return slow - softplus(slow - 1.0, width);
}

}  // namespace stillhouse::control_valve
