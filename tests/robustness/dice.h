#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

#include "engine/base/random.h"

namespace stillhouse {

/// Draws of one trial, one after another: a function of the seed and of what they are for.
class Dice {
 public:
  Dice(std::uint64_t seed, std::string_view what) : stream_(seed, what) {}

  double uniform() { return stream_.uniform(drawn_++); }
  double between(double low, double high) { return low + (high - low) * uniform(); }
  bool chance(double probability) { return uniform() < probability; }
  /// 0 ... count - 1.
  std::size_t pick(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }
  std::int64_t whole(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(uniform() * static_cast<double>(high - low + 1));
  }
  /// Within a range: often its ends, else evenly, or by magnitude if it spans more than a decade and a half.
  double within(double low, double high) {
    const double kind = uniform(), where = uniform();
    if (kind < 0.15) return low;
    if (kind < 0.3) return high;
    if (low > 0.0 && high > 30.0 * low) return low * std::exp(where * std::log(high / low));
    return low + (high - low) * where;
  }

 private:
  RandomStream stream_;
  std::int64_t drawn_ = 0;
};

}  // namespace stillhouse
