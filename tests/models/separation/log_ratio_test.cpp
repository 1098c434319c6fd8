#include "models/separation/log_ratio.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

TEST(LogRatio, IsTheLogarithmOverItsArgument) {
  EXPECT_NEAR(log_ratio(1.0), 0.693147, 1e-6);
  EXPECT_NEAR(log_ratio(0.0), 1.0, 1e-8);
  for (const double z : {-0.99, -0.5, -1e-3, 1e-6, 0.3, 50.0}) EXPECT_NEAR(log_ratio(z), std::log1p(z) / z, 5e-8) << z;
  EXPECT_NEAR(log_ratio(1e6), std::log(1e6 + 1.0) / 1e6, 1e-8);
}
TEST(LogRatio, IsSmooth) {
  expect_smooth(
      "log ratio", [](const auto& x) { return log_ratio(x); }, {-0.9, -1e-3, 0.0, 1e-4, 1.0, 100.0}, 2e-3);
}

}  // namespace
}  // namespace stillhouse
