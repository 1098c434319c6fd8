#pragma once

#include <cmath>

#include "engine/autodiff/functions.h"

/// Correlations of a sieve tray, each smooth over the whole range from a dry to a flooded tray. SI units.
namespace stillhouse::tray_hydraulics {

inline constexpr double g = 9.80665;  // m/s2

/// Fraction of liquid in the froth on the tray (Bennett, Agrawal, Cook, AIChE J. 29 (1983) 434):
///   alpha = exp(-12.55 Ks^0.91),  Ks = u_s sqrt(rho_G / (rho_L - rho_G))
/// u_s is the vapour velocity over the active area. Written as (Ks^2 + 1e-8)^0.455 so that it is flat at no flow.
template <class Real>
Real froth_density(const Real& u_s, const Real& rho_G, const Real& rho_L) {
  const Real Ks2 = u_s * u_s * rho_G / (rho_L - rho_G);
  return exp(-12.55 * pow(Ks2 + 1e-8, 0.455));
}

/// Liquid over the weir, m3/s: Bennett's clear-liquid height solved for the flow,
///   Q = l_w alpha ((h_froth - h_weir) / C)^1.5,  C = 0.501 + 0.439 exp(-137.8 h_w)
template <class Real>
Real weir_overflow(const Real& froth_height, const Real& limit, const Real& alpha, double weir_height,
                   double weir_length) {
  const double C = 0.501 + 0.439 * exp(-137.8 * weir_height);
  const Real crest = softplus(froth_height - limit, 0.5e-3) * (1.0 / C);
  return weir_length * alpha * crest * sqrt(crest);
}

/// Weeping velocity through the holes, m3/s per m2 of holes. At low hole Froude number it is free drainage through an
/// orifice (dumping), C_d sqrt(2 g h); above Fr = 0.2 it falls as Fr^-1.533 (Colwell, O'Bara, AIChE spring meeting
/// 1989, after Lockett, Banik, Ind. Eng. Chem. Process Des. Dev. 25 (1986) 561; Kister, Distillation Design, ch. 6):
///   Fr = rho_G u_h^2 / ((rho_L - rho_G) g h),    W/A_h = C_d sqrt(2 g) h / sqrt(h + h0) / (1 + (Fr/Fr0)^1.533 / f_w)
/// f_w < 1 is calibrated for small holes and small liquid loads (tray.h).
template <class Real>
Real weep_velocity(const Real& u_h, const Real& h, const Real& rho_G, const Real& rho_L, double f_w) {
  constexpr double h0 = 1e-4, Fr0 = 0.030, C_d = 0.6;
  const Real depth = h + h0;
  const Real Fr = rho_G * u_h * u_h / ((rho_L - rho_G) * g * depth);
  return C_d * sqrt(2.0 * g) * h / sqrt(depth) / (1.0 + pow(Fr + 1e-4, 1.533) * (pow(Fr0, -1.533) / f_w));
}

/// Vapour velocity over the net area at which entrainment floods the tray, m/s (Fair 1961, as fitted by Lygeros,
/// Magoulas, Hydrocarbon Processing 65 (1986) 43; Perry's Handbook, 8th ed., section 14):
///   u_f = [0.0105 + 8.127e-4 TS^0.755 exp(-1.463 F_LV^0.842)] (sigma/0.02)^0.2 sqrt((rho_L - rho_G)/rho_G)
/// with the tray spacing TS in mm inside the bracket. Valid for TS from 150 mm; below that an extrapolation that
/// `factor` calibrates. F_LV^0.842 is written (F_LV^2 + 1e-6)^0.421: flat at no liquid.
template <class Real>
Real flood_velocity(const Real& F_LV, const Real& sigma, const Real& rho_G, const Real& rho_L, double tray_spacing,
                    double factor) {
  const Real bracket =
      0.0105 + 8.127e-4 * pow(1e3 * tray_spacing, 0.755) * exp(-1.463 * pow(F_LV * F_LV + 1e-6, 0.421));
  return factor * bracket * pow(sigma * 50.0, 0.2) * sqrt((rho_L - rho_G) / rho_G);
}

/// Liquid carried up, kg per kg of vapour: psi/(1 - psi) in Fair's terms, with
///   psi = exp(-6.29 + 4.7 u/u_f)
/// bounded smoothly for u > u_f, and a carry-over that rises steeply once the froth fills the tray spacing (no froth
/// stands higher than its tray), which bounds what a flooded tray holds.
template <class Real>
Real entrainment_ratio(const Real& flood_fraction, const Real& froth_height, double tray_spacing) {
  const Real psi = exp(-6.29 + 4.7 * flood_fraction);
  return psi / (1.0 + psi * (1.0 / 3.0)) + 30.0 * softplus((froth_height - tray_spacing) * 100.0, 0.3);
}

}  // namespace stillhouse::tray_hydraulics
