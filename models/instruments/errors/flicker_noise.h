#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stillhouse {

/// Flicker (1/f) noise of a sampled signal: the sum of relaxations whose time constants stand a factor of 4 apart.
///
///   S(f) = h / f     one-sided power density, between f = 1 / (2 pi tau_longest) and 1 / (2 pi tau_shortest)
///   h = deviation^2 / ln 10        `deviation` is the standard deviation in one decade of frequency
///   tau_k = dt 4^k, k = 0 ... relaxations - 1;    each of the variance h ln 4
///   Allan deviation sqrt(2 ln 2 h), the same for every averaging time between
///
/// An infinite row of relaxations would ripple by 2 / cosh(pi^2 / ln 4) = 0.3 % about 1/f. The slow ones are drawn
/// every tau_k / 8 and joined by straight lines, which takes power only where the faster ones have ten times more. All
/// begin in their stationary state: the noise of a detector that has been on for long.
///
/// A signal is a pure function of (seed, name, its length): computed as a whole, from its first point.
/// Source: van der Ziel, Physica 16 (1950) 359 (sum of relaxations); Allan variance of flicker noise: IEEE Std 1139.
class FlickerNoise {
 public:
  static constexpr double spacing = 4.0;

  FlickerNoise(std::uint64_t seed, std::string_view name);

  /// Adds the noise to a signal; the longest time constant is at least the signal's length.
  void add(double deviation, std::span<double> signal) const;

 private:
  std::uint64_t seed_;
};

}  // namespace stillhouse
