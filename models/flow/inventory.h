#pragma once

#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/properties/fluid.h"

namespace stillhouse {

/// What a unit holds of what the plant conserves: the fluid's invariants (mol) and energy (J).
class Inventory {
 public:
  Inventory(Declare& declare, const Fluid& fluid);

  /// Adds `n` mol of the species to what the plant holds.
  template <class Show, class Real>
  void hold(Show& show, const Fluid& fluid, const PerSpecies<Real>& n) const {
    for (std::size_t k = 0; k < moles_.size(); ++k) show.hold(moles_[k], fluid.invariants()[k].of(n));
  }
  template <class Show, class Real>
  void hold_energy(Show& show, const Real& U) const {
    show.hold(energy_, U);
  }

 private:
  friend class Crossing;
  std::vector<Quantity> moles_;
  Quantity energy_;
};

}  // namespace stillhouse
