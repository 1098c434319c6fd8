#pragma once

#include "models/instruments/titration/reagent.h"

namespace stillhouse {

/// Potential of a solution of redox couples by the balance of electrons, V against the hydrogen electrode:
///
///   sum_j n_j c_j (1 - y_j(E)) = electrons brought in
///   E = E0_j + RT/(n_j F) ln([Ox]^a [H+]^h / [Red]^b),  [Ox] = a c_j y_j,  [Red] = b c_j (1 - y_j)
///
/// c_j: units of half reaction j in the volume, mol/L; y_j: the share of them that is oxidised. Stoichiometry other
/// than 1:1 (Cr2O7 / 2 Cr, I3 / 3 I, S4O6 / 2 S2O3) is kept. y_j rises with E, so that the balance falls without fail
/// and is bracketed. Electrons stay a millionth of all away from none and all: a solution of one form only has no
/// potential, a real one has traces of the other. Assumes every couple in equilibrium with the electrode (true of Fe,
/// Ce, I; oxalate and thiosulfate make sluggish potentials, on their side of the end point the computed one is steadier
/// than a real one), activity coefficients within the potentials, the given pH kept by the medium. Source: Skoog, West,
/// Holler, Crouch, Fundamentals of Analytical Chemistry, chapter 19.
double redox_potential(const AqueousSolution& solution, double pH, double T);

/// Concentration of the oxidised form of a couple at a potential, mol/m^3: the permanganate or triiodide one sees.
double oxidised_concentration(const AqueousSolution& solution, const RedoxCouple& couple, double potential, double pH,
                              double T);

}  // namespace stillhouse
