#include "models/plant/connection_streams.h"

#include <algorithm>
#include <map>
#include <utility>

#include "models/plant/unit_kind.h"

namespace stillhouse {

namespace {

std::string phase_of(const Blueprint& blueprint, const Blueprint::Connection& connection) {
  const auto unit = std::find_if(blueprint.units.begin(), blueprint.units.end(),
                                 [&](const Blueprint::Unit& each) { return each.name == connection.from; });
  if (unit == blueprint.units.end()) return "liquid";
  for (const PortInfo& port : find_unit_kind(unit->kind).ports)
    if (port.name == connection.out && !port.is_inlet) return port.phase == Phase::gas ? "gas" : "liquid";
  return "liquid";
}

}  // namespace

std::vector<StreamInfo> connection_streams(const Blueprint& blueprint) {
  std::map<std::pair<std::string, std::string>, int> of_port, counted;
  for (const Blueprint::Connection& c : blueprint.connections) ++of_port[{c.from, c.out}];
  std::vector<StreamInfo> streams;
  for (const Blueprint::Connection& c : blueprint.connections) {
    std::string name = c.from;
    name.append(".").append(c.out);
    if (of_port[{c.from, c.out}] > 1) name.append("_").append(std::to_string(++counted[{c.from, c.out}]));
    streams.push_back({std::move(name), c.from, c.out, c.to, c.in, phase_of(blueprint, c)});
  }
  return streams;
}

}  // namespace stillhouse
