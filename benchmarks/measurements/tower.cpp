#include <stdexcept>
#include <string>

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"
#include "benchmarks/problems/tray_tower_workloads.h"

/// The tray tower of any number of trays and two to five components, relative tolerance 1e-5.
namespace stillhouse {

namespace {

std::shared_ptr<Course> tower(const TrayTower& what, DaeForm form) {
  return std::make_shared<Course>(build_tray_tower(what), std::vector<Setting>{}, form);
}

/// At the steady state, 2 % more reflux just asked for.
MakeCourse reflux_step(int trays, int components) {
  return [=](DaeForm form) {
    auto course = tower({.trays = trays, .components = components}, form);
    TowerMoment moment = begin_reflux_step(course->problem, tower_steady_state(course->problem));
    course->y = std::move(moment.y);
    course->yp = std::move(moment.yp);
    return course;
  };
}

void add_step(Bench& bench) {
  const MakeCourse course = reflux_step(40, 3);
  const auto add = [&](const char* name, StockAlgebra algebra, double goal, double seconds,
                       DaeForm form = DaeForm::complete) {
    const std::string same = form == DaeForm::reduced ? ", unknowns reduced as ours" : "";
    bench.add({.name = std::string("tower_step/") + name,
               .ours = ours_over(course, tower_hour, {}),
               .anchor = "IDA, " + in_words(algebra) + same,
               .theirs = ida_over(course, tower_hour, {}, algebra, form),
               .simulated = tower_hour,
               .goal_ratio = goal,
               .goal_s = seconds});
  };
  add("ida_dense", StockAlgebra::dense, 60.0, 1e-3);
  add("own_vectors", StockAlgebra::own_vectors, 1.5, 1e-3);
  add("ida_klu", StockAlgebra::sparse, 0.0, 0.0);
  add("ida_band", StockAlgebra::band, 0.0, 0.0);
  add("ida_dense_reduced", StockAlgebra::dense, 0.0, 0.0, DaeForm::reduced);
  add("own_vectors_reduced", StockAlgebra::own_vectors, 0.0, 0.0, DaeForm::reduced);
}

// from feed at 298 K to rest

void add_cold_start(Bench& bench) {
  const MakeCourse cold = [](DaeForm form) {
    return tower({.trays = 40, .components = 3, .start = TrayTower::Start::cold}, form);
  };
  const auto add = [&](const char* name, double seconds, StockAlgebra algebra, double goal_s) {
    bench.add({.name = name,
               .ours = ours_over(cold, seconds, {}),
               .anchor = "IDA, " + in_words(algebra),
               .theirs = ida_over(cold, seconds, {}, algebra),
               .simulated = seconds,
               .goal_s = goal_s,
               .slow = algebra == StockAlgebra::dense});
  };
  add("tower_cold_start/ida_klu", tower_cold_start, StockAlgebra::sparse, 25e-3);
  add("tower_cold_start/own_vectors", tower_cold_start, StockAlgebra::own_vectors, 0.0);
  add("tower_cold_start/ida_dense", tower_cold_start, StockAlgebra::dense, 0.0);
}

// sampled: inputs change at sample boundaries

/// A tower at rest, an integrator, and what is done with them.
template <class Solver>
struct Sampled {
  template <class... Arguments>
  Sampled(int trays, int components, DaeForm form, Arguments&&... arguments)
      : course(tower({.trays = trays, .components = components}, form)),
        rest(tower_steady_state(course->problem)),
        solver(course->problem, SolverSettings{}, std::forward<Arguments>(arguments)...) {}
  std::shared_ptr<Course> course;
  TowerMoment rest;
  Solver solver;
};

/// What one integrator is driven through from rest; false if it came to grief.
using Drive = std::function<bool(DaeProblem&, const TowerIntegrator&, History, TowerMoment&)>;

template <class Solver, class... Arguments>
Prepare sampled(int trays, int components, DaeForm form, History history, const Drive& drive, Arguments... arguments) {
  return [=]() -> Work {
    const auto all = std::make_shared<Sampled<Solver>>(trays, components, form, arguments...);
    return [=] {
      TowerMoment moment = all->rest;
      if (!drive(all->course->problem, driven(all->solver), history, moment))
        throw std::runtime_error("the integrator gave up on the way");
    };
  };
}

void add_sampled(Bench& bench, const std::string& name, int trays, int components, History anchors_history,
                 const Drive& drive, double period, double seconds, double goal_ratio, double goal_s) {
  const char* how = anchors_history == History::anew ? ", made consistent and begun anew at each" : ", history kept";
  bench.add(
      {.name = name,
       .ours = sampled<Integrator>(trays, components, DaeForm::reduced, History::kept, drive),
       .anchor = "IDA, " + in_words(StockAlgebra::sparse) + how,
       .theirs = sampled<StockIda>(trays, components, DaeForm::complete, anchors_history, drive, StockAlgebra::sparse),
       .parts = seconds / period,
       .simulated = period,
       .goal_ratio = goal_ratio,
       .goal_s = goal_s});
}

void add_control(Bench& bench) {
  const auto control = [](double period, double seconds) -> Drive {
    return [=](DaeProblem& problem, const TowerIntegrator& integrator, History history, TowerMoment& moment) {
      return run_digital_control(problem, integrator, {.period = period, .seconds = seconds, .history = history},
                                 moment);
    };
  };
  // times are an event's
  constexpr double ten_minutes = 600.0;
  add_sampled(bench, "tower_control/1_s", 40, 3, History::anew, control(1.0, ten_minutes), 1.0, ten_minutes, 50.0,
              10e-6);
  add_sampled(bench, "tower_control/10_s", 40, 3, History::anew, control(10.0, tower_hour), 10.0, tower_hour, 0.0, 0.0);
  add_sampled(bench, "tower_control/60_s", 40, 3, History::anew, control(60.0, tower_hour), 60.0, tower_hour, 0.0, 0.0);
  add_sampled(bench, "tower_control/1_s_kept", 40, 3, History::kept, control(1.0, ten_minutes), 1.0, ten_minutes, 0.0,
              0.0);
}

void add_interaction(Bench& bench) {
  constexpr double ten_minutes = 600.0;
  const Drive play = [](DaeProblem& problem, const TowerIntegrator& integrator, History history, TowerMoment& moment) {
    return run_interaction(problem, integrator, history, ten_minutes, moment);
  };
  add_sampled(bench, "tower_interaction/10_trays", 10, 2, History::anew, play, 1.0, ten_minutes, 0.0, 3e-6);
}

// size

/// Our reflux step, and where its steps are counted.
Prepare counted_step(int trays, int components, const std::shared_ptr<double>& steps) {
  return [=]() -> Work {
    const auto course = reflux_step(trays, components)(DaeForm::reduced);
    const auto integrator = std::make_shared<Integrator>(course->problem, SolverSettings{});
    return [=, y = std::vector<double>(), yp = std::vector<double>()]() mutable {
      const long before = integrator->costs().steps;
      integrate(*integrator, *course, tower_hour, y, yp);
      *steps = static_cast<double>(integrator->costs().steps - before);
    };
  };
}

void add_size(Bench& bench) {
  const auto large = std::make_shared<double>(1.0), small = std::make_shared<double>(1.0);
  bench.add({.name = "tower_size/160_trays_a_step",
             .ours = counted_step(160, 3, large),
             .anchor = "ours, 40 trays; the ratio is the exponent",
             .theirs = counted_step(40, 3, small),
             .parts_by_then = [=] { return *large; },
             .anchor_parts_by_then = [=] { return *small; },
             .times_larger = 4.0,
             .goal_exponent = 1.1});
  for (int components = 2; components <= 5; ++components)
    bench.add({.name = "tower_size/" + std::to_string(components) + "_components",
               .ours = ours_over(reflux_step(40, components), tower_hour, {}),
               .simulated = tower_hour});
}

}  // namespace

void add_tower(Bench& bench) {
  add_step(bench);
  add_cold_start(bench);
  add_control(bench);
  add_interaction(bench);
  add_size(bench);
}

}  // namespace stillhouse
