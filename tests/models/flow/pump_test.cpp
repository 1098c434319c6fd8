#include "models/flow/pump.h"

#include "models/properties/fluid.h"
#include "models/properties/gravity.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

/// A main, a valve before the pump, the pump, a valve behind it, a drain; water of 20 degC.
Blueprint line(double p_suction, double p_drain, double head, double flow) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", p_suction}, {"T", 293.15}}},
             {"V-1", "valve", {{"Kv", 40.0}, {"opening", 1.0}}},
             {"P", "pump", {{"head", head}, {"flow", flow}, {"speed", 1.0}}},
             {"V-2", "valve", {{"Kv", 20.0}, {"opening", 0.2}}},
             {"DRAIN", "sink", {{"p", p_drain}}}};
  b.connections = {{"MAIN", "out", "V-1", "in"},
                   {"V-1", "out", "P", "in"},
                   {"P", "out", "V-2", "in"},
                   {"V-2", "out", "DRAIN", "in"}};
  return b;
}

double density() {
  const Fluid fluid({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  return fluid.liquid_density(x, 293.15);
}

double volume_flow(const PlantRig& rig) {
  return rig["P.out.F"] * 0.01801528 / density();
}
double head(const PlantRig& rig) {
  return (rig["P.out.p"] - rig["V-1.out.p"]) / (density() * standard_gravity);
}

TEST(Pump, RunsOnItsCurve) {
  PlantRig rig(line(1.5e5, 1.5e5, 30.0, 3e-3));
  rig.run(20);
  const double Q = volume_flow(rig), H = head(rig);
  EXPECT_GT(Q, 1e-3);
  EXPECT_NEAR(H, 30.0 * (1.0 - Q * Q / 9e-6), 0.01);
  EXPECT_NEAR(rig["P.cavitation"], 0.0, 1e-4);
}

// against friction alone: Q ~ n, H ~ n^2 (Perry's Handbook, 8th ed., section 10)
TEST(Pump, ObeysTheAffinityLaws) {
  PlantRig rig(line(1.5e5, 1.5e5, 30.0, 3e-3));
  rig.run(20);
  const double Q = volume_flow(rig), H = head(rig);
  rig.set("P.speed", 0.7);
  rig.run(30);
  EXPECT_NEAR(volume_flow(rig), 0.7 * Q, 1e-3 * Q);
  EXPECT_NEAR(head(rig), 0.49 * H, 1e-3 * H);
}

// Geankoplis, example 3.3-1: 40 gal/min of water by 38.5 ft with an efficiency of 0.6 take 0.65 hp
TEST(Pump, TakesThePublishedPower) {
  const double Q = 40.0 * 3.785411784e-3 / 60.0, H = 38.5 * 0.3048;
  // a curve through that point; the valve behind the pump is set until it works there
  const Blueprint b = line(2e5, 2e5, H / 0.75, 2.0 * Q);
  PublishedUnit published("pump", b);
  PlantRig rig(b);
  double low = 0.0, high = 1.0;
  for (int i = 0; i < 20; ++i) {
    const double middle = 0.5 * (low + high);
    rig.set("V-2.opening", middle);
    rig.run(10);
    (volume_flow(rig) < Q ? low : high) = middle;
  }
  EXPECT_NEAR(volume_flow(rig), Q, 1e-4 * Q);
  EXPECT_NEAR(head(rig), H, 1e-3 * H);
  published.expect("power for 40 gal/min by 38.5 ft", rig["P.power"] / 745.7);
}

// NPSH_3 is where the head is 3 % short (ANSI/HI 14.6)
TEST(Pump, IsThreePercentShortWhereNpshIsJustEnough) {
  const Blueprint b = line(0.5e5, 1.5e5, 30.0, 3e-3);
  PublishedUnit published("pump", b);
  PlantRig rig(b);
  double low = 0.03e5, high = 0.5e5;
  for (int i = 0; i < 30; ++i) {
    const double middle = 0.5 * (low + high);
    rig.set("MAIN.p", middle);
    rig.run(20);
    (rig["P.npsh_available"] > rig["P.npsh_required"] ? high : low) = middle;
  }
  const double Q = volume_flow(rig), H = head(rig);
  EXPECT_GT(Q, 5e-4);
  EXPECT_NEAR(rig["P.npsh_available"], rig["P.npsh_required"], 1e-3);
  EXPECT_NEAR(rig["P.npsh_required"], 1.0 + Q * Q / 9e-6, 1e-3);
  published.expect("head at NPSH_3 over the head without cavitation", H / (30.0 * (1.0 - Q * Q / 9e-6)));
  EXPECT_NEAR(rig["P.cavitation"], 0.03, 2e-3);
}

TEST(Pump, LosesItsHeadAsItsSuctionIsThrottled) {
  PlantRig rig(line(1.013e5, 1.5e5, 30.0, 3e-3));
  rig.run(20);
  double before = volume_flow(rig);
  for (const double opening : {0.1, 0.05, 0.02, 0.0}) {
    rig.set("V-1.opening", opening);
    rig.run(20);
    EXPECT_LT(volume_flow(rig), before);
    before = volume_flow(rig);
  }
  EXPECT_NEAR(before, 0.0, 1e-6);
  EXPECT_GT(rig["P.cavitation"], 0.3);
  rig.set("V-1.opening", 1.0);
  rig.run(30);
  EXPECT_GT(volume_flow(rig), 1e-3);
  EXPECT_NEAR(rig["P.cavitation"], 0.0, 1e-3);
  EXPECT_EQ(rig.retries(), "");
}

TEST(Pump, RunsDownWhenTrippedAndComesBack) {
  PlantRig rig(line(1.5e5, 3e5, 30.0, 3e-3));
  rig.run(20);
  const double Q = volume_flow(rig);
  EXPECT_GT(Q, 5e-4);
  rig.set("P.trip", 1.0);
  rig.run(2);
  EXPECT_NEAR(rig["P.speed_position"], std::exp(-1.0), 2e-3);  // two seconds, its time constant
  rig.run(30);
  // what it delivered against does not come back
  EXPECT_NEAR(volume_flow(rig), 0.0, 1e-2 * Q);
  EXPECT_GT(volume_flow(rig), -5e-3 * Q) << "but for what the solver leaves: some pascals";
  EXPECT_NEAR(rig["P.power"], 0.0, 1.0);
  rig.set("P.trip", 0.0);
  rig.run(30);
  EXPECT_NEAR(volume_flow(rig), Q, 1e-3 * Q);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
