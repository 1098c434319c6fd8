#include "frontend/views/palette.h"

#include <algorithm>

namespace stillhouse::palette {

ImU32 temperature(double T, double coldest, double hottest) {
  const double place = (T - coldest) / (hottest - coldest) * kTemperatures;
  return kTemperature[std::clamp(static_cast<int>(place), 0, kTemperatures - 1)];
}

}  // namespace stillhouse::palette
