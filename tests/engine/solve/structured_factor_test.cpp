#include "engine/solve/structured_factor.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "benchmarks/problems/sparse_matrices.h"
#include "engine/solve/elimination_order.h"
#include "engine/solve/linear_factor.h"
#include "tests/allocations/allocation_count.h"

namespace stillhouse {
namespace {

std::vector<double> right_side(int n) {
  std::vector<double> b;
  for (int i = 0; i < n; ++i) b.push_back(1.0 - 0.37 * (i % 5));
  return b;
}

template <class Factor>
std::vector<double> solution(const Factor& factor, int n) {
  std::vector<double> x = right_side(n);
  factor.solve(x.data());
  return x;
}

/// Backward error of the solution with the factors as they are.
template <class Factor>
double error_of(const Factor& factor, const SparseSystem& system) {
  const int n = system.pattern.size();
  return backward_error(system.pattern, system.values, solution(factor, n), right_side(n));
}

/// Ours are as exact as KLU's, when chosen and when kept.
void expect_as_exact_as_klu(const SparseSystem& system) {
  StructuredFactor ours(system.pattern);
  SparseFactor klu(system.pattern);
  ASSERT_TRUE(klu.factor(system.values.data()));
  const double limit = std::max(1e-14, 10.0 * error_of(klu, system));
  for (int turn = 0; turn < 2; ++turn) {
    ASSERT_TRUE(ours.factor(system.values.data()));
    EXPECT_LT(error_of(ours, system), limit);
  }
  EXPECT_EQ(ours.singular_column(), -1);
}

TEST(StructuredFactor, SolvesTrainsOfBlocksWithoutHelp) {
  for (int size = 1; size <= 12; ++size) {
    SCOPED_TRACE(size);
    for (int controllers : {0, 6}) {
      for (bool recycle : {false, true}) {
        const SparseSystem system = block_train(40, size, controllers, recycle, static_cast<std::uint64_t>(size));
        expect_as_exact_as_klu(system);
        StructuredFactor ours(system.pattern);
        ASSERT_TRUE(ours.factor(system.values.data()));
        ASSERT_TRUE(ours.factor(system.values.data()));
        EXPECT_EQ(ours.costs().general, 0);
        EXPECT_EQ(ours.costs().kept, 1);
      }
    }
  }
}

TEST(StructuredFactor, SolvesWhateverPatternComes) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    expect_as_exact_as_klu(scattered(5 + 2 * static_cast<int>(seed), 2 + static_cast<int>(seed % 5), seed));
  }
}

TEST(StructuredFactor, WorkGrowsAsTheTrainDoes) {
  const auto work = [](int blocks) {
    const SparseSystem system = block_train(blocks, 5, 3, false, 1);
    const std::vector<int> rows = match_rows(system.pattern, system.values.data());
    return plan_elimination(system.pattern, rows).counts;
  };
  const EliminationPlan::Counts one = work(40), four = work(160);
  EXPECT_LT(static_cast<double>(four.multiply_adds), 4.4 * static_cast<double>(one.multiply_adds));
  EXPECT_LT(four.entries, 4.4 * one.entries);
}

/// A train in which each block also fills a ledger, which reads the whole block and is read by nothing.
SparseSystem with_ledgers(const SparseSystem& train, int blocks, int size) {
  const int n = train.pattern.size();
  EntryTable table(n + blocks);
  for (int column = 0; column < n; ++column)
    for (int k = train.pattern.column_start[static_cast<std::size_t>(column)];
         k < train.pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k)
      table(train.pattern.row[static_cast<std::size_t>(k)], column) = train.values[static_cast<std::size_t>(k)];
  for (int b = 0; b < blocks; ++b) {
    for (int i = 0; i < size; ++i) table(n + b, b * size + i) = 0.1 * (i + 1);
    table(n + b, n + b) = 10.0;
  }
  return table.system({});
}

TEST(StructuredFactor, LedgersCostTheirBackSubstitutionOnly) {
  const SparseSystem train = block_train(20, 5, 0, false, 1), both = with_ledgers(train, 20, 5);
  const auto counts = [](const SparseSystem& system) {
    return plan_elimination(system.pattern, match_rows(system.pattern, system.values.data())).counts;
  };
  EXPECT_EQ(counts(both).multiply_adds, counts(train).multiply_adds);
  EXPECT_EQ(counts(both).ledgers, 20);
  expect_as_exact_as_klu(both);
}

TEST(StructuredFactor, ChoosesAnewWhenAKeptPivotVanishes) {
  SparseSystem system = block_train(20, 5, 2, false, 1);
  StructuredFactor factor(system.pattern);
  ASSERT_TRUE(factor.factor(system.values.data()));
  // what was large and was taken for pivots is gone
  for (int i = 0; i < 100; ++i)
    system.values[static_cast<std::size_t>(system.pattern.position(i, i))] = i % 3 == 0 ? 0.0 : 1e-300;
  ASSERT_TRUE(factor.factor(system.values.data()));
  EXPECT_EQ(factor.costs().kept, 0);
  EXPECT_EQ(factor.costs().chosen + factor.costs().general, 2);
  EXPECT_LT(error_of(factor, system), 1e-10);
  ASSERT_TRUE(factor.factor(system.values.data()));
  EXPECT_EQ(factor.costs().kept, 1);
}

/// Entries of -1 and 1 only: sizes say nothing about good pivots, and differences vanish exactly.
SparseSystem of_equal_sizes(int n, std::uint64_t seed) {
  SparseSystem system = scattered(n, 4, seed);
  for (double& value : system.values) value = value < 0.3 ? -1.0 : 1.0;
  return system;
}

TEST(StructuredFactor, LeavesToKluWhatItCannotFactor) {
  StructuredFactor::Costs all;
  int compared = 0, stubborn = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const SparseSystem system = of_equal_sizes(40, seed);
    StructuredFactor ours(system.pattern);
    SparseFactor klu(system.pattern);
    if (!klu.factor(system.values.data())) {
      EXPECT_FALSE(ours.factor(system.values.data()));
      continue;
    }
    ++compared;
    const double limit = std::max(1e-13, 10.0 * error_of(klu, system));
    for (int turn = 0; turn < 4; ++turn) {
      ASSERT_TRUE(ours.factor(system.values.data()));
      EXPECT_LT(error_of(ours, system), limit);
    }
    all.general += ours.costs().general;
    all.kept += ours.costs().kept;
    // KLU's pivots are taken over after the second time, where they are worth it
    stubborn += ours.costs().general > 2;
  }
  EXPECT_GT(compared, 30);
  EXPECT_GT(all.general, 0);
  EXPECT_GT(all.kept, compared);
  EXPECT_LE(stubborn, 1);  // one matrix of these has a condition of 1e15
}

TEST(StructuredFactor, SaysWhichColumnIsSingularAndRecovers) {
  const SparseSystem system = block_train(6, 4, 0, false, 1);
  for (int column : {0, 9, 23}) {
    StructuredFactor factor(system.pattern);
    std::vector<double> singular = system.values;
    for (int k = system.pattern.column_start[static_cast<std::size_t>(column)];
         k < system.pattern.column_start[static_cast<std::size_t>(column) + 1]; ++k)
      singular[static_cast<std::size_t>(k)] = 0.0;
    EXPECT_FALSE(factor.factor(singular.data()));
    EXPECT_EQ(factor.singular_column(), column);
    EXPECT_TRUE(factor.factor(system.values.data()));
    EXPECT_EQ(factor.singular_column(), -1);
    EXPECT_FALSE(factor.factor(singular.data()));
    EXPECT_EQ(factor.singular_column(), column);
    EXPECT_TRUE(factor.factor(system.values.data()));
    EXPECT_LT(error_of(factor, system), 1e-14);
  }
}

TEST(StructuredFactor, DoesNotPassOffWhatIsNoNumber) {
  const SparseSystem system = with_ledgers(block_train(6, 4, 0, false, 1), 6, 4);
  for (double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    for (std::size_t k = 0; k < system.values.size(); ++k) {
      StructuredFactor factor(system.pattern);
      ASSERT_TRUE(factor.factor(system.values.data()));
      std::vector<double> values = system.values;
      values[k] = bad;
      factor.factor(values.data());
      EXPECT_EQ(factor.costs().kept, 0) << k;
    }
  }
}

TEST(StructuredFactor, ForgetsSoThatBitsDependOnNothingBefore) {
  const SparseSystem train = block_train(20, 5, 3, true, 2);
  SparseSystem other = train;
  for (std::size_t k = 0; k < other.values.size(); ++k) other.values[k] = std::sin(static_cast<double>(k)) + 0.1;
  StructuredFactor fresh(train.pattern), used(train.pattern);
  ASSERT_TRUE(fresh.factor(other.values.data()));
  // used has followed another plan, kept pivots, failed, and left matrices to KLU
  ASSERT_TRUE(used.factor(train.values.data()));
  ASSERT_TRUE(used.factor(train.values.data()));
  std::vector<double> none(train.values.size(), 0.0);
  EXPECT_FALSE(used.factor(none.data()));
  EXPECT_FALSE(used.factor(none.data()));
  used.forget();
  ASSERT_TRUE(used.factor(other.values.data()));
  EXPECT_EQ(solution(fresh, train.pattern.size()), solution(used, train.pattern.size()));
  EXPECT_EQ(fresh.costs().kept, 0);
}

TEST(StructuredFactor, GoesBackToThePreparedPlanAndLeavesItForWhatItDoesNotFit) {
  const SparseSystem train = block_train(20, 5, 3, true, 2);
  SparseSystem other = train;
  for (std::size_t k = 0; k < other.values.size(); ++k) other.values[k] = std::sin(static_cast<double>(k)) + 0.1;
  for (int block = 0; block < 2; ++block)  // all that the plan has for pivots of two units
    for (int row = 5 * block; row < 5 * block + 5; ++row)
      for (int column = 5 * block; column < 5 * block + 5; ++column)
        other.values[static_cast<std::size_t>(other.pattern.position(row, column))] = 0.0;
  StructuredFactor fresh(train.pattern), used(train.pattern);
  fresh.prepare(train.values.data());
  used.prepare(train.values.data());
  SparseSystem scaled = train;
  for (double& value : scaled.values) value *= 3.0;
  ASSERT_TRUE(fresh.factor(scaled.values.data()));
  EXPECT_EQ(fresh.costs().matched, 0);
  EXPECT_EQ(fresh.costs().plans, 1);
  ASSERT_TRUE(used.factor(other.values.data()));
  EXPECT_GT(used.costs().matched + used.costs().general, 0);
  used.forget();
  const long before = used.costs().plans;
  ASSERT_TRUE(used.factor(scaled.values.data()));
  EXPECT_EQ(used.costs().plans, before);
  EXPECT_EQ(solution(fresh, train.pattern.size()), solution(used, train.pattern.size()));
}

TEST(StructuredFactor, AllocatesNothingWhileItKeepsOrChooses) {
  const SparseSystem system = block_train(20, 5, 3, true, 2);
  StructuredFactor factor(system.pattern);
  ASSERT_TRUE(factor.factor(system.values.data()));
  std::vector<double> x = right_side(system.pattern.size());
  const long before = allocation_count();
  for (int turn = 0; turn < 10; ++turn) {
    factor.factor(system.values.data());
    factor.solve(x.data());
  }
  EXPECT_EQ(allocation_count() - before, 0);
  EXPECT_EQ(factor.costs().kept, 10);
}

TEST(StructuredFactor, FindsAStructurallySingularMatrixSingular) {
  SparsePattern pattern;  // column 1 is empty
  pattern.column_start = {0, 2, 2};
  pattern.row = {0, 1};
  const double values[] = {1.0, 2.0};
  EXPECT_FALSE(StructuredFactor(pattern).factor(values));
}

TEST(LinearFactor, IsOfTheKindThatWasAskedFor) {
  const SparseSystem system = block_train(10, 4, 0, false, 1);
  LinearFactor ours(system.pattern, FactorKind::structured), klu(system.pattern, FactorKind::klu);
  ASSERT_TRUE(ours.factor(system.values.data()));
  ASSERT_TRUE(klu.factor(system.values.data()));
  EXPECT_LT(error_of(ours, system), 1e-14);
  EXPECT_LT(error_of(klu, system), 1e-14);
  EXPECT_EQ(ours.costs().chosen, 1);
  EXPECT_EQ(klu.costs().chosen, 0);
}

}  // namespace
}  // namespace stillhouse
