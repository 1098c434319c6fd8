#pragma once

#include <vector>

#include "labs/record/records.h"
#include "models/control/alarm.h"

namespace stillhouse {

class Session;

/// What has happened in a session since it was last looked at, as records: alarms, tasks, faults, sequences,
/// notes, a failure.
///
/// Each record's time is that of the event. Its scan is the boundary at which it could be seen, so that a backtrack to
/// that boundary keeps it and one to an earlier boundary undoes it.
class SessionChanges {
 public:
  /// Knows everything up to now.
  explicit SessionChanges(const Session& session) { look_from_here(session); }

  /// Forgets what was not asked for: after a backtrack, and when a run is continued.
  void look_from_here(const Session& session);

  std::vector<Record> since_last(const Session& session);

  /// Faults that have acted, as they are revealed when the run is over.
  static std::vector<Record> revealed(const Session& session);

 private:
  void add_alarms(const Session& session, std::vector<Record>* records);
  void add_tasks(const Session& session, std::vector<Record>* records);
  void add_faults(const Session& session, std::vector<Record>* records);
  void add_sequences(const Session& session, std::vector<Record>* records);
  void add_bench(const Session& session, std::vector<Record>* records);

  struct FaultSeen {
    bool began = false;
    bool ended = false;
  };

  std::size_t alarm_entries_ = 0;
  std::vector<AlarmStatus> alarms_;
  std::vector<const char*> tasks_;
  std::vector<FaultSeen> faults_;
  std::vector<FaultSeen> malfunctions_;
  std::size_t notes_ = 0;
  std::size_t sequence_entries_ = 0;
  std::size_t bench_entries_ = 0;
  bool failed_ = false;
};

/// "waiting", "open" or "done": the state of a task while the run goes on.
const char* task_state(const Session& session, std::size_t task);

}  // namespace stillhouse
