#pragma once

#include "engine/autodiff/functions.h"

/// Sieve plate design by the equations of Coulson and Richardson, volume 6, in m of clear liquid. The crest is weir.h's
/// with `segmental`.
///
///   weep point    u_min = (K2 - 0.90 (25.4 - d)) / rho_v^0.5        d in mm; K2 from figure 11.30: 30.6 at 72 mm of
///                 weir and crest, 30 at 50, 28 at 20
///   dry drop      51e-3 (u_h/C0)^2 rho_v/rho_L                      C0 from figure 11.34: 0.84 for d = thickness,
///   holes
///                 10 % of the perforated area
///   residual      12.5/rho_L
///   downcomer     h_dc = 0.166 (w/(rho_L A_m))^2,   backup h_b = (h_w + h_ow) + h_t + h_dc,   time A_d h_b rho_L/w
///
/// Assumes   segmental downcomer; the design is safe if h_b < (spacing + h_w)/2 and the time is above 3 s
/// Valid for d 3 to 12 mm, sieve plates that do not foam
/// Source    R. K. Sinnott, Coulson and Richardson's Chemical Engineering, vol. 6, 4th ed., eqs. 11.84 to 11.95
/// Example   holes 5 mm, K2 30.6, 0.72 kg/m3: 14.42 m/s; residual at 954 kg/m3: 13.10 mm (example 11.11)
namespace stillhouse::sieve_tray_sinnott {

template <class Real>
Real weep_velocity(const Real& rho_v, double K2, double d) {
  return (K2 - 0.90 * (25.4 - 1e3 * d)) / sqrt(rho_v);
}
template <class Real>
Real dry_drop(const Real& u_h, const Real& rho_v, const Real& rho_L, double C0) {
  return u_h * u_h * rho_v / rho_L * (51e-3 / (C0 * C0));
}
template <class Real>
Real residual_drop(const Real& rho_L) {
  return 12.5 / rho_L;
}
/// w  kg/s  liquid in the downcomer; A_m  m2  the smaller of its area and the opening under its apron
template <class Real>
Real downcomer_drop(const Real& w, const Real& rho_L, double A_m) {
  const Real u = w / (rho_L * A_m);
  return 0.166 * u * u;
}
/// m3/s that a head of h m of clear liquid drives under the apron: downcomer_drop solved for the flow.
/// Example: 5.2 mm over 0.024 m2: 4.26 L/s, which is 4.06 kg/s of 954 kg/m3 (example 11.11).
template <class Real>
Real downcomer_flow(const Real& h, double A_m) {
  return A_m * sqrt(h * (1.0 / 0.166));
}
template <class Real>
Real residence_time(const Real& w, const Real& rho_L, const Real& backup, double A_d) {
  return A_d * backup * rho_L / w;
}

}  // namespace stillhouse::sieve_tray_sinnott
