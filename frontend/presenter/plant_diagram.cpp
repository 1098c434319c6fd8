#include "frontend/presenter/plant_diagram.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stillhouse {

namespace {

int add_port(DiagramUnit& unit, const std::string& name, bool is_inlet, bool is_gas) {
  unit.ports.push_back({name, is_inlet, is_gas});
  return static_cast<int>(unit.ports.size()) - 1;
}

/// "tray" of "tray_12"; the whole name if it does not end in a number.
std::string stem_of(const std::string& name) {
  const std::size_t end = name.find_last_not_of("0123456789");
  const bool numbered = end != std::string::npos && end + 1 < name.size() && name[end] == '_';
  return numbered ? name.substr(0, end) : name;
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

}  // namespace

Diagram diagram_of(const Blueprint& blueprint, const std::vector<StreamInfo>& streams) {
  Diagram diagram;
  std::map<std::string, int> place;
  for (const Blueprint::Unit& unit : blueprint.units) {
    place[unit.name] = static_cast<int>(diagram.units.size());
    diagram.units.push_back({unit.name, unit.kind, symbol_of(unit.kind), {}});
  }
  for (const StreamInfo& stream : streams) {
    const int from = place.at(stream.from), to = place.at(stream.to);
    const bool gas = stream.phase == "gas";
    // a port that takes several streams is drawn as several
    const int out = add_port(diagram.units[static_cast<std::size_t>(from)], stream.out, false, gas);
    const int in = add_port(diagram.units[static_cast<std::size_t>(to)], stream.in, true, gas);
    diagram.streams.push_back({stream.name, from, out, to, in, gas});
  }
  return diagram;
}

Diagram diagram_of(const Flowsheet& plant) {
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
      // by number: tank_2 before tank_10
      const auto [low, high] = std::minmax_element(
          members[stem].begin(), members[stem].end(),
          [](const auto& a, const auto& b) { return a.size() < b.size() || (a.size() == b.size() && a < b); });
      const std::string first = *low, last = *high;
      const std::string name = first == last ? first : first + ".." + last.substr(stem.size() + 1);
      const bool trays = stem == "tray" || stem == "stage";
      diagram.units.push_back({name, stem, trays ? Symbol::column : symbol_of(stem), {}});
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

}  // namespace stillhouse
