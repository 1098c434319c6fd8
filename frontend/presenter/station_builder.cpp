#include "frontend/presenter/station_builder.h"

#include <algorithm>
#include <cmath>

#include "engine/base/quantity.h"
#include "frontend/presenter/input_sentences.h"
#include "frontend/presenter/screen_builder.h"
#include "frontend/presenter/words.h"
#include "labs/grading/condition_text.h"
#include "labs/grading/evidence_text.h"

namespace stillhouse {

using scenario::EffectKind;

namespace {

constexpr double kMinute = 60.0, kHour = 3600.0;  // s
constexpr std::size_t kDeeds = 200;

/// An input without limits is written as +-1e300; a slider needs ends.
bool has_limits(const Range& range) {
  return std::abs(range.minimum) < 1e290 && std::abs(range.maximum) < 1e290;
}

NumberFormat format_of(const InputInfo& input) {
  return number_format(shown_unit(input), input.range.minimum, input.range.maximum);
}

MalfunctionTarget target_of(const InputInfo& input) {
  MalfunctionTarget target{input.name, input_sentence(input.sentence), MalfunctionGroup::plant, {}};
  MalfunctionKind share{.kind = EffectKind::scale, .says = words("station.share_left"_word)};
  share.has_value = share.grows = true;
  share.format = number_format("%", 0.0, 1.0);
  share.high = 1.0;
  share.start = 0.5;
  target.kinds.push_back(share);
  if (has_limits(input.range)) {
    MalfunctionKind held{.kind = EffectKind::set_input, .says = words("station.held_at"_word)};
    held.has_value = held.grows = true;
    held.format = format_of(input);
    held.low = input.range.minimum;
    held.high = input.range.maximum;
    held.start = input.range.start;
    target.kinds.push_back(held);
  }
  return target;
}

MalfunctionTarget target_of(const scenario::Instrument& instrument) {
  MalfunctionTarget target{instrument.tag, instrument.says, MalfunctionGroup::instrument, {}};
  const double span = instrument.range_high - instrument.range_low;
  const std::string difference = difference_of(unit(instrument.unit)).symbol;
  const auto sized = [&](EffectKind kind, Text says, double low, double high, double start) {
    MalfunctionKind choice{.kind = kind, .says = std::move(says)};
    choice.has_value = true;
    choice.format = number_format(difference, low, high);
    choice.low = low;
    choice.high = high;
    choice.start = start;
    return choice;
  };
  target.kinds.push_back(
      sized(EffectKind::sensor_drift, words("station.drift"_word), -0.5 * span, 0.5 * span, 0.05 * span));
  target.kinds.push_back({.kind = EffectKind::sensor_stuck, .says = words("station.stuck"_word)});
  target.kinds.push_back({.kind = EffectKind::sensor_fail, .says = words("station.fails_low"_word)});
  target.kinds.push_back({.kind = EffectKind::sensor_fail, .to_high = true, .says = words("station.fails_high"_word)});
  MalfunctionKind burst = sized(EffectKind::sensor_burst, words("station.bursts"_word), 0.0, 0.2 * span, 0.03 * span);
  burst.grows = true;
  target.kinds.push_back(burst);
  MalfunctionKind spike =
      sized(EffectKind::sensor_spike, words("station.spikes"_word), -0.5 * span, 0.5 * span, 0.2 * span);
  spike.grows = spike.repeats = true;
  target.kinds.push_back(spike);
  return target;
}

double seconds_or_none(std::int64_t scan, double dt) {
  return scan < 0 ? -1.0 : static_cast<double>(scan) * dt;
}

/// "when TI-110 above 60 °C, after 10 min": when a fault of the lab comes by itself.
Text trigger_of(const scenario::Fault& fault, const scenario::Lab& lab) {
  Text says;
  if (fault.when) says = words("station.fault_when"_word, {in_words(*fault.when, lab)});
  if (fault.after <= 0.0 && !says.empty()) return says;
  const Text after = words("station.fault_after"_word, {duration_text(fault.after)});
  return says.empty() ? after : Text{says.en + ", " + after.en, says.zh + "，" + after.zh};
}

std::vector<MalfunctionLine> malfunction_lines(const Session& session) {
  const double dt = session.scan_length();
  std::vector<MalfunctionLine> lines;
  const auto look = [](std::int64_t began, std::int64_t ended) {
    return ended >= 0 ? MalfunctionLook::ended : began >= 0 ? MalfunctionLook::acting : MalfunctionLook::waiting;
  };
  const std::vector<Malfunction>& all = session.instructor_state().malfunctions;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Malfunction& it = all[i];
    MalfunctionLine line{malfunction_name(i), order_sentence(it.order, session.lab()), look(it.began, it.ended)};
    line.began = seconds_or_none(it.began, dt);
    line.ended = seconds_or_none(it.ended, dt);
    const double elapsed = session.time() - line.began;
    if (it.began >= 0) line.grown = it.order.ramp > 0.0 ? std::clamp(elapsed / it.order.ramp, 0.0, 1.0) : 1.0;
    lines.push_back(std::move(line));
  }
  for (std::size_t i = 0; i < session.lab().faults.size(); ++i) {
    const FaultProgress& it = session.progress().faults[i];
    MalfunctionLine line{session.lab().faults[i].id, session.lab().faults[i].reveal, look(it.began, it.ended)};
    line.began = seconds_or_none(it.began, dt);
    line.ended = seconds_or_none(it.ended, dt);
    line.grown = it.began >= 0 ? 1.0 : 0.0;
    line.of_lab = true;
    line.may_start = it.waits() || it.called_off();
    line.may_stop = it.waits() || it.acts();
    if (it.waits()) line.trigger = trigger_of(session.lab().faults[i], session.lab());
    lines.push_back(std::move(line));
  }
  const auto rank = [](const MalfunctionLine& line) {
    return line.look == MalfunctionLook::acting ? 0 : line.look == MalfunctionLook::waiting ? 1 : 2;
  };
  std::stable_sort(lines.begin(), lines.end(),
                   [&](const MalfunctionLine& a, const MalfunctionLine& b) { return rank(a) < rank(b); });
  return lines;
}

std::vector<FieldLine> field_lines(const Session& session) {
  std::vector<FieldLine> lines;
  const scenario::Plant& plant = session.room().plant();
  const auto moved = [&plant](const std::string& input) {
    const auto handle = [&](const scenario::Handle& it) { return it.input == input; };
    const auto controller = [&](const scenario::Controller& it) { return it.moves == input; };
    return std::any_of(plant.handles.begin(), plant.handles.end(), handle) ||
           std::any_of(plant.controllers.begin(), plant.controllers.end(), controller);
  };
  const auto inputs = session.simulator().plant().inputs();
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const InputInfo& input = inputs[i];
    if (moved(input.name)) continue;
    lines.push_back({input.name, input_sentence(input.sentence), format_of(input),
                     session.wanted_input(static_cast<int>(i)), input.range.minimum, input.range.maximum});
  }
  return lines;
}

/// The minutes of the last hour and what happened in each.
std::vector<BacktrackPoint> backtrack_points(const Session& session) {
  const double dt = session.scan_length();
  const auto last = static_cast<std::int64_t>(std::floor(session.time() / kMinute));
  const std::int64_t first = std::max<std::int64_t>(0, last - 60);
  std::vector<BacktrackPoint> points;
  for (std::int64_t minute = first; minute <= last; ++minute) {
    BacktrackPoint point;
    point.time = static_cast<double>(minute) * kMinute;
    point.scan = static_cast<std::int64_t>(std::ceil(point.time / dt));
    points.push_back(point);
  }
  const auto count = [&](std::int64_t scan, int BacktrackPoint::*field) {
    if (scan < 0) return;
    const auto minute = static_cast<std::int64_t>(static_cast<double>(scan) * dt / kMinute) - first;
    if (minute >= 0 && minute < static_cast<std::int64_t>(points.size()))
      ++(points[static_cast<std::size_t>(minute)].*field);
  };
  for (const Command& command : session.commands()) count(command.scan, &BacktrackPoint::commands);
  for (const AlarmEntry& entry : session.room_state().alarm_journal)
    if (entry.event == AlarmEvent::raised) count(entry.scan, &BacktrackPoint::alarms);
  for (const TaskProgress& task : session.progress().tasks) count(task.finished, &BacktrackPoint::tasks);
  return points;
}

std::vector<DeedLine> deed_lines(const Session& session) {
  std::vector<DeedLine> lines;
  const std::vector<Command>& commands = session.commands();
  for (auto command = commands.rbegin(); command != commands.rend() && lines.size() < kDeeds; ++command) {
    const DeedLine::By by = command->actor == "instructor"      ? DeedLine::By::instructor
                            : command->actor == "operator_file" ? DeedLine::By::operator_file
                                                                : DeedLine::By::student;
    lines.push_back({seconds_or_none(command->scan, session.scan_length()), by, command_sentence(session, *command)});
  }
  return lines;
}

}  // namespace

std::shared_ptr<const StationFacts> station_facts(const Session& session) {
  auto facts = std::make_shared<StationFacts>();
  const scenario::Plant& plant = session.room().plant();
  for (const InputInfo& input : session.simulator().plant().inputs()) facts->targets.push_back(target_of(input));
  for (const scenario::Instrument& instrument : plant.instruments) {
    if (instrument.works_by_samples()) continue;
    facts->targets.push_back(target_of(instrument));
    facts->subjects.push_back({instrument.tag, instrument.says,
                               number_format(instrument.unit, instrument.range_low, instrument.range_high),
                               instrument.range_low, instrument.range_high});
  }
  for (const scenario::Handle& handle : plant.handles) {
    facts->targets.push_back({handle.tag,
                              handle.says,
                              MalfunctionGroup::handle,
                              {{.kind = EffectKind::handle_stuck, .says = words("station.does_not_move"_word)}}});
    facts->subjects.push_back(
        {handle.tag, handle.says, number_format(handle.unit, handle.low, handle.high), handle.low, handle.high});
  }
  for (const scenario::Interlock& interlock : plant.interlocks) {
    facts->targets.push_back({interlock.tag,
                              interlock.says,
                              MalfunctionGroup::interlock,
                              {{.kind = EffectKind::disable_interlock, .says = words("station.does_not_act"_word)}}});
    facts->facts.push_back({scenario::ConditionKind::tripped, interlock.tag, interlock.says});
  }
  for (const scenario::Task& task : session.lab().tasks) {
    facts->facts.push_back({scenario::ConditionKind::started, task.id, task.says});
    facts->facts.push_back({scenario::ConditionKind::completed, task.id, task.says});
  }
  for (const scenario::Alarm& alarm : plant.alarms)
    facts->facts.push_back({scenario::ConditionKind::alarm_active, alarm.tag, alarm.says});
  return facts;
}

StationState station_state(const Session& session, const std::shared_ptr<const StationFacts>& facts,
                           const std::vector<Snapshot>& snapshots) {
  StationState state;
  state.facts = facts;
  state.malfunctions = malfunction_lines(session);
  state.field = field_lines(session);
  for (const Snapshot& snapshot : snapshots)
    state.snapshots.push_back(
        {snapshot.name, snapshot.says, seconds_or_none(snapshot.scan, session.scan_length()), snapshot.initial});
  state.backtracks = backtrack_points(session);
  for (const InstructorMessage& message : session.instructor_state().messages)
    state.messages.push_back({seconds_or_none(message.sent, session.scan_length()),
                              seconds_or_none(message.confirmed, session.scan_length()), message.text});
  state.deeds = deed_lines(session);
  const std::vector<Command>& commands = session.commands();
  state.interventions = static_cast<int>(std::count_if(commands.begin(), commands.end(), is_intervention)) +
                        session.backtracks_by_instructor();
  return state;
}

void add_grade(const Grade& grade, StationState& state) {
  state.score = grade.score;
  state.total = grade.total;
  state.criteria.clear();
  for (const CriterionGrade& criterion : grade.criteria)
    state.criteria.push_back({criterion.title, criterion.score, criterion.points});
}

MalfunctionOrder order_of(const MalfunctionTarget& target, const MalfunctionKind& kind, double value) {
  MalfunctionOrder order;
  order.effect.kind = kind.kind;
  order.effect.target = target.name;
  if (kind.has_value) order.effect.value = kind.kind == EffectKind::sensor_drift ? value / kHour : value;
  if (kind.kind == EffectKind::sensor_fail) order.effect.value = kind.to_high ? 1.0 : 0.0;
  return order;
}

}  // namespace stillhouse
