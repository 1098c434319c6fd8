#pragma once

#include <cstdint>
#include <vector>

#include "labs/session/condition_monitor.h"

namespace stillhouse {

/// How far a task has come. Scans are -1 until the event.
struct TaskProgress {
  std::int64_t started = -1;   ///< start condition held, with every task of `after` completed
  std::int64_t finished = -1;  ///< done condition held after the start
  bool out_of_order = false;   ///< its done condition came true before the tasks it comes after were completed
  bool done_held = true;       ///< whether it held at the last scan; true at first: what is so from the start is no act
  bool hint_taken = false;
  ConditionMonitor::State start, done;

  bool operator==(const TaskProgress&) const = default;
};

/// How far a fault has come. Scans are -1 until the event.
struct FaultProgress {
  std::int64_t armed = -1;  ///< its condition first held
  std::int64_t began = -1;
  std::int64_t ended = -1;
  ConditionMonitor::State when;
  std::vector<double> input_before;  ///< per effect: the input's value when the fault began (for ramps)

  bool waits() const { return began < 0 && ended < 0; }
  bool acts() const { return began >= 0 && ended < 0; }
  /// An instructor stopped it before it began.
  bool called_off() const { return began < 0 && ended >= 0; }

  bool operator==(const FaultProgress&) const = default;
};

/// What was answered to a question, in its unit.
struct AnswerProgress {
  std::int64_t given = -1;  ///< scan of the last answer
  int count = 0;
  double value = 0.0;
  double u = 0.0;      ///< standard uncertainty; 0: none was given
  double truth = 0.0;  ///< at that moment; NaN: nobody can tell

  bool operator==(const AnswerProgress&) const = default;
};

/// Tasks, faults and answers of a lab in their order there: what the judge knows of a run beside readings and the
/// truth.
struct Progress {
  std::vector<TaskProgress> tasks;
  std::vector<FaultProgress> faults;
  std::vector<AnswerProgress> answers;

  bool operator==(const Progress&) const = default;
};

}  // namespace stillhouse
