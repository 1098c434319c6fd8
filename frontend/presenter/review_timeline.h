#pragma once

#include <string>
#include <vector>

#include "labs/grading/grade.h"
#include "labs/record/run_record.h"

namespace stillhouse {

/// Lanes of a run's timeline, top to bottom.
enum class TimelineLane { steps, commands, alarms, events, lost };
inline constexpr int kTimelineLanes = 5;

/// Something that happened in a run, at a moment or for a while.
struct TimelineMark {
  TimelineLane lane = TimelineLane::commands;
  double from = 0.0, to = 0.0;  ///< s
  std::string sign;             ///< one or two characters to write on it; may be empty
  Text says;
  std::string tag;        ///< instrument, handle or signal it is about; may be empty
  double lost = 0.0;      ///< points
  std::string criterion;  ///< of a lost point
  bool instructor = false;
};

/// All marks of a run as it counts (`without_undone`), by time. `said` has each of its commands as a sentence; `end` is
/// the length of the run, s.
std::vector<TimelineMark> timeline_of(const RunRecord& run, const Grade& grade, const std::vector<Text>& said,
                                      double end);

}  // namespace stillhouse
