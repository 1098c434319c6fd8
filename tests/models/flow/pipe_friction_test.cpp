#include "models/flow/pipe_friction.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace pipe_friction;

TEST(PipeFriction, SolvesColebrooksEquation) {
  for (const double Re : {4e3, 1e4, 1e5, 1e6, 1e8})
    for (const double roughness : {0.0, 1e-5, 1e-3, 0.05}) {
      const double f = turbulent_factor(Re, roughness);
      const double right = -2.0 * std::log10(roughness / 3.7 + 2.51 / (Re * std::sqrt(f)));
      // the corner at Re = 1000 is still felt, by 2e-4, at 4000
      EXPECT_NEAR(1.0 / std::sqrt(f), right, Re > 5e3 ? 1e-4 : 2e-3) << Re << " " << roughness;
    }
}
// readings of Moody's chart as computed by Colebrook's equation (Perry's Handbook, section 6)
TEST(PipeFriction, IsMoodysChart) {
  EXPECT_NEAR(factor(1e5, 1e-4), 0.01851, 1e-5);
  EXPECT_NEAR(factor(1e5, 0.0), 0.0180, 5e-5);
  EXPECT_NEAR(factor(1e6, 1e-3), 0.0199, 5e-5);
  EXPECT_NEAR(factor(1000.0, 0.0), 0.064, 1e-5);
  EXPECT_NEAR(churchill_factor(1000.0, 0.0), 0.064, 1e-4);
  for (const double Re : {1e4, 1e5, 1e6, 1e7})
    EXPECT_NEAR(churchill_factor(Re, 1e-3), factor(Re, 1e-3), 0.02 * factor(Re, 1e-3));
}
TEST(PipeFriction, SlowFlowObeysPoiseuille) {
  EXPECT_NEAR(pressure_drop(0.01, 900.0, 0.1, 0.05, 10.0, 0.0), 32.0 * 0.1 * 10.0 * 0.01 / (0.05 * 0.05), 1e-6);
  EXPECT_NEAR(pressure_drop(-3.0, 1000.0, 1e-3, 0.05, 10.0, 1e-3), -pressure_drop(3.0, 1000.0, 1e-3, 0.05, 10.0, 1e-3),
              1e-9);
  const double v = 10.0 / (1000.0 * 0.25 * 3.14159265358979 * 0.01);
  EXPECT_NEAR(pressure_drop(v, 1000.0, 1e-5, 0.1, 1.0, 0.0), 63.4, 0.3);
  EXPECT_NEAR(fittings_drop(2.0, 1000.0, 1.5, 1e-4), 3000.0, 1e-3);
}
TEST(PipeFriction, IsSmoothFromBackwardsThroughRestToTurbulent) {
  expect_smooth(
      "drop",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return pressure_drop(x, R(1000.0), R(1e-3), 0.02, 1.0, 1e-3);
      },
      {-1.0, -0.15, -1e-4, 0.0, 1e-5, 0.05, 0.11, 0.15, 0.2, 3.0}, 3e-3);
  expect_smooth(
      "Churchill", [](const auto& x) { return churchill_factor(x, 1e-3); }, {100.0, 2000.0, 3000.0, 1e4, 1e6}, 10.0);
  expect_smooth(
      "fittings",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return fittings_drop(x, R(1000.0), 1.5, 1e-3);
      },
      {-1.0, 0.0, 1e-3, 1.0}, 1e-3);
}

}  // namespace
}  // namespace stillhouse
