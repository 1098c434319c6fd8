#include "models/flow/centrifugal_pump.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace centrifugal_pump;

TEST(CentrifugalPump, MeetsItsSystemWhereTheClosedFormSays) {
  const double Q = operating_flow(1.0, 40.0, 0.004, 10.0, 0.006);
  EXPECT_NEAR(Q, 54.772, 1e-3);
  EXPECT_NEAR(head(Q, 1.0, 40.0, 0.004, 1e-6), 10.0 + 0.006 * Q * Q, 1e-9);
}
TEST(CentrifugalPump, ObeysTheAffinityLaws) {
  const double H = head(50.0, 1.0, 40.0, 0.004, 1e-9);
  EXPECT_NEAR(head(40.0, 0.8, 40.0, 0.004, 1e-9), 0.64 * H, 1e-9);
  const double P = power(50.0, H, 1000.0, 0.7);
  EXPECT_NEAR(power(40.0, 0.64 * H, 1000.0, 0.7), 0.512 * P, 1e-9 * P);
}
// Geankoplis, example 3.3-1: 40 gal/min by 38.5 ft with an efficiency of 0.6 take 0.65 hp
TEST(CentrifugalPump, TakesThePublishedPower) {
  const double Q = 40.0 * 3.785411784e-3 / 60.0;
  EXPECT_NEAR(power(Q, 38.5 * 0.3048, 1000.0, 0.6), 0.65 * 745.7, 0.005 * 745.7);
  EXPECT_NEAR(corripio_efficiency(461.0 * 3.785411784e-3 / 60.0), 0.7059, 5e-5);
  EXPECT_NEAR(specific_speed(3550.0, 0.0402, 100.0), 22.508, 1e-3);
}
TEST(CentrifugalPump, LosesThreePercentOfItsHeadWhereNpshIsJustEnough) {
  // water of 20 degC, open vessel, 2 m above the pump, 0.5 m of friction
  EXPECT_NEAR(npsh_available(101325.0, 2339.0, 998.2, 2.0, 0.5), 11.61, 0.01);
  EXPECT_NEAR(npsh_required(0.01, 1.0, 3.0, 0.01), 3.0, 1e-12);
  EXPECT_NEAR(head_when_cavitating(3.0, 3.0), 0.97, 1e-3);
  EXPECT_NEAR(head_when_cavitating(1.5, 3.0), 0.5, 1e-12);
  EXPECT_GT(head_when_cavitating(4.5, 3.0), 0.999);
}
TEST(CentrifugalPump, IsSmooth) {
  expect_smooth(
      "head",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return head(x, R(1.0), 40.0, 4e4, 1e-5);
      },
      {-0.01, 0.0, 1e-5, 0.02}, 1e-5);
  expect_smooth(
      "cavitation",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return head_when_cavitating(x, R(3.0));
      },
      {-5.0, 0.0, 1.5, 3.0, 10.0}, 0.1);
  expect_smooth(
      "NPSHR",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return npsh_required(x, R(1.0), 3.0, 0.01);
      },
      {0.0, 0.01, 0.02}, 1e-3);
  expect_smooth(
      "efficiency", [](const auto& x) { return corripio_efficiency(x); }, {0.003, 0.03, 0.3}, 1e-4);
}

}  // namespace
}  // namespace stillhouse
