#include "models/instruments/hydrometer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

const RandomStream kRandom(1707, "DI-131");

TEST(Hydrometer, ReadsDensityAndTemperatureInDivisionsAfterItHasComeToRest) {
  const Hydrometer hydrometer({});
  Hydrometer::State state;
  ASSERT_FALSE(hydrometer.may_sample(state, 812.37, 100).has_value());
  hydrometer.sample(state, 812.37, 301.234, 1.0, kRandom, 100);
  EXPECT_EQ(hydrometer.may_sample(state, 812.0, 159)->en,
            "The hydrometer has not come to rest in the last sample yet.");
  for (int k = 100; k < 160; ++k) EXPECT_FALSE(hydrometer.scan(state, k));
  EXPECT_FALSE(hydrometer.latest(state).has_value());
  EXPECT_TRUE(hydrometer.scan(state, 160));
  const Hydrometer::Result result = *hydrometer.latest(state);
  EXPECT_EQ(result.density, 812.5);
  EXPECT_NEAR(result.temperature, 273.15 + 28.1, 1e-9);
  EXPECT_EQ(result.taken_at, 100);
  EXPECT_FALSE(result.off_scale);
}

TEST(Hydrometer, NeedsLiquidAndHasABudget) {
  const Hydrometer hydrometer({.delay = 0.0, .budget = 1});
  Hydrometer::State state;
  EXPECT_EQ(hydrometer.may_sample(state, 1.2, 0)->en, "There is no liquid to draw here.");
  EXPECT_TRUE(hydrometer.may_sample(state, std::nan(""), 0).has_value());
  hydrometer.sample(state, 800.0, 293.15, 1.0, kRandom, 0);
  hydrometer.scan(state, 0);
  EXPECT_EQ(hydrometer.left(state), 0);
  EXPECT_EQ(hydrometer.may_sample(state, 800.0, 1)->en, "The sample budget is used up.");
}

TEST(Hydrometer, StandsAtTheEndOfItsScaleAndSaysSo) {
  const Hydrometer hydrometer({.delay = 0.0});
  Hydrometer::State state;
  hydrometer.sample(state, 700.0, 293.15, 1.0, kRandom, 0);
  hydrometer.scan(state, 0);
  EXPECT_EQ(hydrometer.latest(state)->density, 750.0);
  EXPECT_TRUE(hydrometer.latest(state)->off_scale);
}

TEST(Hydrometer, ReadingErrorHasTheStatedSize) {
  const Hydrometer hydrometer({.division = 0.0, .noise = 0.4, .bias = 0.25, .delay = 0.0});
  double sum = 0.0, squares = 0.0;
  constexpr int kStudents = 4000;
  for (int student = 0; student < kStudents; ++student) {
    Hydrometer::State state;
    hydrometer.sample(state, 800.0, 293.15, 1.0, RandomStream(static_cast<std::uint64_t>(student), "DI-131"), 0);
    hydrometer.scan(state, 0);
    const double error = hydrometer.latest(state)->density - 800.25;
    sum += error;
    squares += error * error;
  }
  EXPECT_NEAR(sum / kStudents, 0.0, 4.0 * 0.4 / std::sqrt(kStudents));
  EXPECT_NEAR(std::sqrt(squares / kStudents), 0.4, 4.0 * 0.4 / std::sqrt(2.0 * kStudents));
}

TEST(Hydrometer, RefusesImpossibleSettings) {
  EXPECT_THROW(Hydrometer({.low = 900.0, .high = 800.0}), ModelError);
  EXPECT_THROW(Hydrometer({.budget = 0}), ModelError);
  EXPECT_THROW(Hydrometer({.noise = -1.0}), ModelError);
}

}  // namespace
}  // namespace stillhouse
