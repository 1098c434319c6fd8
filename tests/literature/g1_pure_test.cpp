#include <cmath>
#include <iostream>
#include <map>
#include <string>

#include "engine/base/error.h"
#include "models/properties/component.h"
#include "models/properties/mixture.h"
#include "tests/literature/known_failures.h"

namespace stillhouse {
namespace {

constexpr char file[] = "g1_pure.csv";

struct Fact {
  std::string of, name, quantity, tolerance;
  double T = 0.0;  // K; 0 for a constant
  double value = 0.0;
};

std::vector<Fact> facts() {
  std::vector<Fact> result;
  for (const auto& row : literature_rows(file)) {
    const std::size_t at = row[1].find(" @ ");
    const double T = at == std::string::npos ? 0.0 : std::stod(row[1].substr(at + 3));
    result.push_back({row[0], row[1], row[1].substr(0, at), row[4], T, std::stod(row[2])});
  }
  return result;
}

double value_of(const Component& component, const Fact& fact) {
  const double M = component.molar_mass();
  if (fact.T == 0.0) {
    static const std::map<std::string, std::pair<const char*, double>> constants{
        {"MW", {"MW", 1e3}},
        {"Tc", {"Tc", 1.0}},
        {"Pc", {"Pc", 1.0}},
        {"omega", {"omega", 1.0}},
        {"Tb(1 atm)", {"Tb", 1.0}},
        {"Hf(ideal gas,298.15 K)", {"Hf_ideal_gas", 1.0}},
        {"S0(ideal gas,298.15 K,1 bar)", {"S_ideal_gas", 1.0}},
    };
    const auto [name, factor] = constants.at(fact.quantity);
    return factor * component.constant(name);
  }
  static const std::map<std::string, const char*> correlations{
      {"Psat", "VaporPressure"},       {"Hvap", "HeatOfVaporization"},      {"rhoL(sat)", "LiquidDensity"},
      {"muL", "LiquidViscosity"},      {"kL", "LiquidThermalConductivity"}, {"Cp(ideal gas)", "IdealGasHeatCapacityCp"},
      {"CpL", "LiquidHeatCapacityCp"}, {"muG(low p)", "VaporViscosity"},    {"sigma", "SurfaceTension"},
  };
  const double value = component.property(correlations.at(fact.quantity))(fact.T);
  return fact.quantity == "rhoL(sat)" ? M * value : value;
}

TEST(PureComponents, MeetPublishedFacts) {
  LiteratureCheck check(file);
  for (const Fact& fact : facts()) {
    // the one compound of the facts that the data do not hold
    if (fact.of == "1,2-propylene glycol") {
      EXPECT_THROW(Component::find(fact.of), ModelError);
      check.cannot_compare(fact.of, fact.name);
      continue;
    }
    check.compare(fact.of, fact.name, value_of(Component::find(fact.of), fact), fact.value, fact.tolerance);
  }
  check.finish();
  EXPECT_EQ(check.facts() + check.beyond(), 528);
  std::cout << check.facts() << " facts on pure compounds, " << check.failures() << " known failures, "
            << check.beyond() << " on a compound that is not in the data\n";
}

/// ln(P/Pc) = (A t + B t^1.5 + C t^3 + D t^6) Tc/T, t = 1 - T/Tc: R. McGarry, Ind. Eng. Chem. Process Des. Dev. 22
/// (1983) 313.
struct Wagner {
  const char* name;
  double A, B, C, D, Pc, Tc;
  double deviation;  // of the fit
  double operator()(double T) const {
    const double t = 1.0 - T / Tc;
    return Pc * std::exp((A * t + B * std::pow(t, 1.5) + C * std::pow(t, 3.0) + D * std::pow(t, 6.0)) * Tc / T);
  }
};

TEST(PureComponents, ReplacedVapourPressuresAreFitsToTheWagnerEquation) {
  const Wagner published[] = {
      {"aniline", -7.65517, 0.853858, -2.51602, -5.96795, 5309400, 699.0, 0.006},
      {"1-propanol", -8.05594, 0.0425183, -7.51296, 6.89004, 5151110, 536.78, 0.013},
      {"1-butanol", -8.00756, 0.537826, -9.3424, 6.68692, 4412630, 563.05, 0.012},
      {"benzene", -6.94739, 1.25253, -2.53686, -3.49284, 4895600, 562.1, 0.003},
      {"cumene", -7.46042, 1.14486, -3.19082, -3.62628, 3212000, 631.0, 0.004},
      {"p-xylene", -7.63495, 1.50724, -3.19678, -2.7871, 3513000, 616.15, 0.004},
      {"phenol", -8.7555, 2.92651, -6.31601, -1.36889, 6130200, 694.2, 0.005},
      {"n-hexane", -7.5165, 1.54797, -3.38541, -2.36767, 3036170, 507.9, 0.005},
      {"styrene", -7.15981, 1.78861, -5.10359, 1.63749, 3992200, 647.0, 0.003},
  };
  for (const Wagner& wagner : published) {
    const Component& component = Component::find(wagner.name);
    const TemperatureFunction& psat = component.property("VaporPressure");
    EXPECT_NE(component.source("VaporPressure").find("McGarry"), std::string::npos) << wagner.name;
    for (int i = 0; i <= 20; ++i) {
      const double T = psat.T_min + (psat.T_max - psat.T_min) * i / 20.0;
      EXPECT_NEAR(psat(T) / wagner(T), 1.0, wagner.deviation) << wagner.name << " at " << T << " K";
    }
  }
}

TEST(PureComponents, ReplacedAcentricFactorsAreThoseOfTheDefinition) {
  int count = 0;
  for (const std::string& name : Component::names()) {
    const Component& component = Component::find(name);
    if (component.source("omega").find("definition") == std::string::npos) continue;
    const double Pr = component.property("VaporPressure")(0.7 * component.constant("Tc")) / component.constant("Pc");
    EXPECT_NEAR(component.constant("omega"), -std::log10(Pr) - 1.0, 6e-5) << name;
    ++count;
  }
  EXPECT_EQ(count, 6);
}

/// Short forms of a compound, taken from a mixture that holds it.
const Species& short_forms(const std::string& compound) {
  const Mixture& mixture = Mixture::find(compound == "ethanol" ? "ethanol_water" : "methanol_water");
  return mixture.short_forms(compound == "water" ? 1 : 0);
}

TEST(PureComponents, ShortFormsOfThePilotColumnsMeetPublishedFacts) {
  int count = 0;
  for (const Fact& fact : facts()) {
    if (fact.T == 0.0 || (fact.of != "methanol" && fact.of != "ethanol" && fact.of != "water")) continue;
    const Species& species = short_forms(fact.of);
    const double T = fact.T, M = Component::find(fact.of).molar_mass();
    const double heat_capacity = (species.liquid_enthalpy(T + 0.01) - species.liquid_enthalpy(T - 0.01)) / 0.02;
    const std::map<std::string, double> forms{
        {"Psat", species.vapour_pressure(T)},
        {"Hvap", species.heat_of_vaporization(T)},
        {"rhoL(sat)", M / species.liquid_molar_volume(T)},
        {"muL", std::exp(species.log_liquid_viscosity(T))},
        {"CpL", heat_capacity},
        {"sigma", species.surface_tension(T)},
    };
    const auto form = forms.find(fact.quantity);
    if (form == forms.end()) continue;
    EXPECT_NEAR(form->second, fact.value, allowed_deviation(fact.tolerance, fact.value))
        << fact.of << ": " << fact.name;
    ++count;
  }
  EXPECT_EQ(count, 17);
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
