#include "models/plant/unit_site.h"

#include "engine/base/error.h"

namespace stillhouse {

const std::shared_ptr<const Kinetics>& UnitSite::kinetics(Phase phase) const {
  const auto& kinetics = chemistry_.of(phase);
  if (!kinetics)
    throw ModelError(path_ + " has nothing that reacts; the plant needs `" +
                     (phase == Phase::gas ? "gas_reactions" : "reactions") +
                     "`, for example { \"A + B -> C; k = 1 L/mol/s\" }");
  return kinetics;
}

}  // namespace stillhouse
