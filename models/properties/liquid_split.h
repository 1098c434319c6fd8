#pragma once

#include <optional>

#include "models/properties/fluid.h"

namespace stillhouse {

struct FluidEquilibrium;

/// Two liquids in equilibrium: x1_i gamma_i(x1) = x2_i gamma_i(x2).
struct LiquidSplit {
  PerSpecies<double> first, second;  // mole fractions
  double second_share;               // mol of the second liquid in a mole of both
};

/// Whether a liquid z stays one at T: no other liquid lies below the tangent plane of the Gibbs energy at z,
///
///   1 + sum_i W_i (ln W_i + ln gamma_i(W) - ln z_i - ln gamma_i(z) - 1) >= 0   for all W,
///
/// sought from each species nearly pure. Source: Michelsen, Fluid Phase Equilibria 9 (1982) 1, equation 20.
bool is_stable_liquid(const Fluid& fluid, const PerSpecies<double>& z, double T);

/// The two liquids that z separates into at T, if it does: successive substitution from the trial liquid that proved z
/// unstable, then Newton's method on equal activities. The first
/// liquid is the one richer in the species of the lowest number. Wilson's equation never splits.
std::optional<LiquidSplit> liquid_split(const Fluid& fluid, const PerSpecies<double>& z, double T);

/// The two liquids that some two of the species separate into at T, if any do: of equal parts of every pair first, then
/// of ever finer shares k/2, k/4 ... k/64, as a gap need not hold equal parts (1-butanol and water by UNIFAC at 298 K:
/// 0.02 to 0.48). Finds every gap of a pair that is wider than 1/64 mol/mol.
std::optional<LiquidSplit> any_liquid_split(const Fluid& fluid, double T);

/// Two liquids of two species that boil together at P, where there are such: x is both in the ratio that has the
/// vapour's composition, which lies between them.
std::optional<FluidEquilibrium> heterogeneous_azeotrope(const Fluid& fluid, double P);

}  // namespace stillhouse
