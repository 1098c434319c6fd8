#pragma once

#include "engine/autodiff/functions.h"

/// Check valve: opens with the pressure difference, does not let flow back.
///
///   q = K sqrt(dp_+ / rho),   dp_+ = softplus(dp - dp_open) within `width` Pa      K  m2  (control_valve.h)
///
/// Assumes   no mass of the flap, no leak but the tail of the softplus: at dp = -5 width the root of it, 8 % of what
///           passes at dp = +width; 1e-10 of it at -46 width
/// Valid for liquids and gases that do not choke
/// Source    root of the difference: IEC 60534-2-1; the corner is numerical
/// Example   K 1e-3 m2, water, 100 kPa above opening: 0.0100 m3/s
namespace stillhouse::check_valve {

template <class Real>
Real flow(const Real& dp, const Real& rho, double K, double dp_open, double width) {
  return K * sqrt(softplus(dp - dp_open, width) / rho);
}

}  // namespace stillhouse::check_valve
