#include "frontend/presenter/review_timeline.h"

#include <algorithm>

#include "frontend/presenter/words.h"
#include "labs/grading/alarm_history.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {

namespace {

void add_steps(const Grade& grade, double end, std::vector<TimelineMark>& marks) {
  for (const TaskGrade& task : grade.tasks) {
    if (!task.started && !task.finished) continue;
    const double from = task.started.value_or(*task.finished);
    marks.push_back({.lane = TimelineLane::steps,
                     .from = from,
                     .to = task.finished.value_or(end),
                     .sign = task.finished ? "✓" : "…",
                     .says = task.title,
                     .tag = task.id});
  }
}

void add_commands(const RunRecord& run, const std::vector<Text>& said, std::vector<TimelineMark>& marks) {
  for (std::size_t i = 0; i < run.commands.size(); ++i) {
    const CommandRecord& command = run.commands[i];
    Text says = said[i];
    if (!command.accepted()) says = words("review.refused"_word, {says, plain(command.refused)});
    const bool instructor = command.actor == Actor::instructor;
    marks.push_back({.lane = instructor ? TimelineLane::events : TimelineLane::commands,
                     .from = command.time,
                     .to = command.time,
                     .sign = instructor           ? "I"
                             : command.accepted() ? ""
                                                  : "×",
                     .says = std::move(says),
                     .tag = command.tag,
                     .instructor = instructor});
  }
}

void add_events(const RunRecord& run, double end, std::vector<TimelineMark>& marks) {
  for (const AlarmEpisode& alarm : alarm_history(run.alarms)) {
    marks.push_back({.lane = TimelineLane::alarms,
                     .from = alarm.raised,
                     .to = alarm.returned.value_or(end),
                     .sign = alarm.priority == "critical" ? "1"
                             : alarm.priority == "high"   ? "2"
                             : alarm.priority == "medium" ? "3"
                                                          : "4",
                     .says = {alarm.tag + ": " + alarm.text.en, alarm.tag + "：" + alarm.text.zh},
                     .tag = alarm.tag});
  }
  for (const FaultRecord& fault : run.faults) {
    if (fault.state != "active") continue;
    double until = end;
    Text says{fault.id, fault.id};
    for (const FaultRecord& later : run.faults) {
      if (later.id != fault.id) continue;
      if (later.state == "cleared") until = later.time;
      if (later.state == "revealed") says = later.text;
    }
    marks.push_back({.lane = TimelineLane::events, .from = fault.time, .to = until, .sign = "F", .says = says});
  }
  for (const NoteRecord& note : run.notes)
    marks.push_back({.lane = TimelineLane::events,
                     .from = note.time,
                     .to = note.time,
                     .sign = note.kind == "retry"     ? "S"
                             : note.kind == "warning" ? "V"
                                                      : "·",
                     .says = note.text});
  for (const FailureRecord& failure : run.failures)
    marks.push_back({.lane = TimelineLane::events,
                     .from = failure.time,
                     .to = failure.time,
                     .sign = "!",
                     .says = {failure.message, failure.message}});
  for (const BacktrackRecord& back : run.backtracks) {
    const double from = static_cast<double>(back.from) * run.header.scan_length;
    const double to = static_cast<double>(back.to) * run.header.scan_length;
    const std::string minutes = std::to_string(static_cast<int>((from - to) / 60.0 + 0.5));
    marks.push_back({.lane = TimelineLane::events,
                     .from = to,
                     .to = to,
                     .sign = "B",
                     .says = words("review.taken_back"_word, {minutes})});
  }
}

void add_lost(const Grade& grade, std::vector<TimelineMark>& marks) {
  for (const CriterionGrade& criterion : grade.criteria)
    for (const Evidence& evidence : criterion.evidence)
      if (evidence.lost > 0.0)
        marks.push_back({.lane = TimelineLane::lost,
                         .from = evidence.from,
                         .to = evidence.to,
                         .sign = "−",
                         .says = evidence.text,
                         .tag = evidence.signal,
                         .lost = evidence.lost,
                         .criterion = criterion.id});
}

}  // namespace

std::vector<TimelineMark> timeline_of(const RunRecord& run, const Grade& grade, const std::vector<Text>& said,
                                      double end) {
  std::vector<TimelineMark> marks;
  add_steps(grade, end, marks);
  add_commands(run, said, marks);
  add_events(run, end, marks);
  add_lost(grade, marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const TimelineMark& a, const TimelineMark& b) { return a.from < b.from; });
  return marks;
}

}  // namespace stillhouse
