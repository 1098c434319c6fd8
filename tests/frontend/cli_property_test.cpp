#include "tests/frontend/cli_test.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST_F(Cli, GivesPropertiesOfACompound) {
  const nlohmann::json water = json({"property", "water", "--at", "298.15K"});
  EXPECT_EQ(water["compound"], "water");
  EXPECT_EQ(water["CAS"], "7732-18-5");
  EXPECT_EQ(water["formula"], "H2O");
  EXPECT_EQ(water["T_K"], 298.15);
  // IAPWS at 298.15 K: 3169.9 Pa, 43.988 kJ/mol, 997.05 kg/m3, 75.33 J/mol/K, 0.890 mPa s, 71.97 mN/m, 0.6065 W/m/K
  const auto expect = [&](const char* quantity, double value, double tolerance, const char* unit) {
    const auto& entry = water[quantity];
    EXPECT_NEAR(entry["value"].get<double>(), value, tolerance * value) << quantity;
    EXPECT_EQ(entry["unit"], unit) << quantity;
    EXPECT_LE(entry["valid_from_K"], 298.15) << quantity;
    EXPECT_GE(entry["valid_to_K"], 298.15) << quantity;
    const char* source = std::string(quantity) == "liquid_heat_capacity" ? "fit to IAPWS-IF97" : "ChemSep v8.3 data";
    EXPECT_TRUE(entry["source"].get<std::string>().starts_with(source)) << quantity;
  };
  expect("vapour_pressure", 3169.9, 0.01, "Pa");
  expect("heat_of_vaporization", 43988.0, 0.01, "J/mol");
  expect("liquid_density", 997.05 / 0.01801528, 0.003, "mol/m^3");
  expect("liquid_heat_capacity", 75.33, 0.003, "J/mol/K");
  expect("ideal_gas_heat_capacity", 33.59, 0.01, "J/mol/K");
  expect("liquid_viscosity", 0.000890, 0.05, "Pa*s");
  expect("surface_tension", 0.07197, 0.03, "N/m");
  expect("liquid_thermal_conductivity", 0.6065, 0.05, "W/m/K");
  EXPECT_EQ(water["molar_mass"]["value"], 0.01801528);
  EXPECT_EQ(water["molar_mass"]["unit"], "kg/mol");
  EXPECT_EQ(water["critical_temperature"]["unit"], "K");
}

TEST_F(Cli, SaysWhereAPropertyEnds) {
  const nlohmann::json water = json({"property", "water", "--at", "-20degC"});
  EXPECT_DOUBLE_EQ(water["T_K"].get<double>(), 253.15);
  EXPECT_TRUE(water["heat_of_vaporization"]["value"].is_null());
  EXPECT_EQ(water["heat_of_vaporization"]["says"], "valid from 273.15 to 647 K only");
  EXPECT_THAT(program({"property", "water", "--at", "1000K"}).out, HasSubstr("outside"));

  // without a temperature: constants and ranges
  const nlohmann::json range = json({"property", "water"});
  EXPECT_FALSE(range.contains("T_K"));
  EXPECT_TRUE(range["vapour_pressure"]["value"].is_null());
  EXPECT_GT(range["vapour_pressure"]["valid_to_K"], 600.0);
  EXPECT_THAT(program({"property", "water"}).out, HasSubstr("critical_pressure"));
}

TEST_F(Cli, KnowsCompoundsByNameFormulaAndNumber) {
  for (const char* word : {"ethanol", "Ethyl alcohol", "C2H6O", "64-17-5"})
    EXPECT_EQ(json({"property", word})["compound"], "ethanol") << word;
  EXPECT_THAT(json({"property", "styrene"})["vapour_pressure"]["source"].get<std::string>(), HasSubstr("McGarry"));
  EXPECT_EQ(json({"property", "air"})["formula"], "");
}

TEST_F(Cli, RefusesCompoundsAndTemperaturesItDoesNotKnow) {
  const auto expect = [this](const std::vector<std::string>& words, const char* sentence) {
    const Ended ended = program(words);
    EXPECT_EQ(ended.code, 2) << ended.out;
    EXPECT_THAT(ended.err, HasSubstr(sentence));
  };
  expect({"property"}, "needs COMPOUND");
  expect({"property", "watr"}, "did you mean 'water'?");
  expect({"property", "C3H8O"}, "isopropanol; 1-propanol");
  expect({"property", "water", "--at", "25C"}, "write one as 298.15K or 25degC");
  expect({"property", "water", "--at", "warm"}, "is not a");
  expect({"property", "water", "--at", "-300degC"}, "absolute zero");
  expect({"property", "water", "--at", "0K"}, "absolute zero");
}

}  // namespace
}  // namespace stillhouse
