#include "models/control/actuator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "engine/base/random.h"

namespace stillhouse {
namespace {

TEST(Actuator, TakesItsStrokeTimeForTheFullTravel) {
  const Actuator heater({.low = 0.0, .high = 3000.0, .stroke = 15.0});
  Actuator::State state = heater.initial();
  heater.command(state, 1.0);
  for (int k = 1; k <= 14; ++k) EXPECT_NEAR(heater.scan(state, 1.0), 3000.0 * k / 15.0, 1e-9);
  EXPECT_EQ(heater.scan(state, 1.0), 3000.0);
  EXPECT_EQ(heater.scan(state, 1.0), 3000.0);
  heater.command(state, 0.5);
  EXPECT_NEAR(heater.scan(state, 3.0), 2400.0, 1e-9);
}

TEST(Actuator, WithoutStrokeIsThereAtOnce) {
  const Actuator valve({.low = 2.0, .high = 4.0, .initial = 0.5});
  Actuator::State state = valve.initial();
  EXPECT_EQ(valve.input(state), 3.0);
  valve.command(state, 0.25);
  EXPECT_EQ(valve.scan(state, 1.0), 2.5);
  EXPECT_EQ(valve.fraction(2.5), 0.25);
}

TEST(Actuator, GoesWhereAnInterlockForcesItAndComesBackToItsCommand) {
  const Actuator valve({.stroke = 10.0, .initial = 0.8});
  Actuator::State state = valve.initial();
  for (int k = 0; k < 20; ++k) valve.scan(state, 1.0, 0.0);
  EXPECT_EQ(state.position, 0.0);
  EXPECT_EQ(state.command, 0.8);
  for (int k = 0; k < 20; ++k) valve.scan(state, 1.0);
  EXPECT_EQ(state.position, 0.8);
}

TEST(Actuator, DoesNotMoveWhenJammed) {
  const Actuator valve({.initial = 0.3});
  Actuator::State state = valve.initial();
  state.jammed = true;
  valve.command(state, 0.9);
  EXPECT_EQ(valve.scan(state, 1.0), 0.3);
  EXPECT_EQ(valve.scan(state, 1.0, 0.0), 0.3);
  state.jammed = false;
  EXPECT_EQ(valve.scan(state, 1.0), 0.9);
}

TEST(Actuator, RefusesValuesOutsideItsRangeAndImpossibleSettings) {
  const Actuator valve({});
  const Actuator::State state = valve.initial();
  EXPECT_EQ(valve.may_command(state, -0.1)->en, "The value is below the lower end of the range.");
  EXPECT_EQ(valve.may_command(state, 1.1)->zh, "数值高于量程上限。");
  EXPECT_TRUE(valve.may_command(state, std::nan("")).has_value());
  EXPECT_FALSE(valve.may_command(state, 1.0).has_value());
  EXPECT_THROW(Actuator({.low = 1.0, .high = 0.0}), ModelError);
  EXPECT_THROW(Actuator({.stroke = -1.0}), ModelError);
  EXPECT_THROW(Actuator({.initial = 1.5}), ModelError);
}

TEST(Actuator, NeverOutrunsItsStrokeNorItsRange) {
  const RandomStream script(11, "valve life");
  const Actuator valve({.low = -2.0, .high = 6.0, .stroke = 7.0});
  Actuator::State state = valve.initial();
  double last = valve.input(state);
  for (int k = 0; k < 5000; ++k) {
    if (script.uniform(k, 1) < 0.2) valve.command(state, script.uniform(k, 2));
    std::optional<double> forced;
    if (script.uniform(k, 3) < 0.1) forced = script.symmetric(2.0, k, 4);
    const double input = valve.scan(state, 0.5, forced);
    ASSERT_GE(input, -2.0);
    ASSERT_LE(input, 6.0);
    ASSERT_LE(std::abs(input - last), 8.0 * 0.5 / 7.0 + 1e-12);
    last = input;
  }
}

}  // namespace
}  // namespace stillhouse
