#include "models/separation/tray_efficiency.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace tray_efficiency;

TEST(TrayEfficiency, OConnellIsThePublishedFit) {
  EXPECT_NEAR(o_connell(2.5, 0.3e-3), 0.5279, 5e-5);
  EXPECT_NEAR(o_connell_benitez(2.39, 0.2473e-3), 0.593, 5e-4);
  EXPECT_NEAR(overall(0.7, 1.3), 0.727, 5e-4);
  // absorbers: s = 1 gives 10^1.597 %, as the fit says
  EXPECT_NEAR(o_connell_absorber(1.0, 16.018463e-3, 1e-3, 256.59), 0.01 * std::pow(10.0, 1.597), 1e-4);
}
// Benitez, example 4.9
TEST(TrayEfficiency, BennettIsThePublishedExample) {
  const double E =
      bennett_point<double>({154000.0, 0.01726, 0.2744}, {0.57, 43.7, 52900.0, 8.5e-6, 2.07e-9}, 5e-3, 0.1008);
  EXPECT_NEAR(E, 0.81, 0.005);
  EXPECT_NEAR(murphree(E, 0.57 * 180.0 / 155.0, 0.46), 0.837, 0.01);
}
TEST(TrayEfficiency, MixingHasItsLimits) {
  const double E = 0.7, lambda = 1.2;
  const double correction = [&](double Pe) {
    return 1.0 - 0.0335 * std::pow(lambda, 1.073) * std::pow(E, 2.518) * std::pow(Pe, 0.175);
  }(1e5);
  EXPECT_NEAR(murphree(E, lambda, 1e5) / correction, murphree_plug_flow(E, lambda), 1e-4);
  EXPECT_NEAR(murphree(E, lambda, 1e-9), E, 1e-3);  // one pool: the tray is the point
  EXPECT_NEAR(murphree_plug_flow(E, lambda), (std::exp(0.84) - 1.0) / 1.2, 1e-12);
}
TEST(TrayEfficiency, ColumnOfTraysObeysLewis) {
  EXPECT_NEAR(overall(0.7, 1.5), std::log(1.35) / std::log(1.5), 1e-7);
  EXPECT_NEAR(overall(0.7, 1.0), 0.7, 1e-7);
  EXPECT_NEAR(overall(1.0, 2.5), 1.0, 1e-7);
  EXPECT_NEAR(with_entrainment(0.8, 0.1), 0.8 / (1.0 + 0.8 / 9.0), 1e-12);
  EXPECT_NEAR(peclet_number(8.15e-4, 0.0173, 0.393, 0.68, 0.615), 0.46, 0.02);
}
TEST(TrayEfficiency, IsSmooth) {
  expect_smooth(
      "overall",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return overall(R(0.7), x);
      },
      {0.2, 0.999, 1.0, 1.001, 3.0}, 1e-3);
  expect_smooth(
      "Murphree",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return murphree(x, R(1.2), R(3.0));
      },
      {0.1, 0.7, 0.95}, 1e-3);
  expect_smooth(
      "absorber",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return o_connell_absorber(R(1.0), R(0.02), x, R(900.0));
      },
      {1e-4, 1e-3}, 1e-6);
}

}  // namespace
}  // namespace stillhouse
