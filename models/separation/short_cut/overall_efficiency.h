#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Overall efficiency of a column, theoretical stages by trays, from the keys' relative volatility and the feed's
/// liquid viscosity at the mean temperature (O'Connell's chart), as two fits to it:
///
///   Lockett   E = 0.492 (alpha mu)^-0.245
///   Benitez   E = 0.52782 - 0.27511 lg(alpha mu) + 0.044923 lg^2(alpha mu)
///   efficiency_by_benitez(2.39, 0.2473e-3)   // 0.593
///
/// alpha  -     relative volatility of the keys
/// mu     Pa s  viscosity of the liquid (in the equations in mPa s)
/// Valid for 0.1 < alpha mu < 10 mPa s, bubble-cap and sieve trays of hydrocarbons and alcohols; within some 10 % of
/// the efficiency. Source: H. E. O'Connell, Trans. AIChE 42 (1946) 741; M. J. Lockett, Distillation Tray Fundamentals,
/// 1986; J. Benitez, Principles and Modern Applications of Mass Transfer Operations, 2nd ed., eq. 6-60, example 6.7.
template <class Real>
Real efficiency_by_lockett(const Real& alpha, const Real& mu) {
  return 0.492 * pow(Real(1e3 * alpha * mu), -0.245);
}

template <class Real>
Real efficiency_by_benitez(const Real& alpha, const Real& mu) {
  const Real lg = log(1e3 * alpha * mu) * (1.0 / 2.302585092994046);
  return 0.52782 - 0.27511 * lg + 0.044923 * lg * lg;
}

/// Overall efficiency of trays with Murphree's efficiency of the vapour (Lewis):
///
///   E_o = ln(1 + E (m V/L - 1)) / ln(m V/L)
///   overall_efficiency(0.7, 1.3)   // 0.727
///
/// m V/L  -  slope of the equilibrium curve by that of the operating line; at 1 both efficiencies are the same
/// Source: W. K. Lewis, Ind. Eng. Chem. 28 (1936) 399; J. D. Seader, E. J. Henley, Separation Process Principles, 2nd
/// ed., eq. 6-37.
template <class Real>
Real overall_efficiency(const Real& murphree, const Real& stripping_factor) {
  return log(1.0 + murphree * (stripping_factor - 1.0)) / log(stripping_factor);
}

/// Height of packing that does what a theoretical stage does: Z/N.
///
///   height_of_stage(0.074, 0.912)   // 0.0811
template <class Real>
Real height_of_stage(const Real& packed_height, const Real& stages) {
  return packed_height / stages;
}

}  // namespace stillhouse
