#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/flowsheet.h"
#include "engine/simulation/plant_state.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

/// Why and where a solve came to nothing.
struct Setback {
  double time = 0.0;                   ///< simulated time it came to, s
  std::string what;                    ///< a sentence with the time and the worst equations
  std::vector<std::string> equations;  ///< the worst equations in words, worst first
};

/// One form of a plant's equations with the integrator that solves it: goes from the state at a scan boundary to the
/// next boundaries, through state events.
class ScanSolver {
 public:
  ScanSolver(std::shared_ptr<const Flowsheet> plant, DaeForm form, const SolverSettings& settings);

  /// Finds the algebraic variables and rates of a state whose differential variables are given.
  void make_start_consistent(PlantState& state);

  /// Begins anew at a boundary, from its state alone: nothing of what was done before remains. Time counts from there,
  /// so that round-off does not grow. False if there is no consistent start; see `setback()`.
  bool begin(const PlantState& state, double time, double first_step, const Caution& caution);
  /// Integrates to a simulated time with new inputs; false if the solver gave up, and what follows must `begin`.
  bool integrate(const std::vector<double>& inputs, double until);
  /// The solution, into the state of the boundary that was reached, and what is observed there; false if a variable
  /// that follows explicitly, and that no equation of the solver's reads, is not a number. See `setback()`.
  bool store(PlantState& state, std::vector<double>& observables, std::vector<double>& holdings);
  /// What is observed at a state.
  void observe(const PlantState& state, std::vector<double>& observables, std::vector<double>& holdings);
  /// First step with which to begin anew from the boundary that was reached, s; see Integrator::restart_step.
  double restart_step() const { return integrator_.restart_step(); }
  /// The last boundary was at a switch, so that what follows must `begin`.
  bool ended_at_switch() const { return ended_at_switch_; }

  /// What went wrong, after `begin` or `integrate` was false.
  Setback setback();
  SolverCosts costs() const { return integrator_.costs(); }

 private:
  bool find_rates();

  DaeProblem problem_;
  ConsistentStart consistent_start_;
  Integrator integrator_;
  std::vector<double> y_, yp_;              // where the integrator is, in the unknowns of the form
  std::vector<double> whole_y_, whole_yp_;  // of all of the plant's unknowns
  std::vector<Events::Transition> transitions_;
  double begun_ = 0.0;    // simulated time at which the integrator's is 0
  double reached_ = 0.0;  // the integrator's time
  bool ended_at_switch_ = false;
  Setback failure_;  // that has its own words
};

}  // namespace stillhouse
