#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "labs/scenario/lab.h"
#include "models/plant/unit_kind.h"

namespace stillhouse::scenario {

/// A number a plant offers under a name.
struct NameInfo {
  std::string name;
  std::string unit;  ///< SI symbol: "K", "Pa", "mol/s", "1", "mol/mol" ...
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::string sentence;
  std::optional<double> start;  ///< of an input: where a unit's setting starts it
};

/// A setting of a plant that is a word, such as the mixture.
struct ChoiceInfo {
  std::string name;
  std::vector<std::string> allowed;
  std::string sentence;
};

/// Everything a lab may name of a plant.
struct PlantNames {
  std::vector<NameInfo> signals;
  std::vector<NameInfo> inputs;
  std::vector<NameInfo> parameters;
  std::vector<ChoiceInfo> choices;
  std::vector<std::string> snapshots = {"cold_and_empty"};
};

/// What the models offer, as the scenario reader sees it.
struct PlantCatalogue {
  /// Names of all flowsheets.
  std::vector<std::string> flowsheets;

  /// Kinds of units that a plant may be spelt out of, their units of measurement as labs write them.
  std::vector<UnitKind> units;

  /// Names of a plant built of its flowsheet or blueprint and its parameters. Parameters that do not exist or are out
  /// of range are left out by the reader before this is asked for signals; a plant without any must always be answered.
  std::function<PlantNames(const Plant& plant)> names;

  /// What is wrong with a blueprint; nothing if it can be built.
  std::function<std::vector<BlueprintFinding>(const Blueprint& blueprint)> findings;
};

}  // namespace stillhouse::scenario
