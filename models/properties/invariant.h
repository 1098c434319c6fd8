#pragma once

#include <string>
#include <vector>

#include "models/properties/per_species.h"

namespace stillhouse {

/// A sum over the species that nothing in a plant changes: sum of weight[i] n[i]. A species itself where it takes part
/// in no reaction, "A + B + 2 D" for A -> B, 2 A -> D.
struct Invariant {
  std::string name;
  std::vector<double> weight;

  /// The sum of amounts (mol) or of flows (mol/s).
  template <class Real>
  Real of(const PerSpecies<Real>& n) const {
    Real sum = 0.0;
    for (std::size_t i = 0; i < n.size(); ++i) {
      if (weight[i] == 1.0)
        sum += n[i];
      else if (weight[i] != 0.0)
        sum += weight[i] * n[i];
    }
    return sum;
  }
};

}  // namespace stillhouse
