#include "engine/solve/integrator.h"

#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/hires.h"
#include "benchmarks/problems/robertson.h"
#include "engine/solve/consistent_start.h"
#include "engine/solve/state_event.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

/// A problem on its way from the declared start.
struct Course {
  Course(std::shared_ptr<const Flowsheet> plant, const SolverSettings& settings)
      : problem(std::move(plant)), integrator(problem, settings), y(start_values(problem.plant())), yp(y.size(), 0.0) {
    make_consistent(problem, y, yp);
    integrator.restart(0.0, y, yp);
  }
  DaeProblem problem;
  Integrator integrator;
  std::vector<double> y, yp;
};

SolverSettings accuracy(double relative) {
  SolverSettings settings;
  settings.relative_tolerance = relative;
  settings.differential_tolerance = relative * 1e-2;
  settings.algebraic_tolerance = relative;
  return settings;
}

TEST(Integrator, RobertsonComesToThePublishedEnd) {
  Course course(plant_of<Robertson>("robertson"), accuracy(1e-8));
  ASSERT_EQ(course.integrator.advance(Robertson::end, course.y, course.yp), Integrator::Outcome::reached);
  EXPECT_EQ(course.integrator.reached_time(), Robertson::end);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(course.y[i] / Robertson::reference[i], 1.0, 1e-5) << "y" << i + 1;
  EXPECT_NEAR(course.y[0] + course.y[1] + course.y[2], 1.0, 1e-12);
}

TEST(Integrator, HiresComesToThePublishedEndAndNearerWithTighterTolerance) {
  double error[2];
  for (int k : {0, 1}) {
    Course course(plant_of<Hires>("hires"), accuracy(k == 0 ? 1e-5 : 1e-9));
    ASSERT_EQ(course.integrator.advance(Hires::end, course.y, course.yp), Integrator::Outcome::reached);
    error[k] = 0.0;
    for (std::size_t i = 0; i < 8; ++i)
      error[k] = std::max(error[k], std::abs(course.y[i] / Hires::reference[i] - 1.0));
  }
  EXPECT_LT(error[0], 1e-2);
  EXPECT_LT(error[1], 1e-6);
  EXPECT_LT(error[1], 0.01 * error[0]);
}

TEST(Integrator, StiffDecayFollowsItsExponential) {
  // k = 2000: 2000 time constants in the time asked for, and points on the way
  Course course(plant_of<Tank1>("tank", 3.0, 2000.0), accuracy(1e-8));
  for (double t : {1e-4, 5e-4, 2e-3, 1.0}) {
    ASSERT_EQ(course.integrator.advance(t, course.y, course.yp), Integrator::Outcome::reached);
    const double rest = 1.0 / 2000.0, expected = rest + (3.0 - rest) * std::exp(-2000.0 * t);
    EXPECT_NEAR(course.y[0], expected, 3e-7) << t;
    EXPECT_NEAR(course.y[1], 2000.0 * course.y[0], 1e-8 * course.y[1]) << t;
  }
  // the ledger is not error-tested by itself, yet closes with the contents
  EXPECT_NEAR(course.y[0] - 3.0, course.y[2], 1e-12);
}

TEST(Integrator, StopsExactlyAtTheTimeAskedFor) {
  Course course(plant_of<Tank1>("tank", 3.0, 0.1), {});
  for (double t : {0.3, 1.0, 1.0000001, 777.77}) {
    ASSERT_EQ(course.integrator.advance(t, course.y, course.yp), Integrator::Outcome::reached);
    EXPECT_EQ(course.integrator.reached_time(), t);
  }
}

TEST(Integrator, FindsStateEventsToAMicrosecond) {
  Course course(plant_of<ReliefVessel>("vessel"), accuracy(1e-10));
  using V = ReliefVessel;
  std::vector<Events::Transition> transitions(2);
  double expected = 0.0;
  for (int cycle = 0; cycle < 3; ++cycle) {
    const auto legs = V::legs(cycle == 0 ? 0.0 : V::reseat);
    for (std::size_t leg : {0u, 1u}) {
      expected += legs[leg];
      ASSERT_EQ(course.integrator.advance(100.0, course.y, course.yp), Integrator::Outcome::event);
      EXPECT_NEAR(course.integrator.reached_time(), expected, 1e-6);
      EXPECT_NEAR(course.y[0], leg == 0 ? V::set : V::reseat, 1e-8);
      EXPECT_EQ(course.integrator.crossed()[leg], 1);
      pass_state_event(course.problem, course.integrator.crossed(), course.y, transitions);
      EXPECT_EQ(course.problem.modes[0], leg == 0 ? 1.0 : 0.0);
      make_consistent(course.problem, course.y, course.yp);
      course.integrator.restart(course.integrator.reached_time(), course.y, course.yp);
    }
  }
}

TEST(Integrator, SaysThatItFailed) {
  Course course(plant_of<FallsThroughARoot>("unit", 2.5), {});
  EXPECT_EQ(course.integrator.advance(2.0, course.y, course.yp), Integrator::Outcome::reached);
  EXPECT_NEAR(course.y[1], std::sqrt(0.5), 1e-5);
  EXPECT_EQ(course.integrator.advance(10.0, course.y, course.yp), Integrator::Outcome::failed);
  EXPECT_NEAR(course.integrator.reached_time(), 2.5, 0.1);
}

TEST(Integrator, CountsItsCostsOverRestarts) {
  Course course(plant_of<Hires>("hires"), {});
  course.integrator.advance(1.0, course.y, course.yp);
  const SolverCosts once = course.integrator.costs();
  EXPECT_GT(once.steps, 5);
  EXPECT_GE(once.residuals, once.steps);
  EXPECT_GE(once.jacobians, 1);
  EXPECT_EQ(once.restarts, 1);
  course.integrator.restart(1.0, course.y, course.yp);
  EXPECT_EQ(course.integrator.costs().steps, once.steps);
  course.integrator.advance(2.0, course.y, course.yp);
  EXPECT_GT(course.integrator.costs().steps, once.steps);
  EXPECT_EQ(course.integrator.costs().restarts, 2);
}

TEST(Integrator, DependsOnNothingBeforeARestart) {
  Course fresh(plant_of<Hires>("hires"), {}), used(plant_of<Hires>("hires"), {});
  used.integrator.advance(50.0, used.y, used.yp);
  used.y = fresh.y;
  used.yp = fresh.yp;
  used.integrator.restart(0.0, used.y, used.yp);
  fresh.integrator.advance(10.0, fresh.y, fresh.yp);
  used.integrator.advance(10.0, used.y, used.yp);
  EXPECT_EQ(fresh.y, used.y);
  EXPECT_EQ(fresh.yp, used.yp);
}

}  // namespace
}  // namespace stillhouse
