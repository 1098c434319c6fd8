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
///   A_0 = 0.0044 c_free / c_0                      c_0: characteristic concentration (1 % of absorption)
///   c_free = c (1 - a)(1 - f)                       a: ionised, f: kept by phosphate
///   f = f_max p / (p + c_half) r,  r = 1 / (1 + 20 La / p)      chemical interference of phosphate on Ca and Mg, which
///                                                               lanthanum releases
///   A = -log10((1 - s) 10^-A_0 + s) + background    s: light of the lamp that no atom can absorb: the line bends over
///
/// Noise is that of the flame, relative to the transmittance, and of the counter. Errors and causes: calibration bent
/// by unabsorbed light, ionisation (potassium in a hot flame; a caesium buffer suppresses it), phosphate (lanthanum
/// releases), background. Constants of a burner are settings of a lab: c_0, K and the half of interference are of the
/// usual magnitude, not looked up.
/// Assumes    one line, a flame in equilibrium, constant nebulisation.
/// Valid for  up to an absorbance of about 1.5.
/// Source     Skoog, Holler, Crouch, Principles of Instrumental Analysis, chapter 9 (form of the effects).
InstrumentKind atomic_absorption_kind();

}  // namespace stillhouse
