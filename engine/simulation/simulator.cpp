#include "engine/simulation/simulator.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

struct RungSettings {
  double first_step;    // s
  double longest_step;  // of a scan; 0: any
  Caution caution;
};

constexpr long most_steps_again = 10000;  // in a scan, on every rung

constexpr RungSettings ladder[rung_count] = {
    {1e-5, 0.0, {}},
    {1e-8, 0.02, {.highest_order = 2, .newton_iterations = 10, .newton_factor = 0.1}},
    {1e-8, 0.0, {.newton_iterations = 30, .tolerance_factor = 0.1}},
};

}  // namespace

Text rung_text(Rung rung) {
  switch (rung) {
    case Rung::small_step:
      return {"a fresh start with a small step", "以小步长重新开始"};
    case Rung::short_steps:
      return {"short steps of low order", "低阶短步长"};
    case Rung::complete_form:
      return {"all unknowns solved for, with many iterations", "求解全部未知数，多次迭代"};
  }
  return {};
}

Simulator::Simulator(std::shared_ptr<const Flowsheet> plant, const SimulatorSettings& settings)
    : plant_(std::move(plant)), settings_(settings), form_(settings.form.value_or(natural_form(*plant_))) {
  solver_ = std::make_unique<ScanSolver>(plant_, form_, settings_.solver);
  for (const VariableInfo& v : plant_->variables()) state_.y.push_back(v.range.start);
  state_.yp.assign(state_.y.size(), 0.0);
  for (const InputInfo& input : plant_->inputs()) state_.inputs.push_back(input.range.start);
  for (const ModeInfo& mode : plant_->modes()) state_.modes.push_back(mode.start);
  observables_.assign(plant_->observables().size(), 0.0);
  holdings_.assign(plant_->quantities().size(), 0.0);
  solver_->make_start_consistent(state_);
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
  solver_->observe(state_, observables_, holdings_);
}

/// One attempt at the scan; the state stays that of its first boundary.
bool Simulator::attempt(ScanSolver& solver, bool anew, double first_step, const Caution& caution) {
  if (anew && !solver.begin(state_, time(), first_step, caution)) return false;
  return solver.integrate(state_.inputs, static_cast<double>(state_.scan + 1) * settings_.scan_length);
}

/// What is tried last, made when it is first needed: all unknowns solved for, by the multistep method.
ScanSolver& Simulator::last_resort() {
  if (!last_resort_) {
    SolverSettings settings = settings_.solver;
    settings.method = Method::multistep;
    last_resort_ = std::make_unique<ScanSolver>(plant_, DaeForm::complete, settings);
  }
  return *last_resort_;
}

/// Tries a scan again from its boundary, more and more carefully.
bool Simulator::climb(ScanSolver& failed) {
  ++retries_;
  retried_ = RetriedScan{state_.scan, std::nullopt, failed.setback()};
  // whatever comes of it, the next scan begins anew from the state alone
  must_restart_ = true;
  for (std::size_t rung = 0; rung < rung_count; ++rung) {
    ScanSolver& solver = static_cast<Rung>(rung) == Rung::complete_form ? last_resort() : *solver_;
    Caution caution = ladder[rung].caution;
    caution.most_steps = most_steps_again;
    caution.longest_step = ladder[rung].longest_step * settings_.scan_length;
    if (attempt(solver, true, ladder[rung].first_step, caution) && solver.store(state_, observables_, holdings_)) {
      retried_->rung = static_cast<Rung>(rung);
      ++rungs_[rung];
      return true;
    }
  }
  return false;
}

void Simulator::advance() {
  retried_.reset();
  const double hint = at_checkpoint() ? state_.first_step : 0.0;
  if (attempt(*solver_, must_restart_ || at_checkpoint(), hint > 0.0 ? hint : settings_.solver.first_step,
              {.most_steps = settings_.most_steps}) &&
      solver_->store(state_, observables_, holdings_)) {
    must_restart_ = solver_->ended_at_switch();
  } else if (!climb(*solver_)) {
    const Setback last = last_resort().setback();
    observe();  // what is shown is what the state of the boundary shows
    throw SolveError(last.time, last.what, last.equations);
  }
  ++state_.scan;
  if (at_checkpoint()) state_.first_step = must_restart_ ? 0.0 : solver_->restart_step();
  // by whatever form a scan was solved, what is shown is a function of its state
  if (retried_) observe();
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
  return state_digest(state_.y, state_.inputs, state_.modes, std::array{state_.first_step});
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
  SolverCosts costs = solver_->costs();
  if (last_resort_) costs += last_resort_->costs();
  return costs;
}

}  // namespace stillhouse
