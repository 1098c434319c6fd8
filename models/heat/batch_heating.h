#pragma once

#include "engine/autodiff/functions.h"

/// Heating or cooling of a stirred batch.
///
///   isothermal medium    t = M cp/(UA) ln((T_j - T0)/(T_j - T))
///   medium with flow     t = M cp/(w c) K/(K - 1) ln((T_j - T0)/(T_j - T)),   K = e^(UA/(w c)),  T_j its inlet
///
///   M cp  J/K  batch     w c  W/K  medium
///
/// Assumes   batch mixed, U and cp constant, no loss, no holdup of medium and wall
/// Valid for T between T0 and T_j
/// Source    D. Q. Kern, Process Heat Transfer (1950), eqs. 18.5, 18.7 (and closed forms)
/// Example   500 kg, 4180 J/(kg K), 1200 W/K, 120 degC: from 20 to 80 degC in 1595.87 s
namespace stillhouse::batch_heating {

template <class Real>
Real time_isothermal(const Real& T, double T0, double T_j, double capacity, double UA) {
  return (capacity / UA) * log((T_j - T0) / (T_j - T));
}
template <class Real>
Real time_with_flow(const Real& T, double T0, double T_j, double capacity, double UA, double medium) {
  const double K = exp(UA / medium);
  return (capacity / medium * K / (K - 1.0)) * log((T_j - T0) / (T_j - T));
}
/// Temperature after t s in an isothermal jacket.
template <class Real>
Real temperature_isothermal(const Real& t, double T0, double T_j, double capacity, double UA) {
  return T_j + (T0 - T_j) * exp(-t * (UA / capacity));
}

}  // namespace stillhouse::batch_heating
