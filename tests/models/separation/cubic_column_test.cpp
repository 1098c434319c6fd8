#include <gtest/gtest.h>

#include <cmath>

#include "models/plant/blueprint.h"
#include "tests/models/separation/tray_check.h"

namespace stillhouse {
namespace {

constexpr int trays = 5;
constexpr double efficiency = 0.75, pressure = 8e5, diameter = 0.2;

/// A closed column at total reflux: nitrogen of 1 atm is pressed into the condenser and stays there.
Blueprint closed_column() {
  Blueprint b;
  b.species = {"nitrogen", "propane", "n-butane", "n-pentane", "n-hexane"};
  b.liquid_model = "peng_robinson";
  const std::vector<ParameterValue> feed{
      {"x.propane", 0.2}, {"x.n-butane", 0.3}, {"x.n-pentane", 0.3}, {"x.n-hexane", 0.2}, {"y.nitrogen", 1.0}};
  const auto with = [&](std::vector<ParameterValue> more) {
    more.insert(more.end(), feed.begin(), feed.end());
    return more;
  };
  b.units = {
      {"KETTLE", "drum", with({{"volume", 0.3}, {"charge", 0.8}, {"heater_limit", 60e3}})},
      {"T", "tray_column",
       with({{"trays", static_cast<double>(trays)},
             {"efficiency", efficiency},
             {"pressure", pressure},
             {"diameter", diameter},
             {"surface_tension", 0.01},
             {"weir_height", 0.03}})},
      {"GV-1", "gas_valve", {{"Kv", 300.0}, {"opening", 1.0}}},
      {"CONDENSER",
       "drum",
       {{"volume", 0.06},
        {"charge", 0.1},
        {"x.n-hexane", 1.0},
        {"y.nitrogen", 1.0},
        {"UA", 3000.0},
        {"utility_T", 288.15}}},
      {"PUMP", "pump", {{"head", 20.0}, {"flow", 1e-3}, {"speed", 1.0}}},
      {"V-1", "valve", {{"Kv", 3.0}, {"opening", 1.0}}},
  };
  b.connections = {
      {"KETTLE", "gas_out", "T", "vapour"},   {"T", "bottom", "KETTLE", "in"},    {"T", "top", "GV-1", "in"},
      {"GV-1", "out", "CONDENSER", "gas_in"}, {"CONDENSER", "out", "PUMP", "in"}, {"PUMP", "out", "V-1", "in"},
      {"V-1", "out", "T", "reflux"},
  };
  return b;
}

TEST(CubicColumn, ComesFromColdToTotalRefluxAsTheFlashStepsIt) {
  const Blueprint b = closed_column();
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("KETTLE.heating"), 20e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  for (int scan = 0; scan < 2 * 3600; ++scan) simulator.advance();
  // at most where the condenser's first liquid runs out
  EXPECT_LE(simulator.retries(), 1);
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;

  const TrayGaps gaps = tray_gaps(simulator, {"T", "KETTLE", "gas_out", trays, efficiency, pressure, diameter},
                                  b.species, Cubic::peng_robinson);
  // the adsorbed film is 2e-4 of a tray's liquid; K itself changes with the pressure that the superheat stands for
  EXPECT_LT(gaps.vapour, 5e-4);
  EXPECT_LT(gaps.bubble_point, 1.0);
  for (int k = 1; k <= trays; ++k) {
    const std::string tray = "T_tray_" + std::to_string(k);
    EXPECT_LT(signal_of(simulator, tray + ".flooding"), 1.0);
    EXPECT_LT(signal_of(simulator, tray + ".liquid_continued"), 1e-6);
  }
  EXPECT_GT(signal_of(simulator, "CONDENSER.p"), 5e5);
  EXPECT_GT(signal_of(simulator, "CONDENSER.y_nitrogen"), 0.2);
}

}  // namespace
}  // namespace stillhouse
