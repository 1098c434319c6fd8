#include <algorithm>
#include <map>
#include <tuple>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

// ids of a list of words; one that is used twice is told
void collect_ids(const std::vector<const Node*>& nodes, std::vector<std::string>& ids, Findings& findings) {
  std::map<std::string, int> seen;
  for (const Node* node : nodes) {
    const NodeReader reader(*node, findings);
    const std::string id = reader.string("id");
    if (id.empty()) continue;
    if (const auto [before, fresh] = seen.emplace(id, node->source.line); fresh)
      ids.push_back(id);
    else
      reader.add("id", std::string("the id `") + id + "` of " + node->word->name + " is used twice, first on line " +
                           std::to_string(before->second) + "; allowed: each id once");
  }
}

bool names_task(const Condition& condition, const std::string& id) {
  const bool task_kind = condition.kind == ConditionKind::completed || condition.kind == ConditionKind::started ||
                         condition.kind == ConditionKind::in_progress;
  if (task_kind && condition.name == id) return true;
  return std::any_of(condition.children.begin(), condition.children.end(),
                     [&](const Condition& child) { return names_task(child, id); });
}

// tasks that wait for each other would never start
void check_circles(const std::vector<Task>& tasks, Findings& findings) {
  std::map<std::string, const Task*> by_id;
  for (const Task& task : tasks) by_id[task.id] = &task;
  for (const Task& task : tasks) {
    std::vector<std::string> waiting = task.after, met;
    while (!waiting.empty()) {
      const std::string id = waiting.back();
      waiting.pop_back();
      if (id == task.id) {
        findings.add(task.source,
                     "task `" + task.id + "` comes after itself by way of `after`; allowed: an order without circles");
        return;
      }
      if (std::find(met.begin(), met.end(), id) != met.end()) continue;
      met.push_back(id);
      if (const auto found = by_id.find(id); found != by_id.end())
        waiting.insert(waiting.end(), found->second->after.begin(), found->second->after.end());
    }
  }
}

EffectKind effect_kind(const std::string& word) {
  static const std::map<std::string, EffectKind> kKinds = {
      {"scale", EffectKind::scale},
      {"set_input", EffectKind::set_input},
      {"ramp", EffectKind::ramp},
      {"sensor_drift", EffectKind::sensor_drift},
      {"sensor_stuck", EffectKind::sensor_stuck},
      {"sensor_fail", EffectKind::sensor_fail},
      {"sensor_burst", EffectKind::sensor_burst},
      {"sensor_spike", EffectKind::sensor_spike},
      {"handle_stuck", EffectKind::handle_stuck},
      {"disable_interlock", EffectKind::disable_interlock},
  };
  return kKinds.at(word);
}

// the target of an effect must exist
bool check_target(const NodeReader& reader, const Scope& scope, const std::string& field, const std::string& name,
                  const std::string& what, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) return true;
  if (!name.empty() && !scope.broken.contains(name)) reader.add_unknown(field, name, what, allowed);
  return false;
}

Effect read_effect(const Node& node, const Scope& scope, Findings& findings) {
  const NodeReader reader(node, findings);
  Effect effect;
  effect.kind = effect_kind(node.word->name);
  effect.source = node.source;
  switch (effect.kind) {
    case EffectKind::scale:
    case EffectKind::set_input:
    case EffectKind::ramp: {
      effect.target = reader.string("input");
      if (!check_target(reader, scope, "input", effect.target, "input of the plant", names_of(scope.names.inputs)))
        break;
      const Target target = target_of(*scope.input(effect.target));
      effect.unit = effect.kind == EffectKind::scale ? "1" : target.display;
      if (effect.kind == EffectKind::scale) effect.value = reader.number("factor");
      if (effect.kind == EffectKind::set_input) effect.value = reader.quantity("value", target).value_or(0.0);
      if (effect.kind == EffectKind::ramp) {
        effect.value = reader.quantity("to", target).value_or(0.0);
        effect.duration = reader.number("over");
      }
      break;
    }
    case EffectKind::sensor_drift:
    case EffectKind::sensor_stuck:
    case EffectKind::sensor_fail:
    case EffectKind::sensor_burst:
    case EffectKind::sensor_spike: {
      effect.target = reader.string("tag");
      if (!check_target(reader, scope, "tag", effect.target, "instrument", tags_of(scope.plant.instruments))) break;
      const Instrument& instrument = *scope.instrument(effect.target);
      if (instrument.works_by_samples()) {
        reader.add("tag", "`" + effect.target +
                              "` works by samples; allowed is an instrument that shows a value all the time");
        break;
      }
      const Target target = scope.target(instrument);
      effect.unit = difference_of(unit(instrument.unit)).symbol;
      if (effect.kind == EffectKind::sensor_drift && reader.number("per") > 0.0)
        effect.value = reader.difference("amount", target) / reader.number("per");
      if (effect.kind == EffectKind::sensor_burst || effect.kind == EffectKind::sensor_spike)
        effect.value = reader.difference("amount", target);
      if (effect.kind == EffectKind::sensor_spike) effect.duration = reader.number("every");
      if (effect.kind == EffectKind::sensor_fail) effect.value = reader.string("end") == "high" ? 1.0 : 0.0;
      break;
    }
    case EffectKind::handle_stuck:
      effect.target = reader.string("handle");
      check_target(reader, scope, "handle", effect.target, "handle", tags_of(scope.plant.handles));
      break;
    case EffectKind::disable_interlock:
      effect.target = reader.string("interlock");
      check_target(reader, scope, "interlock", effect.target, "interlock", tags_of(scope.plant.interlocks));
      break;
  }
  return effect;
}

std::vector<const Node*> of_kind(const std::vector<const Node*>& nodes, WordKind kind) {
  std::vector<const Node*> result;
  for (const Node* node : nodes)
    if (node->word->kind == kind) result.push_back(node);
  return result;
}

std::size_t items_in(const NodeReader& lab, const std::string& field) {
  const Value* value = lab.value(field);
  return value && value->kind == Value::Kind::table ? value->table->items.size() : 0;
}

}  // namespace

ExerciseNodes collect_exercise(const NodeReader& lab, Scope& scope) {
  ExerciseNodes nodes{of_kind(lab.words("tasks"), WordKind::task), of_kind(lab.words("faults"), WordKind::fault)};
  collect_ids(nodes.tasks, scope.tasks, lab.findings());
  collect_ids(nodes.faults, scope.faults, lab.findings());
  scope.tasks_whole = items_in(lab, "tasks") == scope.tasks.size();
  scope.faults_whole = items_in(lab, "faults") == scope.faults.size();
  return nodes;
}

std::vector<Task> read_tasks(const ExerciseNodes& nodes, const Scope& scope, Findings& findings) {
  std::vector<Task> tasks;
  for (const Node* node : nodes.tasks) {
    const NodeReader reader(*node, findings);
    Task task;
    task.id = reader.string("id");
    task.says = reader.text("says");
    task.source = node->source;
    task.start = read_condition_field(reader, "start", scope, Where::task);
    task.done = read_condition_field(reader, "done", scope, Where::task).value_or(Condition{});
    task.within = reader.number_if_given("within");

    // order and references
    if (const Value* after = reader.value("after"); after && after->kind == Value::Kind::table) {
      for (const Value& item : after->table->items) {
        if (item.kind != Value::Kind::string) continue;
        if (!scope.has_task(item.text))
          findings.add({node->source.file, item.line}, "`" + item.text + "` is no task; allowed: " +
                                                           listing(scope.tasks) + nearest_of(item.text, scope.tasks));
        task.after.push_back(item.text);
      }
    }
    if (!task.id.empty() && names_task(task.done, task.id))
      reader.add("done", "`done` of task `" + task.id + "` asks for the task itself; allowed are tags and other tasks");
    if (!task.id.empty() && task.start && names_task(*task.start, task.id))
      reader.add("start",
                 "`start` of task `" + task.id + "` asks for the task itself; allowed are tags and other tasks");
    if (const Node* hint = reader.word("hint")) {
      const NodeReader hint_reader(*hint, findings);
      task.hint = Hint{hint_reader.text("says"), hint_reader.number("price")};
    }
    tasks.push_back(std::move(task));
  }
  check_circles(tasks, findings);
  return tasks;
}

std::vector<Fault> read_faults(const ExerciseNodes& nodes, const Scope& scope, Findings& findings) {
  std::vector<Fault> faults;
  for (const Node* node : nodes.faults) {
    const NodeReader reader(*node, findings);
    Fault fault;
    fault.id = reader.string("id");
    fault.source = node->source;
    fault.when = read_condition_field(reader, "when", scope, Where::judging);
    fault.after = reader.number("after");
    fault.lasts = reader.number_if_given("lasts");
    fault.reveal = reader.text("reveal");
    for (const Node* effect : of_kind(reader.words("does"), WordKind::effect))
      fault.does.push_back(read_effect(*effect, scope, findings));
    if (reader.has("does") && reader.words("does").empty())
      reader.add("does", "`does` of fault is empty; allowed are effects: " +
                             listing(word_names(std::vector<WordKind>{WordKind::effect})));
    faults.push_back(std::move(fault));
  }
  return faults;
}

namespace {

struct FoundName {
  NameKind kind;
  const NameInfo* info;
};

std::optional<FoundName> find_name(const Scope& scope, const std::string& name, bool with_signals) {
  if (const NameInfo* found = scope.parameter(name)) return FoundName{NameKind::parameter, found};
  if (const NameInfo* found = scope.input(name)) return FoundName{NameKind::input, found};
  if (const NameInfo* found = with_signals ? scope.signal(name) : nullptr) return FoundName{NameKind::signal, found};
  return std::nullopt;
}

std::vector<std::string> settable_names(const Scope& scope) {
  std::vector<std::string> names = names_of(scope.names.parameters);
  for (const NameInfo& info : scope.names.inputs) names.push_back(info.name);
  return names;
}

}  // namespace

std::vector<InitialValue> read_initial(const NodeReader& lab, const Scope& scope) {
  std::vector<InitialValue> initial;
  const Value* value = lab.value("initial");
  if (!value || value->kind != Value::Kind::table) return initial;
  for (const auto& [name, entry] : value->table->fields) {
    const SourceLine line{lab.source().file, entry.line};
    const std::optional<FoundName> found_name = find_name(scope, name, true);
    if (!found_name) {
      lab.findings().add(line, "`" + name + "` is no parameter, input or signal of the plant; allowed: " +
                                   listing(settable_names(scope)) + nearest_of(name, settable_names(scope)));
      continue;
    }
    const Target target = target_of(*found_name->info);
    if (!check_setting_number(entry, line.file, name, target, lab.findings())) continue;

    // a handle says itself where it stands
    for (const Handle& handle : scope.plant.handles)
      if (found_name->kind == NameKind::input && handle.input == name)
        lab.findings().add(line, "`" + name + "` is moved by " + handle.tag + "; allowed is `start` of that handle");
    InitialValue result{found_name->kind, {}};
    result.setting.name = name;
    result.setting.number = entry.number;
    result.setting.unit = written_unit(entry).empty() ? target.display : written_unit(entry);
    result.setting.source = line;
    initial.push_back(std::move(result));
  }
  return initial;
}

std::vector<Variation> read_student_variation(const NodeReader& lab, const Scope& scope) {
  std::vector<Variation> variations;
  const Value* value = lab.value("student_variation");
  if (!value || value->kind != Value::Kind::table) return variations;
  for (const auto& [name, entry] : value->table->fields) {
    if (entry.kind != Value::Kind::word || entry.node->word->kind != WordKind::variation) continue;
    const NodeReader reader(*entry.node, lab.findings());
    const std::optional<FoundName> found_name = find_name(scope, name, false);
    if (!found_name) {
      lab.findings().add({lab.source().file, entry.line},
                         "`" + name + "` is no parameter or input of the plant; allowed: " +
                             listing(settable_names(scope)) + nearest_of(name, settable_names(scope)));
      continue;
    }
    const Target target = target_of(*found_name->info);
    Variation variation;
    variation.kind = found_name->kind;
    variation.name = name;
    variation.unit = target.display;
    variation.spread = reader.difference("spread", target);
    variation.low = target.minimum;
    variation.high = target.maximum;
    if (const auto range = reader.range("within", target)) std::tie(variation.low, variation.high) = *range;
    variation.source = entry.node->source;
    variations.push_back(std::move(variation));
  }
  return variations;
}

}  // namespace stillhouse::scenario
