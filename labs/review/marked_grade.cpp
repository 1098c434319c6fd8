#include "labs/review/marked_grade.h"

#include <algorithm>

#include "engine/base/error.h"
#include "labs/grading/html.h"

namespace stillhouse {

namespace {

/// What the lab calls a row of the grade; its id if the lab does not know it (the price of a hint, an abort).
MarkedCriterion row_of(const std::string& id, const scenario::Lab& lab) {
  for (const scenario::Criterion& criterion : lab.rubric.criteria)
    if (criterion.id == id) return {.id = id, .title = criterion.title, .points = criterion.points};
  for (const scenario::Deduction& deduction : lab.rubric.deductions)
    if (deduction.id == id) return {.id = id, .title = deduction.title};
  for (const scenario::Abort& abort : lab.rubric.aborts)
    if (abort.id == id) return {.id = id, .title = abort.title};
  for (const scenario::Task& task : lab.tasks)
    if (id == "hint_" + task.id) return {.id = id, .title = {"Hint: " + task.says.en, "提示：" + task.says.zh}};
  return {.id = id, .title = {id, id}};
}

}  // namespace

double MarkedGrade::given() const {
  double score = computed;
  for (const MarkedCriterion& criterion : criteria) score += criterion.given() - criterion.computed;
  return std::clamp(score, 0.0, std::max(total, computed));
}

double MarkedGrade::open() const {
  double points = 0.0;
  for (const MarkedCriterion& criterion : criteria)
    if (criterion.waits()) points += criterion.points;
  return points;
}

bool MarkedGrade::any_change() const {
  return std::any_of(criteria.begin(), criteria.end(), [](const MarkedCriterion& criterion) {
    return criterion.mark.has_value() && !criterion.by_person;
  });
}

MarkedGrade computed_grade(const ResultRecord& result, const scenario::Lab& lab) {
  MarkedGrade grade{.criteria = {}, .total = result.total, .computed = result.score};
  for (const auto& [id, score] : result.criteria) {
    grade.criteria.push_back(row_of(id, lab));
    grade.criteria.back().computed = score;
  }
  for (const scenario::PersonItem& item : lab.rubric.by_person) {
    grade.criteria.push_back(
        {.id = item.id, .title = item.title, .points = item.points, .by_person = true, .look_at = item.look_at});
    grade.total += item.points;
  }
  return grade;
}

void lay_on(const ReviewFile& review, MarkedGrade& grade) {
  for (MarkedCriterion& criterion : grade.criteria)
    if (const MarkRecord* mark = review.mark_of(criterion.id)) criterion.mark = *mark;
}

MarkRange mark_range(const MarkedCriterion& criterion, double total) {
  return criterion.points > 0.0 ? MarkRange{0.0, criterion.points} : MarkRange{-total, 0.0};
}

void mark_criterion(const RunRecord& run, const MarkedGrade& grade, MarkRecord mark) {
  std::vector<std::string> ids;
  for (const MarkedCriterion& criterion : grade.criteria) ids.push_back(criterion.id);
  const auto found = std::find(ids.begin(), ids.end(), mark.criterion);
  if (found == ids.end()) {
    std::string list;
    for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
    const std::string near = nearest_word(mark.criterion, ids);
    throw RecordError(run.file, 0,
                      "the grade has no criterion '" + mark.criterion + "'; it has: " + list +
                          (near.empty() ? "" : " (did you mean " + near + "?)"));
  }
  const MarkedCriterion& criterion = grade.criteria[static_cast<std::size_t>(found - ids.begin())];
  const auto [low, high] = mark_range(criterion, grade.total);
  if (!(mark.points >= low && mark.points <= high)) {
    throw RecordError(run.file, 0,
                      "the criterion " + criterion.id + " may have " + html::number(low) + " to " + html::number(high) +
                          " points, not " + html::number(mark.points));
  }
  mark.computed = criterion.computed;
  add_mark(run, std::move(mark));
}

}  // namespace stillhouse
