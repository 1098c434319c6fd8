#include "models/heat/vessel_jacket.h"

#include "models/heat/batch_heating.h"
#include "tests/models/plant/plant_rig.h"

namespace stillhouse {
namespace {

constexpr double M_water = 0.01801528;  // kg/mol of water

/// A tank of water that nothing flows through.
Blueprint batch(const std::string& jacket, std::vector<ParameterValue> tank, double capacity = 0.0) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  tank.insert(tank.begin(), {{"jacket", 0.0, jacket}, {"volume", 0.6}, {"charge", 0.835}, {"capacity", capacity}});
  b.units = {{"TK", "tank", tank}};
  return b;
}

/// Seconds until the tank is at 80 degC.
double seconds_to_80(PlantRig& rig) {
  double seconds = 0.0;
  while (rig["TK.T"] < 353.15 && seconds < 2e4) {
    rig.run(5);
    seconds += 5.0;
  }
  return seconds;
}

TEST(VesselJacket, HeatsABatchBySteamAsTheClosedFormSays) {
  // 1/U = 1/1000 + 1/8000 over the part that is covered; steam of 2 bar condenses at 120.2 degC (IAPWS-97)
  PlantRig rig(batch("steam", {{"jacket_area", 1.6},
                               {"rest_film", 1000.0},
                               {"steam_p", 1.9867e5},
                               {"steam_Kv", 100.0},
                               {"steam_opening", 1.0},
                               {"steam_metal", 500.0},
                               {"stirrer", 0.0, "none"}}));
  const double level = rig["TK.level"], mass = rig["TK.mass"];
  const double seconds = seconds_to_80(rig);
  EXPECT_NEAR(rig["TK.steam_T"], 393.15, 0.5);
  const double UA = 1.6 * level / (1.0 / 1000.0 + 1.0 / 8000.0);
  // level and density change a little on the way: 1.5 %
  const double expected = batch_heating::time_isothermal(353.15, 293.15, 393.15, mass * 4183.0, UA);
  EXPECT_NEAR(seconds, expected, 0.02 * expected);
  // what the steam gave is what the water took: 500 kg by 60 K, at 2202 kJ/kg (IAPWS-97, 120 degC)
  const double taken = mass * 4183.0 * (rig["TK.T"] - 293.15);
  EXPECT_NEAR(rig["TK.steam_used"] * 2202e3, taken, 0.01 * taken);
  EXPECT_GT(rig["TK.steam_flow"], 0.0);
}

TEST(VesselJacket, CoolsABatchByACoilAsTheClosedFormSays) {
  // medium with flow (Kern 18.7): K = e^(UA/(w c))
  PlantRig rig(batch("coil", {{"jacket_area", 2.0},
                              {"rest_film", 500.0},
                              {"jacket_film", 2000.0},
                              {"jacket_flow", 0.3},
                              {"jacket_cells", 20.0},
                              {"jacket_volume", 1e-3},
                              {"T", 353.15},
                              {"jacket_T", 293.15}}));
  rig.set("TK_jacket_main.F", 0.3 / M_water);
  const double level = rig["TK.level"], mass = rig["TK.mass"];
  double seconds = 0.0;
  while (rig["TK.T"] > 313.15 && seconds < 2e4) {
    rig.run(5);
    seconds += 5.0;
  }
  const double UA = 2.0 * level * 0.985 / (1.0 / 500.0 + 1.0 / 2000.0);  // 0.985: mean of the level as it cools
  const double expected = batch_heating::time_with_flow(313.15, 353.15, 293.15, mass * 4185.0, UA, 0.3 * 4183.0);
  EXPECT_NEAR(seconds, expected, 0.02 * expected);
}

TEST(VesselJacket, IsMixedOrInPlugFlow) {
  // at one flow and area plug flow takes more out: effectiveness 1 - e^-N against N/(1 + N)
  for (const bool coil : {false, true}) {
    PlantRig rig(batch(coil ? "coil" : "mixed",
                       {{"jacket_area", 2.0},
                        {"rest_film", 1e5},
                        {"jacket_film", 1000.0},
                        {"jacket_exponent", 0.0},
                        {"jacket_flow", 0.3},
                        {"jacket_volume", 1e-3},
                        {"T", 333.15},
                        {"jacket_T", 293.15}},
                       1e9));
    rig.set("TK_jacket_main.F", 0.3 / M_water);
    rig.run(300);
    const double C = 0.3 * 4181.0;
    const double N = 2.0 * rig["TK.level"] / (1e-3 + 1e-5) / C;
    const double effectiveness = coil ? 1.0 - std::exp(-N) : N / (1.0 + N);
    EXPECT_NEAR(-rig["TK.jacket_duty"], C * 40.0 * effectiveness, 0.004 * C * 40.0);
  }
}

TEST(VesselJacket, TakesTheFilmOfTheStirrer) {
  // Chilton, Drew, Jebens: Nu = 0.36 Re^(2/3) Pr^(1/3) of a paddle, by hand for water at 20 degC: mu 1.002 mPa s,
  // k 0.598 W/(m K), Pr 7.0 (IAPWS); Re = 998 * 2 * 0.3^2/1.002e-3 = 1.793e5, Nu 0.36 * 3180 * 1.913 = 2190,
  // h = 2190 * 0.598/D with D = sqrt(4 * 0.6/pi) = 0.874 m: 1498 W/(m2 K)
  PlantRig rig(batch("steam",
                     {{"stirrer", 0.0, "paddle"},
                      {"stirrer_diameter", 0.3},
                      {"stirrer_speed", 2.0},
                      {"rest_film", 1.0},
                      {"steam_opening", 0.5},
                      {"steam_metal", 500.0}},
                     1e9));
  rig.run(60);
  const double U = rig["TK.jacket_duty"] / (0.5 * rig["TK.level"] * (rig["TK.steam_T"] - rig["TK.T"]));
  EXPECT_NEAR(1.0 / (1.0 / U - 1.0 / 8000.0), 1498.0, 0.04 * 1498.0);
  rig.set("TK.stirrer_speed", 0.0);
  rig.run(60);
  EXPECT_LT(std::abs(rig["TK.jacket_duty"]), 1e4);
}

TEST(VesselJacket, FillsAndEmptiesWithBalancesClosed) {
  // an empty tank whose jacket is fed from the plant; filled, heated, emptied
  Blueprint b;
  b.species = {"water", "ethanol"};
  b.liquid_model = "nrtl";
  b.units = {{"F-1", "feed", {{"F_limit", 100.0}, {"x.ethanol", 1.0}, {"T", 283.15}}},
             {"F-2", "feed", {{"F_limit", 100.0}, {"x.water", 1.0}, {"T", 333.15}}},
             {"TK", "tank", {{"volume", 0.1}, {"height", 0.5}, {"jacket", 0.0, "coil"}}},
             {"V-1", "valve", {{"Kv", 4.0}}},
             {"V-2", "valve", {{"Kv", 10.0}, {"opening", 1.0}}},
             {"D-1", "sink", {}},
             {"D-2", "sink", {}}};
  b.connections = {{"F-1", "out", "TK", "in"},        {"TK", "out", "V-1", "in"},        {"V-1", "out", "D-1", "in"},
                   {"F-2", "out", "TK", "jacket_in"}, {"TK", "jacket_out", "V-2", "in"}, {"V-2", "out", "D-2", "in"}};
  PlantRig rig(b);
  rig.run(60);
  rig.set("F-2.F", 20.0);
  rig.run(300);  // an empty vessel's coil takes nothing out
  EXPECT_NEAR(rig["TK.jacket_out.T"], 333.15, 0.5);
  rig.set("F-1.F", 2.0);
  rig.run(600);
  EXPECT_GT(rig["TK.T"], 290.0);
  rig.set("F-1.F", 0.0);
  rig.set("V-1.opening", 1.0);
  rig.run(1800);
  EXPECT_LT(rig["TK.level"], 0.02);
  EXPECT_EQ(rig.retries(), "");
}

TEST(VesselJacket, SaysWhatDoesNotFit) {
  Blueprint b = batch("none", {});
  b.units.push_back({"F-1", "feed", {}});
  b.connections.push_back({"F-1", "out", "TK", "jacket_in"});
  const Assembly assembly = assemble(b);
  ASSERT_EQ(assembly.findings.size(), 1u);
  EXPECT_NE(assembly.findings.front().message.find("jacket = \"none\"; allowed then: mixed, coil"), std::string::npos)
      << assembly.findings.front().message;
  b.units[0].values[0].word = "coil";
  EXPECT_NE(assemble(b).findings.front().message.find("of jacket_in and jacket_out one is left open"),
            std::string::npos);
}

}  // namespace
}  // namespace stillhouse
