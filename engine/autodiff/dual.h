#pragma once

#include <array>

namespace stillhouse {

/// Forward dual number: a value and its derivatives with respect to N seeded unknowns.
/// Arithmetic follows d(f(u, v)) = f_u du + f_v dv, component by component in fixed order,
/// so that the same source gives the same bits from every compiler.
template <int N>
struct Dual {
  double value = 0.0;
  std::array<double, N> gradient{};

  Dual() = default;
  Dual(double constant) : value(constant) {}  // NOLINT: a constant is a dual with zero gradient

  Dual& operator+=(const Dual& b) {
    value += b.value;
    for (int i = 0; i < N; ++i) gradient[i] += b.gradient[i];
    return *this;
  }
  Dual& operator-=(const Dual& b) {
    value -= b.value;
    for (int i = 0; i < N; ++i) gradient[i] -= b.gradient[i];
    return *this;
  }
  Dual& operator*=(const Dual& b) { return *this = *this * b; }
  Dual& operator/=(const Dual& b) { return *this = *this / b; }

  friend Dual operator+(Dual a, const Dual& b) { return a += b; }
  friend Dual operator-(Dual a, const Dual& b) { return a -= b; }
  friend Dual operator-(const Dual& a) {
    Dual result(-a.value);
    for (int i = 0; i < N; ++i) result.gradient[i] = -a.gradient[i];
    return result;
  }
  friend Dual operator*(const Dual& a, const Dual& b) {
    Dual result(a.value * b.value);
    for (int i = 0; i < N; ++i) result.gradient[i] = a.gradient[i] * b.value + a.value * b.gradient[i];
    return result;
  }
  friend Dual operator/(const Dual& a, const Dual& b) {
    const double inverse = 1.0 / b.value;
    Dual result(a.value * inverse);
    for (int i = 0; i < N; ++i) result.gradient[i] = (a.gradient[i] - result.value * b.gradient[i]) * inverse;
    return result;
  }

  // mixed with plain numbers: the number has no gradient, so nothing is spent on it
  friend Dual operator+(Dual a, double b) { return a.value += b, a; }
  friend Dual operator+(double a, Dual b) { return b.value = a + b.value, b; }
  friend Dual operator-(Dual a, double b) { return a.value -= b, a; }
  friend Dual operator-(double a, const Dual& b) {
    Dual result(a - b.value);
    for (int i = 0; i < N; ++i) result.gradient[i] = -b.gradient[i];
    return result;
  }
  friend Dual operator*(Dual a, double b) {
    a.value *= b;
    for (int i = 0; i < N; ++i) a.gradient[i] *= b;
    return a;
  }
  friend Dual operator*(double a, Dual b) {
    b.value = a * b.value;
    for (int i = 0; i < N; ++i) b.gradient[i] = a * b.gradient[i];
    return b;
  }
  friend Dual operator/(const Dual& a, double b) {
    Dual result(a.value / b);
    const double inverse = 1.0 / b;
    for (int i = 0; i < N; ++i) result.gradient[i] = a.gradient[i] * inverse;
    return result;
  }
  friend Dual operator/(double a, const Dual& b) {
    const double inverse = 1.0 / b.value;
    Dual result(a / b.value);
    for (int i = 0; i < N; ++i) result.gradient[i] = -result.value * inverse * b.gradient[i];
    return result;
  }

  friend bool operator<(const Dual& a, const Dual& b) { return a.value < b.value; }
  friend bool operator>(const Dual& a, const Dual& b) { return a.value > b.value; }
};

/// The value of a scalar without its derivatives: `value_of(T)` is a double for every Real.
inline double value_of(double x) {
  return x;
}
template <int N>
double value_of(const Dual<N>& x) {
  return x.value;
}

}  // namespace stillhouse
