#include "models/properties/component.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

constexpr char constants_heading[] = "compound,CAS,quantity,value,unit\n";
constexpr char functions_heading[] = "compound,CAS,property,unit,equation,A,B,C,D,E,Tmin_K,Tmax_K\n";
const std::string helium =
    std::string(constants_heading) +
    "Helium,7440-59-7,MW,4.0026,kg/kmol\nHelium,7440-59-7,Tc,5.19,K\nHelium,7440-59-7,Pc,227500,Pa\n"
    "Helium,7440-59-7,Tb,4.22,K\n";

std::string message(const std::string& constants, const std::string& functions) {
  try {
    Component::read(constants, functions);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "";
}

std::string with(const std::string& row) {
  return functions_heading + row + "\n";
}

TEST(Component, HoldsTheShippedCompounds) {
  const std::vector<std::string> names = Component::names();
  EXPECT_EQ(names.size(), 73u);
  for (const char* name : {"methanol", "ethanol", "water", "air", "n,n-dimethylformamide", "1,2-propylene oxide"})
    EXPECT_EQ(std::count(names.begin(), names.end(), name), 1) << name;
  const Component& water = Component::find("water");
  EXPECT_EQ(water.cas(), "7732-18-5");
  EXPECT_DOUBLE_EQ(water.molar_mass(), 0.01801528);
  EXPECT_NEAR(water.property("VaporPressure")(373.15), 101390.0, 10.0);
  EXPECT_FALSE(Component::find("air").has_property("SurfaceTension"));
}

TEST(Component, EvaluatesEachEquation) {
  const auto value = [](int equation, std::array<double, 5> c, double T, double Tc = 0.0) {
    TemperatureFunction f;
    f.equation = equation;
    f.coefficients = c;
    f.critical_temperature = Tc;
    return f(T);
  };
  // by hand
  EXPECT_DOUBLE_EQ(value(2, {1, 2}, 10.0), 21.0);
  EXPECT_DOUBLE_EQ(value(3, {1, 2, 3}, 10.0), 321.0);
  EXPECT_DOUBLE_EQ(value(4, {1, 2, 3, 4}, 10.0), 4321.0);
  EXPECT_DOUBLE_EQ(value(5, {1, 2, 3, 4, 5}, 10.0), 54321.0);
  EXPECT_DOUBLE_EQ(value(100, {1, 2, 3, 4, 5}, 10.0), 54321.0);
  EXPECT_NEAR(value(10, {3, 20, 2}, 18.0), std::exp(2.0), 1e-14);
  EXPECT_NEAR(value(16, {1, 20, -3, 0.1, 0.01}, 10.0), 1.0 + std::exp(1.0), 1e-14);
  EXPECT_NEAR(value(101, {1, 20, 3, 0.01, 2}, 10.0), std::exp(1.0 + 2.0 + 3.0 * std::log(10.0) + 1.0), 1e-8);
  EXPECT_NEAR(value(102, {2, 2, 10, 100}, 10.0), 200.0 / 3.0, 1e-12);
  EXPECT_NEAR(value(104, {1, 10, 1000, 1e8, 1e9}, 10.0), 5.0, 1e-12);
  EXPECT_NEAR(value(105, {8, 2, 16, 0.5}, 12.0), 8.0 / std::pow(2.0, 1.5), 1e-14);
  EXPECT_NEAR(value(106, {8, 0.5, 1, 0, 0}, 0.75 * 16.0, 16.0), 8.0 * std::pow(0.25, 1.25), 1e-14);
  EXPECT_NEAR(value(116, {1, 0, 0, 2, 0}, 0.75 * 16.0, 16.0), 1.5, 1e-14);
  EXPECT_DOUBLE_EQ(value(106, {8, 0.5, 0, 0, 0}, 20.0, 16.0), 0.0);
  EXPECT_THROW(value(7, {}, 300.0), ModelError);
}

TEST(Component, NamesTheNearest) {
  try {
    Component::find("methanoll");
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_THAT(error.what(), testing::StartsWith("component 'methanoll' is not known; did you mean 'methanol'?; "
                                                  "allowed: air; carbon tetrachloride; carbon monoxide; "));
  }
  EXPECT_THROW(Component::find("water").constant("colour"), ModelError);
  EXPECT_THROW(Component::find("air").property("SurfaceTension"), ModelError);
}

TEST(Component, AnswersToOtherNamesNumbersAndFormulas) {
  for (const char* name : {"ethyl alcohol", "Ethanol", "64-17-5", "C2H6O", "EtOH"})
    EXPECT_EQ(Component::find(name).name(), "ethanol") << name;
  EXPECT_EQ(Component::find("CO").name(), "carbon monoxide");
  EXPECT_EQ(Component::find("1,2-ethanediol").name(), "ethylene glycol");
  EXPECT_EQ(Component::find("chloroform").formula(), "CHCl3");
  EXPECT_EQ(Component::find("chloroform").atoms(), (std::map<std::string, int>{{"C", 1}, {"H", 1}, {"Cl", 3}}));
  EXPECT_TRUE(Component::find("air").atoms().empty());
  try {
    Component::find("C3H8O");
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_STREQ(error.what(), "the formula C3H8O is that of several components: isopropanol; 1-propanol");
  }
  // every name means one compound
  for (const std::string& name : Component::names()) {
    EXPECT_EQ(Component::find(name).name(), name);
    EXPECT_EQ(Component::find(Component::find(name).cas()).name(), name);
  }
}

TEST(Component, ReplacesDataByBetterOnesWithTheirSource) {
  const Component::Additions additions{
      "compound,formula,also\nHelium,,helium-4\n",
      "compound,quantity,value,unit,source\nHelium,Tc,5.1953,K,\"a paper, 1977\"\n",
      "compound,property,unit,equation,A,B,C,D,E,Tmin_K,Tmax_K,source\n"
      "Helium,VaporPressure,Pa,2,10,1,0,0,0,2,5,a fit\n",
  };
  const std::string psat = with("Helium,7440-59-7,VaporPressure,Pa,101,12.5,-8.9,1.3,0,0,1.8,5.19");
  const Component component = Component::read(helium, psat, additions).front();
  EXPECT_EQ(component.constant("Tc"), 5.1953);
  EXPECT_EQ(component.source("Tc"), "a paper, 1977");
  EXPECT_EQ(component.source("Pc"), "ChemSep v8.3 data");
  EXPECT_EQ(component.property("VaporPressure")(4.0), 14.0);
  EXPECT_EQ(component.source("VaporPressure"), "a fit");
  // correlations keep the critical temperature that they were fitted with
  EXPECT_EQ(component.property("VaporPressure").critical_temperature, 5.19);
}

TEST(Component, RefusesNamesAndReplacementsThatCannotBeRight) {
  const auto message_of = [](const Component::Additions& additions) -> std::string {
    try {
      Component::read(helium, functions_heading, additions);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  const std::string names = "compound,formula,also\n", constants = "compound,quantity,value,unit,source\n";
  EXPECT_EQ(message_of({names + "Neon,Ne,\n", "", ""}), "names.csv line 2: no constants are given for 'Neon'");
  EXPECT_EQ(message_of({names + "Helium,2He,\n", "", ""}), "names.csv line 2: '2He' is not a formula such as C2H6O");
  EXPECT_EQ(message_of({names + "Helium,He,\n", "", ""}), "component helium: the element He is not known");
  EXPECT_EQ(message_of({names + "Helium,H2,\n", "", ""}),
            "component helium: the formula H2 means a molar mass of 0.002016 kg/mol, the constant is 0.004003 kg/mol");
  EXPECT_EQ(message_of({"", constants + "Helium,Tc,5.1,K,a\nHelium,Tc,5.2,K,b\n", ""}),
            "replaced_constants.csv line 3: 'Tc' of helium is given twice");
}

TEST(Component, SecondVirialCoefficientsAreThoseMeasured) {
  // cm^3/mol; J. H. Dymond, E. B. Smith, The Virial Coefficients of Pure Gases and Mixtures, Oxford 1980; water: A. H.
  // Harvey, E. W. Lemmon, J. Phys. Chem. Ref. Data 33 (2004) 369. This holds the powers of ten of equation 104 as well.
  const auto expect = [](const char* name, double T, double B, double uncertainty) {
    EXPECT_NEAR(1e6 * Component::find(name).property("SecondVirialCoefficient")(T), B, uncertainty) << name << " " << T;
  };
  expect("nitrogen", 200.0, -35.2, 1.0);
  expect("carbon dioxide", 300.0, -122.7, 4.0);
  expect("methane", 300.0, -42.0, 1.0);
  expect("ethane", 300.0, -182.0, 4.0);
  expect("propane", 300.0, -382.0, 15.0);
  expect("water", 373.15, -452.0, 30.0);
}

TEST(Component, RefusesTablesThatCannotBeRight) {
  EXPECT_EQ(message(helium, with("Helium,7440-59-7,VaporPressure,Pa,101,12.5,-8.9,1.3,0,0,1.8,5.19")), "");
  EXPECT_EQ(message("compound,value\n", ""),
            "constants.csv line 1: the heading must read 'compound,CAS,quantity,value,unit'");
  EXPECT_EQ(message(helium + "Helium,7440-59-7,Vc,0.057\n", ""), "constants.csv line 6: 5 columns expected, 4 found");
  EXPECT_EQ(message(helium + "Helium,7440-59-7,Vc,small,m3/kmol\n", ""),
            "constants.csv line 6: 'small' is not a number");
  EXPECT_EQ(message(helium + "Helium,7440-59-7,Vc,0.057,gallon\n", ""),
            "constants.csv line 6: unit 'gallon' is not known");
  EXPECT_EQ(message(helium + "\"Helium,7440-59-7,Vc,0.057,m3/kmol\n", ""),
            "constants.csv line 6: a quote is opened and not closed");
  EXPECT_EQ(message(helium + "\"Helium\"3,7440-59-7,Vc,0.057,m3/kmol\n", ""),
            "constants.csv line 6: a comma is expected after a closing quote");
  EXPECT_EQ(message(helium + "\"Helium\",7440-59-7,\"Vc\",0.057,m3/kmol\n", ""), "");
  EXPECT_EQ(message(helium + "Helium,7440-59-7,Tc,5.2,K\n", ""), "constants.csv line 6: 'Tc' of helium is given twice");
  EXPECT_EQ(message(std::string(constants_heading) + "Helium,7440-59-7,MW,4.0,kg/kmol\n", ""),
            "component helium: the data hold no constant 'Tc'");
  EXPECT_EQ(message(helium, with("Neon,7440-01-9,VaporPressure,Pa,101,1,0,0,0,0,20,40")),
            "temperature_functions.csv line 2: no constants are given for 'Neon'");
  EXPECT_EQ(message(helium, with("Helium,7440-59-7,VaporPressure,Pa,99,1,0,0,0,0,2,5")),
            "temperature_functions.csv line 2: equation number 99 is not known");
  EXPECT_EQ(message(helium, with("Helium,7440-59-7,VaporPressure,Pa,101,1,0,0,0,0,5,2")),
            "temperature_functions.csv line 2: the temperature range 5 to 2 K is empty");
  EXPECT_NE(message(helium, with("Helium,7440-59-7,VaporPressure,Pa,2,9,-1,0,0,0,2,5")).find("does not rise"),
            std::string::npos);
  EXPECT_NE(
      message(helium, with("Helium,7440-59-7,LiquidHeatCapacityCp,J/kmol/K,2,-9,1,0,0,0,2,5")).find("must be positive"),
      std::string::npos);
}

}  // namespace
}  // namespace stillhouse
