#include "engine/solve/unit_structure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/problems/sparse_matrices.h"
#include "engine/solve/elimination_order.h"

namespace stillhouse {
namespace {

EliminationPlan plan_of(const SparseSystem& system) {
  return plan_elimination(system.pattern, match_rows(system.pattern, system.values.data()));
}

TEST(UnitStructure, FindsTheChainAndWhatJoinsItsBlocks) {
  const SparseSystem train = block_train(40, 5, 6, true, 1);
  const EliminationPlan plan = plan_of(train);
  // the ring is opened at one block of five, the six controllers join what is left
  const UnitStructure found = find_units(train.pattern, train.block_of, plan);
  EXPECT_EQ(found.chains, 1);
  EXPECT_EQ(found.chain_units, 39);
  EXPECT_EQ(found.border, 11);
  EXPECT_EQ(found.general, 0);
  EXPECT_THAT(in_words(found, plan.counts),
              testing::StartsWith("206 unknowns: chain of 39 blocks, border of 11; 4785 entries in the factors, "));
}

TEST(UnitStructure, FindsNoChainWhereThereIsNone) {
  const SparseSystem system = scattered(60, 4, 1);
  const EliminationPlan plan = plan_of(system);
  std::vector<int> each;
  for (int i = 0; i < system.pattern.size(); ++i) each.push_back(i);
  const UnitStructure found = find_units(system.pattern, each, plan);
  EXPECT_EQ(found.chains, 0);
  EXPECT_EQ(found.border, 0);
  EXPECT_EQ(found.general + plan.counts.single + plan.counts.ledgers, 60);
  EXPECT_GT(found.general, 30);
}

}  // namespace
}  // namespace stillhouse
