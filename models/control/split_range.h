#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// One controller output for several final elements: each goes from shut to open over its part of the output, or from
/// open to shut.
///
///   z = (u - from) / (to - from), held within 0 and 1
///   // cooling from 50 % down to 0, heating from 50 % up: {{0.5, 0.0}, {0.5, 1.0}} at u = 0.75 gives {0, 0.5}
///
/// A gap between the parts is a dead zone in which both are shut. Source: ISA-5.1-2009, split ranging; D. E. Seborg and
/// others, Process Dynamics and Control, 3rd ed., section 16.3.
class SplitRange {
 public:
  struct Part {
    double from;  ///< output at which the element is shut, fraction
    double to;    ///< output at which it is open, fraction
  };

  /// ModelError if a part is empty or beyond 0 to 1.
  explicit SplitRange(std::vector<Part> parts);

  std::size_t size() const { return parts_.size(); }
  /// Position of an element, fraction.
  double position(std::size_t element, double output) const;

 private:
  std::vector<Part> parts_;
};

}  // namespace stillhouse
