#include <limits>

#include "engine/base/error.h"
#include "labs/session/control_room.h"

namespace stillhouse {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

bool waits_for_acknowledge(const stillhouse::Alarm::State& alarm) {
  return alarm.status == AlarmStatus::unacknowledged || alarm.status == AlarmStatus::returned_unacknowledged;
}

}  // namespace

int ControlRoom::position_of(const Tags& tags, const char* what, const std::string& name) {
  const auto place = tags.find(name);
  if (place == tags.end()) throw ModelError(std::string("there is no ") + what + " '" + name + "'");
  return place->second;
}

std::vector<TagReading> ControlRoom::readings(const ControlRoomState& state) const {
  std::vector<TagReading> result;
  result.reserve(instruments_.size());
  for (const scenario::Instrument& instrument : plant_.instruments) result.push_back(*reading(state, instrument.tag));
  return result;
}

std::optional<TagReading> ControlRoom::reading(const ControlRoomState& state, std::string_view tag) const {
  const auto place = instrument_tags_.find(tag);
  if (place == instrument_tags_.end()) return {};
  const Instrument& instrument = instruments_[at(place->second)];
  const scenario::Instrument& lab = plant_.instruments[at(place->second)];
  TagReading result{.tag = lab.tag,
                    .unit = lab.unit,
                    .value = kNothing,
                    .quality = Quality::bad,
                    .low = lab.range_low,
                    .high = lab.range_high};
  const std::size_t device = at(instrument.device);
  switch (instrument.kind) {
    case Kind::transmitter:
      result.value = state.transmitters[device].reading.value;
      result.quality = state.transmitters[device].reading.quality;
      break;
    case Kind::analyser:
      if (const auto sample = analysers_[device].latest(state.analysers[device])) {
        result.value = sample->result.value;
        result.quality = sample->result.quality;
        result.taken_at = sample->taken_at;
      }
      break;
    case Kind::hydrometer:
      if (const auto sample = hydrometers_[device].latest(state.hydrometers[device])) {
        result.value = sample->density;
        result.quality = sample->off_scale ? Quality::saturated : Quality::good;
        result.taken_at = sample->taken_at;
        result.temperature = sample->temperature;
      }
      break;
  }
  return result;
}

SubjectRef ControlRoom::subject(const scenario::Subject& subject) const {
  switch (subject.kind) {
    case scenario::SubjectKind::reading:
      return {subject.kind, position_of(instrument_tags_, "instrument", subject.name)};
    case scenario::SubjectKind::position:
      return {subject.kind, position_of(handle_tags_, "handle", subject.name)};
    case scenario::SubjectKind::setpoint:
    case scenario::SubjectKind::output:
      return {subject.kind, position_of(controller_tags_, "controller", subject.name)};
    case scenario::SubjectKind::phase:
      return {subject.kind, position_of(sequence_tags_, "sequence", subject.name)};
    case scenario::SubjectKind::signal:
    case scenario::SubjectKind::bench:
      break;
  }
  throw ModelError("the control room does not see the plant's own '" + subject.name + "'; it needs an instrument");
}

FactRef ControlRoom::fact(const scenario::Condition& condition) const {
  using scenario::ConditionKind;
  FactRef result{condition.kind, -1, mode_from(condition.mode).value_or(PidMode::manual)};
  switch (condition.kind) {
    case ConditionKind::mode_is:
      result.index = position_of(controller_tags_, "controller", condition.name);
      return result;
    case ConditionKind::alarm_active:
    case ConditionKind::acknowledged:
      if (condition.name != "all") result.index = position_of(alarm_tags_, "alarm", condition.name);
      return result;
    case ConditionKind::sample_taken:
      result.index = position_of(instrument_tags_, "instrument", condition.name);
      if (instruments_[at(result.index)].kind == Kind::transmitter)
        throw ModelError(condition.name + " takes no samples");
      return result;
    case ConditionKind::tripped:
      result.index = position_of(interlock_tags_, "interlock", condition.name);
      return result;
    case ConditionKind::sequence_is:
      result.index = position_of(sequence_tags_, "sequence", condition.name);
      if (const auto mode = sequence_mode(condition.mode)) result.detail = static_cast<int>(*mode);
      return result;
    case ConditionKind::phase_active:
    case ConditionKind::phase_done: {
      result.index = position_of(sequence_tags_, "sequence", condition.name);
      const std::vector<scenario::Phase>& phases = plant_.sequences[at(result.index)].phases;
      for (std::size_t i = 0; i < phases.size(); ++i)
        if (phases[i].id == condition.phase) result.detail = static_cast<int>(i);
      if (result.detail < 0) throw ModelError(condition.name + " has no phase '" + condition.phase + "'");
      return result;
    }
    default:
      throw ModelError("the control room knows no tasks and no faults ('" + condition.name + "')");
  }
}

double ControlRoom::value(const ControlRoomState& state, const SubjectRef& subject) const {
  switch (subject.kind) {
    case scenario::SubjectKind::reading: {
      const Instrument& instrument = instruments_[at(subject.index)];
      const std::size_t device = at(instrument.device);
      if (instrument.kind == Kind::transmitter) return state.transmitters[device].reading.value;
      if (instrument.kind == Kind::analyser) {
        const auto sample = analysers_[device].latest(state.analysers[device]);
        return sample && sample->result.quality != Quality::bad ? sample->result.value : kNothing;
      }
      const auto sample = hydrometers_[device].latest(state.hydrometers[device]);
      return sample ? sample->density : kNothing;
    }
    case scenario::SubjectKind::position:
      return handle_position(state, subject.index);
    case scenario::SubjectKind::setpoint:
      return state.controllers[at(subject.index)].target;
    case scenario::SubjectKind::output:
      return controller_output(state, subject.index);
    case scenario::SubjectKind::phase:
      return static_cast<double>(state.sequences[at(subject.index)].phase + 1);
    case scenario::SubjectKind::signal:
    case scenario::SubjectKind::bench:
      break;
  }
  return kNothing;
}

bool ControlRoom::holds(const ControlRoomState& state, const FactRef& fact) const {
  using scenario::ConditionKind;
  switch (fact.kind) {
    case ConditionKind::mode_is:
      return state.controllers[at(fact.index)].mode == fact.mode;
    case ConditionKind::alarm_active:
      if (fact.index >= 0) return stands(state.alarms[at(fact.index)]);
      for (const auto& alarm : state.alarms)
        if (stands(alarm)) return true;
      return false;
    case ConditionKind::acknowledged:
      if (fact.index >= 0) return !waits_for_acknowledge(state.alarms[at(fact.index)]);
      for (const auto& alarm : state.alarms)
        if (waits_for_acknowledge(alarm)) return false;
      return true;
    case ConditionKind::sample_taken: {
      const Instrument& instrument = instruments_[at(fact.index)];
      const std::size_t device = at(instrument.device);
      return (instrument.kind == Kind::analyser ? state.analysers[device].taken : state.hydrometers[device].taken) > 0;
    }
    case ConditionKind::tripped:
      return interlocks_[at(fact.index)].acts(state.interlocks[at(fact.index)]);
    case ConditionKind::sequence_is:
      return static_cast<int>(state.sequences[at(fact.index)].mode) == fact.detail;
    case ConditionKind::phase_active:
      return sequences_[at(fact.index)].active(state.sequences[at(fact.index)], fact.detail);
    case ConditionKind::phase_done:
      return sequences_[at(fact.index)].done(state.sequences[at(fact.index)], fact.detail);
    default:
      return false;
  }
}

double ControlRoom::controller_output(const ControlRoomState& state, int controller) const {
  const Actuator::Settings& span = spans_[at(controller)].settings();
  return span.low + state.controllers[at(controller)].output * (span.high - span.low);
}

double ControlRoom::handle_position(const ControlRoomState& state, int handle) const {
  return actuators_[at(handle)].input(state.handles[at(handle)]);
}

double ControlRoom::handle_asked(const ControlRoomState& state, int handle) const {
  const scenario::Handle& lab = plant_.handles[at(handle)];
  const bool by_controller = controller_of(handle) >= 0 && holder_of_handle(state, handle).empty();
  const double share = by_controller ? wanted(state, handle) : state.handles[at(handle)].command;
  return lab.low + share * (lab.high - lab.low);
}

std::string_view ControlRoom::holder_of_handle(const ControlRoomState& state, int handle) const {
  const int interlock = forced(state, handle, -1, nullptr);
  return interlock >= 0 ? std::string_view(plant_.interlocks[at(interlock)].tag) : std::string_view();
}

std::vector<double> ControlRoom::numbers(const ControlRoomState& state) const {
  std::vector<double> result;
  const auto add = [&](auto... values) { (result.push_back(static_cast<double>(values)), ...); };
  add(state.scan);
  for (const Transmitter::State& it : state.transmitters)
    add(it.lagged, it.truth, it.aged, it.drifted, it.reading.value, it.reading.quality, it.failure);
  for (const Analyser::State& it : state.analysers) {
    add(it.taken, it.finished, it.line, it.aged, it.drifted, it.failed);
    for (std::int32_t i = 0; i < it.taken; ++i) {
      const Analyser::Sample& sample = it.samples[at(i)];
      add(sample.taken_at, sample.ready_at, sample.captured, sample.result.value, sample.result.quality);
    }
  }
  for (const Hydrometer::State& it : state.hydrometers) {
    add(it.taken, it.finished);
    for (std::int32_t i = 0; i < it.taken; ++i) {
      const Hydrometer::Result& sample = it.results[at(i)];
      add(sample.taken_at, sample.ready_at, sample.density, sample.temperature);
    }
  }
  for (const Pid::State& it : state.controllers)
    add(it.target, it.set_point, it.integral, it.derivative, it.output, it.mode, it.lost, it.tuning.gain,
        it.tuning.integral_time, it.tuning.derivative_time);
  for (const double ratio : state.ratios) add(ratio);
  for (const Program::State& it : state.programs) add(it.set_point, it.soaked, it.segment, it.held);
  for (const LeadLag::State& it : state.feed_forwards) add(it.lagged, it.before);
  for (const OnOff::State& it : state.on_offs) add(it.since, it.on);
  for (const Sequence::State& it : state.sequences) add(it.in_phase, it.since, it.phase, it.done, it.mode, it.fresh);
  for (const ConditionMonitor::State& it : state.sequence_conditions) result.insert(result.end(), it.begin(), it.end());
  for (const Actuator::State& it : state.handles) add(it.command, it.position, it.jammed);
  for (const stillhouse::Interlock::State& it : state.interlocks)
    add(it.causes, it.tripped, it.bypassed, it.disabled, it.first_out);
  for (const ConditionMonitor::State& it : state.causes) result.insert(result.end(), it.begin(), it.end());
  for (const stillhouse::Alarm::State& it : state.alarms)
    add(it.status, it.active, it.condition, it.pending, it.shelved_until);
  return result;
}

}  // namespace stillhouse
