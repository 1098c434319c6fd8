#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Fewest theoretical stages, those at total reflux (Fenske), reboiler and a partial condenser counted:
///
///   N_min = ln( x_D/(1 - x_D) (1 - x_B)/x_B ) / ln alpha
///   minimum_stages(2.4, 0.9, 0.1)   // 5.0195
///
/// alpha  -  relative volatility of the light key to the heavy key, the geometric mean over the column
/// x_D    -  share of the light key in light and heavy key, distillate;  x_B  in the bottoms
/// Assumes constant alpha. Valid for alpha > 1, 0 < x_B < x_D < 1.
/// Source: M. R. Fenske, Ind. Eng. Chem. 24 (1932) 482; Coulson, Richardson, Chemical Engineering, vol. 2, 5th ed.,
/// eq. 11.58, example 11.9.
template <class Real>
Real minimum_stages(const Real& alpha, const Real& x_D, const Real& x_B) {
  return log(x_D / (1.0 - x_D) * ((1.0 - x_B) / x_B)) / log(alpha);
}

/// The same from recoveries: `light` is the share of the light key fed that goes to the distillate, `heavy` the share
/// of the heavy key fed that goes to the bottoms.
///
///   minimum_stages_by_recovery(3.91, 0.95, 0.95)   // 4.319
///
/// Source: J. Benitez, Principles and Modern Applications of Mass Transfer Operations, 2nd ed., example 6.10.
template <class Real>
Real minimum_stages_by_recovery(const Real& alpha, const Real& light, const Real& heavy) {
  return log(light / (1.0 - light) * (heavy / (1.0 - heavy))) / log(alpha);
}

/// Share of any species fed that goes to the distillate at total reflux: r/(1 + r) with
/// r = d_i/b_i = alpha^N_min (1 - heavy)/heavy, alpha its volatility relative to the heavy key.
/// The light key of the example above comes back: distilled_share(3.91, 4.319, 0.95) = 0.95.
template <class Real>
Real distilled_share(double alpha, const Real& N_min, const Real& heavy) {
  const Real r = exp(N_min * log(alpha)) * ((1.0 - heavy) / heavy);
  return r / (1.0 + r);
}

}  // namespace stillhouse
