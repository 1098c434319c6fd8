#include "models/instruments/calibration/calibration_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/control/setting_check.h"
#include "models/instruments/calibration/distributions.h"

namespace stillhouse {

CalibrationCurve::CalibrationCurve(std::vector<CalibrationPoint> points, int degree)
    : points_(std::move(points)), degree_(degree) {
  check_setting("calibration", "degree", degree, 1.0, 2.0);
  std::vector<double> levels;
  for (const CalibrationPoint& p : points_) {
    check_setting("calibration", "weight", p.weight, 1e-300, 1e300);
    check_setting("calibration", "content", p.x, -1e300, 1e300);
    check_setting("calibration", "answer", p.y, -1e300, 1e300);
    levels.push_back(p.x);
  }
  std::sort(levels.begin(), levels.end());
  const auto distinct = std::unique(levels.begin(), levels.end()) - levels.begin();
  if (distinct <= degree || static_cast<int>(points_.size()) <= degree + 1)
    throw ModelError("calibration: " + std::to_string(points_.size()) + " answers at " + std::to_string(distinct) +
                     " contents; a curve of degree " + std::to_string(degree) + " needs at least " +
                     std::to_string(degree + 2) + " at " + std::to_string(degree + 1));
  low_ = levels.front();
  high_ = levels[static_cast<std::size_t>(distinct - 1)];

  // orthogonal polynomials over the standards: 1, x - a, (x - a)(x - b) - k
  double sum_x = 0.0, sum_y = 0.0;
  for (const CalibrationPoint& p : points_) weights_ += p.weight, sum_x += p.weight * p.x, sum_y += p.weight * p.y;
  mean_x_ = sum_x / weights_;
  const double mean_y = sum_y / weights_;
  double cube = 0.0, along = 0.0;
  for (const CalibrationPoint& p : points_) {
    const double d = p.x - mean_x_;
    spread_x_ += p.weight * d * d;
    cube += p.weight * d * d * d;
    along += p.weight * d * (p.y - mean_y);
    total_ += p.weight * (p.y - mean_y) * (p.y - mean_y);
  }
  const double q1 = along / spread_x_;
  const double b = cube / spread_x_, k = spread_x_ / weights_;
  const auto second = [&](double x) { return (x - mean_x_) * (x - mean_x_ - b) - k; };
  double q2 = 0.0, norm2 = 0.0;
  if (degree_ == 2) {
    for (const CalibrationPoint& p : points_) {
      const double f = second(p.x), left = p.y - mean_y - q1 * (p.x - mean_x_);
      norm2 += p.weight * f * f;
      q2 += p.weight * f * left;
    }
    q2 /= norm2;
  }
  for (const CalibrationPoint& p : points_) {
    double left = p.y - mean_y - q1 * (p.x - mean_x_);
    if (degree_ == 2) left -= q2 * second(p.x);
    sum_ += p.weight * left * left;
  }
  s_ = sqrt(sum_ / freedom());

  // each polynomial written in powers of x; coefficients and covariance are sums over polynomials
  const double a = mean_x_;
  const std::array<std::array<double, 3>, 3> powers = {
      {{1.0, 0.0, 0.0}, {-a, 1.0, 0.0}, {a * a + a * b - k, -(2.0 * a + b), 1.0}}};
  const std::array<double, 3> q = {mean_y, q1, q2}, norm = {weights_, spread_x_, norm2};
  for (int t = 0; t <= degree_; ++t) {
    const auto& f = powers[static_cast<std::size_t>(t)];
    for (std::size_t i = 0; i < 3; ++i) {
      c_[i] += q[static_cast<std::size_t>(t)] * f[i];
      for (std::size_t j = 0; j < 3; ++j) C_[i][j] += s_ * s_ * f[i] * f[j] / norm[static_cast<std::size_t>(t)];
    }
  }
}

double CalibrationCurve::standard_error(int i) const {
  return sqrt(covariance(i, i));
}

double CalibrationCurve::freedom() const {
  return static_cast<double>(points_.size()) - degree_ - 1.0;
}

double CalibrationCurve::determination() const {
  return 1.0 - sum_ / total_;
}

double CalibrationCurve::answer(double x) const {
  return c_[0] + x * (c_[1] + x * c_[2]);
}

double CalibrationCurve::slope(double x) const {
  return c_[1] + 2.0 * c_[2] * x;
}

double CalibrationCurve::answer_uncertainty(double x) const {
  const std::array<double, 3> g = {1.0, x, x * x};
  double variance = 0.0;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) variance += g[i] * C_[i][j] * g[j];
  return sqrt(std::max(0.0, variance));
}

ReadContent CalibrationCurve::content(double x, double own_variance, double confidence) const {
  check_setting("calibration", "confidence", confidence, 0.01, 0.9999);
  const double curve = answer_uncertainty(x);
  const double u = sqrt(own_variance + curve * curve) / std::abs(slope(x));
  return {x, u, students_t_quantile(0.5 + 0.5 * confidence, freedom()) * u, freedom(), x < low_ || x > high_};
}

ReadContent CalibrationCurve::read(double mean_answer, int answers, double weight, double confidence) const {
  check_setting("calibration", "number of answers", answers, 1.0, 1e6);
  check_setting("calibration", "weight", weight, 1e-300, 1e300);
  const double range = high_ - low_;
  double x = std::numeric_limits<double>::quiet_NaN();
  if (degree_ == 1 || c_[2] == 0.0) {
    x = (mean_answer - c_[0]) / c_[1];
  } else {
    // the root on the branch on which the standards lie
    const double middle = 0.5 * (low_ + high_), slope_there = slope(middle);
    const double root = slope_there * slope_there - 4.0 * c_[2] * (answer(middle) - mean_answer);
    if (root > 0.0)
      x = middle + 2.0 * (mean_answer - answer(middle)) / (slope_there + (slope_there < 0.0 ? -1.0 : 1.0) * sqrt(root));
  }
  if (!(x >= low_ - 2.0 * range && x <= high_ + 2.0 * range))
    throw ModelError("calibration: the answer " + std::to_string(mean_answer) +
                     " lies far from those of the standards, " + std::to_string(answer(low_)) + " to " +
                     std::to_string(answer(high_)));
  return content(x, s_ * s_ / (weight * answers), confidence);
}

ReadContent CalibrationCurve::added_to(double blank_answer, double confidence) const {
  check_setting("standard addition", "degree", degree_, 1.0, 1.0);
  ReadContent result = content((blank_answer - c_[0]) / c_[1], 0.0, confidence);
  result.x = -result.x;
  result.extrapolated = true;
  return result;
}

LinearityTest linearity(const CalibrationCurve& line) {
  LinearityTest test;
  std::map<double, std::vector<CalibrationPoint>> levels;
  for (const CalibrationPoint& p : line.points()) levels[p.x].push_back(p);
  double pure = 0.0;
  for (const auto& [x, repeats] : levels) {
    double weight = 0.0, sum = 0.0;
    for (const CalibrationPoint& p : repeats) weight += p.weight, sum += p.weight * p.y;
    for (const CalibrationPoint& p : repeats) pure += p.weight * (p.y - sum / weight) * (p.y - sum / weight);
  }
  const double n = static_cast<double>(line.points().size()), m = static_cast<double>(levels.size());
  if (n > m && m > 2.0 && pure > 0.0) {
    const double lack = std::max(0.0, line.residual_sum() - pure);
    test.lack_of_fit = fisher_exceeded(lack / (m - 2.0) / (pure / (n - m)), m - 2.0, n - m);
  }
  if (n > 3.0 && m > 2.0) {
    const CalibrationCurve parabola({line.points().begin(), line.points().end()}, 2);
    const double better = std::max(0.0, line.residual_sum() - parabola.residual_sum());
    const double variance = parabola.residual_sum() / parabola.freedom();
    test.curvature = variance > 0.0 ? fisher_exceeded(better / variance, 1.0, parabola.freedom()) : 1.0;
  }
  test.linear = test.lack_of_fit.value_or(1.0) >= 0.05 && test.curvature.value_or(1.0) >= 0.05;
  return test;
}

}  // namespace stillhouse
