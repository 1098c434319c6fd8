#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "labs/grading/tally.h"
#include "labs/scenario/lab.h"
#include "labs/session/condition_monitor.h"
#include "labs/session/progress.h"
#include "models/control/alarm_journal.h"

namespace stillhouse {

/// What the judge is shown at a scan, after readings, tasks and faults of that scan are known.
struct JudgeView {
  const ConditionView& conditions;
  const Progress& progress;
  const std::vector<AlarmEntry>& alarm_journal;
};

/// A criterion with its names turned into positions.
struct CriterionRule {
  SubjectRef subject, per;
  int window_task = -1;
  int fault = -1;
  std::optional<ConditionMonitor> from, until, required;
  std::vector<int> tasks;  ///< steps: positions in the lab, in the order of the criterion
};

/// A deduction with its names turned into positions.
struct DeductionRule {
  ConditionMonitor when;
  std::optional<SubjectRef> subject;  ///< of its first comparison, shown in the evidence
  bool high_is_worse = true;
};

/// Throws ModelError if the criterion names what the lab or the directory does not know.
CriterionRule criterion_rule(const scenario::Criterion& criterion, const scenario::Lab& lab,
                             const ConditionDirectory& directory, double scan_length);
DeductionRule deduction_rule(const scenario::Deduction& deduction, const ConditionDirectory& directory,
                             double scan_length);

CriterionTally initial_tally(const CriterionRule& rule);

/// One scan of one criterion, once a scan, in order.
void scan_criterion(const scenario::Criterion& criterion, const CriterionRule& rule, CriterionTally& tally,
                    const JudgeView& view, std::int64_t scan, double scan_length);

void scan_deduction(const DeductionRule& rule, DeductionTally& tally, const JudgeView& view, std::int64_t scan,
                    double scan_length);

}  // namespace stillhouse
