#include "models/heat/stirred_vessel.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace stirred_vessel;

// Geankoplis, example 4.13-1: flat-blade turbine, jacket
TEST(StirredVessel, IsThePublishedJacket) {
  const double h = nusselt(596.0, 14450.0, 1.00 / 0.084, jacket_turbine) * 0.173 / 1.83;
  EXPECT_NEAR(h, 170.6, 0.005 * 170.6);
}
TEST(StirredVessel, CoilIsBetterThanJacket) {
  EXPECT_GT(nusselt(1e4, 10.0, 1.0, coil_paddle), nusselt(1e4, 10.0, 1.0, jacket_paddle));
}
TEST(StirredVessel, IsSmoothWhenTheStirrerStops) {
  expect_smooth(
      "nusselt",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return nusselt(x, R(10.0), R(1.0), jacket_turbine);
      },
      {0.0, 1.0, 1e3, 1e5}, 0.1);
}

}  // namespace
}  // namespace stillhouse
