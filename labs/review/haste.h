#pragma once

#include <map>
#include <string>

#include "engine/base/text.h"
#include "labs/record/run_record.h"

namespace stillhouse {

/// How long each task took from its start to its end, simulated s; tasks that were not done are left out.
using TaskTimes = std::map<std::string, double>;
TaskTimes task_times(const RunRecord& run);

/// How hasty a run was. A hint for an assessor to look closer, never a proof and never part of a score.
struct Haste {
  static constexpr int kManyCommands = 30;       ///< in one simulated minute
  static constexpr double kFast = 0.5;           ///< of the good operator's time
  static constexpr double kShortestTask = 60.0;  ///< s: tasks that the good operator does in less are not compared
  static constexpr int kFewestFast = 2;
  static constexpr double kShareFast = 1.0 / 3.0;

  int busiest_minute = 0;  ///< most commands that were accepted within 60 s, acknowledging left out
  int compared = 0;        ///< tasks that both did and that are long enough
  int fast = 0;            ///< of these, done in less than kFast of the good operator's time

  bool by_commands() const { return busiest_minute > kManyCommands; }
  bool by_tasks() const { return fast >= kFewestFast && fast >= kShareFast * compared; }
  bool unusual() const { return by_commands() || by_tasks(); }
};

/// `run` without what was undone; `good` are the times of the good operator, empty if there is none.
Haste haste_of(const RunRecord& run, const TaskTimes& good);

/// What "unusual haste" means, with its numbers, for screens and reports.
const Text& haste_definition();

}  // namespace stillhouse
