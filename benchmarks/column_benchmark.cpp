#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <map>

#include "benchmarks/problems/stock_ida.h"
#include "engine/simulation/simulator.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/sparse_factor.h"
#include "engine/solve/steady_state.h"
#include "models/catalogue.h"

/// The pilot column's cold start (methanol-water, 12 trays, 3 kW), through the engine and through SUNDIALS as its
/// manual shows it, in one process on the same equations. `times_ours` is an anchor's CPU time a simulated second over
/// ours.
namespace stillhouse {
namespace {

const std::shared_ptr<const Flowsheet>& plant() {
  static const auto built = find_flowsheet_kind("pilot_column").build({});
  return built;
}

/// Heater, cooling water and vent on; the pump runs and returns what condenses.
void switch_on(std::vector<double>& inputs) {
  for (const auto& [name, value] :
       {std::pair{"kettle.power", 3000.0}, {"cooling_water.valve", 0.8}, {"drum.vent", 1.0}, {"drum.reflux_pump", 1.0}})
    inputs[static_cast<std::size_t>(plant()->find_input(name))] = value;
}

/// A problem at its consistent cold start.
struct Course {
  Course() : problem(plant()) {
    for (const VariableInfo& v : plant()->variables()) y.push_back(v.range.start);
    yp.assign(y.size(), 0.0);
    switch_on(problem.inputs);
    make_consistent(problem, y, yp);
  }
  DaeProblem problem;
  std::vector<double> y, yp;
};

/// CPU seconds a simulated second of what `times_ours` refers to, by workload.
std::map<std::string, double>& ours() {
  static std::map<std::string, double> seconds;
  return seconds;
}

/// Runs a workload of so many simulated seconds; the first of its name is ours, the others are measured against it.
template <class Work>
void measure(benchmark::State& state, const std::string& workload, bool is_ours, double simulated, Work work) {
  double cpu = 0.0;
  long steps = 0;
  for (auto _ : state) {
    const std::clock_t before = std::clock();
    steps = work();
    cpu += static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    if (steps < 0) {
      state.SkipWithError("the equations could not be solved");
      return;
    }
  }
  const double each = cpu / static_cast<double>(state.iterations()) / simulated;
  if (is_ours) ours()[workload] = each;
  state.counters["simulated_s"] = simulated;
  state.counters["real_time_factor"] = 1.0 / each;
  state.counters["steps"] = static_cast<double>(steps);
  if (!is_ours && ours().count(workload)) state.counters["times_ours"] = each / ours()[workload];
}

constexpr double half_hour = 1800.0;
// s; dense difference quotients blunder where a trace of liquid bends the equations, and take minutes for minutes
constexpr double beginning = 10.0;

// inputs held, no scans: the integrator alone

void cold_start_ours(benchmark::State& state) {
  measure(state, "held", true, half_hour, [] {
    Course course;
    Integrator integrator(course.problem, {});
    integrator.restart(0.0, course.y, course.yp);
    const auto outcome = integrator.advance(half_hour, course.y, course.yp);
    return outcome == Integrator::Outcome::reached ? integrator.costs().steps : -1;
  });
}
BENCHMARK(cold_start_ours)->Unit(benchmark::kMillisecond);

long stock(StockIda::Algebra algebra, double seconds) {
  Course course;
  StockIda integrator(course.problem, {}, algebra);
  integrator.restart(0.0, course.y, course.yp);
  return integrator.advance(seconds, course.y, course.yp) ? integrator.steps() : -1;
}

void cold_start_stock_klu(benchmark::State& state) {
  measure(state, "held", false, half_hour, [] { return stock(StockIda::Algebra::sparse, half_hour); });
}
BENCHMARK(cold_start_stock_klu)->Unit(benchmark::kMillisecond);

void first_seconds_ours(benchmark::State& state) {
  measure(state, "beginning", true, beginning, [] {
    Course course;
    Integrator integrator(course.problem, {});
    integrator.restart(0.0, course.y, course.yp);
    integrator.advance(beginning, course.y, course.yp);
    return integrator.costs().steps;
  });
}
BENCHMARK(first_seconds_ours)->Unit(benchmark::kMillisecond);

void first_seconds_stock_dense(benchmark::State& state) {
  measure(state, "beginning", false, beginning, [] { return stock(StockIda::Algebra::dense, beginning); });
}
BENCHMARK(first_seconds_stock_dense)->Unit(benchmark::kMillisecond);

// an input that changes every second: scans

double pump_speed(double level, int second) {
  return std::clamp(3.0 * (level - 0.2) + 0.01 * static_cast<double>(second * 7 % 5), 0.0, 1.0);
}

void scans_ours(benchmark::State& state) {
  measure(state, "scans", true, half_hour, [] {
    Simulator simulator(plant());
    std::vector<double> inputs = simulator.state().inputs;
    switch_on(inputs);
    for (std::size_t i = 0; i < inputs.size(); ++i) simulator.set_input(static_cast<int>(i), inputs[i]);
    const int level = plant()->find_signal("drum.level"), pump = plant()->find_input("drum.reflux_pump");
    for (int second = 0; second < static_cast<int>(half_hour); ++second) {
      simulator.set_input(pump, pump_speed(simulator.signal(level), second));
      simulator.advance();
    }
    return simulator.costs().steps;
  });
}
BENCHMARK(scans_ours)->Unit(benchmark::kMillisecond);

void scans_stock_klu_restarted(benchmark::State& state) {
  measure(state, "scans", false, half_hour, []() -> long {
    Course course;
    StockIda integrator(course.problem, {}, StockIda::Algebra::sparse);
    const int level = plant()->find_signal("drum.level") - plant()->unknown_count();
    const std::size_t pump = static_cast<std::size_t>(plant()->find_input("drum.reflux_pump"));
    std::vector<double> observables(plant()->observables().size()), holdings(plant()->quantities().size());
    for (int second = 0; second < static_cast<int>(half_hour); ++second) {
      plant()->observe(course.y.data(), course.problem.inputs.data(), course.problem.modes.data(), observables.data(),
                       holdings.data());
      course.problem.inputs[pump] = pump_speed(observables[static_cast<std::size_t>(level)], second);
      make_consistent(course.problem, course.y, course.yp);
      integrator.restart(0.0, course.y, course.yp);
      if (!integrator.advance(1.0, course.y, course.yp)) return -1;
    }
    return integrator.steps();
  });
}
BENCHMARK(scans_stock_klu_restarted)->Unit(benchmark::kMillisecond);

void steady_state_from_cold(benchmark::State& state) {
  for (auto _ : state) {
    Course course;
    course.problem.inputs[static_cast<std::size_t>(plant()->find_input("kettle.power"))] = 2100.0;
    benchmark::DoNotOptimize(find_steady_state(course.problem, course.y).time);
  }
}
BENCHMARK(steady_state_from_cold)->Unit(benchmark::kMillisecond);

// the parts of a step, with the column boiling

const Course& boiling() {
  static const std::unique_ptr<Course> course = [] {
    auto c = std::make_unique<Course>();
    Integrator integrator(c->problem, {});
    integrator.restart(0.0, c->y, c->yp);
    integrator.advance(half_hour, c->y, c->yp);
    return c;
  }();
  return *course;
}

void residual(benchmark::State& state) {
  const Course& course = boiling();
  std::vector<double> r(course.y.size());
  for (auto _ : state) {
    course.problem.residual(course.y.data(), course.yp.data(), r.data());
    benchmark::DoNotOptimize(r.data());
  }
  state.counters["unknowns"] = course.problem.size();
}
BENCHMARK(residual)->Unit(benchmark::kMicrosecond);

void jacobian(benchmark::State& state) {
  const Course& course = boiling();
  DaeProblem problem(plant());
  problem.inputs = course.problem.inputs;
  std::vector<double> values(static_cast<std::size_t>(problem.pattern().entries()));
  for (auto _ : state) {
    problem.jacobian(course.y.data(), course.yp.data(), 1.0, 10.0, values.data());
    benchmark::DoNotOptimize(values.data());
  }
  state.counters["entries"] = problem.pattern().entries();
}
BENCHMARK(jacobian)->Unit(benchmark::kMicrosecond);

void factor_and_solve(benchmark::State& state, bool factor_too) {
  const Course& course = boiling();
  DaeProblem problem(plant());
  problem.inputs = course.problem.inputs;
  std::vector<double> values(static_cast<std::size_t>(problem.pattern().entries())), b(course.y.size(), 1.0);
  problem.jacobian(course.y.data(), course.yp.data(), 1.0, 10.0, values.data());
  SparseFactor factor(problem.pattern());
  factor.factor(values.data());
  for (auto _ : state) {
    if (factor_too) {
      benchmark::DoNotOptimize(factor.factor(values.data()));
    } else {
      std::fill(b.begin(), b.end(), 1.0);
      factor.solve(b.data());
      benchmark::DoNotOptimize(b.data());
    }
  }
}
BENCHMARK_CAPTURE(factor_and_solve, refactor, true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(factor_and_solve, solve, false)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace stillhouse
