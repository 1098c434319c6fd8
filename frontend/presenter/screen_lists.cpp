#include <algorithm>

#include "engine/base/quantity.h"
#include "frontend/presenter/screen_builder.h"
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
  return order == "start"     ? Text{"Start", "启动"}
         : order == "hold"    ? Text{"Hold", "保持"}
         : order == "restart" ? Text{"Restart", "继续"}
         : order == "abort"   ? Text{"Abort", "中止"}
                              : Text{"Reset", "复位"};
}

Text mode_text(Sequence::Mode mode) {
  switch (mode) {
    case Sequence::Mode::idle:
      return {"idle", "空闲"};
    case Sequence::Mode::running:
      return {"running", "运行"};
    case Sequence::Mode::held:
      return {"HELD", "保持"};
    case Sequence::Mode::aborted:
      return {"ABORTED", "已中止"};
    case Sequence::Mode::complete:
      return {"complete", "已完成"};
  }
  return {};
}

Text sentence_of(const scenario::Plant& plant, const Command& command) {
  const std::string &tag = command.tag, &verb = command.verb;
  if (verb == "set") return {tag + " to " + value_text(plant, command), tag + " 设为 " + value_text(plant, command)};
  if (verb == "setpoint")
    return {tag + " set-point " + value_text(plant, command), tag + " 设定值 " + value_text(plant, command)};
  if (verb == "output")
    return {tag + " output " + value_text(plant, command), tag + " 输出 " + value_text(plant, command)};
  if (verb == "mode") {
    if (command.text == "cascade") return {tag + " to cascade", tag + " 切到串级"};
    const bool automatic = command.text == "auto";
    return {tag + (automatic ? " to automatic" : " to manual"), tag + (automatic ? " 切到自动" : " 切到手动")};
  }
  if (verb == "tune") {
    const std::string zh = command.text == "gain"    ? "增益"
                           : command.text == "reset" ? "积分时间"
                           : command.text == "ratio" ? "比值"
                                                     : "微分时间";
    return {tag + " " + command.text + " " + value_text(plant, command),
            tag + " " + zh + " " + value_text(plant, command)};
  }
  if (verb == "acknowledge") {
    if (tag == "all") return {"All alarms acknowledged", "确认全部报警"};
    return {tag + " acknowledged", "确认报警 " + tag};
  }
  if (verb == "shelve") return {tag + " shelved", "搁置报警 " + tag};
  if (verb == "unshelve") return {tag + " taken off the shelf", "取消搁置 " + tag};
  if (verb == "reset") return {tag + " reset", "复位联锁 " + tag};
  if (verb == "bypass") {
    const bool bypass = command.value != 0.0;
    return {tag + (bypass ? " bypassed" : " no longer bypassed"), (bypass ? "旁路联锁 " : "取消联锁旁路 ") + tag};
  }
  if (verb == "command") return {tag + ": " + command.text, tag + "：" + order_text(command.text).zh};
  if (verb == "sample") return {"Sample drawn at " + tag, "在 " + tag + " 取样"};
  if (verb == "hint") return {"Hint taken: " + tag, "查看提示：" + tag};
  if (verb == "finish") return {"Run finished", "结束运行"};
  return {verb + " " + tag, verb + " " + tag};
}

}  // namespace

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
  for (const Command& command : session.commands())
    lines.push_back({seconds(command.scan, dt), true, false, sentence_of(plant, command)});
  for (const SessionNote& note : session.notes())
    lines.push_back({seconds(note.scan, dt), false, note.kind == "warning", note.text});
  for (const TripEntry& trip : session.room_state().trip_journal) {
    const std::string& tag = plant.interlocks[static_cast<std::size_t>(trip.interlock)].tag;
    if (trip.event == TripEntry::Event::tripped)
      lines.push_back(
          {seconds(trip.scan, dt), false, true, {"Interlock " + tag + " has tripped", "联锁 " + tag + " 动作"}});
    if (trip.event == TripEntry::Event::ended)
      lines.push_back(
          {seconds(trip.scan, dt), false, false, {"Interlock " + tag + " has let go", "联锁 " + tag + " 解除"}});
  }
  for (const SequenceEntry& entry : session.room_state().sequence_journal) {
    const bool stands = entry.event == SequenceEntry::Event::late || entry.event == SequenceEntry::Event::refused;
    lines.push_back({seconds(entry.scan, dt), false, stands, sequence_text(plant, entry)});
  }
  for (const AlarmEntry& entry : session.room_state().alarm_journal) {
    const std::string& tag = plant.alarms[static_cast<std::size_t>(entry.alarm)].tag;
    if (entry.event == AlarmEvent::raised)
      lines.push_back({seconds(entry.scan, dt), false, true, {"Alarm " + tag + " raised", "报警 " + tag + " 产生"}});
    if (entry.event == AlarmEvent::cleared)
      lines.push_back({seconds(entry.scan, dt), false, false, {"Alarm " + tag + " cleared", "报警 " + tag + " 恢复"}});
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const JournalLine& a, const JournalLine& b) { return a.time > b.time; });
  if (lines.size() > kJournalLines) lines.resize(kJournalLines);
  return lines;
}

}  // namespace stillhouse
