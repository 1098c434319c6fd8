#include "labs/session/plant_building.h"

#include <algorithm>

#include "engine/base/error.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

namespace {

constexpr std::string_view kEach = ".*";

const ParameterValue* value_of(const Blueprint::Unit& unit, const std::string& name) {
  for (const ParameterValue& value : unit.values)
    if (value.name == name) return &value;
  return nullptr;
}

OfferedParameters offered_parameters(const Blueprint& blueprint) {
  OfferedParameters offered;
  for (const Blueprint::Unit& unit : blueprint.units) {
    const UnitKind& kind = find_unit_kind(unit.kind);
    const auto offer = [&](ParameterInfo info, const std::string& name) {
      const ParameterValue* given = value_of(unit, name);
      if (given) info.standard = given->number;
      info.name = unit.name + "." + name;
      offered.numbers.push_back(std::move(info));
    };
    for (const ParameterInfo& info : kind.parameters) {
      if (!info.name.ends_with(kEach)) {
        offer(info, info.name);
        continue;
      }
      // the dot stays, the star becomes each species
      const std::string stem = info.name.substr(0, info.name.size() - 1);
      for (const std::string& species : blueprint.species) offer(info, stem + species);
    }
    for (ChoiceParameter choice : kind.choices) {
      choice.name = unit.name + "." + choice.name;
      offered.choices.push_back(std::move(choice));
    }
  }
  return offered;
}

}  // namespace

OfferedParameters offered_parameters(const scenario::Plant& plant) {
  if (plant.blueprint) return offered_parameters(*plant.blueprint);
  const FlowsheetKind& kind = find_flowsheet_kind(plant.flowsheet);
  return {kind.parameters, kind.choices};
}

Blueprint with_values(Blueprint blueprint, const std::vector<ParameterValue>& values) {
  for (const ParameterValue& value : values) {
    // names of units have no dot, those of settings may: "F-1.x.water"
    const std::size_t dot = value.name.find('.');
    const std::string name = value.name.substr(0, dot);
    const auto unit = std::find_if(blueprint.units.begin(), blueprint.units.end(),
                                   [&](const Blueprint::Unit& each) { return each.name == name; });
    if (dot == std::string::npos || unit == blueprint.units.end())
      throw ModelError("there is no unit of the setting " + value.name);
    ParameterValue setting = value;
    setting.name = value.name.substr(dot + 1);
    const auto given = std::find_if(unit->values.begin(), unit->values.end(),
                                    [&](const ParameterValue& each) { return each.name == setting.name; });
    if (given == unit->values.end())
      unit->values.push_back(std::move(setting));
    else
      *given = std::move(setting);
  }
  return blueprint;
}

BuiltPlant build_plant(const scenario::Plant& plant, const std::vector<ParameterValue>& values) {
  if (!plant.blueprint) return {find_flowsheet_kind(plant.flowsheet).build(values), {}};
  Assembly assembly = assemble(with_values(*plant.blueprint, values));
  if (!assembly.plant) {
    std::string message;
    for (const BlueprintFinding& finding : assembly.findings)
      message += (message.empty() ? "" : "; ") + finding.message;
    throw ModelError(plant.id + ": " + message);
  }
  return {std::move(assembly.plant), std::move(assembly.streams)};
}

}  // namespace stillhouse
