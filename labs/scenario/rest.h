#pragma once

#include <optional>
#include <string>
#include <vector>

#include "labs/scenario/node_reader.h"
#include "labs/scenario/reader.h"
#include "labs/scenario/scope.h"

namespace stillhouse::scenario {

/// Part of where a plant rests: an input that is held, or a controller that is in automatic.
struct RestValue {
  std::string name;            ///< input of the plant, or tag of a controller
  bool by_controller = false;  ///< `value` is its set point
  double value = 0.0;          ///< SI
  std::string unit;
};

/// How a plant is operated, as its file says.
enum class Operation {
  continuous,
  batch,     ///< there is no steady state
  start_up,  ///< continuous, but only its first sequence brings it to its steady state
};

/// Where a plant rests, as its file says. What is not named stands as at the start.
struct Rest {
  Operation operation = Operation::continuous;
  std::vector<RestValue> parts;  ///< none of a batch; after start_up they come when the sequence is done

  /// Whether a steady state is to be looked for.
  bool is_looked_for() const { return operation != Operation::batch; }
};

/// What a plant's rest may name: an input, the handle that moves it, or a controller by whose set point it follows.
struct RestName {
  std::string name;  ///< of the input or controller
  bool by_controller = false;
  Target target;
};
std::optional<RestName> rest_name(const Scope& scope, const std::string& name);
std::vector<std::string> rest_names(const Scope& scope);

/// The inputs that a part of a plant's rest decides: by a controller, what that and those below it in cascade move.
std::vector<std::string> decided_inputs(const Plant& plant, const RestValue& part);

/// Whether both decide the same input.
bool fight(const Plant& plant, const RestValue& a, const RestValue& b);

/// The rest of a plant that is read; mistakes are told on their lines.
Rest read_rest(const NodeReader& plant, const Scope& scope);

/// The rest of a plant file.
ReadResult<Rest> check_rest(const SourceFiles& files, const std::string& name, const PlantCatalogue& catalogue);

}  // namespace stillhouse::scenario
