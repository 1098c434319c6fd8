#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/separation/short_cut/batch_distillation.h"
#include "models/separation/short_cut/equilibrium_curves.h"
#include "tests/models/plant/published_unit.h"

// drums boiled away against Rayleigh's integral
namespace stillhouse {
namespace {

double signal(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

/// A still of 50 L, a condenser open to the room and a receiver, cold and full of nitrogen.
Blueprint still(const std::string& light, const std::string& heavy, double x) {
  Blueprint b;
  b.species = {light, heavy, "nitrogen"};
  b.liquid_model = "ideal";
  const std::vector<ParameterValue> charge{{"y.nitrogen", 1.0}, {"x." + light, x}, {"x." + heavy, 1.0 - x}};
  const auto with = [&](std::vector<ParameterValue> more) {
    more.insert(more.end(), charge.begin(), charge.end());
    return more;
  };
  b.units = {
      {"STILL", "drum", with({{"volume", 0.05}, {"charge", 0.7}, {"heater_limit", 10e3}, {"equilibration", 0.02}})},
      {"GV", "gas_valve", {{"Kv", 200.0}, {"opening", 1.0}}},
      {"CONDENSER", "drum", with({{"volume", 0.01}, {"height", 0.3}, {"UA", 600.0}})},
      {"VENT", "gas_valve", {{"Kv", 10.0}, {"opening", 1.0}}},
      {"ROOM", "gas_sink", {{"x.nitrogen", 1.0}}},
      {"V", "valve", {{"Kv", 2.0}, {"opening", 1.0}}},
      {"RECEIVER", "tank", {{"volume", 0.06}, {"height", 0.6}, {"x." + light, 1.0}}},
  };
  b.connections = {{"STILL", "gas_out", "GV", "in"},       {"GV", "out", "CONDENSER", "gas_in"},
                   {"CONDENSER", "gas_out", "VENT", "in"}, {"VENT", "out", "ROOM", "in"},
                   {"CONDENSER", "out", "V", "in"},        {"V", "out", "RECEIVER", "in"}};
  return b;
}

TEST(BatchStill, BoilsAwayAsRayleighSays) {
  const Assembly assembly = assemble(still("benzene", "toluene", 0.6));
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("STILL.heating"), 8e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  const auto amount = [&](const std::string& unit, const char* species) {
    return signal(simulator, unit + ".n_" + species);
  };
  const double benzene = amount("STILL", "benzene"), toluene = amount("STILL", "toluene");
  const double N_0 = benzene + toluene, x_0 = benzene / N_0;
  const Fluid fluid({"benzene", "toluene"}, LiquidModel::ideal);

  int compared = 0;
  // later the vapour in the still, which Rayleigh does not count, is more than a hundredth of the liquid
  for (const double left : {0.8, 0.6, 0.4}) {
    for (int scan = 0; scan < 7200; ++scan) {
      simulator.advance();
      if (amount("STILL", "benzene") + amount("STILL", "toluene") < left * N_0) break;
    }
    const double n = amount("STILL", "benzene"), N = n + amount("STILL", "toluene");
    ASSERT_LT(N, left * N_0);
    const EquilibriumCurve curve = equilibrium_curve(fluid, signal(simulator, "STILL.p"));
    EXPECT_NEAR(n / N, residue_composition(curve, x_0, N / N_0), 0.002) << left;
    // the manual's n R 350 K tau/V by which a drum that boils lies off equilibrium, at a tau of 0.02 s
    const double off = n / N * fluid.vapour_pressure(0, signal(simulator, "STILL.T")) +
                       (1.0 - n / N) * fluid.vapour_pressure(1, signal(simulator, "STILL.T")) -
                       signal(simulator, "STILL.p");
    const double manual = signal(simulator, "STILL.gas_out.F") / 0.05 * 2910.0 * 0.02;
    EXPECT_NEAR(off, manual, 0.02 * manual) << left;
    // what is gone stands in receiver and condenser, less what the vent lost
    const double caught = amount("RECEIVER", "benzene") + amount("CONDENSER", "benzene");
    const double all = caught + amount("RECEIVER", "toluene") + amount("CONDENSER", "toluene");
    EXPECT_NEAR(caught / all, mean_distillate(x_0, n / N, N / N_0), 0.005) << left;
    ++compared;
  }
  EXPECT_EQ(compared, 3);
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
}

// Benitez, example 6.3: 60 of 100 mol of an equimolar mixture are distilled off; Treybal's illustration 9.6 is the same
TEST(BatchStill, LeavesThePublishedResidue) {
  const Blueprint b = still("n-heptane", "n-octane", 0.5);
  PublishedUnit published("drum", b);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("STILL.heating"), 8e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  const auto left = [&simulator] {
    return signal(simulator, "STILL.n_n_heptane") + signal(simulator, "STILL.n_n_octane");
  };
  const double charged = left();
  for (int scan = 0; scan < 4 * 3600 && left() > 0.4 * charged; ++scan) simulator.advance();
  EXPECT_NEAR(left(), 0.4 * charged, 0.002 * charged);
  published.expect("residue of heptane and octane after 60 of 100 mol",
                   signal(simulator, "STILL.n_n_heptane") / left());
}

}  // namespace
}  // namespace stillhouse
