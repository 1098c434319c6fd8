#include "labs/session/plant_rest.h"

#include <cmath>

#include "tests/labs/session/at_rest.h"
#include "tests/literature/published_case.h"

// shipped plants at the rest of their files, against what is published of them
namespace stillhouse {
namespace {

TEST(PlantRest, ColumnAIsThePublishedOne) {
  PublishedCase facts("column_a.csv", "steady state");
  const AtRest plant("column_a");
  for (int stage = 1; stage <= 41; stage += 2)
    facts.expect("stage_" + std::to_string(stage), plant["stage_" + std::to_string(stage) + ".x"]);
  EXPECT_TRUE(facts.untested().empty());
  EXPECT_EQ(plant.rest().under_control, 0.0);
}

// the way back: asked for 99 % and 1 %, the controllers find the published flows, 2.70629 and 3.20629 kmol/min
TEST(PlantRest, ControllersFindTheFlowsOfColumnA) {
  const AtRest plant("column_a", {{"AIC-140", true, 0.99, "1"}, {"AIC-150", true, 0.01, "1"}});
  EXPECT_GT(plant.rest().under_control, 0.0);
  const double kmol_per_min = 1000.0 / 60.0;
  EXPECT_NEAR(plant.input("column.reflux") / kmol_per_min, 2.70629, 1e-3);
  EXPECT_NEAR(plant.input("column.boilup") / kmol_per_min, 3.20629, 1e-3);
  EXPECT_TRUE(plant.rest().state.moving.empty());
}

TEST(PlantRest, QuadrupleTankIsThePublishedOne) {
  PublishedCase facts("quadruple_tank.csv", "minimum phase");
  const AtRest plant("quadruple_tank");
  for (int tank = 1; tank <= 4; ++tank)
    facts.expect("level " + std::to_string(tank), 100.0 * plant["tank_" + std::to_string(tank) + ".h"]);
}

TEST(PlantRest, VanDeVusseIsThePublishedOne) {
  PublishedCase facts("g4_reactors.csv", "van de Vusse ss F/V=14.19/h Qk=-1113.5 kJ/h");
  const AtRest plant("van_de_vusse");
  facts.expect("cA", plant["reactor.c_A"] / 1000.0);
  facts.expect("cB", plant["reactor.c_B"] / 1000.0);
  facts.expect("T", plant["reactor.T"] - 273.15);
  facts.expect("Tk", plant["reactor.jacket_T"] - 273.15);
  EXPECT_TRUE(facts.untested().empty());
}

TEST(PlantRest, WoodAndBerrysColumnIsAtItsOperatingPoint) {
  const AtRest plant("wood_berry");
  EXPECT_NEAR(plant["column.x_D"], 0.9625, 1e-6);
  EXPECT_NEAR(plant["column.x_B"], 0.005, 1e-6);
}

// Seborg, Edgar, Mellichamp, Process Dynamics and Control, 2nd ed., example 2.5: 350 K and 0.5 mol/L with a coolant of
// 300 K. At 350 K, k = 7.2e10 e^(-8750/350) = 1.0 1/min, and q/V is 1 1/min. The state is unstable: no integration
// comes there.
TEST(PlantRest, AControllerHoldsTheUnstablePointOfSeborgsReactor) {
  const AtRest plant("seborg_reactor");
  EXPECT_NEAR(plant["reactor.T"], 350.0, 0.01);
  EXPECT_NEAR(plant["reactor.c_A"], 500.0, 2.0);
  EXPECT_NEAR(plant.input("reactor.coolant_T"), 300.0, 0.3);
  EXPECT_GT(plant.rest().under_control, 0.0);
}

// LearnChemE (University of Colorado Boulder), module on multi-effect evaporators, example 1: balances of the first
// effect with 5.61 kg/s of 5 wt% at 110 degC to 8 wt% at 1.0 bar, steam of 140 degC, 2.0 kW/(m2 K), 56 m2: 2.10 kg/s of
// steam, 2.11 kg/s of vapour, 3.51 kg/s of liquor. The second effect, at 0.12 bar, by its balance with the heats of
// vaporization of the steam tables, 2257.5 kJ/kg at 1 bar and 2384 at 0.12: what condenses there, and what the liquor
// from 99.6 to 49.4 degC flashes, w2 = (2.11 x 2257.5 + 3.51 x 4.2 x 50.2) / 2384 = 2.31 kg/s.
TEST(PlantRest, SecondEffectEvaporatesAsMuchAgain) {
  const AtRest plant("double_effect_evaporator");
  constexpr double M_w = 0.01801528, M_g = 0.0920938;
  const double steam = plant["E-110.steam_flow"];
  const double w1 = plant["V-111.out.F"] * M_w, w2 = plant["V-121.out.F"] * M_w;
  const auto liquor = [&](const std::string& valve) {
    const double x = plant[valve + ".out.x_glycerol"];
    return plant[valve + ".out.F"] * (x * M_g + (1.0 - x) * M_w);
  };
  EXPECT_NEAR(plant["E-110.p"], 1e5, 100.0);
  EXPECT_NEAR(steam, 2.10, 0.02 * 2.10);
  EXPECT_NEAR(w1, 2.11, 0.02 * 2.11);
  EXPECT_NEAR(liquor("V-112"), 3.51, 0.02 * 3.51);
  EXPECT_NEAR(w2, 2.31, 0.02 * 2.31);
  EXPECT_NEAR((w1 + w2) / steam, (2.11 + 2.31) / 2.10, 0.02 * 2.1);
  EXPECT_NEAR(liquor("V-122") + w1 + w2, 5.61, 1e-3 * 5.61);
  // what heats the second effect is what the first gave off
  EXPECT_NEAR(plant["V-123.out.F"], plant["V-111.out.F"], 1e-5 * plant["V-111.out.F"]);
}

}  // namespace
}  // namespace stillhouse
