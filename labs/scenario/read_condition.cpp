#include <algorithm>
#include <map>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const std::map<std::string, ConditionKind>& kinds() {
  static const std::map<std::string, ConditionKind> kKinds = {
      {"above", ConditionKind::above},
      {"below", ConditionKind::below},
      {"between", ConditionKind::between},
      {"steady", ConditionKind::steady},
      {"all_of", ConditionKind::all_of},
      {"any_of", ConditionKind::any_of},
      {"none_of", ConditionKind::none_of},
      {"sustained", ConditionKind::sustained},
      {"after", ConditionKind::after},
      {"completed", ConditionKind::completed},
      {"started", ConditionKind::started},
      {"in_progress", ConditionKind::in_progress},
      {"fault_active", ConditionKind::fault_active},
      {"is_on", ConditionKind::above},
      {"is_off", ConditionKind::below},
      {"mode_is", ConditionKind::mode_is},
      {"alarm_active", ConditionKind::alarm_active},
      {"acknowledged", ConditionKind::acknowledged},
      {"sample_taken", ConditionKind::sample_taken},
      {"tripped", ConditionKind::tripped},
      {"sequence_is", ConditionKind::sequence_is},
      {"phase_active", ConditionKind::phase_active},
      {"phase_done", ConditionKind::phase_done},
      {"drawn", ConditionKind::drawn},
      {"prepared", ConditionKind::prepared},
      {"analysed", ConditionKind::analysed},
      {"idle", ConditionKind::idle},
      {"answered", ConditionKind::answered},
  };
  return kKinds;
}

class ConditionReader {
 public:
  ConditionReader(const Node& node, const Scope& scope, Where where, Findings& findings)
      : reader_(node, findings), scope_(scope), where_(where) {}

  Condition read() {
    const std::string word = reader_.node().word->name;
    Condition condition;
    condition.kind = kinds().at(word);
    condition.source = reader_.source();
    switch (condition.kind) {
      case ConditionKind::above:
      case ConditionKind::below:
        word.starts_with("is_") ? read_switch(condition) : read_comparison(condition);
        break;
      case ConditionKind::between:
      case ConditionKind::steady:
        read_comparison(condition);
        break;
      case ConditionKind::all_of:
      case ConditionKind::any_of:
      case ConditionKind::none_of:
        for (const Value& item : reader_.items())
          read_child(item.kind == Value::Kind::word ? item.node : nullptr, condition);
        break;
      case ConditionKind::sustained:
        condition.duration = reader_.number("duration");
        read_child(reader_.word("condition"), condition);
        break;
      case ConditionKind::after:
        condition.duration = reader_.number("time");
        break;
      case ConditionKind::completed:
      case ConditionKind::started:
      case ConditionKind::in_progress:
        read_name(condition, "task", "task", scope_.tasks, where_ != Where::safeguard && where_ != Where::sequence);
        break;
      case ConditionKind::fault_active:
        read_name(condition, "fault", "fault", scope_.faults, where_ == Where::judging);
        break;
      case ConditionKind::mode_is:
        read_name(condition, "controller", "controller", tags_of(scope_.plant.controllers), true);
        condition.mode = reader_.string("mode");
        break;
      case ConditionKind::alarm_active:
      case ConditionKind::acknowledged: {
        std::vector<std::string> alarms = where_ == Where::sequence ? scope_.alarm_tags : tags_of(scope_.plant.alarms);
        alarms.push_back("all");
        read_name(condition, "alarm", "alarm", alarms, where_ != Where::safeguard);
        break;
      }
      case ConditionKind::sample_taken: {
        std::vector<std::string> tags;
        for (const Instrument& instrument : scope_.plant.instruments)
          if (instrument.works_by_samples()) tags.push_back(instrument.tag);
        read_name(condition, "tag", "analyser or hydrometer", tags, where_ != Where::safeguard);
        break;
      }
      case ConditionKind::tripped:
        read_name(condition, "interlock", "interlock",
                  where_ == Where::sequence ? scope_.interlock_tags : tags_of(scope_.plant.interlocks),
                  where_ != Where::safeguard);
        break;
      case ConditionKind::sequence_is:
      case ConditionKind::phase_active:
      case ConditionKind::phase_done:
        read_phase(condition);
        break;
      case ConditionKind::drawn:
      case ConditionKind::prepared:
      case ConditionKind::analysed:
      case ConditionKind::idle:
      case ConditionKind::answered:
        read_bench_fact(condition);
        break;
    }
    return condition;
  }

 private:
  void read_child(const Node* node, Condition& condition) {
    if (node && node->word->kind == WordKind::condition)
      condition.children.push_back(read_condition(*node, scope_, where_, reader_.findings()));
  }

  void read_comparison(Condition& condition) {
    std::optional<FoundSubject> found = read_subject(reader_, "subject", scope_, where_);
    if (!found) return;
    take_written_unit(*found, reader_.value(condition.kind == ConditionKind::between  ? "low"
                                            : condition.kind == ConditionKind::steady ? "within"
                                                                                      : "limit"));
    condition.subject = found->subject;
    // the truth has no face: it is shown in the unit its author wrote the limit in
    const Value* limit = reader_.value(condition.kind == ConditionKind::between ? "low" : "limit");
    if (condition.subject.kind == SubjectKind::signal && limit && !written_unit(*limit).empty())
      condition.subject.unit = written_unit(*limit);
    switch (condition.kind) {
      case ConditionKind::above:
        condition.low = reader_.quantity("limit", found->target).value_or(0.0);
        break;
      case ConditionKind::below:
        condition.high = reader_.quantity("limit", found->target).value_or(0.0);
        break;
      case ConditionKind::between: {
        const std::optional<double> low = reader_.quantity("low", found->target);
        const std::optional<double> high = reader_.quantity("high", found->target);
        if (low && high && !(*low < *high))
          reader_.add("low",
                      "between has a low end that is not below its high end; allowed is between(subject, low, high)");
        condition.low = low.value_or(0.0);
        condition.high = high.value_or(0.0);
        break;
      }
      default:
        condition.high = reader_.difference("within", found->target);
        condition.duration = reader_.number("over");
        break;
    }
  }

  // on and off are the halves of the handle's range
  void read_switch(Condition& condition) {
    const std::string tag = reader_.string("handle");
    const Handle* handle = scope_.handle(tag);
    if (!handle || handle->kind != HandleKind::on_off_switch) {
      std::vector<std::string> switches;
      for (const Handle& entry : scope_.plant.handles)
        if (entry.kind == HandleKind::on_off_switch) switches.push_back(entry.tag);
      if (!tag.empty() && !scope_.broken.contains(tag)) reader_.add_unknown("handle", tag, "switch", switches);
      return;
    }
    condition.subject = {SubjectKind::position, tag, handle->unit};
    const double middle = 0.5 * (handle->low + handle->high);
    (condition.kind == ConditionKind::above ? condition.low : condition.high) = middle;
  }

  void read_phase(Condition& condition) {
    std::vector<std::string> sequences;
    for (const auto& [tag, ids] : scope_.phases) sequences.push_back(tag);
    read_name(condition, "sequence", "sequence", sequences, true);
    if (condition.kind == ConditionKind::sequence_is) {
      condition.mode = reader_.string("state");
      return;
    }
    condition.phase = reader_.string("phase");
    for (const auto& [tag, ids] : scope_.phases)
      if (tag == condition.name && !condition.phase.empty() &&
          std::find(ids.begin(), ids.end(), condition.phase) == ids.end())
        reader_.add_unknown("phase", condition.phase, "phase of " + tag, ids);
  }

  void read_bench_fact(Condition& condition) {
    const bool may = where_ != Where::safeguard && where_ != Where::sequence;
    const auto name_of = [](const auto& item) { return item.id; };
    std::vector<std::string> allowed;
    switch (condition.kind) {
      case ConditionKind::drawn:
        read_name(condition, "point", "sampling point", tags_of(scope_.plant.sample_points), may);
        break;
      case ConditionKind::answered:
        std::transform(scope_.questions.begin(), scope_.questions.end(), std::back_inserter(allowed), name_of);
        read_name(condition, "question", "question", allowed, may);
        break;
      case ConditionKind::prepared:
        condition.name = reader_.string("label");
        read_name(condition, "label", "label", {condition.name}, may);
        break;
      default:
        read_name(condition, "instrument", "instrument of the bench", tags_of(scope_.bench.instruments), may);
        break;
    }
    if (condition.kind != ConditionKind::analysed) return;
    condition.mode = reader_.string("sample");
    condition.low = reader_.number("times");
  }

  void read_name(Condition& condition, const std::string& field, const std::string& what,
                 const std::vector<std::string>& allowed, bool may) {
    condition.name = reader_.string(field);
    if (!may) {
      reader_.add(field, std::string(reader_.node().word->name) +
                             (where_ == Where::safeguard ? " may not be asked by an interlock; allowed are tags"
                              : where_ == Where::sequence
                                  ? " may not be asked by a sequence; allowed are tags"
                                  : " may not be asked here: nobody can see it; allowed are tags and tasks"));
    } else if (!condition.name.empty() && !scope_.broken.contains(condition.name) &&
               !(what == "task" && !scope_.tasks_whole) && !(what == "fault" && !scope_.faults_whole) &&
               std::find(allowed.begin(), allowed.end(), condition.name) == allowed.end()) {
      reader_.add_unknown(field, condition.name, what, allowed);
    }
  }

  NodeReader reader_;
  const Scope& scope_;
  Where where_;
};

}  // namespace

Condition read_condition(const Node& node, const Scope& scope, Where where, Findings& findings) {
  return ConditionReader(node, scope, where, findings).read();
}

std::optional<Condition> read_condition_field(const NodeReader& reader, const std::string& field, const Scope& scope,
                                              Where where) {
  const Node* node = reader.word(field);
  if (!node || node->word->kind != WordKind::condition) return std::nullopt;
  return read_condition(*node, scope, where, reader.findings());
}

void take_written_unit(FoundSubject& found, const Value* value) {
  if (!found.any_unit || !value || value->kind != Value::Kind::quantity) return;
  found.target.unit = value->unit;
  found.target.display = value->unit.symbol;
  found.subject.unit = value->unit.symbol;
}

std::optional<FoundSubject> read_subject(const NodeReader& reader, const std::string& field, const Scope& scope,
                                         Where where) {
  const std::string name = reader.string(field);
  if (name.empty()) return std::nullopt;
  const std::optional<FoundSubject> found = scope.subject(name);
  if (!found) {
    const std::string tag = name.substr(0, name.find('.'));
    if (scope.broken.contains(name) || scope.broken.contains(tag)) return std::nullopt;
    if (scope.controller(name))
      reader.add(field, "`" + name + "` is a controller; allowed: " + name + ".setpoint, " + name +
                            ".output or its instrument " + scope.controller(name)->reads);
    else
      reader.add_unknown(field, name, where == Where::judging ? "tag or signal" : "tag",
                         scope.subject_names(where == Where::judging));
    return std::nullopt;
  }
  if (found->subject.kind == SubjectKind::bench && name.find(".truth.") != std::string::npos &&
      where != Where::judging) {
    reader.add(field,
               "`" + name + "` is what only the model knows of an analysis; allowed here are numbers of its report");
    return std::nullopt;
  }
  if (found->subject.kind == SubjectKind::signal && where != Where::judging) {
    // the truth is not for those who act on readings: name the instrument that shows it
    std::vector<std::string> shown_by;
    for (const Instrument& instrument : scope.plant.instruments)
      if (instrument.signal == name) shown_by.push_back(instrument.tag);
    reader.add(field, "`" + name + "` is the plant's truth, which nobody sees; allowed are tags" +
                          (shown_by.empty() ? "" : ", here " + listing(shown_by)));
    return std::nullopt;
  }
  return found;
}

}  // namespace stillhouse::scenario
