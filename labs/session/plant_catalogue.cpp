#include <cctype>
#include <limits>

#include "labs/session/lab_library.h"
#include "labs/session/plant_building.h"
#include "models/catalogue.h"
#include "models/plant/unit_kind.h"

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

scenario::PlantNames names_of(const scenario::Plant& lab) {
  scenario::PlantNames names;
  const OfferedParameters offered = offered_parameters(lab);
  for (const ParameterInfo& info : offered.numbers)
    names.parameters.push_back({info.name, lab_unit(info.unit), info.minimum, info.maximum, info.sentence});
  for (const ChoiceParameter& choice : offered.choices)
    names.choices.push_back({choice.name, choice.allowed, choice.sentence});

  // signals and inputs depend on what is built: twelve trays have twelve temperatures
  std::vector<ParameterValue> values;
  for (const scenario::Setting& setting : lab.parameters)
    values.push_back({setting.name, setting.number, setting.choice});
  const std::shared_ptr<const Flowsheet> plant = build_plant(lab, values).plant;
  for (const SignalInfo& signal : plant->signals()) names.signals.push_back(name_info(signal));
  for (const InputInfo& input : plant->inputs()) {
    names.inputs.push_back(name_info(input));
    if (lab.blueprint) names.inputs.back().start = input.range.start;
  }

  // an input of a unit that starts from a setting has one name for both: here it is the input
  if (lab.blueprint)
    std::erase_if(names.parameters, [&](const auto& info) { return plant->find_input(info.name) >= 0; });
  return names;
}

}  // namespace

scenario::PlantCatalogue plant_catalogue() {
  scenario::PlantCatalogue offered;
  for (const FlowsheetKind& kind : catalogue()) offered.flowsheets.push_back(kind.name);
  for (UnitKind kind : unit_kinds()) {
    for (ParameterInfo& info : kind.parameters) info.unit = lab_unit(info.unit);
    offered.units.push_back(std::move(kind));
  }
  offered.names = names_of;
  offered.findings = [](const Blueprint& blueprint) { return assemble(blueprint).findings; };
  return offered;
}

}  // namespace stillhouse
