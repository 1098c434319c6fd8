#pragma once

#include "engine/autodiff/functions.h"

/// Dry head of a valve tray, m of liquid: valves float until all are open.
///
///   floating   1.35 t rho_m/rho_L + K_1 V^2 rho_v/rho_L          open   K_2 V^2 rho_v/rho_L
///   h = the larger of both, with a corner of `width` m
///
///   V  m/s  velocity through the holes     t, rho_m  m, kg/m3  thickness and density of the valve's metal (8000 steel)
///   K_1 = 0.0547, K_2  s2/m: 0.287 deck 1.9 mm, 0.252 for 2.6, 0.224 for 3.4, 0.159 for 6.4 mm
///
/// Assumes   valves of Glitsch's type V-1; holes sharp. Floating, the head is nearly constant: that is the turndown of
///           valve trays. Flooding as for sieve trays (sieve_tray.h) with their hole area factor 1
/// Valid for from the first valves opening to flooding; below it the tray is closed and this head is not reached
/// Source    Glitsch Ballast Tray Design Manual, Bulletin 4900, 3rd ed. (0.2 and 1.05, 0.92, 0.82, 0.58 inches of
///           liquid per (ft/s)^2); Kister, Distillation Design, section 6.3
/// Example   1.5 mm of steel, deck 2.6 mm, 2 and 800 kg/m3: 10 m/s floating: 33.9 mm; 20 m/s open: 252 mm
namespace stillhouse::valve_tray {

template <class Real>
Real floating_head(const Real& V, const Real& rho_v, const Real& rho_L, double t, double rho_m, double K_1 = 0.0547) {
  return (1.35 * t * rho_m + K_1 * V * V * rho_v) / rho_L;
}
template <class Real>
Real open_head(const Real& V, const Real& rho_v, const Real& rho_L, double K_2) {
  return K_2 * V * V * rho_v / rho_L;
}
template <class Real>
Real dry_head(const Real& V, const Real& rho_v, const Real& rho_L, double t, double rho_m, double K_2,
              double width = 1e-3) {
  return smooth_max(floating_head(V, rho_v, rho_L, t, rho_m), open_head(V, rho_v, rho_L, K_2), width);
}

}  // namespace stillhouse::valve_tray
