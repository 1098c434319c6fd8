#include "models/reactors/reacting_contents.h"

#include "models/flow/material_stream.h"

namespace stillhouse {

ReactingContents::ReactingContents(Declare& declare, const Fluid& fluid, std::shared_ptr<const Kinetics> kinetics,
                                   Phase phase)
    : kinetics_(std::move(kinetics)), phase_(phase) {
  if (!kinetics_) return;
  kinetics_->needs_no_catalyst(declare.path());
  if (phase_ == Phase::gas) {
    heat_release_ = declare.observable("gas_heat_release", "W", {}, "heat set free by the reactions in the gas");
    return;
  }
  for (std::size_t i = 0; i < fluid.size(); ++i)
    c_.push_back(declare.observable("c_" + species_tag(fluid.name(i)), "mol/m^3", {.minimum = -1.0, .maximum = 1e5},
                                    "concentration of " + fluid.name(i)));
  heat_release_ = declare.observable("heat_release", "W", {}, "heat set free by the reactions");
}

}  // namespace stillhouse
