#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/gravity.h"

/// Dry head of a bubble-cap tray, m of liquid: riser and annulus, then the slots, which open as far as the vapour
/// needs.
///
///   riser    K u_r^2 rho_v/(2 g rho_L)                                        K 4 to 6 velocity heads (of the riser)
///   slots    h_s = (Q H_s/(A_s C (2/3) (2 g (rho_L - rho_v)/rho_v)^(1/2)))^(2/3)     rectangular, open to h_s from
///   above limit    Q_max at h_s = H_s:   A_s C (2/3) (2 g H_s (rho_L - rho_v)/rho_v)^(1/2)
///
///   Q  m3/s  vapour     A_s  m2  slots     H_s  m  slot height     C = 0.51: Bolles's 0.79 in feet and inches
///
/// Assumes   vapour leaves each slot between its top and the level inside the cap, by that level's head
/// Valid for Q below Q_max; beyond it vapour escapes under the cap's rim. (Q^2 + 1e-12)^(1/3) keeps the slope finite
/// Source    W. L. Bolles, Petroleum Refiner 35(2) to 35(5) (1956); the form follows from Bernoulli's equation
/// Example   slots 0.1 m2, 25.4 mm, 2 and 800 kg/m3: Q_max 0.479 m3/s
namespace stillhouse::bubble_cap_tray {

inline constexpr double g = standard_gravity;
inline constexpr double slot_coefficient = 0.51;

template <class Real>
Real riser_head(const Real& u_r, const Real& rho_v, const Real& rho_L, double velocity_heads) {
  return (velocity_heads / (2.0 * g)) * u_r * u_r * rho_v / rho_L;
}
template <class Real>
Real slot_capacity(const Real& rho_v, const Real& rho_L, double A_s, double H_s) {
  return (slot_coefficient * A_s * 2.0 / 3.0) * sqrt((2.0 * g * H_s) * (rho_L - rho_v) / rho_v);
}
template <class Real>
Real slot_opening(const Real& Q, const Real& rho_v, const Real& rho_L, double A_s, double H_s) {
  const Real share = Q / slot_capacity(rho_v, rho_L, A_s, H_s);
  return H_s * pow(share * share + 1e-12, 1.0 / 3.0);
}

}  // namespace stillhouse::bubble_cap_tray
