#pragma once

#include <functional>
#include <vector>

namespace stillhouse {

/// Result of a least-squares fit of p parameters to n residuals.
struct LeastSquaresFit {
  std::vector<double> parameters;
  std::vector<double> standard_errors;          // sqrt of the covariance's diagonal, s^2 = cost / (n - p)
  std::vector<std::vector<double>> covariance;  // p x p
  double cost = 0.0;                            // sum of squared residuals
  int steps = 0;
};

/// Minimises sum_i r_i(p)^2 by Levenberg-Marquardt with central differences, from `start`.
///
/// Small and dense (a handful of parameters), plain loops in fixed order: the same data give the same bits from
/// every compiler, so that a test can ask whether the shipped parameters are what the measured points say.
/// `residuals(p, r)` fills r, whose size is `count`. Parameters should be of order one.
/// ModelError if the normal equations are singular or 200 steps do not suffice.
/// Source: Marquardt, J. Soc. Indust. Appl. Math. 11 (1963) 431.
LeastSquaresFit fit_least_squares(
    const std::function<void(const std::vector<double>& p, std::vector<double>& r)>& residuals,
    std::vector<double> start, std::size_t count);

}  // namespace stillhouse
