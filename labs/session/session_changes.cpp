#include "labs/session/session_changes.h"

#include <string_view>

#include "labs/session/sequence_text.h"
#include "labs/session/session.h"

namespace stillhouse {

namespace {

double seconds(const Session& session, std::int64_t scan) {
  return static_cast<double>(scan) * session.scan_length();
}

/// The state an alarm is in after an event, by the state machine of ISA-18.2.
AlarmStatus after(AlarmStatus before, AlarmEvent event) {
  switch (event) {
    case AlarmEvent::raised:
      return AlarmStatus::unacknowledged;
    case AlarmEvent::acknowledged:
      return before == AlarmStatus::unacknowledged ? AlarmStatus::acknowledged : AlarmStatus::normal;
    case AlarmEvent::cleared:
      return before == AlarmStatus::unacknowledged ? AlarmStatus::returned_unacknowledged : AlarmStatus::normal;
    case AlarmEvent::shelved:
      return AlarmStatus::shelved;
    case AlarmEvent::suppressed:
      return AlarmStatus::suppressed;
    case AlarmEvent::unshelved:
    case AlarmEvent::released:
      return AlarmStatus::normal;
  }
  return before;
}

/// Names of the run file.
const char* recorded(AlarmStatus status) {
  switch (status) {
    case AlarmStatus::normal:
      return "normal";
    case AlarmStatus::unacknowledged:
      return "unacknowledged";
    case AlarmStatus::acknowledged:
      return "acknowledged";
    case AlarmStatus::returned_unacknowledged:
      return "returned";
    case AlarmStatus::shelved:
    case AlarmStatus::suppressed:
      return "shelved";
  }
  return "normal";
}

NoteRecord note_record(const Session& session, const SessionNote& note) {
  return {.scan = note.scan, .time = seconds(session, note.scan), .kind = note.kind, .text = note.text};
}

}  // namespace

const char* task_state(const Session& session, std::size_t task) {
  const TaskProgress& progress = session.progress().tasks[task];
  if (progress.finished >= 0) return "done";
  return progress.started >= 0 ? "open" : "waiting";
}

void SessionChanges::look_from_here(const Session& session) {
  alarm_entries_ = 0;
  alarms_.assign(session.lab().plant.alarms.size(), AlarmStatus::normal);
  tasks_.assign(session.lab().tasks.size(), "waiting");
  faults_.assign(session.lab().faults.size(), {});
  malfunctions_.clear();
  add_alarms(session, nullptr);
  add_tasks(session, nullptr);
  add_faults(session, nullptr);
  sequence_entries_ = 0;
  add_sequences(session, nullptr);
  bench_entries_ = session.bench_state().journal.size();
  notes_ = session.notes().size();
  failed_ = session.end() == SessionEnd::failed;
}

std::vector<Record> SessionChanges::since_last(const Session& session) {
  std::vector<Record> records;
  add_alarms(session, &records);
  add_tasks(session, &records);
  add_faults(session, &records);
  add_sequences(session, &records);
  add_bench(session, &records);
  for (; notes_ < session.notes().size(); ++notes_) records.push_back(note_record(session, session.notes()[notes_]));
  if (session.end() == SessionEnd::failed && !failed_) {
    failed_ = true;
    records.push_back(FailureRecord{.scan = session.scan(),
                                    .time = session.time(),
                                    .message = session.failure(),
                                    .equations = session.failed_equations()});
  }
  return records;
}

void SessionChanges::add_alarms(const Session& session, std::vector<Record>* records) {
  const std::vector<AlarmEntry>& journal = session.room_state().alarm_journal;
  for (; alarm_entries_ < journal.size(); ++alarm_entries_) {
    const AlarmEntry& entry = journal[alarm_entries_];
    const auto index = static_cast<std::size_t>(entry.alarm);
    alarms_[index] = after(alarms_[index], entry.event);
    if (!records) continue;
    const scenario::Alarm& alarm = session.lab().plant.alarms[index];
    constexpr const char* priorities[] = {"low", "medium", "high", "critical"};
    records->push_back(AlarmRecord{.scan = session.scan(),
                                   .time = seconds(session, entry.scan),
                                   .tag = alarm.tag,
                                   .priority = priorities[static_cast<int>(alarm.priority)],
                                   .state = recorded(alarms_[index]),
                                   .text = alarm.says});
  }
}

void SessionChanges::add_tasks(const Session& session, std::vector<Record>* records) {
  for (std::size_t i = 0; i < tasks_.size(); ++i) {
    const TaskProgress& progress = session.progress().tasks[i];
    const char* state = task_state(session, i);
    if (std::string_view(state) == tasks_[i]) continue;
    const auto add = [&](const char* name, std::int64_t scan) {
      if (records)
        records->push_back(TaskRecord{
            .scan = session.scan(), .time = seconds(session, scan), .id = session.lab().tasks[i].id, .state = name});
    };
    // a task may start and finish at one boundary
    if (std::string_view(tasks_[i]) == "waiting") add("open", progress.started);
    if (progress.finished >= 0) add("done", progress.finished);
    tasks_[i] = state;
  }
}

void SessionChanges::add_faults(const Session& session, std::vector<Record>* records) {
  for (std::size_t i = 0; i < faults_.size(); ++i) {
    const FaultProgress& progress = session.progress().faults[i];
    const auto add = [&](const char* state, std::int64_t scan) {
      if (records)
        records->push_back(FaultRecord{.scan = session.scan(),
                                       .time = seconds(session, scan),
                                       .id = session.lab().faults[i].id,
                                       .state = state,
                                       .text = session.lab().faults[i].reveal});
    };
    if (progress.began >= 0 && !faults_[i].began) add("active", progress.began);
    // one that was stopped before it began never was
    if (progress.began >= 0 && progress.ended >= 0 && !faults_[i].ended) add("cleared", progress.ended);
    faults_[i] = {progress.began >= 0, progress.began >= 0 && progress.ended >= 0};
  }

  const std::vector<Malfunction>& malfunctions = session.instructor_state().malfunctions;
  malfunctions_.resize(malfunctions.size());
  for (std::size_t i = 0; i < malfunctions.size(); ++i) {
    const Malfunction& it = malfunctions[i];
    const auto add = [&](const char* state, std::int64_t scan) {
      if (records)
        records->push_back(FaultRecord{.scan = session.scan(),
                                       .time = seconds(session, scan),
                                       .id = malfunction_name(i),
                                       .state = state,
                                       .text = order_sentence(it.order, session.lab())});
    };
    if (it.began >= 0 && !malfunctions_[i].began) add("active", it.began);
    if (it.began >= 0 && it.ended >= 0 && !malfunctions_[i].ended) add("cleared", it.ended);
    malfunctions_[i] = {it.began >= 0, it.ended >= 0};
  }
}

void SessionChanges::add_sequences(const Session& session, std::vector<Record>* records) {
  const std::vector<SequenceEntry>& journal = session.room_state().sequence_journal;
  for (; sequence_entries_ < journal.size(); ++sequence_entries_) {
    const SequenceEntry& entry = journal[sequence_entries_];
    if (records)
      records->push_back(NoteRecord{.scan = session.scan(),
                                    .time = seconds(session, entry.scan),
                                    .kind = "note",
                                    .text = sequence_text(session.lab().plant, entry)});
  }
}

void SessionChanges::add_bench(const Session& session, std::vector<Record>* records) {
  const std::vector<BenchEntry>& journal = session.bench_state().journal;
  for (; bench_entries_ < journal.size(); ++bench_entries_) {
    const BenchEntry& entry = journal[bench_entries_];
    records->push_back(NoteRecord{.scan = session.scan(),
                                  .time = seconds(session, entry.scan),
                                  .kind = entry.warning ? "warning" : "note",
                                  .text = entry.text});
  }
}

std::vector<Record> SessionChanges::revealed(const Session& session) {
  std::vector<Record> records;
  for (std::size_t i = 0; i < session.lab().faults.size(); ++i) {
    if (session.progress().faults[i].began < 0) continue;
    const scenario::Fault& fault = session.lab().faults[i];
    records.push_back(FaultRecord{
        .scan = session.scan(), .time = session.time(), .id = fault.id, .state = "revealed", .text = fault.reveal});
  }
  return records;
}

}  // namespace stillhouse
