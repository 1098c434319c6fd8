#pragma once

#include <span>

namespace stillhouse {

/// Analogue-to-digital converter: what an instrument stores is one of 2^bits levels from `low` to `high`.
///
///   step = (high - low) / (2^bits - 1);   error uniform within half a step: standard deviation step / sqrt(12)
///
/// A signal beyond the range stands at its end: `clipped` counts such points.
/// Assumes steps of one size and no noise of its own.
/// Source: Bennett, Bell System Technical Journal 27 (1948) 446.
struct Converter {
  double low = 0.0, high = 1.0;  // range, in the signal's unit
  int bits = 24;                 // 1..48

  /// ModelError if the range is empty or bits are not 1..48.
  void check() const;
  double step() const;
  /// Replaces a signal by what is stored of it; how many points were beyond the range.
  int convert(std::span<double> signal) const;
};

}  // namespace stillhouse
