#include "models/instruments/chromatogram/white_noise.h"

#include <array>

namespace stillhouse {

namespace {

constexpr int intervals = 1024, bits_of_interval = 10;

struct Knots {
  std::array<double, intervals + 1> quantile{};
  Knots() {
    for (int i = 1; i < intervals; ++i) quantile[i] = normal_quantile(static_cast<double>(i) / intervals);
  }
};

}  // namespace

void add_white_noise(const RandomStream& stream, double sigma, std::vector<double>& signal) {
  static const Knots knots;
  // 54 bits below those of the interval; half a step more, so that no probability is 0 or 1
  constexpr double step = 1.0 / (1ull << 53);
  for (std::size_t i = 0; i < signal.size(); ++i) {
    const std::uint64_t bits = stream.bits(static_cast<std::int64_t>(i));
    const auto interval = static_cast<std::size_t>(bits >> (64 - bits_of_interval));
    const double place = (static_cast<double>((bits << bits_of_interval) >> 11) + 0.5) * step;
    double deviate = 0.0;
    if (interval == 0 || interval == intervals - 1)
      deviate = normal_quantile((static_cast<double>(interval) + place) / intervals);
    else
      deviate = knots.quantile[interval] + place * (knots.quantile[interval + 1] - knots.quantile[interval]);
    signal[i] += sigma * deviate;
  }
}

}  // namespace stillhouse
