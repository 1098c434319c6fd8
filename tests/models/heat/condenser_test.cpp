#include "models/heat/condenser.h"

#include "models/heat/boiling_surface.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double M = 0.01801528;  // kg/mol of water

/// Acetone vapour from a main into a condenser full of nitrogen.
Blueprint condensing(const std::vector<ParameterValue>& condenser) {
  Blueprint b;
  b.species = {"acetone", "nitrogen"};
  b.liquid_model = "ideal";
  std::vector<ParameterValue> with{{"x.acetone", 1.0}, {"y.nitrogen", 1.0}};
  with.insert(with.end(), condenser.begin(), condenser.end());
  b.units = {{"MAIN", "gas_source", {{"p", 1.5e5}, {"T", 345.0}, {"x.acetone", 1.0}}},
             {"GV", "gas_valve", {{"Kv", 150.0}}},
             {"E", "condenser", with},
             {"V", "valve", {{"Kv", 20.0}, {"opening", 1.0}}},
             {"D", "sink", {{"p", 2e4}}},
             {"VENT", "gas_valve", {{"Kv", 5.0}, {"opening", 1.0}}},
             {"ROOM", "gas_sink", {{"x.nitrogen", 1.0}, {"p", 5e4}}}};
  b.connections = {{"MAIN", "out", "GV", "in"}, {"GV", "out", "E", "vapour"}, {"E", "out", "V", "in"},
                   {"V", "out", "D", "in"},     {"E", "vent", "VENT", "in"},  {"VENT", "out", "ROOM", "in"}};
  return b;
}

TEST(Condenser, HasTheEffectivenessOfHolmansExample) {
  // Holman, example 10-14, an ammonia condenser: 10 kW/K of water and 1000 W/(m2 K) on 9.163 m2 have an effectiveness
  // of 0.6, whatever condenses, and half the water 0.84, which takes 37 % less away. Acetone here; the unit starts full
  // of nitrogen, which leaves through the vent.
  const Blueprint b = condensing({{"area", 9.163},
                                  {"film", 2000.0},
                                  {"water_film", 2000.0},
                                  {"water_exponent", 0.0},
                                  {"water_flow", 2.392},
                                  {"water_T", 293.15},
                                  {"volume", 0.3}});
  PublishedUnit published("condenser", b);
  PlantRig rig(b);
  const double F = 10e3 / 75.3;  // mol/s, of 75.3 J/(mol K)
  rig.set("E_water_main.F", F);
  rig.set("GV.opening", 0.6);
  rig.run(1200);
  rig.set("VENT.opening", 0.0);  // the air has gone
  rig.run(1800);
  EXPECT_LT(rig["E.coil_duty"], -100e3);
  const auto effectiveness = [&rig] { return (rig["E.water_out.T"] - 293.15) / (rig["E.T"] - 293.15); };
  published.expect("effectiveness at 9.16 m2", effectiveness());
  EXPECT_NEAR(rig["E.coil_duty"], -F * (rig["E.water_out.h"] - rig["E.water_in.h"]), 200.0);
  for (const double share : {0.9, 0.8, 0.7, 0.6, 0.5}) {
    rig.set("E_water_main.F", share * F);
    rig.run(360);
  }
  published.expect("effectiveness at half the water", effectiveness());
  EXPECT_EQ(rig.retries(), "") << rig["E.level"];
}

TEST(Condenser, LosesDutyToInertGas) {
  PlantRig rig(condensing({{"area", 2.0}, {"water_flow", 0.5}}));
  rig.set("E_water_main.F", 0.5 / M);
  rig.set("VENT.opening", 0.0);
  rig.set("GV.opening", 0.3);
  rig.run(240);
  const double with_air = -rig["E.coil_duty"];
  // what condenses has the partial pressure that the air leaves: p y = psat(T)
  const Fluid fluid({"acetone", "nitrogen"}, LiquidModel::ideal);
  const double own = rig["E.p"] * rig["E.y_acetone"];
  EXPECT_NEAR(own, fluid.vapour_pressure(0, rig["E.T"]), 0.02 * own);
  EXPECT_GT(rig["E.p"], 1.3 * own);
  EXPECT_LT(rig["E.level"], 0.05);
  rig.set("VENT.opening", 1.0);
  rig.run(1800);
  EXPECT_GT(rig["E.y_acetone"], 0.99);
  EXPECT_GT(-rig["E.coil_duty"], 1.05 * with_air);
}

TEST(BoilingSurface, ChokesAtZubersFlux) {
  // Incropera, DeWitt, example 10.1: 1.26 MW/m2 with C 0.149, hence 1.108 with 0.131; water of 1 atm
  const Fluid water({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  const BoilingSurface surface(water);
  EXPECT_NEAR(surface.critical_flux(water, x, 373.15, 957.9, 0.596), 1.26e6 * 0.131 / 0.149, 0.02 * 1.1e6);
  // Mostinski by hand: p_c 22064 kPa, p/p_c 0.004592, 1e5 W/m2: 0.00417 * 993.6 * 3162 * 0.724 W/(m2 K)
  EXPECT_NEAR(surface.film(x, 101325.0, 1e5), 9490.0, 150.0);
}

Blueprint kettle(const std::vector<ParameterValue>& reboiler) {
  Blueprint b;
  b.species = {"water", "nitrogen"};
  b.liquid_model = "ideal";
  std::vector<ParameterValue> with{{"x.water", 1.0}, {"y.nitrogen", 1.0}, {"charge", 0.6}, {"volume", 0.2}};
  with.insert(with.end(), reboiler.begin(), reboiler.end());
  b.units = {{"F", "feed", {{"F_limit", 20.0}, {"T", 370.0}, {"x.water", 1.0}}},
             {"E", "reboiler", with},
             {"GV", "gas_valve", {{"Kv", 2000.0}, {"opening", 1.0}}},
             {"ROOM", "gas_sink", {{"x.nitrogen", 1.0}}}};
  b.connections = {{"F", "out", "E", "in"}, {"E", "gas_out", "GV", "in"}, {"GV", "out", "ROOM", "in"}};
  return b;
}

TEST(Reboiler, BoilsByElectricityFromCold) {
  const Blueprint b = kettle({{"heating", 0.0, "electric"}, {"heater_limit", 60e3}, {"area", 0.6}});
  PublishedUnit published("reboiler", b);
  PlantRig rig(b);
  rig.set("E.heating", 50e3);
  rig.run(3600);
  rig.set("F.F", rig["GV.out.F"]);
  rig.run(600);
  published.expect("heat of a kilogram of vapour from 97 degC", 50.0 / (rig["GV.out.F"] * M));
  EXPECT_NEAR(rig["E.flux"], 50e3 / (0.6 * rig["E.level"]), 0.02 * rig["E.flux"]);
  published.expect("critical heat flux of water at 1 atm with C 0.131", 1e-6 * rig["E.critical_flux"]);
}

TEST(Reboiler, BoilsBySteamAndDriesOutWithoutFailing) {
  PlantRig rig(kettle({{"area", 0.6}, {"steam_p", 3e5}, {"steam_Kv", 20.0}}));
  rig.run(60);
  rig.set("E.steam", 1.0);
  rig.run(3000);
  EXPECT_NEAR(rig["E.T"], 373.5, 1.0);
  // the flux that the resistances in a row give: q/8000 + q/(300 + h(q)) = T_s - T
  const Fluid water({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  const double q = rig["E.flux"];
  const double h = 300.0 + BoilingSurface(water).film(x, rig["E.p"], q);
  EXPECT_NEAR(q / 8000.0 + q / h, rig["E.steam_T"] - rig["E.T"], 0.3);
  EXPECT_NEAR(rig["E.steam_flow"] * 2163e3, rig["E.tubes_duty"], 0.02 * rig["E.tubes_duty"]);
  rig.run(4 * 3600);  // boils dry
  EXPECT_LT(rig["E.level"], 0.05);
  rig.set("E.steam", 0.0);
  rig.set("F.F", 5.0);
  rig.run(900);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
