#pragma once

#include <functional>
#include <type_traits>
#include <vector>

#include "benchmarks/problems/tray_tower.h"
#include "engine/solve/dae_problem.h"
#include "engine/solve/integrator.h"

/// What the tray tower is measured with. Each workload has a beginning, which is not timed (it sets the problem's
/// inputs and finds consistent values), and a run, which is. A run drives any integrator that has
///   restart(time, y, yp)   begins at a consistent state
///   advance(time, y, yp)   goes to exactly that time; says whether it came there
/// so that ours and the anchors of stock_ida.h do the same work:
///
///   DaeProblem problem(build_tray_tower(40, 3));
///   const TowerMoment steady = tower_steady_state(problem);
///   TowerMoment moment = begin_reflux_step(problem, steady);
///   Integrator ours(problem, {});
///   run_undisturbed(driven(ours), moment, tower_hour);
namespace stillhouse {

constexpr double tower_hour = 3600.0;         // s
constexpr double tower_cold_start = 36000.0;  // s, after which the tower is within 0.4 % of rest (160 trays) or nearer

/// The unknowns of a problem and their rates at a moment.
struct TowerMoment {
  std::vector<double> y, yp;
};

/// The integrator that a run drives.
struct TowerIntegrator {
  std::function<void(double time, const std::vector<double>& y, const std::vector<double>& yp)> restart;
  std::function<bool(double time, std::vector<double>& y, std::vector<double>& yp)> advance;
};
template <class Solver>
TowerIntegrator driven(Solver& solver) {
  return {[&solver](double time, const std::vector<double>& y, const std::vector<double>& yp) {
            solver.restart(time, y, yp);
          },
          [&solver](double time, std::vector<double>& y, std::vector<double>& yp) {
            if constexpr (std::is_same_v<decltype(solver.advance(time, y, yp)), bool>) {
              return solver.advance(time, y, yp);
            } else {
              return solver.advance(time, y, yp) == Solver::Outcome::reached;
            }
          }};
}

/// Index of an unknown among those solved for, by name ("tray_3.T"); -1 if there is none.
int tower_unknown(const DaeProblem& problem, std::string_view name);

/// The steady state with the declared inputs, from the declared start values.
TowerMoment tower_steady_state(DaeProblem& problem);

/// The declared start values and inputs, made consistent: with TrayTower::Start::cold the beginning of a cold start.
TowerMoment begin_at_start(DaeProblem& problem);
/// The steady state, at the moment when 2 % more reflux is asked of the pump.
TowerMoment begin_reflux_step(DaeProblem& problem, const TowerMoment& steady);

/// To the end without anyone interfering: the reflux step for an hour, or the cold start. False if it came to grief.
bool run_undisturbed(const TowerIntegrator& integrator, TowerMoment& moment, double seconds);

/// What happens to an integrator's history when an input changes.
enum class History {
  kept,  ///< it goes on
  anew,  ///< consistent values, then a restart: what the manual asks for
};

/// A digital PI controller that holds the temperature of a tray in the rectifying section by the reflux, 0.3 K below
/// its steady value from the first sample on: reflux = steady + K (e + sum e dt / Ti), e = T - set point.
struct TowerControl {
  double period = 1.0;  // s
  double seconds = tower_hour;
  History history = History::kept;
  double gain = 1.0;             // mol/(s K)
  double integral_time = 300.0;  // s
};
/// From the steady state with its inputs (which it leaves changed); false if the integrator came to grief.
bool run_digital_control(DaeProblem& problem, const TowerIntegrator& integrator, const TowerControl& control,
                         TowerMoment& moment);

/// Someone plays with the column: every second reflux and duty are moved a little, within 3 % of their declared values.
bool run_interaction(DaeProblem& problem, const TowerIntegrator& integrator, History history, double seconds,
                     TowerMoment& moment);

}  // namespace stillhouse
