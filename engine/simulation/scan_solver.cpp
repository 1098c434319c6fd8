#include "engine/simulation/scan_solver.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/solve/solver_report.h"
#include "engine/solve/state_event.h"

namespace stillhouse {

namespace {

constexpr int most_events_per_scan = 200;
constexpr double shortest_after_switch = 1e-5;  // s; a step that was cut to meet the last boundary says nothing

}  // namespace

ScanSolver::ScanSolver(std::shared_ptr<const Flowsheet> plant, DaeForm form, const SolverSettings& settings)
    : problem_(std::move(plant), form),
      consistent_start_(problem_),
      integrator_(problem_, settings),
      transitions_(static_cast<std::size_t>(problem_.plant().event_count())) {}

void ScanSolver::make_start_consistent(PlantState& state) {
  problem_.inputs = state.inputs;
  problem_.modes = state.modes;
  problem_.take(state.y, y_);
  problem_.take(state.yp, yp_);
  consistent_start_.find(y_, yp_);
  problem_.complete(y_, yp_, state.y, state.yp);
}

/// Algebraic variables and rates at where the integrator is; false, and why, if there are none.
bool ScanSolver::find_rates() {
  failure_ = {};
  try {
    consistent_start_.find(y_, yp_, begun_ + reached_);
    return true;
  } catch (const SolveError& error) {
    failure_ = {begun_ + reached_, error.what(), error.equations()};
  } catch (const ModelError& error) {
    failure_ = {begun_ + reached_, error.what(), {}};
  }
  return false;
}

bool ScanSolver::begin(const PlantState& state, double time, double first_step, const Caution& caution) {
  problem_.inputs = state.inputs;
  problem_.modes = state.modes;
  problem_.take(state.y, y_);
  problem_.take(state.yp, yp_);
  begun_ = time;
  reached_ = 0.0;
  if (!find_rates()) return false;
  integrator_.set_caution(caution);
  integrator_.set_first_step(first_step);
  integrator_.restart(0.0, y_, yp_);
  return true;
}

bool ScanSolver::integrate(const std::vector<double>& inputs, double until) {
  problem_.inputs = inputs;
  ended_at_switch_ = false;
  failure_ = {};
  const double to = until - begun_;
  for (int events = 0; events < most_events_per_scan; ++events) {
    const Integrator::Outcome outcome = integrator_.advance(to, y_, yp_);
    reached_ = integrator_.reached_time();
    if (outcome == Integrator::Outcome::failed) return false;
    if (outcome == Integrator::Outcome::reached) return true;
    // a real switch: change the modes, find the rates that follow, and begin anew with
    // the step that led to the switch
    pass_state_event(problem_, integrator_.crossed(), y_, transitions_);
    if (!find_rates()) return false;
    if (to - reached_ <= 1e-9 * (1.0 + to)) {
      ended_at_switch_ = true;
      return true;
    }
    const double hint = std::max(shortest_after_switch, integrator_.last_step());
    integrator_.set_first_step(std::min(hint, 0.5 * (to - reached_)));
    integrator_.restart(reached_, y_, yp_);
  }
  failure_ = {begun_ + reached_, "more than " + std::to_string(most_events_per_scan) + " switches in one scan",
              worst_equation_list(problem_, y_.data(), yp_.data())};
  return false;
}

bool ScanSolver::store(PlantState& state, std::vector<double>& observables, std::vector<double>& holdings) {
  whole_y_ = state.y;
  whole_yp_ = state.yp;
  problem_.observe(y_, yp_, whole_y_, whole_yp_, observables, holdings);
  for (std::size_t i = 0; i < whole_y_.size(); ++i) {
    if (std::isfinite(whole_y_[i])) continue;
    failure_ = {begun_ + reached_, problem_.plant().variables()[i].name + " is not a number", {}};
    return false;
  }
  std::swap(state.y, whole_y_);
  std::swap(state.yp, whole_yp_);
  state.modes = problem_.modes;
  return true;
}

void ScanSolver::observe(const PlantState& state, std::vector<double>& observables, std::vector<double>& holdings) {
  problem_.inputs = state.inputs;
  problem_.modes = state.modes;
  problem_.take(state.y, y_);
  problem_.take(state.yp, yp_);
  whole_y_ = state.y;
  whole_yp_ = state.yp;
  problem_.observe(y_, yp_, whole_y_, whole_yp_, observables, holdings);
}

Setback ScanSolver::setback() {
  Setback setback = failure_;
  if (setback.what.empty()) {
    setback.time = begun_ + reached_;
    setback.equations = worst_equation_list(problem_, y_.data(), yp_.data());
    setback.what = "the equations could not be solved; worst: ";
    for (std::size_t i = 0; i < setback.equations.size(); ++i)
      setback.what += (i > 0 ? ", " : "") + setback.equations[i];
  }
  setback.what = "t = " + std::to_string(setback.time) + " s: " + setback.what;
  return setback;
}

}  // namespace stillhouse
