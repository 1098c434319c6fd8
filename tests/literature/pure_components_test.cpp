#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>

#include "models/properties/mixture.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

/// "2% ..." or "0.3 K abs": how far a value may be from the fact.
double allowed_deviation(const std::string& tolerance, double fact) {
  char* rest = nullptr;
  const double number = std::strtod(tolerance.c_str(), &rest);
  const bool relative = std::string(rest).rfind("%", 0) == 0;
  EXPECT_TRUE(relative || tolerance.find("abs") != std::string::npos) << tolerance;
  return relative ? 0.01 * number * std::fabs(fact) : number;
}

/// Short forms of a compound, taken from a mixture that holds it.
const Species& short_forms(const std::string& compound) {
  const Mixture& mixture = Mixture::find(compound == "ethanol" ? "ethanol_water" : "methanol_water");
  return mixture.short_forms(compound == "water" ? 1 : 0);
}

struct Check {
  int rows = 0;
  void compare(const std::vector<std::string>& row, double value, const char* which) {
    ++rows;
    const double fact = std::stod(row[2]);
    EXPECT_NEAR(value, fact, allowed_deviation(row[4], fact)) << row[0] << ": " << row[1] << ", " << which;
  }
};

TEST(PureComponents, MeetPublishedFacts) {
  Check check;
  for (const auto& row : literature_rows("pure_components.csv")) {
    const Component& component = Component::find(row[0]);
    const std::string quantity = row[1].substr(0, row[1].find(" @ "));
    const double M = component.molar_mass();

    // constants
    const std::map<std::string, double> constants{
        {"MW", 1e3 * M},
        {"Tc", component.constant("Tc")},
        {"Pc", component.constant("Pc")},
        {"omega", component.constant("omega")},
        {"Tb(1 atm)", component.constant("Tb")},
        {"Hf(ideal gas,298.15 K)", component.constant("Hf_ideal_gas")},
        {"S0(ideal gas,298.15 K,1 bar)", component.constant("S_ideal_gas")},
    };
    if (const auto constant = constants.find(quantity); constant != constants.end()) {
      check.compare(row, constant->second, "constant");
      continue;
    }

    // full correlations
    const std::size_t at = row[1].find(" @ ");
    ASSERT_NE(at, std::string::npos) << row[1];
    const double T = std::stod(row[1].substr(at + 3));
    const std::map<std::string, std::pair<const char*, double>> correlations{
        {"Psat", {"VaporPressure", 1.0}},           {"Hvap", {"HeatOfVaporization", 1.0}},
        {"rhoL(sat)", {"LiquidDensity", M}},        {"muL", {"LiquidViscosity", 1.0}},
        {"kL", {"LiquidThermalConductivity", 1.0}}, {"Cp(ideal gas)", {"IdealGasHeatCapacityCp", 1.0}},
        {"CpL", {"LiquidHeatCapacityCp", 1.0}},     {"muG(low p)", {"VaporViscosity", 1.0}},
        {"sigma", {"SurfaceTension", 1.0}},
    };
    const auto correlation = correlations.find(quantity);
    ASSERT_NE(correlation, correlations.end()) << quantity;
    const auto [name, factor] = correlation->second;
    check.compare(row, factor * component.property(name)(T), "full correlation");

    // short forms, where the solver has one
    const Species& species = short_forms(row[0]);
    const double heat_capacity = (species.liquid_enthalpy(T + 0.01) - species.liquid_enthalpy(T - 0.01)) / 0.02;
    const std::map<std::string, double> forms{
        {"Psat", species.vapour_pressure(T)},
        {"Hvap", species.heat_of_vaporization(T)},
        {"rhoL(sat)", M / species.liquid_molar_volume(T)},
        {"muL", std::exp(species.log_liquid_viscosity(T))},
        {"CpL", heat_capacity},
        {"sigma", species.surface_tension(T)},
    };
    if (const auto form = forms.find(quantity); form != forms.end()) check.compare(row, form->second, "short form");
  }
  EXPECT_GE(check.rows, 38);
}

TEST(PureComponents, BoilAtOneAtmosphere) {
  // normal boiling points: the data's own constants, 0.3 K
  for (const char* name : {"methanol", "ethanol", "water"}) {
    const Species& species = short_forms(name);
    const double T = Component::find(name).constant("Tb");
    const double slope = (species.vapour_pressure(T + 0.01) - species.vapour_pressure(T - 0.01)) / 0.02;
    EXPECT_NEAR((species.vapour_pressure(T) - 101325.0) / slope, 0.0, 0.3) << name;
  }
}

}  // namespace
}  // namespace stillhouse
