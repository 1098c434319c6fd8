#include "frontend/presenter/plant_diagram.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "models/plant/connection_streams.h"

namespace stillhouse {

namespace {

int add_port(DiagramUnit& unit, const std::string& name, bool is_inlet, bool is_gas) {
  unit.ports.push_back({name, is_inlet, is_gas});
  return static_cast<int>(unit.ports.size()) - 1;
}

bool is_numbered(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  return end != std::string::npos && end > 0 && end + 1 < name.size() && name[end] == '_';
}

/// "tray" of "tray_12"; the whole name if it does not end in a number, or if each of them is a vessel to be seen.
std::string stem_of(const std::string& name) {
  if (!is_numbered(name)) return name;
  const std::string stem = name.substr(0, name.find_last_not_of("0123456789"));
  return symbol_of(stem) == Symbol::vessel ? name : stem;
}

std::string prefix_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? "" : name.substr(0, dot);
}

/// Lines, without a name, from each unit to those that read what it determines.
void join_by_readings(Diagram& diagram, const Flowsheet& plant, const std::vector<int>& drawn_as) {
  std::set<std::pair<int, int>> joined;
  for (std::size_t u = 0; u < plant.units().size(); ++u)
    for (const int v : plant.units()[u].unknowns) {
      const int defined_by = plant.variables()[static_cast<std::size_t>(v)].defined_by;
      if (defined_by < 0) continue;
      const int from = drawn_as[static_cast<std::size_t>(defined_by)], to = drawn_as[u];
      if (from == to || !joined.insert({from, to}).second) continue;
      const int out = add_port(diagram.units[static_cast<std::size_t>(from)], "", false, false);
      const int in = add_port(diagram.units[static_cast<std::size_t>(to)], "", true, false);
      diagram.streams.push_back({"", from, out, to, in, false});
    }
}

/// Places of the plant file's map, in the order of the units.
std::vector<DiagramPlace> map_of(const scenario::Plant& plant, const Diagram& diagram) {
  std::vector<DiagramPlace> map;
  if (plant.layout.empty()) return map;
  for (const DiagramUnit& unit : diagram.units)
    for (const scenario::UnitPlace& place : plant.layout)
      if (place.unit == unit.name) map.push_back({place.column, place.row, place.columns, place.rows});
  return map;
}

Diagram spelt_diagram(const Blueprint& blueprint, const Flowsheet& plant) {
  Diagram diagram;
  std::map<std::string, int> place;
  for (const Blueprint::Unit& unit : blueprint.units) {
    place[unit.name] = static_cast<int>(diagram.units.size());
    DiagramUnit drawn{unit.name, unit.kind, symbol_of(unit.kind), {}};
    for (const Flowsheet::Unit& each : plant.units())
      if (each.path.starts_with(unit.name + "_") && is_numbered(each.path)) ++drawn.stages;
    const auto takes = [&](const char* input) { return plant.find_input(unit.name + "." + input) >= 0; };
    drawn.heated = takes("heating") || takes("steam");
    drawn.cooled = takes("utility");
    diagram.units.push_back(std::move(drawn));
  }
  for (const StreamInfo& stream : connection_streams(blueprint)) {
    const int from = place.at(stream.from), to = place.at(stream.to);
    const bool gas = stream.phase == "gas";
    // a port that takes several streams is drawn as several
    const int out = add_port(diagram.units[static_cast<std::size_t>(from)], stream.out, false, gas);
    const int in = add_port(diagram.units[static_cast<std::size_t>(to)], stream.in, true, gas);
    diagram.streams.push_back({stream.name, from, out, to, in, gas, stream.name + ".F"});
  }
  return diagram;
}

Diagram diagram_by_names(const Flowsheet& plant) {
  Diagram diagram;

  // units of one stem are drawn as one
  std::map<std::string, std::vector<std::string>> members;
  for (const Flowsheet::Unit& unit : plant.units()) members[stem_of(unit.path)].push_back(unit.path);
  std::map<std::string, int> place;
  std::vector<int> drawn_as;
  std::set<std::string> paths;
  for (const Flowsheet::Unit& unit : plant.units()) {
    const std::string stem = stem_of(unit.path);
    paths.insert(unit.path);
    if (!place.contains(stem)) {
      place[stem] = static_cast<int>(diagram.units.size());
      // by number: tray_2 before tray_10
      const auto [low, high] = std::minmax_element(
          members[stem].begin(), members[stem].end(),
          [](const auto& a, const auto& b) { return a.size() < b.size() || (a.size() == b.size() && a < b); });
      const std::string first = *low, last = *high;
      const std::string name = first == last ? first : first + ".." + last.substr(stem.size() + 1);
      const bool trays = stem == "tray" || stem == "stage";
      diagram.units.push_back({name, stem, trays ? Symbol::column : symbol_of(stem), {}});
      diagram.units.back().covers = {stem};
      diagram.units.back().stages = trays ? static_cast<int>(members[stem].size()) : 0;
    }
    drawn_as.push_back(place[stem]);
  }

  for (std::size_t v = 0; v < plant.variables().size(); ++v) {
    const VariableInfo& variable = plant.variables()[v];
    const std::string stream = prefix_of(variable.name);
    if (variable.unit != "W" || stream.empty() || paths.contains(stream) || variable.defined_by < 0) continue;
    const bool gas = plant.find_signal(stream + ".n_air") >= 0;
    const int defines = drawn_as[static_cast<std::size_t>(variable.defined_by)];
    std::set<int> others;
    for (std::size_t u = 0; u < plant.units().size(); ++u) {
      const std::vector<int>& reads = plant.units()[u].unknowns;
      if (drawn_as[u] != defines && std::find(reads.begin(), reads.end(), static_cast<int>(v)) != reads.end())
        others.insert(drawn_as[u]);
    }

    // "drum.gas_in" flows into the drum; else from who defines its flow of heat to who reads it
    const auto named = place.find(stem_of(prefix_of(stream)));
    const bool into = stream.ends_with("_in") && named != place.end() && named->second == defines;
    for (const int other : others) {
      const int from = into ? other : defines, to = into ? defines : other;
      const int out = add_port(diagram.units[static_cast<std::size_t>(from)], stream, false, gas);
      const int in = add_port(diagram.units[static_cast<std::size_t>(to)], stream, true, gas);
      diagram.streams.push_back({stream, from, out, to, in, gas});
    }
  }
  if (diagram.streams.empty()) join_by_readings(diagram, plant, drawn_as);
  return diagram;
}

}  // namespace

Diagram diagram_of(const scenario::Plant& plant, const Flowsheet& flowsheet) {
  if (plant.blueprint) {
    Diagram spelt = spelt_diagram(*plant.blueprint, flowsheet);
    spelt.map = map_of(plant, spelt);
    return spelt;
  }
  if (std::optional<Diagram> known = catalogue_diagram(plant.flowsheet)) {
    // as many trays as this one has
    const auto is_tray = [](const Flowsheet::Unit& unit) { return stem_of(unit.path) == "tray"; };
    const auto trays = std::count_if(flowsheet.units().begin(), flowsheet.units().end(), is_tray);
    for (DiagramUnit& unit : known->units)
      if (trays > 0 && std::count(unit.covers.begin(), unit.covers.end(), "tray") > 0)
        unit.stages = static_cast<int>(trays);
    return std::move(*known);
  }
  return diagram_by_names(flowsheet);
}

int unit_of(const Diagram& diagram, const std::string& signal) {
  int found = -1;
  std::size_t longest = 0;
  for (std::size_t i = 0; i < diagram.units.size(); ++i) {
    const auto take = [&](const std::string& name) {
      const bool fits = signal == name || signal.starts_with(name + ".") || signal.starts_with(name + "_");
      if (!fits || name.size() <= longest) return;
      longest = name.size();
      found = static_cast<int>(i);
    };
    take(diagram.units[i].name);
    for (const std::string& name : diagram.units[i].covers) take(name);
  }
  return found;
}

int number_of_stage(const std::string& unit) {
  int number = 0;
  if (is_numbered(unit)) std::from_chars(unit.data() + unit.rfind('_') + 1, unit.data() + unit.size(), number);
  return number;
}

}  // namespace stillhouse
