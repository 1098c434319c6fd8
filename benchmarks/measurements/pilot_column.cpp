#include <algorithm>
#include <stdexcept>

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"
#include "engine/simulation/simulator.h"
#include "engine/solve/sparse_factor.h"
#include "engine/solve/steady_state.h"

/// The pilot column's cold start (methanol-water, 12 trays, 3 kW).
namespace stillhouse {

namespace {

constexpr double half_hour = 1800.0;
// s; dense difference quotients blunder where a trace of liquid bends the equations, and take minutes for minutes
constexpr double beginning = 10.0;

std::shared_ptr<Course> cold() {
  return std::make_shared<Course>(pilot_column(), pilot_column_on());
}

// inputs held, no scans: the integrator alone

void add_held(Bench& bench) {
  const auto add = [&](const char* name, double seconds, StockAlgebra algebra) {
    bench.add({.name = name,
               .ours = ours_over(cold, seconds, {}),
               .anchor = "IDA, " + in_words(algebra),
               .theirs = ida_over(cold, seconds, {}, algebra),
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
    Course course(plant, pilot_column_on());
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
               const auto course = cold();
               course->input("kettle.power") = 2100.0;
               return [=] { find_steady_state(course->problem, course->y); };
             }});
}

// the parts of a step, with the column boiling

struct Boiling {
  Boiling() : course(pilot_column(), pilot_column_on()) {
    Integrator integrator(course.problem, {});
    integrator.restart(0.0, course.y, course.yp);
    if (integrator.advance(half_hour, course.y, course.yp) != Integrator::Outcome::reached)
      throw std::runtime_error("the column does not come to boil");
    values.resize(static_cast<std::size_t>(course.problem.pattern().entries()));
    vector.assign(course.y.size(), 1.0);
    fill_jacobian();
  }
  void fill_jacobian() { course.problem.jacobian(course.y.data(), course.yp.data(), 1.0, 10.0, values.data()); }
  Course course;
  std::vector<double> values, vector;
};

void add_part(Bench& bench, const char* name, const std::function<Work(std::shared_ptr<Boiling>)>& part) {
  bench.add(
      {.name = std::string("pilot_column_part/") + name, .ours = [=] { return part(std::make_shared<Boiling>()); }});
}

void add_parts(Bench& bench) {
  add_part(bench, "residual", [](auto column) -> Work {
    return [=] {
      column->course.problem.residual(column->course.y.data(), column->course.yp.data(), column->vector.data());
    };
  });
  add_part(bench, "jacobian", [](auto column) -> Work { return [=] { column->fill_jacobian(); }; });
  const auto factored = [](const Boiling& column) {
    auto factor = std::make_shared<SparseFactor>(column.course.problem.pattern());
    factor->factor(column.values.data());
    return factor;
  };
  add_part(bench, "klu_refactor", [=](auto column) -> Work {
    return [=, factor = factored(*column)] { factor->factor(column->values.data()); };
  });
  add_part(bench, "klu_solve", [=](auto column) -> Work {
    return [=, factor = factored(*column)] {
      std::fill(column->vector.begin(), column->vector.end(), 1.0);
      factor->solve(column->vector.data());
    };
  });
}

}  // namespace

void add_pilot_column(Bench& bench) {
  add_held(bench);
  add_scans(bench);
  add_steady_state(bench);
  add_parts(bench);
}

}  // namespace stillhouse
