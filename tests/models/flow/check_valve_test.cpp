#include "models/flow/check_valve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace check_valve;

TEST(CheckValve, PassesForwardsOnly) {
  EXPECT_NEAR(flow(100e3, 1000.0, 1e-3, 1e3, 1.5e3, 25.0), 0.0100, 1e-9);
  EXPECT_LT(flow(0.0, 1000.0, 1e-3, 1e3, 1.5e3, 25.0), 1e-18);
  EXPECT_LT(flow(-1e3, 1000.0, 1e-3, 1e3, 1.5e3, 25.0), 1e-35);
}
TEST(CheckValve, FloatsBetweenItsSeatAndItsStop) {
  EXPECT_LT(lift(900.0, 1e3, 1.5e3, 25.0), 1e-3);
  EXPECT_NEAR(lift(1250.0, 1e3, 1.5e3, 25.0), 0.5, 1e-9);
  EXPECT_NEAR(lift(1600.0, 1e3, 1.5e3, 25.0), 1.0, 1e-3);
}
TEST(CheckValve, IsSmooth) {
  expect_smooth(
      "flow",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return flow(x, R(1000.0), 1e-3, 1e3, 1.5e3, 50.0);
      },
      {-1e3, 0.0, 950.0, 1e3, 1050.0, 1.5e3, 1e5}, 10.0);
}

}  // namespace
}  // namespace stillhouse
