#include "models/flow/relief_valve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <type_traits>

#include "engine/base/error.h"
#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace relief_valve;

// API 520 part I, 7th edition, worked examples 1, 2, 4 and 5
TEST(ReliefValve, SizesThePublishedGases) {
  const double w = 24270.0 / 3600.0;
  EXPECT_NEAR(1e6 * gas_area(w, 670e3, 101325.0, 348.0, 51e-3, 1.11, 0.90), 3698.0, 4.0);
  EXPECT_NEAR(1e6 * gas_area(w, 670e3, 532e3, 348.0, 51e-3, 1.11, 0.90), 4248.0, 8.0);
  EXPECT_NEAR(coefficient_C(1.35), 0.026694, 1e-6);
}
TEST(ReliefValve, SizesThePublishedSteam) {
  EXPECT_NEAR(napier_correction(12236e3), 1.01, 0.005);
  EXPECT_NEAR(napier_correction(1e6), 1.0, 1e-3);
  EXPECT_NEAR(69615.0 / 3600.0 / steam_flow(1e-6, 12236e3), 1100.0, 2.0);
}
TEST(ReliefValve, SizesThePublishedCrudeOil) {
  const double w = 6814e-3 / 60.0 * 900.0, K_w = 0.97;
  EXPECT_NEAR(1e6 * w / (K_w * liquid_flow(1.0, 1896e3, 345e3, 900.0)), 3066.0, 6.0);
  EXPECT_NEAR(viscosity_correction(4525.0), 0.964, 5e-4);
  EXPECT_NEAR(viscosity_correction_10(4525.0), 0.98173, 1e-5);
  EXPECT_NEAR(viscosity_correction(100.0), 0.6157, 5e-5);
}
// 9th edition, annex C.2.2: 594.1 lb/(s ft2) with eta_c rounded to 0.66
TEST(ReliefValve, PassesThePublishedBoilingCrude) {
  const double G = two_phase_flux(556.4e3, 0.01945, 0.02265);
  EXPECT_NEAR(G, 594.1 * 0.45359237 / (0.3048 * 0.3048), 0.01 * G);
}

TEST(ReliefValve, SubcriticalCoefficientIsTheNozzles) {
  const double k = 1.3, r = 0.8;
  EXPECT_NEAR(std::sqrt(2.0 * (1.0 - r)) * coefficient_F2(r, k), gas_nozzle::flow_function(r, k), 1e-5);
  EXPECT_NEAR(coefficient_F2(0.7, 1.8), 0.86007, 1e-5);
}

TEST(ReliefValve, BellowsFollowTheFigures) {
  // readings of figures 30 and 31
  EXPECT_NEAR(back_pressure_liquid(0.15), 1.0, 0.003);
  EXPECT_NEAR(back_pressure_liquid(0.300), 0.869, 0.003);
  EXPECT_NEAR(back_pressure_liquid(0.50), 0.666, 0.003);
  EXPECT_NEAR(back_pressure_gas(0.20), 1.0, 0.001);
  EXPECT_NEAR(back_pressure_gas(0.40), 0.869, 0.004);
  EXPECT_NEAR(back_pressure_gas(0.4967), 0.695, 0.004);
}

TEST(ReliefValve, OrificesHaveLetters) {
  EXPECT_EQ(standard_orifice(1e-4).letter, "E");
  EXPECT_EQ(standard_orifice(3698e-6).letter, "P");  // as API's example 1 chooses
  try {
    standard_orifice(0.02);
    ADD_FAILURE() << "an area that no valve has was accepted";
  } catch (const ModelError& error) {
    EXPECT_NE(std::string(error.what()).find("20000"), std::string::npos) << error.what();
  }
}

TEST(ReliefValve, IsSmooth) {
  expect_smooth(
      "gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gas_flow(R(1e-3), x, R(1e5), R(300.0), 28.96e-3, 1.4, 1.0);
      },
      {9e4, 1e5, 1.1e5, 1.85e5, 1.9e5, 6e5}, 2.0);
  expect_smooth(
      "steam",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return steam_flow(R(1e-3), x);
      },
      {1e5, 1e7, 10.339e6, 1.1e7, 2e7}, 1e4);
  expect_smooth(
      "liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_flow(R(1e-3), x, R(1e5), R(900.0));
      },
      {5e4, 1e5, 100010.0, 5e5}, 2.0);
  expect_smooth(
      "viscosity", [](const auto& x) { return viscosity_correction(x); }, {10.0, 1e3, 1e5, 2e5, 1e6}, 1.0);
  expect_smooth(
      "bellows, liquid", [](const auto& x) { return back_pressure_liquid(x); }, {0.0, 0.17, 0.18, 0.5}, 2e-3);
  expect_smooth(
      "bellows, gas", [](const auto& x) { return back_pressure_gas(x); }, {0.0, 0.30, 0.36, 0.5}, 2e-3);
  expect_smooth(
      "two phases",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return two_phase_flux(R(5e5), R(0.02), x);
      },
      {0.0205, 0.023, 0.04}, 1e-4);
}

}  // namespace
}  // namespace stillhouse
