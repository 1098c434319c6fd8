#include "models/flow/vessel_draining.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace vessel_draining;

constexpr double hole = 0.25 * 3.14159265358979 * 0.02 * 0.02;

TEST(VesselDraining, TakesThePublishedTime) {
  EXPECT_NEAR(time(2.0, 0.5, 1.0, 0.61, hole), 1666.3, 0.05);
}
TEST(VesselDraining, TimeIsTheIntegralOfTheFlow) {
  double sum = 0.0;
  constexpr int steps = 20000;
  for (int i = 0; i < steps; ++i) sum += 1.5 / steps / flow(0.5 + 1.5 * (i + 0.5) / steps, 0.61, hole, 1e-6);
  EXPECT_NEAR(sum, time(2.0, 0.5, 1.0, 0.61, hole), 1e-3);
}
TEST(VesselDraining, IsSmoothWhenItRunsDry) {
  expect_smooth(
      "flow", [](const auto& x) { return flow(x, 0.61, 3e-4, 1e-3); }, {-0.1, 0.0, 1e-3, 0.01, 2.0}, 3e-4);
}

}  // namespace
}  // namespace stillhouse
