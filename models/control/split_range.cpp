#include "models/control/split_range.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

SplitRange::SplitRange(std::vector<Part> parts) : parts_(std::move(parts)) {
  check_setting("split_range", "number of parts", static_cast<double>(parts_.size()), 1, kElements);
  for (const Part& part : parts_) {
    check_setting("split_range", "from", part.from, 0.0, 1.0);
    check_setting("split_range", "to", part.to, 0.0, 1.0);
    if (part.from == part.to) throw ModelError("split_range: a part from an output to the same output is empty");
  }
}

double SplitRange::position(std::size_t element, double output) const {
  const Part& part = parts_[element];
  return std::clamp((output - part.from) / (part.to - part.from), 0.0, 1.0);
}

double SplitRange::output(std::size_t element, double position) const {
  const Part& part = parts_[element];
  return part.from + std::clamp(position, 0.0, 1.0) * (part.to - part.from);
}

std::optional<OutputLimits> SplitRange::free(std::uint32_t held) const {
  std::optional<OutputLimits> ends;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    if ((held >> i) & 1u) continue;
    const double low = std::min(parts_[i].from, parts_[i].to), high = std::max(parts_[i].from, parts_[i].to);
    ends = ends ? OutputLimits{std::min(ends->low, low), std::max(ends->high, high)} : OutputLimits{low, high};
  }
  return ends;
}

double SplitRange::followed(std::span<const double> positions, double present) const {
  double nearest = output(0, positions[0]);
  for (std::size_t i = 1; i < parts_.size(); ++i) {
    const double other = output(i, positions[i]);
    if (std::fabs(other - present) < std::fabs(nearest - present)) nearest = other;
  }
  return nearest;
}

}  // namespace stillhouse
