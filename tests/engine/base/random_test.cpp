#include "engine/base/random.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace stillhouse {
namespace {

constexpr int kMany = 100000;

TEST(Random, HashesNamesByFnv1a) {
  // published test vectors of FNV-1a 64 bit
  EXPECT_EQ(name_hash(""), 0xcbf29ce484222325u);
  EXPECT_EQ(name_hash("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(name_hash("foobar"), 0x85944171f73967e8u);
}

TEST(Random, GivesTheSameBitsForEver) {
  // golden values: a change here changes every run ever recorded
  const RandomStream stream(1707, "TI-112");
  EXPECT_EQ(stream.bits(0), 0x53964d7b25ecb6d1u);
  EXPECT_EQ(stream.bits(1), 0x9c01d9c8fd583cadu);
  EXPECT_EQ(stream.bits(1, 1), 0xc498d444d3f568c7u);
  EXPECT_EQ(stream.bits(-1), 0xfe5f57a0a724604fu);
  EXPECT_EQ(stream.uniform(12), 0x1.1f1418fd040f6p-2);
  EXPECT_EQ(stream.gaussian(12), -0x1.29e1ec21fd824p-1);
  EXPECT_EQ(bounded_variation(1707, "tray_efficiency", 0.65, 0.03), 0x1.480672b98dcf8p-1);
}

TEST(Random, IsAFunctionOfItsAddressOnly) {
  const RandomStream stream(3, "LI-101");
  const double later = stream.gaussian(50, 2);
  for (int i = 0; i < 50; ++i) stream.gaussian(i);
  EXPECT_EQ(RandomStream(3, "LI-101").gaussian(50, 2), later);
}

TEST(Random, TellsSeedNameScanAndDrawApart) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 10; ++seed)
    for (const char* name : {"a", "b", "TI-1", "TI-2"})
      for (std::int64_t scan = 0; scan < 10; ++scan)
        for (std::uint32_t draw = 0; draw < 10; ++draw) seen.insert(RandomStream(seed, name).bits(scan, draw));
  EXPECT_EQ(seen.size(), 10u * 4u * 10u * 10u);
}

TEST(Random, UniformFillsItsIntervalEvenly) {
  const RandomStream stream(42, "uniform");
  constexpr int kBins = 100;
  std::array<int, kBins> bins{};
  double sum = 0.0;
  for (int i = 0; i < kMany; ++i) {
    const double value = stream.uniform(i);
    ASSERT_GE(value, 0.0);
    ASSERT_LT(value, 1.0);
    sum += value;
    ++bins[static_cast<std::size_t>(value * kBins)];
  }

  // mean: standard error 1/sqrt(12 n); chi-square with 99 degrees of freedom: below 149 but once in a thousand seeds
  EXPECT_NEAR(sum / kMany, 0.5, 4.0 / std::sqrt(12.0 * kMany));
  double chi_square = 0.0;
  const double expected = static_cast<double>(kMany) / kBins;
  for (const int count : bins) chi_square += (count - expected) * (count - expected) / expected;
  EXPECT_LT(chi_square, 148.2);
  EXPECT_GT(chi_square, 61.1);
}

TEST(Random, GaussianHasTheMomentsOfTheNormalDistribution) {
  const RandomStream stream(42, "gaussian");
  double m1 = 0.0, m2 = 0.0, m3 = 0.0, m4 = 0.0;
  int beyond_two = 0;
  for (int i = 0; i < kMany; ++i) {
    const double z = stream.gaussian(i);
    ASSERT_TRUE(std::isfinite(z));
    m1 += z;
    m2 += z * z;
    m3 += z * z * z;
    m4 += z * z * z * z;
    if (z > 2.0 || z < -2.0) ++beyond_two;
  }

  // four standard errors of each sample moment
  EXPECT_NEAR(m1 / kMany, 0.0, 4.0 * std::sqrt(1.0 / kMany));
  EXPECT_NEAR(m2 / kMany, 1.0, 4.0 * std::sqrt(2.0 / kMany));
  EXPECT_NEAR(m3 / kMany, 0.0, 4.0 * std::sqrt(15.0 / kMany));
  EXPECT_NEAR(m4 / kMany, 3.0, 4.0 * std::sqrt(96.0 / kMany));
  EXPECT_NEAR(beyond_two / static_cast<double>(kMany), 0.0455003, 4.0 * std::sqrt(0.0455 * 0.9545 / kMany));
}

TEST(Random, StreamsAndScansAreUncorrelated) {
  const RandomStream a(42, "TI-111"), b(42, "TI-112"), c(43, "TI-111");
  double names = 0.0, seeds = 0.0, scans = 0.0, draws = 0.0;
  for (int i = 0; i < kMany; ++i) {
    const double z = a.gaussian(i);
    names += z * b.gaussian(i);
    seeds += z * c.gaussian(i);
    scans += z * a.gaussian(i + 1);
    draws += z * a.gaussian(i, 1);
  }
  const double limit = 4.0 / std::sqrt(static_cast<double>(kMany));
  EXPECT_NEAR(names / kMany, 0.0, limit);
  EXPECT_NEAR(seeds / kMany, 0.0, limit);
  EXPECT_NEAR(scans / kMany, 0.0, limit);
  EXPECT_NEAR(draws / kMany, 0.0, limit);
}

TEST(Random, EachBitFlipsHalfTheTimeWhenTheScanAdvances) {
  const RandomStream stream(7, "bits");
  std::array<int, 64> flips{};
  constexpr int kScans = 10000;
  for (int i = 0; i < kScans; ++i) {
    const std::uint64_t difference = stream.bits(i) ^ stream.bits(i + 1);
    for (unsigned bit = 0; bit < 64; ++bit) flips[bit] += static_cast<int>((difference >> bit) & 1u);
  }
  for (const int count : flips) EXPECT_NEAR(count, kScans / 2, 5 * 50) << "five standard deviations";
}

TEST(Random, NormalQuantileInvertsTheNormalDistribution) {
  // percentage points from tables
  EXPECT_EQ(normal_quantile(0.5), 0.0);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306167813, 1e-13);

  // independent inverse: the complementary error function of the C library, over all three branches
  for (const double p : {1e-300, 1e-100, 1e-20, 1e-12, 1e-6, 0.01, 0.0749, 0.0751, 0.2, 0.4, 0.6, 0.9, 0.95, 0.999}) {
    const double back = 0.5 * std::erfc(-normal_quantile(p) / std::sqrt(2.0));
    EXPECT_NEAR(back / p, 1.0, 2e-13) << p;
  }
}

TEST(Random, VariationStaysInItsBoundsAndReachesBothHalves) {
  double low = 1.0, high = 0.0;
  for (std::uint64_t student = 0; student < 2000; ++student) {
    const double value = bounded_variation(student, "heat_loss", 0.5, 0.2);
    EXPECT_GT(value, 0.3);
    EXPECT_LT(value, 0.7);
    low = std::min(low, value);
    high = std::max(high, value);
  }
  EXPECT_LT(low, 0.302);
  EXPECT_GT(high, 0.698);
  EXPECT_EQ(bounded_variation(5, "heat_loss", 0.5, 0.0), 0.5);
}

}  // namespace
}  // namespace stillhouse
