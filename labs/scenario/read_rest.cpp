#include <algorithm>

#include "labs/scenario/parts.h"
#include "labs/scenario/rest.h"

namespace stillhouse::scenario {

std::optional<RestName> rest_name(const Scope& scope, const std::string& name) {
  if (const Controller* found = scope.controller(name)) {
    if (found->two_position) return std::nullopt;
    return RestName{name, true, scope.setpoint_target(*found)};
  }
  if (const Handle* found = scope.handle(name)) return RestName{found->input, false, scope.target(*found)};
  if (const NameInfo* found = scope.input(name)) return RestName{name, false, target_of(*found)};
  return std::nullopt;
}

std::vector<std::string> rest_names(const Scope& scope) {
  std::vector<std::string> result = names_of(scope.names.inputs);
  for (const Handle& handle : scope.plant.handles) result.push_back(handle.tag);
  for (const Controller& controller : scope.plant.controllers)
    if (!controller.two_position) result.push_back(controller.tag);
  return result;
}

std::vector<std::string> decided_inputs(const Plant& plant, const RestValue& part) {
  if (!part.by_controller) return {part.name};
  const auto input_of = [&](const std::string& moved) {
    for (const Handle& handle : plant.handles)
      if (handle.tag == moved) return handle.input;
    return moved;
  };
  std::vector<std::string> inputs;
  for (const Controller& controller : plant.controllers) {
    if (controller.tag != part.name) continue;
    if (!controller.secondary.empty()) return decided_inputs(plant, {controller.secondary, true, 0.0, ""});
    for (const SplitPart& split : controller.split) inputs.push_back(input_of(split.handle));
    if (controller.split.empty()) inputs.push_back(input_of(controller.moves));
  }
  return inputs;
}

bool fight(const Plant& plant, const RestValue& a, const RestValue& b) {
  const std::vector<std::string> mine = decided_inputs(plant, a), other = decided_inputs(plant, b);
  return std::any_of(mine.begin(), mine.end(), [&](const std::string& input) {
    return std::find(other.begin(), other.end(), input) != other.end();
  });
}

Rest read_rest(const NodeReader& plant, const Scope& scope) {
  const std::string operation = plant.string("operation");
  Rest rest;
  if (operation == "batch") rest.operation = Operation::batch;
  if (operation == "start_up") rest.operation = Operation::start_up;
  if (rest.operation == Operation::start_up && scope.plant.sequences.empty())
    plant.add("operation",
              "`operation` of plant is \"start_up\" but no sequence starts it; allowed: with an entry in `sequences`");
  const Value* value_of_rest = plant.value("rest");
  if (!value_of_rest || value_of_rest->kind != Value::Kind::table) return rest;
  Findings& findings = plant.findings();
  if (!rest.is_looked_for()) {
    plant.add("rest", "`rest` of plant stands beside operation = \"" + operation +
                          "\"; allowed: one of the two, for with that operation no rest is looked for");
    return rest;
  }

  std::vector<std::string> written;
  for (const auto& [name, value] : value_of_rest->table->fields) {
    const SourceLine line{plant.source().file, value.line};
    const std::optional<RestName> meant = rest_name(scope, name);
    if (!meant) {
      if (scope.broken.contains(name)) continue;
      findings.add(line, "`" + name + "` is no input, handle or pid of the plant; allowed: " +
                             listing(rest_names(scope), 40) + nearest_of(name, rest_names(scope)));
      continue;
    }
    if (!check_setting_number(value, line.file, name, meant->target, findings)) continue;
    const std::string unit = written_unit(value).empty() ? meant->target.display : written_unit(value);
    const RestValue part{meant->name, meant->by_controller, value.number, unit};

    // a handle and its controller, or a handle and its input, would fight
    const auto other = std::find_if(rest.parts.begin(), rest.parts.end(),
                                    [&](const RestValue& each) { return fight(scope.plant, each, part); });
    if (other != rest.parts.end()) {
      const std::string before = written[static_cast<std::size_t>(other - rest.parts.begin())];
      findings.add(line, "`" + name + "` decides `" + decided_inputs(scope.plant, part).front() + "`, as `" + before +
                             "` does already; allowed: one of them in `rest`");
      continue;
    }
    rest.parts.push_back(part);
    written.push_back(name);
  }
  return rest;
}

}  // namespace stillhouse::scenario
