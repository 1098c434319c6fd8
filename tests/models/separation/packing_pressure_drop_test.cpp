#include "models/separation/packing_pressure_drop.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace packing_pressure_drop;

constexpr StichlmairBed saddles{0.68, 260.0, 32.0, 7.0, 1.0};

// Benitez, example 4.3
TEST(PackingPressureDrop, FloodsThePublishedAbsorber) {
  EXPECT_NEAR(flooding_velocity(0.0917, 1.18, 1000.0, 1e-3, 179.0), 1.326, 0.005);
  EXPECT_NEAR(at_flooding(179.0), 3545.0, 1.0);
}
// CalebBell/fluids, tests of packed_tower (MIT)
TEST(PackingPressureDrop, IsThePublishedRobbins) {
  EXPECT_NEAR(robbins(2.03, 12.2, 1.1853, 1000.0, 1e-3, 24.0), 309.83, 0.1);
}
TEST(PackingPressureDrop, IsThePublishedStichlmair) {
  EXPECT_NEAR(stichlmair_dry(0.4, 5.0, 5e-5, saddles), 236.81, 0.01);
  // the irrigated bed by fixed-point steps
  double dp = 250.0;
  for (int i = 0; i < 200; ++i) dp = stichlmair_wet(dp, 0.4, 5e-3, 5.0, 1200.0, 5e-5, saddles);
  EXPECT_NEAR(dp, 539.877, 0.05);
}
TEST(PackingPressureDrop, DryBedIsTheWetOneWithoutLiquid) {
  EXPECT_NEAR(stichlmair_wet(300.0, 0.4, 1e-12, 5.0, 1200.0, 5e-5, saddles), stichlmair_dry(0.4, 5.0, 5e-5, saddles),
              1e-3);
}
TEST(PackingPressureDrop, IsSmooth) {
  expect_smooth(
      "flooding",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return flooding_velocity(x, R(1.2), R(1000.0), R(1e-3), 179.0);
      },
      {0.01, 0.1, 3.0}, 1e-4);
  expect_smooth(
      "Robbins",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return robbins(x, R(12.2), R(1.2), R(1000.0), R(1e-3), 24.0);
      },
      {0.0, 2.0, 4.0}, 0.01);
  expect_smooth(
      "Stichlmair, dry",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return stichlmair_dry(x, R(5.0), R(5e-5), saddles);
      },
      {0.01, 0.4, 1.0}, 1e-3);
  expect_smooth(
      "Stichlmair, wet",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return stichlmair_wet(x, R(0.4), R(5e-3), R(5.0), R(1200.0), R(5e-5), saddles);
      },
      {0.0, 500.0, 1500.0}, 10.0);
}

}  // namespace
}  // namespace stillhouse
