#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/properties/component.h"
#include "models/properties/species.h"

namespace stillhouse {

/// One fitted form against the correlation it restates.
struct ShortFormDeviation {
  std::string quantity;
  double largest;  // relative, over the fitted range
};

/// Short forms of a component, fitted to its full correlations over 270 K to 430 K (or as far as they are valid)
/// at 81 even temperatures, minimising relative deviations.
struct ShortForms {
  Species species;
  std::vector<ShortFormDeviation> deviations;
};
ShortForms fit_short_forms(const Component& component);

/// Coefficients c of y = x1 x2 [c0 + c1 (x1 - x2) + c2 (x1 - x2)^2] through measured (x1, y).
std::array<double, 3> fit_redlich_kister(const std::vector<std::array<double, 2>>& points);

}  // namespace stillhouse
