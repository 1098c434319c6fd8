#include <algorithm>
#include <limits>

#include "engine/base/error.h"
#include "labs/session/control_room.h"

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
  // all tags first: interlocks and sequences ask for one another
  for (const scenario::Interlock& it : plant_.interlocks)
    interlock_tags_.emplace(it.tag, static_cast<int>(interlock_tags_.size()));
  for (const scenario::Sequence& it : plant_.sequences)
    sequence_tags_.emplace(it.tag, static_cast<int>(sequence_tags_.size()));
  add_alarms();
  add_interlocks(directory);
  add_sequences();
}

void ControlRoom::add_instruments(const PlantDirectory& directory, std::uint64_t seed) {
  for (const scenario::Instrument& it : plant_.instruments) {
    for_tag(it.tag, [&] {
      const int signal = found(directory.signal(it.signal), "signal", it.signal);
      const double bias = RandomStream(seed, it.tag + ".bias").symmetric(it.bias_spread, 0);
      const int sample_limit = it.budget > 0 ? it.budget : Analyser::kSamples;
      Instrument instrument{Kind::transmitter, 0, signal, -1, -1, RandomStream(seed, it.tag)};
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
        if (!it.density_signal.empty())
          instrument.density = found(directory.signal(it.density_signal), "signal", it.density_signal);
        sensors_.emplace_back(it, RandomStream(seed, it.tag + ".class").symmetric(1.0, 0));
        const bool orifice = it.kind == scenario::InstrumentKind::orifice_meter;
        transmitters_.emplace_back(Transmitter::Settings{.low = orifice ? 0.0 : it.range_low,
                                                         .high = orifice ? it.dp_full : it.range_high,
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
  int ratios = 0;
  for (const scenario::Controller& it : plant_.controllers) {
    for_tag(it.tag, [&] {
      const int position = size_of(controllers_);
      Controller controller{transmitter_of(it.reads)};
      if (!it.split.empty()) {
        controller.split = size_of(splits_);
        std::vector<SplitRange::Part> parts;
        for (const scenario::SplitPart& part : it.split) {
          const int moved = position_of(handle_tags_, "handle", part.handle);
          Handle& handle = handles_[at(moved)];
          if (handle.controller >= 0) throw ModelError(part.handle + " is moved by another controller already");
          handle.controller = position;
          handle.part = size_of(parts);
          controller.split_handles.push_back(moved);
          parts.push_back({part.from, part.to});
        }
        splits_.emplace_back(std::move(parts));
      } else if (!it.secondary.empty()) {
        // joined below, when all controllers are there
      } else if (it.moves_handle) {
        controller.handle = position_of(handle_tags_, "handle", it.moves);
        Handle& handle = handles_[at(controller.handle)];
        if (handle.controller >= 0) throw ModelError(it.moves + " is moved by another controller already");
        handle.controller = position;
      } else {
        controller.input = found(directory.input(it.moves), "input", it.moves);
      }

      const Actuator span({.low = it.output_low, .high = it.output_high});
      const scenario::Instrument& range = plant_.instruments[at(instrument_tags_.at(it.reads))];
      const bool integrates = it.reset > 0.0 && it.reset < std::numeric_limits<double>::infinity();
      pids_.emplace_back(Pid::Settings{.low = range.range_low,
                                       .high = range.range_high,
                                       .action = it.reverse ? PidAction::reverse : PidAction::direct,
                                       .tuning = {it.gain, integrates ? it.reset : 0.0, it.derivative},
                                       .set_point_weight = it.setpoint_weight,
                                       .derivative_limit = it.derivative_limit,
                                       .set_point_low = it.setpoint_low,
                                       .set_point_high = it.setpoint_high,
                                       .set_point_rate = it.setpoint_rate,
                                       .set_point_follows = it.setpoint_follows,
                                       .mode = it.mode,
                                       .output = span.fraction(it.output_start),
                                       .set_point = it.setpoint,
                                       .derivative_weight = it.derivative_on_error ? 1.0 : 0.0,
                                       .anti_windup = it.anti_windup,
                                       .tracking_time = it.tracking_time,
                                       .measurement_filter = it.filter,
                                       .has_remote = scenario::has_remote(plant_, it)});
      spans_.push_back(span);
      if (it.two_position) {
        controller.two_position = size_of(two_positions_);
        two_positions_.emplace_back(OnOff::Settings{.hysteresis = it.two_position->differential,
                                                    .action = it.reverse ? PidAction::reverse : PidAction::direct,
                                                    .least_on = it.two_position->least_on,
                                                    .least_off = it.two_position->least_off,
                                                    .set_point = it.setpoint});
      }
      if (it.ratio) {
        controller.wild = transmitter_of(it.ratio->of);
        controller.ratio = ratios++;
      }
      if (!it.program.empty()) {
        std::vector<Program::Segment> segments;
        for (const scenario::Segment& s : it.program) segments.push_back({s.target, s.rate, s.soak, s.hold_back});
        controller.program = size_of(programs_);
        programs_.emplace_back(std::move(segments));
      }
      if (!it.schedule.empty()) {
        controller.scheduled_by = transmitter_of(it.scheduled_by);
        controller.schedule = size_of(schedules_);
        schedules_.emplace_back(it.schedule);
      }
      if (it.feed_forward) {
        controller.disturbance = transmitter_of(it.feed_forward->reads);
        const scenario::Instrument& scale = plant_.instruments[at(instrument_tags_.at(it.feed_forward->reads))];
        controller.rest = it.feed_forward->rest;
        controller.span = scale.range_high - scale.range_low;
        controller.feed_forward = size_of(lead_lags_);
        lead_lags_.emplace_back(LeadLag::Settings{
            .gain = it.feed_forward->gain, .lead = it.feed_forward->lead, .lag = it.feed_forward->lag});
      }
      controller_tags_.emplace(it.tag, position);
      controllers_.push_back(controller);
    });
  }
  join_controllers();
}

int ControlRoom::transmitter_of(const std::string& tag) const {
  const Instrument& instrument = instruments_[at(position_of(instrument_tags_, "instrument", tag))];
  if (instrument.kind != Kind::transmitter) throw ModelError(tag + " works by samples: nothing to control by");
  return instrument.device;
}

/// Primaries find their secondaries, and are scanned before them.
void ControlRoom::join_controllers() {
  for (std::size_t i = 0; i < controllers_.size(); ++i) {
    const scenario::Controller& it = plant_.controllers[i];
    if (it.secondary.empty()) continue;
    for_tag(it.tag, [&] {
      controllers_[i].secondary = position_of(controller_tags_, "controller", it.secondary);
      controllers_[at(controllers_[i].secondary)].primary = static_cast<int>(i);
    });
  }
  const auto depth = [this](int index) {
    int steps = 0;
    for (int above = controllers_[at(index)].primary; above >= 0; above = controllers_[at(above)].primary)
      if (++steps > size_of(controllers_))
        throw ModelError(plant_.controllers[at(index)].tag + " moves its own set point");
    return steps;
  };
  for (int i = 0; i < size_of(controllers_); ++i) order_.push_back(i);
  std::stable_sort(order_.begin(), order_.end(), [&](int a, int b) { return depth(a) < depth(b); });
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
  for (const scenario::Interlock& it : plant_.interlocks) {
    for_tag(it.tag, [&] {
      // the parts of an "any_of" are causes of their own, so that the first one can be told
      Causes causes;
      const bool several = it.when.kind == scenario::ConditionKind::any_of &&
                           it.when.children.size() <= at(stillhouse::Interlock::kCauses);
      const std::span<const scenario::Condition> parts =
          several ? std::span<const scenario::Condition>(it.when.children) : std::span(&it.when, 1);
      for (const scenario::Condition& part : parts) {
        causes.monitors.push_back(size_of(monitors_));
        monitors_.emplace_back(part, *this, dt_);
        causes.transmitters.emplace_back();
        add_transmitters(part, causes.transmitters.back());
      }
      interlocks_.emplace_back(stillhouse::Interlock::Settings{.on_delay = it.delay,
                                                               .latched = it.latched,
                                                               .may_be_bypassed = it.may_be_bypassed,
                                                               .votes = it.votes,
                                                               .causes = static_cast<int>(parts.size()),
                                                               .failed = it.failed});

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

void ControlRoom::add_transmitters(const scenario::Condition& condition, std::vector<int>& transmitters) const {
  const bool looks =
      condition.kind == scenario::ConditionKind::above || condition.kind == scenario::ConditionKind::below ||
      condition.kind == scenario::ConditionKind::between || condition.kind == scenario::ConditionKind::steady;
  if (looks && condition.subject.kind == scenario::SubjectKind::reading) {
    const Instrument& instrument = instruments_[at(instrument_tags_.at(condition.subject.name))];
    if (instrument.kind == Kind::transmitter) transmitters.push_back(instrument.device);
  }
  for (const scenario::Condition& child : condition.children) add_transmitters(child, transmitters);
}

}  // namespace stillhouse
