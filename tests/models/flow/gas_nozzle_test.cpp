#include "models/flow/gas_nozzle.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace gas_nozzle;

TEST(GasNozzle, AirChokesAtTheKnownRatio) {
  EXPECT_NEAR(critical_ratio(1.4), 0.5283, 5e-5);  // Perry's Handbook, section 6
  EXPECT_NEAR(flux(5e5, 1e5, 300.0, 28.96e-3, 1.4), 1167.0, 1.0);
  EXPECT_NEAR(flux(5e5, 1e4, 300.0, 28.96e-3, 1.4), flux(5e5, 2e5, 300.0, 28.96e-3, 1.4), 1e-6 * 1167.0);
}

TEST(GasNozzle, SmallDifferencesObeyBernoulli) {
  const double rho = 28.96e-3 * 1e5 / (gas_constant * 300.0), dp = 1000.0;
  EXPECT_NEAR(flux(1e5, 1e5 - dp, 300.0, 28.96e-3, 1.4), std::sqrt(2.0 * rho * dp), 0.01 * std::sqrt(2.0 * rho * dp));
  EXPECT_EQ(flux(1e5, 1e5, 300.0, 28.96e-3, 1.4), 0.0);
}

TEST(GasNozzle, BreathesBothWaysAlike) {
  for (const double other : {1.0e5, 1.01e5, 1.5e5, 4e5}) {
    const double in = breathing_flux(1e5, other, 300.0, 28.96e-3, 1.4, 50.0);
    EXPECT_NEAR(in, -breathing_flux(other, 1e5, 300.0, 28.96e-3, 1.4, 50.0), 1e-9 + 1e-9 * std::abs(in));
    if (other == 1.0e5) continue;
    EXPECT_NEAR(-in, flux(other, 1e5, 300.0, 28.96e-3, 1.4), -2e-3 * in);
  }
}

TEST(GasNozzle, IsSmoothFromReversalToChoking) {
  expect_smooth(
      "flux",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return flux(R(5e5), x, R(300.0), 28.96e-3, 1.4);
      },
      {0.0, 1e4, 2.6e5, 2.64e5, 2.7e5, 4.9e5, 5e5, 5.01e5, 6e5}, 10.0);
  expect_smooth(
      "breathing",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return breathing_flux(R(1e5), x, R(300.0), 28.96e-3, 1.4, 50.0);
      },
      {1e4, 5e4, 9.9e4, 99990.0, 1e5, 100010.0, 1.01e5, 3e5}, 2.0);
}

}  // namespace
}  // namespace stillhouse
