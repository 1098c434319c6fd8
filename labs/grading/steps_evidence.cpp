#include <algorithm>

#include "labs/grading/condition_text.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/html.h"
#include "labs/grading/ramp.h"

namespace stillhouse {
namespace {

/// A task, its share of the points, and what happened to it.
struct Step {
  const CriterionCase& the_case;
  int index;
  double share;

  const GradedRun& run() const { return the_case.run; }
  const scenario::Task& task() const { return run().lab.tasks[static_cast<std::size_t>(index)]; }
  const TaskProgress& progress() const { return run().task(index); }
  const TaskTally& tally() const { return run().state.tasks[static_cast<std::size_t>(index)]; }
  Text name() const { return quoted_task(task().id, run().lab); }
};

Text clock_text(double seconds) {
  return plain(html::clock(seconds));
}

/// Whether a comparison fails for this value. Whether a value has been steady cannot be told from one.
bool fails(const scenario::Condition& comparison, double value) {
  if (comparison.kind == scenario::ConditionKind::above) return !(value > comparison.low);
  if (comparison.kind == scenario::ConditionKind::below) return !(value < comparison.high);
  if (comparison.kind == scenario::ConditionKind::between)
    return !(value >= comparison.low && value <= comparison.high);
  return false;
}

/// What is to be seen at the end of what the done condition asks for: in a phrase, and the signal that was not there.
void add_view_of_end(const Step& step, Evidence& evidence) {
  constexpr std::size_t kMost = 4;
  const std::vector<const scenario::Condition*> comparisons = comparisons_of(step.task().done);
  const std::vector<SubjectRef>& places = step.run().task_subjects[static_cast<std::size_t>(step.index)];
  std::vector<Text> parts;
  std::vector<std::string> names;
  bool failed = false;
  for (std::size_t i = 0; i < comparisons.size() && i < places.size() && parts.size() < kMost; ++i) {
    const scenario::Subject& subject = comparisons[i]->subject;
    const std::string name = subject_name(subject);
    const double value = step.run().view.conditions.value(places[i]);
    if (!failed && fails(*comparisons[i], value)) {
      failed = true;
      evidence.signal = name;
    }
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    names.push_back(name);
    parts.push_back(subject_value_text(subject, value, step.run().lab));
  }
  evidence.seen = parts.empty() ? Text{"not done", "未完成"}
                                : filled({"{0} at the end", "结束时 {0}"}, {listed(parts, {", ", "、"})});
}

Evidence not_completed(const Step& step) {
  const bool started = step.progress().started >= 0;
  Evidence evidence{.from = started ? step.run().seconds(step.progress().started) : 0.0,
                    .to = step.run().end_seconds(),
                    .signal = signal_of(step.task().done)};
  evidence.text = started ? filled({"Not completed: {0}, begun at {1}.", "未完成：{0}，开始于 {1}。"},
                                   {step.name(), clock_text(evidence.from)})
                          : filled({"Not completed: {0}. It never started{1}.", "未完成：{0}。该任务从未开始{1}。"},
                                   {step.name(), reason_of_waiting(step.run(), step.index)});
  evidence.asked = in_words(step.task().done, step.run().lab);
  add_view_of_end(step, evidence);
  evidence.lost = step.share;
  return evidence;
}

/// The task of `after` that was completed last: what its turn had to wait for; -1 if it had nothing to wait for.
int last_before(const Step& step) {
  int before = -1;
  const std::vector<std::string>& after = step.task().after;
  for (std::size_t i = 0; i < step.run().lab.tasks.size(); ++i) {
    if (std::find(after.begin(), after.end(), step.run().lab.tasks[i].id) == after.end()) continue;
    const int index = static_cast<int>(i);
    if (before < 0 || step.run().task(index).finished > step.run().task(before).finished) before = index;
  }
  return before;
}

/// Whether the task was already done when its turn came. What has held since the first scan is how the plant was
/// found, not an act; and who undoes what was too early and does it again in its turn has kept the order.
bool out_of_order(const Step& step) {
  const TaskProgress& progress = step.progress();
  const int before = last_before(step);
  const std::int64_t since = step.tally().done_since;
  return before >= 0 && progress.finished <= progress.started && since > 0 && since < step.run().task(before).finished;
}

Evidence too_early(const Step& step, double lost) {
  const GradedRun& run = step.run();
  const int before = last_before(step);
  const double early = run.seconds(step.tally().done_since);
  const double due = run.seconds(run.task(before).finished);
  const Text predecessor = quoted_task(run.lab.tasks[static_cast<std::size_t>(before)].id, run.lab);
  Evidence evidence{.from = early, .to = due, .signal = signal_of(step.task().done), .lost = lost};
  evidence.text = filled({"Out of order: {0} was already done at {1}, before {2} was completed at {3}.",
                          "顺序错误：{0}在 {1} 就已完成，早于{2}完成的时刻 {3}。"},
                         {step.name(), clock_text(early), predecessor, clock_text(due)});
  evidence.asked = filled({"after {0}", "在{0}之后"}, {predecessor});
  evidence.seen = filled({"already at {0}", "{0} 就已完成"}, {clock_text(early)});
  return evidence;
}

Evidence too_late(const Step& step, double took, double lost) {
  const GradedRun& run = step.run();
  Evidence evidence{.from = run.seconds(step.progress().started) + *step.task().within,
                    .to = run.seconds(step.progress().finished),
                    .signal = signal_of(step.task().done),
                    .lost = lost};
  const Text allowed = duration_text(*step.task().within);
  evidence.text = filled({"Late: {0} took {1}; {2} were allowed.", "超时：{0}用时 {1}，允许 {2}。"},
                         {step.name(), duration_text(took), allowed});
  evidence.asked = filled({"within {0}", "{0}内"}, {allowed});
  evidence.seen = filled({"after {0}", "用时 {0}"}, {duration_text(took)});
  return evidence;
}

void judge_step(const Step& step, std::vector<Evidence>& evidence) {
  const TaskProgress& progress = step.progress();
  if (progress.finished < 0) {
    evidence.push_back(not_completed(step));
    return;
  }
  double worth = step.share;
  if (out_of_order(step)) {
    worth *= kOutOfOrderCredit;
    evidence.push_back(too_early(step, step.share - worth));
  }
  if (!step.task().within) return;
  const double took = step.run().seconds(progress.finished - progress.started);
  const scenario::Criterion& criterion = step.the_case.criterion;
  const double lateness = std::max(0.0, took - *step.task().within);
  const double credit = lateness > 0.0 ? ramp(lateness, criterion.full, criterion.none) : 1.0;
  if (credit < 1.0) evidence.push_back(too_late(step, took, worth * (1.0 - credit)));
}

}  // namespace

std::vector<Evidence> steps_evidence(const CriterionCase& c) {
  double weights = 0.0;
  for (const scenario::WeightedTask& entry : c.criterion.tasks) weights += entry.weight;
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < c.rule.tasks.size(); ++i) {
    const double share = c.criterion.points * c.criterion.tasks[i].weight / weights;
    judge_step({c, c.rule.tasks[i], share}, evidence);
  }
  return evidence;
}

}  // namespace stillhouse
