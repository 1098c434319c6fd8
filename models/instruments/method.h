#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/catalogue.h"

namespace stillhouse {

struct InstrumentKind;

/// What the student set on an instrument: the values given, the standard for the rest. All are checked when it is made.
class AnalysisMethod {
 public:
  /// `given` has numbers in SI. ModelError: a setting that does not exist (with the nearest), one given twice, a number
  /// out of range (with value, unit and range), a word that is not allowed.
  AnalysisMethod(const InstrumentKind& kind, const std::vector<ParameterValue>& given);

  /// A number in SI.
  double operator[](std::string_view setting) const;
  const std::string& word(std::string_view choice) const;
  /// Whether the student gave it, or it is the standard.
  bool is_given(std::string_view setting) const;

 private:
  const InstrumentKind& kind_;
  std::vector<ParameterValue> values_;  // every setting, then every choice
  std::vector<std::string> given_;
};

}  // namespace stillhouse
