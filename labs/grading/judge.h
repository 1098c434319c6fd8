#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "labs/grading/grade.h"
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

/// A stretch of the run in which something was not as asked.
struct Lapse {
  std::int64_t from = -1;
  std::int64_t to = -1;  ///< first scan after it
  double worst = 0.0;    ///< value of the subject farthest from what was asked, SI

  bool operator==(const Lapse&) const = default;
};

/// What the judge has gathered for one criterion.
struct CriterionTally {
  bool opened = false;  ///< its window has been open
  bool open = false;
  bool requirement_met = false;
  std::int64_t opened_at = -1;
  std::int64_t closed_at = -1;
  double scans = 0.0;       ///< in the window
  double scans_good = 0.0;  ///< of these, as asked
  double integral = 0.0;    ///< of the subject over the window, SI s
  double per_integral = 0.0;
  double last = 0.0;             ///< subject at the last scan of the window
  std::int64_t good_since = -1;  ///< recovery: in the band without a break since
  std::int64_t recovered_at = -1;
  std::vector<Lapse> lapses;
  ConditionMonitor::State from, until, required;

  bool operator==(const CriterionTally&) const = default;
};

/// What the judge has gathered for one deduction.
struct DeductionTally {
  bool standing = false;
  double points = 0.0;
  std::vector<Lapse> lapses;
  ConditionMonitor::State when;

  bool operator==(const DeductionTally&) const = default;
};

/// All that the judge remembers. Copying it is a snapshot.
struct JudgeState {
  std::vector<CriterionTally> criteria;
  std::vector<DeductionTally> deductions;
  std::vector<ConditionMonitor::State> aborts;
  std::optional<std::size_t> aborted;  ///< position of the abort rule that ended the run
  std::int64_t aborted_at = -1;

  bool operator==(const JudgeState&) const = default;
};

/// Grades a run scan by scan after the rubric of its lab. Immutable; the same run gives the same grade, whoever asks.
class Judge {
 public:
  /// Throws ModelError if the rubric names what the directory does not know.
  Judge(const scenario::Lab& lab, const ConditionDirectory& directory, double scan_length);

  JudgeState initial() const;
  /// Once a scan, in order.
  void scan(JudgeState& state, const JudgeView& view, std::int64_t scan) const;
  /// The grade if the run ended at `scan` (exclusive). Points are credited by ramps; every lost point has evidence:
  /// which signal, from when to when, what was asked, what was seen. May be asked at any time.
  Grade grade(const JudgeState& state, const JudgeView& view, std::int64_t scan) const;

 private:
  struct CriterionRule {
    SubjectRef subject, per;
    int window_task = -1;
    int fault = -1;
    std::optional<ConditionMonitor> from, until, required;
    std::vector<int> tasks;
  };

  scenario::Lab lab_;
  double dt_;
  std::vector<CriterionRule> criteria_;
  std::vector<ConditionMonitor> deductions_;
  std::vector<ConditionMonitor> aborts_;
};

}  // namespace stillhouse
