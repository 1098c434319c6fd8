#include "models/control/split_range.h"

#include <algorithm>
#include <utility>

#include "engine/base/error.h"
#include "models/control/setting_check.h"

namespace stillhouse {

SplitRange::SplitRange(std::vector<Part> parts) : parts_(std::move(parts)) {
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

}  // namespace stillhouse
