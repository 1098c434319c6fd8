#pragma once

#include <array>
#include <string_view>

#include "engine/autodiff/functions.h"
#include "models/flow/gas_nozzle.h"

/// Pressure relief valves: areas and flows of gas, steam, liquid and boiling mixtures.
///
///   A  m2  orifice     K_d  -  discharge: 0.975 gas and steam, 0.65 liquid, 0.62 rupture disc, 0.85 two phases
///   K_b, K_w  -  back pressure (bellows), gas and liquid     K_c  -  0.9 with a rupture disc below, else 1
///   p1  Pa  relieving pressure: set pressure, overpressure and the atmosphere's, absolute
///
/// Assumes   the valve is fully open; gases as gas_nozzle.h says
/// Valid for p1 below half the critical pressure for gases (else Z is to be that of the real gas)
/// Source    API Standard 520, part I, 7th ed. (2000), sections 3.6 to 3.10, and 9th ed. (2014), annexes B, C; API
///           Standard 526 (orifices)
/// Example   24270 kg/h of hydrocarbon, 348 K, Z 0.90, 51 g/mol, k 1.11, 670 kPa into the open: 3698 mm2
namespace stillhouse::relief_valve {

// ---- gases

/// API's C, kg K^0.5 /(h mm2 kPa kmol^0.5): 0.03948 sqrt(k (2/(k+1))^((k+1)/(k-1))). Example: k 1.35: 0.026694.
inline double coefficient_C(double k) {
  return 0.03948 * sqrt(k * pow(2.0 / (k + 1.0), (k + 1.0) / (k - 1.0)));
}
/// API's F2 of subcritical flow: sqrt(k/(k-1) r^(2/k) (1 - r^((k-1)/k)) / (1 - r)). Example: k 1.8, r 0.7: 0.86007.
template <class Real>
Real coefficient_F2(const Real& r, double k) {
  return sqrt((k / (k - 1.0)) * pow(r, 2.0 / k) * (1.0 - pow(r, (k - 1.0) / k)) / (1.0 - r));
}
/// kg/s of gas through the area A, critical or not.
template <class Real>
Real gas_flow(const Real& A, const Real& p1, const Real& p2, const Real& T1, const std::type_identity_t<Real>& M,
              double k, double Z, double K_d = 0.975) {
  return K_d * A * gas_nozzle::flux(p1, p2, T1, M, k, Z);
}
/// m2 for w kg/s.
template <class Real>
Real gas_area(const Real& w, const Real& p1, const Real& p2, const Real& T1, double M, double k, double Z,
              double K_d = 0.975, double K_b = 1.0, double K_c = 1.0) {
  return w / (K_d * K_b * K_c * gas_nozzle::flux(p1, p2, T1, M, k, Z));
}

// ---- steam

/// K_N, 1 at low pressure, then (0.02764 p - 1000)/(0.03324 p - 1061), p in kPa, to 22.057 MPa. The standard passes
/// from one to the other at 10.339 MPa with a step of -0.4 %; here where both meet, at 10.9 MPa (corner 0.001).
template <class Real>
Real napier_correction(const Real& p1) {
  const Real kPa = p1 * 1e-3;
  return 1.0 + softplus((0.02764 * kPa - 1000.0) / (0.03324 * kPa - 1061.0) - 1.0, 0.001);
}
/// kg/s of steam by Napier's equation, w = A p1 K_d K_N K_SH / 190.5 (kg/h, mm2, kPa); K_SH is 1 for saturated steam
/// and falls to 0.7 at 600 degC (table 9). Critical flow only. Example: 69615 kg/h saturated, 12.236 MPa: 1099 mm2.
template <class Real>
Real steam_flow(const Real& A, const Real& p1, double K_SH = 1.0, double K_d = 0.975) {
  return A * p1 * napier_correction(p1) * (K_d * K_SH * 1e6 * 1e-3 / (190.5 * 3600.0));
}

// ---- liquids

/// K_v for viscous liquids, 7th edition: 1/(0.9935 + 2.878/Re^0.5 + 342.75/Re^1.5), not above 1 (corner 0.001).
/// Re = q rho d.. / mu with sqrt(A) as length (18800 Q G / (mu sqrt(A)), L/min, cP, mm2). Example: Re 100: 0.6157.
template <class Real>
Real viscosity_correction(const Real& Re) {
  const Real K = 1.0 / (0.9935 + 2.878 / sqrt(Re) + 342.75 / (Re * sqrt(Re)));
  return K - softplus(K - 1.0, 0.001);
}
/// The 10th edition's form, for Re above 80: 1/sqrt(1 + 170/Re). Example: Re 4525: 0.98173.
template <class Real>
Real viscosity_correction_10(const Real& Re) {
  return 1.0 / sqrt(1.0 + 170.0 / Re);
}
/// kg/s of liquid:   K_d K_v K_w A sqrt(2 rho (p1 - p2)), linear within `width` Pa.
template <class Real>
Real liquid_flow(const Real& A, const Real& p1, const Real& p2, const Real& rho, double K_d = 0.65, double K_v = 1.0,
                 double width = 10.0) {
  return K_d * K_v * A * sqrt(2.0 * rho) * signed_sqrt(p1 - p2, width);
}

// ---- back pressure on balanced bellows; b is the gauge back pressure over the gauge set pressure, 0 to 0.5

/// K_w of liquids: 1 - 1.0245 s(b), s a softplus beyond 0.1734 of width 0.007. A fit to readings of figure 31 within
/// 0.003, through the one at b = 0.221. Example: set 1 MPa, back 0.3 MPa, both absolute: 0.95115.
template <class Real>
Real back_pressure_liquid(const Real& b) {
  return 1.0 - 1.024529286532687 * softplus(b - 0.1734, 0.007);
}
/// K_b of gases at 10 % overpressure: 1 below 0.3, then falling to 0.69 at 0.5; a fit to readings of figure 30 within
/// 0.004.
template <class Real>
Real back_pressure_gas(const Real& b) {
  return 1.0 - 1.10676 * softplus(b - 0.305, 0.01) - 0.66484 * softplus(b - 0.36, 0.01);
}

// ---- two phases

/// kg/(m2 s) of a boiling mixture by Leung's omega method (API 520, annex C.2.2), critical flow:
///   G = eta_c sqrt(p1/(v1 omega)),   omega = 9 (v9/v1 - 1)
///   eta_c = (1 + (1.0446 - 0.0093431 omega^0.5) omega^-0.56261)^(-0.70356 + 0.014685 ln omega)
/// v1, v9  m3/kg  specific volume at p1 and, after an isentropic flash, at 0.9 p1.
/// Note: it takes both phases to move together and in equilibrium. A short nozzle (below 0.1 m) passes more; swelling
/// in the vessel decides whether two phases come at all (DIERS). Example: 556.4 kPa, 0.01945 and 0.02265 m3/kg:
/// omega 1.482, eta_c 0.656, 2884 kg/(m2 s).
template <class Real>
Real two_phase_flux(const Real& p1, const Real& v1, const Real& v9) {
  const Real omega = 9.0 * (v9 / v1 - 1.0);
  const Real base = 1.0 + (1.0446 - 0.0093431 * sqrt(omega)) * pow(omega, -0.56261);
  const Real eta_c = exp((-0.70356 + 0.014685 * log(omega)) * log(base));
  return eta_c * sqrt(p1 / (v1 * omega));
}

// ---- orifices

struct Orifice {
  std::string_view letter;
  double area;  // m2
};
/// API 526: 0.110 to 26.0 square inches.
inline constexpr std::array<Orifice, 14> orifices{{{"D", 0.110 * 0.0254 * 0.0254},
                                                   {"E", 0.196 * 0.0254 * 0.0254},
                                                   {"F", 0.307 * 0.0254 * 0.0254},
                                                   {"G", 0.503 * 0.0254 * 0.0254},
                                                   {"H", 0.785 * 0.0254 * 0.0254},
                                                   {"J", 1.287 * 0.0254 * 0.0254},
                                                   {"K", 1.838 * 0.0254 * 0.0254},
                                                   {"L", 2.853 * 0.0254 * 0.0254},
                                                   {"M", 3.60 * 0.0254 * 0.0254},
                                                   {"N", 4.34 * 0.0254 * 0.0254},
                                                   {"P", 6.38 * 0.0254 * 0.0254},
                                                   {"Q", 11.05 * 0.0254 * 0.0254},
                                                   {"R", 16.00 * 0.0254 * 0.0254},
                                                   {"T", 26.00 * 0.0254 * 0.0254}}};

/// The smallest standard orifice of at least `area` m2. Throws ModelError if one valve is not enough.
const Orifice& standard_orifice(double area);

}  // namespace stillhouse::relief_valve
