#include "models/instruments/calibration/distributions.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/control/setting_check.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

double log_gamma(double x) {
  double shifted = 0.0;
  for (; x < 10.0; x += 1.0) shifted += log(x);
  const double z = 1.0 / (x * x);
  const double series =
      (1.0 / 12.0 - z * (1.0 / 360.0 - z * (1.0 / 1260.0 - z * (1.0 / 1680.0 - z * (1.0 / 1188.0))))) / x;
  return (x - 0.5) * log(x) - x + 0.91893853320467274178 + series - shifted;
}

double incomplete_beta(double a, double b, double x) {
  if (x <= 0.0) return 0.0;
  if (x >= 1.0) return 1.0;
  // the fraction converges fast below the mean only; above it the symmetric one does
  if (x > (a + 1.0) / (a + b + 2.0)) return 1.0 - incomplete_beta(b, a, 1.0 - x);
  const double front = exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * log(x) + b * log(1.0 - x)) / a;
  constexpr double tiny = 1e-300;
  const auto not_zero = [](double v) { return std::abs(v) < tiny ? tiny : v; };
  double c = 1.0, d = 1.0 / not_zero(1.0 - (a + b) * x / (a + 1.0)), f = d;
  for (int m = 1; m <= 500; ++m) {
    const double k = m;
    const double even = k * (b - k) * x / ((a + 2.0 * k - 1.0) * (a + 2.0 * k));
    d = 1.0 / not_zero(1.0 + even * d);
    c = not_zero(1.0 + even / c);
    f *= c * d;
    const double odd = -(a + k) * (a + b + k) * x / ((a + 2.0 * k) * (a + 2.0 * k + 1.0));
    d = 1.0 / not_zero(1.0 + odd * d);
    c = not_zero(1.0 + odd / c);
    f *= c * d;
    if (std::abs(c * d - 1.0) < 1e-15) break;
  }
  return front * f;
}

double students_t_probability(double t, double nu) {
  const double beyond = 0.5 * incomplete_beta(0.5 * nu, 0.5, nu / (nu + t * t));
  return t < 0.0 ? beyond : 1.0 - beyond;
}

double students_t_quantile(double probability, double nu) {
  check_setting("Student's t", "probability", probability, 1e-12, 1.0 - 1e-12);
  check_setting("Student's t", "degrees of freedom", nu, 1e-3, 1e300);
  if (nu > 1e8) return normal_quantile(probability);
  // the tail keeps its digits where 1 - p would lose them
  const double tail = probability < 0.5 ? probability : 1.0 - probability;
  if (tail == 0.5) return 0.0;
  const auto excess = [&](double t) { return 0.5 * incomplete_beta(0.5 * nu, 0.5, nu / (nu + t * t)) - tail; };
  double high = 1.0;
  while (excess(high) > 0.0 && high < 1e150) high *= 4.0;
  const double t = bracketed_root(excess, 0.0, high);
  return probability < 0.5 ? -t : t;
}

double fisher_exceeded(double F, double nu1, double nu2) {
  return F <= 0.0 ? 1.0 : incomplete_beta(0.5 * nu2, 0.5 * nu1, nu2 / (nu2 + nu1 * F));
}

}  // namespace stillhouse
