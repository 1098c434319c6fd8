#pragma once

#include <memory>
#include <vector>

#include "labs/scenario/lab.h"
#include "models/catalogue.h"
#include "models/plant/blueprint.h"

namespace stillhouse {

/// What can be set of a plant file's plant: the parameters of its flowsheet, or, of a plant that is spelt out,
/// "UNIT.SETTING" with the value that the file gives as the standard.
struct OfferedParameters {
  std::vector<ParameterInfo> numbers;
  std::vector<ChoiceParameter> choices;
};
OfferedParameters offered_parameters(const scenario::Plant& plant);

/// The blueprint with values "UNIT.SETTING" in the place of its own. ModelError if there is no such unit.
Blueprint with_values(Blueprint blueprint, const std::vector<ParameterValue>& values);

/// A plant, and what flows through the connections of one that was spelt out.
struct BuiltPlant {
  std::shared_ptr<const Flowsheet> plant;
  std::vector<StreamInfo> streams;
};

/// The plant of a plant file, with parameters in place of its own. Throws ModelError.
BuiltPlant build_plant(const scenario::Plant& plant, const std::vector<ParameterValue>& values);

}  // namespace stillhouse
