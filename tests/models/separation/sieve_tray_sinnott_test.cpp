#include "models/separation/sieve_tray_sinnott.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace sieve_tray_sinnott;

// Coulson and Richardson, volume 6, example 11.11
TEST(SieveTraySinnott, IsThePublishedPlate) {
  EXPECT_NEAR(weep_velocity(0.72, 30.6, 5e-3), 14.42, 0.01);
  EXPECT_NEAR(1e3 * residual_drop(954.0), 13.1, 0.05);
  EXPECT_NEAR(1e3 * dry_drop(0.81 / 0.038, 0.72, 954.0, 0.84), 24.8, 0.1);
  EXPECT_NEAR(1e3 * downcomer_drop(4.06, 954.0, 0.024), 5.2, 0.05);
  EXPECT_NEAR(954.0 * downcomer_flow(downcomer_drop(4.06, 954.0, 0.024), 0.024), 4.06, 1e-12);
  EXPECT_NEAR(954.0 * downcomer_flow(5.2e-3, 0.024), 4.06, 0.02);
  EXPECT_NEAR(residence_time(4.06, 954.0, 0.22, 0.061), 3.15, 0.005);
}
TEST(SieveTraySinnott, IsSmooth) {
  expect_smooth(
      "dry drop",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return dry_drop(x, R(0.72), R(954.0), 0.84);
      },
      {0.0, 20.0}, 0.1);
  expect_smooth(
      "downcomer",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return downcomer_drop(x, R(954.0), 0.024);
      },
      {0.0, 4.0}, 0.1);
}

}  // namespace
}  // namespace stillhouse
