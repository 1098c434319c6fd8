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

/// An axis between round numbers about `low` and `high`, with three to eight ticks. It may cut off a hair, 1.5 % of the
/// range, so that noise about zero does not open a whole step below it. A range of no length is widened.
Axis value_axis(double low, double high);

/// An axis from 0 to `end` seconds, with ticks at whole seconds, minutes or hours, at most ten steps.
Axis time_axis(double end);
/// The same of a stretch of time.
Axis time_axis(double begin, double end);

}  // namespace stillhouse
