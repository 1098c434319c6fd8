#pragma once

#include <cmath>

#include "engine/autodiff/functions.h"

/// Correlations of a sieve tray, each smooth over the whole range from a dry to a flooded tray. SI units.
namespace stillhouse::tray_hydraulics {

inline constexpr double g = 9.80665;  // m/s2

/// Velocity heads that vapour loses in the holes, 1/C0^2. C0 = 0.73 is what Liebson, Kelley, Bullington (Petroleum
/// Refiner 36 (1957) 288; Perry's Handbook, 8th ed., fig. 14-35) give for holes of about 10 % of the active area and
/// plates half to three quarters as thick as the holes are wide; 0.70 to 0.76 for 7 % and plates of 0.5 to 0.8.
inline constexpr double hole_resistance = 1.88;

/// Fraction of liquid in the froth on the tray (Bennett, Agrawal, Cook, AIChE J. 29 (1983) 434; Seader, Henley,
/// Separation Process Principles, eqs. 6-52, 6-53, where the same stands in feet):
///   alpha = exp(-12.55 Ks^0.91),  Ks = u_s sqrt(rho_G / (rho_L - rho_G)),   Ks in m/s
/// u_s is the vapour velocity over the active area. Froth regime, not spray. Written as (Ks^2 + 1e-8)^0.455 so that it
/// is flat at no flow.
template <class Real>
Real froth_density(const Real& u_s, const Real& rho_G, const Real& rho_L) {
  const Real Ks2 = u_s * u_s * rho_G / (rho_L - rho_G);
  return exp(-12.55 * pow(Ks2 + 1e-8, 0.455));
}

/// Liquid over the weir, m3/s: Bennett's clear-liquid height solved for the flow,
///   Q = l_w alpha ((h_froth - h_weir) / C)^1.5,  C = 0.501 + 0.439 exp(-137.8 h_w)      SI
/// (Seader, Henley, eqs. 6-51, 6-54: 0.362 + 0.317 exp(-3.5 h_w) with inches and gallons a minute; Bennett's own 0.50
/// and 0.438 differ by 0.3 %). The crest's corner, 0.5 mm, is numerical: 4 % of the weir.
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
/// In that form C_d = 0.6 is a sharp-edged orifice; Fr0 = 0.030 makes it meet, with f_w = 1 and 10 mm of liquid, the
/// published branches 0.0200 Fr^-0.5 - 0.0300 m/s (Fr < 0.2) and 1.25e-3 Fr^-1.533 m/s (Fr > 0.2) within 6 % from 0.2
/// upwards and 60 % at 0.03; their own accuracy is 15 to 30 %. Published for low pressure and holes from 3 mm; said to
/// be inaccurate where little liquid flows. f_w < 1 stands for smaller holes and loads (tray.h). h0 = 0.1 mm is
/// numerical.
template <class Real>
Real weep_velocity(const Real& u_h, const Real& h, const Real& rho_G, const Real& rho_L, double f_w) {
  constexpr double h0 = 1e-4, Fr0 = 0.030, C_d = 0.6;
  const Real depth = h + h0;
  const Real Fr = rho_G * u_h * u_h / ((rho_L - rho_G) * g * depth);
  return C_d * sqrt(2.0 * g) * h / sqrt(depth) / (1.0 + pow(Fr + 1e-4, 1.533) * (pow(Fr0, -1.533) / f_w));
}

/// Vapour velocity over the net area at which entrainment floods the tray, m/s (Fair, Petro/Chem Engineer 33(10) (1961)
/// 45, as fitted by Lygeros, Magoulas, Hydrocarbon Processing 65(12) (1986) 43; Perry's Handbook, 8th ed., eq. 14-90):
///   u_f = [0.0105 + 8.127e-4 TS^0.755 exp(-1.463 F_LV^0.842)] (sigma/0.02)^0.2 sqrt((rho_L - rho_G)/rho_G)
/// with the tray spacing TS in mm inside the bracket. Valid for systems that do not foam, weirs below 15 % of the
/// spacing, holes up to 13 mm and from 10 % of the active area, TS from 150 mm. For other trays `factor` is to hold
/// what is known: 0.90 for holes of 8 %, 0.80 for 6 % (Perry), and what a smaller spacing does (tray.h). F_LV^0.842 is
/// written (F_LV^2 + 1e-6)^0.421: flat at no liquid.
template <class Real>
Real flood_velocity(const Real& F_LV, const Real& sigma, const Real& rho_G, const Real& rho_L, double tray_spacing,
                    double factor) {
  const Real bracket =
      0.0105 + 8.127e-4 * pow(1e3 * tray_spacing, 0.755) * exp(-1.463 * pow(F_LV * F_LV + 1e-6, 0.421));
  return factor * bracket * pow(sigma * 50.0, 0.2) * sqrt((rho_L - rho_G) / rho_G);
}

/// Liquid carried up, kg per kg of vapour, where as much liquid comes down as vapour goes up:
///   psi / (1 + psi/3),   psi = exp(-6.29 + 4.7 u/u_f)
/// psi is Fair's share of the liquid that is entrained. The slope is that of two readings of his chart, 0.15 at 80 %
/// and 0.24 at 90 % of flood with F_LV = 0.021 (Perry's Handbook, 8th ed., section 14, example 10); the level lies
/// between readings at F_LV 0.02 and at 0.047 (0.017 at 51 %; Seader, Henley, fig. 6.28), as a small column's 0.03 to
/// 0.04 does. Fair's own form is psi / (1 - psi), which has a pole; this one lies 12 % lower at 80 % and stays bounded.
/// The second term is a carry-over that rises steeply once the froth fills the tray spacing: no froth stands higher
/// than its tray. Its gain, 30 kg/kg a centimetre, is an engineering estimate: with a gain of 2 a flooded tray would
/// hold three times the height of its space.
template <class Real>
Real entrainment_ratio(const Real& flood_fraction, const Real& froth_height, double tray_spacing) {
  const Real psi = exp(-6.29 + 4.7 * flood_fraction);
  return psi / (1.0 + psi * (1.0 / 3.0)) + 30.0 * softplus((froth_height - tray_spacing) * 100.0, 0.3);
}

}  // namespace stillhouse::tray_hydraulics
