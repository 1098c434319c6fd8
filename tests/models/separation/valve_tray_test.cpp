#include "models/separation/valve_tray.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace valve_tray;

TEST(ValveTray, FloatsThenOpens) {
  EXPECT_NEAR(1e3 * dry_head(10.0, 2.0, 800.0, 1.5e-3, 8000.0, 0.0), 33.9, 0.05);
  EXPECT_NEAR(1e3 * dry_head(20.0, 2.0, 800.0, 1.5e-3, 8000.0, 0.252), 252.0, 0.1);
}
TEST(ValveTray, ConstantsAreTheManuals) {
  // inches of liquid per (ft/s)^2 of velocity head ratio
  const double unit = 0.0254 / (0.3048 * 0.3048);
  EXPECT_NEAR(0.2 * unit, 0.0547, 5e-5);
  EXPECT_NEAR(0.92 * unit, 0.252, 5e-4);
  EXPECT_NEAR(1.05 * unit, 0.287, 5e-4);
}
TEST(ValveTray, IsSmoothWhereTheLastValveOpens) {
  expect_smooth(
      "dry head",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return dry_head(x, R(2.0), R(800.0), 1.5e-3, 8000.0, 0.252);
      },
      {0.0, 5.0, 6.1, 6.2, 6.4, 20.0}, 0.03);
}

}  // namespace
}  // namespace stillhouse
