#include "models/instruments/errors/flicker_noise.h"

#include <algorithm>
#include <string>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {

namespace {

/// One relaxation of time constant `tau` (in points) added to a signal.
void add_relaxation(const WhiteNoise& white, double deviation, double tau, std::span<double> signal) {
  const std::size_t stride = static_cast<std::size_t>(std::max(1.0, tau / 8.0));
  const double kept = exp(-static_cast<double>(stride) / tau);
  const double kick = deviation * sqrt(1.0 - kept * kept);
  std::int64_t draw = 0;
  double value = deviation * white.at(draw++);
  for (std::size_t begin = 0; begin < signal.size(); begin += stride) {
    const double next = kept * value + kick * white.at(draw++);
    const double slope = (next - value) / static_cast<double>(stride);
    const std::size_t points = std::min(stride, signal.size() - begin);
    for (std::size_t i = 0; i < points; ++i) signal[begin + i] += value + slope * static_cast<double>(i);
    value = next;
  }
}

}  // namespace

FlickerNoise::FlickerNoise(std::uint64_t seed, std::string_view name) : seed_(RandomStream(seed, name).bits(0)) {}

void FlickerNoise::add(double deviation, std::span<double> signal) const {
  const double each = deviation * sqrt(log(spacing) / log(10.0));
  double tau = 1.0;
  for (int k = 0;; ++k, tau *= spacing) {
    add_relaxation(WhiteNoise(seed_, "relaxation " + std::to_string(k)), each, tau, signal);
    if (tau >= static_cast<double>(signal.size())) break;
  }
}

}  // namespace stillhouse
