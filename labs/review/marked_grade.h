#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "labs/record/review_file.h"
#include "labs/scenario/lab.h"

namespace stillhouse {

/// A criterion with both its marks: the one the run's grade computes, and the one a person gave instead. One that is
/// left to a person has none until he gives it.
struct MarkedCriterion {
  std::string id;
  Text title;
  double points = 0.0;  ///< most that can be had; 0 for a deduction, a hint or an abort
  double computed = 0.0;
  std::optional<MarkRecord> mark;
  bool by_person = false;  ///< nothing of it is computed
  Text look_at;            ///< of such a one: what to look at

  double given() const { return mark ? mark->points : computed; }
  bool waits() const { return by_person && !mark; }
};

/// The score that is computed and the score that counts, beside each other.
struct MarkedGrade {
  std::vector<MarkedCriterion> criteria;  ///< in the order of the rubric; those left to a person last
  double total = 0.0;                     ///< with what a person marks
  double computed = 0.0;

  /// The computed score with every marked criterion's difference, between 0 and the total. Where points below 0 or
  /// beyond an abort's limit were left out of the score, they stay left out.
  double given() const;
  /// Points that wait for a person's mark, and points that are decided.
  double open() const;
  double decided() const { return total - open(); }
  /// Whether a person changed what was computed.
  bool any_change() const;
};

/// The criteria of a result with their titles in the lab, computed points only; and those that the lab leaves to a
/// person.
MarkedGrade computed_grade(const ResultRecord& result, const scenario::Lab& lab);

/// Lays the marks of a review on a grade; marks of criteria that it does not have are left out.
void lay_on(const ReviewFile& review, MarkedGrade& grade);

/// Points a person may give a criterion: 0 to its points; a deduction takes away, so from minus the whole total to 0.
struct MarkRange {
  double low = 0.0, high = 0.0;
};
MarkRange mark_range(const MarkedCriterion& criterion, double total);

/// A mark in a run's review file, once it makes sense: the criterion is one of the grade's, its points are in range.
/// Throws RecordError with the ids there are and the nearest, or with the range.
void mark_criterion(const RunRecord& run, const MarkedGrade& grade, MarkRecord mark);

}  // namespace stillhouse
