#include "benchmarks/measurements/anchors.h"

#include <stdexcept>

namespace stillhouse {

namespace {

/// A course, who integrates it, and room for where it comes to.
template <class Solver>
struct Trip {
  template <class... Arguments>
  explicit Trip(std::shared_ptr<Course> c, Arguments&&... arguments)
      : course(std::move(c)), solver(course->problem, std::forward<Arguments>(arguments)...) {}
  std::shared_ptr<Course> course;
  Solver solver;
  std::vector<double> y, yp;
};

[[noreturn]] void gave_up(const char* who) {
  throw std::runtime_error(std::string(who) + " gave up on the way");
}

}  // namespace

Prepare ours_over(const MakeCourse& course, double seconds, const SolverSettings& settings) {
  return [=]() -> Work {
    const auto trip = std::make_shared<Trip<Integrator>>(course(DaeForm::reduced), settings);
    return [=] { integrate(trip->solver, *trip->course, seconds, trip->y, trip->yp); };
  };
}

Prepare ida_over(const MakeCourse& course, double seconds, const SolverSettings& settings, StockAlgebra algebra,
                 DaeForm form) {
  return [=]() -> Work {
    const auto trip = std::make_shared<Trip<StockIda>>(course(form), settings, algebra);
    return [=] {
      trip->y = trip->course->y;
      trip->yp = trip->course->yp;
      trip->solver.restart(0.0, trip->y, trip->yp);
      if (!trip->solver.advance(seconds, trip->y, trip->yp)) gave_up("IDA");
    };
  };
}

Prepare cvode_over(const MakeCourse& course, double seconds, const SolverSettings& settings, StockAlgebra algebra) {
  return [=]() -> Work {
    const auto trip = std::make_shared<Trip<StockCvode>>(course(DaeForm::complete), settings, algebra);
    return [=] {
      trip->y = trip->course->y;
      trip->solver.restart(0.0, trip->y);
      if (!trip->solver.advance(seconds, trip->y)) gave_up("CVODE");
    };
  };
}

std::string in_words(StockAlgebra algebra) {
  switch (algebra) {
    case StockAlgebra::dense:
      return "dense, difference quotients, stock vectors";
    case StockAlgebra::band:
      return "band, difference quotients, stock vectors";
    case StockAlgebra::sparse:
      return "KLU, exact Jacobian, stock vectors";
    case StockAlgebra::own_vectors:
      return "KLU, exact Jacobian, own vectors";
  }
  return {};
}

}  // namespace stillhouse
