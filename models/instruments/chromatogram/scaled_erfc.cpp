#include "models/instruments/chromatogram/scaled_erfc.h"

#include <array>

#include "engine/autodiff/functions.h"

namespace stillhouse {

namespace {

constexpr double root_pi = 1.77245385090551602730;
constexpr int steps = 512;

/// erfcx over u, which stays above 0 where both vanish: x without end.
double at_place(double u) {
  return u > 0.0 ? scaled_erfc_exact(4.0 / u - 4.0) / u : 0.25 / root_pi;
}

/// Each step's cubic through its values at 0, 1/3, 2/3 and 1 of the step.
struct Table {
  std::array<std::array<double, 4>, steps> cubic;
  Table() {
    for (int i = 0; i < steps; ++i) {
      double f[4];
      for (int j = 0; j < 4; ++j) f[j] = at_place((i + j / 3.0) / steps);
      // Newton's differences at spacing 1/3, then powers of the place in the step
      const double a = 3.0 * (f[1] - f[0]), b = 4.5 * (f[2] - 2.0 * f[1] + f[0]);
      const double c = 4.5 * (f[3] - 3.0 * f[2] + 3.0 * f[1] - f[0]);
      cubic[i] = {f[0], a - b / 3.0 + 2.0 * c / 9.0, b - c, c};
    }
  }
};

}  // namespace

double scaled_erfc_exact(double x) {
  if (x < 2.0) {
    // exp(x^2) - erfcx = 2/sqrt(pi) (x + 2 x^3/3 + 4 x^5/15 + ...), all terms positive
    double term = x, sum = x;
    for (int n = 1; n < 60; ++n) {
      term *= 2.0 * x * x / (2 * n + 1);
      sum += term;
    }
    return exp(x * x) - 2.0 / root_pi * sum;
  }
  double fraction = x;
  for (int n = 80; n >= 1; --n) fraction = x + 0.5 * n / fraction;
  return 1.0 / (root_pi * fraction);
}

double scaled_erfc(double x) {
  static const Table table;
  const double u = 4.0 / (4.0 + x), place = steps * u;
  const int step = place < steps - 1 ? static_cast<int>(place) : steps - 1;
  const double s = place - step;
  const std::array<double, 4>& c = table.cubic[step];
  return u * (c[0] + s * (c[1] + s * (c[2] + s * c[3])));
}

}  // namespace stillhouse
