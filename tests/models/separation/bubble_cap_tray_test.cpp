#include "models/separation/bubble_cap_tray.h"
#include "models/properties/gravity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace bubble_cap_tray;

TEST(BubbleCapTray, SlotsPassWhatBollesSays) {
  EXPECT_NEAR(slot_capacity(2.0, 800.0, 0.1, 0.0254), 0.479, 1e-3);
  // 0.79 (H_s (rho_L - rho_v)/rho_v)^0.5 ft/s with H_s in inches
  EXPECT_NEAR(slot_capacity(2.0, 800.0, 1.0, 0.0254), 0.79 * std::sqrt(399.0) * 0.3048, 0.005 * 4.8);
}
TEST(BubbleCapTray, OpensFullyAtItsCapacity) {
  const double Q = slot_capacity(2.0, 800.0, 0.1, 0.0254);
  EXPECT_NEAR(slot_opening(Q, 2.0, 800.0, 0.1, 0.0254), 0.0254, 1e-9);
  EXPECT_NEAR(slot_opening(Q / 8.0, 2.0, 800.0, 0.1, 0.0254), 0.0254 / 4.0, 1e-9);
  EXPECT_NEAR(riser_head(10.0, 2.0, 800.0, 5.0), 5.0 * 100.0 * 2.0 / (2.0 * standard_gravity * 800.0), 1e-12);
}
TEST(BubbleCapTray, IsSmooth) {
  expect_smooth(
      "slots",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return slot_opening(x, R(2.0), R(800.0), 0.1, 0.0254);
      },
      {0.0, 1e-6, 0.1, 0.5}, 1e-7);
  expect_smooth(
      "riser",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return riser_head(x, R(2.0), R(800.0), 5.0);
      },
      {0.0, 10.0}, 0.1);
}

}  // namespace
}  // namespace stillhouse
