#include "models/heat/log_mean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "models/heat/exchanger_effectiveness.h"
#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace log_mean;

TEST(LogMean, IsThePublishedOne) {
  EXPECT_NEAR(difference(35.0, 40.0), 37.444, 5e-4);
  EXPECT_NEAR(difference(10.0, 30.0), 20.0 / std::log(3.0), 1e-6);
  EXPECT_NEAR(difference(1e-6, 50.0), 50.0 / std::log(5e7), 1e-4);
}
TEST(LogMean, HasNoHoleAtEqualDifferences) {
  EXPECT_NEAR(difference(20.0, 20.0), 20.0, 1e-7);
  EXPECT_NEAR(difference(20.0, 20.0 + 1e-9), 20.0, 1e-7);
}
TEST(LogMean, CorrectionIsWhatTheEffectivenessSays) {
  // counter-current units over the real exchanger's, for the same duty
  const double N = 1.2, R = 0.6, P = exchanger_effectiveness::shell_and_tubes(N, R);
  EXPECT_NEAR(correction(R, P), exchanger_effectiveness::units_counter(P, R) / N, 1e-7);
  EXPECT_NEAR(correction(1.5, 0.4), 0.8033, 5e-5);
}
TEST(LogMean, IsSmooth) {
  expect_smooth(
      "difference",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return difference(x, R(20.0));
      },
      {0.01, 1.0, 19.99, 20.0, 20.01, 100.0}, 2e-3);
  expect_smooth(
      "correction",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return correction(R(1.5), x);
      },
      {0.1, 0.3, 0.4}, 1e-3);
}

}  // namespace
}  // namespace stillhouse
