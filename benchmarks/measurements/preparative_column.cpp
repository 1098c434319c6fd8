#include <memory>
#include <string>

#include "benchmarks/measurements/anchors.h"
#include "benchmarks/measurements/topics.h"
#include "engine/solve/consistent_start.h"

namespace stillhouse {

namespace {

constexpr double injected = 30.0, eluted = 900.0;  // s
constexpr double feed = 50.0;                      // mol/m^3 of both species: overload
constexpr SolverSettings accuracy = {.relative_tolerance = 1e-6, .differential_tolerance = 1e-6};

std::shared_ptr<Course> clean_column(DaeForm form) {
  return std::make_shared<Course>(find_flowsheet_kind("preparative_column").build({{"cells", 100.0}}),
                                  std::vector<Setting>{}, form);
}

void pump(Course& course, double concentration, std::vector<double>& y, std::vector<double>& yp) {
  course.input("column.c_A") = course.input("column.c_B") = concentration;
  make_consistent(course.problem, y, yp);
}

void go(Integrator& integrator, double from, double to, std::vector<double>& y, std::vector<double>& yp) {
  integrator.restart(from, y, yp);
  if (integrator.advance(to, y, yp) != Integrator::Outcome::reached)
    throw std::runtime_error("the column came to " + std::to_string(integrator.reached_time()) + " s only");
}

/// The plug just injected: what is left to do is to elute it.
std::shared_ptr<Course> loaded_column(DaeForm form) {
  const std::shared_ptr<Course> course = clean_column(form);
  Integrator integrator(course->problem, accuracy);
  pump(*course, feed, course->y, course->yp);
  go(integrator, 0.0, injected, course->y, course->yp);
  pump(*course, 0.0, course->y, course->yp);
  return course;
}

struct Chromatography {
  std::shared_ptr<Course> course = clean_column(DaeForm::reduced);
  Integrator integrator{course->problem, accuracy};
  std::vector<double> y, yp;
};

Work injection_and_elution() {
  const auto run = std::make_shared<Chromatography>();
  return [=] {
    run->y = run->course->y;
    run->yp = run->course->yp;
    pump(*run->course, feed, run->y, run->yp);
    go(run->integrator, 0.0, injected, run->y, run->yp);
    pump(*run->course, 0.0, run->y, run->yp);
    go(run->integrator, injected, eluted, run->y, run->yp);
  };
}

}  // namespace

/// An overloaded column of 100 cells with two species that compete, relative tolerance 1e-6: a plug goes in and comes
/// out. The anchors elute what was injected.
void add_preparative_column(Bench& bench) {
  bench.add({.name = "preparative_column", .ours = injection_and_elution, .simulated = eluted, .goal_s = 60e-3});
  const auto add = [&](const char* name, StockAlgebra algebra) {
    bench.add({.name = name,
               .ours = ours_over(loaded_column, eluted - injected, accuracy),
               .anchor = "IDA, " + in_words(algebra),
               .theirs = ida_over(loaded_column, eluted - injected, accuracy, algebra),
               .simulated = eluted - injected});
  };
  add("preparative_column/ida_klu", StockAlgebra::sparse);
  add("preparative_column/ida_band", StockAlgebra::band);
}

}  // namespace stillhouse
