#pragma once

#include <optional>
#include <vector>

#include "models/properties/fluid.h"

namespace stillhouse {

/// A liquid and its vapour in equilibrium: y_i P = p_i(x, T), Fluid::bubble_pressures.
struct FluidEquilibrium {
  PerSpecies<double> x;  // liquid
  PerSpecies<double> y;  // vapour
  double T;              // K
  double P;              // Pa
};

/// Where a liquid begins to boil, or a vapour to condense, given one of T and P:
///
///   bubble_at_pressure(fluid, x, 101325.0).T;
///
/// Bubble points are found by Newton's method in ln P over 1/T within a bracket. Dew points by Newton's method in ln x
/// and ln P or ln T, with shortened steps, from the ideal liquid and from each species in turn: of what is found the
/// liquid that forms first counts, at the lowest pressure or the highest temperature.
/// ModelError says value and range if fractions are not in 0 to 1 or do not sum to one (within 1e-6), if T is outside
/// of 250 K to 600 K, or if the mixture does not boil in that range.
FluidEquilibrium bubble_at_temperature(const Fluid& fluid, const PerSpecies<double>& x, double T);
FluidEquilibrium bubble_at_pressure(const Fluid& fluid, const PerSpecies<double>& x, double P);
FluidEquilibrium dew_at_temperature(const Fluid& fluid, const PerSpecies<double>& y, double T);
FluidEquilibrium dew_at_pressure(const Fluid& fluid, const PerSpecies<double>& y, double P);

/// The mixtures of two species that boil without changing at this pressure, by rising fraction of the first. Where two
/// liquids boil together (heterogeneous), x is both of them in the ratio that has the vapour's composition.
std::vector<FluidEquilibrium> azeotropes_at_pressure(const Fluid& fluid, double P);
/// The same at a temperature, those of one liquid only.
std::vector<FluidEquilibrium> azeotropes_at_temperature(const Fluid& fluid, double T);

}  // namespace stillhouse
