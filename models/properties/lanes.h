#pragma once

#include <array>

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// W numbers that go through the same formula side by side, as gcc and clang put into vector registers without being
/// asked twice. Each lane is computed exactly as a double is, so that a batch has the bits of its stages one by one;
/// elementary functions are called lane by lane.
template <int W>
struct Lanes {
  std::array<double, W> lane;

  Lanes() = default;
  Lanes(double constant) { lane.fill(constant); }  // NOLINT: a constant is the same in every lane

  friend Lanes operator+(const Lanes& a, const Lanes& b) {
    Lanes result;
    for (int i = 0; i < W; ++i) result.lane[i] = a.lane[i] + b.lane[i];
    return result;
  }
  friend Lanes operator-(const Lanes& a, const Lanes& b) {
    Lanes result;
    for (int i = 0; i < W; ++i) result.lane[i] = a.lane[i] - b.lane[i];
    return result;
  }
  friend Lanes operator-(const Lanes& a) {
    Lanes result;
    for (int i = 0; i < W; ++i) result.lane[i] = -a.lane[i];
    return result;
  }
  friend Lanes operator*(const Lanes& a, const Lanes& b) {
    Lanes result;
    for (int i = 0; i < W; ++i) result.lane[i] = a.lane[i] * b.lane[i];
    return result;
  }
  friend Lanes operator/(const Lanes& a, const Lanes& b) {
    Lanes result;
    for (int i = 0; i < W; ++i) result.lane[i] = a.lane[i] / b.lane[i];
    return result;
  }
};

/// A pair is one register, also where nothing is stored that a compiler would make one of.
template <>
struct Lanes<2> {
  typedef double Register __attribute__((vector_size(16)));
  Register lane;

  Lanes() = default;
  Lanes(double constant) : lane{constant, constant} {}  // NOLINT: as above
  Lanes(double first, double second) : lane{first, second} {}

  friend Lanes operator+(const Lanes& a, const Lanes& b) { return Lanes(a.lane + b.lane); }
  friend Lanes operator-(const Lanes& a, const Lanes& b) { return Lanes(a.lane - b.lane); }
  friend Lanes operator-(const Lanes& a) { return Lanes(-a.lane); }
  friend Lanes operator*(const Lanes& a, const Lanes& b) { return Lanes(a.lane * b.lane); }
  friend Lanes operator/(const Lanes& a, const Lanes& b) { return Lanes(a.lane / b.lane); }

 private:
  explicit Lanes(Register both) : lane(both) {}
};

template <int W>
Lanes<W> exp(const Lanes<W>& x) {
  Lanes<W> result;
  for (int i = 0; i < W; ++i) result.lane[i] = exp(x.lane[i]);
  return result;
}
template <int W>
Lanes<W> log(const Lanes<W>& x) {
  Lanes<W> result;
  for (int i = 0; i < W; ++i) result.lane[i] = log(x.lane[i]);
  return result;
}

}  // namespace stillhouse
