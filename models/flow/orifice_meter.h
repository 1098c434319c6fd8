#pragma once

#include <numbers>

#include "engine/autodiff/functions.h"

/// Orifice plate as a meter.
///
///   w = C E eps (pi/4) d^2 sqrt(2 dp rho1)        kg/s      E = 1/sqrt(1 - beta^4),   beta = d/D
///   C = 0.5961 + 0.0261 beta^2 - 0.216 beta^8 + 0.000521 (1e6 beta/Re)^0.7
///       + (0.0188 + 0.0063 A) beta^3.5 (1e6/Re)^0.3 + (0.043 + 0.080 e^(-10 L1) - 0.123 e^(-7 L1)) (1 - 0.11 A)
///       beta^4/(1 - beta^4) - 0.031 (M2 - 0.8 M2^1.1) beta^1.3        (+ 0.011 (0.75 - beta)(2.8 - D/25.4 mm), D < 71
///       mm) A = (19000 beta/Re)^0.8,   M2 = 2 L2/(1 - beta)          Reader-Harris, Gallagher
///   eps = 1 - (0.351 + 0.256 beta^4 + 0.93 beta^8)(1 - (p2/p1)^(1/k))
///
///   Re  -  of the pipe     L1, L2  -  distance of the taps over D: corner 0, 0; D and D/2: 1, 0.47; flange 25.4 mm/D
///
/// Assumes   sharp edge, long straight pipe, steady flow
/// Valid for beta 0.1 to 0.75, D 50 to 1000 mm, Re above 5000, p2/p1 above 0.75
/// Source    ISO 5167-2:2003, sections 5.3.2.1, 5.3.2.2
/// Example   oil of 878 kg/m3, d 56.6, D 154.1 mm, 93.2 kPa, C 0.61: 0.02257 m3/s (Geankoplis, example 3.2-2)
namespace stillhouse::orifice_meter {

struct Taps {
  double upstream;    // L1
  double downstream;  // L2
};
inline constexpr Taps corner_taps{0.0, 0.0};
inline constexpr Taps pipe_taps{1.0, 0.47};
inline Taps flange_taps(double D) {
  return {0.0254 / D, 0.0254 / D};
}

template <class Real>
Real discharge_coefficient(const Real& Re, double d, double D, const Taps& taps) {
  const double beta = d / D, beta2 = beta * beta, beta4 = beta2 * beta2;
  const double M2 = 2.0 * taps.downstream / (1.0 - beta);
  const double up = 0.043 + 0.080 * exp(-10.0 * taps.upstream) - 0.123 * exp(-7.0 * taps.upstream);
  const double down = M2 > 0.0 ? 0.031 * (M2 - 0.8 * pow(M2, 1.1)) * pow(beta, 1.3) : 0.0;
  const double small_pipe = D < 0.07112 ? 0.011 * (0.75 - beta) * (2.8 - D / 0.0254) : 0.0;
  const Real A = pow(19000.0 * beta / Re, 0.8);
  return (0.5961 + 0.0261 * beta2 - 0.216 * beta4 * beta4 + small_pipe - down) + 0.000521 * pow(1e6 * beta / Re, 0.7) +
         (0.0188 + 0.0063 * A) * pow(beta, 3.5) * pow(1e6 / Re, 0.3) + up * beta4 / (1.0 - beta4) * (1.0 - 0.11 * A);
}
/// eps of gases; r = p2/p1.
template <class Real>
Real expansibility(const Real& r, double k, double beta) {
  const double beta4 = beta * beta * beta * beta;
  return 1.0 - (0.351 + 0.256 * beta4 + 0.93 * beta4 * beta4) * (1.0 - pow(r, 1.0 / k));
}
/// kg/s from the difference, linear within `width` Pa around rest.
template <class Real>
Real mass_flow(const Real& dp, const Real& rho1, const Real& C, const Real& eps, double d, double D, double width) {
  const double beta = d / D, beta4 = beta * beta * beta * beta;
  const double area = 0.25 * std::numbers::pi * d * d;
  return C * eps * sqrt(2.0 * rho1) * signed_sqrt(dp, width) * (area / sqrt(1.0 - beta4));
}
/// Pa that stay lost: dp (sqrt(1 - beta^4 (1 - C^2)) - C beta^2)/(sqrt(1 - beta^4 (1 - C^2)) + C beta^2).
template <class Real>
Real lasting_loss(const Real& dp, const Real& C, double beta) {
  const double beta2 = beta * beta;
  const Real root = sqrt(1.0 - beta2 * beta2 * (1.0 - C * C));
  return dp * (root - C * beta2) / (root + C * beta2);
}

}  // namespace stillhouse::orifice_meter
