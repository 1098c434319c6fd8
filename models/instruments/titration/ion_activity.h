#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Relative permittivity of water at 1 atm, 0 to 100 degC.
///
///   eps = 87.740 - 0.40008 t + 9.398e-4 t^2 - 1.410e-6 t^3,  t in degC
///
/// Source: Malmberg and Maryott, J. Res. Natl. Bur. Stand. 56 (1956) 1. Example: 78.30 at 298.15 K.
inline double water_permittivity(double T) {
  const double t = T - 273.15;
  return 87.740 + t * (-0.40008 + t * (9.398e-4 - 1.410e-6 * t));
}

/// -log10 of the activity coefficient of an ion divided by its squared charge, of an ionic strength in mol/m^3.
///
///   A (sqrt(I) / (1 + sqrt(I)) - 0.3 I),  A = 1.825e6 (eps T)^-1.5,  I in mol/L
///
/// Valid to 0.5 mol/L: from there on it is held at what it is there, so that a concentrated titrant does not let ions
/// become more active than they are many.
/// Source: Davies, Ion Association, 1962; Stumm and Morgan, Aquatic Chemistry, 3rd edition, table 3.3 (A = 0.509 at
/// 298 K).
inline double davies_exponent(double ionic_strength, double T) {
  const double I = 1e-3 * ionic_strength;
  const double held = I - smooth_positive(I - 0.5, 0.02);
  const double root = sqrt(smooth_positive(held, 1e-12));
  const double product = water_permittivity(T) * T;
  const double A = 1.825e6 / (product * sqrt(product));
  return A * (root / (1.0 + root) - 0.3 * held);
}

}  // namespace stillhouse
