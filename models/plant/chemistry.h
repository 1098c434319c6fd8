#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "models/flow/phase.h"
#include "models/plant/blueprint.h"
#include "models/properties/fluid.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// The reactions of a plant: those in its liquids and those in its gases. Null where there are none.
struct Chemistry {
  std::shared_ptr<const Kinetics> liquid, gas;
  /// What no reaction changes, and what heats that a text gives move the enthalpies of formation by, J/mol of a
  /// species.
  std::vector<Invariant> invariants;
  std::vector<double> shift;

  const std::shared_ptr<const Kinetics>& of(Phase phase) const { return phase == Phase::gas ? gas : liquid; }
  bool empty() const { return !liquid && !gas; }
};

/// Reads the reactions of a blueprint; `fluid` is its fluid as if nothing reacted. Enthalpies count from the elements,
/// so that heats of reaction follow from what is there. A heat that a text gives, as measured, is met by the smallest
/// shift of the species' enthalpies of formation; beyond 10 kJ/mol and 10 % of what these say it is a contradiction.
/// Each mistake is told with the number of its reaction.
Chemistry read_chemistry(const Blueprint& blueprint, const Fluid& fluid,
                         const std::function<void(Phase phase, std::size_t index, const std::string& message)>& tell);

}  // namespace stillhouse
