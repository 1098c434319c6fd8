#include "models/flow/stem.h"

#include <algorithm>

#include "tests/models/plant/plant_rig.h"

namespace stillhouse {
namespace {

/// Water from 3 bar through a valve into the open.
Blueprint line(double stroke, double stiction, double slip_jump) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 3e5}, {"T", 293.15}}},
             {"V",
              "valve",
              {{"Kv", 2.0}, {"opening", 0.5}, {"stroke", stroke}, {"stiction", stiction}, {"slip_jump", slip_jump}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"MAIN", "out", "V", "in"}, {"V", "out", "DRAIN", "in"}};
  return b;
}

// w dz/dt = ... tanh: sinh((u - z)/w) = sinh((u - z0)/w) e^(-t/(w T)), here w = 0.1, T = 10 s
TEST(Stem, TravelsAsItsClosedFormSays) {
  PlantRig rig(line(10.0, 0.0, 0.0));
  rig.set("V.opening", 1.0);
  for (int t = 1; t <= 8; ++t) {
    rig.run(1);
    const double way = 0.1 * std::asinh(std::sinh(5.0) * std::exp(-t / 1.0));
    EXPECT_NEAR(rig["V.opening_position"], 1.0 - way, 1e-3) << t;
  }
}

// dead band and slip jump are what S and J mean (Choudhury, Thornhill, Shah 2005; He et al. 2007)
TEST(Stem, SticksUntilItJumps) {
  constexpr double S = 0.06, J = 0.02;
  PlantRig rig(line(1.0, S, J));
  double u = 0.5, z = 0.5;
  const auto move = [&](double step) {
    rig.set("V.opening", u += step);
    rig.run(3);
    const double jump = rig["V.opening_position"] - z;
    z += jump;
    return jump;
  };
  // upwards: stuck for f_S = (S + J)/2, then every jump is J
  double jump = 0.0;
  while (jump < 1e-4) jump = move(0.001);
  EXPECT_NEAR(u - 0.5, 0.5 * (S + J), 1.1e-3);
  EXPECT_NEAR(jump, J, 1.1e-3);
  jump = 0.0;
  while (jump < 1e-4) jump = move(0.001);
  EXPECT_NEAR(jump, J, 1.1e-3);
  // and back: S before it moves, and then by J
  const double turned = u;
  jump = 0.0;
  while (jump > -1e-4) jump = move(-0.001);
  EXPECT_NEAR(turned - u, S, 1.1e-3);
  EXPECT_NEAR(jump, -J, 1.1e-3);
}

TEST(Stem, WithoutASlipJumpHasADeadBand) {
  PlantRig rig(line(1.0, 0.06, 0.0));
  rig.set("V.opening", 0.7);
  rig.run(20);
  EXPECT_NEAR(rig["V.opening_position"], 0.67, 1e-3);
  rig.set("V.opening", 0.65);
  rig.run(20);
  EXPECT_NEAR(rig["V.opening_position"], 0.67, 1e-3);
  rig.set("V.opening", 0.6);
  rig.run(20);
  EXPECT_NEAR(rig["V.opening_position"], 0.63, 1e-3);
}

/// How far the flow still swings, over what it is, after a while under PI control.
double swing(double stiction, double slip_jump) {
  PlantRig rig(line(1.0, stiction, slip_jump));
  const double aim = 1.1 * rig["V.out.F"];
  double integral = 0.5, low = 1e9, high = 0.0;
  for (int t = 0; t < 1500; ++t) {
    const double error = (aim - rig["V.out.F"]) / aim;
    integral += 0.02 * error;
    rig.set("V.opening", std::clamp(integral + 0.2 * error, 0.0, 1.0));
    rig.run(1);
    if (t < 1000) continue;
    low = std::min(low, rig["V.out.F"]);
    high = std::max(high, rig["V.out.F"]);
  }
  return (high - low) / aim;
}

// a flow loop with integral action swings if the stem jumps, and does not if it only has a dead band (Choudhury et al.)
TEST(Stem, MakesAFlowLoopSwingIfItJumps) {
  EXPECT_LT(swing(0.0, 0.0), 1e-4);
  EXPECT_LT(swing(0.06, 0.0), 1e-3);
  EXPECT_GT(swing(0.06, 0.03), 0.03);
}

}  // namespace
}  // namespace stillhouse
