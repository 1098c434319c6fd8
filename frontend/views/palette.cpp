#include "frontend/views/palette.h"

#include <algorithm>

namespace stillhouse::palette {

ImU32 temperature(double T) {
  const double place = (T - kColdest) / (kHottest - kColdest) * kTemperatures;
  return kTemperature[std::clamp(static_cast<int>(place), 0, kTemperatures - 1)];
}

}  // namespace stillhouse::palette
