#include "models/separation/kremser.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace kremser;

// Geankoplis, example 10.3-3: acetone absorbed by water, 5.04 stages with the mean of A at both ends
TEST(Kremser, NeedsThePublishedStages) {
  const double A = std::sqrt(1.19 * 1.20);
  EXPECT_NEAR(stages(0.01 / 0.00101, A), 5.04, 0.02);
}
TEST(Kremser, StagesAbsorbWhatTheyShould) {
  // y1 = 1, x2 = 0: what is left is 1 - absorbed
  for (const double A : {0.6, 1.0, 1.4}) EXPECT_NEAR(stages(1.0 / (1.0 - absorbed(A, 6)), A), 6.0, 1e-5) << A;
  EXPECT_NEAR(absorbed(1.4, 6), (std::pow(1.4, 7) - 1.4) / (std::pow(1.4, 7) - 1.0), 1e-12);
}
TEST(Kremser, ParallelLinesHaveEqualStagesAndUnits) {
  EXPECT_NEAR(stages(10.0, 1.0), 9.0, 1e-6);
  EXPECT_NEAR(transfer_units(10.0, 1.0), 9.0, 1e-6);
  // N_OG / N = ln A/(1 - 1/A)
  EXPECT_NEAR(transfer_units(20.0, 1.5) / stages(20.0, 1.5), std::log(1.5) * 3.0, 1e-6);
}
TEST(Kremser, LeastSolventLeavesSaturated) {
  EXPECT_NEAR(least_solvent(0.05, 0.005, 0.0, 0.75), 0.045 / (0.05 / 0.75), 1e-12);
}
TEST(Kremser, IsSmooth) {
  expect_smooth(
      "stages",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return stages(R(10.0), x);
      },
      {0.95, 1.0, 1.001, 3.0}, 1e-4);
  expect_smooth(
      "units",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return transfer_units(R(10.0), x);
      },
      {0.95, 1.0, 1.001, 3.0}, 1e-4);
  expect_smooth(
      "absorbed", [](const auto& x) { return absorbed(x, 6); }, {0.0, 0.5, 1.0, 3.0}, 1e-2);
}

}  // namespace
}  // namespace stillhouse
