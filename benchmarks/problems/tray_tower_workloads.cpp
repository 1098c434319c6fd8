#include "benchmarks/problems/tray_tower_workloads.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include "engine/solve/consistent_start.h"
#include "engine/solve/steady_state.h"

namespace stillhouse {

namespace {

double& input(DaeProblem& problem, std::string_view name) {
  return problem.inputs[static_cast<std::size_t>(problem.plant().find_input(name))];
}

void reset_inputs(DaeProblem& problem) {
  for (std::size_t i = 0; i < problem.inputs.size(); ++i) problem.inputs[i] = problem.plant().inputs()[i].range.start;
}

TowerMoment declared_start(const DaeProblem& problem) {
  TowerMoment moment;
  for (int i = 0; i < problem.size(); ++i) moment.y.push_back(problem.unknown(i).range.start);
  moment.yp.assign(moment.y.size(), 0.0);
  return moment;
}

int trays(const DaeProblem& problem) {
  return static_cast<int>(problem.plant().units().size()) - 2;
}

/// Steps from sample to sample; `act(sample)` sets inputs at the beginning of each.
template <class Act>
bool run_sampled(DaeProblem& problem, const TowerIntegrator& integrator, History history, double period, double seconds,
                 TowerMoment& moment, const Act& act) {
  const long samples = std::lround(seconds / period);
  for (long k = 0; k < samples; ++k) {
    act(k);
    if (k == 0 || history == History::anew) {
      const double time = static_cast<double>(k) * period;
      make_consistent(problem, moment.y, moment.yp, time);
      integrator.restart(time, moment.y, moment.yp);
    }
    if (!integrator.advance(static_cast<double>(k + 1) * period, moment.y, moment.yp)) return false;
  }
  return true;
}

}  // namespace

int tower_unknown(const DaeProblem& problem, std::string_view name) {
  for (int i = 0; i < problem.size(); ++i) {
    if (problem.unknown(i).name == name) return i;
  }
  return -1;
}

TowerMoment tower_steady_state(DaeProblem& problem) {
  reset_inputs(problem);
  SteadyState steady = find_steady_state(problem, declared_start(problem).y);
  return {std::move(steady.y), std::move(steady.yp)};
}

TowerMoment begin_at_start(DaeProblem& problem) {
  reset_inputs(problem);
  TowerMoment moment = declared_start(problem);
  make_consistent(problem, moment.y, moment.yp);
  return moment;
}

TowerMoment begin_reflux_step(DaeProblem& problem, const TowerMoment& steady) {
  reset_inputs(problem);
  input(problem, "tower.reflux") *= 1.02;
  TowerMoment moment = steady;
  make_consistent(problem, moment.y, moment.yp);
  return moment;
}

bool run_undisturbed(const TowerIntegrator& integrator, TowerMoment& moment, double seconds) {
  integrator.restart(0.0, moment.y, moment.yp);
  return integrator.advance(seconds, moment.y, moment.yp);
}

bool run_digital_control(DaeProblem& problem, const TowerIntegrator& integrator, const TowerControl& control,
                         TowerMoment& moment) {
  reset_inputs(problem);
  const std::string tray = "tray_" + std::to_string(3 * trays(problem) / 4);
  const auto T = static_cast<std::size_t>(tower_unknown(problem, tray + ".T"));
  double& reflux = input(problem, "tower.reflux");
  const double steady_reflux = reflux, set_point = moment.y[T] - 0.3;
  double integral = 0.0;
  return run_sampled(problem, integrator, control.history, control.period, control.seconds, moment, [&](long) {
    const double error = moment.y[T] - set_point;
    integral += error * control.period;
    reflux = steady_reflux + control.gain * (error + integral / control.integral_time);
  });
}

bool run_interaction(DaeProblem& problem, const TowerIntegrator& integrator, History history, double seconds,
                     TowerMoment& moment) {
  reset_inputs(problem);
  double& reflux = input(problem, "tower.reflux");
  double& duty = input(problem, "tower.duty");
  const double reflux_0 = reflux, duty_0 = duty;
  return run_sampled(problem, integrator, history, 1.0, seconds, moment, [&](long k) {
    // two triangles, up and down 3 % in 2 min and 1.5 % in 44 s, that no second is like another
    const auto triangle = [k](long half) { return static_cast<double>(std::abs((k + half / 2) % (2 * half) - half)); };
    reflux = reflux_0 * (1.0 + 0.001 * (triangle(60) - 30.0));
    duty = duty_0 * (1.0 + 0.0007 * (triangle(22) - 11.0));
  });
}

}  // namespace stillhouse
