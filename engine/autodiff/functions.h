#pragma once

#include <cmath>

#include "engine/autodiff/dual.h"

/// Elementary functions and smooth corners for double and Dual (traced.h has them for Traced): the one place where the
/// project's equations reach libm. Equations call them unqualified (`exp(T)`); which scalar is meant follows from the
/// argument.
namespace stillhouse {

// values: the C library's functions, which the executable replaces by musl's (cmake/reproducible.cmake)
inline double exp(double x) {
  return ::exp(x);
}
inline double log(double x) {
  return ::log(x);
}
inline double pow(double x, double exponent) {
  return ::pow(x, exponent);
}
inline double sqrt(double x) {
  return ::sqrt(x);
}
inline double tanh(double x) {
  return ::tanh(x);
}

/// f(x) with derivative dfdx, carried over to each scalar.
inline double chain(double, double f, double) {
  return f;
}
template <int N>
Dual<N> chain(const Dual<N>& x, double f, double dfdx) {
  Dual<N> result(f);
  for (int i = 0; i < N; ++i) result.gradient[i] = dfdx * x.gradient[i];
  return result;
}

template <int N>
Dual<N> exp(const Dual<N>& x) {
  const double f = exp(x.value);
  return chain(x, f, f);
}
template <int N>
Dual<N> log(const Dual<N>& x) {
  return chain(x, log(x.value), 1.0 / x.value);
}
template <int N>
Dual<N> pow(const Dual<N>& x, double exponent) {
  const double f = pow(x.value, exponent);
  return chain(x, f, x.value != 0.0 ? exponent * f / x.value : exponent == 1.0 ? 1.0 : 0.0);
}
template <int N>
Dual<N> sqrt(const Dual<N>& x) {
  const double f = sqrt(x.value);
  return chain(x, f, 0.5 / f);
}
template <int N>
Dual<N> tanh(const Dual<N>& x) {
  const double f = tanh(x.value);
  return chain(x, f, 1.0 - f * f);
}

template <class Real>
Real square(const Real& x) {
  return x * x;
}

/// Smooth positive part by a hyperbola of the given width: (x + sqrt(x^2 + w^2)) / 2. Off by w/2 at x = 0,
/// by w^2/4|x| far away. For negative x the equal form w^2 / 2(sqrt(x^2 + w^2) - x) protects against cancellation.
template <class Real>
Real smooth_positive(const Real& x, double width) {
  const Real root = sqrt(x * x + width * width);
  if (value_of(x) >= 0.0) return 0.5 * (x + root);
  return 0.5 * width * width / (root - x);
}

/// Smooth positive part by softplus: w ln(1 + e^(x/w)). Decays exponentially below zero, so that a flow that
/// has stopped really stops, and stays positive: from x/w = -700 on it is w e^-700, for where e^(x/w) is no longer a
/// number above zero a root of it would have no derivative. Asymptotes beyond |x/w| = 35 protect exp from overflow.
template <class Real>
Real softplus(const Real& x, double width) {
  const double share = value_of(x) / width;
  const double s = share < -700.0 ? -700.0 : share;
  if (s > 35.0) return chain(x, value_of(x), 1.0);
  const double e = exp(s);
  if (s < -35.0) return chain(x, width * e, e);
  return chain(x, width * log(1.0 + e), e / (1.0 + e));
}

/// Logistic step of the given width: 1 / (1 + e^(-x/w)), 0 far below zero, 1 far above.
template <class Real>
Real smooth_step(const Real& x, double width) {
  const double s = value_of(x) / width;
  if (s > 35.0) return chain(x, 1.0, 0.0);
  if (s < -35.0) return chain(x, exp(s), exp(s) / width);
  const double f = 1.0 / (1.0 + exp(-s));
  return chain(x, f, f * (1.0 - f) / width);
}

/// Signed square root, linear within the width: x / (x^2 + w^2)^(1/4). Flow from a pressure difference.
template <class Real>
Real signed_sqrt(const Real& x, double width) {
  return x / sqrt(sqrt(x * x + width * width));
}

/// Smooth maximum of two values with a corner of the given width.
template <class Real>
Real smooth_max(const Real& a, const Real& b, double width) {
  return b + smooth_positive(a - b, width);
}

}  // namespace stillhouse
