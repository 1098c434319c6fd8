#pragma once

#include "engine/autodiff/functions.h"
#include "models/separation/log_ratio.h"

/// Absorbers and strippers of dilute streams.
///
///   y1, y2  -  gas in, out (bottom, top)     x2  -  solvent in     m  -  y = m x     A = L/(m G)
///   Y = (y1 - m x2)/(y2 - m x2)
///   stages         N = ln(Y (1 - 1/A) + 1/A)/ln A                 Y - 1 at A = 1
///   transfer units N_OG = ln(Y (1 - 1/A) + 1/A)/(1 - 1/A)         height H_OG N_OG, H_OG = G/(K_y a) per area
///   absorbed       (A^(N+1) - A)/(A^(N+1) - 1)
///
/// A stripper is the mirror image: liquid for gas and 1/A for A.
///
/// Assumes   straight equilibrium line through zero, constant flows, isothermal, no reaction
/// Valid for A above 0.2, Y from 1 up; without a hole at A = 1 (log_ratio.h)
/// Source    A. Kremser, Nat. Petrol. News 22(21) (1930) 43; M. Souders, G. G. Brown, Ind. Eng. Chem. 24 (1932) 519; A.
///           P. Colburn, Trans. AIChE 35 (1939) 211; Treybal, 3rd ed., eqs. 5.50 to 5.55, 8.50
/// Example   acetone into water, m 2.53, L/G 90/30: A 1.19, from 0.01 to 0.00101: 5.04 stages (Geankoplis, 10.3-3)
namespace stillhouse::kremser {

template <class Real>
Real stages(const Real& Y, const Real& A) {
  const Real u = 1.0 - 1.0 / A;
  return (Y - 1.0) * log_ratio((Y - 1.0) * u) / log_ratio(-u);
}
template <class Real>
Real transfer_units(const Real& Y, const Real& A) {
  return (Y - 1.0) * log_ratio((Y - 1.0) * (1.0 - 1.0 / A));
}
/// Share of what could be absorbed; N a whole number of stages: A S/(1 + A S), S = 1 + A + ... + A^(N-1), which has no
/// hole at A = 1.
template <class Real>
Real absorbed(const Real& A, int stages) {
  Real sum = 0.0;
  for (int k = 0; k < stages; ++k) sum = sum * A + 1.0;
  return A * sum / (1.0 + A * sum);
}
/// Solvent over gas below which no number of stages suffices: (y1 - y2)/(y1/m - x2).
template <class Real>
Real least_solvent(const Real& y1, const Real& y2, const Real& x2, const Real& m) {
  return (y1 - y2) / (y1 / m - x2);
}

}  // namespace stillhouse::kremser
