#include <algorithm>

#include "engine/base/quantity.h"
#include "frontend/presenter/screen_builder.h"
#include "frontend/presenter/words.h"
#include "labs/grading/evidence_text.h"
#include "labs/session/sequence_text.h"

namespace stillhouse {

namespace {

/// Lines of the journal that a screen gets; the run file has them all.
constexpr std::size_t kJournalLines = 200;

double seconds(std::int64_t scan, double dt) {
  return scan < 0 ? -1.0 : static_cast<double>(scan) * dt;
}

AlarmLook look_of(AlarmStatus status) {
  switch (status) {
    case AlarmStatus::unacknowledged:
      return AlarmLook::unacknowledged;
    case AlarmStatus::acknowledged:
      return AlarmLook::acknowledged;
    case AlarmStatus::returned_unacknowledged:
      return AlarmLook::returned;
    case AlarmStatus::shelved:
    case AlarmStatus::suppressed:
      return AlarmLook::shelved;
    case AlarmStatus::normal:
      break;
  }
  return AlarmLook::normal;
}

TaskLook look_of(const TaskProgress& progress, const std::optional<double>& within, double time, double dt) {
  if (progress.started < 0) return TaskLook::waiting;
  const double started = seconds(progress.started, dt);
  if (progress.finished >= 0) {
    const bool late = within && seconds(progress.finished, dt) - started > *within;
    return late ? TaskLook::done_late : TaskLook::done;
  }
  return within && time - started > *within ? TaskLook::late : TaskLook::open;
}

/// Value of a command in the unit its target is shown in.
std::string value_text(const scenario::Plant& plant, const Command& command) {
  std::string symbol;
  for (const scenario::Handle& handle : plant.handles)
    if (handle.tag == command.tag) symbol = handle.unit;
  for (const scenario::Controller& controller : plant.controllers)
    if (controller.tag == command.tag)
      symbol = command.verb == "setpoint" ? controller.setpoint_unit
               : command.verb == "output" ? controller.output_unit
                                          : "";
  if (command.verb == "tune" && command.text != "gain") symbol = "s";
  const std::optional<Unit> unit = unit_from(symbol);
  return unit ? shown(command.value, *unit) : rounded(command.value, 4);
}

Text order_text(const std::string& order) {
  return words(order == "start"     ? "sequences.start"_word
               : order == "hold"    ? "sequences.hold"_word
               : order == "restart" ? "sequences.restart"_word
               : order == "abort"   ? "sequences.abort"_word
                                    : "sequences.reset"_word);
}

Text mode_text(Sequence::Mode mode) {
  switch (mode) {
    case Sequence::Mode::idle:
      return words("sequences.is_idle"_word);
    case Sequence::Mode::running:
      return words("sequences.is_running"_word);
    case Sequence::Mode::held:
      return words("sequences.is_held"_word);
    case Sequence::Mode::aborted:
      return words("sequences.is_aborted"_word);
    case Sequence::Mode::complete:
      return words("sequences.is_complete"_word);
  }
  return {};
}

/// What only the instructor's station shows while the run goes on: the student is not told what fails.
bool is_secret(const Command& command) {
  constexpr const char* kSecret[] = {"malfunction", "clear",    "freeze",      "run",
                                     "speed",       "snapshot", "start_fault", "stop_fault"};
  return std::find(std::begin(kSecret), std::end(kSecret), command.verb) != std::end(kSecret);
}

Text sentence_of(const scenario::Plant& plant, const Command& command) {
  const std::string &tag = command.tag, &verb = command.verb;
  const std::string value = value_text(plant, command);
  if (verb == "set") return words("journal.set"_word, {tag, value});
  if (verb == "setpoint") return words("journal.setpoint"_word, {tag, value});
  if (verb == "output") return words("journal.output"_word, {tag, value});
  if (verb == "mode")
    return words(command.text == "cascade" ? "journal.to_cascade"_word
                 : command.text == "auto"  ? "journal.to_automatic"_word
                                           : "journal.to_manual"_word,
                 {tag});
  if (verb == "tune") {
    const Text& parameter = words(command.text == "gain"    ? "face.gain"_word
                                  : command.text == "reset" ? "face.reset_time"_word
                                  : command.text == "ratio" ? "face.ratio"_word
                                                            : "face.derivative_time"_word);
    return words("journal.tune"_word, {plain(tag), parameter, plain(value)});
  }
  if (verb == "acknowledge")
    return tag == "all" ? words("journal.all_acknowledged"_word) : words("journal.acknowledged"_word, {tag});
  if (verb == "shelve") return words("journal.shelved"_word, {tag});
  if (verb == "unshelve") return words("journal.unshelved"_word, {tag});
  if (verb == "reset") return words("journal.reset"_word, {tag});
  if (verb == "bypass")
    return words(command.value != 0.0 ? "journal.bypassed"_word : "journal.bypass_ended"_word, {tag});
  if (verb == "command") return words("journal.order"_word, {plain(tag), order_text(command.text)});
  if (verb == "sample") return words("journal.sample"_word, {tag});
  if (verb == "hint") return words("journal.hint"_word, {tag});
  if (verb == "note")
    return words("journal.note"_word,
                 {tag.empty() ? command.text : tag + (command.text.empty() ? "" : " ") + command.text});
  if (verb == "photograph") return words("journal.photograph"_word);
  if (verb == "finish") return words("journal.finish"_word);
  // what has no sentence is told as it was asked: the bench's words
  std::string asked = verb;
  if (!tag.empty()) asked += " " + tag;
  if (!command.text.empty()) asked += " " + command.text;
  if (command.value != 0.0) asked += " " + value;
  return plain(asked);
}

}  // namespace

Text command_sentence(const Session& session, const Command& command) {
  if (!Instructor::knows(command.verb)) return sentence_of(session.room().plant(), command);
  return instructor_sentence(command, session.lab(), session.simulator().plant());
}

std::optional<MessageLine> open_message(const Session& session) {
  const std::vector<InstructorMessage>& messages = session.instructor_state().messages;
  for (std::size_t i = 0; i < messages.size(); ++i)
    if (messages[i].confirmed < 0)
      return MessageLine{std::to_string(i + 1), seconds(messages[i].sent, session.scan_length()), messages[i].text};
  return {};
}

Urgency urgency_of(scenario::AlarmPriority priority) {
  switch (priority) {
    case scenario::AlarmPriority::critical:
      return 1;
    case scenario::AlarmPriority::high:
      return 2;
    case scenario::AlarmPriority::medium:
      return 3;
    case scenario::AlarmPriority::low:
      break;
  }
  return 4;
}

std::vector<AlarmLine> alarm_lines(const Session& session) {
  std::vector<AlarmLine> lines;
  const scenario::Plant& plant = session.room().plant();
  const double dt = session.scan_length();
  for (std::size_t i = 0; i < plant.alarms.size(); ++i) {
    const scenario::Alarm& alarm = plant.alarms[i];
    const Alarm::State& state = session.room_state().alarms[i];
    AlarmLine line{.tag = alarm.tag, .reads = alarm.reads, .says = alarm.says, .response = alarm.response};
    line.urgency = urgency_of(alarm.priority);
    line.look = look_of(state.status);
    line.raised = seconds(state.raised_at, dt);
    line.acknowledged = seconds(state.acknowledged_at, dt);
    line.cleared = seconds(state.cleared_at, dt);
    line.shelved_until = seconds(state.shelved_until, dt);
    line.longest_shelving = stillhouse::Alarm::Settings{}.longest_shelving;
    const std::optional<Unit> unit = unit_from(alarm.unit);
    line.limit = (alarm.high ? "> " : "< ") + (unit ? shown(alarm.limit, *unit, 3) : rounded(alarm.limit, 3));
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<TaskLine> task_lines(const Session& session) {
  std::vector<TaskLine> lines;
  const double dt = session.scan_length();
  const std::vector<scenario::Task>& tasks = session.lab().tasks;
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const scenario::Task& task = tasks[i];
    const TaskProgress& progress = session.progress().tasks[i];
    TaskLine line{.id = task.id, .says = task.says};
    line.look = look_of(progress, task.within, session.time(), dt);
    line.started = seconds(progress.started, dt);
    line.finished = seconds(progress.finished, dt);
    if (progress.started >= 0 && task.within) line.due = line.started + *task.within;
    line.out_of_order = progress.out_of_order;
    // an exam gives no hints
    line.has_hint = task.hint.has_value() && session.lab().mode == scenario::LabMode::practice;
    line.hint_taken = progress.hint_taken;
    if (task.hint) line.hint_price = task.hint->price;
    if (task.hint && progress.hint_taken) line.hint = task.hint->says;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<InterlockFace> interlock_faces(const Session& session) {
  std::vector<InterlockFace> faces;
  const scenario::Plant& plant = session.room().plant();
  for (std::size_t i = 0; i < plant.interlocks.size(); ++i) {
    const scenario::Interlock& interlock = plant.interlocks[i];
    const Interlock::State& state = session.room_state().interlocks[i];
    faces.push_back({.tag = interlock.tag,
                     .says = interlock.says,
                     .tripped = state.tripped,
                     .bypassed = state.bypassed,
                     .latched = interlock.latched,
                     .may_be_bypassed = interlock.may_be_bypassed,
                     .cause_stands = state.causes != 0,
                     .tripped_at = seconds(state.tripped_at, session.scan_length())});
  }
  return faces;
}

std::vector<SequenceFace> sequence_faces(const Session& session) {
  std::vector<SequenceFace> faces;
  const scenario::Plant& plant = session.room().plant();
  for (std::size_t i = 0; i < plant.sequences.size(); ++i) {
    const scenario::Sequence& sequence = plant.sequences[i];
    const Sequence::State& state = session.room_state().sequences[i];
    SequenceFace face{.tag = sequence.tag, .says = sequence.says, .state = mode_text(state.mode)};
    if (state.phase >= 0 && static_cast<std::size_t>(state.phase) < sequence.phases.size())
      face.phase = sequence.phases[static_cast<std::size_t>(state.phase)].says;
    face.in_phase = state.in_phase;
    for (const Sequence::Order order : {Sequence::Order::start, Sequence::Order::hold, Sequence::Order::restart,
                                        Sequence::Order::abort, Sequence::Order::reset})
      if (!session.room().may_order(session.room_state(), static_cast<int>(i), order))
        face.orders.push_back({word(order), order_text(word(order))});
    faces.push_back(std::move(face));
  }
  return faces;
}

std::vector<JournalLine> journal_lines(const Session& session) {
  std::vector<JournalLine> lines;
  const scenario::Plant& plant = session.room().plant();
  const double dt = session.scan_length();
  for (const Command& command : session.commands()) {
    if (session.running() && is_secret(command)) continue;
    Text says = command_sentence(session, command);
    if (command.actor == "instructor") says = words("journal.by_instructor"_word, {says});
    lines.push_back({seconds(command.scan, dt), true, false, std::move(says)});
  }
  for (const SessionNote& note : session.notes())
    lines.push_back({seconds(note.scan, dt), false, note.kind == "warning", note.text});
  for (const TripEntry& trip : session.room_state().trip_journal) {
    const std::string& tag = plant.interlocks[static_cast<std::size_t>(trip.interlock)].tag;
    if (trip.event == TripEntry::Event::tripped)
      lines.push_back({seconds(trip.scan, dt), false, true, words("journal.interlock_tripped"_word, {tag})});
    if (trip.event == TripEntry::Event::ended)
      lines.push_back({seconds(trip.scan, dt), false, false, words("journal.interlock_ended"_word, {tag})});
  }
  for (const SequenceEntry& entry : session.room_state().sequence_journal) {
    const bool stands = entry.event == SequenceEntry::Event::late || entry.event == SequenceEntry::Event::refused;
    lines.push_back({seconds(entry.scan, dt), false, stands, sequence_text(plant, entry)});
  }
  for (const AlarmEntry& entry : session.room_state().alarm_journal) {
    const std::string& tag = plant.alarms[static_cast<std::size_t>(entry.alarm)].tag;
    if (entry.event == AlarmEvent::raised)
      lines.push_back({seconds(entry.scan, dt), false, true, words("journal.alarm_raised"_word, {tag})});
    if (entry.event == AlarmEvent::cleared)
      lines.push_back({seconds(entry.scan, dt), false, false, words("journal.alarm_cleared"_word, {tag})});
  }
  // newest first: within a scan, too, what a command brought about stands above it
  std::reverse(lines.begin(), lines.end());
  std::stable_sort(lines.begin(), lines.end(),
                   [](const JournalLine& a, const JournalLine& b) { return a.time > b.time; });
  if (lines.size() > kJournalLines) lines.resize(kJournalLines);
  return lines;
}

}  // namespace stillhouse
