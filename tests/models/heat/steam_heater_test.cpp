#include "models/heat/steam_heater.h"

#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double M = 0.01801528;  // kg/mol of water

TEST(SteamChest, TakesTheEnthalpyOfSteamFromItsTable) {
  // IAPWS-97: latent heat at 1, 3 and 10 bar 2257.4, 2163.4 and 2014.6 kJ/kg at 372.76, 406.67 and 453.03 K
  const double table[][3] = {{1e5, 372.76, 2257.4e3}, {3e5, 406.67, 2163.4e3}, {1e6, 453.03, 2014.6e3}};
  for (const auto& [p, T, h_fg] : table) {
    EXPECT_NEAR(SteamChest::gain(T, T) / M, h_fg, 0.005 * h_fg) << p;
    EXPECT_NEAR(utility_water()->vapour_pressure(0, T), p, 0.01 * p);
  }
  // drained at 80 degC: saturated steam of 3 bar has 2724.9 kJ/kg, water of 80 degC 335.0 kJ/kg
  EXPECT_NEAR(SteamChest::gain(406.67, 353.15) / M, 2389.9e3, 0.005 * 2389.9e3);
}

Blueprint station(const std::vector<ParameterValue>& heater) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"F", "feed", {{"F_limit", 200.0}, {"T", 288.15}}},
             {"E", "steam_heater", heater},
             {"V", "valve", {{"Kv", 5.0}, {"opening", 1.0}}},
             {"D", "sink", {}}};
  b.connections = {{"F", "out", "E", "in"}, {"E", "out", "V", "in"}, {"V", "out", "D", "in"}};
  return b;
}

TEST(SteamHeater, HeatsAsTheClosedFormSaysAndCountsItsSteam) {
  const Blueprint b = station({{"steam_p", 3e5}, {"steam_Kv", 200.0}, {"steam_opening", 1.0}, {"area", 0.8}});
  PublishedUnit published("steam_heater", b);
  PlantRig rig(b);
  rig.set("F.F", 1.0 / M);
  rig.run(900);
  const double T_s = rig["E.steam_T"], U = 1.0 / (1.0 / 3000.0 + 1.0 / 8000.0);
  EXPECT_NEAR(T_s, 406.67, 1.0);  // the valve hardly throttles
  EXPECT_NEAR(rig["E.U"], U, 0.002 * U);
  const double C = rig["E.duty"] / (rig["E.out.T"] - 288.15);
  EXPECT_NEAR(rig["E.out.T"], T_s - (T_s - 288.15) * std::exp(-U * 0.8 / C), 0.3);
  const double used = rig["E.steam_used"];
  rig.run(600);
  EXPECT_NEAR(rig["E.steam_used"] - used, 600.0 * rig["E.duty"] / 2163.4e3, 0.005 * (rig["E.steam_used"] - used));
  published.expect("heat of a kilogram of steam of 3 bar", 1e-3 * rig["E.duty"] / rig["E.steam_flow"]);
}

TEST(SteamHeater, StartsColdThrottlesAndStandsStill) {
  PlantRig rig(station({{"loss", 5.0}, {"steam_Kv", 5.0}}));
  rig.run(60);
  rig.set("E.steam", 0.3);  // steam on dry flow: the liquid comes to its temperature
  rig.run(3600);
  EXPECT_NEAR(rig["E.out.T"], rig["E.steam_T"], 0.5);
  EXPECT_NEAR(rig["E.steam_pressure"], 4e5, 4e3);
  rig.set("F.F", 1.0 / M);
  rig.run(600);
  EXPECT_LT(rig["E.steam_pressure"], 3e5);  // throttled
  rig.set("E.steam", 0.0);
  rig.run(1800);
  EXPECT_NEAR(rig["E.out.T"], 288.15, 0.2);
  rig.set("E.steam_p", 1e6);
  rig.set("E.steam", 1.0);
  rig.set("F.F", 0.0);
  rig.run(600);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
