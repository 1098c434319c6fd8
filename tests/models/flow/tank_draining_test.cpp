// How tanks empty and run over: open ones (tank) and closed ones (drum), by holes and by weirs.
#include <cmath>

#include "models/flow/vessel_draining.h"
#include "models/properties/fluid.h"
#include "models/properties/gas_constant.h"
#include "models/properties/gravity.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double quarter_pi = 0.78539816339744831;

double density(double T) {
  const Fluid fluid({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  return fluid.liquid_density(x, T);
}

Blueprint tank(double height, double charge, double hole) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"TK", "tank", {{"volume", height}, {"height", height}, {"charge", charge}}},
             {"HOLE", "orifice", {{"diameter", hole}, {"discharge", 0.61}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"TK", "out", "HOLE", "in"}, {"HOLE", "out", "DRAIN", "in"}};
  return b;
}

// Cengel, Cimbala, Fluid Mechanics, example 5-2: a tank of 0.9 m falls from 1.2 to 0.6 m through a jet of 13 mm in 11.6
// min
TEST(TankDraining, TakesThePublishedTime) {
  Blueprint b = tank(1.5, 0.8, 0.013);
  b.units[0].values[0].number = quarter_pi * 0.9 * 0.9 * 1.5;
  b.units[1].values[1].number = 1.0;
  PublishedUnit published("tank", b);
  PlantRig rig(b);
  rig.run(696);
  published.expect("level of a tank of 0.9 m that fell from 1.2 m through 13 mm for 11.6 min", rig["TK.level"] * 1.5);
}

// Torricelli: 1 m2, hole of 20 mm, C_d 0.61, from 2 m to 0.5 m: 1666.3 s
TEST(TankDraining, TakesTorricellisTime) {
  PlantRig rig(tank(2.5, 0.8, 0.02));
  rig.run(1666);
  EXPECT_NEAR(rig["TK.level"] * 2.5, 0.5, 2e-4);
  EXPECT_NEAR(vessel_draining::time(2.0, rig["TK.level"] * 2.5, 1.0, 0.61, quarter_pi * 4e-4), 1666.0, 0.5);
  rig.run(6000);
  EXPECT_LT(rig["TK.level"] * 2.5, 5e-3) << "empty but for what wets the floor";
  EXPECT_GT(rig["TK.level"], -1e-9);
}

// Crane TP-410, example 7-23: water of 60 degF through a hole of 2 inch in a pipe of 4 inch, schedule 40; 4.4 inch of
// mercury, under water, between taps 1 D before and D/2 behind
TEST(TankDraining, MetersThePublishedFlow) {
  constexpr double inch = 0.0254, taps = 4.4 * (3386.389 - 248.84);
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 101325.0 + taps}, {"T", 288.71}}},
             {"FE",
              "orifice",
              {{"diameter", 2.0 * inch}, {"discharge", 0.0}, {"pipe", 4.026 * inch}, {"taps", 0.0, "radius"}}},
             {"END", "sink", {}}};
  b.connections = {{"MAIN", "out", "FE", "in"}, {"FE", "out", "END", "in"}};
  PublishedUnit published("orifice", b);
  PlantRig rig(b);
  for (double lost = taps; std::abs(rig["FE.difference"] - taps) > 1e-4 * taps; rig.run(2)) {
    lost *= taps / rig["FE.difference"];  // a part of what the taps show is recovered
    rig.set("MAIN.p", 101325.0 + lost);
  }
  EXPECT_NEAR(rig["FE.difference"], taps, 1e-4 * taps);
  const double beta = 2.0 / 4.026, E = 1.0 / std::sqrt(1.0 - beta * beta * beta * beta);
  published.expect("flow coefficient of 2 inch in a pipe of 4.026 inch", rig["FE.discharge"] * E);
  published.expect("water at 4.4 inch of mercury", rig["FE.out.F"] * 0.01801528 / 999.0 * 60.0 / 3.785411784e-3);
}

TEST(TankDraining, SaysWhatAnOrificeCannotBe) {
  Blueprint b = tank(1.0, 0.5, 0.02);
  const auto message = [&](double discharge, double pipe) {
    b.units[1].values = {{"diameter", 0.02}, {"discharge", discharge}, {"pipe", pipe}};
    const Assembly assembly = assemble(b);
    return assembly.findings.empty() ? std::string() : assembly.findings.front().message;
  };
  EXPECT_EQ(message(0.61, 0.0), "");
  EXPECT_EQ(message(0.0, 0.04), "");
  EXPECT_NE(message(0.0, 0.0).find("discharge of a hole without a pipe = 0 1 is outside 0.01"), std::string::npos);
  EXPECT_NE(message(0.61, 0.025).find("diameter = 0.02 m is outside 0.0025 .. 0.01875 m"), std::string::npos);
}

// what runs over a broad crest: F v = (2/3)^1.5 sqrt(g) b h^1.5, 0.1 m wide
TEST(TankDraining, RunsOverItsWeir) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"F", "feed", {{"T", 293.15}, {"F", 100.0}, {"F_limit", 200.0}}},
             {"TK", "tank", {{"volume", 1.0}, {"height", 1.0}, {"charge", 0.5}, {"overflow_level", 0.8}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"F", "out", "TK", "in"}, {"TK", "overflow", "DRAIN", "in"}};
  PublishedUnit published("tank", b);
  PlantRig rig(b);
  rig.run(60);
  EXPECT_NEAR(rig["TK.overflow.F"], 0.0, 1e-9);
  rig.run(600);
  EXPECT_NEAR(rig["TK.overflow.F"], 100.0, 0.01);
  const double Q = 100.0 * 0.01801528 / density(293.15);
  const double crest = std::pow(Q / (std::pow(2.0 / 3.0, 1.5) * std::sqrt(standard_gravity) * 0.1), 2.0 / 3.0);
  EXPECT_NEAR(rig["TK.level"], 0.8 + crest, 1e-3 * crest);
  published.expect("head on a broad crest of 0.1 m at 100 mol/s of water", rig["TK.level"] - 0.8);
  rig.set("F.F", 0.0);
  rig.run(600);
  EXPECT_LT(rig["TK.overflow.F"], 0.2);
  EXPECT_NEAR(rig["TK.level"], 0.8, 2e-3);
}

// a closed tank without a vent holds its liquid when the gas over it has thinned out: p_N2 + p_sat + rho g L = p_out,
// p_N2 (V_G/(R T) + n_water/H) = what nitrogen there is, some of it dissolved
TEST(TankDraining, StopsByItselfInAClosedTankWithoutAVent) {
  constexpr double T = 293.15;
  const Fluid fluid({"water", "nitrogen"}, LiquidModel::ideal);
  PerSpecies<double> x(2);
  x[0] = 1.0 - 1e-6, x[1] = 1e-6;
  const double saturated = fluid.bubble_pressures(x, T)[0], H = fluid.bubble_pressures(x, T)[1] / 1e-6;
  Blueprint b = tank(2.0, 0.0, 0.02);
  b.species = {"water", "nitrogen"};
  b.units[0] = {"TK",
                "drum",
                {{"volume", 2.0},
                 {"height", 2.0},
                 {"charge", 0.25},
                 {"T", T},
                 {"p", 101325.0},
                 {"x.water", 1.0},
                 {"y.nitrogen", 1.0 - saturated / 101325.0},
                 {"y.water", saturated / 101325.0},
                 {"loss", 1e4}}};
  PlantRig rig(b);
  rig.run(3600);
  const double level = rig["TK.level"] * 2.0, water = level / fluid.liquid_molar_volume(x, T);
  EXPECT_LT(level, 0.45);
  EXPECT_GT(level, 0.40);
  const double nitrogen = (101325.0 - saturated) * 1.5 / (2.0 - level + gas_constant * T * water / H);
  EXPECT_NEAR(rig["TK.p"], nitrogen + saturated, 100.0);
  EXPECT_NEAR(rig["TK.p"] + density(T) * standard_gravity * level, 101325.0, 300.0)
      << "fifteen times the corner of the hole's law";
  EXPECT_NEAR(rig["HOLE.out.F"], 0.0, 0.02);
}

// under a blanket of nitrogen held at a pressure it drains as if it were so much deeper
TEST(TankDraining, IsDrivenByABlanketOfGas) {
  Blueprint b = tank(2.0, 0.0, 0.02);
  b.species = {"water", "nitrogen"};
  b.units[0] = {"TK",
                "drum",
                {{"volume", 2.0},
                 {"height", 2.0},
                 {"charge", 0.9},
                 {"T", 293.15},
                 {"p", 1.2e5},
                 {"x.water", 1.0},
                 {"y.nitrogen", 1.0},
                 {"loss", 1e4}}};
  b.units.push_back({"N2", "gas_source", {{"p", 1.2e5}, {"T", 293.15}, {"x.nitrogen", 1.0}}});
  b.units.push_back({"V", "gas_valve", {{"Kv", 100.0}, {"opening", 1.0}}});
  b.connections.push_back({"N2", "out", "V", "in"});
  b.connections.push_back({"V", "out", "TK", "gas_in"});
  PlantRig rig(b);
  const double deeper = (1.2e5 - 101325.0) / (density(293.15) * standard_gravity);
  rig.run(600);
  const double level = rig["TK.level"] * 2.0;
  EXPECT_NEAR(vessel_draining::time(1.8 + deeper, level + deeper, 1.0, 0.61, quarter_pi * 4e-4), 600.0, 0.005 * 600.0);
}

}  // namespace
}  // namespace stillhouse
