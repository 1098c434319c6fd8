#include "labs/grading/criterion_rule.h"

#include <string>

#include "engine/base/error.h"
#include "labs/grading/condition_text.h"

namespace stillhouse {
namespace {

using scenario::ConditionKind;
using scenario::CriterionKind;

template <class Item>
int position_of(const std::vector<Item>& items, const std::string& id, const char* what) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return static_cast<int>(i);
    ids.push_back(items[i].id);
  }
  const std::string nearest = nearest_word(id, ids);
  throw ModelError(std::string("the rubric names the ") + what + " '" + id + "', which the lab does not have" +
                   (nearest.empty() ? std::string() : "; nearest: " + nearest));
}

}  // namespace

CriterionRule criterion_rule(const scenario::Criterion& criterion, const scenario::Lab& lab,
                             const ConditionDirectory& directory, double scan_length) {
  CriterionRule rule;

  // subjects, tasks and faults
  switch (criterion.kind) {
    case CriterionKind::steps:
      for (const scenario::WeightedTask& entry : criterion.tasks)
        rule.tasks.push_back(position_of(lab.tasks, entry.task, "task"));
      break;
    case CriterionKind::recovery_time:
      rule.fault = position_of(lab.faults, criterion.fault, "fault");
      rule.subject = directory.subject(criterion.subject);
      break;
    case CriterionKind::ratio:
      rule.per = directory.subject(criterion.per);
      rule.subject = directory.subject(criterion.subject);
      break;
    case CriterionKind::time_in_band:
    case CriterionKind::final_value:
    case CriterionKind::total:
      rule.subject = directory.subject(criterion.subject);
      break;
    case CriterionKind::answers:
    case CriterionKind::closure:
      for (const scenario::WeightedTask& entry : criterion.tasks)
        rule.tasks.push_back(position_of(lab.questions, entry.task, "question"));
      break;
    case CriterionKind::alarm_response:
      break;
  }

  // window and requirement
  if (!criterion.window.task.empty()) rule.window_task = position_of(lab.tasks, criterion.window.task, "task");
  if (criterion.window.from) rule.from.emplace(*criterion.window.from, directory, scan_length);
  if (criterion.window.until) rule.until.emplace(*criterion.window.until, directory, scan_length);
  if (criterion.requires_) rule.required.emplace(*criterion.requires_, directory, scan_length);
  return rule;
}

DeductionRule deduction_rule(const scenario::Deduction& deduction, const ConditionDirectory& directory,
                             double scan_length) {
  DeductionRule rule{ConditionMonitor(deduction.when, directory, scan_length), std::nullopt, true};
  for (const scenario::Condition* comparison : comparisons_of(deduction.when)) {
    if (comparison->kind != ConditionKind::above && comparison->kind != ConditionKind::below) continue;
    rule.subject = directory.subject(comparison->subject);
    rule.high_is_worse = comparison->kind == ConditionKind::above;
    break;
  }
  return rule;
}

}  // namespace stillhouse
