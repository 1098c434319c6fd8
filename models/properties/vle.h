#pragma once

#include <array>
#include <optional>

#include "models/properties/mixture.h"

namespace stillhouse {

/// Liquid and vapour of a binary mixture in equilibrium: y_i P = x_i gamma_i(x, T) psat_i(T), the vapour an ideal gas.
struct Equilibrium {
  std::array<double, 2> x;  // liquid, light first
  std::array<double, 2> y;  // vapour
  double T;                 // K
  double P;                 // Pa
};

/// Where a liquid begins to boil, or a vapour to condense, given one of T and P:
///
///   bubble_at_pressure(Mixture::find("methanol_water"), 0.5, 101325.0).T;  // 346.2 K
///
/// The mole fraction is that of the light species. ModelError says value, unit and allowed range if the mole
/// fraction is not in 0 to 1, if T leaves the mixture's range of validity, or if the mixture boils outside of it.
Equilibrium bubble_at_pressure(const Mixture& mixture, double x_light, double P);
Equilibrium bubble_at_temperature(const Mixture& mixture, double x_light, double T);
Equilibrium dew_at_pressure(const Mixture& mixture, double y_light, double P);
Equilibrium dew_at_temperature(const Mixture& mixture, double y_light, double T);

/// The composition that boils without changing, if there is one at this pressure.
std::optional<Equilibrium> azeotrope_at_pressure(const Mixture& mixture, double P);

}  // namespace stillhouse
