#pragma once

#include <string>

#include "models/properties/fluid_vle.h"

namespace stillhouse::cli {

/// Two diagrams of a binary fluid side by side as one SVG picture: boiling and condensing temperature over composition
/// at a pressure (or pressures at a temperature), and vapour over liquid composition. Azeotropes are marked and named;
/// where two liquids boil together, both lines run level. One of P (Pa) and T (K) is given, the other zero.
std::string vle_diagram(const Fluid& fluid, double P, double T);

}  // namespace stillhouse::cli
