#pragma once

#include <string_view>

#include "models/catalogue.h"

namespace stillhouse {

/// The values that a flowsheet is built with: what was given, the standard for the rest.
class GivenValues {
 public:
  /// ModelError names the flowsheet, and the nearest parameter where a given one does not exist.
  GivenValues(const FlowsheetKind& kind, const std::vector<ParameterValue>& given);

  /// A number in SI; ModelError says value, unit and range if it is outside.
  double operator[](std::string_view name) const;
  /// A word.
  const std::string& word(std::string_view name) const;

 private:
  const FlowsheetKind& kind_;
  const std::vector<ParameterValue>& given_;
};

}  // namespace stillhouse
