#pragma once

#include "engine/autodiff/functions.h"

/// Logarithmic mean of two temperature differences of one sign.
///
///   LMTD = (a - b)/ln(a/b) = (a + b)/2 s/artanh(s),   s = (a - b)/(a + b)
///
/// s/artanh(s) is even in s: with s^2 + e^2 (1 - s^2), e = 1e-4, in place of s^2 it has no hole at a = b, without a
/// branch; it is off by 3e-9.
///
/// Assumes   constant heat capacities and U; pure counter-current or co-current flow (else times `correction`)
/// Valid for a and b above zero. A dynamic unit in which they may cross needs cells, or exchanger_effectiveness.h
/// Source    Perry's Handbook, 8th ed., eqs. 5-37, 11-1; R. A. Bowman, A. C. Mueller, W. M. Nagle, Trans. ASME 62
///           (1940) 283 (F)
/// Example   35 and 40 K: 37.444 K (Holman, Heat Transfer, 10th ed., example 10-4)
namespace stillhouse::log_mean {

template <class Real>
Real difference(const Real& a, const Real& b) {
  const Real sum = a + b;
  const Real u = (a - b) / sum;
  const Real s = sqrt(u * u + 1e-8 * (1.0 - u * u));
  return sum * s / log((1.0 + s) / (1.0 - s));
}
/// F of one shell pass and an even number of tube passes; R = (T1 - T2)/(t2 - t1), not 1; P = (t2 - t1)/(T1 - t1).
/// Example: R 1.5, P 0.4: 0.8033.
template <class Real>
Real correction(const Real& R, const Real& P) {
  const Real w = sqrt(R * R + 1.0);
  return w / (R - 1.0) * log((1.0 - P) / (1.0 - P * R)) / log((2.0 - P * (R + 1.0 - w)) / (2.0 - P * (R + 1.0 + w)));
}

}  // namespace stillhouse::log_mean
