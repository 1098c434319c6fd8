#include "models/heat/exchanger_effectiveness.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace exchanger_effectiveness;

TEST(ExchangerEffectiveness, IsThePublishedOne) {
  EXPECT_NEAR(counter(1.0, 0.5), 0.56473, 5e-6);
  EXPECT_NEAR(cross_unmixed(1.0, 0.5), 0.54749, 5e-6);
  EXPECT_NEAR(shell_and_tubes(2.0, 0.25), 0.77478, 5e-6);
  // Incropera, example 11.4: 0.82 is what the book's approximation gives; the series has 0.8358
  EXPECT_NEAR(cross_unmixed(4000.0 / 1500.0, 1500.0 / 4197.0), 0.8358, 5e-5);
}
TEST(ExchangerEffectiveness, HasNoHoleAtEqualOrVanishingCapacities) {
  EXPECT_NEAR(counter(3.0, 1.0), 0.75, 1e-8);
  for (const double N : {1e-3, 0.5, 5.0}) {
    const double boiling = boiling_or_condensing(N);
    EXPECT_NEAR(counter(N, 0.0), boiling, 1e-8);
    EXPECT_NEAR(parallel(N, 0.0), boiling, 1e-8);
    EXPECT_NEAR(shell_and_tubes(N, 0.0), boiling, 1e-8);
    EXPECT_NEAR(cross_other_mixed(N, 0.0), boiling, 1e-8);
    EXPECT_NEAR(cross_this_mixed(N, 0.0), boiling, 1e-8);
  }
  EXPECT_EQ(counter(0.0, 0.5), 0.0);
}
TEST(ExchangerEffectiveness, OtherStreamGetsTheSameHeat) {
  // Q = eps1 C1 = eps2 C2
  const double N = 1.7, R = 0.6;
  EXPECT_NEAR(counter(N * R, 1.0 / R), R * counter(N, R), 1e-8);
  EXPECT_NEAR(parallel(N * R, 1.0 / R), R * parallel(N, R), 1e-8);
  EXPECT_NEAR(shell_and_tubes(N * R, 1.0 / R), R * shell_and_tubes(N, R), 1e-8);
  EXPECT_NEAR(cross_unmixed(N * R, 1.0 / R), R * cross_unmixed(N, R), 1e-12);
  EXPECT_NEAR(cross_other_mixed(N * R, 1.0 / R), R * cross_this_mixed(N, R), 1e-8);
}
TEST(ExchangerEffectiveness, ManyShellsAreCounterCurrent) {
  EXPECT_NEAR(shells_in_series(2.0, 0.7, 1), shell_and_tubes(2.0, 0.7), 1e-12);
  EXPECT_NEAR(shells_in_series(2.0, 0.7, 40), counter(2.0, 0.7), 1e-3);
  EXPECT_NEAR(shells_in_series(2.0, 1.0, 3),
              3.0 * shell_and_tubes(2.0 / 3.0, 1.0) / (1.0 + 2.0 * shell_and_tubes(2.0 / 3.0, 1.0)), 1e-8);
}
TEST(ExchangerEffectiveness, OrdersTheArrangements) {
  const double N = 2.5, R = 0.8;
  EXPECT_GT(counter(N, R), cross_unmixed(N, R));
  EXPECT_GT(cross_unmixed(N, R), cross_this_mixed(N, R));
  EXPECT_GT(cross_this_mixed(N, R), parallel(N, R));
  EXPECT_NEAR(cross_unmixed_approximate(N, R), cross_unmixed(N, R), 0.015);
}
TEST(ExchangerEffectiveness, UnitsAreTheInverse) {
  for (const double R : {0.3, 0.999}) {
    EXPECT_NEAR(units_counter(counter(1.4, R), R), 1.4, 1e-6);
    EXPECT_NEAR(units_parallel(parallel(1.4, R), R), 1.4, 1e-6);
    EXPECT_NEAR(units_shell_and_tubes(shell_and_tubes(1.4, R), R), 1.4, 1e-6);
    EXPECT_NEAR(units_cross_other_mixed(cross_other_mixed(1.4, R), R), 1.4, 1e-6);
    EXPECT_NEAR(units_cross_this_mixed(cross_this_mixed(1.4, R), R), 1.4, 1e-6);
  }
  EXPECT_NEAR(units_counter(0.75, 1.0), 3.0, 1e-6);
  EXPECT_NEAR(units_boiling_or_condensing(0.6), 0.916291, 1e-6);
}
TEST(ExchangerEffectiveness, IsSmoothInBothArguments) {
  expect_smooth(
      "parallel over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return parallel(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "parallel over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return parallel(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "counter over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return counter(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "counter over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return counter(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "shell_and_tubes over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return shell_and_tubes(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "shell_and_tubes over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return shell_and_tubes(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "cross_other_mixed over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_other_mixed(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "cross_other_mixed over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_other_mixed(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "cross_this_mixed over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_this_mixed(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "cross_this_mixed over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_this_mixed(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "cross_unmixed over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_unmixed(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "cross_unmixed over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_unmixed(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "cross_unmixed_approximate over N",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_unmixed_approximate(x, R(0.7));
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "cross_unmixed_approximate over R",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return cross_unmixed_approximate(R(2.0), x);
      },
      {0.01, 0.7, 0.9999, 1.0, 1.0001, 3.0}, 2e-3);
  expect_smooth(
      "shells",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return shells_in_series(x, R(0.7), 3);
      },
      {0.01, 1.0, 5.0}, 0.01);
  expect_smooth(
      "units",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return units_counter(R(0.5), x);
      },
      {0.1, 0.999, 1.0, 1.001}, 1e-3);
}

}  // namespace
}  // namespace stillhouse
