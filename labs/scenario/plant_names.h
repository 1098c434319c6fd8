#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "labs/scenario/lab.h"

namespace stillhouse::scenario {

/// A number a plant offers under a name.
struct NameInfo {
  std::string name;
  std::string unit;  ///< SI symbol: "K", "Pa", "mol/s", "1", "mol/mol" ...
  double minimum = -std::numeric_limits<double>::infinity();
  double maximum = std::numeric_limits<double>::infinity();
  std::string sentence;
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

  /// Names of a flowsheet built with these settings. Settings that do not exist or are out of range are left out by the
  /// reader before this is asked for signals; an empty list must always be answered.
  std::function<PlantNames(const std::string& flowsheet, const std::vector<Setting>& settings)> names;
};

}  // namespace stillhouse::scenario
