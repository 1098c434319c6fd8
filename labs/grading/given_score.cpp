#include "labs/grading/given_score.h"

#include <algorithm>

namespace stillhouse {

GivenScore given_score(const Grade& grade, const ReviewFile* review) {
  const auto mark_of = [review](const std::string& id) { return review ? review->mark_of(id) : nullptr; };
  GivenScore given{grade.score, grade.total + grade.open(), 0.0};
  for (const CriterionGrade& criterion : grade.criteria)
    if (const MarkRecord* mark = mark_of(criterion.id)) given.score += mark->points - criterion.score;
  for (const PersonItemGrade& item : grade.by_person) {
    if (const MarkRecord* mark = mark_of(item.id))
      given.score += mark->points;
    else
      given.open += item.points;
  }
  given.score = std::clamp(given.score, 0.0, std::max(given.total, grade.score));
  return given;
}

}  // namespace stillhouse
