#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Stages above the feed to stages below it (Kirkbride):
///
///   N_R/N_S = [ z_HK/z_LK (x_B,LK/x_D,HK)^2 B/D ]^0.206
///   stages_above_to_below(0.20, 0.25, 0.070, 0.031, 35.5, 64.5)   // 1.181
///
/// z  -  mole fractions in the feed;  x_B,LK  light key in the bottoms;  x_D,HK  heavy key in the distillate
/// B, D  mol/s or any unit alike
/// Source: C. G. Kirkbride, Petroleum Refiner 23 (9) (1944) 321; C. J. Geankoplis, Transport Processes and Unit
/// Operations, 3rd ed., eq. 11.7-21, example 11.7-2.
template <class Real>
Real stages_above_to_below(const Real& z_heavy, const Real& z_light, const Real& x_B_light, const Real& x_D_heavy,
                           const Real& B, const Real& D) {
  return pow(z_heavy / z_light * square(Real(x_B_light / x_D_heavy)) * (B / D), 0.206);
}

}  // namespace stillhouse
