#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/properties/fluid.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using Part = BlueprintFinding::Part;

/// A main, a valve, a tank, a pump and a valve to a drain.
Blueprint station() {
  Blueprint b;
  b.species = {"water", "ethanol"};
  b.liquid_model = "nrtl";
  b.units = {{"MAIN", "source", {{"p", 3e5}, {"T", 298.15}, {"x.water", 0.8}, {"x.ethanol", 0.2}}},
             {"V-101", "valve", {{"Kv", 1.6}, {"opening", 0.5}}},
             {"TK-101", "tank", {{"volume", 0.5}, {"charge", 0.4}, {"x.water", 1.0}}},
             {"P-101", "pump", {{"head", 30.0}, {"flow", 2e-3}, {"speed", 1.0}}},
             {"V-102", "valve", {{"Kv", 2.0}, {"opening", 0.5}}},
             {"DRAIN", "sink", {}}};
  b.connections = {{"MAIN", "out", "V-101", "in"},
                   {"V-101", "out", "TK-101", "in"},
                   {"TK-101", "out", "P-101", "in"},
                   {"P-101", "out", "V-102", "in"},
                   {"V-102", "out", "DRAIN", "in"}};
  return b;
}

double signal(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

void expect_closed(const Simulator& simulator) {
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-8 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
}

TEST(Assembly, BuildsAPlantThatRunsAndClosesItsBalances) {
  const Assembly assembly = assemble(station());
  ASSERT_TRUE(assembly.findings.empty()) << assembly.findings.front().message;
  ASSERT_TRUE(assembly.plant);
  ASSERT_EQ(assembly.streams.size(), 5u);
  EXPECT_EQ(assembly.streams[0].name, "MAIN.out");

  Simulator simulator(assembly.plant);
  for (int scan = 0; scan < 600; ++scan) simulator.advance();
  expect_closed(simulator);

  // IEC 60534-2-1, turbulent, not choked: Q = f Kv sqrt(dp/bar * 1000/rho) m3/h
  const Fluid fluid({"water", "ethanol"}, LiquidModel::nrtl);
  PerSpecies<double> x(2);
  x[0] = 0.8, x[1] = 0.2;
  const double rho = fluid.liquid_density(x, 298.15), v = fluid.liquid_molar_volume(x, 298.15);
  const double Q = 0.5 * 1.6 / 3600.0 * std::sqrt((3e5 - 101325.0) / 1e5 * 1000.0 / rho);
  EXPECT_NEAR(signal(simulator, "MAIN.out.F"), Q / v, 1e-3 * Q / v);

  // two fittings in a row: the pressure between them makes their flows equal
  EXPECT_NEAR(signal(simulator, "TK-101.out.F"), signal(simulator, "V-102.out.F"), 1e-5);
  const double between = signal(simulator, "P-101.out.p");
  EXPECT_GT(between, 1.5e5);
  EXPECT_LT(between, 4e5);
}

TEST(Assembly, ADryTankStopsItsPump) {
  Blueprint b = station();
  b.units[1].values[1].number = 0.0;  // the inlet stays shut
  b.units[2].values[1].number = 0.05;
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant);
  Simulator simulator(assembly.plant);
  for (int scan = 0; scan < 1200; ++scan) simulator.advance();
  EXPECT_NEAR(signal(simulator, "P-101.dry"), 1.0, 0.05);
  EXPECT_LT(signal(simulator, "P-101.out.F"), 0.05);
  EXPECT_GT(signal(simulator, "TK-101.mass"), 0.0);
  expect_closed(simulator);
}

std::string messages(const Blueprint& b) {
  std::string text;
  for (const BlueprintFinding& f : assemble(b).findings) text += f.message + "\n";
  return text;
}

TEST(Assembly, SaysWhatIsWrongAndWhere) {
  Blueprint b = station();
  b.units[1].kind = "valv";
  EXPECT_THAT(messages(b), AllOf(HasSubstr("there is no unit \"valv\""), HasSubstr("nearest: valve")));

  b = station();
  b.connections[1].in = "inn";
  EXPECT_THAT(messages(b), AllOf(HasSubstr("TK-101, a tank, has no inlet \"inn\""), HasSubstr("allowed: in")));
  EXPECT_EQ(assemble(b).findings.front().part, Part::connection);
  EXPECT_EQ(assemble(b).findings.front().index, 1);

  b = station();
  b.connections.pop_back();
  EXPECT_THAT(messages(b), AllOf(HasSubstr("V-102.out (to there) is left open"), HasSubstr("DRAIN.in")));

  b = station();
  b.units[2].values[0].number = -1.0;
  EXPECT_THAT(messages(b), HasSubstr("volume = -1 m^3 of TK-101 is outside 1e-05 .. 100000 m^3"));

  b = station();
  b.units[0].values[2].number = 0.9;
  EXPECT_THAT(messages(b), HasSubstr("the mole fractions `x` of MAIN add up to 1.1, not to 1"));

  b = station();
  b.species[1] = "etanol";
  EXPECT_THAT(messages(b), AllOf(HasSubstr("the compound \"etanol\" is not known"), HasSubstr("nearest: ethanol")));

  b = station();
  b.liquid_model = "nrlt";
  EXPECT_THAT(messages(b), AllOf(HasSubstr("nrlt"), HasSubstr("nrtl")));

  b = station();
  b.connections.push_back({"MAIN", "out", "TK-101", "in"});
  EXPECT_THAT(messages(b), AllOf(HasSubstr("nobody says the flow of MAIN.out to TK-101.in"),
                                 HasSubstr("MAIN.out is joined already, to connection 1")));

  b = station();
  b.units[3].name = "V-101";
  EXPECT_THAT(messages(b), HasSubstr("two units are called V-101"));
}

}  // namespace
}  // namespace stillhouse
