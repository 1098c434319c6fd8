#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/control/output_limits.h"

namespace stillhouse {

/// One controller output for several final elements: each goes from shut to open over its part of the output, or from
/// open to shut.
///
///   z = (u - from) / (to - from), held within 0 and 1
///   // cooling from 50 % down to 0, heating from 50 % up: {{0.5, 0.0}, {0.5, 1.0}} at u = 0.75 gives {0, 0.5}
///
/// A gap between the parts is a dead zone in which all are shut. An element that somebody else holds (an interlock)
/// takes its part out of the output: the controller works on with the others, between the outermost ends of their
/// parts, so that it neither winds up where nothing moves nor has to cross it. When all are held the output follows
/// them. Source: the splitter of T. Blevins, M. Nixon, Control Loop Foundation: Batch and Continuous Processes, chapter
/// 13; what becomes of a part that is held is this house's choice.
class SplitRange {
 public:
  static constexpr int kElements = 8;

  struct Part {
    double from;  ///< output at which the element is shut, fraction
    double to;    ///< output at which it is open, fraction
  };

  /// ModelError unless there are 1 to 8 parts, none of them empty or beyond 0 to 1.
  explicit SplitRange(std::vector<Part> parts);

  std::size_t size() const { return parts_.size(); }
  /// Position of an element, fraction.
  double position(std::size_t element, double output) const;
  /// The output at which an element stands at a position.
  double output(std::size_t element, double position) const;

  /// Ends between which the output moves an element that is not held (bit i of `held`: element i is); nothing when all
  /// are.
  std::optional<OutputLimits> free(std::uint32_t held) const;
  /// The output that belongs to one of the positions, the nearest to the present one.
  double followed(std::span<const double> positions, double output) const;

 private:
  std::vector<Part> parts_;
};

}  // namespace stillhouse
