#include "models/instruments/errors/converter.h"

#include <cstdint>

#include "models/control/setting_check.h"

namespace stillhouse {

void Converter::check() const {
  check_span("converter", low, high);
  check_setting("converter", "bits", bits, 1.0, 48.0);
}

double Converter::step() const {
  return (high - low) / (static_cast<double>(std::int64_t{1} << bits) - 1.0);
}

int Converter::convert(std::span<double> signal) const {
  const double size = step(), scale = 1.0 / size;
  int clipped = 0;
  for (double& point : signal) {
    if (point <= low || point >= high) {
      clipped += point < low || point > high ? 1 : 0;
      point = point <= low ? low : high;
    } else {
      point = low + size * static_cast<double>(static_cast<std::int64_t>((point - low) * scale + 0.5));
    }
  }
  return clipped;
}

}  // namespace stillhouse
