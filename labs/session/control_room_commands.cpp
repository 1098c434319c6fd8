#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "labs/session/control_room.h"

namespace stillhouse {

namespace {

constexpr std::array<std::string_view, 12> kVerbs = {"set",    "setpoint", "output", "mode",   "tune",   "acknowledge",
                                                     "shelve", "unshelve", "reset",  "bypass", "sample", "command"};

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

std::string number(double value, const std::string& symbol) {
  const std::optional<Unit> known = unit_from(symbol);
  return known ? shown(value, *known) : rounded(value, 4);
}

/// The refusal with the limits behind it: "... its upper limit (0 % to 100 %)."
Refusal with_limits(Refusal refusal, double low, double high, const std::string& symbol) {
  const std::string from = number(low, symbol), to = number(high, symbol);
  const auto insert = [](std::string& sentence, std::string_view stop, const std::string& text) {
    if (sentence.ends_with(stop)) sentence.resize(sentence.size() - stop.size());
    sentence += text;
    sentence += stop;
  };
  insert(refusal.en, ".", " (" + from + " to " + to + ")");
  insert(refusal.zh, "。", "（" + from + " 至 " + to + "）");
  return refusal;
}

/// No device of this kind has the tag; the nearest one that has.
Refusal unknown(const std::string& tag, const std::map<std::string, int, std::less<>>& tags, const char* en,
                const char* zh) {
  std::vector<std::string> names;
  for (const auto& [name, index] : tags) names.push_back(name);
  const std::string nearest = nearest_word(tag, names);
  Refusal refusal{std::string("There is no ") + en + " '" + tag + "'", std::string("没有") + zh + "“" + tag + "”"};
  refusal.en += nearest.empty() ? "." : "; did you mean '" + nearest + "'?";
  refusal.zh += nearest.empty() ? "。" : "；是否指“" + nearest + "”？";
  return refusal;
}

/// Tuning with one of its three numbers changed; nothing if the word is none of the three.
std::optional<PidTuning> retuned(PidTuning tuning, const std::string& what, double value) {
  if (what == "gain")
    tuning.gain = value;
  else if (what == "reset")
    tuning.integral_time = value;
  else if (what == "derivative")
    tuning.derivative_time = value;
  else
    return {};
  return tuning;
}

}  // namespace

bool ControlRoom::knows(std::string_view verb) {
  return std::find(kVerbs.begin(), kVerbs.end(), verb) != kVerbs.end();
}

std::optional<Refusal> ControlRoom::query(const ControlRoomState& state, const Command& command) const {
  const auto find = [&command](const Tags& tags) {
    const auto place = tags.find(command.tag);
    return place == tags.end() ? -1 : place->second;
  };
  const std::string& verb = command.verb;
  if (verb == "set") {
    if (const int handle = find(handle_tags_); handle >= 0) return query_set(state, handle, command.value);
    return unknown(command.tag, handle_tags_, "handle", "操作件");
  }
  if (verb == "setpoint" || verb == "output" || verb == "mode" || verb == "tune") {
    if (const int controller = find(controller_tags_); controller >= 0)
      return query_controller(state, controller, command);
    return unknown(command.tag, controller_tags_, "controller", "控制器");
  }
  if (verb == "acknowledge" || verb == "shelve" || verb == "unshelve") return query_alarm(state, command);
  if (verb == "reset" || verb == "bypass") {
    if (const int interlock = find(interlock_tags_); interlock >= 0) return query_interlock(state, interlock, command);
    return unknown(command.tag, interlock_tags_, "interlock", "联锁");
  }
  if (verb == "command") return query_sequence(state, command);
  if (verb == "sample") {
    if (const int instrument = find(instrument_tags_); instrument >= 0) return query_sample(state, instrument);
    return unknown(command.tag, instrument_tags_, "instrument", "仪表");
  }
  return Refusal{"There is no command '" + verb + "'.", "没有命令“" + verb + "”。"};
}

std::optional<Refusal> ControlRoom::query_set(const ControlRoomState& state, int handle, double value) const {
  const scenario::Handle& lab = plant_.handles[at(handle)];
  if (const int interlock = forced(state, handle, -1, nullptr); interlock >= 0) {
    const std::string& tag = plant_.interlocks[at(interlock)].tag;
    return Refusal{"Interlock " + tag + " holds " + lab.tag + "; remove the cause and reset it first.",
                   "联锁 " + tag + " 占用 " + lab.tag + "；请先消除原因并复位。"};
  }

  // a handle that a controller moves is reached through the controller
  const int controller = handles_[at(handle)].controller;
  if (controller >= 0) {
    const std::string& tag = plant_.controllers[at(controller)].tag;
    if (state.controllers[at(controller)].mode != PidMode::manual)
      return Refusal{tag + " is in automatic and moves " + lab.tag + "; switch " + tag + " to manual first.",
                     tag + " 处于自动并控制 " + lab.tag + "；请先将 " + tag + " 切换到手动。"};
    if (handles_[at(handle)].part >= 0) {
      // within the handle's own range; the output follows it
      const Actuator& actuator = actuators_[at(handle)];
      if (const auto refusal = actuator.may_command(state.handles[at(handle)], actuator.fraction(value)))
        return with_limits(*refusal, lab.low, lab.high, lab.unit);
      const Actuator::Settings& span = spans_[at(controller)].settings();
      return query_output(state, controller, span.low + output_for(handle, value) * (span.high - span.low));
    }
    return query_output(state, controller, value);
  }

  if (lab.kind == scenario::HandleKind::on_off_switch && value != lab.low && value != lab.high)
    return Refusal{lab.tag + " is a switch: it is on or off.", lab.tag + " 是开关，只有开和关。"};
  const Actuator& actuator = actuators_[at(handle)];
  if (const auto refusal = actuator.may_command(state.handles[at(handle)], actuator.fraction(value)))
    return with_limits(*refusal, lab.low, lab.high, lab.unit);
  return {};
}

std::optional<Refusal> ControlRoom::query_output(const ControlRoomState& state, int controller, double value) const {
  const scenario::Controller& lab = plant_.controllers[at(controller)];
  const Pid& pid = pids_[at(controller)];
  const Pid::State& pid_state = state.controllers[at(controller)];
  const int secondary = controllers_[at(controller)].secondary;
  if (secondary >= 0 && state.controllers[at(secondary)].mode != PidMode::cascade)
    return Refusal{
        lab.secondary + " is not in cascade, and " + lab.tag + " follows its set-point; put " + lab.secondary +
            " into cascade first.",
        lab.secondary + " 不在串级，" + lab.tag + " 跟随其设定值；请先将 " + lab.secondary + " 切换到串级。"};
  if (lab.two_position && value != lab.output_low && value != lab.output_high && pid_state.mode == PidMode::manual)
    return Refusal{lab.tag + " has two positions: " + number(lab.output_low, lab.output_unit) + " and " +
                       number(lab.output_high, lab.output_unit) + ".",
                   lab.tag + " 只有两个位置：" + number(lab.output_low, lab.output_unit) + " 和 " +
                       number(lab.output_high, lab.output_unit) + "。"};
  const auto refusal = pid.may_output(pid_state, spans_[at(controller)].fraction(value));
  const bool by_limits = refusal && !pid_state.tracking && pid_state.mode == PidMode::manual;
  return by_limits ? with_limits(*refusal, lab.output_low, lab.output_high, lab.output_unit) : refusal;
}

std::optional<Refusal> ControlRoom::query_controller(const ControlRoomState& state, int controller,
                                                     const Command& command) const {
  const scenario::Controller& lab = plant_.controllers[at(controller)];
  const Pid& pid = pids_[at(controller)];
  const Pid::State& pid_state = state.controllers[at(controller)];
  if (command.verb == "output") return query_output(state, controller, command.value);
  if (command.verb == "setpoint") {
    const auto refusal = pid.may_set_point(pid_state, command.value);
    const bool is_within =
        command.value >= pid.settings().set_point_low && command.value <= pid.settings().set_point_high;
    if (!refusal || is_within) return refusal;
    return with_limits(*refusal, pid.settings().set_point_low, pid.settings().set_point_high, lab.setpoint_unit);
  }
  if (command.verb == "mode") return query_mode(state, controller, command.text);
  if (command.verb == "tune" && command.text == "ratio" && lab.ratio) {
    if (command.value >= 0.0 && std::isfinite(command.value)) return {};
    return Refusal{"The ratio must not be negative.", "比值不得为负。"};
  }
  if (lab.two_position)
    return Refusal{lab.tag + " switches between two positions; there is nothing to tune.",
                   lab.tag + " 是两位式控制器，无可整定参数。"};
  if (!lab.schedule.empty())
    return Refusal{lab.tag + " is tuned by its gain schedule over " + lab.scheduled_by + ".",
                   lab.tag + " 由增益调度表按 " + lab.scheduled_by + " 整定。"};
  const auto tuning = retuned(pid_state.tuning, command.text, command.value);
  if (!tuning)
    return Refusal{"What is tuned is gain, reset or derivative.",
                   "可整定的是 gain（增益）、reset（积分）、derivative（微分）。"};
  return pid.may_tune(pid_state, *tuning);
}

std::optional<Refusal> ControlRoom::query_mode(const ControlRoomState& state, int controller,
                                               const std::string& text) const {
  const Pid& pid = pids_[at(controller)];
  const std::optional<PidMode> mode = mode_from(text);
  if (mode) return pid.may_mode(state.controllers[at(controller)], *mode);
  if (!pid.settings().has_remote)
    return Refusal{"The mode is auto or manual.", "方式只有自动（auto）和手动（manual）。"};
  return Refusal{"The mode is auto, manual or cascade.", "方式只有自动（auto）、手动（manual）和串级（cascade）。"};
}

std::optional<Refusal> ControlRoom::query_sequence(const ControlRoomState& state, const Command& command) const {
  const auto place = sequence_tags_.find(command.tag);
  if (place == sequence_tags_.end()) return unknown(command.tag, sequence_tags_, "sequence", "程序");
  const std::optional<Sequence::Order> order = sequence_order(command.text);
  if (order) return may_order(state, place->second, *order);
  return Refusal{"The orders of a sequence are start, hold, restart, abort and reset.",
                 "程序的命令是启动（start）、保持（hold）、继续（restart）、中止（abort）和复位（reset）。"};
}

std::optional<Refusal> ControlRoom::query_alarm(const ControlRoomState& state, const Command& command) const {
  if (command.verb == "acknowledge" && command.tag == "all") {
    for (std::size_t i = 0; i < alarms_.size(); ++i)
      if (!alarms_[i].may_acknowledge(state.alarms[i])) return {};
    return Refusal{"There is nothing to acknowledge.", "没有需要确认的报警。"};
  }
  const auto place = alarm_tags_.find(command.tag);
  if (place == alarm_tags_.end()) return unknown(command.tag, alarm_tags_, "alarm", "报警");
  const stillhouse::Alarm& alarm = alarms_[at(place->second)];
  const stillhouse::Alarm::State& alarm_state = state.alarms[at(place->second)];
  if (command.verb == "acknowledge") return alarm.may_acknowledge(alarm_state);
  if (command.verb == "shelve") return alarm.may_shelve(alarm_state, command.value, command.text.c_str());
  return alarm.may_unshelve(alarm_state);
}

std::optional<Refusal> ControlRoom::query_interlock(const ControlRoomState& state, int interlock,
                                                    const Command& command) const {
  const stillhouse::Interlock::State& interlock_state = state.interlocks[at(interlock)];
  if (command.verb == "reset") return interlocks_[at(interlock)].may_reset(interlock_state);
  return interlocks_[at(interlock)].may_bypass(interlock_state, command.value != 0.0);
}

std::optional<Refusal> ControlRoom::query_sample(const ControlRoomState& state, int instrument) const {
  const Instrument& it = instruments_[at(instrument)];
  const std::size_t device = at(it.device);
  const std::int64_t scan = state.scan + 1;
  switch (it.kind) {
    case Kind::transmitter:
      break;
    case Kind::analyser:
      if (state.analyser_asked[device]) return Refusal{"A sample is being drawn already.", "正在取样。"};
      return analysers_[device].may_sample(state.analysers[device], scan);
    case Kind::hydrometer:
      if (state.hydrometer_asked[device]) return Refusal{"A sample is being drawn already.", "正在取样。"};
      return hydrometers_[device].may_sample(state.hydrometers[device], state.densities[device], scan);
  }
  const std::string& tag = plant_.instruments[at(instrument)].tag;
  return Refusal{tag + " measures all the time; it takes no samples.", tag + " 是连续测量仪表，不取样。"};
}

void ControlRoom::execute(ControlRoomState& state, const Command& command) const {
  const std::string& verb = command.verb;
  if (verb == "set") {
    const int handle = handle_tags_.at(command.tag);
    const int controller = handles_[at(handle)].controller;
    if (controller >= 0) {
      pids_[at(controller)].output(state.controllers[at(controller)], output_for(handle, command.value));
    } else {
      const Actuator& actuator = actuators_[at(handle)];
      actuator.command(state.handles[at(handle)], actuator.fraction(command.value));
    }
  } else if (verb == "setpoint" || verb == "output" || verb == "mode" || verb == "tune") {
    const std::size_t controller = at(controller_tags_.at(command.tag));
    const Pid& pid = pids_[controller];
    Pid::State& pid_state = state.controllers[controller];
    if (verb == "setpoint") pid.set_point(pid_state, command.value);
    if (verb == "output") pid.output(pid_state, spans_[controller].fraction(command.value));
    if (verb == "mode") change_mode(state, static_cast<int>(controller), *mode_from(command.text));
    if (verb == "tune" && command.text == "ratio") {
      state.ratios[at(controllers_[controller].ratio)] = command.value;
    } else if (verb == "tune") {
      if (const auto tuning = retuned(pid_state.tuning, command.text, command.value)) pid.tune(pid_state, *tuning);
    }
  } else if (verb == "acknowledge") {
    for (std::size_t i = 0; i < alarms_.size(); ++i) {
      const bool meant = command.tag == "all" || plant_.alarms[i].tag == command.tag;
      if (!meant || alarms_[i].may_acknowledge(state.alarms[i])) continue;
      note(state, static_cast<int>(i), alarms_[i].acknowledge(state.alarms[i], command.scan), command.scan, {});
    }
  } else if (verb == "shelve" || verb == "unshelve") {
    const int alarm = alarm_tags_.at(command.tag);
    stillhouse::Alarm::State& alarm_state = state.alarms[at(alarm)];
    const AlarmEvent event = verb == "shelve" ? alarms_[at(alarm)].shelve(alarm_state, command.value, dt_, command.scan)
                                              : alarms_[at(alarm)].unshelve(alarm_state);
    note(state, alarm, event, command.scan, command.text);
  } else if (verb == "reset" || verb == "bypass") {
    const int interlock = interlock_tags_.at(command.tag);
    stillhouse::Interlock::State& interlock_state = state.interlocks[at(interlock)];
    const bool bypass = command.value != 0.0;
    if (verb == "reset") interlocks_[at(interlock)].reset(interlock_state);
    if (verb == "bypass") interlocks_[at(interlock)].bypass(interlock_state, bypass);
    const TripEntry::Event event = verb == "reset" ? TripEntry::Event::reset
                                   : bypass        ? TripEntry::Event::bypassed
                                                   : TripEntry::Event::unbypassed;
    state.trip_journal.push_back({command.scan, interlock, event, -1});
  } else if (verb == "command") {
    order(state, sequence_tags_.at(command.tag), *sequence_order(command.text), command.scan);
  } else if (verb == "sample") {
    const Instrument& instrument = instruments_[at(instrument_tags_.at(command.tag))];
    if (instrument.kind == Kind::analyser) state.analyser_asked[at(instrument.device)] = 1;
    if (instrument.kind == Kind::hydrometer) state.hydrometer_asked[at(instrument.device)] = 1;
  }
}

bool ControlRoom::begin(ControlRoomState& state, const scenario::Effect& effect) const {
  using scenario::EffectKind;
  switch (effect.kind) {
    case EffectKind::handle_stuck:
      state.handles[at(handle_tags_.at(effect.target))].jammed = true;
      return true;
    case EffectKind::disable_interlock:
      state.interlocks[at(interlock_tags_.at(effect.target))].disabled = true;
      return true;
    case EffectKind::sensor_drift:
    case EffectKind::sensor_stuck:
    case EffectKind::sensor_fail:
    case EffectKind::sensor_burst:
    case EffectKind::sensor_spike:
      break;
    default:
      return false;
  }
  const Instrument& instrument = instruments_[at(instrument_tags_.at(effect.target))];
  const std::size_t device = at(instrument.device);
  if (instrument.kind == Kind::transmitter) {
    TransmitterFailure failure = TransmitterFailure::stuck;
    if (effect.kind == EffectKind::sensor_drift) failure = TransmitterFailure::drift;
    if (effect.kind == EffectKind::sensor_burst) failure = TransmitterFailure::burst;
    if (effect.kind == EffectKind::sensor_spike) failure = TransmitterFailure::spike;
    if (effect.kind == EffectKind::sensor_fail)
      failure = effect.value > 0.5 ? TransmitterFailure::high : TransmitterFailure::low;
    // an orifice meter's transmitter measures a pressure difference: the same share of its range
    const scenario::Instrument& lab = plant_.instruments[at(instrument_tags_.at(effect.target))];
    const bool orifice = lab.kind == scenario::InstrumentKind::orifice_meter;
    const double amount = orifice ? effect.value * lab.dp_full / lab.range_high : effect.value;
    transmitters_[device].fail(state.transmitters[device], failure, amount, effect.duration);
  }
  if (instrument.kind == Kind::analyser) {
    // an analyser drifts, or it is out of order
    if (effect.kind == EffectKind::sensor_drift)
      state.analysers[device].drift_rate = effect.value;
    else
      state.analysers[device].failed = true;
  }
  return true;
}

bool ControlRoom::end(ControlRoomState& state, const scenario::Effect& effect) const {
  using scenario::EffectKind;
  switch (effect.kind) {
    case EffectKind::handle_stuck:
      state.handles[at(handle_tags_.at(effect.target))].jammed = false;
      return true;
    case EffectKind::disable_interlock:
      state.interlocks[at(interlock_tags_.at(effect.target))].disabled = false;
      return true;
    case EffectKind::sensor_drift:
    case EffectKind::sensor_stuck:
    case EffectKind::sensor_fail:
    case EffectKind::sensor_burst:
    case EffectKind::sensor_spike:
      break;
    default:
      return false;
  }
  const Instrument& instrument = instruments_[at(instrument_tags_.at(effect.target))];
  const std::size_t device = at(instrument.device);
  if (instrument.kind == Kind::transmitter)
    transmitters_[device].fail(state.transmitters[device], TransmitterFailure::none);
  if (instrument.kind == Kind::analyser) {
    state.analysers[device].drift_rate = state.analysers[device].drifted = 0.0;
    state.analysers[device].failed = false;
  }
  return true;
}

}  // namespace stillhouse
