#include "models/flow/check_valve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace check_valve;

TEST(CheckValve, PassesForwardsOnly) {
  EXPECT_NEAR(flow(101e3, 1000.0, 1e-3, 1e3, 50.0), 0.0100, 1e-9);
  const double ahead = flow(50.0, 1000.0, 1e-3, 0.0, 50.0);
  EXPECT_NEAR(flow(-250.0, 1000.0, 1e-3, 0.0, 50.0), 0.0715 * ahead, 1e-3 * ahead);
  EXPECT_LT(flow(-46.0 * 50.0, 1000.0, 1e-3, 0.0, 50.0), 2e-10 * ahead);
}
TEST(CheckValve, IsSmooth) {
  expect_smooth(
      "flow",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return flow(x, R(1000.0), 1e-3, 1e3, 50.0);
      },
      {-1e5, 0.0, 950.0, 1e3, 1050.0, 1e5}, 10.0);
}

}  // namespace
}  // namespace stillhouse
