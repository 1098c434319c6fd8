#include "models/separation/settler.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/properties/liquid_split.h"
#include "models/separation/kremser.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

double signal(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

void expect_closed(const Simulator& simulator) {
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-8 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
}

Blueprint decanter(std::vector<std::string> species, const std::string& model, std::vector<ParameterValue> feed) {
  Blueprint b;
  b.species = std::move(species);
  b.liquid_model = model;
  b.units = {{"F", "feed", std::move(feed)}, {"D", "decanter", {}}, {"LIGHT", "sink", {}}, {"HEAVY", "sink", {}}};
  b.connections = {{"F", "out", "D", "in"}, {"D", "light", "LIGHT", "in"}, {"D", "heavy", "HEAVY", "in"}};
  return b;
}

// the layers: equal activities, by the flash that is tested against published solubilities (liquid_split_test.cpp)
TEST(Decanter, PartsWhatComesInAsTheTieLineSays) {
  struct Case {
    std::vector<std::string> species;
    const char* model;
    std::vector<double> z;
  };
  const Case cases[] = {{{"1-butanol", "water"}, "uniquac", {0.2, 0.8}},
                        {{"n-butyl acetate", "water"}, "nrtl", {0.3, 0.7}},
                        {{"toluene", "acetone", "water"}, "unifac", {0.3, 0.2, 0.5}}};
  for (const Case& c : cases) {
    std::vector<ParameterValue> feed{{"F", 1.0}, {"T", 298.15}};
    for (std::size_t i = 0; i < c.z.size(); ++i) feed.push_back({"x." + c.species[i], c.z[i]});
    const Assembly assembly = assemble(decanter(c.species, c.model, feed));
    ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
    Simulator simulator(assembly.plant);
    for (int scan = 0; scan < 3 * 3600; ++scan) simulator.advance();
    expect_closed(simulator);

    const Fluid fluid(c.species, liquid_model(c.model));
    PerSpecies<double> z;
    for (const double each : c.z) z.push_back(each);
    const auto split = liquid_split(fluid, z, signal(simulator, "D.T"));
    ASSERT_TRUE(split);
    const bool first_is_light =
        fluid.liquid_density(split->first, 298.15) < fluid.liquid_density(split->second, 298.15);
    const auto& light = first_is_light ? split->first : split->second;
    const auto& heavy = first_is_light ? split->second : split->first;
    for (std::size_t i = 0; i < z.size(); ++i) {
      const std::string tag = species_tag(c.species[i]);
      EXPECT_NEAR(signal(simulator, "D.light.x_" + tag), light[i], 1e-3 * light[i] + 1e-5) << tag;
      EXPECT_NEAR(signal(simulator, "D.heavy.x_" + tag), heavy[i], 1e-3 * heavy[i] + 1e-5) << tag;
    }
    const double share = first_is_light ? 1.0 - split->second_share : split->second_share;
    EXPECT_NEAR(signal(simulator, "D.light.F"), share, 1e-3);
    EXPECT_NEAR(signal(simulator, "D.interface"), 0.45, 0.1);
    EXPECT_NEAR(signal(simulator, "D.level"), 0.9, 0.02);
  }
}

// Letcher, Siswana, Fluid Phase Equilib. 74 (1992) 203, as the IUPAC-NIST Solubility Database has it: 79.7 and 7.4 % by
// mass of 1-butanol. By UNIFAC, whose gap holds no equal parts of the two: UNIQUAC's parameters for the pair are of
// boiling mixtures and give 0.62 and 0.010 mol/mol (LiquidSplit.IsFoundWhereEqualPartsAreOneLiquid)
TEST(Decanter, PartsButanolAndWaterAsMeasured) {
  Blueprint b =
      decanter({"1-butanol", "water"}, "unifac", {{"F", 1.0}, {"T", 298.15}, {"x.1-butanol", 0.2}, {"x.water", 0.8}});
  PublishedUnit published("decanter", b);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  for (int scan = 0; scan < 3 * 3600; ++scan) simulator.advance();
  published.expect("1-butanol in the organic layer at 25 degC", signal(simulator, "D.light.x_1_butanol"));
  published.expect("1-butanol in the water layer at 25 degC", signal(simulator, "D.heavy.x_1_butanol"));
}

TEST(Decanter, HoldsOneLiquidWhereOneIsStableAndTwoAgainLater) {
  const Assembly assembly = assemble(decanter({"1-butanol", "water"}, "uniquac", {{"F", 2.0}, {"x.water", 1.0}}));
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  const auto run = [&](double butanol, int seconds) {
    simulator.set_input(assembly.plant->find_input("F.x_1_butanol"), butanol);
    simulator.set_input(assembly.plant->find_input("F.x_water"), 1.0 - butanol);
    for (int scan = 0; scan < seconds; ++scan) simulator.advance();
  };
  run(0.0, 7200);
  EXPECT_LT(signal(simulator, "D.light.F"), 1e-6);
  EXPECT_NEAR(signal(simulator, "D.heavy.F"), 2.0, 1e-3);
  run(0.3, 14400);
  EXPECT_GT(signal(simulator, "D.light.F"), 0.5);
  EXPECT_GT(signal(simulator, "D.light.x_1_butanol"), 5.0 * signal(simulator, "D.heavy.x_1_butanol"));
  // butanol alone dissolves the water; one liquid leaves by whichever edge it reaches, here that of the leg
  run(1.0, 36000);
  EXPECT_NEAR(signal(simulator, "D.light.F") + signal(simulator, "D.heavy.F"), 2.0, 1e-3);
  EXPECT_GT(signal(simulator, "D.heavy.x_1_butanol"), 0.99);
  run(0.3, 14400);
  EXPECT_GT(signal(simulator, "D.light.F"), 0.5);
  EXPECT_GT(signal(simulator, "D.heavy.F"), 0.5);
  EXPECT_GT(signal(simulator, "D.light.x_1_butanol"), 5.0 * signal(simulator, "D.heavy.x_1_butanol"));
  expect_closed(simulator);
}

// Kremser's closed form: dilute acetone from water into toluene in ideal stages
TEST(Extractor, ExtractsAsKremserSays) {
  Blueprint b;
  b.species = {"toluene", "acetone", "water"};
  b.liquid_model = "unifac";
  b.units = {{"WATER", "feed", {{"F", 1.0}, {"T", 298.15}, {"x.acetone", 0.001}, {"x.water", 0.999}}},
             {"SOLVENT", "feed", {{"F", 0.303}, {"T", 298.15}, {"x.toluene", 1.0}}},
             {"E", "extractor", {{"stages", 4.0}, {"volume", 0.05}, {"equilibration", 1.0}}},
             {"EXTRACT", "sink", {}},
             {"RAFFINATE", "sink", {}}};
  b.connections = {{"WATER", "out", "E", "heavy_in"},
                   {"SOLVENT", "out", "E", "light_in"},
                   {"E", "light_out", "EXTRACT", "in"},
                   {"E", "heavy_out", "RAFFINATE", "in"}};
  PublishedUnit published("extractor", b);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  for (int scan = 0; scan < 10 * 3600; ++scan) simulator.advance();
  expect_closed(simulator);

  const double m = signal(simulator, "E_stage_2.x_light_acetone") / signal(simulator, "E_stage_2.x_heavy_acetone");
  const double A = m * signal(simulator, "E_stage_2.light.F") / signal(simulator, "E_stage_3.heavy.F");
  const double left = signal(simulator, "E.heavy_out.x_acetone") * signal(simulator, "E.heavy_out.F") / 0.001;
  EXPECT_NEAR(1.0 - left, kremser::absorbed(A, 4), 0.005);
  published.expect("what is left over Kremser's for four ideal stages", left / (1.0 - kremser::absorbed(A, 4)));
  EXPECT_NEAR(A, 2.4, 0.01);
  published.expect("share that four stages take at an extraction factor of 2.4", 1.0 - left);
}

TEST(Decanter, SaysThatNothingSeparates) {
  const std::pair<const char*, const char*> cases[] = {{"methanol", "nrtl"}, {"ethanol", "unifac"}};
  for (const auto& [alcohol, model] : cases) {
    const Assembly assembly = assemble(decanter({alcohol, "water"}, model, {{"x.water", 1.0}}));
    ASSERT_EQ(assembly.findings.size(), 1u) << alcohol;
    const std::string expected =
        std::string("no two of ") + alcohol + ", water separate into two liquids by the model " + model + ";";
    EXPECT_EQ(assembly.findings[0].message.substr(0, expected.size()), expected);
  }
}

}  // namespace
}  // namespace stillhouse
