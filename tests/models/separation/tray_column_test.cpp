#include "models/separation/tray_column.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/properties/fluid.h"
#include "models/properties/gas_constant.h"
#include "models/separation/kremser.h"
#include "models/separation/sieve_tray_sinnott.h"
#include "models/separation/tray_deck.h"
#include "models/separation/tray_efficiency.h"
#include "tests/models/plant/published_unit.h"

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

TEST(TrayColumn, ComesFromColdToTotalRefluxAsTheStagesAreStepped) {
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

void expect_closed(const Simulator& simulator) {
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
}

/// Air from a main through three trays that water runs down, of 1 m with weirs of 50 mm.
Blueprint wet_column(const std::string& deck, double p_air, double water, std::vector<ParameterValue> more) {
  Blueprint b;
  b.species = {"water", "nitrogen"};
  b.liquid_model = "ideal";
  std::vector<ParameterValue> column{{"trays", 3.0},        {"diameter", 1.0},      {"spacing", 0.5},
                                     {"weir_height", 0.05}, {"hole_fraction", 0.1}, {"y.nitrogen", 1.0},
                                     {"x.water", 1.0}};
  column.push_back({"deck", 0.0, deck});
  for (const ParameterValue& value : more) column.push_back(value);
  b.units = {
      {"MAIN", "gas_source", {{"p", p_air}, {"T", 293.15}, {"x.nitrogen", 1.0}}},
      {"GV", "gas_valve", {{"Kv", 3000.0}, {"opening", 1.0}}},
      {"BASE",
       "drum",
       {{"volume", 1.0}, {"equilibration", 100.0}, {"height", 1.0}, {"y.nitrogen", 1.0}, {"x.water", 1.0}}},
      {"T", "tray_column", column},
      {"WATER", "feed", {{"F", water}, {"F_limit", 2e4}, {"T", 293.15}, {"x.water", 1.0}}},
      {"DRAIN", "valve", {{"Kv", 800.0}, {"opening", 1.0}}},
      {"SEWER", "sink", {{"p", 95000.0}}},
      {"VENT", "gas_valve", {{"Kv", 20000.0}, {"opening", 1.0}}},
      {"ROOM", "gas_sink", {{"x.nitrogen", 1.0}}},
      {"CAUGHT", "sink", {{"p", 101325.0}}},
  };
  b.connections = {
      {"T", "carry_over", "CAUGHT", "in"}, {"MAIN", "out", "GV", "in"},     {"GV", "out", "BASE", "gas_in"},
      {"BASE", "gas_out", "T", "vapour"},  {"T", "bottom", "BASE", "in"},   {"WATER", "out", "T", "reflux"},
      {"BASE", "out", "DRAIN", "in"},      {"DRAIN", "out", "SEWER", "in"}, {"T", "top", "VENT", "in"},
      {"VENT", "out", "ROOM", "in"},
  };
  return b;
}

/// What the middle tray's pressure drop should be by the equations on the shelf, from the flow and liquid that it has.
double expected_drop(TrayDeck deck, const Simulator& simulator, const Fluid& fluid) {
  const double T = signal(simulator, "T_tray_2.T"), p = signal(simulator, "T_tray_2.p");
  const double y = signal(simulator, "T_tray_2.y_water");
  const double M = y * fluid.molar_mass(0) + (1.0 - y) * fluid.molar_mass(1);
  const double rho_G = M * p / (gas_constant * T);
  const double v = fluid.liquid_molar_volume(0, T), rho_L = fluid.molar_mass(0) / v;
  const double active = 0.85 * std::numbers::pi / 4.0, holes = 0.1 * active;
  const double F = signal(simulator, "T_tray_1.vapour_out.F");
  const double u = F * M / (rho_G * holes);
  const double clear = signal(simulator, "T_tray_2.n_water") * v / active;
  const double alpha = clear / signal(simulator, "T_tray_2.froth");
  double head = 0.0;
  switch (deck) {
    case TrayDeck::sieve:
      head = tray_hydraulics::hole_resistance * u * u * rho_G / (2.0 * tray_hydraulics::g * rho_L) + clear;
      break;
    case TrayDeck::valve:
      head = valve_tray::dry_head(u, rho_G, rho_L, 1.5e-3, 8000.0, 0.252) + clear;
      break;
    case TrayDeck::bubble_cap:
      head = bubble_cap_tray::riser_head(u, rho_G, rho_L, 5.0) +
             bubble_cap_tray::slot_opening(u * holes, rho_G, rho_L, 1.2 * holes, 0.025) + clear - 0.7 * 0.05 * alpha;
      break;
  }
  return head * rho_L * tray_hydraulics::g;
}

// closed form: what the published heads of a tray (tested by themselves) add up to
TEST(TrayColumn, DropsThePressureThatTheEquationsOfItsDeckGive) {
  const Fluid fluid({"water", "nitrogen"}, LiquidModel::ideal);
  const std::pair<const char*, TrayDeck> decks[] = {
      {"sieve", TrayDeck::sieve}, {"valve", TrayDeck::valve}, {"bubble_cap", TrayDeck::bubble_cap}};
  for (const auto& [name, deck] : decks) {
    const Assembly assembly = assemble(wet_column(name, 105e3, 150.0, {}));
    ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
    Simulator simulator(assembly.plant);
    for (int scan = 0; scan < 1800; ++scan) simulator.advance();
    expect_closed(simulator);
    const double expected = expected_drop(deck, simulator, fluid);
    EXPECT_NEAR(signal(simulator, "T_tray_2.dp"), expected, 0.01 * expected) << name;
    EXPECT_GT(signal(simulator, "T_tray_2.froth"), 0.05) << name;
  }
}

TEST(TrayColumn, BacksUpThroughADowncomerThatIsFullAndComesBack) {
  // 10 mm under the aprons
  const Assembly assembly = assemble(wet_column("sieve", 105e3, 150.0, {{"apron", 0.01}}));
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  const auto run = [&](double water, double air, int seconds) {
    simulator.set_input(assembly.plant->find_input("WATER.F"), water);
    simulator.set_input(assembly.plant->find_input("MAIN.p"), air);
    for (int scan = 0; scan < seconds; ++scan) simulator.advance();
  };
  run(150.0, 105e3, 1800);
  // Sinnott: the downcomer holds the pressure drop, the liquid below it and what the apron takes
  const Fluid fluid({"water", "nitrogen"}, LiquidModel::ideal);
  const double T = signal(simulator, "T_tray_2.T"), v = fluid.liquid_molar_volume(0, T), rho = fluid.molar_mass(0) / v;
  const double clear = signal(simulator, "T_tray_1.n_water") * v / (0.85 * std::numbers::pi / 4.0);
  const double w =
      signal(simulator, "T_tray_2.liquid_out.F") * (1.0 - signal(simulator, "T_tray_2.weeping")) * fluid.molar_mass(0);
  const double height = signal(simulator, "T_tray_2.dp") / (rho * tray_hydraulics::g) + clear +
                        sieve_tray_sinnott::downcomer_drop(w, rho, 0.01 * 0.7);
  const double at_first = signal(simulator, "T_tray_2.dp"), froth = signal(simulator, "T_tray_2.froth");
  EXPECT_NEAR(signal(simulator, "T_tray_2.backup"), height / (0.5 * 0.55), 0.01);
  EXPECT_LT(signal(simulator, "T_tray_2.backup"), 0.9);

  // more water than the downcomers pass: every tray fills, the air gets less; more air: out of the top
  const double air = signal(simulator, "GV.out.F");
  run(1000.0, 105e3, 600);
  EXPECT_GT(signal(simulator, "T_tray_2.backup"), 1.0);
  EXPECT_GT(signal(simulator, "T_tray_2.froth"), 2.0 * froth);
  EXPECT_LT(signal(simulator, "GV.out.F"), 0.5 * air);
  EXPECT_LT(signal(simulator, "T.carry_over.F"), 10.0);
  run(1000.0, 115e3, 600);
  EXPECT_GT(signal(simulator, "T_tray_3.froth"), 0.45);
  EXPECT_GT(signal(simulator, "T.carry_over.F"), 100.0);

  run(150.0, 105e3, 1800);
  EXPECT_NEAR(signal(simulator, "T_tray_2.dp"), at_first, 0.02 * at_first);
  expect_closed(simulator);
}

// Murphree's definition, species by species, with the vapour that comes in and leaves: E = N/(N + V_in (y* - y)), N
// what the vapour gains. The transfer that goes on when nothing flows (4 % of it here) makes up to 0.01
TEST(TrayColumn, GivesEachSpeciesItsOwnEfficiency) {
  Blueprint b = total_reflux(5, 0.8);
  for (ParameterValue& value : b.units[1].values)
    if (value.name == "efficiency") value.name = "efficiency_of.benzene";
  b.units[1].values.push_back({"efficiency", 0.6});
  b.species.push_back("ethylbenzene");
  for (Blueprint::Unit& unit : b.units)
    for (ParameterValue& value : unit.values)
      if (value.name == "x.benzene") value.number = 0.3;
  for (Blueprint::Unit& unit : b.units)
    if (unit.kind == "drum" || unit.kind == "tray_column") unit.values.push_back({"x.ethylbenzene", 0.2});
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("KETTLE.heating"), 40e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  for (int scan = 0; scan < 2 * 3600; ++scan) simulator.advance();
  expect_closed(simulator);
  const Fluid fluid({"benzene", "toluene", "ethylbenzene"}, LiquidModel::ideal);
  for (int k = 2; k <= 4; ++k) {
    const std::string tray = "T_tray_" + std::to_string(k), below = "T_tray_" + std::to_string(k - 1);
    for (std::size_t i = 0; i < 3; ++i) {
      const double star = signal(simulator, tray + ".x_" + fluid.name(i)) *
                          fluid.vapour_pressure(i, signal(simulator, tray + ".T")) / signal(simulator, tray + ".p");
      const double V_in = signal(simulator, below + ".vapour_out.F"), V_out = signal(simulator, tray + ".vapour_out.F");
      const double y = signal(simulator, tray + ".y_" + fluid.name(i));
      const double gained = V_out * y - V_in * signal(simulator, below + ".y_" + fluid.name(i));
      EXPECT_NEAR(gained / (gained + V_in * (star - y)), i == 0 ? 0.8 : 0.6, 0.012) << tray << " " << fluid.name(i);
    }
  }
}

/// Two feeds onto trays of their own, a side draw and a pump-around.
TEST(TrayColumn, TakesFeedsAndDrawsAtTraysOfTheirOwn) {
  Blueprint b = total_reflux(8, 0.7);
  for (ParameterValue value : std::vector<ParameterValue>{{"feed_tray", 3.0},
                                                          {"feed_2_tray", 5.0},
                                                          {"feed_3_tray", 8.0},
                                                          {"draw_tray", 6.0},
                                                          {"draw_2_tray", 4.0},
                                                          {"gas_draw_tray", 2.0},
                                                          {"gas_feed_tray", 7.0}})
    b.units[1].values.push_back(value);
  const std::vector<Blueprint::Unit> more{
      {"F-1", "feed", {{"F", 0.1}, {"T", 360.0}, {"x.benzene", 0.3}, {"x.toluene", 0.7}}},
      {"F-2", "feed", {{"F", 0.1}, {"T", 360.0}, {"x.benzene", 0.7}, {"x.toluene", 0.3}}},
      {"P-3", "pump", {{"head", 10.0}, {"flow", 1e-3}, {"speed", 1.0}}},
      {"V-3", "valve", {{"Kv", 0.1}, {"opening", 1.0}}},
      {"V-4", "valve", {{"Kv", 0.3}, {"opening", 1.0}}},
      {"D-4", "sink", {{"p", 95000.0}}},
      {"GV-5", "gas_valve", {{"Kv", 3.0}, {"opening", 1.0}}},
      {"D-5", "gas_sink", {{"p", 100e3}, {"x.nitrogen", 1.0}}},
      {"S-6", "gas_source", {{"p", 110e3}, {"T", 370.0}, {"x.benzene", 1.0}}},
      {"GV-6", "gas_valve", {{"Kv", 3.0}, {"opening", 1.0}}},
      {"V-7", "valve", {{"Kv", 0.4}, {"opening", 0.3}}},
      {"D-7", "sink", {{"p", 95000.0}}},
  };
  b.units.insert(b.units.end(), more.begin(), more.end());
  const std::vector<Blueprint::Connection> joints{
      {"F-1", "out", "T", "feed"},  {"F-2", "out", "T", "feed_2"},    {"T", "draw", "P-3", "in"},
      {"P-3", "out", "V-3", "in"},  {"V-3", "out", "T", "feed_3"},    {"T", "draw_2", "V-4", "in"},
      {"V-4", "out", "D-4", "in"},  {"T", "gas_draw", "GV-5", "in"},  {"GV-5", "out", "D-5", "in"},
      {"S-6", "out", "GV-6", "in"}, {"GV-6", "out", "T", "gas_feed"}, {"KETTLE", "out", "V-7", "in"},
      {"V-7", "out", "D-7", "in"},
  };
  b.connections.insert(b.connections.end(), joints.begin(), joints.end());
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  simulator.set_input(assembly.plant->find_input("KETTLE.heating"), 40e3);
  simulator.set_input(assembly.plant->find_input("CONDENSER.utility"), 1.0);
  for (int scan = 0; scan < 2 * 3600; ++scan) simulator.advance();
  expect_closed(simulator);
  const auto F = [&](const char* stream) { return signal(simulator, std::string(stream) + ".F"); };
  for (const char* stream : {"T.draw", "T.draw_2", "T.gas_draw", "GV-6.out", "V-3.out"})
    EXPECT_GT(F(stream), 0.01) << stream;
  // what is drawn is what stands on the tray
  EXPECT_NEAR(signal(simulator, "T.draw.x_benzene"), signal(simulator, "T_tray_6.x_benzene"), 1e-6);
  EXPECT_NEAR(signal(simulator, "T.draw_2.x_benzene"), signal(simulator, "T_tray_4.x_benzene"), 1e-6);
  EXPECT_NEAR(signal(simulator, "T.gas_draw.x_benzene"), signal(simulator, "T_tray_2.y_benzene"), 1e-6);
  // settled: liquid from above and below differ by what is drawn and what condenses, a few per cent
  EXPECT_NEAR(F("T_tray_7.liquid_out") - F("T_tray_6.liquid_out") + F("T_tray_5.entrained"),
              F("T.draw") + F("T_tray_6.entrained"), 0.1 * F("T_tray_7.liquid_out"));
}

// Geankoplis, Transport Processes and Unit Operations, example 10.3-2 and 10.3-3: A 1.19 and 5.04 ideal stages leave a
// tenth of the acetone (kremser.h). Eight trays of Murphree efficiency 0.65 are 5.04 ideal stages at that A (Lewis).
// Dilute, so that Kremser's closed form holds; water so much that A is the published one with the model's own
// equilibrium
TEST(TrayColumn, AbsorbsAsKremserSays) {
  Blueprint b =
      wet_column("sieve", 106e3, 29.0,
                 {{"trays", 8.0}, {"efficiency", 0.65}, {"diameter", 0.8}, {"spacing", 0.4}, {"weir_height", 0.04}});
  b.species = {"acetone", "water", "nitrogen"};
  b.liquid_model = "uniquac";
  // the standard column's own settings give way
  std::vector<ParameterValue>& column = b.units[3].values;
  column.erase(column.begin(), column.begin() + 4);
  const auto set = [&](const std::string& unit, const char* name, double value) {
    for (Blueprint::Unit& u : b.units)
      if (u.name == unit) {
        for (ParameterValue& v : u.values)
          if (v.name == name) {
            v.number = value;
            return;
          }
        u.values.push_back({name, value});
      }
  };
  set("MAIN", "T", 300.0);
  set("MAIN", "x.acetone", 1e-4);
  set("MAIN", "x.water", 0.0345);
  set("MAIN", "x.nitrogen", 1.0 - 1e-4 - 0.0345);
  set("WATER", "T", 300.0);
  set("GV", "Kv", 600.0);
  set("T", "hole_fraction", 0.05);
  PublishedUnit published("tray_column", b);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  const Fluid fluid({"acetone", "water", "nitrogen"}, LiquidModel::uniquac);
  PerSpecies<double> x(3);
  x[0] = 1e-5;
  x[1] = 1.0 - 1e-5;
  double m = 0.0, G = 0.0, water = 29.0;
  for (int scan = 0; scan < 2 * 3600; ++scan) {
    simulator.advance();
    m = fluid.bubble_pressures(x, signal(simulator, "T_tray_4.T"))[0] / x[0] / signal(simulator, "T_tray_4.p");
    G = signal(simulator, "T_tray_4.vapour_out.F");
    water += 0.01 * (1.186 * m * G - water);
    simulator.set_input(assembly.plant->find_input("WATER.F"), water);
  }
  expect_closed(simulator);
  const double A = signal(simulator, "T_tray_5.liquid_out.F") / (m * G), lambda = 1.0 / A;
  EXPECT_NEAR(A, 1.186, 0.01);
  EXPECT_LT(signal(simulator, "T_tray_4.flooding"), 0.9);
  const double left = signal(simulator, "T_tray_8.y_acetone") / signal(simulator, "BASE.y_acetone");
  const double stages = kremser::stages(1.0 / left, A);
  EXPECT_NEAR(stages, 8.0 * tray_efficiency::overall(0.65, lambda), 0.1);
  published.expect("ideal stages of eight trays of Murphree efficiency 0.65", stages);
}

TEST(TrayColumn, SaysWhichTrayIsAboveTheTop) {
  Blueprint b = total_reflux(8, 0.7);
  b.units[1].values.push_back({"feed_2_tray", 9.0});
  b.units.push_back({"F-2", "feed", {}});
  b.connections.push_back({"F-2", "out", "T", "feed_2"});
  const Assembly assembly = assemble(b);
  ASSERT_EQ(assembly.findings.size(), 1u);
  EXPECT_EQ(assembly.findings[0].message, "T: feed_2_tray = 9 is above the top tray, 8");
}

}  // namespace
}  // namespace stillhouse
