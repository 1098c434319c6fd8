#pragma once

#include <cmath>
#include <cstdint>

namespace stillhouse {

/// Number of scans that last at least `duration`; a duration that is a whole number of scans but for rounding
/// counts as that number.
inline std::int64_t scans_of(double duration, double dt) {
  return static_cast<std::int64_t>(std::ceil(duration / dt - 1e-9));
}

/// Whether something first seen `scans` scans ago, that scan counted, has stood for `delay` seconds.
inline bool has_stood(std::int64_t scans, double delay, double dt) {
  return scans > 0 && scans - 1 >= scans_of(delay, dt);
}

}  // namespace stillhouse
