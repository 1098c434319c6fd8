#include "labs/session/control_room.h"

#include <algorithm>
#include <limits>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

/// Runs `build` and puts the tag before what it throws.
template <class Build>
void for_tag(const std::string& tag, const Build& build) {
  try {
    build();
  } catch (const ModelError& error) {
    throw ModelError(tag + ": " + error.what());
  }
}

int found(int index, const char* what, const std::string& name) {
  if (index < 0) throw ModelError(std::string("the plant has no ") + what + " '" + name + "'");
  return index;
}

template <class Devices>
int size_of(const Devices& devices) {
  return static_cast<int>(devices.size());
}

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// What an interlock's condition sees: this room and nothing else.
class RoomView : public ConditionView {
 public:
  RoomView(const ControlRoom& room, const ControlRoomState& state) : room_(room), state_(state) {}
  double value(const SubjectRef& subject) const override { return room_.value(state_, subject); }
  bool holds(const FactRef& fact) const override { return room_.holds(state_, fact); }

 private:
  const ControlRoom& room_;
  const ControlRoomState& state_;
};

AlarmPriority priority_of(scenario::AlarmPriority priority) {
  switch (priority) {
    case scenario::AlarmPriority::low:
      return AlarmPriority::low;
    case scenario::AlarmPriority::medium:
      return AlarmPriority::medium;
    case scenario::AlarmPriority::high:
      return AlarmPriority::high;
    case scenario::AlarmPriority::critical:
      return AlarmPriority::critical;
  }
  return AlarmPriority::medium;
}

}  // namespace

ControlRoom::ControlRoom(const scenario::Plant& plant, const PlantDirectory& directory, std::uint64_t seed,
                         double scan_length)
    : plant_(plant), dt_(scan_length) {
  add_instruments(directory, seed);
  add_handles(directory);
  add_controllers(directory);
  add_alarms();
  add_interlocks(directory);
}

void ControlRoom::add_instruments(const PlantDirectory& directory, std::uint64_t seed) {
  for (const scenario::Instrument& it : plant_.instruments) {
    for_tag(it.tag, [&] {
      const int signal = found(directory.signal(it.signal), "signal", it.signal);
      const double bias = RandomStream(seed, it.tag + ".bias").symmetric(it.bias_spread, 0);
      const int sample_limit = it.budget > 0 ? it.budget : Analyser::kSamples;
      Instrument instrument{Kind::transmitter, 0, signal, -1, RandomStream(seed, it.tag)};
      if (it.kind == scenario::InstrumentKind::analyser) {
        instrument.kind = Kind::analyser;
        instrument.device = size_of(analysers_);
        analysers_.emplace_back(Analyser::Settings{.low = it.range_low,
                                                   .high = it.range_high,
                                                   .line_lag = it.lag,
                                                   .delay = it.delay,
                                                   .noise = it.noise,
                                                   .bias = bias,
                                                   .drift = it.drift,
                                                   .resolution = it.resolution,
                                                   .budget = sample_limit});
      } else if (it.kind == scenario::InstrumentKind::hydrometer) {
        instrument.kind = Kind::hydrometer;
        instrument.device = size_of(hydrometers_);
        instrument.temperature = found(directory.signal(it.temperature_signal), "signal", it.temperature_signal);
        hydrometers_.emplace_back(Hydrometer::Settings{.low = it.range_low,
                                                       .high = it.range_high,
                                                       .division = it.resolution,
                                                       .noise = it.noise,
                                                       .bias = bias,
                                                       .delay = it.delay,
                                                       .budget = sample_limit});
      } else {
        instrument.device = size_of(transmitters_);
        transmitters_.emplace_back(Transmitter::Settings{.low = it.range_low,
                                                         .high = it.range_high,
                                                         .lag = it.lag,
                                                         .noise = it.noise,
                                                         .bias = bias,
                                                         .resolution = it.resolution,
                                                         .drift = it.drift});
      }
      instrument_tags_.emplace(it.tag, size_of(instruments_));
      instruments_.push_back(instrument);
    });
  }
}

void ControlRoom::add_handles(const PlantDirectory& directory) {
  for (const scenario::Handle& it : plant_.handles) {
    for_tag(it.tag, [&] {
      Actuator::Settings settings{.low = it.low, .high = it.high, .stroke = it.stroke};
      settings.initial = Actuator(settings).fraction(it.start);
      actuators_.emplace_back(settings);
      handle_tags_.emplace(it.tag, size_of(handles_));
      handles_.push_back({found(directory.input(it.input), "input", it.input), -1});
    });
  }
}

void ControlRoom::add_controllers(const PlantDirectory& directory) {
  for (const scenario::Controller& it : plant_.controllers) {
    for_tag(it.tag, [&] {
      const int position = size_of(controllers_);
      const Instrument& instrument = instruments_[at(position_of(instrument_tags_, "instrument", it.reads))];
      if (instrument.kind != Kind::transmitter) throw ModelError(it.reads + " works by samples: nothing to control by");
      Controller controller{instrument.device};
      if (it.moves_handle) {
        controller.handle = position_of(handle_tags_, "handle", it.moves);
        Handle& handle = handles_[at(controller.handle)];
        if (handle.controller >= 0) throw ModelError(it.moves + " is moved by another controller already");
        handle.controller = position;
      } else {
        controller.input = found(directory.input(it.moves), "input", it.moves);
      }

      const Actuator span({.low = it.output_low, .high = it.output_high});
      const Transmitter::Settings& range = transmitters_[at(controller.instrument)].settings();
      const bool integrates = it.reset > 0.0 && it.reset < std::numeric_limits<double>::infinity();
      pids_.emplace_back(Pid::Settings{.low = range.low,
                                       .high = range.high,
                                       .action = it.reverse ? PidAction::reverse : PidAction::direct,
                                       .tuning = {it.gain, integrates ? it.reset : 0.0, it.derivative},
                                       .set_point_low = it.setpoint_low,
                                       .set_point_high = it.setpoint_high,
                                       .mode = it.starts_in_auto ? PidMode::automatic : PidMode::manual,
                                       .output = span.fraction(it.output_start),
                                       .set_point = it.setpoint});
      spans_.push_back(span);
      controller_tags_.emplace(it.tag, position);
      controllers_.push_back(controller);
    });
  }
}

void ControlRoom::add_alarms() {
  for (const scenario::Alarm& it : plant_.alarms) {
    for_tag(it.tag, [&] {
      alarm_tags_.emplace(it.tag, size_of(alarms_));
      alarm_instruments_.push_back(position_of(instrument_tags_, "instrument", it.reads));
      alarms_.emplace_back(stillhouse::Alarm::Settings{.side = it.high ? AlarmSide::above : AlarmSide::below,
                                                       .limit = it.limit,
                                                       .deadband = it.deadband,
                                                       .on_delay = it.delay,
                                                       .priority = priority_of(it.priority)});
    });
  }
}

void ControlRoom::add_interlocks(const PlantDirectory& directory) {
  // all tags first: an interlock may ask for another one
  for (const scenario::Interlock& it : plant_.interlocks)
    interlock_tags_.emplace(it.tag, static_cast<int>(interlock_tags_.size()));

  for (const scenario::Interlock& it : plant_.interlocks) {
    for_tag(it.tag, [&] {
      interlocks_.emplace_back(stillhouse::Interlock::Settings{
          .on_delay = it.delay, .latched = it.latched, .may_be_bypassed = it.may_be_bypassed});

      // the parts of an "any_of" are causes of their own, so that the first one can be told
      Causes causes;
      const bool several = it.when.kind == scenario::ConditionKind::any_of &&
                           it.when.children.size() <= at(stillhouse::Interlock::kCauses);
      const std::span<const scenario::Condition> parts =
          several ? std::span<const scenario::Condition>(it.when.children) : std::span(&it.when, 1);
      for (const scenario::Condition& part : parts) {
        causes.monitors.push_back(size_of(monitors_));
        monitors_.emplace_back(part, *this, dt_);
      }

      for (const scenario::Forced& forced : it.forces) {
        Force force{-1, -1, forced.value};
        if (forced.is_handle)
          force.handle = position_of(handle_tags_, "handle", forced.target);
        else
          force.input = found(directory.input(forced.target), "input", forced.target);
        causes.forces.push_back(force);
      }
      causes_.push_back(std::move(causes));
    });
  }
}

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
  for (const Actuator& actuator : actuators_) state.handles.push_back(actuator.initial());

  // the instruments are on; no time passes, nothing drifts
  for (const Instrument& instrument : instruments_) {
    const double value = truth(instrument.signal);
    const std::size_t device = at(instrument.device);
    if (instrument.kind == Kind::transmitter)
      transmitters_[device].scan(state.transmitters[device], value, 0.0, instrument.random, -1);
    if (instrument.kind == Kind::analyser) analysers_[device].scan(state.analysers[device], value, 0.0, -1);
    if (instrument.kind == Kind::hydrometer) state.densities[device] = value;
  }

  // the controllers have seen them, and what a controller moves is told where to go
  for (std::size_t i = 0; i < controllers_.size(); ++i) {
    const Controller& controller = controllers_[i];
    pids_[i].scan(state.controllers[i], state.transmitters[at(controller.instrument)].reading, dt_);
    if (controller.handle < 0) continue;
    const Actuator& actuator = actuators_[at(controller.handle)];
    actuator.command(state.handles[at(controller.handle)],
                     actuator.fraction(controller_output(state, static_cast<int>(i))));
  }
  return state;
}

void ControlRoom::scan(const TruthView& truth, std::int64_t scan, ControlRoomState& state,
                       std::span<double> inputs) const {
  scan_instruments(truth, scan, state);
  scan_interlocks(scan, state);
  scan_controllers(state, inputs);
  scan_handles(state, inputs);
  scan_alarms(scan, state);
  state.scan = scan;
}

void ControlRoom::scan_instruments(const TruthView& truth, std::int64_t scan, ControlRoomState& state) const {
  for (const Instrument& instrument : instruments_) {
    const double value = truth(instrument.signal);
    const std::size_t device = at(instrument.device);
    switch (instrument.kind) {
      case Kind::transmitter:
        transmitters_[device].scan(state.transmitters[device], value, dt_, instrument.random, scan);
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
    std::uint32_t causes = 0;
    for (std::size_t part = 0; part < causes_[i].monitors.size(); ++part) {
      const std::size_t monitor = at(causes_[i].monitors[part]);
      if (monitors_[monitor].scan(state.causes[monitor], view, scan)) causes |= 1u << part;
    }
    stillhouse::Interlock::State& interlock = state.interlocks[i];
    const auto change = interlocks_[i].scan(interlock, causes, dt_, scan);
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
  for (std::size_t i = 0; i < controllers_.size(); ++i) {
    const Controller& controller = controllers_[i];
    std::optional<double> tracked;
    double value = 0.0;
    if (forced(state, controller.handle, controller.input, &value) >= 0)
      tracked = std::clamp(spans_[i].fraction(value), 0.0, 1.0);
    pids_[i].scan(state.controllers[i], state.transmitters[at(controller.instrument)].reading, dt_, tracked);
    if (controller.input >= 0) inputs[at(controller.input)] = controller_output(state, static_cast<int>(i));
  }
}

void ControlRoom::scan_handles(ControlRoomState& state, std::span<double> inputs) const {
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    const Handle& handle = handles_[i];
    const Actuator& actuator = actuators_[i];
    if (handle.controller >= 0)
      actuator.command(state.handles[i], actuator.fraction(controller_output(state, handle.controller)));

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
