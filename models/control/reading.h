#pragma once

#include <cstdint>

namespace stillhouse {

/// How far a reading may be trusted, as the control room is told. A drifting or stuck sensor still says `good`:
/// finding that out is the operator's work.
enum class Quality : std::uint8_t {
  good,
  uncertain,  ///< disturbed signal (bursts of noise)
  saturated,  ///< the true value lies beyond the range; the reading stands at the end of it
  bad         ///< the transmitter signals its own failure
};

/// One sampled measurement: value in SI and its quality.
struct Reading {
  double value = 0.0;
  Quality quality = Quality::good;

  bool operator==(const Reading&) const = default;
};

/// Stable lower-case word for records: good, uncertain, saturated, bad.
constexpr const char* word(Quality quality) {
  switch (quality) {
    case Quality::good:
      return "good";
    case Quality::uncertain:
      return "uncertain";
    case Quality::saturated:
      return "saturated";
    case Quality::bad:
      return "bad";
  }
  return "bad";
}

}  // namespace stillhouse
