#include "engine/simulation/simulator.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/solver_report.h"
#include "engine/solve/state_event.h"

namespace stillhouse {

namespace {

constexpr double retry_step = 1e-5;  // s; first step after a failed solve or a state event
constexpr int most_events_per_scan = 200;

}  // namespace

Simulator::Simulator(std::shared_ptr<const Flowsheet> plant, const SimulatorSettings& settings)
    : plant_(std::move(plant)), settings_(settings) {
  problem_ = std::make_unique<DaeProblem>(plant_, settings_.form);
  integrator_ = std::make_unique<Integrator>(*problem_, settings_.solver);
  for (const VariableInfo& v : plant_->variables()) state_.y.push_back(v.range.start);
  state_.yp.assign(state_.y.size(), 0.0);
  state_.inputs = problem_->inputs;
  state_.modes = problem_->modes;
  observables_.assign(plant_->observables().size(), 0.0);
  holdings_.assign(plant_->quantities().size(), 0.0);
  transitions_.resize(static_cast<std::size_t>(plant_->event_count()));
  problem_->take(state_.y, y_);
  problem_->take(state_.yp, yp_);
  consistent_start_ = std::make_unique<ConsistentStart>(*problem_);
  consistent_start_->find(y_, yp_);
  problem_->complete(y_, yp_, state_.y, state_.yp);
  observe();
  state_.holdings_at_start = holdings_;
}

Simulator::~Simulator() = default;

double Simulator::signal(int index) const {
  const std::size_t i = static_cast<std::size_t>(index);
  return i < state_.y.size() ? state_.y[i] : observables_[i - state_.y.size()];
}

void Simulator::set_input(int index, double value) {
  const Range& range = plant_->inputs()[static_cast<std::size_t>(index)].range;
  state_.inputs[static_cast<std::size_t>(index)] = std::clamp(value, range.minimum, range.maximum);
}

void Simulator::observe() {
  plant_->observe(state_.y.data(), state_.inputs.data(), state_.modes.data(), observables_.data(), holdings_.data());
}

/// Begins anew from the state at the current boundary; time counts from there, so that round-off does not grow.
void Simulator::begin() {
  problem_->inputs = state_.inputs;
  problem_->modes = state_.modes;
  problem_->take(state_.y, y_);
  problem_->take(state_.yp, yp_);
  consistent_start_->find(y_, yp_, time());
  integrator_->set_first_step(settings_.solver.first_step);
  integrator_->restart(0.0, y_, yp_);
  checkpoint_time_ = time();
  must_restart_ = false;
}

/// Integrates to a time since the last checkpoint, through state events; false if the solver gave up.
bool Simulator::integrate(double to) {
  for (int events = 0; events < most_events_per_scan; ++events) {
    switch (integrator_->advance(to, y_, yp_)) {
      case Integrator::Outcome::failed:
        return false;
      case Integrator::Outcome::reached:
        return true;
      case Integrator::Outcome::event: {
        // a real switch: change the modes, find the rates that follow, and begin anew with a short step
        pass_state_event(*problem_, integrator_->crossed(), y_, transitions_);
        consistent_start_->find(y_, yp_, checkpoint_time_ + integrator_->reached_time());
        const double reached = integrator_->reached_time();
        if (to - reached <= 1e-9 * (1.0 + to)) {
          must_restart_ = true;
          return true;
        }
        integrator_->set_first_step(std::min(1e-3, 0.5 * (to - reached)));
        integrator_->restart(reached, y_, yp_);
        break;
      }
    }
  }
  return false;
}

void Simulator::advance() {
  if (must_restart_ || at_checkpoint()) begin();
  problem_->inputs = state_.inputs;
  const double to = static_cast<double>(state_.scan + 1) * settings_.scan_length - checkpoint_time_;
  if (!integrate(to)) {
    // once more from the boundary with a fresh start and a tiny step, before it becomes an error
    ++retries_;
    begin();
    integrator_->set_first_step(retry_step);
    integrator_->restart(0.0, y_, yp_);
    if (!integrate(settings_.scan_length)) {
      must_restart_ = true;
      throw SolveError(
          checkpoint_time_ + integrator_->reached_time(),
          "t = " + std::to_string(checkpoint_time_ + integrator_->reached_time()) +
              " s: the equations could not be solved; worst: " + worst_equations(*problem_, y_.data(), yp_.data()));
    }
  }
  problem_->complete(y_, yp_, state_.y, state_.yp);
  state_.modes = problem_->modes;
  ++state_.scan;
  observe();
}

void Simulator::restore(const PlantState& state) {
  if (state.y.size() != state_.y.size() || state.inputs.size() != state_.inputs.size() ||
      state.modes.size() != state_.modes.size()) {
    throw ModelError("this state was taken from another plant");
  }
  if (state.scan % settings_.checkpoint_scans != 0) {
    throw ModelError("scan " + std::to_string(state.scan) + " is no checkpoint; checkpoints are every " +
                     std::to_string(settings_.checkpoint_scans) + " scans");
  }
  state_ = state;
  must_restart_ = true;
  observe();
}

Digest Simulator::digest() const {
  return state_digest(state_.y, state_.inputs, state_.modes);
}

std::vector<BalanceClosure> Simulator::closures() const {
  std::vector<BalanceClosure> closures;
  for (std::size_t q = 0; q < plant_->quantities().size(); ++q) {
    BalanceClosure c{plant_->quantities()[q].name,
                     plant_->quantities()[q].unit,
                     holdings_[q],
                     state_.holdings_at_start[q],
                     0.0,
                     0.0};
    for (std::size_t i = 0; i < state_.y.size(); ++i) {
      if (plant_->variables()[i].quantity == static_cast<int>(q)) c.crossed += state_.y[i];
    }
    c.gap = c.inventory - c.start - c.crossed;
    closures.push_back(std::move(c));
  }
  return closures;
}

std::vector<int> Simulator::outside_validity() const {
  std::vector<int> outside;
  for (std::size_t i = 0; i < plant_->signals().size(); ++i) {
    const Range& range = plant_->signals()[i].range;
    const double value = signal(static_cast<int>(i));
    if (!(value >= range.minimum && value <= range.maximum)) outside.push_back(static_cast<int>(i));
  }
  return outside;
}

SolverCosts Simulator::costs() const {
  return integrator_->costs();
}

}  // namespace stillhouse
