#include "models/reactors/residence_time.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

void check_samples(const std::vector<double>& t, const std::vector<double>& f, Quadrature rule) {
  const std::size_t least = rule == Quadrature::simpson && t.size() % 2 == 0 ? 4 : 3;
  if (t.size() != f.size() || t.size() < least)
    throw ModelError("residence time: " + std::to_string(t.size()) + " times and " + std::to_string(f.size()) +
                     " values; as many of each are needed, at least " + std::to_string(least));
  for (std::size_t i = 1; i < t.size(); ++i) {
    if (!(t[i] > t[i - 1])) throw ModelError("residence time: times must rise; " + shortest(t[i]) + " s does not");
    const double here = t[i] - t[i - 1];
    // the rule of Simpson takes intervals by twos, the last three together if they are odd
    const bool opens = rule == Quadrature::simpson && i % 2 == 1 && i + 1 != t.size();
    const double other = rule == Quadrature::simpson ? (opens ? t[i + 1] - t[i] : t[i - 1] - t[i - 2]) : t[1] - t[0];
    if (rule != Quadrature::trapezoid && std::abs(here - other) > 1e-6 * here)
      throw ModelError("residence time: this rule needs equal intervals; that before " + shortest(t[i]) +
                       " s is another; use the trapezoid");
  }
}

}  // namespace

double integral(const std::vector<double>& t, const std::vector<double>& f, Quadrature rule) {
  check_samples(t, f, rule);
  double sum = 0.0;
  const std::size_t n = t.size() - 1;
  switch (rule) {
    case Quadrature::sum:
      for (const double value : f) sum += (t[1] - t[0]) * value;
      break;
    case Quadrature::trapezoid:
      for (std::size_t i = 0; i < n; ++i) sum += 0.5 * (t[i + 1] - t[i]) * (f[i] + f[i + 1]);
      break;
    case Quadrature::simpson: {
      const std::size_t even = n % 2 == 0 ? n : n - 3;
      for (std::size_t i = 0; i + 2 <= even; i += 2)
        sum += (t[i + 1] - t[i]) / 3.0 * (f[i] + 4.0 * f[i + 1] + f[i + 2]);
      if (even != n)
        sum += 3.0 / 8.0 * (t[n] - t[n - 1]) * (f[even] + 3.0 * f[even + 1] + 3.0 * f[even + 2] + f[even + 3]);
      break;
    }
  }
  return sum;
}

TracerMoments pulse_moments(const std::vector<double>& t, const std::vector<double>& c, Quadrature rule) {
  std::vector<double> f = c;
  TracerMoments moments{};
  moments.area = integral(t, c, rule);
  if (!(moments.area > 0.0)) throw ModelError("residence time: no tracer came out");
  for (std::size_t i = 0; i < f.size(); ++i) f[i] = t[i] * c[i];
  moments.mean = integral(t, f, rule) / moments.area;
  for (std::size_t i = 0; i < f.size(); ++i) f[i] = square(t[i] - moments.mean) * c[i];
  moments.variance = integral(t, f, rule) / moments.area;
  return moments;
}

double tanks_in_series(const TracerMoments& moments) {
  return moments.mean * moments.mean / moments.variance;
}

double peclet_closed(double share) {
  if (!(share > 0.0 && share < 1.0))
    throw ModelError("residence time: variance / mean^2 = " + shortest(share) +
                     " is outside 0 .. 1, the range of a closed vessel with dispersion");
  // falls from 1 to 0 with the Peclet number: halving its logarithm to the last bit
  double low = -30.0, high = 30.0;
  for (int i = 0; i < 200; ++i) {
    const double middle = 0.5 * (low + high), Pe = exp(middle);
    // below 1e-3 by its series, where the difference of two large numbers would be nothing but rounding
    const double of_middle = Pe < 1e-3 ? 1.0 - Pe / 3.0 : 2.0 / Pe - 2.0 / (Pe * Pe) * (1.0 - exp(-Pe));
    (of_middle > share ? low : high) = middle;
  }
  return exp(0.5 * (low + high));
}

double conversion_of_tanks(double Da, double tanks) {
  return 1.0 - pow(1.0 + Da / tanks, -tanks);
}

double conversion_of_plug_flow(double Da) {
  return 1.0 - exp(-Da);
}

double conversion_with_dispersion(double Da, double Pe) {
  const double q = sqrt(1.0 + 4.0 * Da / Pe);
  // divided by e^(Pe q / 2), which overflows for long vessels
  return 1.0 - 4.0 * q * exp(0.5 * Pe * (1.0 - q)) / (square(1.0 + q) - square(1.0 - q) * exp(-Pe * q));
}

double conversion_segregated(const std::vector<double>& t, const std::vector<double>& c, double k, Quadrature rule) {
  std::vector<double> left = c;
  for (std::size_t i = 0; i < left.size(); ++i) left[i] *= exp(-k * t[i]);
  return 1.0 - integral(t, left, rule) / integral(t, c, rule);
}

double tanks_distribution(double t, double mean, int tanks) {
  const double x = tanks * t / mean;
  double E = tanks / mean * exp(-x);
  for (int i = 1; i < tanks; ++i) E *= x / i;
  return E;
}

}  // namespace stillhouse
