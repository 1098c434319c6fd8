#include "models/properties/unifac_liquid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

PerSpecies<double> pair(double x) {
  PerSpecies<double> result;
  result.push_back(x);
  result.push_back(1.0 - x);
  return result;
}

TEST(UnifacLiquid, DocumentedExample) {
  const UnifacLiquid liquid = UnifacLiquid::of({"acetone", "n-pentane"}, {false, false});
  const auto log_gamma = liquid.log_activity(pair(0.047), 307.0);
  EXPECT_NEAR(std::exp(log_gamma[0]), 4.99, 0.01);
  EXPECT_NEAR(std::exp(log_gamma[1]), 1.005, 0.001);
  // r and q of acetone in the same example
  EXPECT_NEAR(liquid.sizes.r[0], 2.5735, 1e-4);
  EXPECT_NEAR(liquid.sizes.q[0], 2.336, 1e-3);
}

TEST(UnifacLiquid, IsomersOfTheSameGroupsAreIdeal) {
  const UnifacLiquid liquid = UnifacLiquid::of({"m-xylene", "p-xylene"}, {false, false});
  for (const double value : liquid.log_activity(pair(0.2), 350.0)) EXPECT_NEAR(value, 0.0, 1e-14);
}

TEST(UnifacLiquid, SpeciesWithoutGroupsTakeNoPart) {
  const UnifacLiquid liquid = UnifacLiquid::of({"nitrogen", "benzene"}, {true, false});
  const auto log_gamma = liquid.log_activity(pair(0.01), 300.0);
  EXPECT_EQ(log_gamma[0], 0.0);
  EXPECT_NEAR(log_gamma[1], 0.0, 1e-14);
}

TEST(UnifacLiquid, NamesTheGroupsWithoutInteraction) {
  try {
    UnifacLiquid::of({"dimethyl sulfoxide", "nitrobenzene"}, {false, false});
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_STREQ(error.what(), "unifac: no interaction is published between the groups DMSO and ACNO2");
  }
}

}  // namespace
}  // namespace stillhouse
