#include "labs/session/operator_player.h"

#include <cmath>

#include "engine/base/quantity.h"
#include "labs/session/session.h"
#include "labs/session/step_commands.h"
#include "models/control/scan_delay.h"

namespace stillhouse {

using scenario::Step;
using scenario::StepKind;

OperatorPlayer::OperatorPlayer(const scenario::Operator& played, const Session& session) : script_(played) {
  step_monitors_ = monitors_of(script_.steps, session);
  for (const scenario::Reaction& reaction : script_.reactions) {
    whens_.emplace_back(reaction.when, session.conditions_directory(), session.scan_length());
    reaction_monitors_.push_back(monitors_of(reaction.steps, session));
    Reacting reacting;
    reacting.when = whens_.back().initial();
    reactions_.push_back(std::move(reacting));
  }
}

OperatorPlayer::Monitors OperatorPlayer::monitors_of(const std::vector<Step>& steps, const Session& session) const {
  Monitors monitors(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i)
    if (steps[i].condition)
      monitors[i].emplace_back(*steps[i].condition, session.conditions_directory(), session.scan_length());
  return monitors;
}

std::vector<Command> OperatorPlayer::next(const Session& session) {
  std::vector<Command> commands;
  proceed(steps_, script_.steps, step_monitors_, session, commands);

  for (std::size_t i = 0; i < reactions_.size(); ++i) {
    Reacting& reacting = reactions_[i];
    const scenario::Reaction& reaction = script_.reactions[i];
    const bool holds = whens_[i].scan(reacting.when, session.conditions(), session.scan());
    if (holds && !reacting.held && !reacting.spent) {
      reacting.again = true;
      reacting.spent = reaction.once;
    }
    reacting.held = holds;
    if (!reacting.active && reacting.again) {
      reacting.active = true;
      reacting.again = false;
      reacting.thread = {};
    }
    if (reacting.active)
      reacting.active = !proceed(reacting.thread, reaction.steps, reaction_monitors_[i], session, commands);
  }
  return commands;
}

bool OperatorPlayer::proceed(Thread& thread, const std::vector<Step>& steps, const Monitors& monitors,
                             const Session& session, std::vector<Command>& commands) {
  while (thread.place < steps.size()) {
    const Step& step = steps[thread.place];
    if (looks_too_early(step, commands)) return false;
    if (waits(thread, step, monitors[thread.place], session)) return false;
    thread.waiting_since = -1;
    ++thread.place;
    if (step.formula)
      work_out(step, session, commands);
    else
      add_commands(step, "operator_file", session.scan(), commands);
  }
  return true;
}

bool OperatorPlayer::looks_too_early(const Step& step, const std::vector<Command>& commands) {
  const bool looks = step.kind == StepKind::wait_until || step.kind == StepKind::let || step.kind == StepKind::answer;
  return looks && !commands.empty() && InstrumentBench::is_verb(commands.back().verb);
}

void OperatorPlayer::work_out(const Step& step, const Session& session, std::vector<Command>& commands) {
  const double number = formula_value(step.formula, session, values_);
  if (step.kind == StepKind::let) {
    values_[step.tag] = number;
    return;
  }
  const double u = formula_value(step.uncertainty, session, values_);
  commands.push_back({session.scan(), "operator_file", "answer", step.tag, to_si(number, unit(step.unit)),
                      std::isfinite(u) ? shortest(std::abs(u)) : std::string()});
}

bool OperatorPlayer::waits(Thread& thread, const Step& step, const std::vector<ConditionMonitor>& monitor,
                           const Session& session) const {
  if (step.kind != StepKind::wait && step.kind != StepKind::wait_until) return false;
  if (thread.waiting_since < 0) {
    thread.waiting_since = session.scan();
    thread.memory = monitor.empty() ? ConditionMonitor::State{} : monitor.front().initial();
  }
  // the condition is looked at in every scan, so that its durations run
  const bool met = !monitor.empty() && monitor.front().scan(thread.memory, session.conditions(), session.scan());
  const bool over = std::isfinite(step.duration) &&
                    session.scan() - thread.waiting_since >= scans_of(step.duration, session.scan_length());
  return !met && !over;
}

}  // namespace stillhouse
