#pragma once

#include <span>

namespace stillhouse {

/// A property of a pure compound as it is called in the program and in the component data.
struct PureQuantity {
  const char* name;  ///< "vapour_pressure"
  const char* data;  ///< "VaporPressure" (Component::property) or "Tc" (Component::constant)
  const char* unit;  ///< SI with moles, as engine/base/quantity.h writes units
};

/// Correlations with temperature, and constants, in the order they are shown in.
std::span<const PureQuantity> pure_correlations();
std::span<const PureQuantity> pure_constants();

}  // namespace stillhouse
