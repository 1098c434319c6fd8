#include "models/flow/pipe.h"

#include "models/properties/fluid.h"
#include "models/properties/gravity.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

struct PipedLiquid {
  explicit PipedLiquid(const std::string& name, double T) : fluid({name}, LiquidModel::ideal) {
    PerSpecies<double> x(1);
    x[0] = 1.0;
    rho = fluid.liquid_density(x, T);
    mu = fluid.liquid_viscosity(x, T);
    v = fluid.liquid_molar_volume(x, T);
    cp = (fluid.liquid_enthalpy(x, T + 1.0) - fluid.liquid_enthalpy(x, T - 1.0)) / 2.0;
  }
  Fluid fluid;
  double rho, mu, v, cp;
};

Blueprint pipeline(const std::string& species, double T, double p_from, double p_to, std::vector<ParameterValue> pipe) {
  Blueprint b;
  b.species = {species};
  b.liquid_model = "ideal";
  b.units = {
      {"MAIN", "source", {{"p", p_from}, {"T", T}}}, {"PI", "pipe", std::move(pipe)}, {"DRAIN", "sink", {{"p", p_to}}}};
  b.connections = {{"MAIN", "out", "PI", "in"}, {"PI", "out", "DRAIN", "in"}};
  return b;
}

// Cutlip, Shacham, Problem Solving in Chemical Engineering with Numerical Methods (1999), pipe diameter for a specified
// pressure drop: 2.5 L/s of water of 25 degC through 100 m of smooth pipe at 103 kPa: 38.965 mm, Fanning's f 0.00459
// (polymath-software.com/library/nle/Twoeq1.htm)
TEST(Pipe, PassesThePublishedFlow) {
  const PipedLiquid water("water", 298.15);
  const Blueprint b =
      pipeline("water", 298.15, 2e5 + 103e3, 2e5, {{"length", 100.0}, {"diameter", 0.0389653}, {"roughness", 0.0}});
  PublishedUnit published("pipe", b);
  PlantRig rig(b);
  published.expect("water through 38.965 mm at 103 kPa", 1e3 * rig["PI.out.F"] * water.v);
  published.expect("Reynolds number", rig["PI.reynolds"]);
}

// Q = pi D^4 dp/(128 mu L)
TEST(Pipe, IsHagenAndPoiseuillesWhereItIsLaminar) {
  const PipedLiquid thick("ethylene glycol", 293.15);
  PlantRig rig(pipeline("ethylene glycol", 293.15, 1.2e5, 1e5, {{"length", 10.0}, {"diameter", 0.01}}));
  const double Q = 3.14159265358979 * 1e-8 * 2e4 / (128.0 * thick.mu * 10.0);
  EXPECT_LT(rig["PI.reynolds"], 500.0);
  EXPECT_NEAR(rig["PI.out.F"] * thick.v, Q, 1e-4 * Q);
}

TEST(Pipe, CarriesTheWeightOfItsLiquid) {
  const PipedLiquid water("water", 293.15);
  // uphill by just as much as the pressure lifts: nothing flows; a metre less: what a metre drives through the pipe
  const double lift = 1e5 / (water.rho * standard_gravity);
  PlantRig up(pipeline("water", 293.15, 2e5, 1e5, {{"elevation", lift + 0.5}}));
  EXPECT_NEAR(up["PI.out.F"], 0.0, 0.05);
  EXPECT_GT(up["PI.out.F"], -1e-4) << "nothing comes back";
  PlantRig lower(pipeline("water", 293.15, 2e5, 1e5, {{"elevation", lift - 1.0}}));
  PlantRig flat(pipeline("water", 293.15, 1e5 + water.rho * standard_gravity, 1e5, {}));
  EXPECT_NEAR(lower["PI.out.F"], flat["PI.out.F"], 1e-3 * flat["PI.out.F"]);
  EXPECT_GT(flat["PI.out.F"], 50.0);
}

// K velocity heads: dp = K rho v^2/2
TEST(Pipe, LosesVelocityHeadsInItsFittings) {
  const PipedLiquid water("water", 293.15);
  PlantRig rig(pipeline("water", 293.15, 2e5, 1e5,
                        {{"length", 0.01}, {"diameter", 0.1}, {"velocity_heads", 50.0}, {"roughness", 0.0}}));
  EXPECT_NEAR(rig["PI.velocity"], std::sqrt(2.0 * 1e5 / (50.0 * water.rho)), 1e-3 * 2.0);
}

// T_out = T_room + (T_in - T_room) e^(-UA/(F c_p))
TEST(Pipe, CoolsTowardsTheRoomAndKeepsItsEnergy) {
  const PipedLiquid warm("water", 343.15);
  PlantRig rig(pipeline("water", 353.15, 1.05e5, 1e5, {{"length", 100.0}, {"diameter", 0.02}, {"loss", 80.0}}));
  rig.run(10);
  const double kept = std::exp(-80.0 / (rig["PI.out.F"] * warm.cp));
  EXPECT_LT(kept, 0.9);
  EXPECT_NEAR(rig["PI.out.T"], 293.15 + 60.0 * kept, 0.1);
  // and what stands in it is as cold as the room
  rig.set("DRAIN.p", 2e5);
  rig.run(10);
  EXPECT_NEAR(rig["PI.out.T"], 293.15, 1e-3);
}

/// A full tank, a pipe down, a valve that opens and shuts, a drain whose pressure rises above the tank's.
TEST(Pipe, StandsBehindAVesselBeforeAShutValve) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"TK", "tank", {{"volume", 1.0}, {"charge", 0.8}}},
             {"PI", "pipe", {{"length", 20.0}, {"elevation", -3.0}}},
             {"V", "valve", {{"Kv", 10.0}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"TK", "out", "PI", "in"}, {"PI", "out", "V", "in"}, {"V", "out", "DRAIN", "in"}};
  PlantRig rig(b);
  rig.run(20);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-6);
  EXPECT_NEAR(rig["PI.out.p"], 101325.0 + 998.2 * standard_gravity * 3.8, 500.0);
  rig.set("V.opening", 1.0);
  rig.run(20);
  EXPECT_GT(rig["PI.out.F"], 50.0);
  rig.set("V.opening", 0.0);
  rig.run(60);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-3);
  rig.set("V.opening", 1.0);
  rig.set("DRAIN.p", 2e5);
  rig.run(20);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-3) << "nothing comes back";
}

/// A tank, a pump, a pipe up, a valve, another tank; the second drains back by a valve.
TEST(Pipe, StartsDryAndTurnsRoundInAPlant) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"TK-1", "tank", {{"volume", 1.0}, {"charge", 0.0}}},
             {"P", "pump", {{"head", 30.0}, {"flow", 3e-3}}},
             {"PI", "pipe", {{"length", 50.0}, {"diameter", 0.04}, {"elevation", 10.0}, {"loss", 5.0}}},
             {"V-1", "valve", {{"Kv", 6.0}}},
             {"TK-2", "tank", {{"volume", 1.0}, {"charge", 0.4}, {"T", 333.15}}},
             {"V-2", "valve", {{"Kv", 6.0}}}};
  b.connections = {{"TK-1", "out", "P", "in"},   {"P", "out", "PI", "in"},     {"PI", "out", "V-1", "in"},
                   {"V-1", "out", "TK-2", "in"}, {"TK-2", "out", "V-2", "in"}, {"V-2", "out", "TK-1", "in"}};
  PlantRig rig(b);
  rig.run(60);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-3) << "dry, stopped and shut";
  rig.set("P.speed", 1.0);
  rig.set("V-1.opening", 1.0);
  rig.run(60);
  EXPECT_NEAR(rig["P.dry"], 1.0, 1e-3);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-2);
  rig.set("V-2.opening", 1.0);
  rig.run(900);
  EXPECT_GT(rig["PI.out.F"], 15.0);
  EXPECT_NEAR(rig["PI.out.F"], rig["V-1.out.F"], 1e-6);
  rig.set("P.trip", 1.0);
  rig.run(600);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-2);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
