#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Vapour pressure by Antoine's equation: ln(psat / Pa) = A - B / (C + T), T in K.
/// Source: form 10 of the component data (temperature_function.h); range of validity as stated with the coefficients.
struct Antoine {
  double A = 0.0;  // -
  double B = 0.0;  // K
  double C = 0.0;  // K

  /// Natural logarithm of the vapour pressure in Pa.
  template <class Real>
  Real log_pressure(const Real& T) const {
    return A - B * (1.0 / (C + T));
  }
  /// d ln psat / dT, 1/K.
  template <class Real>
  Real log_slope(const Real& T) const {
    const Real inverse = 1.0 / (C + T);
    return B * inverse * inverse;
  }
};

/// Vapour pressure by the extended Antoine equation: ln(psat / Pa) = A + B / (C + T) + D ln T + E T^2, T in K.
/// With C = 0 form 101 of the component data with exponent 2, valid from triple to critical point.
struct ExtendedAntoine {
  double A = 0.0;  // -
  double B = 0.0;  // K
  double C = 0.0;  // K
  double D = 0.0;  // -
  double E = 0.0;  // 1/K2

  /// Natural logarithm of the vapour pressure in Pa.
  template <class Real>
  Real log_pressure(const Real& T) const {
    return A + B * (1.0 / (C + T)) + D * log(T) + E * T * T;
  }
  /// d ln psat / dT, 1/K.
  template <class Real>
  Real log_slope(const Real& T) const {
    const Real inverse = 1.0 / (C + T);
    return D / T - B * inverse * inverse + (2.0 * E) * T;
  }
};

}  // namespace stillhouse
