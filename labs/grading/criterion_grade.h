#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "labs/grading/criterion_rule.h"
#include "labs/grading/grade.h"

/// From what the judge has gathered to points and their evidence.
namespace stillhouse {

/// No more pieces of evidence than this a criterion; the smaller ones beyond are told in one sentence.
inline constexpr std::size_t kMostEvidence = 6;

/// A task whose condition was fulfilled before its turn keeps this share of its points.
inline constexpr double kOutOfOrderCredit = 0.5;

/// The run as it stands at the boundary `end`.
struct GradedRun {
  const scenario::Lab& lab;
  const JudgeView& view;
  const JudgeState& state;
  double scan_length;
  std::int64_t end;
  /// Per task: the subjects of the comparisons in its done condition.
  const std::vector<std::vector<SubjectRef>>& task_subjects;

  double seconds(std::int64_t scan) const { return static_cast<double>(scan) * scan_length; }
  double end_seconds() const { return seconds(end); }
  const TaskProgress& task(int index) const { return view.progress.tasks[static_cast<std::size_t>(index)]; }
};

/// One criterion in it.
struct CriterionCase {
  const GradedRun& run;
  const scenario::Criterion& criterion;
  const CriterionRule& rule;
  const CriterionTally& tally;

  /// Moment the window closed, or the end of the run, s.
  double window_end() const { return tally.closed_at >= 0 ? run.seconds(tally.closed_at) : run.end_seconds(); }
};

/// Points and evidence of one criterion. The points lost by the evidence add up to those that are missing.
CriterionGrade grade_criterion(const CriterionCase& the_case);

CriterionGrade grade_deduction(const GradedRun& run, const scenario::Deduction& deduction, const DeductionTally& tally);

/// The price of a hint that was taken, for the task at `index`.
CriterionGrade grade_hint(const GradedRun& run, std::size_t index);

// the kinds of criterion; each gives evidence for what is lost of `points`

std::vector<Evidence> steps_evidence(const CriterionCase& the_case);
std::vector<Evidence> time_in_band_evidence(const CriterionCase& the_case);
std::vector<Evidence> recovery_evidence(const CriterionCase& the_case);
std::vector<Evidence> amount_evidence(const CriterionCase& the_case);  ///< ratio, final_value, total
std::vector<Evidence> alarm_evidence(const CriterionCase& the_case);
std::vector<Evidence> answers_evidence(const CriterionCase& the_case);
std::vector<Evidence> closure_evidence(const CriterionCase& the_case);

/// Why a task did not start or finish: "" or ", because ... was not completed", traced back to the first task that
/// holds up the others.
Text reason_of_waiting(const GradedRun& run, int task);

/// At most kMostEvidence pieces: those that cost most, in order of time, and the rest as one. `kind` is what the rest
/// is, as {"lapses", "偏离"}.
std::vector<Evidence> condensed(std::vector<Evidence> evidence, const Text& kind);

}  // namespace stillhouse
