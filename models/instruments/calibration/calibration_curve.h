#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace stillhouse {

/// One standard: its content, the instrument's answer, and how much the answer counts.
struct CalibrationPoint {
  double x = 0.0;       // content, any unit
  double y = 0.0;       // answer, any unit
  double weight = 1.0;  // 1 / variance, up to a common factor; 1 for all: the answers scatter alike
};

/// A content read from a curve, with what is known of it.
struct ReadContent {
  double x = 0.0;
  double u = 0.0;             // standard uncertainty
  double interval = 0.0;      // half-width of the confidence interval, t u
  double freedom = 0.0;       // degrees of freedom
  bool extrapolated = false;  // outside the standards
};

/// Straight line or parabola through standards by weighted least squares.
///
///   y = c_0 + c_1 x (+ c_2 x^2)       sum w (y_i - y(x_i))^2 least
///   s^2 = that sum / (n - p)          variance of an answer of weight 1;   covariance C = s^2 (X' W X)^-1
///   x_0: y(x_0) = y_0, mean of m answers of weight w_0
///   u(x_0) = sqrt(s^2 / (m w_0) + g' C g) / y'(x_0),  g = (1, x_0, x_0^2);   for a line
///          = s / c_1 sqrt(1 / (m w_0) + 1 / sum w + (y_0 - y_w)^2 / (c_1^2 sum w (x_i - x_w)^2))
///
/// Solved by orthogonal polynomials, which keeps the digits of contents far from zero.
/// Assumes  contents exact (an order better than answers), errors of answers independent and normal, weights known
/// Source   Draper, Smith, Applied Regression Analysis, 3rd ed., 1998, chapters 1, 3, 9; Eurachem/CITAC CG 4 (QUAM:
///          2012), appendix E.4; Massart et al., Handbook of Chemometrics and Qualimetrics A, 1997, chapter 8
class CalibrationCurve {
 public:
  /// ModelError if degree is not 1 or 2, a weight is not above zero, or contents of fewer than degree + 1 levels are
  /// there, or no degree of freedom is left.
  CalibrationCurve(std::vector<CalibrationPoint> points, int degree);

  std::span<const CalibrationPoint> points() const { return points_; }
  int degree() const { return degree_; }
  double coefficient(int i) const { return c_[static_cast<std::size_t>(i)]; }
  double covariance(int i, int j) const { return C_[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)]; }
  double standard_error(int i) const;
  double residual_deviation() const { return s_; }
  double residual_sum() const { return sum_; }
  double freedom() const;
  double determination() const;  // R^2
  double mean_x() const { return mean_x_; }
  double spread_x() const { return spread_x_; }  // sum w (x - x_w)^2
  double weights() const { return weights_; }    // sum w

  double answer(double x) const;
  double slope(double x) const;
  /// Standard uncertainty of the curve at x, without that of a single answer.
  double answer_uncertainty(double x) const;

  /// The content of a sample whose m answers have this mean. ModelError if the curve never reaches it within twice the
  /// range of the standards, or is level there.
  ReadContent read(double mean_answer, int answers = 1, double weight = 1.0, double confidence = 0.95) const;
  /// Standard addition: x is what was added to the sample; its content is -x where the line meets the answer of the
  /// blank (0 if that is known to be nothing). Lines only.
  ReadContent added_to(double blank_answer = 0.0, double confidence = 0.95) const;

 private:
  ReadContent content(double x, double own_variance, double confidence) const;

  std::vector<CalibrationPoint> points_;
  int degree_;
  std::array<double, 3> c_{};
  std::array<std::array<double, 3>, 3> C_{};
  double s_ = 0.0, sum_ = 0.0, total_ = 0.0, mean_x_ = 0.0, spread_x_ = 0.0, weights_ = 0.0, low_ = 0.0, high_ = 0.0;
};

/// Whether a straight line does.
struct LinearityTest {
  std::optional<double> lack_of_fit;  // probability of so much lack of fit by chance; needs repeated levels
  std::optional<double> curvature;    // probability of so large a quadratic term by chance (Mandel); needs n > 3
  bool linear = true;                 // neither below 0.05
};
/// Source: Draper, Smith, section 2.1 (pure error); Mandel's test as in DIN 38402-51.
LinearityTest linearity(const CalibrationCurve& line);

}  // namespace stillhouse
