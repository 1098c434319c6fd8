#include <cctype>
#include <limits>

#include "labs/session/lab_library.h"
#include "models/catalogue.h"

namespace stillhouse {

namespace {

/// Models write exponents as in "W/m2/K", labs as in "W/m^2/K".
std::string lab_unit(const std::string& unit) {
  std::string symbol;
  for (const char c : unit) {
    const bool exponent =
        c >= '0' && c <= '9' && !symbol.empty() && std::isalpha(static_cast<unsigned char>(symbol.back()));
    if (exponent) symbol += '^';
    symbol += c;
  }
  return symbol;
}

/// A range that models leave open ends at 1e300.
double limit(double value) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (value >= 1e300) return infinity;
  return value <= -1e300 ? -infinity : value;
}

template <class Info>
scenario::NameInfo name_info(const Info& info) {
  return {info.name, lab_unit(info.unit), limit(info.range.minimum), limit(info.range.maximum), info.sentence};
}

scenario::PlantNames names_of(const std::string& flowsheet, const std::vector<scenario::Setting>& settings) {
  const FlowsheetKind& kind = find_flowsheet_kind(flowsheet);
  scenario::PlantNames names;
  for (const ParameterInfo& info : kind.parameters)
    names.parameters.push_back({info.name, lab_unit(info.unit), info.minimum, info.maximum, info.sentence});
  for (const ChoiceParameter& choice : kind.choices)
    names.choices.push_back({choice.name, choice.allowed, choice.sentence});

  // signals and inputs depend on what is built: twelve trays have twelve temperatures
  std::vector<ParameterValue> values;
  for (const scenario::Setting& setting : settings) values.push_back({setting.name, setting.number, setting.choice});
  const std::shared_ptr<const Flowsheet> plant = kind.build(values);
  for (const SignalInfo& signal : plant->signals()) names.signals.push_back(name_info(signal));
  for (const InputInfo& input : plant->inputs()) names.inputs.push_back(name_info(input));
  return names;
}

}  // namespace

scenario::PlantCatalogue plant_catalogue() {
  scenario::PlantCatalogue offered;
  for (const FlowsheetKind& kind : catalogue()) offered.flowsheets.push_back(kind.name);
  offered.names = names_of;
  return offered;
}

}  // namespace stillhouse
