#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace stillhouse {

/// Normally distributed noise of a sampled signal, fast enough for whole chromatograms: some 5 ns a point.
///
/// Point i is a pure function of (seed, name, i): a snapshot has nothing to keep, and part of a signal is equal to the
/// same part of the whole. One integer mix a point gives a layer of a ziggurat and a place in it; a point in seventy
/// needs a comparison with the curve or lies beyond it and draws again.
///
/// Source: Doornik, "An improved ziggurat method to generate normal random samples", University of Oxford 2005
/// (128 layers of equal area 9.91256303526217e-3, the last ends at 3.442619855899; Marsaglia's method for the tail);
/// bits as in engine/base/random.h.
class WhiteNoise {
 public:
  WhiteNoise(std::uint64_t seed, std::string_view name);

  /// Standard normal deviate of point i.
  double at(std::int64_t i) const;

  /// Adds deviation * at(first + i) to each point of the signal.
  void add(double deviation, std::span<double> signal, std::int64_t first = 0) const;

 private:
  std::uint64_t key_;
};

}  // namespace stillhouse
