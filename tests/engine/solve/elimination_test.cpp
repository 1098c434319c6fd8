#include "engine/solve/elimination.h"

#include <gtest/gtest.h>

#include <cmath>
#include <complex>

#include "engine/base/random.h"
#include "tests/allocations/allocation_count.h"

namespace stillhouse {
namespace {

/// A matrix of a given share of entries, its diagonal always among them.
struct Sample {
  Sample(int size, double share, std::uint64_t seed) {
    const RandomStream random(seed, "matrix");
    std::int64_t draws = 0;
    const auto uniform = [&] { return random.uniform(draws++); };
    pattern.column_start.push_back(0);
    for (int c = 0; c < size; ++c) {
      for (int r = 0; r < size; ++r)
        if (r == c || uniform() < share) pattern.row.push_back(r);
      pattern.column_start.push_back(static_cast<int>(pattern.row.size()));
    }
    for (int k = 0; k < pattern.entries(); ++k) {
      // sizes over eight orders of magnitude, as rate constants make them
      by_value.push_back((uniform() - 0.5) * std::exp(18.0 * uniform()));
      by_rate.push_back(uniform() - 0.5);
    }
  }
  SparsePattern pattern;
  std::vector<double> by_value, by_rate;
};

/// Largest |A x - b| against what round-off of its products may be.
template <class Number>
double defect(const Sample& sample, Number shift, const std::vector<Number>& x, const std::vector<Number>& b) {
  std::vector<Number> rest(b);
  std::vector<double> size(b.size(), 0.0);
  for (std::size_t c = 0; c < x.size(); ++c) {
    for (int k = sample.pattern.column_start[c]; k < sample.pattern.column_start[c + 1]; ++k) {
      const std::size_t entry = static_cast<std::size_t>(k), r = static_cast<std::size_t>(sample.pattern.row[entry]);
      const Number product = (sample.by_value[entry] + shift * sample.by_rate[entry]) * x[c];
      rest[r] -= product;
      size[r] = std::max(size[r], std::abs(product));
    }
  }
  double worst = 0.0;
  for (std::size_t r = 0; r < b.size(); ++r) worst = std::max(worst, std::abs(rest[r]) / (size[r] + std::abs(b[r])));
  return worst;
}

TEST(Elimination, SolvesTheRealAndTheComplexSystemOfAnyPattern) {
  for (int size : {1, 2, 3, 8, 20, 30}) {
    for (double share : {0.0, 0.1, 0.5, 1.0}) {
      const Sample sample(size, share, static_cast<std::uint64_t>(100 * size) + static_cast<std::uint64_t>(10 * share));
      Elimination elimination(sample.pattern);
      const double real = 3.7;
      const std::complex<double> shift(2.7, 3.1);
      ASSERT_TRUE(elimination.factor(sample.by_value.data(), sample.by_rate.data(), real, shift.real(), shift.imag()));
      std::vector<double> b, re, im;
      std::vector<std::complex<double>> b_complex;
      for (int i = 0; i < size; ++i) {
        b.push_back(1.0 + i);
        re.push_back(2.0 - i);
        im.push_back(0.5 * i);
        b_complex.emplace_back(re.back(), im.back());
      }
      std::vector<double> x = b, alone = b;
      elimination.solve(x.data(), re.data(), im.data());
      elimination.solve(alone.data());
      EXPECT_EQ(x, alone);
      std::vector<std::complex<double>> x_complex;
      for (std::size_t i = 0; i < x.size(); ++i) x_complex.emplace_back(re[i], im[i]);
      EXPECT_LT(defect(sample, real, x, b), 1e-11) << size << " " << share;
      EXPECT_LT(defect(sample, shift, x_complex, b_complex), 1e-11) << size << " " << share;
    }
  }
}

TEST(Elimination, ChoosesOtherPivotsWhenOnesKeptBecomeSmall) {
  Sample sample(2, 1.0, 1);
  Elimination elimination(sample.pattern);
  for (const std::vector<double>& values : {std::vector<double>{4.0, 1.0, 1.0, 3.0},
                                            {1e-13, 1.0, 1.0, 1.0},
                                            {1.0, 1.0, 1.0, 1e-13},
                                            {0.0, 2.0, 3.0, 0.0}}) {
    sample.by_value = values;
    sample.by_rate.assign(4, 0.0);
    ASSERT_TRUE(elimination.factor(values.data()));
    const std::vector<double> b = {1.0, 2.0};
    std::vector<double> x = b;
    elimination.solve(x.data());
    EXPECT_LT(defect(sample, 0.0, x, b), 1e-14);
  }
}

TEST(Elimination, SaysThatAMatrixIsSingular) {
  Sample sample(2, 1.0, 1);
  Elimination elimination(sample.pattern);
  const std::vector<double> singular = {1.0, 2.0, 2.0, 4.0}, regular = {1.0, 2.0, 2.0, 5.0}, nan = {NAN, 1.0, 1.0, 1.0};
  EXPECT_FALSE(elimination.factor(singular.data()));
  EXPECT_TRUE(elimination.factor(regular.data()));
  EXPECT_FALSE(elimination.factor(singular.data()));
  EXPECT_FALSE(elimination.factor(nan.data()));
  EXPECT_TRUE(elimination.factor(regular.data()));
}

TEST(Elimination, AllocatesNothingAfterConstruction) {
  const Sample sample(30, 1.0, 7);
  Elimination elimination(sample.pattern);
  std::vector<double> x(30, 1.0);
  const long before = allocation_count();
  ASSERT_TRUE(elimination.factor(sample.by_value.data()));
  elimination.solve(x.data());
  elimination.forget();
  ASSERT_TRUE(elimination.factor(sample.by_value.data()));
  EXPECT_EQ(allocation_count(), before);
}

}  // namespace
}  // namespace stillhouse
