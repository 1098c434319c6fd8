#include <algorithm>
#include <cmath>

#include "labs/scenario/parts.h"
#include "models/flow/material_stream.h"

namespace stillhouse::scenario {
namespace {

constexpr std::string_view kInput = ".sample";

/// Units with a sampling valve: those with an input "UNIT.sample".
std::vector<std::string> sampled_units(const PlantNames& names) {
  std::vector<std::string> units;
  for (const NameInfo& input : names.inputs)
    if (input.name.ends_with(kInput)) units.push_back(input.name.substr(0, input.name.size() - kInput.size()));
  return units;
}

/// What is told apart at a sampling valve: the species of its signals "UNIT.sample_SPECIES", which are concentrations.
std::vector<std::string> species_at(const PlantNames& names, const std::string& unit_name) {
  const std::string prefix = unit_name + ".sample_";
  std::vector<std::string> species;
  for (const NameInfo& signal : names.signals)
    if (signal.name.starts_with(prefix) && unit(signal.unit).dimension == unit("mol/m^3").dimension)
      species.push_back(signal.name.substr(prefix.size()));
  return species;
}

}  // namespace

bool read_sample_point(SamplePoint& item, const NodeReader& reader, const Scope& scope) {
  item.of = reader.string("of");
  const std::vector<std::string> units = sampled_units(scope.names);
  if (std::find(units.begin(), units.end(), item.of) == units.end()) {
    if (units.empty())
      reader.add("of", "the plant has no sampling valve; allowed: a unit \"sample_valve\" at a vessel's outlet");
    else if (!item.of.empty())
      reader.add_unknown("of", item.of, "unit with a sampling valve", units);
    return false;
  }
  item.dead_volume = reader.number("dead_volume");
  item.cells = static_cast<int>(reader.number("cells"));
  item.flow = reader.number("flow");
  item.cooled_to = reader.number_if_given("cooled_to");

  const Value* stands = reader.value("stands");
  if (!stands || stands->kind != Value::Kind::table) return true;
  const std::vector<std::string> species = species_at(scope.names, item.of);
  const Target share{unit("mol/mol"), 0.0, 1.0, "mol/mol"};
  double sum = 0.0;
  for (const auto& [name, value] : stands->table->fields) {
    const SourceLine line{reader.source().file, value.line};
    const std::string signal = species_tag(name);
    if (std::find(species.begin(), species.end(), signal) == species.end()) {
      reader.findings().add(line, "`" + name + "` does not flow at " + item.of + "; allowed: " + listing(species) +
                                      nearest_of(signal, species));
      return false;
    }
    if (!check_setting_number(value, line.file, name, share, reader.findings())) return false;
    item.stands.emplace_back(signal, value.number);
    sum += value.number;
  }
  if (std::abs(sum - 1.0) > 1e-3) {
    reader.add("stands", "the shares in `stands` of " + item.tag + " add up to " + shown(sum, unit("1"), 6) +
                             "; allowed: mole fractions that add up to 1");
    return false;
  }
  return true;
}

}  // namespace stillhouse::scenario
