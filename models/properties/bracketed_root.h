#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace stillhouse {

/// The zero of a continuous function between low and high, where it has opposite signs, to the last digits.
/// Secant steps while they shrink the bracket fast, bisection otherwise, so that it always arrives.
/// Source: Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4.
template <class Function>
double bracketed_root(const Function& f, double low, double high) {
  double a = low, b = high, fa = f(a), fb = f(b);
  double c = a, fc = fa, step = b - a, before = step;
  for (int i = 0; i < 200 && fb != 0.0; ++i) {
    // b is the best point, c the other end of the bracket
    if ((fb > 0.0) == (fc > 0.0)) c = a, fc = fa, step = before = b - a;
    if (std::fabs(fc) < std::fabs(fb)) a = b, fa = fb, b = c, fb = fc, c = a, fc = fa;
    const double tolerance = 2.0 * std::numeric_limits<double>::epsilon() * std::fabs(b);
    const double half = 0.5 * (c - b);
    if (std::fabs(half) <= tolerance) break;

    // secant or inverse quadratic step if it stays well inside and shrinks, else bisection
    const double s = fb / fa;
    double p, q;
    if (a == c) {
      p = 2.0 * half * s;
      q = 1.0 - s;
    } else {
      const double u = fa / fc, r = fb / fc;
      p = s * (2.0 * half * u * (u - r) - (b - a) * (r - 1.0));
      q = (u - 1.0) * (r - 1.0) * (s - 1.0);
    }
    if (p > 0.0) q = -q;
    p = std::fabs(p);
    const bool trusted = std::fabs(before) >= tolerance && std::fabs(fa) > std::fabs(fb) &&
                         2.0 * p < std::min(3.0 * half * q - std::fabs(tolerance * q), std::fabs(before * q));
    before = trusted ? step : half;
    step = trusted ? p / q : half;
    a = b, fa = fb;
    b += std::fabs(step) > tolerance ? step : (half > 0.0 ? tolerance : -tolerance);
    fb = f(b);
  }
  return b;
}

}  // namespace stillhouse
