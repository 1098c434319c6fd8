#include "labs/grading/criterion_grade.h"

#include <algorithm>

#include "labs/grading/condition_text.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {
namespace {

using scenario::Criterion;
using scenario::CriterionKind;

/// Points from the evidence. What only rounding tells from nothing is nothing.
CriterionGrade from_evidence(const Criterion& criterion, std::vector<Evidence> evidence) {
  CriterionGrade grade{criterion.id, criterion.title, criterion.points, criterion.points, {}};
  for (Evidence& piece : evidence) {
    if (piece.lost <= 0.0) continue;
    grade.score -= piece.lost;
    grade.evidence.push_back(std::move(piece));
  }
  if (grade.score < 1e-12 * criterion.points) grade.score = 0.0;
  return grade;
}

Evidence missing_requirement(const CriterionCase& c) {
  const Text condition = in_words(*c.criterion.requires_, c.run.lab);
  Evidence evidence{.from = 0.0, .to = c.run.end_seconds(), .signal = signal_of(*c.criterion.requires_)};
  evidence.text =
      filled({"Not earned, because this never held: {0}.", "未得分，因为以下条件从未满足：{0}。"}, {condition});
  evidence.asked = condition;
  evidence.seen = {"never", "从未满足"};
  evidence.lost = c.criterion.points;
  return evidence;
}

Evidence window_never_opened(const CriterionCase& c) {
  const Criterion& criterion = c.criterion;
  Evidence evidence{.from = 0.0, .to = c.run.end_seconds(), .lost = criterion.points};
  if (criterion.kind != CriterionKind::alarm_response) evidence.signal = subject_name(criterion.subject);
  if (criterion.kind == CriterionKind::recovery_time) {
    evidence.text = {"The run did not get as far as the disturbance that this is about.",
                     "运行未进行到本项所考查的扰动。"};
    evidence.seen = {"not reached", "未到达"};
  } else if (c.rule.window_task >= 0) {
    evidence.text = filled(
        {"The part of the run that is judged never began: {0} did not start{1}.", "评定时段从未开始：{0}没有开始{1}。"},
        {quoted_task(criterion.window.task, c.run.lab), reason_of_waiting(c.run, c.rule.window_task)});
    evidence.seen = {"never began", "从未开始"};
  } else {
    evidence.text = filled({"The part of the run that is judged never began, because this never held: {0}.",
                            "评定时段从未开始，因为以下条件从未满足：{0}。"},
                           {criterion.window.from ? in_words(*criterion.window.from, c.run.lab) : Text{"-", "-"}});
    evidence.seen = {"never began", "从未开始"};
  }
  return evidence;
}

std::vector<Evidence> evidence_of(const CriterionCase& c) {
  if (c.rule.required && !c.tally.requirement_met) return {missing_requirement(c)};
  if (c.criterion.kind == CriterionKind::steps) return steps_evidence(c);
  if (c.criterion.kind == CriterionKind::answers) return answers_evidence(c);
  if (c.criterion.kind == CriterionKind::closure) return closure_evidence(c);
  if (!c.tally.opened) return {window_never_opened(c)};
  switch (c.criterion.kind) {
    case CriterionKind::time_in_band:
      return time_in_band_evidence(c);
    case CriterionKind::recovery_time:
      return recovery_evidence(c);
    case CriterionKind::alarm_response:
      return alarm_evidence(c);
    default:
      return amount_evidence(c);
  }
}

}  // namespace

CriterionGrade grade_criterion(const CriterionCase& the_case) {
  return from_evidence(the_case.criterion, evidence_of(the_case));
}

Text reason_of_waiting(const GradedRun& run, int task) {
  // back to the first task that holds up the others; no longer than there are tasks
  const auto& tasks = run.lab.tasks;
  int culprit = -1;
  for (std::size_t step = 0; step < tasks.size(); ++step) {
    int before = -1;
    const scenario::Task& waiting = tasks[static_cast<std::size_t>(culprit < 0 ? task : culprit)];
    for (std::size_t i = 0; i < tasks.size() && before < 0; ++i) {
      const bool asked = std::find(waiting.after.begin(), waiting.after.end(), tasks[i].id) != waiting.after.end();
      if (asked && run.task(static_cast<int>(i)).finished < 0) before = static_cast<int>(i);
    }
    if (before < 0) break;
    culprit = before;
  }
  if (culprit >= 0)
    return filled({", because {0} was not completed", "，因为{0}未完成"},
                  {quoted_task(tasks[static_cast<std::size_t>(culprit)].id, run.lab)});
  const scenario::Task& waiting = tasks[static_cast<std::size_t>(task)];
  if (run.task(task).started < 0 && waiting.start)
    return filled({"; it starts with: {0}", "；其开始条件：{0}"}, {in_words(*waiting.start, run.lab)});
  return {};
}

std::vector<Evidence> condensed(std::vector<Evidence> evidence, const Text& kind) {
  if (evidence.size() <= kMostEvidence) return evidence;

  // the dearest first; of equal ones the earlier
  std::vector<std::size_t> order(evidence.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return evidence[a].lost > evidence[b].lost; });
  std::sort(order.begin(), order.begin() + kMostEvidence);

  std::vector<Evidence> result;
  for (std::size_t i = 0; i < kMostEvidence; ++i) result.push_back(evidence[order[i]]);

  // the rest as one, which spans them all
  std::sort(order.begin() + kMostEvidence, order.end());
  Evidence rest = evidence[order[kMostEvidence]];
  rest.lost = 0.0;
  double together = 0.0;
  for (std::size_t i = kMostEvidence; i < order.size(); ++i) {
    const Evidence& piece = evidence[order[i]];
    rest.from = std::min(rest.from, piece.from);
    rest.to = std::max(rest.to, piece.to);
    if (piece.signal != rest.signal) rest.signal.clear();
    if (!(piece.asked == rest.asked)) rest.asked = {};
    rest.lost += piece.lost;
    together += piece.to - piece.from;
  }
  const Text count = plain(std::to_string(order.size() - kMostEvidence));
  rest.text = filled({"Besides, {0} further {1}, {2} together.", "此外还有 {0} 次{1}，共 {2}。"},
                     {count, kind, duration_text(together)});
  rest.seen = filled({"{0} further {1}", "另有 {0} 次{1}"}, {count, kind});
  result.push_back(std::move(rest));
  return result;
}

}  // namespace stillhouse
