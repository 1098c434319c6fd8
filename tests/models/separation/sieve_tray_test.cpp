#include "models/separation/sieve_tray.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace sieve_tray;

// Benitez, examples 4.6 to 4.8
TEST(SieveTray, HasThePublishedSize) {
  const double flood = flooding_velocity(0.05, 0.070, 1.923, 986.0, 0.5, 0.9, 0.1008);
  EXPECT_NEAR(flood, 2.0698, 1e-3);
  EXPECT_NEAR(diameter(1.145, flood, 0.8, 0.1), 0.989, 1e-3);
  EXPECT_NEAR(hole_fraction(5e-3, 15e-3), 0.1008, 5e-5);
}
TEST(SieveTray, HasThePublishedHeads) {
  EXPECT_NEAR(orifice_coefficient(5e-3, 2e-3), 0.756, 5e-4);
  EXPECT_NEAR(dry_head(18.47, 1.923, 986.0, 0.756, 0.1008), 0.0585, 0.02 * 0.0585);
  EXPECT_NEAR(surface_tension_head(0.070, 986.0, 5e-3), 8.69e-3, 1e-5);
  EXPECT_NEAR(froude_number(18.47, 0.01726, 1.923, 986.0), 1.98, 0.01);
}
TEST(SieveTray, FloodsAsTheOtherFitOfFairsChartSays) {
  // Lygeros and Magoulas's fit of the same chart (tray_hydraulics.h): 12 %, as both deviate from the chart
  for (const double t : {0.3, 0.45, 0.6}) {
    const double other = tray_hydraulics::flood_velocity(0.2, 0.020, 1.2, 800.0, t, 1.0);
    EXPECT_NEAR(flooding_velocity(0.2, 0.020, 1.2, 800.0, t, 1.0, 0.1), other, 0.12 * other) << t;
  }
}
TEST(SieveTray, FewerHolesFloodEarlier) {
  EXPECT_NEAR(hole_area_factor(0.08), 0.9, 1e-12);  // Perry's Handbook: 0.9 at 8 %, 0.8 at 6 %
  EXPECT_NEAR(hole_area_factor(0.06), 0.8, 1e-12);
  EXPECT_EQ(hole_area_factor(0.12), 1.0);
}
TEST(SieveTray, ClearLiquidIsBennettsHeight) {
  // the same equation solved for the flow: tray_hydraulics::weir_overflow
  const double phi = 0.3, h_L = clear_liquid(phi, 2e-3, 0.05, 0.7);
  const double q = tray_hydraulics::weir_overflow(h_L / phi, 0.05, phi, 0.05, 0.7);
  EXPECT_NEAR(q, 2e-3, 0.005 * 2e-3);
}
TEST(SieveTray, EntrainsMoreOnAFullerTray) {
  const double h_L = 0.017, h_2 = two_phase_height(h_L, 0.274, 1.86, 1.923, 986.0, 5e-3, 0.1008);
  EXPECT_GT(h_2, h_L / 0.274);
  EXPECT_GT(entrainment(h_2, h_L, 1.923, 986.0, 5e-3, 0.4), entrainment(h_2, h_L, 1.923, 986.0, 5e-3, 0.5));
}
TEST(SieveTray, IsSmooth) {
  expect_smooth(
      "capacity", [](const auto& x) { return capacity_factor(x, 0.5); }, {0.01, 0.09, 0.1, 0.11, 1.0}, 1e-3);
  expect_smooth(
      "clear liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return clear_liquid(R(0.3), x, 0.05, 0.7);
      },
      {0.0, 1e-6, 1e-3, 0.01}, 1e-6);
  expect_smooth(
      "dry head",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return dry_head(x, R(1.9), R(986.0), 0.75, 0.1);
      },
      {0.0, 20.0}, 0.1);
  expect_smooth(
      "two-phase height",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return two_phase_height(x, R(0.3), R(1.9), R(1.9), R(986.0), 5e-3, 0.1);
      },
      {1e-3, 0.02, 0.1}, 1e-4);
  expect_smooth(
      "entrainment",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return entrainment(R(0.3), x, R(1.9), R(986.0), 5e-3, 0.5);
      },
      {1e-3, 0.02, 0.1}, 1e-4);
}

}  // namespace
}  // namespace stillhouse
