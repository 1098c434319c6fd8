#include "models/properties/regression/least_squares.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

TEST(LeastSquares, FitsALineWithTheTextbookErrors) {
  // y = 1 + 2 x through (0, 1.1) (1, 2.9) (2, 5.1) (3, 6.9): slope 1.96, intercept 1.06 by the normal equations,
  // s^2 = 0.032 / 2, standard errors sqrt(s^2 / 5) and sqrt(s^2 14 / 20)
  const std::vector<double> y{1.1, 2.9, 5.1, 6.9};
  const auto residuals = [&](const std::vector<double>& p, std::vector<double>& r) {
    for (std::size_t i = 0; i < y.size(); ++i) r[i] = p[0] + p[1] * static_cast<double>(i) - y[i];
  };
  const LeastSquaresFit fit = fit_least_squares(residuals, {0.0, 0.0}, y.size());
  EXPECT_NEAR(fit.parameters[0], 1.06, 1e-9);
  EXPECT_NEAR(fit.parameters[1], 1.96, 1e-9);
  EXPECT_NEAR(fit.cost, 0.032, 1e-9);
  EXPECT_NEAR(fit.standard_errors[0], std::sqrt(0.016 * 14.0 / 20.0), 1e-8);
  EXPECT_NEAR(fit.standard_errors[1], std::sqrt(0.016 / 5.0), 1e-8);
}

TEST(LeastSquares, FindsTheBottomOfACurvedValley) {
  // Rosenbrock's function as two residuals, from its usual start
  const auto residuals = [](const std::vector<double>& p, std::vector<double>& r) {
    r[0] = 10.0 * (p[1] - p[0] * p[0]);
    r[1] = 1.0 - p[0];
  };
  const LeastSquaresFit fit = fit_least_squares(residuals, {-1.2, 1.0}, 2);
  EXPECT_NEAR(fit.parameters[0], 1.0, 1e-8);
  EXPECT_NEAR(fit.parameters[1], 1.0, 1e-8);
}

TEST(LeastSquares, SaysWhenTheDataDoNotSuffice) {
  const auto residuals = [](const std::vector<double>& p, std::vector<double>& r) { r[0] = p[0] * 0.0 + p[1] - 1.0; };
  EXPECT_THROW(fit_least_squares(residuals, {0.0, 0.0}, 1), ModelError);
}

}  // namespace
}  // namespace stillhouse
