#include "models/flow/stirrer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace stirrer;

// Geankoplis, example 3.4-1; McCabe, Smith, Harriott, table 9.3, at the ends of the curve
TEST(Stirrer, TakesThePublishedPower) {
  EXPECT_NEAR(power(5.0, 929.0, 1.5, 0.61), 1324.0, 1.0);
  EXPECT_NEAR(power_number(1e6, rushton_turbine), 5.75, 1e-3);
  EXPECT_NEAR(power_number(1.0, pitched_blade_turbine), 44.5 + 1.27, 1e-12);
}
TEST(Stirrer, IsSmooth) {
  expect_smooth(
      "power",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return power(R(5.0), R(929.0), x, 0.61);
      },
      {0.0, 1.5, 5.0}, 0.1);
  expect_smooth(
      "power number", [](const auto& x) { return power_number(x, rushton_turbine); }, {1.0, 100.0, 1e5}, 0.1);
}

}  // namespace
}  // namespace stillhouse
