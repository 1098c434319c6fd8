#include "engine/solve/radau_step.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/solve/integration_method.h"
#include "engine/solve/radau_coefficients.h"

namespace stillhouse {

namespace {

constexpr int most_iterations = 7;         // of Newton in a step
constexpr int most_start_iterations = 50;  // of Newton after inputs have changed
constexpr double fast_enough = 0.03;       // rate of convergence at which the Jacobian is kept
constexpr double settled = 1e-3;           // of the tolerance: algebraic unknowns after inputs have changed
constexpr double slow = 0.1;               // rate of convergence at which they are given another Jacobian
constexpr double keep_step = 1.2;          // a step that could grow by less stays, with its factors
constexpr double same_step = 1e-9;         // steps that differ by less share their factors
constexpr double round_off = 1e-16;

}  // namespace

RadauStep::RadauStep(DaeProblem& problem, const SolverSettings& settings)
    : problem_(problem),
      settings_(settings),
      n_(problem.size()),
      stages_(problem.pattern()),
      start_(problem.pattern()) {
  absolute_.resize(static_cast<std::size_t>(n_));
  set_tolerance(1.0);
  for (int i = 0; i < n_; ++i) {
    has_memory_.push_back(problem.unknown(i).kind != Kind::algebraic);
    with_memory_ += has_memory_.back() ? 1.0 : 0.0;
  }
  with_memory_ = std::max(with_memory_, 1.0);
  const std::size_t size = static_cast<std::size_t>(n_);
  for (auto* v : {&y_,  &yp_, &weight_, &k1_, &k2_, &k3_, &z1_, &z2_, &z3_, &w1_,    &w2_,        &w3_,
                  &v1_, &v2_, &v3_,     &s1_, &s2_, &s3_, &r1_, &r2_, &r3_, &trial_, &trial_rate_})
    v->assign(size, 0.0);
  for (auto* v : {&by_value_, &by_rate_, &by_rate_now_, &start_values_})
    v->assign(static_cast<std::size_t>(problem.pattern().entries()), 0.0);
}

void RadauStep::set_tolerance(double factor) {
  const double asked = settings_.relative_tolerance * factor;
  relative_ = 0.1 * pow(asked, 2.0 / 3.0);
  newton_limit_ = std::max(10.0 * round_off / relative_, std::min(0.03, sqrt(relative_)));
  for (int i = 0; i < n_; ++i)
    absolute_[static_cast<std::size_t>(i)] = absolute_tolerance(problem_, settings_, i) * (relative_ / asked);
}

void RadauStep::begin(const std::vector<double>& y, const std::vector<double>& yp) {
  y_ = y;
  yp_ = yp;
  weigh();
  last_step_ = accepted_step_ = next_step_ = factored_step_ = 0.0;
  convergence_ = 1.0;
  known_ = fresh_ = doubted_ = rejected_ = false;
  rates_same_ = -1;
  rates_skipped_ = 0;
  stages_.forget();
  start_.forget();
}

double RadauStep::first_step() const {
  const double speed = error_norm(yp_);
  return speed > 0.0 ? 1.0 / speed : 1e300;
}

void RadauStep::weigh() {
  for (int i = 0; i < n_; ++i) weight_[i] = 1.0 / (absolute_[i] + relative_ * std::abs(y_[i]));
}

void RadauStep::residual(const std::vector<double>& y, const std::vector<double>& yp, std::vector<double>& r) {
  ++costs.residuals;
  problem_.residual(y.data(), yp.data(), r.data());
}

double RadauStep::error_norm(const std::vector<double>& e) const {
  double sum = 0.0;
  for (int i = 0; i < n_; ++i) {
    const double size = has_memory_[i] ? e[i] * weight_[i] : 0.0;
    sum += size * size;
  }
  return sqrt(sum / with_memory_);
}

/// dF/dy' is a constant of many plants: when it came out the same twice it is looked at again at every eighth Jacobian
/// only, or when Newton does not converge.
void RadauStep::refresh_jacobian(bool with_rates) {
  problem_.jacobian(y_.data(), yp_.data(), 1.0, 0.0, by_value_.data());
  ++costs.jacobians;
  if (with_rates || rates_same_ < 2 || ++rates_skipped_ == 8) {
    problem_.jacobian(y_.data(), yp_.data(), 0.0, 1.0, by_rate_now_.data());
    ++costs.jacobians;
    rates_same_ = rates_same_ >= 0 && by_rate_now_ == by_rate_ ? rates_same_ + 1 : 0;
    rates_skipped_ = 0;
    by_rate_.swap(by_rate_now_);
  }
  known_ = fresh_ = true;
  doubted_ = false;
  factored_step_ = 0.0;
}

void RadauStep::settle(bool modes_changed) {
  const SparsePattern& pattern = problem_.pattern();
  double before = 0.0, rate = 0.0;
  for (int iteration = 0; iteration < most_start_iterations; ++iteration) {
    residual(y_, yp_, r1_);
    if (iteration == 0 || rate > slow) {
      refresh_jacobian(modes_changed || iteration > 0);
      start_values_ = by_value_;
      for (int c = 0; c < n_; ++c) {
        if (!has_memory_[c]) continue;
        for (int k = pattern.column_start[c]; k < pattern.column_start[c + 1]; ++k) start_values_[k] = by_rate_[k];
      }
      if (!start_.factor(start_values_.data())) break;
    }
    start_.solve(r1_.data());
    ++costs.newton_iterations;
    double largest = 0.0;
    for (int i = 0; i < n_; ++i) {
      const double accuracy = 1.0 / weight_[i] + (has_memory_[i] ? std::abs(yp_[i]) : 0.0);
      largest = std::isfinite(r1_[i]) ? std::max(largest, std::abs(r1_[i]) / accuracy) : INFINITY;
      if (largest == INFINITY) break;
    }
    if (largest == INFINITY) break;
    for (int i = 0; i < n_; ++i) (has_memory_[i] ? yp_[i] : y_[i]) -= r1_[i];
    if (largest < settled) break;
    rate = iteration == 0 ? 0.0 : largest / before;
    before = largest;
  }
  weigh();
  last_step_ = 0.0;
}

bool RadauStep::advance(double h) {
  using namespace radau;
  next_step_ = h;
  if (!known_) refresh_jacobian(doubted_);
  if (!(std::abs(h - factored_step_) <= same_step * h)) {
    factored_step_ = 0.0;
    if (!stages_.factor(by_value_.data(), by_rate_.data(), gamma / h, alpha / h, beta / h)) return give_up(h, 0.5 * h);
    factored_step_ = h;
  }
  if (!newton(h)) return false;

  const double error = estimate(h);
  const double safety = std::min(0.9, 0.9 * (1 + 2 * most_iterations) / (iterations_ + 2.0 * most_iterations));
  double shrink = std::clamp(sqrt(sqrt(error)) / safety, 0.125, 5.0);
  if (!(error < 1.0)) {
    ++costs.error_test_failures;
    next_step_ = last_step_ == 0.0 ? 0.1 * h : h / shrink;
    rejected_ = true;
    return false;
  }
  if (accepted_step_ > 0.0) {
    const double predicted = accepted_step_ / h * sqrt(sqrt(error * error / accepted_error_)) / safety;
    shrink = std::max(shrink, std::clamp(predicted, 0.125, 5.0));
  }
  next_step_ = rejected_ ? std::min(h, h / shrink) : h / shrink;
  accepted_step_ = h;
  accepted_error_ = std::max(0.01, error);
  rejected_ = false;
  ++costs.steps;
  take(h);
  if (known_ && next_step_ >= h && next_step_ <= keep_step * h) next_step_ = h;
  return true;
}

/// Error in units of the tolerance, of the embedded formula filtered by the real system; of a first or repeated step
/// once more, which damps what is stiff.
double RadauStep::estimate(double h) {
  using namespace radau;
  const double inverse_step = 1.0 / h;
  for (int i = 0; i < n_; ++i) trial_rate_[i] = -inverse_step * (e1 * z1_[i] + e2 * z2_[i] + e3 * z3_[i]);
  residual(y_, trial_rate_, r1_);
  stages_.solve(r1_.data());
  double error = error_norm(r1_);
  if (!(error < 1.0) && (last_step_ == 0.0 || rejected_)) {
    for (int i = 0; i < n_; ++i) trial_[i] = y_[i] - r1_[i];
    residual(trial_, trial_rate_, r1_);
    stages_.solve(r1_.data());
    error = error_norm(r1_);
  }
  return std::isfinite(error) ? std::max(error, 1e-10) : 1e10;
}

/// The stages where the last step's polynomial leads to.
void RadauStep::begin_newton(double h) {
  using namespace radau;
  if (last_step_ == 0.0) {
    for (auto* v : {&z1_, &z2_, &z3_, &w1_, &w2_, &w3_}) std::fill(v->begin(), v->end(), 0.0);
    return;
  }
  const double q3 = h / last_step_, q1 = c1 * q3, q2 = c2 * q3;
  for (int i = 0; i < n_; ++i) {
    const double a = q1 * (k1_[i] + (q1 - (c2 - 1.0)) * (k2_[i] + (q1 - (c1 - 1.0)) * k3_[i]));
    const double b = q2 * (k1_[i] + (q2 - (c2 - 1.0)) * (k2_[i] + (q2 - (c1 - 1.0)) * k3_[i]));
    const double c = q3 * (k1_[i] + (q3 - (c2 - 1.0)) * (k2_[i] + (q3 - (c1 - 1.0)) * k3_[i]));
    z1_[i] = a;
    z2_[i] = b;
    z3_[i] = c;
    w1_[i] = inverse[0][0] * a + inverse[0][1] * b + inverse[0][2] * c;
    w2_[i] = inverse[1][0] * a + inverse[1][1] * b + inverse[1][2] * c;
    w3_[i] = inverse[2][0] * a + inverse[2][1] * b + inverse[2][2] * c;
  }
}

/// The stages' increments by simplified Newton; false: not with this step or this Jacobian.
bool RadauStep::newton(double h) {
  using namespace radau;
  begin_newton(h);
  const double g = gamma / h, p = alpha / h, q = beta / h;
  // how fast the last step converged is believed a little less
  const double root = sqrt(std::max(convergence_, round_off));
  convergence_ = root * sqrt(root);
  theta_ = fast_enough;
  double before = 0.0, rate_before = 0.0;
  for (iterations_ = 0; iterations_ < most_iterations;) {
    for (int i = 0; i < n_; ++i) {
      const double a = g * w1_[i], b = p * w2_[i] - q * w3_[i], c = q * w2_[i] + p * w3_[i];
      v1_[i] = T[0][0] * a + T[0][1] * b + T[0][2] * c;
      v2_[i] = T[1][0] * a + T[1][1] * b + T[1][2] * c;
      v3_[i] = T[2][0] * a + b;
      s1_[i] = y_[i] + z1_[i];
      s2_[i] = y_[i] + z2_[i];
      s3_[i] = y_[i] + z3_[i];
    }
    residual(s1_, v1_, r1_);
    residual(s2_, v2_, r2_);
    residual(s3_, v3_, r3_);
    for (int i = 0; i < n_; ++i) {
      const double a = r1_[i], b = r2_[i], c = r3_[i];
      r1_[i] = inverse[0][0] * a + inverse[0][1] * b + inverse[0][2] * c;
      r2_[i] = inverse[1][0] * a + inverse[1][1] * b + inverse[1][2] * c;
      r3_[i] = inverse[2][0] * a + inverse[2][1] * b + inverse[2][2] * c;
    }
    stages_.solve(r1_.data(), r2_.data(), r3_.data());
    ++iterations_;
    ++costs.newton_iterations;

    // does it converge, and will it in time
    double sum = 0.0;
    for (int i = 0; i < n_; ++i) {
      const double a = r1_[i] * weight_[i], b = r2_[i] * weight_[i], c = r3_[i] * weight_[i];
      sum += a * a + b * b + c * c;
    }
    const double size = sqrt(sum / (3.0 * n_));
    if (!std::isfinite(size)) return give_up(h, 0.25 * h);
    if (iterations_ > 1) {
      const double rate = size / before;
      theta_ = iterations_ == 2 ? rate : sqrt(rate * rate_before);
      rate_before = rate;
      if (!(theta_ < 0.99)) return give_up(h, 0.5 * h);
      convergence_ = theta_ / (1.0 - theta_);
      const int remaining = most_iterations - iterations_;
      double left = convergence_ * size / newton_limit_;
      for (int k = 0; k < remaining; ++k) left *= theta_;
      if (left >= 1.0) return give_up(h, 0.8 * h * pow(std::min(left, 20.0), -1.0 / (4.0 + remaining)));
    }
    before = std::max(size, round_off);
    for (int i = 0; i < n_; ++i) {
      const double a = w1_[i] -= r1_[i], b = w2_[i] -= r2_[i], c = w3_[i] -= r3_[i];
      z1_[i] = T[0][0] * a + T[0][1] * b + T[0][2] * c;
      z2_[i] = T[1][0] * a + T[1][1] * b + T[1][2] * c;
      z3_[i] = T[2][0] * a + b;
    }
    if (convergence_ * size <= newton_limit_) return true;
  }
  return give_up(h, 0.5 * h);
}

/// Newton did not converge: once more with a new Jacobian, then with a shorter step.
bool RadauStep::give_up(double h, double shorter) {
  ++costs.newton_failures;
  next_step_ = fresh_ ? shorter : h;
  if (!fresh_) {
    known_ = false;
    doubted_ = true;
  }
  rejected_ = true;
  convergence_ = 1.0;
  return false;
}

void RadauStep::take(double h) {
  using namespace radau;
  const double g = gamma / h, p = alpha / h, q = beta / h;
  for (int i = 0; i < n_; ++i) {
    const double chord = (z1_[i] - z2_[i]) / (c1 - c2), slope = (chord - z1_[i] / c1) / c2;
    k1_[i] = (z2_[i] - z3_[i]) / (c2 - 1.0);
    k2_[i] = (chord - k1_[i]) / (c1 - 1.0);
    k3_[i] = k2_[i] - slope;
    yp_[i] = T[2][0] * (g * w1_[i]) + (p * w2_[i] - q * w3_[i]);
    y_[i] += z3_[i];
  }
  weigh();
  last_step_ = h;
  fresh_ = false;
  if (theta_ > fast_enough) known_ = false;
}

void RadauStep::interpolate(double s, double* values, double* rates) const {
  using namespace radau;
  for (int i = 0; i < n_; ++i) {
    const double inner = k2_[i] + (s - (c1 - 1.0)) * k3_[i], outer = k1_[i] + (s - (c2 - 1.0)) * inner;
    values[i] = y_[i] + s * outer;
    if (rates) rates[i] = (outer + s * (inner + (s - (c2 - 1.0)) * k3_[i])) / last_step_;
  }
}

void RadauStep::go_back(double s) {
  interpolate(s, trial_.data(), trial_rate_.data());
  y_.swap(trial_);
  yp_.swap(trial_rate_);
  weigh();
  last_step_ = 0.0;
  known_ = false;
}

}  // namespace stillhouse
