#include "models/flow/rupture_disc.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace rupture_disc;

TEST(RuptureDisc, PassesWhatItsExampleSays) {
  EXPECT_NEAR(gas_flow(1.0, 5e5, 1e5, 300.0, 28.96e-3, 1.4, 0.01, 50.0), 7.23, 0.005);
  EXPECT_EQ(gas_flow(0.0, 5e5, 1e5, 300.0, 28.96e-3, 1.4, 0.01, 50.0), 0.0);
  // velocity heads by Bernoulli's equation
  EXPECT_NEAR(liquid_flow(1.0, 3e5, 1e5, 1000.0, 0.01, resistance + 1.6, 10.0), 0.01 * std::sqrt(1000.0 * 2e5 / 2.0),
              1e-6);
}

TEST(RuptureDisc, IsSmooth) {
  expect_smooth(
      "liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_flow(R(1.0), x, R(1e5), R(1000.0), 0.01, 4.0, 10.0);
      },
      {9e4, 1e5, 100010.0, 3e5}, 2.0);
  expect_smooth(
      "gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gas_flow(R(0.5), x, R(1e5), R(300.0), 28.96e-3, 1.4, 0.01, 50.0);
      },
      {9e4, 1e5, 2e5, 5e5}, 2.0);
}

}  // namespace
}  // namespace stillhouse
