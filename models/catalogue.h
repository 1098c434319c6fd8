#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// A number that a flowsheet may be built with.
struct ParameterInfo {
  std::string name;
  std::string unit;  ///< SI
  double standard;   ///< value if none is given
  double minimum;
  double maximum;
  std::string sentence;
};

/// A word that a flowsheet may be built with; the first allowed one is the standard.
struct ChoiceParameter {
  std::string name;
  std::vector<std::string> allowed;
  std::string sentence;
};

/// A parameter and its value, as a lab gives it: a number in SI, or a word.
struct ParameterValue {
  std::string name;
  double number = 0.0;
  std::string word;
};

/// What can be built under one name.
struct FlowsheetKind {
  std::string name;
  std::string sentence;
  std::vector<ParameterInfo> parameters;
  std::vector<ChoiceParameter> choices;
  /// Throws ModelError with the name of a parameter that does not exist or is out of range.
  std::shared_ptr<const Flowsheet> (*build)(const std::vector<ParameterValue>& values);
};

/// Everything a lab may build: the one explicit list.
const std::vector<FlowsheetKind>& catalogue();

/// The kind of that name; ModelError lists the allowed names and the nearest.
const FlowsheetKind& find_flowsheet_kind(std::string_view name);

}  // namespace stillhouse
