#include "models/instruments/errors/white_noise.h"

#include <array>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/random.h"

namespace stillhouse {

namespace {

constexpr std::uint64_t golden_gamma = 0x9e3779b97f4a7c15u;
constexpr std::size_t layers = 128;
constexpr double tail_start = 3.442619855899;
constexpr double layer_area = 9.91256303526217e-3;

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// Uniform in (0, 1), of the upper 52 bits.
double open_unit(std::uint64_t bits) {
  return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
}

double bell(double x) {
  return exp(-0.5 * x * x);
}

/// Widths of the layers from the lowest, which holds the tail, to the top of the curve.
struct Ziggurat {
  std::array<double, layers + 1> width;
  std::array<double, layers> sure;  // the part of a layer that lies under the curve whatever the height

  Ziggurat() {
    width[0] = layer_area / bell(tail_start);
    width[1] = tail_start;
    for (std::size_t i = 2; i < layers; ++i)
      width[i] = sqrt(-2.0 * log(layer_area / width[i - 1] + bell(width[i - 1])));
    width[layers] = 0.0;
    for (std::size_t i = 0; i < layers; ++i) sure[i] = width[i + 1] / width[i];
  }
};

const Ziggurat& ziggurat() {
  static const Ziggurat table;
  return table;
}

/// What the first draw of a point did not decide: further draws until one is under the curve.
double drawn_on(const Ziggurat& z, std::uint64_t first) {
  std::uint64_t bits = first, count = 0;
  const auto next = [&] { return mixed(first + golden_gamma * ++count); };
  while (true) {
    const std::size_t layer = bits & (layers - 1);
    const double u = 2.0 * open_unit(bits) - 1.0;
    const double x = u * z.width[layer];
    if (std::abs(u) < z.sure[layer]) return x;
    if (layer == 0) {
      // beyond the last layer: an exponential envelope
      double beyond, height;
      do {
        beyond = -log(open_unit(next())) / tail_start;
        height = -log(open_unit(next()));
      } while (2.0 * height < beyond * beyond);
      return u < 0.0 ? -tail_start - beyond : tail_start + beyond;
    }
    const double low = bell(z.width[layer]), high = bell(z.width[layer + 1]);
    if (low + open_unit(next()) * (high - low) < bell(x)) return x;
    bits = next();
  }
}

/// The deviate that belongs to a point's first bits.
double deviate(const Ziggurat& z, std::uint64_t bits) {
  const std::size_t layer = bits & (layers - 1);
  const double u = 2.0 * open_unit(bits) - 1.0;
  return std::abs(u) < z.sure[layer] ? u * z.width[layer] : drawn_on(z, bits);
}

}  // namespace

WhiteNoise::WhiteNoise(std::uint64_t seed, std::string_view name) : key_(RandomStream(seed, name).bits(0)) {}

double WhiteNoise::at(std::int64_t i) const {
  return deviate(ziggurat(), mixed(key_ + golden_gamma * static_cast<std::uint64_t>(i)));
}

void WhiteNoise::add(double deviation, std::span<double> signal, std::int64_t first) const {
  const Ziggurat& z = ziggurat();
  std::uint64_t counter = key_ + golden_gamma * static_cast<std::uint64_t>(first);
  for (double& point : signal) {
    point += deviation * deviate(z, mixed(counter));
    counter += golden_gamma;
  }
}

}  // namespace stillhouse
