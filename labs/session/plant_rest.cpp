#include "labs/session/plant_rest.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/simulation/simulator.h"
#include "labs/session/control_room.h"

namespace stillhouse {

namespace {

constexpr double scan_length = 5.0;         // s; quick enough for loops whose reset takes minutes
constexpr double first_look = 1800.0;       // s under control
constexpr double longer = 1.5;              // each look comes so much later than the one before
constexpr double longest = 200.0 * 3600.0;  // s under control
constexpr double same_reading = 1e-3;       // of an instrument's range
constexpr double same_state = 1e-2;         // of a nominal size

std::size_t at(int index) {
  return static_cast<std::size_t>(index);
}

/// The control room that keeps the plant at its rest: nothing errs, only the controllers of the rest act.
scenario::Plant kept(scenario::Plant plant, const scenario::Rest& rest, const Flowsheet& built,
                     const std::vector<double>& inputs) {
  plant.sequences.clear();
  plant.interlocks.clear();
  plant.alarms.clear();
  for (scenario::Instrument& instrument : plant.instruments)
    instrument.noise = instrument.bias_spread = instrument.drift = instrument.resolution = 0.0;
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

/// A plant in the hands of its controllers.
class KeptPlant {
 public:
  KeptPlant(const scenario::Plant& plant, const scenario::Rest& rest, const std::shared_ptr<const Flowsheet>& built,
            std::vector<double> inputs)
      : built_(built),
        simulator_(built, {.scan_length = scan_length}),
        room_(kept(plant, rest, *built, inputs), directory_of(*built), 0, simulator_.scan_length()),
        state_(room_.initial(truth())),
        inputs_(std::move(inputs)) {
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
  PlantRest found;
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

  KeptPlant kept(plant, rest, built, found.inputs);
  std::string why;
  for (double look = first_look; look < longest; look *= longer) {
    kept.run_until(look);
    try {
      found.state = kept.rest();
      found.inputs = kept.inputs();
      found.modes = kept.modes();
      found.under_control = kept.time();
      return found;
    } catch (const SolveError& error) {
      why = error.what();
    }
  }
  throw SolveError(kept.time(), "its controllers did not bring the plant to rest in 200 h: " + why);
}

}  // namespace stillhouse
