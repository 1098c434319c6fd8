#include "models/flow/safety_valve.h"

#include <algorithm>

#include "models/properties/fluid.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

Blueprint line(const std::string& gas, std::vector<ParameterValue> from, std::vector<ParameterValue> valve) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", gas + "source", std::move(from)},
             {"RV", gas + "relief_valve", std::move(valve)},
             {"END", gas + "sink", {}}};
  b.connections = {{"MAIN", "out", "RV", "in"}, {"RV", "out", "END", "in"}};
  return b;
}

// API 520 part I, examples of gas: 24270 kg/h of butane and propane (51 g/mol, 348 K, Z 0.90, k 1.11) from 670 kPa,
// through 3698 mm2 at critical flow, through 4248 mm2 against 532 kPa
TEST(SafetyValve, RelievesThePublishedGas) {
  const double M_propane = 44.0956, M_butane = 58.1222, propane = (M_butane - 51.0) / (M_butane - M_propane);
  const auto kg_per_hour = [&](const Blueprint& b) {
    PlantRig rig(b);
    rig.run(3);
    EXPECT_NEAR(rig["RV.lift"], 1.0, 1e-3);
    return rig["RV.out.F"] * 0.051 * 3600.0;
  };
  Blueprint b = line("gas_", {{"p", 670e3}, {"T", 348.0}, {"x.propane", propane}, {"x.n-butane", 1.0 - propane}},
                     {{"area", 3698e-6}, {"set_pressure", 100e3}, {"k", 1.11}, {"Z", 0.90}});
  b.species = {"propane", "n-butane"};
  b.units[2].values = {{"x.propane", 1.0}};
  PublishedUnit("gas_relief_valve", b).expect("gas from 670 kPa through 3698 mm2", kg_per_hour(b));
  b.units[1].values[0].number = 4248e-6;
  b.units[2].values.push_back({"p", 532e3});
  PublishedUnit("gas_sink", b).expect("gas against 532 kPa through 4248 mm2", kg_per_hour(b));
}

// API 520 part I, example of a bellows valve for crude oil: 6814 L/min of G 0.90 from 1896 to 345 kPa gauge, K_w 0.97,
// 3066 mm2 before viscosity; here the water that the same orifice passes, Q sqrt(G)
TEST(SafetyValve, RelievesThePublishedLiquid) {
  Blueprint b = line("", {{"p", 101325.0 + 1896e3}, {"T", 293.15}}, {{"area", 0.97 * 3066e-6}, {"set_pressure", 5e5}});
  b.units[2].values = {{"p", 101325.0 + 345e3}};
  PublishedUnit published("relief_valve", b);
  PlantRig rig(b);
  rig.run(3);
  const Fluid fluid({"water"}, LiquidModel::ideal);
  const double G = fluid.molar_mass(0) / fluid.liquid_molar_volume(0, 293.15) / 999.0;
  const double litres_per_minute = rig["RV.out.F"] * fluid.liquid_molar_volume(0, 293.15) * 6e4;
  published.expect("crude oil of G 0.90 through 3066 mm2 with K_w 0.97", litres_per_minute * std::sqrt(G / 0.90));
}

// API 520: A = 11.78 Q/K_d sqrt(G/dp), mm2, L/min, kPa, specific gravity on water of 15.6 degC
TEST(SafetyValve, RelievesLiquidAsTheStandardSays) {
  PlantRig rig(line("", {{"p", 8e5}, {"T", 293.15}}, {{"area", 506e-6}, {"set_pressure", 5e5}}));
  rig.run(3);
  const Fluid fluid({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  const double G = fluid.liquid_density(x, 293.15) / 999.0;
  const double litres_per_minute = 506.0 * 0.65 / 11.78 * std::sqrt((800.0 - 101.325) / G);
  EXPECT_NEAR(rig["RV.out.F"] * fluid.liquid_molar_volume(x, 293.15) * 6e4, litres_per_minute,
              2e-3 * litres_per_minute);
}

// opens at the set pressure, is full at 10 % over it, sits down 7 % below it
TEST(SafetyValve, PopsAndSitsDownAgain) {
  constexpr double set = 3e5, room = 101325.0;
  PlantRig rig(line("", {{"p", room}, {"T", 293.15}}, {{"set_pressure", set}}));
  const auto lift_at = [&](double load) {
    rig.set("MAIN.p", room + load * set);
    rig.run(5);
    return rig["RV.lift"];
  };
  EXPECT_NEAR(lift_at(0.5), 0.0, 1e-6);
  EXPECT_LT(lift_at(0.99), 1e-5);
  EXPECT_NEAR(rig["RV.out.F"], 0.0, 1e-3);
  EXPECT_NEAR(lift_at(1.005), 0.075 / 0.17, 0.01);
  EXPECT_NEAR(lift_at(1.10), 1.0, 0.01);
  EXPECT_NEAR(lift_at(0.98), 0.05 / 0.17, 0.01) << "lower than where it opened";
  EXPECT_GT(lift_at(0.945), 0.05);
  EXPECT_NEAR(lift_at(0.93), 0.0, 1e-3);
  EXPECT_LT(lift_at(0.99), 1e-5);
  EXPECT_LT(lift_at(-1.0 / 3.0), 1e-6) << "and holds what pushes from behind";
  EXPECT_NEAR(rig["RV.out.F"], 0.0, 1e-3);
}

TEST(SafetyValve, IsOpenAtOnceWhereThePlantStartsAboveIt) {
  PlantRig rig(line("", {{"p", 8e5}}, {{"set_pressure", 3e5}}));
  rig.run(2);
  EXPECT_NEAR(rig["RV.lift"], 1.0, 1e-3);
}

/// Nitrogen is let into a vessel whose outlet is shut.
TEST(SafetyValve, KeepsAVesselBelowItsLimit) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "gas_source", {{"p", 9e5}}},
             {"V", "gas_valve", {{"Kv", 0.5}}},
             {"D", "drum", {{"volume", 1.0}}},
             {"RV", "gas_relief_valve", {{"area", 71e-6}, {"set_pressure", 3e5}}},
             {"AIR", "gas_sink", {}}};
  b.connections = {{"MAIN", "out", "V", "in"},
                   {"V", "out", "D", "gas_in"},
                   {"D", "gas_out", "RV", "in"},
                   {"RV", "out", "AIR", "in"}};
  PlantRig rig(b);
  rig.run(20);
  rig.set("V.opening", 1.0);
  double highest = 0.0;
  for (int t = 0; t < 600; ++t) {
    rig.run(1);
    highest = std::max(highest, rig["D.p"]);
  }
  EXPECT_GT(highest, 101325.0 + 3e5);
  EXPECT_LT(highest, 101325.0 + 1.1 * 3e5);
  EXPECT_GT(rig["RV.out.F"], 0.5);
  rig.set("V.opening", 0.0);
  rig.run(300);
  EXPECT_NEAR(rig["RV.out.F"], 0.0, 1e-6);
  // it sat down 7 % below, and what has cooled while it blew warms no more without a wall
  EXPECT_NEAR(rig["D.p"], 101325.0 + 0.935 * 3e5, 0.01 * 3e5);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
