#include "models/properties/activity_parameters.h"

#include <gtest/gtest.h>

#include "models/properties/mixture.h"

namespace stillhouse {
namespace {

TEST(ActivityParameters, AreThoseOfTheTable) {
  const auto nrtl = activity_parameters(LiquidModel::nrtl, "acetone", "chloroform");
  ASSERT_TRUE(nrtl);
  // DECHEMA as in ChemSep: -651.1909 cal/mol, alpha = 0.3054
  EXPECT_NEAR(nrtl->b, -651.1909 / 1.98721, 0.01);
  EXPECT_DOUBLE_EQ(nrtl->alpha, 0.3054);
  EXPECT_FALSE(activity_parameters(LiquidModel::nrtl, "acetone", "nitrogen"));
  EXPECT_FALSE(activity_parameters(LiquidModel::unifac, "acetone", "methanol"));
}

TEST(ActivityParameters, OfTheFirstLabDependOnTemperature) {
  const Nrtl& nrtl = Mixture::find("ethanol_water").nrtl();
  EXPECT_EQ(activity_parameters(LiquidModel::nrtl, "water", "ethanol")->c, nrtl.c21);
  EXPECT_EQ(activity_parameters(LiquidModel::nrtl, "ethanol", "water")->b, nrtl.b12);
}

}  // namespace
}  // namespace stillhouse
