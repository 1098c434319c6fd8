#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Theoretical stages at a reflux, from Gilliland's chart of stages against reflux:
///
///   X = (R - R_min)/(R + 1)      Y = (N - N_min)/(N + 1)
///   Molokanov   Y = 1 - exp( (1 + 54.4 X)/(11 + 117.2 X) (X - 1)/sqrt(X) )
///   Eduljee     Y = 0.75 (1 - X^0.5668)
///   stages_by_molokanov(4.32, 0.717, 1.0)   // 9.926
///   stages_by_eduljee(4.32, 0.717, 1.0)     // 9.692
///
/// Counted as N_min is: reboiler and partial condenser included. Valid for 0.01 < X < 1; the chart scatters by 7 %.
/// Molokanov has both limits right (N to infinity at R_min, N_min at total reflux).
/// Source: Y. K. Molokanov, T. P. Korablina, N. I. Mazurina, M. A. Nikiforov, Int. Chem. Eng. 12 (1972) 209;
/// H. E. Eduljee, Hydrocarbon Processing 54 (9) (1975) 120; J. Benitez, Principles and Modern Applications of Mass
/// Transfer Operations, 2nd ed., example 6.13.
template <class Real>
Real stages_by_molokanov(const Real& N_min, const Real& R_min, const Real& R) {
  const Real X = (R - R_min) / (R + 1.0);
  const Real Y = 1.0 - exp((1.0 + 54.4 * X) / (11.0 + 117.2 * X) * ((X - 1.0) / sqrt(X)));
  return (N_min + Y) / (1.0 - Y);
}

template <class Real>
Real stages_by_eduljee(const Real& N_min, const Real& R_min, const Real& R) {
  const Real X = (R - R_min) / (R + 1.0);
  const Real Y = 0.75 * (1.0 - pow(X, 0.5668));
  return (N_min + Y) / (1.0 - Y);
}

}  // namespace stillhouse
