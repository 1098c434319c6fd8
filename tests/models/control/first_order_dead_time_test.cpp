#include "models/control/first_order_dead_time.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "engine/simulation/simulator.h"

namespace stillhouse {
namespace {

std::shared_ptr<const Flowsheet> build(double gain, double lag, double dead_time) {
  FlowsheetBuilder builder;
  Declare outside = builder.stream("outside");
  const Input u = outside.input("u", "1", {.start = 0.5, .minimum = 0.0, .maximum = 2.0}, "what is moved");
  builder.add<FirstOrderDeadTime>("path", u, "1", "1", FirstOrderDeadTime::Parameters{gain, lag, dead_time, 0.5, 1.0});
  return builder.build();
}

double closed_form(double gain, double lag, double dead_time, double t) {
  return t > dead_time ? gain * (1.0 - std::exp(-(t - dead_time) / lag)) : 0.0;
}

// Wood and Berry's slowest dead time against its lag: the hardest of the six
TEST(FirstOrderDeadTime, AnswersAStepAsItsClosedForm) {
  const auto plant = build(6.6, 654.0, 420.0);
  Simulator simulator(plant);
  simulator.set_input(0, 1.5);
  const int y = plant->find_signal("path.y");
  while (simulator.time() < 3600.0) {
    simulator.advance();
    const double t = simulator.time(), exact = closed_form(6.6, 654.0, 420.0, t);
    const double away = std::abs(t - 420.0) / 420.0;
    EXPECT_NEAR(simulator.signal(y), exact, 6.6 * (away > 1.0 ? 1e-4 : away > 0.2 ? 3e-3 : 1e-2)) << t;
  }
}

// A ramp comes out dead time and lag later, when the start has been forgotten.
TEST(FirstOrderDeadTime, FollowsARampDeadTimeAndLagLater) {
  const auto plant = build(2.0, 60.0, 120.0);
  Simulator simulator(plant);
  const double slope = 1e-3;
  while (simulator.time() < 1200.0) {
    // what is held during a scan is the ramp's mean
    simulator.set_input(0, 0.5 + slope * (simulator.time() + 0.5));
    simulator.advance();
  }
  EXPECT_NEAR(simulator.signal(plant->find_signal("path.y")), 2.0 * slope * (1200.0 - 180.0), 2e-4);
}

TEST(FirstOrderDeadTime, RestsWhereItIs) {
  const auto plant = build(6.6, 654.0, 420.0);
  Simulator simulator(plant);
  for (int scan = 0; scan < 100; ++scan) simulator.advance();
  for (int i = 0; i < plant->unknown_count(); ++i) EXPECT_EQ(simulator.signal(i), 0.0);
}

TEST(FirstOrderDeadTime, RefusesADeadTimeOfNothing) {
  EXPECT_THROW(build(1.0, 60.0, 0.0), ModelError);
}

}  // namespace
}  // namespace stillhouse
