#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Centrifugal pump.
///
///   H  m  head     Q  m3/s  flow     n  -  speed over the speed of the curve     P  W  power at the shaft
///   NPSH  m  what stands over the vapour pressure at the inlet, as head
///
/// Assumes   affinity laws: Q ~ n, H ~ n2, P ~ n3; water-like liquids (viscosity below some 20 mPa s)
/// Valid for n from 0.5 to 1.1; Q from 0 to where the head ends. Backwards flow meets the curve mirrored: the head
///           grows
/// Source    Perry's Handbook, 8th ed., section 10 (affinity, NPSH, specific speed); A. B. Corripio, K. S. Chrien, L.
///           B. Evans, Chem. Eng. 89(4) (1982) 115 (efficiency); cavitation: 3 % of head at NPSHR is its definition
///           (ANSI/HI 14.6), the course beyond it an estimate
/// Example   H = 40 n2 - 0.004 Q2 against 10 + 0.006 Q2 (m, m3/h), n = 1: 54.772 m3/h
namespace stillhouse::centrifugal_pump {

inline constexpr double g = standard_gravity;

/// Head that the flow spends inside the pump: (1 - c + c^2) a Q |Q|, with |Q| smooth within `width` m3/s; c is the
/// share of the head that cavitation leaves. Near c = 1 what remains of H is that share of the whole curve; at c = 0
/// the pump is the resistance that it is at rest.
template <class Real>
Real spent_head(const Real& Q, const Real& c, double a, double width) {
  return (1.0 - c + c * c) * a * Q * sqrt(Q * Q + width * width);
}
/// H = c H0 n^2 - spent head.
template <class Real>
Real head(const Real& Q, const Real& n, const Real& c, double H0, double a, double width) {
  return c * H0 * n * n - spent_head(Q, c, a, width);
}
/// The same of a sound pump.
template <class Real>
Real head(const Real& Q, const Real& n, double H0, double a, double width) {
  return head(Q, n, Real(1.0), H0, a, width);
}
/// Where that curve meets a system of static head H_s and resistance b: sqrt((H0 n^2 - H_s)/(a + b)).
template <class Real>
Real operating_flow(const Real& n, double H0, double a, double H_s, double b) {
  return sqrt((H0 * n * n - H_s) * (1.0 / (a + b)));
}
/// Efficiency by Corripio: -0.316 + 0.24015 ln q - 0.01199 (ln q)^2, q in US gal/min, 50 to 5000.
/// Example: 461 gal/min: 0.7059.
template <class Real>
Real corripio_efficiency(const Real& Q) {
  const Real l = log(Q * (60.0 / 3.785411784e-3));
  return -0.316 + 0.24015 * l - 0.01199 * l * l;
}
/// P = rho g H Q / eta.
template <class Real>
Real power(const Real& Q, const Real& H, const Real& rho, const Real& eta) {
  return rho * g * H * Q / eta;
}
/// N Q^0.5 / H^0.75 at the best point; rpm, m3/s, m as Europe has it. Example: 3550 rpm, 0.0402 m3/s, 100 m: 22.508.
inline double specific_speed(double rpm, double Q, double H) {
  return rpm * sqrt(Q) / pow(H, 0.75);
}
/// NPSHA = (p - psat)/(rho g) + z - h_f:  p above the liquid, z liquid over the pump, h_f m friction before it.
template <class Real>
Real npsh_available(const Real& p, const Real& psat, const Real& rho, const Real& z, const Real& h_f) {
  return (p - psat) / (rho * g) + z - h_f;
}
/// NPSHR from its value at Q_0 and n = 1: NPSH_0 (n^2 + (Q/Q_0)^2)/2. An estimate where the maker's curve is not known:
/// half grows with speed, half with flow.
template <class Real>
Real npsh_required(const Real& Q, const Real& n, double NPSH_0, double Q_0) {
  return 0.5 * NPSH_0 * (n * n + Q * Q * (1.0 / (Q_0 * Q_0)));
}
/// Share of the head that is left: 0.97 at NPSHA = NPSHR, nearly 1 above 1.5, half at 0.5 of it.
///   1/(1 + e^(-(m + 0.5)/0.144)),   m = NPSHA/NPSHR - 1
template <class Real>
Real head_when_cavitating(const Real& npsh_a, const Real& npsh_r) {
  return smooth_step(npsh_a / npsh_r - 0.5, 0.144);
}

}  // namespace stillhouse::centrifugal_pump
