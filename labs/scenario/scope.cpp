#include "labs/scenario/scope.h"

#include <algorithm>

#include "labs/scenario/bench_subject.h"
#include "models/instruments/result_units.h"

namespace stillhouse::scenario {
namespace {

template <class Item>
const Item* by_name(const std::vector<Item>& items, const std::string& name) {
  for (const Item& item : items)
    if (item.name == name) return &item;
  return nullptr;
}

template <class Item>
const Item* by_tag(const std::vector<Item>& items, const std::string& tag) {
  for (const Item& item : items)
    if (item.tag == tag) return &item;
  return nullptr;
}

constexpr std::string_view kSetpoint = ".setpoint";
constexpr std::string_view kOutput = ".output";
constexpr std::string_view kPhase = ".phase";

}  // namespace

Target target_of(const NameInfo& info) {
  Target target{unit(info.unit), info.minimum, info.maximum, ""};
  // a number that may exceed one is a ratio, not a share
  const bool ratio = target.unit.symbol == "1" && !(info.maximum <= 1.0);
  target.display = ratio ? "1" : display_unit(target.unit).symbol;
  return target;
}

const NameInfo* Scope::signal(const std::string& name) const {
  return by_name(names.signals, name);
}
const NameInfo* Scope::input(const std::string& name) const {
  return by_name(names.inputs, name);
}
const NameInfo* Scope::parameter(const std::string& name) const {
  return by_name(names.parameters, name);
}
const ChoiceInfo* Scope::choice(const std::string& name) const {
  return by_name(names.choices, name);
}
const Instrument* Scope::instrument(const std::string& tag) const {
  return by_tag(plant.instruments, tag);
}
const Handle* Scope::handle(const std::string& tag) const {
  return by_tag(plant.handles, tag);
}
const Controller* Scope::controller(const std::string& tag) const {
  return by_tag(plant.controllers, tag);
}
const Sequence* Scope::sequence(const std::string& tag) const {
  return by_tag(plant.sequences, tag);
}
const Interlock* Scope::interlock(const std::string& tag) const {
  return by_tag(plant.interlocks, tag);
}
const Alarm* Scope::alarm(const std::string& tag) const {
  return by_tag(plant.alarms, tag);
}

Target Scope::target(const Instrument& instrument) const {
  const NameInfo* info = signal(instrument.signal);
  Target target;
  target.unit = info ? unit(info->unit) : unit(instrument.unit);
  target.minimum = instrument.range_low;
  target.maximum = instrument.range_high;
  target.display = instrument.unit;
  return target;
}

Target Scope::target(const Handle& handle) const {
  const NameInfo* info = input(handle.input);
  Target target;
  target.unit = info ? unit(info->unit) : unit(handle.unit);
  target.minimum = handle.low;
  target.maximum = handle.high;
  target.display = handle.unit;
  return target;
}

Target Scope::setpoint_target(const Controller& controller) const {
  Target result;
  if (const Instrument* read = instrument(controller.reads)) result = target(*read);
  result.minimum = controller.setpoint_low;
  result.maximum = controller.setpoint_high;
  return result;
}

Target Scope::output_target(const Controller& controller) const {
  Target result{unit("1"), 0.0, 1.0, "%"};
  if (!controller.split.empty())
    result.display = controller.output_unit;
  else if (const Handle* moved = handle(controller.moves))
    result = target(*moved);
  else if (const NameInfo* moved_input = input(controller.moves))
    result = target_of(*moved_input);
  else if (const Controller* secondary = setpoint_of(controller.moves))
    result = setpoint_target(*secondary);
  result.minimum = controller.output_low;
  result.maximum = controller.output_high;
  return result;
}

const Controller* Scope::setpoint_of(const std::string& name) const {
  return name.ends_with(kSetpoint) ? controller(name.substr(0, name.size() - kSetpoint.size())) : nullptr;
}

bool Scope::has_task(const std::string& id) const {
  return !tasks_whole || std::find(tasks.begin(), tasks.end(), id) != tasks.end();
}

bool Scope::has_fault(const std::string& id) const {
  return !faults_whole || std::find(faults.begin(), faults.end(), id) != faults.end();
}

std::optional<FoundSubject> Scope::subject(const std::string& name) const {
  const auto make = [](SubjectKind kind, const std::string& subject_name, const Target& target) {
    return FoundSubject{Subject{kind, subject_name, target.display}, target};
  };
  if (const Instrument* found = instrument(name)) return make(SubjectKind::reading, name, target(*found));
  if (const Handle* found = handle(name)) return make(SubjectKind::position, name, target(*found));
  if (const NameInfo* found = signal(name)) return make(SubjectKind::signal, name, target_of(*found));
  if (const Controller* found = setpoint_of(name))
    return make(SubjectKind::setpoint, found->tag, setpoint_target(*found));
  if (name.ends_with(kOutput)) {
    const std::string tag = name.substr(0, name.size() - kOutput.size());
    if (const Controller* found = controller(tag)) return make(SubjectKind::output, tag, output_target(*found));
  }
  if (const std::optional<BenchSubject> of_bench = bench_subject(name)) {
    const auto plain = [&](const char* symbol) {
      return make(SubjectKind::bench, name, {unit(symbol), 0.0, 1e300, symbol});
    };
    const auto knows = [&](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), of_bench->number) != list.end();
    };
    if (of_bench->instrument.empty()) {
      if (!bench.instruments.empty() && knows(bench_numbers())) return plain("1");
    } else if (const BenchInstrument* item = by_tag(bench.instruments, of_bench->instrument)) {
      if (of_bench->part.empty() && knows(analysis_numbers())) return plain(of_bench->number == "duration" ? "s" : "1");
      const std::string reported = of_bench->part == "truth" ? "" : result_unit(item->kind, of_bench->number);
      FoundSubject result = plain(reported.empty() ? "1" : reported.c_str());
      result.target.minimum = -1e300;
      if (!reported.empty()) return result;
      result.any_unit = true;
      return result;
    }
  }
  for (const auto& [tag, ids] : phases)
    if (name == tag + std::string(kPhase))
      return make(SubjectKind::phase, tag, {unit("1"), 0.0, static_cast<double>(ids.size()) + 1.0, "1"});
  return std::nullopt;
}

std::vector<std::string> Scope::subject_names(bool with_signals) const {
  std::vector<std::string> result = tags_of(plant.instruments);
  for (const Handle& entry : plant.handles) result.push_back(entry.tag);
  for (const Controller& entry : plant.controllers) {
    result.push_back(entry.tag + std::string(kSetpoint));
    result.push_back(entry.tag + std::string(kOutput));
  }
  for (const auto& [tag, ids] : phases) result.push_back(tag + std::string(kPhase));
  for (const BenchInstrument& entry : bench.instruments)
    for (const std::string& number : analysis_numbers()) result.push_back(entry.tag + "." + number);
  if (!bench.instruments.empty())
    for (const std::string& number : bench_numbers()) result.push_back("bench." + number);
  if (with_signals)
    for (const NameInfo& entry : names.signals) result.push_back(entry.name);
  return result;
}

}  // namespace stillhouse::scenario
