#include "models/heat/overall_coefficient.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace overall_coefficient;

// Incropera, DeWitt, 6th ed., example 11.1
TEST(OverallCoefficient, IsThePublishedCooler) {
  EXPECT_NEAR(wall(2250.0, 38.8, 0.0, 0.0, 0.0, 60.0), 38.1, 0.05);
}
TEST(OverallCoefficient, ThinTubeIsAWall) {
  EXPECT_NEAR(tube(800.0, 1500.0, 1e-4, 2e-4, 0.0201, 0.0200, 15.0), wall(800.0, 1500.0, 1e-4, 2e-4, 5e-5, 15.0),
              0.01 * 400.0);
}
TEST(OverallCoefficient, FoulingLevelsOut) {
  double R = 0.0;
  for (int i = 0; i < 100000; ++i) R += 1e-3 * fouling_rate(R, 4e-4, 20.0);
  EXPECT_NEAR(R, 4e-4 * (1.0 - std::exp(-5.0)), 1e-8);
}
TEST(OverallCoefficient, IsSmooth) {
  expect_smooth(
      "wall",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return wall(x, R(500.0), R(1e-4), R(1e-4), 2e-3, 16.0);
      },
      {1.0, 100.0, 1e4}, 0.1);
  expect_smooth(
      "tube",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return tube(R(500.0), x, R(1e-4), R(1e-4), 0.025, 0.021, 16.0);
      },
      {1.0, 100.0, 1e4}, 0.1);
}

}  // namespace
}  // namespace stillhouse
