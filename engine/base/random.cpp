#include "engine/base/random.h"

#include <cmath>

namespace stillhouse {

namespace {

constexpr std::uint64_t kGoldenGamma = 0x9e3779b97f4a7c15u;

/// Bijection of 64 bits in which every input bit flips every output bit with a probability near one half.
std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/// The key after one more word of the address. The odd constant keeps (0, 0) from being a fixed point.
std::uint64_t absorbed(std::uint64_t key, std::uint64_t word) {
  return mixed((key + kGoldenGamma) ^ mixed(word + kGoldenGamma));
}

/// Polynomial of degree 7 by Horner's rule, coefficients from the constant upwards.
double polynomial(const double (&c)[8], double x) {
  double sum = c[7];
  for (int i = 6; i >= 0; --i) sum = sum * x + c[i];
  return sum;
}

}  // namespace

RandomStream::RandomStream(std::uint64_t seed, std::string_view name)
    : key_(absorbed(mixed(seed + kGoldenGamma), name_hash(name))) {}

std::uint64_t RandomStream::bits(std::int64_t scan, std::uint32_t draw) const {
  return absorbed(absorbed(key_, static_cast<std::uint64_t>(scan)), draw);
}

double RandomStream::uniform(std::int64_t scan, std::uint32_t draw) const {
  return static_cast<double>(bits(scan, draw) >> 11) * 0x1p-53;
}

double RandomStream::symmetric(double half_width, std::int64_t scan, std::uint32_t draw) const {
  // the middle of each of the 2^53 cells: symmetric about zero, and neither end is reached
  return half_width * (2.0 * (uniform(scan, draw) + 0x1p-54) - 1.0);
}

double RandomStream::gaussian(std::int64_t scan, std::uint32_t draw) const {
  // 52 bits plus half a cell: exact in a double, symmetric, never 0 or 1
  const double probability = (static_cast<double>(bits(scan, draw) >> 12) + 0.5) * 0x1p-52;
  return normal_quantile(probability);
}

double bounded_variation(std::uint64_t seed, std::string_view name, double nominal, double half_width) {
  return nominal + RandomStream(seed, name).symmetric(half_width, 0);
}

std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
  return hash;
}

double normal_quantile(double probability) {
  static constexpr double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                                  1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                                  3.3430575583588128105e4, 2.5090809287301226727e3};
  static constexpr double b[8] = {1.0,
                                  4.2313330701600911252e1,
                                  6.8718700749205790830e2,
                                  5.3941960214247511077e3,
                                  2.1213794301586595867e4,
                                  3.9307895800092710610e4,
                                  2.8729085735721942674e4,
                                  5.2264952788528545610e3};
  static constexpr double c[8] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                  3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                  2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[8] = {1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
  static constexpr double e[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                  2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                  2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[8] = {1.0,
                                  5.99832206555887937690e-1,
                                  1.36929880922735805310e-1,
                                  1.48753612908506148525e-2,
                                  7.86869131145613259100e-4,
                                  1.84631831751005468180e-5,
                                  1.42151175831644588870e-7,
                                  2.04426310338993978564e-15};

  // middle: a rational function of the squared distance from one half
  const double q = probability - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }

  // tails: a rational function of sqrt(-ln p). The base room lies below engine/autodiff/functions.h, therefore
  // log and sqrt are the C library's names here, which the executable replaces by musl's as everywhere.
  const double tail = q < 0.0 ? probability : 1.0 - probability;
  const double r = ::sqrt(-::log(tail));
  const double magnitude =
      r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6) : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0.0 ? -magnitude : magnitude;
}

}  // namespace stillhouse
