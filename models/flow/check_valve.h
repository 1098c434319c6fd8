#pragma once

#include "engine/autodiff/functions.h"

/// Check valve: its disc floats on the stream until it is lifted to its stop; it does not let flow back.
///
///   q = K l sqrt(dp_+ / rho)     K  m2, of Kv when it is fully lifted (control_valve.h)
///   l = (softplus(dp - dp_open) - softplus(dp - dp_full))/(dp_full - dp_open)   lift, 0 to 1, corners of `width` Pa
///   dp_+ = softplus(dp) within `width`
///
/// What its maker calls the least velocity for a full lift is K sqrt(dp_full / rho) over the area.
/// Assumes   no mass of the disc, no leak but the tails of the softplus: at dp = 0 with dp_open 40 widths off, e^-40
/// Valid for liquids and gases that do not choke
/// Source    Crane TP-410, appendix A (K of a disc at its stop, least velocity for full lift); root of the difference:
///           IEC 60534-2-1; corners numerical
/// Example   K 1e-3 m2, water, 100 kPa, dp_open 1 kPa, dp_full 1.5 kPa: 0.0100 m3/s
namespace stillhouse::check_valve {

template <class Real>
Real lift(const Real& dp, double dp_open, double dp_full, double width) {
  return (softplus(dp - dp_open, width) - softplus(dp - dp_full, width)) * (1.0 / (dp_full - dp_open));
}
template <class Real>
Real flow(const Real& dp, const Real& rho, double K, double dp_open, double dp_full, double width) {
  return K * lift(dp, dp_open, dp_full, width) * sqrt(softplus(dp, width) / rho);
}

}  // namespace stillhouse::check_valve
