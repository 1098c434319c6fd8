#include "models/properties/regression/least_squares.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

using Matrix = std::vector<std::vector<double>>;

double squared_norm(const std::vector<double>& v) {
  double sum = 0.0;
  for (const double x : v) sum += x * x;
  return sum;
}

/// Solves A x = b for symmetric positive definite A by Cholesky; false if A is not.
bool solve(Matrix A, std::vector<double> b, std::vector<double>& x) {
  const std::size_t n = b.size();
  for (std::size_t j = 0; j < n; ++j) {
    for (std::size_t k = 0; k < j; ++k) A[j][j] -= A[j][k] * A[j][k];
    if (!(A[j][j] > 0.0)) return false;
    A[j][j] = std::sqrt(A[j][j]);
    for (std::size_t i = j + 1; i < n; ++i) {
      for (std::size_t k = 0; k < j; ++k) A[i][j] -= A[i][k] * A[j][k];
      A[i][j] /= A[j][j];
    }
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) b[i] -= A[i][k] * b[k];
    b[i] /= A[i][i];
  }
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t k = i + 1; k < n; ++k) b[i] -= A[k][i] * b[k];
    b[i] /= A[i][i];
  }
  x = b;
  return true;
}

}  // namespace

LeastSquaresFit fit_least_squares(
    const std::function<void(const std::vector<double>&, std::vector<double>&)>& residuals, std::vector<double> start,
    std::size_t count) {
  const std::size_t n = start.size();
  std::vector<double> p = std::move(start), r(count), r_up(count), r_down(count), step(n);
  Matrix normal(n, std::vector<double>(n)), jacobian(n, std::vector<double>(count));

  const auto linearise = [&] {
    for (std::size_t j = 0; j < n; ++j) {
      const double centre = p[j], width = 1e-5 * std::max(1.0, std::fabs(centre));
      p[j] = centre + width;
      residuals(p, r_up);
      p[j] = centre - width;
      residuals(p, r_down);
      p[j] = centre;
      for (std::size_t i = 0; i < count; ++i) jacobian[j][i] = (r_up[i] - r_down[i]) / (2.0 * width);
    }
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = 0; k < n; ++k) {
        normal[j][k] = 0.0;
        for (std::size_t i = 0; i < count; ++i) normal[j][k] += jacobian[j][i] * jacobian[k][i];
      }
  };

  residuals(p, r);
  double cost = squared_norm(r), damping = 1e-3;
  LeastSquaresFit fit;
  for (bool converged = false; !converged; ++fit.steps) {
    if (fit.steps == 200) throw ModelError("least squares: no minimum after 200 steps");
    linearise();
    std::vector<double> descent(n, 0.0);
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t i = 0; i < count; ++i) descent[j] -= jacobian[j][i] * r[i];

    // raise the damping until the step goes down, then lower it for the next
    for (bool accepted = false; !accepted && !converged;) {
      Matrix damped = normal;
      for (std::size_t j = 0; j < n; ++j) damped[j][j] *= 1.0 + damping;
      if (!solve(damped, descent, step)) throw ModelError("least squares: the data do not determine all parameters");
      std::vector<double> trial = p;
      double largest = 0.0;
      for (std::size_t j = 0; j < n; ++j) {
        trial[j] += step[j];
        largest = std::max(largest, std::fabs(step[j]) / std::max(1.0, std::fabs(p[j])));
      }
      residuals(trial, r_up);
      const double trial_cost = squared_norm(r_up);
      accepted = trial_cost <= cost;
      if (accepted) {
        p = trial;
        r = r_up;
        cost = trial_cost;
        damping = std::max(1e-12, damping / 10.0);
      } else {
        damping *= 10.0;
      }
      converged = largest < 1e-10 || damping > 1e12;
    }
  }

  // covariance at the minimum, column by column
  linearise();
  fit.parameters = p;
  fit.cost = cost;
  const double variance = count > n ? cost / static_cast<double>(count - n) : 0.0;
  fit.covariance.assign(n, std::vector<double>(n));
  for (std::size_t j = 0; j < n; ++j) {
    std::vector<double> unit(n, 0.0), column;
    unit[j] = 1.0;
    if (!solve(normal, unit, column)) throw ModelError("least squares: the data do not determine all parameters");
    for (std::size_t k = 0; k < n; ++k) fit.covariance[k][j] = variance * column[k];
  }
  for (std::size_t j = 0; j < n; ++j) fit.standard_errors.push_back(std::sqrt(fit.covariance[j][j]));
  return fit;
}

}  // namespace stillhouse
