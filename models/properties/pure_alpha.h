#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// How the attraction of a pure compound falls with temperature in a cubic equation of state, after Soave.
///
///   alpha(T) = (1 + m (1 - sqrt(T/Tc)))^2
///   Soave-Redlich-Kwong   m = 0.480 + 1.574 w - 0.176 w^2
///   Peng-Robinson         m = 0.37464 + 1.54226 w - 0.26992 w^2                          w <= 0.491
///                         m = 0.379642 + 1.48503 w - 0.164423 w^2 + 0.016666 w^3         w > 0.491
///
/// T   K  temperature    Tc  K  critical temperature    w  -  acentric factor    m  -  slope
/// Assumes    the vapour pressure at 0.7 Tc is that of the acentric factor
/// Valid for  0.4 Tc to 1.5 Tc, non-polar compounds best; further above Tc the attraction of a hydrocarbon is a little
///            too small, far above (T = Tc (1 + 1/m)^2, 4 Tc and more) it vanishes and would return
/// Example    Peng-Robinson, n-butane, w = 0.2, Tc = 425.1 K: m = 0.6723; at 350 K sqrt(alpha) = 1.0623
/// Sources    G. Soave, Chem. Eng. Sci. 27 (1972) 1197, eq. 13 and 15; D.-Y. Peng, D. B. Robinson, Ind. Eng. Chem.
///            Fundam. 15 (1976) 59, eq. 17 and 18; D. B. Robinson, D.-Y. Peng, GPA Research Report 28 (1978), for w >
///            0.491
struct SoaveAlpha {
  double m = 0.0;
  double inverse_root_Tc = 0.0;  // K^-0.5

  static SoaveAlpha soave_redlich_kwong(double acentric_factor, double Tc) {
    const double w = acentric_factor;
    return {0.480 + w * (1.574 - 0.176 * w), 1.0 / sqrt(Tc)};
  }
  static SoaveAlpha peng_robinson(double acentric_factor, double Tc) {
    const double w = acentric_factor;
    const double m =
        w <= 0.491 ? 0.37464 + w * (1.54226 - 0.26992 * w) : 0.379642 + w * (1.48503 + w * (-0.164423 + 0.016666 * w));
    return {m, 1.0 / sqrt(Tc)};
  }

  /// sqrt(alpha), of the square root of temperature, which all compounds of a mixture share.
  template <class Real>
  Real root(const Real& root_T) const {
    return 1.0 + m * (1.0 - root_T * inverse_root_Tc);
  }
  /// d sqrt(alpha) / dT, 1/K.
  template <class Real>
  Real root_slope(const Real& root_T) const {
    return (-0.5 * m * inverse_root_Tc) / root_T;
  }
};

}  // namespace stillhouse
