#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Share of atoms in a flame that have lost an electron, from the mass action
///
///   a^2 c / (1 - a) + a b = K        a: share, c: atoms, b: electrons from an ionisation buffer, K: ionisation
///   constant
///
/// all in the concentrations of the solution that make them. Half of it is gone where c = 2 K; without buffer a
/// dilute solution loses the most, so that the calibration bends upwards.
double ionised_share(double concentration, double buffer, double K);

/// Flame atomic absorption of calcium, magnesium or potassium.
///
///   A_0 = 0.0044 c_free burner / c_0                 c_0: characteristic concentration (1 % of absorption),
///                                                    calcium 0.08, magnesium 0.007, potassium 0.04 mg/L
///   c_free = c (1 - a)(1 - f)                        a: ionised, f: kept by phosphate
///   f = f_max p / (p + c_half) r,  r = 1 / (1 + 20 La / p)     interference of phosphate on Ca and Mg, which
///                                                              lanthanum releases
///   A = -log10((1 - s) 10^-A_0 + s) + background     s: light of the lamp that no atom can absorb: the line bends over
///
/// Noise is that of the flame, relative to the transmittance, and of the counter. Errors and causes: calibration bent
/// by unabsorbed light, ionisation (potassium in a hot flame; a caesium buffer suppresses it), phosphate (lanthanum
/// releases), background. The ionisation constant, size and half of the interference, what lanthanum does to it,
/// unabsorbed light and noise are assumptions of this model: the effects have their form and direction, not a certified
/// size.
///
/// Assumes    one line, a flame in equilibrium, constant nebulisation
/// Valid for  up to an absorbance of about 1.5
/// Source     Skoog, Holler, Crouch, Principles of Instrumental Analysis, chapter 9 (form of the effects); US EPA,
///            EPA-600/4-79-020, methods 215.1, 242.1, 258.1 (sensitivities)
InstrumentKind atomic_absorption_kind();

}  // namespace stillhouse
