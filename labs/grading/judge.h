#pragma once

#include <cstdint>
#include <vector>

#include "labs/grading/criterion_rule.h"
#include "labs/grading/grade.h"
#include "labs/grading/tally.h"
#include "labs/scenario/lab.h"
#include "labs/session/condition_monitor.h"

namespace stillhouse {

/// Grades a run scan by scan after the rubric of its lab. Immutable; the same run gives the same grade, whoever asks.
/// How each criterion is computed stands in README.md beside this file.
class Judge {
 public:
  /// Throws ModelError if the rubric names what the lab or the directory does not know.
  Judge(const scenario::Lab& lab, const ConditionDirectory& directory, double scan_length);

  JudgeState initial() const;
  /// Once a scan, in order. After an abort nothing more is judged.
  void scan(JudgeState& state, const JudgeView& view, std::int64_t scan) const;
  /// The grade if the run ended at `scan` (exclusive). Points are credited by ramps; every lost point has evidence:
  /// which signal, from when to when, what was asked, what was seen. May be asked at any time.
  ///
  /// Rows: the criteria; the deductions and the hints taken, with 0 points and a score of 0 or less; after an abort
  /// whose limit was reached, a row that brings the sum down to it. The score is the sum of all rows, but never below
  /// zero. What a person marks is listed apart, and is no part of score and total.
  Grade grade(const JudgeState& state, const JudgeView& view, std::int64_t scan) const;

 private:
  scenario::Lab lab_;
  double scan_length_;
  std::vector<CriterionRule> criteria_;
  std::vector<DeductionRule> deductions_;
  std::vector<ConditionMonitor> aborts_;
  std::vector<ConditionMonitor> tasks_done_;
  std::vector<std::vector<SubjectRef>> task_subjects_;
};

}  // namespace stillhouse
