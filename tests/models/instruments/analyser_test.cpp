#include "models/instruments/analyser.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

const RandomStream kRandom(1707, "AI-130");

TEST(Analyser, ShowsTheCompositionOfTheSampleAfterTheDelayNotTheCompositionOfNow) {
  const Analyser analyser({.delay = 360.0});
  Analyser::State state;
  for (int k = 0; k <= 1000; ++k) {
    // the product gets better all the time
    const bool arrived = analyser.scan(state, 0.5 + k * 1e-4, 1.0, k);
    if (k == 100) {
      ASSERT_FALSE(analyser.may_sample(state, k).has_value());
      analyser.sample(state, 1.0, kRandom, k);
    }
    EXPECT_EQ(arrived, k == 460);
    EXPECT_EQ(analyser.latest(state).has_value(), k >= 460);
  }
  EXPECT_EQ(analyser.latest(state)->taken_at, 100);
  EXPECT_EQ(analyser.latest(state)->ready_at, 460);
  EXPECT_NEAR(analyser.latest(state)->result.value, 0.51, 1e-12);
}

TEST(Analyser, SampleLineHoldsTheProductBackByItsTimeConstant) {
  const Analyser analyser({.line_lag = 30.0, .delay = 0.0});
  Analyser::State state;
  analyser.scan(state, 0.2, 1.0, 0);
  state.truth = 0.9;  // the product changes just after the first scan
  for (int k = 1; k <= 45; ++k) analyser.scan(state, 0.9, 1.0, k);
  analyser.sample(state, 1.0, kRandom, 45);
  analyser.scan(state, 0.9, 1.0, 46);
  EXPECT_NEAR(analyser.latest(state)->result.value, 0.9 - 0.7 * std::exp(-1.5), 1e-13);
}

TEST(Analyser, RefusesWhenBusyAndWhenTheBudgetIsUsedUp) {
  const Analyser analyser({.delay = 60.0, .cost = 5.0, .budget = 2});
  Analyser::State state;
  EXPECT_EQ(analyser.may_sample(state, 0)->en, "No product has reached the analyser yet.");
  analyser.scan(state, 0.5, 1.0, 0);
  analyser.sample(state, 1.0, kRandom, 0);
  EXPECT_TRUE(analyser.busy(state, 59));
  EXPECT_EQ(analyser.may_sample(state, 59)->en, "The analyser is busy with an earlier sample.");
  EXPECT_FALSE(analyser.may_sample(state, 60).has_value()) << "free in the very scan of the result";
  analyser.scan(state, 0.5, 1.0, 60);
  analyser.sample(state, 1.0, kRandom, 60);
  analyser.scan(state, 0.5, 1.0, 120);
  EXPECT_EQ(analyser.may_sample(state, 120)->en, "The sample budget is used up.");
  EXPECT_EQ(analyser.left(state), 0);
  EXPECT_EQ(analyser.spent(state), 10.0);
}

TEST(Analyser, WaitingSamplesAreAnalysedInTurn) {
  const Analyser analyser({.delay = 60.0, .budget = 8, .queue = 2});
  Analyser::State state;
  for (int k = 0; k < 3; ++k) {
    analyser.scan(state, 0.1 * (k + 1), 1.0, k);
    ASSERT_FALSE(analyser.may_sample(state, k).has_value());
    analyser.sample(state, 1.0, kRandom, k);
  }
  EXPECT_TRUE(analyser.may_sample(state, 2).has_value()) << "one in work, two waiting";
  for (int k = 3; k <= 180; ++k) EXPECT_EQ(analyser.scan(state, 0.9, 1.0, k), k == 60 || k == 120 || k == 180);
  for (std::size_t i = 0; i < 3; ++i)
    EXPECT_NEAR(state.samples[i].result.value, 0.1 * static_cast<double>(i + 1), 1e-12);
}

TEST(Analyser, ErrorsHaveTheStatedBiasAndDeviation) {
  const Analyser analyser({.delay = 0.0, .noise = 0.004, .bias = 0.01, .budget = 128});
  double sum = 0.0, squares = 0.0;
  int count = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const RandomStream random(seed, "AI-130");
    Analyser::State state;
    for (int k = 0; k < 128; ++k) {
      analyser.scan(state, 0.5, 1.0, k);
      analyser.sample(state, 1.0, random, k);
      const double error = state.samples[static_cast<std::size_t>(k)].result.value - 0.51;
      sum += error;
      squares += error * error;
      ++count;
    }
  }
  EXPECT_NEAR(sum / count, 0.0, 4.0 * 0.004 / std::sqrt(count));
  EXPECT_NEAR(std::sqrt(squares / count), 0.004, 4.0 * 0.004 / std::sqrt(2.0 * count));
}

TEST(Analyser, DriftsWithAgeAndByAFault) {
  const Analyser analyser({.delay = 0.0, .drift = 1e-5});
  Analyser::State state;
  state.drift_rate = 1e-4;
  for (int k = 0; k < 100; ++k) analyser.scan(state, 0.5, 2.0, k);
  analyser.sample(state, 2.0, kRandom, 99);
  EXPECT_NEAR(state.samples[0].result.value, 0.5 + 200.0 * 1.1e-4, 1e-12);
}

TEST(Analyser, ASamplesErrorDoesNotDependOnWhenItWasDrawn) {
  const Analyser analyser({.delay = 10.0, .noise = 0.01});
  Analyser::State early, late;
  analyser.scan(early, 0.5, 1.0, 0);
  analyser.sample(early, 1.0, kRandom, 0);
  analyser.scan(late, 0.5, 1.0, 500);
  analyser.sample(late, 1.0, kRandom, 500);
  EXPECT_EQ(early.samples[0].result, late.samples[0].result);
  EXPECT_NE(early.samples[0].result.value, 0.5);
}

TEST(Analyser, ResultsStayInRangeAndOnTheScaleAndFailWithTheInstrument) {
  const Analyser analyser({.delay = 5.0, .noise = 0.2, .resolution = 0.001, .budget = 100});
  Analyser::State state;
  for (int k = 0; k < 700; ++k) {
    analyser.scan(state, 0.98, 1.0, k);
    if (!analyser.may_sample(state, k)) analyser.sample(state, 1.0, kRandom, k);
  }
  ASSERT_EQ(state.finished, 100);
  for (std::size_t i = 0; i < 100; ++i) {
    const double value = state.samples[i].result.value;
    EXPECT_TRUE(value >= 0.0 && value <= 1.0);
    EXPECT_NEAR(value * 1000.0, std::round(value * 1000.0), 1e-9);
  }

  const Analyser single({.delay = 5.0});
  state = {};
  single.scan(state, 0.5, 1.0, 0);
  single.sample(state, 1.0, kRandom, 0);
  state.failed = true;
  single.scan(state, 0.5, 1.0, 5);
  EXPECT_EQ(single.latest(state)->result.quality, Quality::bad);
}

TEST(Analyser, GoesOnFromACopyWithTheSameBits) {
  const RandomStream script(21, "analyser life");
  const Analyser analyser({.line_lag = 20.0, .delay = 30.0, .noise = 0.01, .budget = 100, .queue = 1});
  const auto live = [&](Analyser::State& state, int k) {
    analyser.scan(state, script.uniform(k / 30), 1.0, k);
    if (script.uniform(k, 1) < 0.05 && !analyser.may_sample(state, k)) analyser.sample(state, 1.0, kRandom, k);
  };
  Analyser::State state, copy;
  for (int k = 0; k < 2000; ++k) {
    if (k == 1000) copy = state;
    live(state, k);
  }
  for (int k = 1000; k < 2000; ++k) live(copy, k);
  EXPECT_EQ(copy, state);
  EXPECT_GT(state.finished, 20);
}

TEST(Analyser, RefusesImpossibleSettings) {
  EXPECT_THROW(Analyser({.budget = 0}), ModelError);
  EXPECT_THROW(Analyser({.budget = 129}), ModelError);
  EXPECT_THROW(Analyser({.delay = -1.0}), ModelError);
  EXPECT_THROW(Analyser({.low = 1.0, .high = 0.5}), ModelError);
}

}  // namespace
}  // namespace stillhouse
