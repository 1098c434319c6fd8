#pragma once

#include <string>
#include <vector>

#include "engine/solve/dae_problem.h"
#include "engine/solve/integrator.h"

namespace stillhouse {

struct SteadyStateSettings {
  SolverSettings solver;
  /// s; the first stretch of time integrated, each later one is twice as long
  double first_stretch = 10.0;
  /// s; a variable rests if in this time it would move less than `rest` of its nominal size. Before it has passed,
  /// nothing is taken for a steady drift.
  double patience = 1800.0;
  double rest = 1e-6;
  /// a variable drifts steadily if its rate changed less than this share in a stretch
  double steady_drift = 1e-2;
  /// s; what still changes its pace by then has no steady state
  double longest = 1e8;
  /// but for what would then move less than this share of its nominal size within `patience`: it is told as a drift
  double creep = 1e-4;
  /// s; the implicit Euler step that Newton's method takes to the rest, see `find_steady_state`
  double last_step = 1e9;
};

struct SteadyState {
  std::vector<double> y;
  std::vector<double> yp;   ///< zero but for ledgers and what is named in `moving`
  double time = 0.0;        ///< s integrated before Newton's method took over
  std::vector<int> moving;  ///< differential variables that have no steady state with these inputs
  std::vector<std::string>
      in_words;  ///< one sentence for each of them: "distillate_tank.n_light rises by 1.2 mol/h ..."
};

/// The steady state that a plant comes to from the differential variables in `y` with the problem's inputs held:
/// F(y, 0) = 0. Pseudo-transient continuation (the integrator, over stretches that double) brings it near, through
/// state events; Newton's method (SUNDIALS KINSOL, line search) finishes. `problem.modes` are then those of the steady
/// state.
///
/// Ledgers have no steady state and are left out. A tank that only fills or empties has none either: it keeps the value
/// it had and is named in `moving` with its pace, while all else is brought to rest around it. What a closed plant
/// conserves keeps its amount.
///
/// Throws SolveError naming the worst equations if the equations cannot be solved, or the variables that neither come
/// to rest nor drift steadily within the longest time (a plant that oscillates).
SteadyState find_steady_state(DaeProblem& problem, const std::vector<double>& y, const SteadyStateSettings& = {});

}  // namespace stillhouse
