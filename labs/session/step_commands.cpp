#include "labs/session/step_commands.h"

namespace stillhouse {

void add_commands(const scenario::Step& step, const char* actor, std::int64_t scan, std::vector<Command>& commands) {
  using scenario::StepKind;
  const auto add = [&](const char* verb, double value = 0.0, const std::string& text = {}) {
    commands.push_back({scan, actor, verb, step.tag, value, text});
  };
  switch (step.kind) {
    case StepKind::set:
      add("set", step.value);
      break;
    case StepKind::setpoint:
      add("setpoint", step.value);
      break;
    case StepKind::output:
      add("output", step.value);
      break;
    case StepKind::mode:
      add("mode", 0.0, step.word);
      break;
    case StepKind::tune:
      if (step.gain) add("tune", *step.gain, "gain");
      if (step.reset) add("tune", *step.reset, "reset");
      if (step.derivative) add("tune", *step.derivative, "derivative");
      if (step.ratio) add("tune", *step.ratio, "ratio");
      break;
    case StepKind::acknowledge:
      add("acknowledge");
      break;
    case StepKind::reset:
      add("reset");
      break;
    case StepKind::command:
      add("command", 0.0, step.word);
      break;
    case StepKind::sample:
      add("sample");
      break;
    case StepKind::purge:
      add("purge", step.value);
      break;
    case StepKind::draw:
      add("draw", step.value, step.word);
      break;
    case StepKind::close:
      add("close");
      break;
    case StepKind::take_hint:
      add("hint");
      break;
    case StepKind::finish:
      add("finish");
      break;
    case StepKind::prepare:
      add("prepare", 0.0, step.word);
      break;
    case StepKind::method:
      add("method", 0.0, step.word);
      break;
    case StepKind::analyse:
      for (int i = 0; i < step.times; ++i) add("analyse", step.value, step.word);
      break;
    case StepKind::replace:
      add("replace", 0.0, step.word);
      break;
    case StepKind::answer:
    case StepKind::let:
    case StepKind::wait:
    case StepKind::wait_until:
      break;
  }
}

}  // namespace stillhouse
