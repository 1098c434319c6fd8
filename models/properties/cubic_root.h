#pragma once

#include <array>

#include "engine/autodiff/functions.h"
#include "models/properties/lanes.h"

namespace stillhouse {

/// The smallest and the largest real root of a cubic; the same if there is one.
struct CubicRoots {
  double smallest = 0.0, largest = 0.0;
  bool several() const { return smallest != largest; }
};

/// Real roots of Z^3 + c2 Z^2 + c1 Z + c0.
///
/// Halley's method from the bound of Laguerre and Samuelson on that side of the inflection where a root must be, from
/// where it runs straight to the outermost root; the other two are those of the quadratic that is left, each corrected
/// by Newton's method, which protects the digits of a small root beside a large one.
/// Example  (Z - 1)(Z - 2)(Z - 4) = Z^3 - 7 Z^2 + 14 Z - 8: 1 and 4
/// Source   U. K. Deiters, Chem. Eng. Technol. 25 (2002) 1189: eq. 4 to 7
inline CubicRoots cubic_roots(double c2, double c1, double c0) {
  const auto f = [&](double Z) { return ((Z + c2) * Z + c1) * Z + c0; };
  const auto slope = [&](double Z) { return (3.0 * Z + 2.0 * c2) * Z + c1; };
  const double inflection = -c2 / 3.0;
  const double at_inflection = f(inflection);
  if (at_inflection == 0.0) {
    // the middle root of three, or the only one
    const double spread = c2 * c2 / 3.0 - c1;
    if (!(spread > 0.0)) return {inflection, inflection};
    return {inflection - sqrt(spread), inflection + sqrt(spread)};
  }

  // the outermost root on the side where the cubic still has to cross zero
  const double spread = c2 * c2 - 3.0 * c1;
  const bool upwards = at_inflection < 0.0;
  double Z = inflection;
  if (spread > 0.0) Z += (upwards ? 2.0 : -2.0) / 3.0 * sqrt(spread);
  for (int i = 0; i < 60; ++i) {
    const double value = f(Z), first = slope(Z), second = 6.0 * Z + 2.0 * c2;
    const double divisor = first * first - 0.5 * value * second;
    if (divisor == 0.0) break;  // three roots in one
    const double step = value * first / divisor;
    Z -= step;
    // the next error is of the order of the third power
    if (!(step * step > 1e-16 * Z * Z)) break;
  }

  // the quadratic Z^2 + p Z + q that is left
  const double p = c2 + Z, q = c1 + Z * p;
  const double discriminant = p * p - 4.0 * q;
  if (!(discriminant >= 0.0)) return {Z, Z};
  // the larger half first, the other from the product: no difference of near numbers
  const double larger = -0.5 * (p + (p >= 0.0 ? sqrt(discriminant) : -sqrt(discriminant)));
  const double other = larger != 0.0 ? q / larger : 0.0;
  const double low = larger < other ? larger : other, high = larger < other ? other : larger;
  const auto corrected = [&](double root) {
    // no further than a quarter of the way to the other one: where they meet, the slope means nothing
    for (int i = 0; i < 2; ++i) {
      const double value = f(root), first = slope(root), reach = 0.25 * (high - low) * first;
      if (value * value < reach * reach) root -= value / first;
    }
    return root;
  };
  return upwards ? CubicRoots{corrected(low), Z} : CubicRoots{Z, corrected(high)};
}

/// The root of each of two cubics that Halley's method reaches from `Z`, one near by; 0 where it does not arrive in a
/// few steps.
///
/// What a step leaves is ((f''/2f')^2 - 1/f') step^3 and less: it ends where that is no digit of Z.
inline Lanes<2> cubic_roots_near(const Lanes<2>& c2, const Lanes<2>& c1, const Lanes<2>& c0, Lanes<2> Z) {
  std::array<bool, 2> arrived{};
  for (int i = 0; i < 6 && !(arrived[0] && arrived[1]); ++i) {
    const Lanes<2> half = 3.0 * Z + c2, value = ((Z + c2) * Z + c1) * Z + c0, first = (half + c2) * Z + c1;
    const Lanes<2> square = first * first, step = value * first / (square - value * half);
    Z = Z - step;
    const Lanes<2> cube = step * step * step, bent = half * half, allowed = 1e-17 * square * Z;
    for (int k = 0; k < 2; ++k) {
      const double slope = first.lane[k], left = cube.lane[k] * (bent.lane[k] + (slope < 0.0 ? -slope : slope));
      arrived[k] = left * left < allowed.lane[k] * allowed.lane[k];
    }
  }
  return {arrived[0] ? Z.lane[0] : 0.0, arrived[1] ? Z.lane[1] : 0.0};
}

}  // namespace stillhouse
