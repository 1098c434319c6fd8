#pragma once

#include <array>

#include "models/properties/narrow.h"

namespace stillhouse {

/// What a liquid mixture of alcohol (1) and water (2) does beyond averaging its pure liquids.
///
///   v^E   m3/mol   x1 x2 [v0 + v1 (x1 - x2) + v2 (x1 - x2)^2]                          excess volume
///   w     -        x1 [1 + b x2 / (1 - a x2)], sigma = sigma2 - (sigma2 - sigma1) w    surface tension
///   L     -        x1 x2 [l0 + l1 (x1 - x2) + l2 (x1 - x2)^2] (298.15 K / T)^5         ln mu beyond the mean
///
/// v^E and L are fitted to densities and viscosities measured at 298.15 K (tests/literature/liquid_mixtures.csv
/// names them). v^E is taken as independent of temperature. The fifth power in L is an assumption: structure in
/// the liquid, and with it the excess viscosity, fades on heating; expect 20 % at 350 K.
/// Source of w: Connors, Wright, Analytical Chemistry 61 (1989) 194, with constants for 298.15 K.
struct Mixing {
  std::array<double, 3> volume;     // m3/mol
  double tension_a, tension_b;      // -
  std::array<double, 3> viscosity;  // -

  template <class Real>
  Real excess_volume(const std::array<Real, 2>& x) const {
    return redlich_kister(volume, x);
  }

  template <class Real>
  Real tension_weight(const std::array<Real, 2>& x) const {
    return x[0] * (1.0 + tension_b * x[1] / (1.0 - tension_a * x[1]));
  }

  template <class Real>
  Real log_viscosity_excess(const std::array<Real, 2>& x, const Real& T) const {
    const Real ratio = 298.15 / T;
    const Real square = ratio * ratio;
    return redlich_kister(viscosity, x) * square * square * ratio;
  }

 private:
  template <class Real>
  static Real redlich_kister(const std::array<double, 3>& c, const std::array<Real, 2>& x) {
    const Real d = x[0] - x[1];
    return x[0] * x[1] * (c[0] + d * (c[1] + d * c[2]));
  }
};

}  // namespace stillhouse
