#pragma once

#include <type_traits>

#include "engine/autodiff/functions.h"
#include "models/properties/gas_constant.h"

/// Mass flux of an ideal gas through a nozzle, isentropic, choked or not: relief valves, rupture discs, vents, leaks.
///
///   G = p1 sqrt(M / (Z R T1)) psi        kg/(m2 s)
///   psi^2 = 2 k/(k - 1) r^(2/k) (1 - r^((k - 1)/k)),   r = max(p2/p1, r_c),   r_c = (2/(k + 1))^(k/(k - 1))
///
///   k  -  isentropic exponent, above 1     Z  -  compressibility at the inlet     M  kg/mol  molar mass
///
/// Assumes   no heat exchange, no friction (what there is stands in a discharge coefficient), constant k
/// Valid for r from 0; Z between 0.8 and 1.1. The corner where it chokes is 0.005 in r: 1e-4 less flux at the onset
/// Source    API 520 part I, 9th ed., annex B; Perry's Handbook, 8th ed., eqs. 6-115 to 6-119
/// Example   air (k 1.4, M 28.96 g/mol) of 300 K and 5 bar into the open: r_c 0.5283, 1167 kg/(m2 s)
namespace stillhouse::gas_nozzle {

inline double critical_ratio(double k) {
  return pow(2.0 / (k + 1.0), k / (k - 1.0));
}

/// psi with the sign of p1 - p2, linear within 1e-4 (5e-5 of p1) around zero.
template <class Real>
Real flow_function(const Real& r, double k) {
  const double r_c = critical_ratio(k);
  const Real r_throat = r_c + softplus(r - r_c, 0.005);
  const Real psi2 = (2.0 * k / (k - 1.0)) * pow(r_throat, 2.0 / k) * (1.0 - pow(r_throat, (k - 1.0) / k));
  return signed_sqrt(psi2, 1e-4);
}

/// G from side 1 to side 2, for flow that does not turn round but for a moment: backwards it has side 1's density.
template <class Real>
Real flux(const Real& p1, const Real& p2, const Real& T1, const std::type_identity_t<Real>& M, double k,
          double Z = 1.0) {
  return p1 * sqrt(M / (Z * gas_constant * T1)) * flow_function(p2 / p1, k);
}

/// G of an opening that breathes either way and may choke either way, for both sides at about T and M. The greater
/// pressure is told from the smaller within `width` Pa.
template <class Real>
Real breathing_flux(const Real& p1, const Real& p2, const Real& T, const std::type_identity_t<Real>& M, double k,
                    double width) {
  const Real high = smooth_max(p1, p2, width);
  const Real low = p1 + p2 - high;
  const Real psi = flow_function(low / high, k);
  return high * sqrt(M / (gas_constant * T)) * psi * tanh((p1 - p2) * (1.0 / width));
}

}  // namespace stillhouse::gas_nozzle
