#include "models/heat/exchanger.h"

#include "models/heat/exchanger_effectiveness.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

/// Water through both sides, each delivered at a flow and let go through a valve.
Blueprint station(const std::vector<ParameterValue>& exchanger, double T_tube, double T_shell) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"F-1", "feed", {{"F_limit", 1000.0}, {"T", T_tube}}},
             {"F-2", "feed", {{"F_limit", 1000.0}, {"T", T_shell}}},
             {"E", "exchanger", exchanger},
             {"V-1", "valve", {{"Kv", 5.0}, {"opening", 1.0}}},
             {"V-2", "valve", {{"Kv", 5.0}, {"opening", 1.0}}},
             {"D-1", "sink", {}},
             {"D-2", "sink", {}}};
  b.connections = {{"F-1", "out", "E", "tube_in"},  {"E", "tube_out", "V-1", "in"},  {"V-1", "out", "D-1", "in"},
                   {"F-2", "out", "E", "shell_in"}, {"E", "shell_out", "V-2", "in"}, {"V-2", "out", "D-2", "in"}};
  return b;
}

constexpr double M = 0.01801528;  // kg/mol of water

/// Effectiveness of the tube side at rest less its closed form.
double error(bool counter, double cells) {
  Blueprint b = station({{"area", 4.0},
                         {"cells", cells},
                         {"tube_film", 2000.0},
                         {"shell_film", 2000.0},
                         {"tube_exponent", 0.0},
                         {"shell_exponent", 0.0}},
                        293.15, 303.15);
  b.units[2].values.push_back({"arrangement", 0.0, counter ? "counter_current" : "co_current"});
  PlantRig rig(b);
  rig.set("F-1.F", 0.5 / M);
  rig.set("F-2.F", 0.8 / M);
  rig.run(600);
  const double F1 = rig["F-1.out.F"], F2 = rig["F-2.out.F"];
  const double eps = (rig["E.tube_out.T"] - 293.15) / 10.0;
  const double C1 = F1 * (rig["E.tube_out.h"] - rig["F-1.out.h"]) / (rig["E.tube_out.T"] - 293.15);
  const double C2 = F2 * (rig["E.shell_out.h"] - rig["F-2.out.h"]) / (rig["E.shell_out.T"] - 303.15);
  const double N = 4.0 * 1000.0 / C1, R = C1 / C2;
  EXPECT_NEAR(rig["E.U"], 1000.0, 1e-6);
  EXPECT_NEAR(rig["E.duty"], C1 * 10.0 * eps, 1e-4 * C1 * 10.0);
  return eps - (counter ? exchanger_effectiveness::counter(N, R) : exchanger_effectiveness::parallel(N, R));
}

TEST(Exchanger, HasTheEffectivenessOfTheClosedFormInTheLimitOfManyCells) {
  for (const bool counter : {true, false}) {
    const double coarse = error(counter, 8), fine = error(counter, 16);
    EXPECT_LT(std::abs(fine), 1e-3) << counter;
    // second order; in co-current what is left is that cp of water is not constant
    if (counter)
      EXPECT_NEAR(coarse / fine, 4.0, 0.6) << coarse << " " << fine;
    else
      EXPECT_LT(std::abs(coarse), 1e-4);
  }
}

TEST(Exchanger, HeatsHolmansWater) {
  // Holman, Heat Transfer, 10th ed., example 10-4: 68 kg/min of water from 35 to 75 degC by what cools from 110 to 75
  // degC, 320 W/(m2 K): 189.5 kW, 15.82 m2. Here the hot side is water, too, of that capacity flow.
  Blueprint b = station({{"area", 15.82},
                         {"cells", 40.0},
                         {"tube_film", 640.0},
                         {"shell_film", 640.0},
                         {"tube_exponent", 0.0},
                         {"shell_exponent", 0.0}},
                        308.15, 383.15);
  PublishedUnit published("exchanger", b);
  PlantRig rig(b);
  const Fluid water({"water"}, LiquidModel::ideal);
  rig.set("F-1.F", 68.0 / 60.0 / M);
  rig.set("F-2.F", 189.5e3 / (water.liquid_enthalpy(0, 383.15) - water.liquid_enthalpy(0, 348.15)));
  rig.run(1200);
  published.expect("duty", 1e-3 * rig["E.duty"]);
  // Holman takes 4180 J/(kg K) for the water
  published.expect("outlet of the water", rig["E.tube_out.T"] - 273.15);
  published.expect("outlet of the hot side", rig["E.shell_out.T"] - 273.15);
}

TEST(Exchanger, FoulsAndFollowsItsFlows) {
  PlantRig rig(station({{"area", 2.0}}, 293.15, 353.15));
  rig.set("F-1.F", 1.0 / M);
  rig.set("F-2.F", 1.0 / M);
  rig.run(600);
  // at the flows of the films: 1/U = 1/3000 + 1/1500
  EXPECT_NEAR(rig["E.U"], 1000.0, 1.5);
  const double clean = rig["E.duty"];
  rig.set("E.tube_fouling", 5e-4);
  rig.run(600);
  EXPECT_NEAR(rig["E.U"], 1.0 / (1e-3 + 5e-4), 1.5);
  EXPECT_LT(rig["E.duty"], 0.8 * clean);
  // half the flow in the tubes: 3000 * 0.5^0.8 = 1723
  rig.set("E.tube_fouling", 0.0);
  rig.set("F-1.F", 0.5 / M);
  rig.run(600);
  EXPECT_NEAR(rig["E.U"], 1.0 / (1.0 / (3000.0 * std::pow(0.5, 0.8)) + 1.0 / 1500.0), 3.0);
  // pressure drop goes with the square of the flow
  EXPECT_NEAR(rig["F-1.out.p"] - rig["E.tube_out.p"], 0.25e4, 60.0);
}

TEST(Exchanger, StandsStillTurnsRoundAndClosesItsBalances) {
  Blueprint b = station({{"area", 2.0}, {"loss", 20.0}, {"T", 278.15}}, 293.15, 353.15);
  b.species = {"water", "ethanol"};
  b.liquid_model = "nrtl";
  b.units[0].values.push_back({"x.water", 0.3});
  b.units[0].values.push_back({"x.ethanol", 0.7});
  b.units[1].values.push_back({"x.water", 1.0});
  b.units[2].values.push_back({"tube_x.ethanol", 1.0});
  PlantRig rig(b);
  rig.run(120);  // nothing flows
  rig.set("F-2.F", 40.0);
  rig.run(600);  // the hot side alone
  EXPECT_GT(rig["E.tube_1_T"], 345.0);
  rig.set("F-1.F", 40.0);
  rig.run(600);
  EXPECT_GT(rig["E.duty"], 5e4);
  EXPECT_NEAR(rig["E.tube_out.x_ethanol"], 0.7, 1e-3);
  rig.set("F-1.T", 350.0);
  rig.set("F-2.T", 290.0);
  rig.run(600);
  EXPECT_LT(rig["E.duty"], -5e4);
  rig.set("F-1.F", 0.0);
  rig.set("F-2.F", 0.0);
  rig.run(4 * 3600);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
