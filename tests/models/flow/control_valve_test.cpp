#include "models/flow/control_valve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace control_valve;

// IEC 60534-2-1, annex: water, examples 1 (globe valve) and 2 (segmented ball valve, choked)
TEST(ControlValve, SizesThePublishedLiquids) {
  EXPECT_NEAR(liquid_Kv(0.1, 680e3, 220e3, 70.1e3, 965.4, 22120e3, 0.90), 165.0, 0.1);
  EXPECT_NEAR(liquid_Kv(0.1, 680e3, 220e3, 70.1e3, 965.4, 22120e3, 0.60), 238.0, 0.3);
}

TEST(ControlValve, ChokedLiquidDoesNotFeelThePressureBehind) {
  const double before = liquid_flow(100.0, 680e3, 220e3, 70.1e3, 965.4, 22120e3, 0.60);
  EXPECT_NEAR(liquid_flow(100.0, 680e3, 100e3, 70.1e3, 965.4, 22120e3, 0.60), before, 1e-6 * before);
  EXPECT_NEAR(choked_difference(680e3, 70.1e3, 22120e3, 0.60), 0.36 * (680e3 - 0.9442375 * 70.1e3), 1.0);
}

TEST(ControlValve, ChokedGasPassesTwoThirdsOfTheRoot) {
  const double limit = choked_ratio(1.3, 0.7);
  EXPECT_NEAR(limit, 0.65, 1e-12);
  const double w = gas_flow(10.0, 5e5, 1e5, 5.8, 1.3, 0.7);
  const double choked = 10.0 * area_of_Kv() * (2.0 / 3.0) * std::sqrt(limit * 5e5 * 5.8);
  EXPECT_NEAR(w, choked, 1e-4 * choked);
  EXPECT_NEAR(gas_Kv(w, 5e5, 1e5, 5.8, 1.3, 0.7), 10.0, 1e-9);
  // N6 = 3.16 of the standard: kg/h, kPa
  EXPECT_NEAR(area_of_Kv() * 3600.0 * std::sqrt(1000.0), 3.16, 0.005);
}

TEST(ControlValve, CharacteristicsBeginAndEndWhereTheyShould) {
  EXPECT_EQ(linear(0.3), 0.3);
  EXPECT_NEAR(equal_percentage(1.0, 50.0), 1.0, 1e-15);
  EXPECT_NEAR(equal_percentage(0.0, 50.0), 0.02, 1e-15);
  EXPECT_NEAR(equal_percentage_with_seat(0.0, 50.0), 0.0, 1e-15);
  EXPECT_NEAR(quick_opening(0.25), 0.5, 3e-4);
  EXPECT_EQ(quick_opening(0.0), 0.0);
  EXPECT_NEAR(installed(0.5, 0.1), 0.877058, 1e-6);
  EXPECT_NEAR(installed(0.5, 1.0), 0.5, 1e-15);
}

TEST(ControlValve, ViscousFlowIsLaminarAtTheEndAndTurbulentAtTheBeginning) {
  const double d = 0.05, Kv = 20.0, n = 1.6e-3 * 50.0 * 50.0 * 50.0 * 50.0 / (Kv * Kv);
  EXPECT_NEAR(reynolds_factor(1e6, Kv, 0.9, d, true), 1.0, 3e-3);
  EXPECT_NEAR(reynolds_factor(1.0, Kv, 0.9, d, true), 0.026 / 0.9 * std::sqrt(n), 1e-3);
}

TEST(ControlValve, IsSmoothFromReversalToChoking) {
  expect_smooth(
      "liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_flow(R(1.0), R(7e5), x, R(7e4), R(965.0), 22120e3, 0.6);
      },
      {1e5, 4.8e5, 4.81e5, 4.85e5, 6.9e5, 7e5, 7.1e5, 9e5}, 20.0);
  expect_smooth(
      "gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gas_flow(R(1.0), R(5e5), x, R(5.8), 1.3, 0.7);
      },
      {1e4, 1.7e5, 1.75e5, 1.8e5, 4.9e5, 5e5, 5.01e5, 6e5}, 30.0);
  expect_smooth(
      "slow gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return slow_gas_flow(R(1.0), R(5e5), x, R(5.8));
      },
      {1e5, 4.9e5, 5e5, 5.01e5}, 30.0);
  expect_smooth(
      "boiling before the valve",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_flow(R(1.0), R(7e5), R(1e5), x, R(965.0), 22120e3, 0.6);
      },
      {1e4, 7e5, 7.3e5, 7.35e5, 9e5}, 100.0);
  expect_smooth(
      "equal percentage", [](const auto& x) { return equal_percentage_with_seat(x, 50.0); }, {0.0, 0.01, 0.5, 1.0},
      0.01);
  expect_smooth(
      "quick opening", [](const auto& x) { return quick_opening(x); }, {0.0, 0.01, 0.5, 1.0}, 0.005);
  expect_smooth(
      "installed", [](const auto& x) { return installed(x, 0.1); }, {0.0, 0.01, 0.5, 1.0}, 0.01);
  expect_smooth(
      "Reynolds factor",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return reynolds_factor(x, R(20.0), 0.9, 0.05, true);
      },
      {1.0, 100.0, 1e3, 9e3, 1e4, 1e5}, 0.05);
  expect_smooth(
      "Reynolds number",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return reynolds_number(x, R(1e-5), R(20.0), 0.46, 0.9, 0.05);
      },
      {0.0, 1e-3, 0.1}, 1e-3);
}

}  // namespace
}  // namespace stillhouse
