#include "labs/session/control_room.h"

#include <algorithm>
#include <cmath>

#include "labs/session/room_view.h"
#include "models/control/cascade.h"

namespace stillhouse {

namespace {

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// Whether a scheduled tuning has moved enough to be put in, which costs a controller its derivative for a scan.
bool moved(const PidTuning& wanted, const PidTuning& present) {
  constexpr double kShare = 0.02;
  const auto apart = [](double a, double b) { return std::abs(a - b) > kShare * std::max(std::abs(a), std::abs(b)); };
  return apart(wanted.gain, present.gain) || apart(wanted.integral_time, present.integral_time) ||
         apart(wanted.derivative_time, present.derivative_time);
}

}  // namespace

ControlRoomState ControlRoom::initial(const TruthView& truth) const {
  ControlRoomState state;
  state.transmitters.resize(transmitters_.size());
  state.analysers.resize(analysers_.size());
  state.hydrometers.resize(hydrometers_.size());
  state.analyser_asked.resize(analysers_.size());
  state.hydrometer_asked.resize(hydrometers_.size());
  state.densities.resize(hydrometers_.size());
  state.interlocks.resize(interlocks_.size());
  state.alarms.resize(alarms_.size());
  for (const ConditionMonitor& monitor : monitors_) state.causes.push_back(monitor.initial());
  for (const Pid& pid : pids_) state.controllers.push_back(pid.initial());
  for (const scenario::Controller& controller : plant_.controllers)
    if (controller.ratio) state.ratios.push_back(controller.ratio->ratio);
  state.programs.resize(programs_.size());
  state.feed_forwards.resize(lead_lags_.size());
  for (const OnOff& it : two_positions_) state.on_offs.push_back(it.initial());
  state.sequences.resize(sequences_.size());
  for (const ConditionMonitor& monitor : sequence_monitors_) state.sequence_conditions.push_back(monitor.initial());
  for (const Actuator& actuator : actuators_) state.handles.push_back(actuator.initial());

  // the instruments are on; no time passes, nothing drifts
  for (const Instrument& instrument : instruments_) {
    const double value = truth(instrument.signal);
    const std::size_t device = at(instrument.device);
    if (instrument.kind == Kind::transmitter) measure(instrument, truth, 0.0, -1, state);
    if (instrument.kind == Kind::analyser) analysers_[device].scan(state.analysers[device], value, 0.0, -1);
    if (instrument.kind == Kind::hydrometer) state.densities[device] = value;
  }

  // the controllers have seen them, and what a controller moves is told where to go
  for (const int i : order_) {
    const Controller& controller = controllers_[at(i)];
    if (controller.program >= 0 && state.controllers[at(i)].mode == PidMode::cascade)
      programs_[at(controller.program)].start(state.programs[at(controller.program)], state.controllers[at(i)].target);
    scan_controller(state, i);
    if (controller.handle >= 0)
      actuators_[at(controller.handle)].command(state.handles[at(controller.handle)], wanted(state, controller.handle));
    for (const int handle : controller.split_handles)
      actuators_[at(handle)].command(state.handles[at(handle)], wanted(state, handle));
  }
  return state;
}

void ControlRoom::scan(const TruthView& truth, std::int64_t scan, ControlRoomState& state,
                       std::span<double> inputs) const {
  scan_instruments(truth, scan, state);
  scan_interlocks(scan, state);
  scan_sequences(scan, state);
  scan_controllers(state, inputs);
  scan_handles(state, inputs);
  scan_alarms(scan, state);
  state.scan = scan;
}

void ControlRoom::measure(const Instrument& instrument, const TruthView& truth, double dt, std::int64_t scan,
                          ControlRoomState& state) const {
  const std::size_t device = at(instrument.device);
  const Sensor& sensor = sensors_[device];
  Transmitter::State& transmitter = state.transmitters[device];
  const double density = instrument.density >= 0 ? truth(instrument.density) : 0.0;
  const double sensed = sensor.sensed(truth(instrument.signal), density);
  transmitters_[device].scan(transmitter, sensed, dt, instrument.random, scan);

  // a reading that stands is shown already
  if (std::isfinite(sensed) && transmitter.failure != TransmitterFailure::stuck)
    transmitter.reading.value = sensor.shown(transmitter.reading.value);
}

void ControlRoom::scan_instruments(const TruthView& truth, std::int64_t scan, ControlRoomState& state) const {
  for (const Instrument& instrument : instruments_) {
    const double value = truth(instrument.signal);
    const std::size_t device = at(instrument.device);
    switch (instrument.kind) {
      case Kind::transmitter:
        measure(instrument, truth, dt_, scan, state);
        break;
      case Kind::analyser:
        analysers_[device].scan(state.analysers[device], value, dt_, scan);
        if (state.analyser_asked[device])
          analysers_[device].sample(state.analysers[device], dt_, instrument.random, scan);
        state.analyser_asked[device] = 0;
        break;
      case Kind::hydrometer:
        hydrometers_[device].scan(state.hydrometers[device], scan);
        if (state.hydrometer_asked[device])
          hydrometers_[device].sample(state.hydrometers[device], value, truth(instrument.temperature), dt_,
                                      instrument.random, scan);
        state.hydrometer_asked[device] = 0;
        state.densities[device] = value;
        break;
    }
  }
}

void ControlRoom::scan_interlocks(std::int64_t scan, ControlRoomState& state) const {
  const RoomView view(*this, state);
  for (std::size_t i = 0; i < interlocks_.size(); ++i) {
    std::uint32_t causes = 0, failed = 0;
    for (std::size_t part = 0; part < causes_[i].monitors.size(); ++part) {
      const std::size_t monitor = at(causes_[i].monitors[part]);
      if (monitors_[monitor].scan(state.causes[monitor], view, scan)) causes |= 1u << part;
      for (const int transmitter : causes_[i].transmitters[part]) {
        const Reading& reading = state.transmitters[at(transmitter)].reading;
        if (reading.quality == Quality::bad || !std::isfinite(reading.value)) failed |= 1u << part;
      }
    }
    stillhouse::Interlock::State& interlock = state.interlocks[i];
    const auto change = interlocks_[i].scan(interlock, causes, dt_, scan, failed);
    if (change == stillhouse::Interlock::Change::tripped)
      state.trip_journal.push_back({scan, static_cast<int>(i), TripEntry::Event::tripped, interlock.first_out});
    if (change == stillhouse::Interlock::Change::ended)
      state.trip_journal.push_back({scan, static_cast<int>(i), TripEntry::Event::ended, -1});
  }
}

int ControlRoom::forced(const ControlRoomState& state, int handle, int input, double* value) const {
  for (std::size_t i = 0; i < interlocks_.size(); ++i) {
    if (!interlocks_[i].acts(state.interlocks[i])) continue;
    for (const Force& force : causes_[i].forces) {
      const bool same = handle >= 0 ? force.handle == handle : input >= 0 && force.input == input;
      if (!same) continue;
      if (value != nullptr) *value = force.value;
      return static_cast<int>(i);
    }
  }
  return -1;
}

void ControlRoom::scan_controllers(ControlRoomState& state, std::span<double> inputs) const {
  for (const int i : order_) {
    const Controller& controller = controllers_[at(i)];
    if (controller.program >= 0 && state.controllers[at(i)].mode == PidMode::cascade)
      programs_[at(controller.program)].scan(state.programs[at(controller.program)],
                                             state.transmitters[at(controller.instrument)].reading, dt_);
    scan_controller(state, i);
    if (controller.input >= 0) inputs[at(controller.input)] = controller_output(state, i);
  }
}

void ControlRoom::scan_controller(ControlRoomState& state, int index) const {
  const Controller& controller = controllers_[at(index)];
  const Pid& pid = pids_[at(index)];
  Pid::State& own = state.controllers[at(index)];
  const Reading& reading = state.transmitters[at(controller.instrument)].reading;

  if (controller.schedule >= 0) {
    const Reading& followed = state.transmitters[at(controller.scheduled_by)].reading;
    const PidTuning tuning = schedules_[at(controller.schedule)].tuning(followed.value);
    if (followed.quality != Quality::bad && moved(tuning, own.tuning)) pid.tune(own, tuning);
  }

  // a disturbance that is not measured any more is taken to stay where it was
  std::optional<double> forward;
  if (controller.feed_forward >= 0) {
    LeadLag::State& correction = state.feed_forwards[at(controller.feed_forward)];
    const Reading& disturbance = state.transmitters[at(controller.disturbance)].reading;
    const bool lost = disturbance.quality == Quality::bad && correction.started;
    const double departure = lost ? correction.before : (disturbance.value - controller.rest) / controller.span;
    forward = lead_lags_[at(controller.feed_forward)].scan(correction, departure, dt_);
  }

  std::optional<double> tracked = forced_output(state, index);
  if (controller.secondary >= 0)
    tracked = Cascade(pid, pids_[at(controller.secondary)])
                  .held(own, state.controllers[at(controller.secondary)], reading, dt_,
                        forced_output(state, controller.secondary).has_value(), forward);
  pid.scan(own, reading, dt_, tracked, remote(state, index), forward, free_output(state, index));

  // two positions: on and off by its own rule in automatic, as somebody else says otherwise; off when it has gone blind
  if (controller.two_position < 0) return;
  const OnOff& switching = two_positions_[at(controller.two_position)];
  OnOff::State& position = state.on_offs[at(controller.two_position)];
  if (own.lost && !own.tracking) own.output = 0.0;
  position.set_point = own.set_point;
  if (own.mode == PidMode::manual || own.tracking)
    switching.follow(position, own.output > 0.5, dt_);
  else
    own.output = switching.scan(position, reading, dt_) ? 1.0 : 0.0;
}

double ControlRoom::wanted(const ControlRoomState& state, int index) const {
  const Handle& handle = handles_[at(index)];
  const double output = controller_output(state, handle.controller);
  if (handle.part < 0) return actuators_[at(index)].fraction(output);
  return splits_[at(controllers_[at(handle.controller)].split)].position(at(handle.part), output);
}

double ControlRoom::output_for(int index, double value) const {
  const Handle& handle = handles_[at(index)];
  const Actuator& span = spans_[at(handle.controller)];
  if (handle.part < 0) return span.fraction(value);
  const SplitRange& split = splits_[at(controllers_[at(handle.controller)].split)];
  return span.fraction(split.output(at(handle.part), actuators_[at(index)].fraction(value)));
}

std::uint32_t ControlRoom::held_parts(const ControlRoomState& state, int index,
                                      std::array<double, SplitRange::kElements>& positions) const {
  std::uint32_t held = 0;
  const std::vector<int>& handles = controllers_[at(index)].split_handles;
  for (std::size_t part = 0; part < handles.size(); ++part) {
    double value = 0.0;
    if (forced(state, handles[part], -1, &value) < 0) continue;
    held |= 1u << part;
    positions[part] = actuators_[at(handles[part])].fraction(value);
  }
  return held;
}

std::optional<OutputLimits> ControlRoom::free_output(const ControlRoomState& state, int index) const {
  const Controller& controller = controllers_[at(index)];
  if (controller.split < 0) return {};
  std::array<double, SplitRange::kElements> positions{};
  const std::uint32_t held = held_parts(state, index, positions);
  const std::optional<OutputLimits> ends = held == 0 ? std::nullopt : splits_[at(controller.split)].free(held);
  if (!ends) return {};
  const Actuator& span = spans_[at(index)];
  return OutputLimits{std::clamp(span.fraction(ends->low), 0.0, 1.0), std::clamp(span.fraction(ends->high), 0.0, 1.0)};
}

std::optional<double> ControlRoom::forced_output(const ControlRoomState& state, int index) const {
  const Controller& controller = controllers_[at(index)];
  if (controller.split >= 0) {
    // the controller works on while one of its handles is free
    const SplitRange& split = splits_[at(controller.split)];
    std::array<double, SplitRange::kElements> positions{};
    const std::uint32_t held = held_parts(state, index, positions);
    if (held == 0 || split.free(held)) return {};
    return std::clamp(spans_[at(index)].fraction(split.followed(positions, controller_output(state, index))), 0.0, 1.0);
  }
  double value = 0.0;
  if (forced(state, controller.handle, controller.input, &value) < 0) return {};
  return std::clamp(spans_[at(index)].fraction(value), 0.0, 1.0);
}

std::optional<double> ControlRoom::remote(const ControlRoomState& state, int index) const {
  const Controller& controller = controllers_[at(index)];
  if (controller.primary >= 0)
    return Cascade(pids_[at(controller.primary)], pids_[at(index)]).remote(state.controllers[at(controller.primary)]);
  if (controller.program >= 0) return state.programs[at(controller.program)].set_point;
  if (controller.ratio < 0) return {};

  // a wild flow that is not measured any more leaves the set point where it was
  const Reading& wild = state.transmitters[at(controller.wild)].reading;
  if (wild.quality == Quality::bad) return {};
  const scenario::Controller& lab = plant_.controllers[at(index)];
  return ratio_set_point(wild.value, state.ratios[at(controller.ratio)], lab.ratio->bias, lab.setpoint_low,
                         lab.setpoint_high);
}

void ControlRoom::change_mode(ControlRoomState& state, int index, PidMode mode) const {
  const Controller& controller = controllers_[at(index)];
  Pid::State& pid = state.controllers[at(index)];
  if (controller.program >= 0 && mode == PidMode::cascade && pid.mode != PidMode::cascade)
    programs_[at(controller.program)].start(state.programs[at(controller.program)], pid.target);
  pids_[at(index)].mode(pid, mode);
}

void ControlRoom::scan_handles(ControlRoomState& state, std::span<double> inputs) const {
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    const Handle& handle = handles_[i];
    const Actuator& actuator = actuators_[i];
    if (handle.controller >= 0) actuator.command(state.handles[i], wanted(state, static_cast<int>(i)));

    double value = 0.0;
    std::optional<double> force;
    const int interlock = forced(state, static_cast<int>(i), -1, &value);
    if (interlock >= 0) {
      force = actuator.fraction(value);
      // after a latched trip the operator begins where the interlock left off, and not where he was before
      if (interlocks_[at(interlock)].settings().latched) actuator.command(state.handles[i], *force);
    }
    inputs[at(handle.input)] = actuator.scan(state.handles[i], dt_, force);
  }

  // inputs of the plant that an interlock forces without a handle
  for (std::size_t i = 0; i < interlocks_.size(); ++i) {
    if (!interlocks_[i].acts(state.interlocks[i])) continue;
    for (const Force& force : causes_[i].forces)
      if (force.input >= 0) inputs[at(force.input)] = force.value;
  }
}

void ControlRoom::scan_alarms(std::int64_t scan, ControlRoomState& state) const {
  for (std::size_t i = 0; i < alarms_.size(); ++i) {
    const int instrument = alarm_instruments_[i];
    const SubjectRef subject{scenario::SubjectKind::reading, instrument};
    Reading reading{value(state, subject), Quality::good};
    const Instrument& source = instruments_[at(instrument)];
    if (source.kind == Kind::transmitter) reading = state.transmitters[at(source.device)].reading;
    // a sample that has not come yet says nothing
    if (!(reading.value == reading.value)) reading.quality = Quality::bad;
    const std::optional<AlarmEvent> event = alarms_[i].scan(state.alarms[i], reading, dt_, scan);
    if (event) note(state, static_cast<int>(i), *event, scan, {});
  }
}

void ControlRoom::note(ControlRoomState& state, int alarm, AlarmEvent event, std::int64_t scan,
                       const std::string& reason) const {
  state.alarm_journal.push_back({scan, alarm, event, reason});
}

}  // namespace stillhouse
