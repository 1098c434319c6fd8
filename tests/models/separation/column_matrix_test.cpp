#include <gtest/gtest.h>

#include "benchmarks/problems/boiling_column.h"
#include "engine/solve/elimination_order.h"
#include "engine/solve/structured_factor.h"
#include "engine/solve/unit_structure.h"

namespace stillhouse {
namespace {

/// The factors solve the column's matrix as exactly as KLU's, at step sizes from a second to a millisecond, without
/// KLU's help.
TEST(ColumnMatrix, IsFactoredByItsStructure) {
  for (double seconds : {0.0, 1800.0}) {
    for (bool reduced : {false, true}) {
      const ColdStart column(seconds, reduced ? DaeForm::reduced : DaeForm::complete);
      for (double rate : {1.0, 10.0, 1000.0}) {
        SCOPED_TRACE(testing::Message() << seconds << " s, rate " << rate << (reduced ? ", reduced" : ""));
        const SparseSystem system = column.matrix(rate);
        const std::vector<double> b(system.block_of.size(), 1.0);
        StructuredFactor ours(system.pattern);
        SparseFactor klu(system.pattern);
        ASSERT_TRUE(klu.factor(system.values.data()));
        std::vector<double> by_klu = b;
        klu.solve(by_klu.data());
        const double limit = std::max(1e-12, backward_error(system.pattern, system.values, by_klu, b));
        for (int turn = 0; turn < 2; ++turn) {
          ASSERT_TRUE(ours.factor(system.values.data()));
          std::vector<double> x = b;
          ours.solve(x.data());
          EXPECT_LT(backward_error(system.pattern, system.values, x, b), 2.0 * limit);
        }
        EXPECT_EQ(ours.costs().general, 0);
        EXPECT_EQ(ours.costs().kept, 1);
        if (!reduced) {
          const EliminationPlan plan =
              plan_elimination(system.pattern, match_rows(system.pattern, system.values.data()));
          EXPECT_EQ(find_units(system.pattern, system.block_of, plan).chain_units, 16);
        }
      }
    }
  }
}

}  // namespace
}  // namespace stillhouse
