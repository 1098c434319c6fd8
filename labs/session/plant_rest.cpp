#include "labs/session/plant_rest.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/simulation/simulator.h"
#include "labs/session/control_room.h"
#include "labs/session/sequence_text.h"

namespace stillhouse {

namespace {

constexpr double scan_length = 5.0;                  // s; quick enough for loops whose reset takes minutes
constexpr double first_look = 1800.0;                // s under control
constexpr double longer = 1.5;                       // each look comes so much later than the one before
constexpr double longest = 200.0 * 3600.0;           // s under control
constexpr double longest_start_up = 100.0 * 3600.0;  // s
constexpr double same_reading = 1e-3;                // of an instrument's range
constexpr double same_state = 1e-2;                  // of a nominal size

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

void make_exact(std::vector<scenario::Instrument>& instruments) {
  for (scenario::Instrument& instrument : instruments)
    instrument.noise = instrument.bias_spread = instrument.drift = instrument.resolution = 0.0;
}

/// The control room that keeps the plant at its rest: nothing errs, only the controllers of the rest act.
scenario::Plant kept(scenario::Plant plant, const scenario::Rest& rest, const Flowsheet& built,
                     const std::vector<double>& inputs) {
  plant.sequences.clear();
  plant.interlocks.clear();
  plant.alarms.clear();
  make_exact(plant.instruments);
  for (scenario::Handle& handle : plant.handles) {
    handle.start = std::clamp(inputs[at(built.find_input(handle.input))], handle.low, handle.high);
    handle.stroke = 0.0;
  }
  for (scenario::Controller& controller : plant.controllers) controller.mode = PidMode::manual;
  const auto find = [&](const std::string& tag) {
    return std::find_if(plant.controllers.begin(), plant.controllers.end(),
                        [&](const scenario::Controller& each) { return each.tag == tag; });
  };
  for (const scenario::RestValue& part : rest.parts) {
    if (!part.by_controller) continue;
    auto controller = find(part.name);
    controller->mode = PidMode::automatic;
    controller->setpoint = part.value;
    controller->setpoint_rate = 0.0;
    while (!controller->secondary.empty()) {
      controller = find(controller->secondary);
      controller->mode = PidMode::cascade;
    }
  }
  return plant;
}

/// A plant that its sequence has started.
struct Started {
  scenario::Plant plant;  ///< its handles start where they stand now, its controllers with their output and set point
  scenario::Rest rest;    ///< of the file, and every other controller that is in automatic now
  PlantState state;
  double time = 0.0;  ///< s that it took
};

/// Runs the first sequence from the plant's start to its end, a scan a second, with the interlocks.
Started start_up(const scenario::Plant& plant, const scenario::Rest& rest,
                 const std::shared_ptr<const Flowsheet>& built) {
  Started started{plant, rest, {}, 0.0};
  make_exact(started.plant.instruments);
  Simulator simulator(built);
  const ControlRoom room(started.plant, directory_of(*built), 0, simulator.scan_length());
  const TruthView truth = [&simulator](int i) { return simulator.signal(i); };
  ControlRoomState state = room.initial(truth);
  std::vector<double> inputs = rest_inputs(plant, {}, *built);
  const std::string& tag = plant.sequences.front().tag;
  room.execute(state, {0, "operator_file", "command", tag, 0.0, "start"});
  const Sequence::State& sequence = state.sequences.front();
  do {
    room.scan(truth, simulator.scan(), state, inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) simulator.set_input(static_cast<int>(i), inputs[i]);
    simulator.advance();
  } while (sequence.mode == Sequence::Mode::running && simulator.time() < longest_start_up);
  started.time = simulator.time();
  if (sequence.mode != Sequence::Mode::complete) {
    std::string told;
    for (const SequenceEntry& entry : state.sequence_journal) told += "; " + sequence_text(plant, entry).en;
    throw SolveError(started.time, tag + " did not come to its end" + told);
  }

  // as it stands now is where it goes on from
  started.state = simulator.state();
  started.state.scan = 0;
  started.state.first_step = 0.0;
  for (scenario::Handle& handle : started.plant.handles) handle.start = inputs[at(built->find_input(handle.input))];
  for (std::size_t i = 0; i < started.plant.controllers.size(); ++i) {
    scenario::Controller& controller = started.plant.controllers[i];
    controller.output_start = room.controller_output(state, static_cast<int>(i));
    if (state.controllers[i].mode != PidMode::automatic || controller.two_position) continue;
    const scenario::RestValue part{controller.tag, true, state.controllers[i].target, controller.setpoint_unit};
    const auto fights = [&](const scenario::RestValue& other) { return fight(plant, other, part); };
    if (std::none_of(rest.parts.begin(), rest.parts.end(), fights)) started.rest.parts.push_back(part);
  }
  return started;
}

/// A plant in the hands of its controllers, from a state on or from its start.
class KeptPlant {
 public:
  KeptPlant(const scenario::Plant& plant, const scenario::Rest& rest, const std::shared_ptr<const Flowsheet>& built,
            std::vector<double> inputs, const PlantState* from)
      : built_(built),
        simulator_(built, {.scan_length = scan_length}),
        room_(kept(plant, rest, *built, inputs), directory_of(*built), 0, simulator_.scan_length()),
        inputs_(std::move(inputs)) {
    if (from) simulator_.restore(*from);
    state_ = room_.initial(truth());
    for (std::size_t i = 0; i < room_.plant().controllers.size(); ++i) {
      const scenario::Controller& controller = room_.plant().controllers[i];
      if (controller.mode == PidMode::manual) continue;
      for (const scenario::Instrument& instrument : room_.plant().instruments)
        if (instrument.tag == controller.reads)
          controlled_.push_back({built->find_signal(instrument.signal), instrument.range_high - instrument.range_low});
    }
  }

  double time() const { return simulator_.time(); }

  void run_until(double time) {
    while (simulator_.time() < time) {
      room_.scan(truth(), simulator_.scan(), state_, inputs_);
      for (std::size_t i = 0; i < inputs_.size(); ++i) simulator_.set_input(static_cast<int>(i), inputs_[i]);
      simulator_.advance();
    }
  }

  /// Whether all that has a rest is there, as far as a look at its pace can tell, or moves as it did before: then the
  /// steady state is worth looking for.
  bool has_settled() {
    const std::vector<double> earlier = simulator_.state().yp;
    run_until(time() + near_rest().patience);
    const std::vector<double>& now = simulator_.state().yp;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const VariableInfo& variable = built_->variables()[i];
      const bool rests = std::abs(now[i]) * near_rest().patience <= near_rest().rest * variable.range.nominal;
      if (variable.kind == Kind::differential && !rests &&
          std::abs(now[i] - earlier[i]) > near_rest().steady_drift * std::abs(now[i]))
        return false;
    }
    return true;
  }

  const std::vector<double>& inputs() const { return inputs_; }
  const std::vector<double>& modes() const { return simulator_.state().modes; }

  /// The steady state with the inputs held where the controllers have them, if the run is there; throws SolveError.
  SteadyState rest() const {
    DaeProblem problem(built_);
    problem.inputs = inputs_;
    problem.modes = simulator_.state().modes;
    const std::vector<double>& y = simulator_.state().y;
    SteadyState found = find_steady_state(problem, y, near_rest());

    std::vector<char> moves(y.size());
    for (const int i : found.moving) moves[at(i)] = 1;
    for (std::size_t i = 0; i < y.size(); ++i) {
      const VariableInfo& variable = built_->variables()[i];
      if (variable.kind == Kind::differential && !moves[i] &&
          std::abs(found.y[i] - y[i]) > same_state * std::max(variable.range.nominal, std::abs(y[i])))
        throw SolveError(time(), variable.name + " was not at rest");
    }
    std::vector<double> observables(built_->observables().size()), holdings(built_->quantities().size());
    built_->observe(found.y.data(), inputs_.data(), problem.modes.data(), observables.data(), holdings.data());
    for (const auto& [signal, span] : controlled_) {
      const std::size_t i = at(signal);
      const double value = i < y.size() ? found.y[i] : observables[i - y.size()];
      if (std::abs(value - simulator_.signal(signal)) > same_reading * span)
        throw SolveError(time(), built_->signals()[i].name + " was not at rest");
    }
    return found;
  }

 private:
  struct Controlled {
    int signal;
    double span;
  };

  /// What would move by less than 1/600 of its size in a quarter of an hour is left to Newton's method; a tank that
  /// fills moves more.
  static SteadyStateSettings near_rest() {
    SteadyStateSettings settings;
    settings.first_stretch = 20.0;
    settings.patience = 300.0;
    settings.rest = 5e-4;
    settings.longest = 600.0;
    // a trace that creeps at 1e-8 mol/s would get far in longer
    settings.last_step = 1e6;
    return settings;
  }

  TruthView truth() const {
    return [this](int i) { return simulator_.signal(i); };
  }

  std::shared_ptr<const Flowsheet> built_;
  Simulator simulator_;
  ControlRoom room_;
  ControlRoomState state_;
  std::vector<double> inputs_;
  std::vector<Controlled> controlled_;
};

/// Looks for the rest from time to time, later and later.
PlantRest rest_under_control(const scenario::Plant& plant, const scenario::Rest& rest,
                             const std::shared_ptr<const Flowsheet>& built, std::vector<double> inputs,
                             const PlantState* from) {
  KeptPlant kept(plant, rest, built, std::move(inputs), from);
  std::string why;
  for (double look = first_look; look < longest; look *= longer) {
    kept.run_until(look);
    if (!kept.has_settled()) {
      why = "some of it still changes its pace";
      continue;
    }
    try {
      PlantRest found;
      found.state = kept.rest();
      found.inputs = kept.inputs();
      found.modes = kept.modes();
      found.under_control = kept.time();
      found.rest = rest;
      return found;
    } catch (const SolveError& error) {
      why = error.what();
    }
  }
  throw SolveError(kept.time(), "its controllers did not bring the plant to rest in 200 h: " + why);
}

}  // namespace

scenario::Rest load_rest(const PlantPlace& place) {
  scenario::ReadResult<scenario::Rest> read = scenario::check_rest(*place.files, place.file, plant_catalogue());
  if (read.value) return std::move(*read.value);
  const scenario::Diagnostic& first = read.diagnostics.front();
  throw ScenarioError(place.shown(first.source.file), first.source.line, first.message);
}

std::vector<double> rest_inputs(const scenario::Plant& plant, const scenario::Rest& rest, const Flowsheet& built) {
  std::vector<double> inputs;
  for (const InputInfo& input : built.inputs()) inputs.push_back(input.range.start);
  for (const scenario::Handle& handle : plant.handles) inputs[at(built.find_input(handle.input))] = handle.start;
  for (const scenario::RestValue& part : rest.parts)
    if (!part.by_controller) inputs[at(built.find_input(part.name))] = part.value;
  return inputs;
}

PlantRest plant_at_rest(const scenario::Plant& plant, const scenario::Rest& rest,
                        const std::shared_ptr<const Flowsheet>& built) {
  if (rest.operation == scenario::Operation::start_up) {
    const Started started = start_up(plant, rest, built);
    PlantRest found = rest_under_control(started.plant, started.rest, built,
                                         rest_inputs(started.plant, started.rest, *built), &started.state);
    found.start_up = started.time;
    return found;
  }
  PlantRest found;
  found.rest = rest;
  found.inputs = rest_inputs(plant, rest, *built);
  const bool controlled = std::any_of(rest.parts.begin(), rest.parts.end(),
                                      [](const scenario::RestValue& part) { return part.by_controller; });
  if (!controlled) {
    DaeProblem problem(built);
    problem.inputs = found.inputs;
    std::vector<double> start;
    for (const VariableInfo& variable : built->variables()) start.push_back(variable.range.start);
    found.state = find_steady_state(problem, start);
    found.modes = problem.modes;
    return found;
  }

  return rest_under_control(plant, rest, built, found.inputs, nullptr);
}

}  // namespace stillhouse
