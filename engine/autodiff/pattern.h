#pragma once

#include <bitset>

namespace stillhouse {

/// A scalar that remembers only which unknowns it was computed from. Running a unit's equations once with
/// Pattern gives the sparsity of its Jacobian and tells the structure check what an equation can define.
/// `value` is carried along so that functions with branches take the branch of the start values; every branch
/// of the functions in functions.h depends on the same unknowns.
struct Pattern {
  static constexpr int capacity = 256;

  double value = 0.0;
  std::bitset<capacity> depends;

  Pattern() = default;
  Pattern(double constant) : value(constant) {}  // NOLINT: a constant depends on nothing
  Pattern(double v, const std::bitset<capacity>& d) : value(v), depends(d) {}

  Pattern& operator+=(const Pattern& b) { return *this = *this + b; }
  Pattern& operator-=(const Pattern& b) { return *this = *this - b; }
  Pattern& operator*=(const Pattern& b) { return *this = *this * b; }
  Pattern& operator/=(const Pattern& b) { return *this = *this / b; }
  friend Pattern operator+(const Pattern& a, const Pattern& b) { return {a.value + b.value, a.depends | b.depends}; }
  friend Pattern operator-(const Pattern& a, const Pattern& b) { return {a.value - b.value, a.depends | b.depends}; }
  friend Pattern operator-(const Pattern& a) { return {-a.value, a.depends}; }
  friend Pattern operator*(const Pattern& a, const Pattern& b) { return {a.value * b.value, a.depends | b.depends}; }
  friend Pattern operator/(const Pattern& a, const Pattern& b) { return {a.value / b.value, a.depends | b.depends}; }
  friend bool operator<(const Pattern& a, const Pattern& b) { return a.value < b.value; }
  friend bool operator>(const Pattern& a, const Pattern& b) { return a.value > b.value; }
};

inline double value_of(const Pattern& x) {
  return x.value;
}

}  // namespace stillhouse
