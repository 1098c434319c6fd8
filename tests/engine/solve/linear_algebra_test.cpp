#include <gtest/gtest.h>
#include <nvector/nvector_serial.h>

#include <cmath>
#include <functional>
#include <vector>

#include "engine/base/error.h"
#include "engine/solve/fast_vector.h"
#include "engine/solve/sparse_factor.h"

namespace stillhouse {
namespace {

/// Tridiagonal with two far corners: fill-in and pivoting have something to do.
SparsePattern cyclic_pattern(int n) {
  SparsePattern pattern;
  pattern.column_start.push_back(0);
  for (int column = 0; column < n; ++column) {
    for (int row = 0; row < n; ++row) {
      const int distance = std::abs(row - column);
      if (distance <= 1 || distance == n - 1) pattern.row.push_back(row);
    }
    pattern.column_start.push_back(pattern.entries());
  }
  return pattern;
}

std::vector<double> times(const SparsePattern& pattern, const std::vector<double>& values,
                          const std::vector<double>& x) {
  std::vector<double> b(x.size(), 0.0);
  for (int column = 0; column < pattern.size(); ++column) {
    for (int k = pattern.column_start[static_cast<std::size_t>(column)];
         k < pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k)
      b[static_cast<std::size_t>(pattern.row[static_cast<std::size_t>(k)])] +=
          values[static_cast<std::size_t>(k)] * x[static_cast<std::size_t>(column)];
  }
  return b;
}

TEST(SparseFactor, SolvesWhatItFactored) {
  constexpr int n = 30;
  const SparsePattern pattern = cyclic_pattern(n);
  SparseFactor factor(pattern);
  // the second matrix keeps the pivots of the first, the third makes them useless: its old diagonal is nearly zero
  for (double diagonal : {4.0, 7.0, 1e-13}) {
    std::vector<double> values, x;
    for (int k = 0; k < pattern.entries(); ++k) values.push_back(1.0 + 0.1 * (k % 7));
    for (int i = 0; i < n; ++i) {
      values[static_cast<std::size_t>(pattern.position(i, i))] = diagonal;
      x.push_back(1.0 - 0.05 * i);
    }
    std::vector<double> b = times(pattern, values, x);
    ASSERT_TRUE(factor.factor(values.data()));
    EXPECT_EQ(factor.singular_column(), -1);
    factor.solve(b.data());
    for (int i = 0; i < n; ++i) EXPECT_NEAR(b[static_cast<std::size_t>(i)], x[static_cast<std::size_t>(i)], 1e-11);
  }
}

TEST(SparseFactor, SaysWhichColumnIsSingularAndRecovers) {
  const SparsePattern pattern = cyclic_pattern(6);
  SparseFactor factor(pattern);
  std::vector<double> values;
  for (int k = 0; k < pattern.entries(); ++k) values.push_back(1.0 + 0.3 * (k % 5));
  std::vector<double> singular = values;
  for (int k = pattern.column_start[3]; k < pattern.column_start[4]; ++k) singular[static_cast<std::size_t>(k)] = 0.0;
  EXPECT_FALSE(factor.factor(singular.data()));
  EXPECT_EQ(factor.singular_column(), 3);
  EXPECT_TRUE(factor.factor(values.data()));
  EXPECT_EQ(factor.singular_column(), -1);
}

TEST(SparseFactor, ForgetsSoThatBitsDependOnNothingBefore) {
  const SparsePattern pattern = cyclic_pattern(25);
  const auto matrix = [&](double diagonal) {
    std::vector<double> values;
    for (int k = 0; k < pattern.entries(); ++k) values.push_back(std::sin(static_cast<double>(k)) + 0.1);
    for (int i = 0; i < 25; ++i) values[static_cast<std::size_t>(pattern.position(i, i))] = diagonal;
    return values;
  };
  const std::vector<double> first = matrix(5.0), second = matrix(0.3);
  std::vector<double> fresh(25, 1.0), used(25, 1.0);
  SparseFactor a(pattern);
  ASSERT_TRUE(a.factor(second.data()));
  a.solve(fresh.data());
  SparseFactor b(pattern);
  ASSERT_TRUE(b.factor(first.data()));
  b.forget();
  ASSERT_TRUE(b.factor(second.data()));
  b.solve(used.data());
  EXPECT_EQ(fresh, used);
}

TEST(SparseFactor, RefusesAStructurallySingularMatrix) {
  SparsePattern pattern;  // column 1 is empty
  pattern.column_start = {0, 2, 2};
  pattern.row = {0, 1};
  const auto make = [&] {
    SparseFactor factor(pattern);
    const double values[] = {1.0, 2.0};
    return factor.factor(values);
  };
  try {
    EXPECT_FALSE(make());
  } catch (const ModelError& error) {
    EXPECT_NE(std::string(error.what()).find("singular"), std::string::npos);
  }
}

class FastVector : public testing::Test {
 protected:
  static constexpr sunindextype n = 37;

  FastVector() { SUNContext_Create(nullptr, &context_); }
  ~FastVector() override {
    for (N_Vector v : vectors_) N_VDestroy(v);
    SUNContext_Free(&context_);
  }
  /// The same numbers in a stock vector or in ours.
  N_Vector make(bool fast, double phase) {
    N_Vector v = fast ? make_fast_vector(n, context_) : N_VNew_Serial(n, context_);
    for (sunindextype i = 0; i < n; ++i) NV_Ith_S(v, i) = std::sin(phase + 1.3 * static_cast<double>(i));
    vectors_.push_back(v);
    return v;
  }
  static std::vector<double> numbers(N_Vector v) { return {NV_DATA_S(v), NV_DATA_S(v) + n}; }

  /// What an operation leaves in z, for stock vectors and for ours.
  void expect_same(const std::function<void(N_Vector x, N_Vector y, N_Vector z)>& operation) {
    std::vector<double> results[2];
    for (bool fast : {false, true}) {
      N_Vector x = make(fast, 0.1), y = make(fast, 2.0), z = make(fast, 4.0);
      operation(x, y, z);
      results[fast] = numbers(z);
      for (double value : numbers(x)) results[fast].push_back(value);
    }
    EXPECT_EQ(results[0], results[1]);
  }

  SUNContext context_ = nullptr;
  std::vector<N_Vector> vectors_;
};

TEST_F(FastVector, GivesTheStockResultOfEachOperation) {
  for (const auto& [a, b] : {std::pair{1.0, 1.0}, {1.0, -1.0}, {-1.0, 1.0}, {0.7, -2.5}, {2.0, 2.0}}) {
    expect_same([a = a, b = b](N_Vector x, N_Vector y, N_Vector z) { N_VLinearSum(a, x, b, y, z); });
    expect_same([a = a, b = b](N_Vector x, N_Vector y, N_Vector) { N_VLinearSum(a, x, b, y, x); });
  }
  for (double c : {1.0, -1.0, 0.3}) {
    expect_same([c](N_Vector x, N_Vector, N_Vector z) { N_VScale(c, x, z); });
    expect_same([c](N_Vector x, N_Vector, N_Vector) { N_VScale(c, x, x); });
    expect_same([c](N_Vector, N_Vector, N_Vector z) { N_VConst(c, z); });
  }
  expect_same([](N_Vector x, N_Vector, N_Vector z) { N_VAbs(x, z); });
  expect_same([](N_Vector x, N_Vector y, N_Vector z) { N_VProd(x, y, z); });
  expect_same([](N_Vector x, N_Vector, N_Vector z) { N_VInv(x, z); });
}

TEST_F(FastVector, FusedOperationsDoWhatTheirPartsDo) {
  double c[3] = {0.5, -1.5, 2.0};
  N_Vector x[3] = {make(true, 0.1), make(true, 2.0), make(true, 4.0)};
  const std::vector<double> a = numbers(x[0]), b = numbers(x[1]), d = numbers(x[2]);
  N_Vector z = make(true, 0.0);
  N_VLinearCombination(3, c, x, z);
  for (std::size_t i = 0; i < n; ++i) EXPECT_DOUBLE_EQ(numbers(z)[i], 0.5 * a[i] - 1.5 * b[i] + 2.0 * d[i]);
  N_VScaleAddMulti(2, c, x[2], x, x);
  for (std::size_t i = 0; i < n; ++i) {
    EXPECT_DOUBLE_EQ(numbers(x[0])[i], 0.5 * d[i] + a[i]);
    EXPECT_DOUBLE_EQ(numbers(x[1])[i], -1.5 * d[i] + b[i]);
  }
  N_VLinearCombination(3, c, x, x[0]);  // the result in the first operand
  for (std::size_t i = 0; i < n; ++i)
    EXPECT_DOUBLE_EQ(numbers(x[0])[i], 0.5 * (0.5 * d[i] + a[i]) - 1.5 * (-1.5 * d[i] + b[i]) + 2.0 * d[i]);
  N_Vector scaled[2] = {make(true, 0.0), make(true, 0.0)};
  N_VScaleVectorArray(2, c, x + 1, scaled);
  for (std::size_t i = 0; i < n; ++i) EXPECT_DOUBLE_EQ(numbers(scaled[1])[i], -1.5 * d[i]);
}

TEST_F(FastVector, NormsAreThoseOfTheDefinition) {
  N_Vector x = make(true, 0.1), w = make(true, 2.0), mask = make(true, 0.0);
  double all = 0.0, some = 0.0;
  for (sunindextype i = 0; i < n; ++i) {
    NV_Ith_S(mask, i) = i % 3 == 0 ? 1.0 : 0.0;
    const double t = NV_Ith_S(x, i) * NV_Ith_S(w, i);
    all += t * t;
    if (i % 3 == 0) some += t * t;
  }
  EXPECT_DOUBLE_EQ(N_VWrmsNorm(x, w), std::sqrt(all / n));
  EXPECT_DOUBLE_EQ(N_VWrmsNormMask(x, w, mask), std::sqrt(some / n));
  N_Vector sx = make(false, 0.1), sw = make(false, 2.0);
  EXPECT_DOUBLE_EQ(N_VWrmsNorm(x, w), N_VWrmsNorm(sx, sw));
  EXPECT_DOUBLE_EQ(N_VMaxNorm(x), N_VMaxNorm(sx));
  EXPECT_DOUBLE_EQ(N_VDotProd(x, w), N_VDotProd(sx, sw));
}

TEST_F(FastVector, ItsClonesAreOursToo) {
  N_Vector clone = N_VClone(make(true, 0.1));
  vectors_.push_back(clone);
  EXPECT_EQ(clone->ops->nvlinearsum, make(true, 0.0)->ops->nvlinearsum);
  EXPECT_NE(clone->ops->nvlinearsum, make(false, 0.0)->ops->nvlinearsum);
}

}  // namespace
}  // namespace stillhouse
