#include <algorithm>
#include <limits>
#include <map>

#include "labs/scenario/parts.h"
#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

const std::map<std::string, StepKind>& kinds() {
  static const std::map<std::string, StepKind> kKinds = {
      {"set", StepKind::set},
      {"setpoint", StepKind::setpoint},
      {"output", StepKind::output},
      {"mode", StepKind::mode},
      {"tune", StepKind::tune},
      {"acknowledge", StepKind::acknowledge},
      {"reset", StepKind::reset},
      {"command", StepKind::command},
      {"sample", StepKind::sample},
      {"purge", StepKind::purge},
      {"draw", StepKind::draw},
      {"close", StepKind::close},
      {"take_hint", StepKind::take_hint},
      {"wait", StepKind::wait},
      {"wait_until", StepKind::wait_until},
      {"finish", StepKind::finish},
      {"prepare", StepKind::prepare},
      {"method", StepKind::method},
      {"analyse", StepKind::analyse},
      {"replace", StepKind::replace},
      {"answer", StepKind::answer},
      {"let", StepKind::let},
  };
  return kKinds;
}

class StepReader {
 public:
  StepReader(const Node& node, const Scope& scope, std::vector<std::string>& values, Findings& findings)
      : reader_(node, findings), scope_(scope), values_(values) {}

  Step read() {
    step_.kind = kinds().at(reader_.node().word->name);
    step_.source = reader_.source();
    switch (step_.kind) {
      case StepKind::set:
        if (named("handle", "handle", tags_of(scope_.plant.handles)))
          value_in(scope_.target(*scope_.handle(step_.tag)),
                   scope_.handle(step_.tag)->kind == HandleKind::on_off_switch);
        break;
      case StepKind::setpoint:
        if (controller()) value_in(scope_.setpoint_target(*scope_.controller(step_.tag)), false);
        break;
      case StepKind::output:
        if (controller()) value_in(scope_.output_target(*scope_.controller(step_.tag)), false);
        break;
      case StepKind::mode:
        controller();
        step_.word = reader_.string("mode");
        if (const Controller* put = scope_.controller(step_.tag);
            step_.word == "cascade" && put && !has_remote(scope_.plant, *put))
          reader_.add("mode", "nothing says the set point of `" + step_.tag + "`; allowed: auto or manual");
        break;
      case StepKind::tune:
        controller();
        step_.gain = reader_.number_if_given("gain");
        step_.reset = reader_.number_if_given("reset");
        step_.derivative = reader_.number_if_given("derivative");
        step_.ratio = reader_.number_if_given("ratio");
        if (!step_.gain && !step_.reset && !step_.derivative && !step_.ratio)
          reader_.findings().add(reader_.source(),
                                 "tune changes nothing; allowed: { gain = ..., reset = ..., derivative = ... }");
        if (const Controller* tuned = scope_.controller(step_.tag); step_.ratio && tuned && !tuned->ratio)
          reader_.add("ratio", "`" + step_.tag + "` has no ratio; allowed: gain, reset, derivative");
        break;
      case StepKind::acknowledge: {
        std::vector<std::string> alarms = tags_of(scope_.plant.alarms);
        alarms.push_back("all");
        named("alarm", "alarm", alarms);
        break;
      }
      case StepKind::reset:
        named("interlock", "interlock", tags_of(scope_.plant.interlocks));
        break;
      case StepKind::command:
        named("sequence", "sequence", tags_of(scope_.plant.sequences));
        step_.word = reader_.string("order");
        break;
      case StepKind::sample: {
        std::vector<std::string> tags;
        for (const Instrument& instrument : scope_.plant.instruments)
          if (instrument.works_by_samples()) tags.push_back(instrument.tag);
        named("tag", "analyser or hydrometer", tags);
        break;
      }
      case StepKind::purge:
        named("point", "sampling point", tags_of(scope_.plant.sample_points));
        step_.value = reader_.number("volume");
        break;
      case StepKind::draw:
        named("point", "sampling point", tags_of(scope_.plant.sample_points));
        step_.word = reader_.string("label");
        step_.value = reader_.number("volume");
        break;
      case StepKind::close:
        step_.tag = reader_.string("label");
        break;
      case StepKind::take_hint:
        named("task", "task", scope_.tasks);
        break;
      case StepKind::wait:
        step_.duration = reader_.number("duration");
        break;
      case StepKind::wait_until:
        step_.condition = read_condition_field(reader_, "condition", scope_, Where::operating);
        step_.duration = reader_.number_if_given("timeout").value_or(std::numeric_limits<double>::infinity());
        break;
      case StepKind::finish:
        break;
      case StepKind::prepare:
      case StepKind::method:
      case StepKind::analyse:
      case StepKind::replace:
      case StepKind::answer:
      case StepKind::let:
        read_bench_step(reader_, scope_, values_, step_);
        break;
    }
    return std::move(step_);
  }

 private:
  bool named(const std::string& field, const std::string& what, const std::vector<std::string>& allowed) {
    step_.tag = reader_.string(field);
    if (std::find(allowed.begin(), allowed.end(), step_.tag) != allowed.end()) return true;
    if (!step_.tag.empty()) reader_.add_unknown(field, step_.tag, what, allowed);
    return false;
  }

  bool controller() { return named("controller", "controller", tags_of(scope_.plant.controllers)); }

  void value_in(const Target& target, bool is_switch) {
    step_.unit = target.display;
    if (is_switch) {
      // on and off stand for the ends of the range, whatever its unit
      const Value* value = reader_.value("value");
      if (value && value->kind == Value::Kind::quantity && (value->text == "on" || value->text == "off")) {
        step_.value = value->text == "on" ? target.maximum : target.minimum;
      } else {
        reader_.add("value", "`value` of set is " + (value ? found(*value) : std::string("nothing")) +
                                 "; allowed for the switch " + step_.tag + ": on or off");
      }
      return;
    }
    step_.value = reader_.quantity("value", target).value_or(0.0);
    if (const Value* value = reader_.value("value"); value && !written_unit(*value).empty())
      step_.unit = written_unit(*value);
  }

  NodeReader reader_;
  const Scope& scope_;
  std::vector<std::string>& values_;  // that formulas may use, by the steps before
  Step step_;
};

}  // namespace

std::vector<Step> read_steps(const NodeReader& reader, const std::string& field, const Scope& scope, Where where) {
  static const std::vector<std::string> kActions = {"set", "setpoint", "output", "mode", "tune"};
  std::vector<Step> steps;
  std::vector<std::string> values;
  for (const Node* node : reader.words(field)) {
    if (node->word->kind != WordKind::step) continue;
    const std::string word = node->word->name;
    if (where == Where::sequence && std::find(kActions.begin(), kActions.end(), word) == kActions.end())
      reader.findings().add(node->source, word + " is for operators; allowed in a sequence: " + listing(kActions));
    else
      steps.push_back(StepReader(*node, scope, values, reader.findings()).read());
  }
  return steps;
}

Operator read_operator_node(const Node& node, const Scope& scope, Findings& findings) {
  const NodeReader reader(node, findings);
  Operator result;
  result.says = reader.text("says");
  result.steps = read_steps(reader, "steps", scope, Where::operating);
  for (const Node* entry : reader.words("reactions")) {
    if (entry->word->kind != WordKind::reaction) continue;
    const NodeReader reaction_reader(*entry, findings);
    Reaction reaction;
    reaction.source = entry->source;
    reaction.when = read_condition_field(reaction_reader, "condition", scope, Where::operating).value_or(Condition{});
    reaction.steps = read_steps(reaction_reader, "steps", scope, Where::operating);
    reaction.once = reaction_reader.boolean("once");
    result.reactions.push_back(std::move(reaction));
  }
  return result;
}

}  // namespace stillhouse::scenario
