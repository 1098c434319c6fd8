#pragma once

#include "engine/autodiff/functions.h"

/// Crest of clear liquid over a straight weir after Francis.   h  m     q  m3/s     length  m
///
///   h = c (q/length)^(2/3)        c 0.664 (Francis), 0.750 (segmental downcomer, contraction counted)
///
/// Assumes   free overfall, sharp crest
/// Valid for q/length from 0.001 to 0.03 m3/(s m); (q^2 + 1e-12)^(1/3) has a finite slope at rest: 0.1 mm at most for
///           weirs from 1 m, and 0.5 mm for 0.1 m
/// Source    Treybal, Mass-Transfer Operations, 3rd ed., eq. 6.32 to 6.34; Sinnott, Coulson and Richardson's Chemical
///           Engineering, vol. 6, eq. 11.85
/// Example   0.005 m3/s over 0.875 m, c 0.664: 21.22 mm
namespace stillhouse::weir {

inline constexpr double francis = 0.664;
inline constexpr double segmental = 0.750;

template <class Real>
Real crest(const Real& q, double length, double constant) {
  return constant * pow(q * q + 1e-12, 1.0 / 3.0) * pow(length, -2.0 / 3.0);
}
/// m3/s over the weir at a crest h, which may be negative: softplus(h) within `width` m.
template <class Real>
Real overflow(const Real& h, double length, double constant, double width) {
  const Real over = softplus(h, width) * (1.0 / constant);
  return length * over * sqrt(over);
}

}  // namespace stillhouse::weir
