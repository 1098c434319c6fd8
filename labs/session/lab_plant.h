#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "labs/scenario/lab.h"
#include "labs/session/plant_building.h"
#include "models/catalogue.h"

namespace stillhouse {

/// Parameters of a lab's flowsheet for one seed: the plant file's, the lab's start values, and what differs from
/// student to student within the limits the lab states.
std::vector<ParameterValue> plant_parameters(const scenario::Lab& lab, std::uint64_t seed);

/// The plant of a lab for one seed. Throws ModelError.
std::shared_ptr<const Flowsheet> build_plant(const scenario::Lab& lab, std::uint64_t seed);

/// Inputs of the plant at the start for one seed, in the flowsheet's order.
std::vector<double> start_inputs(const scenario::Lab& lab, const Flowsheet& plant, std::uint64_t seed);

}  // namespace stillhouse
