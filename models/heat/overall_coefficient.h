#pragma once

#include "engine/autodiff/functions.h"

/// Overall coefficient of a wall or tube, and fouling.
///
///   1/U = 1/h_o + R_o + t/k + 1/h_i + R_i                               wall of thickness t
///   1/U = 1/h_o + R_o + D_o ln(D_o/D_i)/(2 k) + (D_o/D_i)(1/h_i + R_i)   tube, on its outer area
///   R = R_end (1 - e^(-t/tau))      dR/dt = (R_end - R)/tau              fouling that levels out (Kern, Seaton)
///
///   R  m2 K/W  fouling: 1e-4 clean water below 50 degC, 2e-4 river water, organic liquids, 9e-5 steam (TEMA)
///
/// Assumes   no fins; resistances in a row
/// Valid for steady conduction in the wall
/// Source    Incropera, DeWitt, 6th ed., eq. 11.1, table 11.1; D. Q. Kern, R. E. Seaton, Br. Chem. Eng. 4 (1959) 258
/// Example   h 2250 and 38.8 W/(m2 K), thin clean wall: 38.1 W/(m2 K) (Incropera, example 11.1)
namespace stillhouse::overall_coefficient {

template <class Real>
Real wall(const Real& h_o, const Real& h_i, const Real& R_o, const Real& R_i, double thickness, double k) {
  return 1.0 / (1.0 / h_o + R_o + thickness / k + 1.0 / h_i + R_i);
}
template <class Real>
Real tube(const Real& h_o, const Real& h_i, const Real& R_o, const Real& R_i, double D_o, double D_i, double k) {
  const double ratio = D_o / D_i;
  return 1.0 / (1.0 / h_o + R_o + D_o * log(ratio) / (2.0 * k) + ratio * (1.0 / h_i + R_i));
}
/// dR/dt, 1/s times R.
template <class Real>
Real fouling_rate(const Real& R, double R_end, double tau) {
  return (R_end - R) * (1.0 / tau);
}

}  // namespace stillhouse::overall_coefficient
