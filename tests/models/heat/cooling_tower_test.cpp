#include "models/heat/cooling_tower.h"

#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double M = 0.01801528;  // kg/mol of water

TEST(MoistAir, HasTheEnthalpiesOfGeankoplis) {
  // example 10.5-1: air of 29.4 degC with a wet bulb of 23.9 degC 71.7 kJ/kg; in equilibrium with water of 29.4 and
  // 43.3 degC 97.2 and 197.2 kJ/kg
  EXPECT_NEAR(moist_air::saturated_enthalpy(297.05, 101325.0), 71.7e3, 0.01 * 71.7e3);
  EXPECT_NEAR(moist_air::saturated_enthalpy(302.55, 101325.0), 97.2e3, 0.01 * 97.2e3);
  EXPECT_NEAR(moist_air::saturated_enthalpy(316.45, 101325.0), 197.2e3, 0.01 * 197.2e3);
}

Blueprint loop(const std::vector<ParameterValue>& tower, double T) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"F", "feed", {{"F_limit", 500.0}, {"T", T}}},
             {"M", "feed", {{"F_limit", 10.0}, {"T", 288.15}}},
             {"CT", "cooling_tower", tower},
             {"V", "valve", {{"Kv", 20.0}, {"opening", 0.5}}},
             {"D", "sink", {}}};
  b.connections = {
      {"F", "out", "CT", "in"}, {"M", "out", "CT", "make_up"}, {"CT", "out", "V", "in"}, {"V", "out", "D", "in"}};
  return b;
}

TEST(CoolingTower, CoolsKernsWater) {
  // D. Q. Kern, Process Heat Transfer (1950), example 17.2: 120 degF to 85 degF by air of 75 degF wet bulb (39.1
  // Btu/lb), 1302 lb of water to 1400 lb of air: 1.70 diffusion units in steps of 5 degF; the leaving air has 71.65
  // Btu/lb
  constexpr double ratio = 1500.0 * 500.0 / 576.0 / 1400.0, wet_bulb = 297.039;
  const Blueprint b = loop({{"merkel", 1.70},
                            {"water", ratio},
                            {"air", 1.0},
                            {"slices", 40.0},
                            {"wet_bulb", wet_bulb},
                            {"dry_bulb", 303.15}},
                           322.039);
  PublishedUnit published("cooling_tower", b);
  PlantRig rig(b);
  rig.set("F.F", ratio / M);
  rig.run(60);
  published.expect("outlet of the water", (rig["CT.fill_40_T"] - 273.15) * 1.8 + 32.0);
  published.expect("gain of the air",
                   (rig["CT.fill_1_h"] - moist_air::saturated_enthalpy(wet_bulb, 101325.0)) / 2326.0);
  // Merkel's integral of 1/(h_s - h) from what leaves to what enters, by trapezoids
  const double cold = rig["CT.fill_40_T"], hot = 322.039;
  const double h_in = moist_air::saturated_enthalpy(wet_bulb, 101325.0), gain = rig["CT.fill_1_h"] - h_in;
  const auto slope = [&](double share) {
    const double h_s = moist_air::saturated_enthalpy(cold + share * (hot - cold), 101325.0);
    return gain / ratio / (h_s - h_in - share * gain);
  };
  double units = 0.5 * (slope(0.0) + slope(1.0));
  for (int i = 1; i < 1000; ++i) units += slope(i / 1000.0);
  EXPECT_NEAR(units / 1000.0, 1.70, 0.002);
  // the rule of thumb that Perry's Handbook has in section 12: loss 0.00085 for each degF of the range
  EXPECT_NEAR(rig["CT.evaporation"] / ratio, 0.00085 * 35.0, 0.15 * 0.00085 * 35.0);
}

TEST(CoolingTower, ComesNearTheWetBulbWithMuchFillAndAir) {
  PlantRig rig(loop({{"merkel", 10.0}, {"air", 4.0}, {"slices", 40.0}, {"wet_bulb", 290.0}}, 305.0));
  rig.set("F.F", 1.0 / M);
  rig.run(60);
  EXPECT_NEAR(rig["CT.approach"], 0.0, 0.1);
}

TEST(CoolingTower, StandsStillAndStartsDry) {
  PlantRig rig(loop({{"charge", 0.0}, {"fan", 0.0}, {"fan_power", 2e3}}, 310.0));
  rig.run(300);
  rig.set("F.F", 1.0 / M);
  rig.run(600);
  const double still = rig["CT.range"];
  rig.set("CT.fan", 1.0);
  rig.run(600);
  EXPECT_GT(rig["CT.range"], still + 3.0);
  EXPECT_NEAR(rig["CT.fan_power"], 2e3, 1.0);
  rig.set("M.F", 1.0);
  rig.set("CT.wet_bulb", 278.0);
  rig.run(600);
  rig.set("F.F", 0.0);
  rig.set("M.F", 0.0);
  rig.run(1800);
  EXPECT_NEAR(rig["CT.evaporation"], 0.0, 1e-6);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
