#include "frontend/presenter/procedure.h"

#include <cmath>

#include "frontend/presenter/words.h"
#include "labs/grading/condition_text.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

using scenario::Condition;
using scenario::ConditionKind;

bool combines(const Condition& condition) {
  return condition.kind == ConditionKind::all_of || condition.kind == ConditionKind::any_of ||
         condition.kind == ConditionKind::none_of;
}

bool holds_now(const Condition& condition, const Session& session) {
  const ConditionDirectory& directory = session.conditions_directory();
  const ConditionView& view = session.conditions();
  const auto value = [&] { return view.value(directory.subject(condition.subject)); };
  int holding = 0;
  for (const Condition& child : condition.children) holding += holds_now(child, session) ? 1 : 0;
  const int children = static_cast<int>(condition.children.size());
  switch (condition.kind) {
    case ConditionKind::above:
      return value() > condition.low;
    case ConditionKind::below:
      return value() < condition.high;
    case ConditionKind::between: {
      const double seen = value();
      return seen >= condition.low && seen <= condition.high;
    }
    case ConditionKind::steady:
      return false;  // takes a while to see; the task's lamp tells
    case ConditionKind::all_of:
    case ConditionKind::sustained:
      return holding == children;
    case ConditionKind::any_of:
      return holding > 0;
    case ConditionKind::none_of:
      return holding == 0;
    case ConditionKind::after:
      return session.time() >= condition.duration;
    default:
      return view.holds(directory.fact(condition));
  }
}

AskedPart part_of(const Condition& condition, const Session& session) {
  const scenario::Lab& lab = session.lab();
  AskedPart part{.asked = in_words(condition, lab), .holds = holds_now(condition, session)};
  // the values that it compares, as they are now
  for (const Condition* comparison : comparisons_of(condition)) {
    const double value = session.conditions().value(session.conditions_directory().subject(comparison->subject));
    const Text seen = subject_value_text(comparison->subject, value, lab);
    part.now = part.now.empty() ? seen : part.now + plain(", ") + seen;
  }
  part.tag = signal_of(condition);
  return part;
}

AskedCondition asked_by(const Condition& condition, const Session& session) {
  AskedCondition asked;
  if (!combines(condition) || condition.children.size() < 2) {
    asked.parts.push_back(part_of(condition, session));
    return asked;
  }
  asked.joined_by = words(condition.kind == ConditionKind::all_of   ? "procedure.all_of"_word
                          : condition.kind == ConditionKind::any_of ? "procedure.any_of"_word
                                                                    : "procedure.none_of"_word);
  for (const Condition& child : condition.children) asked.parts.push_back(part_of(child, session));
  return asked;
}

}  // namespace

std::vector<StepConditions> step_conditions(const Session& session) {
  std::vector<StepConditions> steps;
  const scenario::Lab& lab = session.lab();
  const auto finished = [&](const std::string& id) {
    for (std::size_t i = 0; i < lab.tasks.size(); ++i)
      if (lab.tasks[i].id == id) return session.progress().tasks[i].finished >= 0;
    return true;
  };
  for (std::size_t i = 0; i < lab.tasks.size(); ++i) {
    const scenario::Task& task = lab.tasks[i];
    if (session.progress().tasks[i].finished >= 0) continue;
    StepConditions step{.task = task.id};
    for (const std::string& before : task.after)
      if (!finished(before)) step.after.push_back(quoted_task(before, lab));
    if (task.start && session.progress().tasks[i].started < 0) step.start = asked_by(*task.start, session);
    step.done = asked_by(task.done, session);
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace stillhouse
