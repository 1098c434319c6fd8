#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/base/error.h"
#include "engine/base/random.h"
#include "models/instruments/errors/flicker_noise.h"
#include "models/instruments/errors/sample_errors.h"
#include "models/instruments/errors/signal_errors.h"
#include "models/instruments/errors/white_noise.h"

namespace stillhouse {
namespace {

constexpr double pi = 3.14159265358979323846;

double variance(const std::vector<double>& y) {
  double sum = 0.0, squares = 0.0;
  for (const double v : y) sum += v, squares += v * v;
  const double n = static_cast<double>(y.size());
  return squares / n - sum * sum / n / n;
}

/// Variance of the differences of neighbouring means of m points, halved.
double allan_variance(const std::vector<double>& y, std::size_t m) {
  double before = 0.0, sum = 0.0;
  std::size_t means = 0;
  for (std::size_t begin = 0; begin + m <= y.size(); begin += m) {
    double mean = 0.0;
    for (std::size_t i = 0; i < m; ++i) mean += y[begin + i];
    mean /= static_cast<double>(m);
    if (means++ > 0) sum += (mean - before) * (mean - before);
    before = mean;
  }
  return 0.5 * sum / static_cast<double>(means - 1);
}

/// One-sided power density about a frequency (in cycles a point), averaged over pieces of the signal.
double power_density(const std::vector<double>& y, double f, std::size_t piece) {
  double sum = 0.0;
  std::size_t pieces = 0;
  for (std::size_t begin = 0; begin + piece <= y.size(); begin += piece, ++pieces) {
    double re = 0.0, im = 0.0, window = 0.0;
    for (std::size_t i = 0; i < piece; ++i) {
      const double phase = 2.0 * pi * static_cast<double>(i) / static_cast<double>(piece);
      const double hann = 0.5 - 0.5 * std::cos(phase);
      const double turn = 2.0 * pi * f * static_cast<double>(i);
      re += hann * y[begin + i] * std::cos(turn);
      im += hann * y[begin + i] * std::sin(turn);
      window += hann * hann;
    }
    sum += 2.0 * (re * re + im * im) / window;
  }
  return sum / static_cast<double>(pieces);
}

TEST(WhiteNoise, IsNormallyDistributedIntoItsTails) {
  const WhiteNoise noise(1707, "detector");
  constexpr int n = 2000000;
  double moments[5] = {};
  int beyond[6] = {};
  for (int i = 0; i < n; ++i) {
    const double x = noise.at(i);
    double power = 1.0;
    for (double& m : moments) m += power, power *= x;
    for (int k = 1; k < 6; ++k) beyond[k] += std::abs(x) > k ? 1 : 0;
  }
  // standard errors of the first four moments of a normal distribution: 1, sqrt 2, sqrt 15, sqrt 96 over sqrt n
  const double root = std::sqrt(static_cast<double>(n));
  EXPECT_NEAR(moments[1] / n, 0.0, 4.0 / root);
  EXPECT_NEAR(moments[2] / n, 1.0, 4.0 * std::sqrt(2.0) / root);
  EXPECT_NEAR(moments[3] / n, 0.0, 4.0 * std::sqrt(15.0) / root);
  EXPECT_NEAR(moments[4] / n, 3.0, 4.0 * std::sqrt(96.0) / root);
  for (int k = 1; k < 6; ++k) {
    const double expected = n * std::erfc(k / std::sqrt(2.0));
    EXPECT_NEAR(beyond[k], expected, 4.0 * std::sqrt(expected) + 1.0) << k << " standard deviations";
  }
}

TEST(WhiteNoise, FillsEveryLayerOfTheZigguratEvenly) {
  // 200 cells of equal probability: chi squared of 199 degrees of freedom has mean 199, standard deviation 20
  const WhiteNoise noise(4, "cells");
  constexpr int cells = 200, n = 400000;
  std::vector<double> edges;
  for (int k = 1; k < cells; ++k) edges.push_back(normal_quantile(k / static_cast<double>(cells)));
  std::vector<int> count(cells);
  for (int i = 0; i < n; ++i)
    ++count[static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), noise.at(i)) - edges.begin())];
  double chi = 0.0;
  for (const int c : count) chi += (c - n / cells) * (c - n / cells) / static_cast<double>(n / cells);
  EXPECT_NEAR(chi, cells - 1.0, 4.0 * std::sqrt(2.0 * (cells - 1.0)));
}

TEST(WhiteNoise, IsTheSameForTheSameSeedAndNameInAnyOrder) {
  const WhiteNoise noise(1707, "detector");
  std::vector<double> whole(1000), part(100);
  noise.add(2.0, whole);
  noise.add(2.0, part, 500);
  for (std::size_t i = 0; i < part.size(); ++i) EXPECT_EQ(part[i], whole[500 + i]);
  EXPECT_NE(WhiteNoise(1708, "detector").at(0), noise.at(0));
  EXPECT_NE(WhiteNoise(1707, "pump").at(0), noise.at(0));
  // stored bits: the same on every machine
  EXPECT_EQ(noise.at(0), -0x1.f6d192686d25cp-2);
}

TEST(WhiteNoise, HasNoMemory) {
  // Allan variance of white noise: sigma^2 / m
  std::vector<double> y(1 << 19);
  WhiteNoise(3, "memory").add(0.5, y);
  for (const std::size_t m : {1u, 4u, 64u, 1024u}) {
    const double expected = 0.25 / static_cast<double>(m);
    EXPECT_NEAR(allan_variance(y, m), expected, 5.0 * expected * std::sqrt(3.0 * static_cast<double>(m) / (1 << 19)));
  }
}

TEST(FlickerNoise, HasAnAllanVarianceThatDoesNotDependOnTheAveragingTime) {
  // 2 ln 2 h, h = deviation^2 / ln 10: averages over 20 signals of 2^16 points
  const double expected = 2.0 * std::log(2.0) * 0.09 / std::log(10.0);
  for (const std::size_t m : {32u, 128u, 512u, 2048u}) {
    double sum = 0.0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      std::vector<double> y(1 << 16);
      FlickerNoise(seed, "detector").add(0.3, y);
      sum += allan_variance(y, m) / 20.0;
    }
    const double scatter = std::sqrt(3.0 * static_cast<double>(m) / (20.0 * (1 << 16)));
    EXPECT_NEAR(sum / expected, 1.0, 0.03 + 4.0 * scatter) << m << " points";
  }
}

TEST(FlickerNoise, HasAPowerDensityOfOneOverF) {
  const double h = 1.0 / std::log(10.0);
  std::vector<double> y(1 << 19);
  FlickerNoise(8, "detector").add(1.0, y);
  for (const double f : {1.0 / 64.0, 1.0 / 256.0, 1.0 / 1024.0}) {
    const std::size_t piece = static_cast<std::size_t>(16.0 / f);
    const double scatter = std::sqrt(static_cast<double>(piece) / static_cast<double>(y.size()));
    EXPECT_NEAR(power_density(y, f, piece) * f / h, 1.0, 0.05 + 4.0 * scatter) << f;
  }
}

TEST(SignalErrors, AddUpByTheirCauses) {
  constexpr std::size_t n = 1 << 16;
  constexpr double dt = 0.1;
  std::vector<double> line(n);
  add_errors({.blank = 3.0, .drift = 0.01}, dt, 1, "detector", line);
  EXPECT_EQ(line[0], 3.0);
  EXPECT_NEAR(line[n - 1], 3.0 + 0.01 * dt * (n - 1), 1e-9);

  // a random walk of w per root second has the Allan variance w^2 t / 3 of means over t (t >> dt)
  double sum = 0.0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    std::vector<double> walk(n);
    add_errors({.wander = 0.2}, dt, seed, "detector", walk);
    sum += allan_variance(walk, 100) / 10.0;
  }
  EXPECT_NEAR(sum / (0.04 * 100 * dt / 3.0), 1.0, 0.1);

  // errors draw from streams of their own
  std::vector<double> both(n), white(n), flicker(n);
  add_errors({.white = 1.0, .flicker = 0.5}, dt, 7, "detector", both);
  add_errors({.white = 1.0}, dt, 7, "detector", white);
  add_errors({.flicker = 0.5}, dt, 7, "detector", flicker);
  for (std::size_t i = 0; i < n; i += 97) EXPECT_NEAR(both[i], white[i] + flicker[i], 1e-12);

  EXPECT_TRUE(SignalErrors{}.none());
  EXPECT_THROW((SignalErrors{.white = -1.0}.check("uv")), ModelError);
}

TEST(Converter, RoundsToItsLevelsAndClipsAtItsEnds) {
  const Converter converter{0.0, 10.0, 8};
  EXPECT_DOUBLE_EQ(converter.step(), 10.0 / 255.0);
  std::vector<double> y = {-1.0, 0.0, 3.0, 10.0, 12.0};
  EXPECT_EQ(converter.convert(y), 2);
  EXPECT_EQ(y[0], 0.0);
  EXPECT_NEAR(y[2], 3.0, converter.step() / 2.0);
  EXPECT_NEAR(std::remainder(y[2], converter.step()), 0.0, 1e-12);
  EXPECT_EQ(y[4], 10.0);

  // error of quantisation: step / sqrt 12
  std::vector<double> ramp(100000), exact(100000);
  for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] = exact[i] = 1.0 + 7.0 * static_cast<double>(i) / 1e5;
  converter.convert(ramp);
  for (std::size_t i = 0; i < ramp.size(); ++i) ramp[i] -= exact[i];
  EXPECT_NEAR(std::sqrt(variance(ramp)) / (converter.step() / std::sqrt(12.0)), 1.0, 0.01);

  EXPECT_THROW((Converter{1.0, 1.0, 8}.check()), ModelError);
  EXPECT_THROW((Converter{0.0, 1.0, 60}.check()), ModelError);
}

TEST(Injector, ScattersByItsRelativeStandardDeviation) {
  const Injector injector{.rsd = 0.01, .bias = 0.002};
  const RandomStream random(5, "injector");
  std::vector<double> volumes;
  for (int k = 0; k < 20000; ++k) volumes.push_back(injector.injected(1e-9, random, k) / 1e-9);
  double mean = 0.0;
  for (const double v : volumes) mean += v / 20000.0;
  EXPECT_NEAR(mean, 1.002, 4.0 * 0.01 / std::sqrt(20000.0));
  EXPECT_NEAR(std::sqrt(variance(volumes)), 0.01, 4.0 * 0.01 / std::sqrt(40000.0));
  EXPECT_EQ(injector.injected(1e-9, random, 3), injector.injected(1e-9, random, 3));
  EXPECT_THROW(Injector{.rsd = -0.1}.check(), ModelError);
}

TEST(CarryOver, FadesGeometricallyAndLosesNothing) {
  CarryOver carry(0.02);
  const std::vector<double> sample = {5.0, 1.0}, blank;
  double seen = 0.0;
  for (int k = 0; k < 4; ++k) {
    const std::vector<double> shown = carry.seen(k == 0 ? sample : blank);
    EXPECT_NEAR(shown[0], 5.0 * 0.98 * std::pow(0.02, k), 1e-15);
    seen += shown[0];
  }
  EXPECT_NEAR(seen + carry.residue()[0], 5.0, 1e-14);
  carry.wash(0.0);
  EXPECT_EQ(carry.seen(blank)[0], 0.0);
  EXPECT_THROW(CarryOver(1.5), ModelError);
}

TEST(MatrixEffect, SuppressesAndAdds) {
  const MatrixEffect effect{.suppression = -0.2, .added = 3.0};
  EXPECT_DOUBLE_EQ(effect.answer(10.0, 0.0), 10.0);
  EXPECT_DOUBLE_EQ(effect.answer(10.0, 1.0), 11.0);
  EXPECT_DOUBLE_EQ(effect.answer(0.0, 0.5), 1.5);
}

TEST(Ageing, HalvesWhatIsLeftWithEachHalfLife) {
  EXPECT_EQ(left_after(500.0, 0.0), 1.0);
  EXPECT_NEAR(left_after(1000.0, 1000.0), 0.5, 1e-15);
  EXPECT_NEAR(left_after(3000.0, 1000.0), 0.125, 1e-15);
}

}  // namespace
}  // namespace stillhouse
