#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// A linear axis with round ticks.
struct Axis {
  double low = 0.0;
  double high = 1.0;
  std::vector<double> ticks;
  int decimals = 0;  ///< that tell neighbouring ticks apart

  /// Where a value stands between `low` (0) and `high` (1).
  double fraction(double value) const { return (value - low) / (high - low); }
};

/// An axis from a round number at or below `low` to one at or above `high`, with four to seven ticks. A range that
/// stays above zero does not begin below it. A range of no length is widened.
Axis value_axis(double low, double high);

/// An axis from 0 to `end` seconds, with ticks at whole seconds, minutes or hours, at most ten steps.
Axis time_axis(double end);

}  // namespace stillhouse
