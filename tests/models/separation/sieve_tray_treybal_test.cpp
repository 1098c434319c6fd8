#include "models/separation/sieve_tray_treybal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace sieve_tray_treybal;

// Treybal, illustration 6.4
TEST(SieveTrayTreybal, HasThePublishedHeads) {
  EXPECT_NEAR(hydraulic_head(3.827, 0.679, 5e-3, 0.05, 1.063), 10.59e-3, 0.03 * 10.59e-3);
  EXPECT_NEAR(residual_head(0.040, 961.0, 4.5e-3), 5.66e-3, 0.02e-3);
  EXPECT_NEAR(downspout_entrance(5.01e-3, 0.875 * 0.025), 8.03e-3, 0.05e-3);
}
TEST(SieveTrayTreybal, DryHeadIsVelocityHeads) {
  // open area small, plate thin against the hole: 0.4 1.25 + 1 velocity heads of C0
  const double V = 30.0, heads = 1.09 * std::pow(100.0, 0.25) * 1.5;
  EXPECT_NEAR(dry_head(V, 0.679, 961.0, 0.0, 1.0, 0.01, 0.0), heads * V * V * 0.679 / (2.0 * g * 961.0), 1e-12);
}
TEST(SieveTrayTreybal, WeepsBelowItsWorkingPoint) {
  const double V_ow = weep_velocity(1.25e-5, 0.040, 0.679, 961.0, 4.5e-3, 1.94e-3, 12e-3, 0.789, 0.893);
  EXPECT_GT(V_ow, 5.0);
  EXPECT_LT(V_ow, 0.5 * 30.0);
}
TEST(SieveTrayTreybal, IsSmooth) {
  expect_smooth(
      "dry head",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return dry_head(x, R(0.7), R(961.0), 0.09, 4.5e-3, 2e-3, 0.008);
      },
      {0.0, 30.0}, 0.1);
  expect_smooth(
      "weeping",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return weep_velocity(R(1.25e-5), x, R(0.7), R(961.0), 4.5e-3, 2e-3, 12e-3, 0.8, 0.9);
      },
      {0.01, 0.07}, 1e-4);
  expect_smooth(
      "downspout", [](const auto& x) { return downspout_entrance(x, 0.02); }, {-1e-3, 0.0, 5e-3}, 1e-4);
}

}  // namespace
}  // namespace stillhouse
