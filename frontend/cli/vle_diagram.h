#pragma once

#include <string>
#include <vector>

#include "frontend/cli/diagram.h"
#include "models/properties/fluid_vle.h"

namespace stillhouse::cli {

/// A measured boiling liquid and its vapour, mole fractions of the first species; what is absent is not drawn.
struct DrawnPoint {
  double x;
  std::optional<double> y, T, P;
};

/// Two diagrams of a binary fluid side by side: boiling and condensing temperature over composition at a pressure (or
/// pressures at a temperature), and vapour over liquid composition. Azeotropes are marked and named; where two liquids
/// boil together, both lines run level. Measured points are circles. One of P (Pa) and T (K) is given, the other zero.
struct VleDiagrams {
  std::string svg;       // of both diagrams
  std::string title;     // species, model, condition
  double width, height;  // that they take, in units of the picture
};
VleDiagrams vle_diagrams(const Fluid& fluid, double P, double T, const std::vector<DrawnPoint>& measured = {});

/// Both as one SVG picture.
std::string vle_diagram(const Fluid& fluid, double P, double T);

/// Side of each of the two diagrams, and where their frames stand.
inline constexpr double vle_side = 360.0, vle_left = 70.0, vle_gap = 90.0, vle_top = 44.0, vle_bottom = 56.0;

}  // namespace stillhouse::cli
