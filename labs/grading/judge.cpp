#include "labs/grading/judge.h"

#include <algorithm>

#include "labs/grading/condition_text.h"
#include "labs/grading/criterion_grade.h"
#include "labs/grading/evidence_text.h"
#include "labs/grading/html.h"

namespace stillhouse {
namespace {

TaskGrade task_grade(const GradedRun& run, std::size_t index) {
  const scenario::Task& task = run.lab.tasks[index];
  const TaskProgress& progress = run.view.progress.tasks[index];
  TaskGrade grade{task.id, task.says, "waiting", {}, {}};
  if (progress.started >= 0) {
    grade.started = run.seconds(progress.started);
    const bool late = task.within && run.end_seconds() - *grade.started > *task.within;
    grade.state = late ? "missed" : "open";
  }
  if (progress.finished >= 0) {
    grade.finished = run.seconds(progress.finished);
    grade.state = "done";
  }
  return grade;
}

/// What an abort means for the grade: a flag, and a row that brings the score down to its limit.
void apply_abort(const GradedRun& run, Grade& grade) {
  const scenario::Abort& abort = run.lab.rubric.aborts[*run.state.aborted];
  const double time = run.seconds(run.state.aborted_at);
  const Text condition = in_words(abort.when, run.lab);
  grade.aborted = true;
  grade.abort_reason = abort.title;
  Text text = filled({"The run was aborted at {0}: {1} ({2}).", "运行在 {0} 被中止：{1}（{2}）。"},
                     {plain(html::clock(time)), without_stop(abort.title), condition});
  if (abort.at_most)
    text = text + filled({" The grade is no more than {0}.", "成绩不超过 {0}。"}, {points_text(*abort.at_most)});
  grade.flags.push_back(text);
  if (!abort.at_most || grade.score <= *abort.at_most) return;

  const double lost = grade.score - *abort.at_most;
  Evidence evidence{.from = time, .to = time, .signal = signal_of(abort.when), .text = text, .lost = lost};
  evidence.asked = filled({"never: {0}", "不得出现：{0}"}, {condition});
  evidence.seen = filled({"at {0}", "发生于 {0}"}, {plain(html::clock(time))});
  grade.criteria.push_back({abort.id, abort.title, 0.0, 0.0 - lost, {evidence}});
  grade.score = *abort.at_most;
}

}  // namespace

Judge::Judge(const scenario::Lab& lab, const ConditionDirectory& directory, double scan_length)
    : lab_(lab), scan_length_(scan_length) {
  for (const scenario::Criterion& criterion : lab_.rubric.criteria)
    criteria_.push_back(criterion_rule(criterion, lab_, directory, scan_length));
  for (const scenario::Deduction& deduction : lab_.rubric.deductions)
    deductions_.push_back(deduction_rule(deduction, directory, scan_length));
  for (const scenario::Abort& abort : lab_.rubric.aborts) aborts_.emplace_back(abort.when, directory, scan_length);
  for (const scenario::Task& task : lab_.tasks) {
    tasks_done_.emplace_back(task.done, directory, scan_length);
    std::vector<SubjectRef>& subjects = task_subjects_.emplace_back();
    for (const scenario::Condition* comparison : comparisons_of(task.done))
      subjects.push_back(directory.subject(comparison->subject));
  }
}

JudgeState Judge::initial() const {
  JudgeState state;
  for (const CriterionRule& rule : criteria_) state.criteria.push_back(initial_tally(rule));
  for (const DeductionRule& rule : deductions_) state.deductions.push_back({.when = rule.when.initial()});
  for (const ConditionMonitor& monitor : aborts_) state.aborts.push_back(monitor.initial());
  for (const ConditionMonitor& monitor : tasks_done_) state.tasks.push_back({.done = monitor.initial()});
  return state;
}

void Judge::scan(JudgeState& state, const JudgeView& view, std::int64_t scan) const {
  if (state.aborted) return;

  // moments that the progress of tasks does not keep
  for (std::size_t i = 0; i < state.tasks.size(); ++i) {
    const TaskProgress& task = view.progress.tasks[i];
    if (task.hint_taken && state.tasks[i].hint_at < 0) state.tasks[i].hint_at = scan;
    if (task.finished >= 0 && task.finished < scan) continue;
    const bool done = tasks_done_[i].scan(state.tasks[i].done, view.conditions, scan);
    if (done && state.tasks[i].done_since < 0) state.tasks[i].done_since = scan;
    if (!done) state.tasks[i].done_since = -1;
  }

  for (std::size_t i = 0; i < criteria_.size(); ++i)
    scan_criterion(lab_.rubric.criteria[i], criteria_[i], state.criteria[i], view, scan, scan_length_);
  for (std::size_t i = 0; i < deductions_.size(); ++i)
    scan_deduction(deductions_[i], state.deductions[i], view, scan, scan_length_);
  for (std::size_t i = 0; i < aborts_.size(); ++i) {
    const bool holds = aborts_[i].scan(state.aborts[i], view.conditions, scan);
    if (!holds || state.aborted) continue;
    state.aborted = i;
    state.aborted_at = scan;
  }
}

Grade Judge::grade(const JudgeState& state, const JudgeView& view, std::int64_t scan) const {
  const GradedRun run{lab_, view, state, scan_length_, scan, task_subjects_};
  Grade grade;
  grade.lab = lab_.id;
  grade.lab_title = lab_.title;
  grade.total = lab_.rubric.computed();

  // rows
  for (std::size_t i = 0; i < criteria_.size(); ++i)
    grade.criteria.push_back(grade_criterion({run, lab_.rubric.criteria[i], criteria_[i], state.criteria[i]}));
  for (std::size_t i = 0; i < deductions_.size(); ++i)
    grade.criteria.push_back(grade_deduction(run, lab_.rubric.deductions[i], state.deductions[i]));
  for (std::size_t i = 0; i < lab_.tasks.size(); ++i)
    if (view.progress.tasks[i].hint_taken) grade.criteria.push_back(grade_hint(run, i));
  // a scan lasts until the next; of the last one only its beginning belongs to the run
  for (CriterionGrade& row : grade.criteria) {
    for (Evidence& evidence : row.evidence) {
      evidence.to = std::min(evidence.to, run.end_seconds());
      evidence.from = std::min(evidence.from, evidence.to);
    }
  }
  for (const scenario::PersonItem& item : lab_.rubric.by_person)
    grade.by_person.push_back({item.id, item.title, item.look_at, item.points});
  for (std::size_t i = 0; i < lab_.tasks.size(); ++i) grade.tasks.push_back(task_grade(run, i));

  // score
  for (const CriterionGrade& row : grade.criteria) grade.score += row.score;
  if (grade.score < 0.0) {
    grade.score = 0.0;
    grade.flags.push_back(
        {"More points were deducted than had been earned; the score is 0.", "扣分超过得分，总分计为 0。"});
  }
  if (state.aborted) apply_abort(run, grade);
  return grade;
}

}  // namespace stillhouse
