#include "models/flow/sample_valve.h"

#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

Blueprint tank_with_tap(double charge) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"TK", "tank", {{"volume", 0.01}, {"height", 0.2}, {"charge", charge}, {"T", 298.15}}},
             {"SV", "sample_valve", {}}};
  b.connections = {{"TK", "out", "SV", "in"}};
  return b;
}

TEST(SampleValve, TakesTheVolumeAskedForAndNoBalanceIsLeftOpen) {
  const Blueprint b = tank_with_tap(0.5);
  PublishedUnit published("sample_valve", b);
  PlantRig rig(b);
  rig.run(10);
  EXPECT_EQ(rig["SV.sample_flow"], 0.0) << "shut";
  const double before = rig["TK.n_water"];
  rig.set("SV.sample", 2e-6);
  rig.run(10);
  rig.set("SV.sample", 0.0);
  rig.run(10);
  const double taken = before - rig["TK.n_water"];
  EXPECT_NEAR(taken, -rig["SV.in_water"], 1e-9 * before) << "the ledger counts what left";
  published.expect("mass of 20 mL of water at 25 degC", 1e3 * taken * 0.01801528);
  EXPECT_NEAR(rig["SV.sample_water"], 997.048 / 0.01801528, 0.003 * 997.048 / 0.01801528);
}

TEST(SampleValve, TakesNothingFromAnEmptyVessel) {
  PlantRig rig(tank_with_tap(0.01));
  rig.set("SV.sample", 1e-5);
  rig.run(60);
  EXPECT_LT(rig["SV.sample_flow"], 1e-6);
  EXPECT_GE(rig["TK.n_water"], -1e-9);
}

}  // namespace
}  // namespace stillhouse
