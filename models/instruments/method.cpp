#include "models/instruments/method.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/instruments/instrument_kind.h"

namespace stillhouse {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

std::string nearest_of(const std::string& word, const std::vector<std::string>& allowed) {
  const std::string nearest = nearest_word(word, allowed);
  return nearest.empty() ? "" : "; nearest: " + nearest;
}

}  // namespace

AnalysisMethod::AnalysisMethod(const InstrumentKind& kind, const std::vector<ParameterValue>& given) : kind_(kind) {
  std::vector<std::string> known;
  for (const ParameterInfo& setting : kind.settings) known.push_back(setting.name);
  for (const ChoiceParameter& choice : kind.choices) known.push_back(choice.name);
  for (const ParameterValue& value : given) {
    if (std::find(known.begin(), known.end(), value.name) == known.end())
      throw ModelError(kind.name + " has no setting \"" + value.name + "\"; allowed: " + listed(known) +
                       nearest_of(value.name, known));
    if (is_given(value.name)) throw ModelError(kind.name + ": " + value.name + " is given twice");
    given_.push_back(value.name);
  }
  const auto value_of = [&](const std::string& name) -> const ParameterValue* {
    for (const ParameterValue& value : given)
      if (value.name == name) return &value;
    return nullptr;
  };
  for (const ParameterInfo& setting : kind.settings) {
    const Unit written = unit(setting.unit);
    const ParameterValue* value = value_of(setting.name);
    if (value && !value->word.empty())
      throw ModelError(kind.name + ": " + setting.name + " = " + value->word + " is no number; allowed: " +
                       rounded(setting.minimum, 6) + " .. " + rounded(setting.maximum, 6) + " " + setting.unit);
    const double number = value ? value->number : to_si(setting.standard, written);
    // to and from SI may cost the last bit at a limit
    const double shown_number = from_si(number, written), slack = 1e-9 * (setting.maximum - setting.minimum);
    if (!(shown_number >= setting.minimum - slack && shown_number <= setting.maximum + slack))
      throw ModelError(kind.name + ": " + setting.name + " = " + rounded(shown_number, 6) + " " + setting.unit +
                       "; allowed: " + rounded(setting.minimum, 6) + " .. " + rounded(setting.maximum, 6) + " " +
                       setting.unit);
    values_.push_back({setting.name, number, ""});
  }
  for (const ChoiceParameter& choice : kind.choices) {
    const ParameterValue* value = value_of(choice.name);
    const std::string word = value ? value->word : choice.allowed.front();
    if (std::find(choice.allowed.begin(), choice.allowed.end(), word) == choice.allowed.end())
      throw ModelError(kind.name + ": " + choice.name + " = " + (word.empty() ? rounded(value->number, 6) : word) +
                       "; allowed: " + listed(choice.allowed) + nearest_of(word, choice.allowed));
    values_.push_back({choice.name, 0.0, word});
  }
}

double AnalysisMethod::operator[](std::string_view setting) const {
  for (const ParameterValue& value : values_)
    if (value.name == setting && value.word.empty()) return value.number;
  throw ModelError(kind_.name + " has no setting \"" + std::string(setting) + "\"");
}

const std::string& AnalysisMethod::word(std::string_view choice) const {
  for (const ParameterValue& value : values_)
    if (value.name == choice && !value.word.empty()) return value.word;
  throw ModelError(kind_.name + " has no choice \"" + std::string(choice) + "\"");
}

bool AnalysisMethod::is_given(std::string_view setting) const {
  return std::find(given_.begin(), given_.end(), setting) != given_.end();
}

}  // namespace stillhouse
