#pragma once

#include "models/instruments/decimal.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

/// Charge of a mole of electrons, C/mol: exact since 2019, to these digits.
inline constexpr double faraday_constant = 96485.33212;

/// Voltage of a factor of ten in the activity of a single charge, R T ln10 / F, V.
///
///   nernst_step(298.15)   // 0.05916
inline double nernst_step(double T) {
  return gas_constant * T * ln10 / faraday_constant;
}

/// What a constant enthalpy of reaction (J/mol) adds to log10 K between 25 degC and T (van 't Hoff).
inline double log_K_shift(double enthalpy, double T) {
  return -enthalpy / (gas_constant * ln10) * (1.0 / T - 1.0 / 298.15);
}

}  // namespace stillhouse
