#pragma once

namespace stillhouse {

/// Ends between which a controller's output may move, fractions.
struct OutputLimits {
  double low = 0.0;
  double high = 1.0;

  bool operator==(const OutputLimits&) const = default;
};

}  // namespace stillhouse
