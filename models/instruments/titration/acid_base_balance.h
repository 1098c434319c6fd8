#pragma once

#include "models/instruments/titration/reagent.h"

namespace stillhouse {

enum class IonActivity { ideal, davies };

/// What the charge balance says of a solution.
struct AcidBaseState {
  double pH = 7.0;              ///< -log10 of the activity of H+, on the scale of 1 mol/L
  double hydrogen = 0.0;        ///< concentration of H+, mol/m^3
  double ionic_strength = 0.0;  ///< mol/m^3
};

/// pH of any mixture of strong and weak acids, bases and their salts, by the balance of charges:
///
///   [H+] - [OH-] + sum_j c_j z_j(pH) + q = 0
///   z_j   mean charge of protolyte j, its forms in equilibrium:  [A_i+1] / [A_i] = K_i+1 g_i / (a_H g_i+1)
///   a_H a_OH = K_w,  [H+] = a_H / g_1
///   log10 g_z = -z^2 davies_exponent(I),   I = (1/2) (sum over all ions of z^2 c)
///
/// with q the charge of the ions that take no protons. The left side falls with pH without fail, so that its zero is
/// bracketed and found from pure water to far past any equivalence point; the ionic strength is found around it in the
/// same way.
/// Assumes volumes that add up, no ion pairs, no gas given off, nothing precipitating; a unit activity of water.
/// Valid 5 to 60 degC, to about 0.5 mol/L.
/// Source: de Levie, How to Use Excel in Analytical Chemistry, 2001, chapter 4 (charge balance of any mixture).
AcidBaseState acid_base_state(const AqueousSolution& solution, double T, IonActivity activity);

}  // namespace stillhouse
