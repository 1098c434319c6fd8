#include <algorithm>
#include <stdexcept>

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"
#include "engine/simulation/simulator.h"
#include "engine/solve/linear_factor.h"
#include "engine/solve/steady_state.h"

/// The pilot column's cold start (methanol-water, 12 trays, 3 kW).
namespace stillhouse {

namespace {

constexpr double half_hour = 1800.0;
// s; dense difference quotients blunder where a trace of liquid bends the equations, and take minutes for minutes
constexpr double beginning = 10.0;

std::shared_ptr<Course> cold_pilot_column(DaeForm form) {
  return std::make_shared<Course>(pilot_column(), pilot_column_on(), form);
}

// inputs held, no scans: the integrator alone

void add_held(Bench& bench) {
  const auto add = [&](const char* name, double seconds, StockAlgebra algebra) {
    bench.add({.name = name,
               .ours = ours_over(cold_pilot_column, seconds, {}),
               .anchor = "IDA, " + in_words(algebra),
               .theirs = ida_over(cold_pilot_column, seconds, {}, algebra),
               .simulated = seconds,
               .slow = algebra == StockAlgebra::dense});
  };
  add("pilot_column_cold_start/ida_klu", half_hour, StockAlgebra::sparse);
  add("pilot_column_cold_start/own_vectors", half_hour, StockAlgebra::own_vectors);
  add("pilot_column_first_10_s/ida_dense", beginning, StockAlgebra::dense);
}

// an input that changes every second: scans

double pump_speed(double level, int second) {
  return std::clamp(3.0 * (level - 0.2) + 0.01 * static_cast<double>(second * 7 % 5), 0.0, 1.0);
}

Work scans_ours() {
  const auto plant = pilot_column();
  return [=] {
    Simulator simulator(plant);
    for (const auto& [name, value] : pilot_column_on()) simulator.set_input(plant->find_input(name), value);
    const int level = plant->find_signal("drum.level"), pump = plant->find_input("drum.reflux_pump");
    for (int second = 0; second < static_cast<int>(half_hour); ++second) {
      simulator.set_input(pump, pump_speed(simulator.signal(level), second));
      simulator.advance();
    }
  };
}

Work scans_stock_restarted() {
  return [plant = pilot_column()] {
    Course course(plant, pilot_column_on(), DaeForm::complete);
    StockIda integrator(course.problem, {}, StockAlgebra::sparse);
    const auto level = static_cast<std::size_t>(plant->find_signal("drum.level") - plant->unknown_count());
    double& pump = course.input("drum.reflux_pump");
    std::vector<double> observables(plant->observables().size()), holdings(plant->quantities().size());
    for (int second = 0; second < static_cast<int>(half_hour); ++second) {
      plant->observe(course.y.data(), course.problem.inputs.data(), course.problem.modes.data(), observables.data(),
                     holdings.data());
      pump = pump_speed(observables[level], second);
      make_consistent(course.problem, course.y, course.yp);
      integrator.restart(0.0, course.y, course.yp);
      if (!integrator.advance(1.0, course.y, course.yp)) throw std::runtime_error("IDA gave up on the way");
    }
  };
}

void add_scans(Bench& bench) {
  // differs in method on purpose: restarting at every sample is what the manual asks for
  bench.add({.name = "pilot_column_scan/ida_klu_restarted",
             .ours = scans_ours,
             .anchor = "IDA, " + in_words(StockAlgebra::sparse) + ", made consistent and begun anew at each scan",
             .theirs = scans_stock_restarted,
             .parts = half_hour,
             .simulated = 1.0});
}

void add_steady_state(Bench& bench) {
  bench.add({.name = "pilot_column_steady_state", .ours = []() -> Work {
               const auto course = cold_pilot_column(DaeForm::reduced);
               course->input("kettle.power") = 2100.0;
               return [=] { find_steady_state(course->problem, course->y); };
             }});
}

// the parts of a step, with the column boiling: in the reduced form beside all equations as they are written

struct Boiling {
  explicit Boiling(DaeForm form) : course(pilot_column(), pilot_column_on(), form) {
    Integrator integrator(course.problem, {});
    integrator.restart(0.0, course.y, course.yp);
    if (integrator.advance(half_hour, course.y, course.yp) != Integrator::Outcome::reached)
      throw std::runtime_error("the column does not come to boil");
    values.resize(static_cast<std::size_t>(course.problem.pattern().entries()));
    vector.assign(course.y.size(), 1.0);
    fill_jacobian();
  }
  void fill_residual() { course.problem.residual(course.y.data(), course.yp.data(), vector.data()); }
  void fill_jacobian() { course.problem.jacobian(course.y.data(), course.yp.data(), 1.0, 10.0, values.data()); }
  Course course;
  std::vector<double> values, vector;
};

/// The column at boil and its factors of one kind.
struct Factored : Boiling {
  Factored(DaeForm form, FactorKind kind) : Boiling(form), factor(course.problem.pattern(), kind) { fill_factors(); }
  void fill_factors() {
    if (!factor.factor(values.data())) throw std::runtime_error("the column's matrix is singular");
  }
  void solve() {
    std::fill(vector.begin(), vector.end(), 1.0);
    factor.solve(vector.data());
  }
  LinearFactor factor;
};

void add_parts(Bench& bench) {
  const auto of_equations = [&](const char* name, void (Boiling::*part)()) {
    const auto prepare = [=](DaeForm form) -> Prepare {
      return [=]() -> Work { return [=, column = std::make_shared<Boiling>(form)] { (column.get()->*part)(); }; };
    };
    bench.add({.name = std::string("pilot_column_part/") + name,
               .ours = prepare(DaeForm::reduced),
               .anchor = "all equations as they are written",
               .theirs = prepare(DaeForm::complete)});
  };
  of_equations("residual", &Boiling::fill_residual);
  of_equations("jacobian", &Boiling::fill_jacobian);

  const auto of_factors = [&](const char* name, void (Factored::*part)()) {
    const auto prepare = [=](DaeForm form, FactorKind kind) -> Prepare {
      return
          [=]() -> Work { return [=, column = std::make_shared<Factored>(form, kind)] { (column.get()->*part)(); }; };
    };
    const Prepare ours = prepare(DaeForm::reduced, FactorKind::structured);
    bench.add({.name = std::string("pilot_column_part/") + name,
               .ours = ours,
               .anchor = "KLU, all equations as they are written",
               .theirs = prepare(DaeForm::complete, FactorKind::klu)});
    bench.add({.name = std::string("pilot_column_part/") + name + "_reduced",
               .ours = ours,
               .anchor = "KLU, the same matrix",
               .theirs = prepare(DaeForm::reduced, FactorKind::klu)});
  };
  of_factors("factor", &Factored::fill_factors);
  of_factors("solve", &Factored::solve);
}

}  // namespace

void add_pilot_column(Bench& bench) {
  add_held(bench);
  add_scans(bench);
  add_steady_state(bench);
  add_parts(bench);
}

}  // namespace stillhouse
