#include "models/given_values.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/error.h"

namespace stillhouse {

GivenValues::GivenValues(const FlowsheetKind& kind, const std::vector<ParameterValue>& given)
    : kind_(kind), given_(given) {
  std::vector<std::string> allowed;
  for (const ParameterInfo& p : kind.parameters) allowed.push_back(p.name);
  for (const ChoiceParameter& c : kind.choices) allowed.push_back(c.name);
  for (const ParameterValue& value : given) {
    if (std::find(allowed.begin(), allowed.end(), value.name) != allowed.end()) continue;
    std::string message = kind.name + " has no parameter \"" + value.name + "\"";
    const std::string nearest = nearest_word(value.name, allowed);
    if (!nearest.empty()) message += "; nearest: " + nearest;
    throw ModelError(message);
  }
}

double GivenValues::operator[](std::string_view name) const {
  for (const ParameterInfo& info : kind_.parameters) {
    if (info.name != name) continue;
    double value = info.standard;
    for (const ParameterValue& given : given_) {
      if (given.name == name) value = given.number;
    }
    if (!(value >= info.minimum && value <= info.maximum)) {
      throw ModelError(kind_.name + ": " + info.name + " = " + std::to_string(value) + " " + info.unit +
                       " is outside " + std::to_string(info.minimum) + " .. " + std::to_string(info.maximum) + " " +
                       info.unit);
    }
    return value;
  }
  throw ModelError(kind_.name + " has no parameter \"" + std::string(name) + "\"");
}

const std::string& GivenValues::word(std::string_view name) const {
  for (const ParameterValue& given : given_) {
    if (given.name == name) return given.word;
  }
  for (const ChoiceParameter& choice : kind_.choices) {
    if (choice.name == name) return choice.allowed.front();
  }
  throw ModelError(kind_.name + " has no choice \"" + std::string(name) + "\"");
}

}  // namespace stillhouse
