#include "models/separation/sieve_column.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"

namespace stillhouse {
namespace {

/// A column at total reflux: heated kettle, trays, cooled condenser whose condensate is pumped back, open to the room
/// through a vent.
Blueprint total_reflux(int trays, double efficiency) {
  Blueprint b;
  b.species = {"benzene", "toluene", "nitrogen"};
  b.liquid_model = "ideal";
  const std::vector<ParameterValue> air{{"y.nitrogen", 1.0}, {"x.benzene", 0.5}, {"x.toluene", 0.5}};
  const auto with = [&](std::vector<ParameterValue> more) {
    more.insert(more.end(), air.begin(), air.end());
    return more;
  };
  b.units = {
      {"KETTLE", "drum", with({{"volume", 0.2}, {"charge", 0.7}, {"heater_limit", 60e3}})},
      {"T", "tray_column",
       with({{"trays", static_cast<double>(trays)},
             {"efficiency", efficiency},
             {"diameter", 0.3},
             {"weir_height", 0.03}})},
      {"GV-1", "gas_valve", {{"Kv", 2000.0}, {"opening", 1.0}}},
      {"CONDENSER", "drum", with({{"volume", 0.05}, {"UA", 3000.0}})},
      {"PUMP", "pump", {{"head", 20.0}, {"flow", 1e-3}, {"speed", 1.0}}},
      {"V-1", "valve", {{"Kv", 3.0}, {"opening", 1.0}}},
      {"VENT", "gas_valve", {{"Kv", 30.0}, {"opening", 1.0}}},
      {"ROOM", "gas_sink", {{"x.nitrogen", 1.0}}},
  };
  b.connections = {
      {"KETTLE", "gas_out", "T", "vapour"},   {"T", "bottom", "KETTLE", "in"},        {"T", "top", "GV-1", "in"},
      {"GV-1", "out", "CONDENSER", "gas_in"}, {"CONDENSER", "out", "PUMP", "in"},     {"PUMP", "out", "V-1", "in"},
      {"V-1", "out", "T", "reflux"},          {"CONDENSER", "gas_out", "VENT", "in"}, {"VENT", "out", "ROOM", "in"},
  };
  return b;
}

double signal(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

TEST(SieveColumn, ComesFromColdToTotalRefluxAsTheStagesAreStepped) {
  constexpr int trays = 8;
  constexpr double E = 0.75;
  const Assembly assembly = assemble(total_reflux(trays, E));
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("KETTLE.heating"), 40e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  for (int scan = 0; scan < 4 * 3600; ++scan) simulator.advance();
  EXPECT_EQ(simulator.retries(), 0);
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;

  // stepped by hand: what falls onto the kettle and onto each tray is what rises from it, y_n = y_(n-1) + E (y* -
  // y_(n-1))
  const Fluid fluid({"benzene", "toluene"}, LiquidModel::ideal);
  const auto y_of = [&](double x, double T) {
    const double light = x * fluid.vapour_pressure(0, T), heavy = (1.0 - x) * fluid.vapour_pressure(1, T);
    return light / (light + heavy);
  };
  double y = y_of(signal(simulator, "KETTLE.x_benzene"), signal(simulator, "KETTLE.T"));
  for (int k = 1; k <= trays; ++k) {
    const std::string tray = "T_tray_" + std::to_string(k);
    EXPECT_NEAR(signal(simulator, tray + ".x_benzene"), y, 0.01) << tray;
    y += E * (y_of(y, signal(simulator, tray + ".T")) - y);
    EXPECT_LT(signal(simulator, tray + ".flooding"), 1.0);
  }
  EXPECT_NEAR(signal(simulator, "CONDENSER.x_benzene"), y, 0.01);
  EXPECT_GT(y, 0.95);
}

}  // namespace
}  // namespace stillhouse
