#include "models/flow/inventory.h"

namespace stillhouse {

Inventory::Inventory(Declare& declare, const Fluid& fluid) : energy_(declare.conserved("energy", "J")) {
  for (const Invariant& invariant : fluid.invariants()) moles_.push_back(declare.conserved(invariant.name, "mol"));
}

}  // namespace stillhouse
