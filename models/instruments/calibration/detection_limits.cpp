#include "models/instruments/calibration/detection_limits.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/control/setting_check.h"
#include "models/instruments/calibration/distributions.h"

namespace stillhouse {

namespace {

DetectionLimits of_deviation(double sigma, double slope) {
  const double per_slope = sigma / std::abs(slope);
  return {3.3 * per_slope, 3.3 * per_slope, 10.0 * per_slope};
}

}  // namespace

DetectionLimits ich_limits(const CalibrationCurve& line) {
  return of_deviation(line.residual_deviation(), line.coefficient(1));
}

DetectionLimits ich_limits_by_intercept(const CalibrationCurve& line) {
  return of_deviation(line.standard_error(0), line.coefficient(1));
}

DetectionLimits blank_limits(std::span<const double> blanks, double slope, double alpha) {
  const double n = static_cast<double>(blanks.size());
  check_setting("blanks", "number", n, 2.0, 1e6);
  double mean = 0.0, squares = 0.0;
  for (const double b : blanks) mean += b / n;
  for (const double b : blanks) squares += (b - mean) * (b - mean);
  const double s = sqrt(squares / (n - 1.0)) / std::abs(slope);
  return {students_t_quantile(1.0 - alpha, n - 1.0) * s * sqrt(1.0 + 1.0 / n), 3.0 * s, 10.0 * s};
}

DetectionLimits din_32645_limits(const CalibrationCurve& line, int answers, double alpha, double k) {
  check_setting("DIN 32645", "degree", line.degree(), 1.0, 1.0);
  const double n = line.weights(), mean = line.mean_x(), Q = line.spread_x();
  const double s_x = line.residual_deviation() / std::abs(line.coefficient(1));
  const double own = 1.0 / answers + 1.0 / n;
  const double one_sided = students_t_quantile(1.0 - alpha, line.freedom());
  const double critical = s_x * one_sided * sqrt(own + mean * mean / Q);

  // x^2 = a^2 (own + (x - mean)^2 / Q): a quadratic equation
  const double a = k * s_x * students_t_quantile(1.0 - 0.5 * alpha, line.freedom());
  const double share = a * a / Q;
  check_setting("DIN 32645", "relative uncertainty of the slope, k t s_x / sqrt(Q)", sqrt(share), 0.0, 0.999);
  const double root = sqrt(share * share * mean * mean + (1.0 - share) * (a * a * own + share * mean * mean));
  return {critical, 2.0 * critical, (root - share * mean) / (1.0 - share)};
}

}  // namespace stillhouse
