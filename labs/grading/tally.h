#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "labs/session/condition_monitor.h"

namespace stillhouse {

/// A break in a lapse, and in what is deducted for, that is shorter than this does not end it: noise about a limit
/// must not give hundreds of lapses. s
inline constexpr double kShortestBreak = 10.0;

/// A stretch of the run in which something was not as asked.
struct Lapse {
  std::int64_t from = -1;
  std::int64_t to = -1;    ///< first scan after it
  std::int64_t scans = 0;  ///< in it that were not as asked; the others are short breaks
  double worst = 0.0;      ///< value of the subject farthest from what was asked, SI; with `measured`
  bool measured = false;   ///< there was a value to see

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
  double last = 0.0;  ///< subject at the last scan of the window that had a value; with `measured`
  bool measured = false;
  bool left_band = false;        ///< recovery: has been out of the band since the fault began
  std::int64_t good_since = -1;  ///< recovery: in the band without a break since
  std::int64_t recovered_at = -1;
  std::vector<Lapse> lapses;
  ConditionMonitor::State from, until, required;

  bool operator==(const CriterionTally&) const = default;
};

/// What the judge has gathered for one deduction.
struct DeductionTally {
  bool standing = false;
  std::vector<Lapse> lapses;
  ConditionMonitor::State when;

  bool operator==(const DeductionTally&) const = default;
};

/// What the judge has gathered for one task, beside its progress. Scans are -1 until the event.
struct TaskTally {
  std::int64_t hint_at = -1;
  std::int64_t done_since = -1;  ///< its done condition has held without a break since, until it was completed
  ConditionMonitor::State done;

  bool operator==(const TaskTally&) const = default;
};

/// All that the judge remembers. Copying it is a snapshot.
struct JudgeState {
  std::vector<CriterionTally> criteria;
  std::vector<DeductionTally> deductions;
  std::vector<TaskTally> tasks;
  std::vector<ConditionMonitor::State> aborts;
  std::optional<std::size_t> aborted;  ///< position of the abort rule that ended the run
  std::int64_t aborted_at = -1;

  bool operator==(const JudgeState&) const = default;
};

}  // namespace stillhouse
