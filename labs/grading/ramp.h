#pragma once

#include <cmath>

namespace stillhouse {

/// Share of the points for a measured number: 1 at `full` and beyond, 0 at `none` and beyond, straight between. Whether
/// more or less is better follows from the order of the two; if they are the same, less is better. Nothing measured
/// (NaN) is worth nothing.
///
/// Example: ramp(8, 6, 16) = 0.8; ramp(0.55, 0.9, 0.2) = 0.5.
inline double ramp(double measured, double full, double none) {
  if (std::isnan(measured)) return 0.0;
  if (full <= none) {
    if (measured <= full) return 1.0;
    return measured >= none ? 0.0 : (none - measured) / (none - full);
  }
  if (measured >= full) return 1.0;
  return measured <= none ? 0.0 : (measured - none) / (full - none);
}

}  // namespace stillhouse
