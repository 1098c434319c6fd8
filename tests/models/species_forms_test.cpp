#include "models/properties/species_forms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "engine/modelling/tangent.h"

namespace stillhouse {
namespace {

/// Largest relative deviation in per cent of `form` from the data between two temperatures.
double deviation(const std::function<double(double)>& form, const TemperatureFunction& data, double from, double to) {
  double largest = 0.0;
  for (int i = 0; i <= 50; ++i) {
    const double T = from + (to - from) * i / 50.0;
    largest = std::max(largest, 100.0 * std::fabs(form(T) / data(T) - 1.0));
  }
  return largest;
}

TEST(SpeciesForms, AreTheDataOfEveryCompound) {
  // per cent of the data over max(T_min, 250 K) to min(T_max, 0.9 Tc, 500 K)
  const std::map<std::string, double> allowed{{"VaporPressure", 0.9},          {"HeatOfVaporization", 0.5},
                                              {"LiquidDensity", 0.8},          {"LiquidViscosity", 3.0},
                                              {"IdealGasHeatCapacityCp", 0.6}, {"LiquidHeatCapacityCp", 3.0}};
  // data that bend in a way no smooth liquid does
  const std::map<std::pair<std::string, std::string>, double> odd{
      {{"styrene", "VaporPressure"}, 3.0},  // twice the Antoine equation of the same source at 500 K
      {{"carbon tetrachloride", "LiquidHeatCapacityCp"}, 4.5}};
  for (const std::string& name : Component::names()) {
    const Component& component = Component::find(name);
    const SpeciesForms forms = SpeciesForms::of(component);
    const auto check = [&](const std::string& quantity, double to, const std::function<double(double)>& form) {
      const TemperatureFunction& data = component.property(quantity);
      const double from = std::max(data.T_min, 250.0);
      to = std::min(data.T_max, to);
      if (from >= to) return;
      const auto exception = odd.find({name, quantity});
      EXPECT_LT(deviation(form, data, from, to), exception == odd.end() ? allowed.at(quantity) : exception->second)
          << quantity << " of " << name << " from " << from << " K to " << to << " K";
    };
    check("IdealGasHeatCapacityCp", 600.0, [&](double T) { return forms.gas_heat_capacity(T); });
    if (!forms.condenses) continue;
    const double to = std::min(0.9 * forms.critical_temperature, 500.0);
    check("VaporPressure", to, [&](double T) { return forms.vapour_pressure(T); });
    check("HeatOfVaporization", to, [&](double T) { return forms.heat_of_vaporization(T); });
    check("LiquidHeatCapacityCp", to / 0.9 * 0.85, [&](double T) { return forms.liquid_heat_capacity(T); });
    check("LiquidDensity", to, [&](double T) { return 1.0 / forms.liquid_molar_volume(T); });
    check("LiquidViscosity", to, [&](double T) { return std::exp(forms.log_liquid_viscosity(T)); });
  }
}

TEST(SpeciesForms, StaySoundWhereSolversLook) {
  for (const std::string& name : Component::names()) {
    const SpeciesForms forms = SpeciesForms::of(Component::find(name));
    double previous = 0.0;
    for (double T = 250.0; T <= 600.0; T += 2.5) {
      const Dual<1> seeded = [&] {
        Dual<1> result(T);
        result.gradient[0] = 1.0;
        return result;
      }();
      const Dual<1> psat = forms.vapour_pressure(seeded);
      EXPECT_GT(psat.value, 0.0) << name << " " << T;
      EXPECT_GT(psat.gradient[0], 0.0) << name << " " << T;
      EXPECT_TRUE(std::isfinite(psat.value)) << name << " " << T;
      const Dual<1> lambda = forms.heat_of_vaporization(seeded);
      EXPECT_GT(lambda.value, 0.0) << name << " " << T;
      if (!forms.association) {
        EXPECT_LE(lambda.gradient[0], 0.0) << name << " " << T;
      }
      EXPECT_GT(forms.liquid_heat_capacity(T), 20.0) << name << " " << T;
      EXPECT_GT(forms.gas_enthalpy(seeded).gradient[0], 20.0) << name << " " << T;
      EXPECT_GT(forms.gas_enthalpy(T), forms.liquid_enthalpy(T)) << name << " " << T;
      // water is densest at 277 K
      const double v = forms.liquid_molar_volume(T);
      EXPECT_GT(v, previous * (name == "water" || !forms.condenses ? 0.999 : 1.0)) << name << " " << T;
      EXPECT_LT(v, 0.01) << name << " " << T;
      previous = v;
      const Dual<1> viscosity = forms.log_liquid_viscosity(seeded);
      EXPECT_LE(viscosity.gradient[0], 0.0) << name << " " << T;
      EXPECT_GT(viscosity.value, -20.0) << name << " " << T;
    }
  }
}

TEST(SpeciesForms, EnthalpiesCountFromTheElements) {
  // standard enthalpies of formation of the liquids at 298.15 K, kJ/mol: NIST-JANAF and Pedley, Naylor, Kirby,
  // Thermochemical Data of Organic Compounds, 2nd ed. 1986
  const std::map<std::string, double> liquids{
      {"water", -285.83},        {"methanol", -239.1},      {"ethanol", -277.6},     {"benzene", 49.0},
      {"toluene", 12.4},         {"acetone", -248.4},       {"acetic acid", -484.5}, {"n-hexane", -198.7},
      {"ethyl acetate", -478.8}, {"propionic acid", -510.7}};
  for (const auto& [name, kJ] : liquids)
    EXPECT_NEAR(SpeciesForms::of(Component::find(name)).liquid_enthalpy(298.15), 1e3 * kJ, 2600.0) << name;
  EXPECT_NEAR(SpeciesForms::of(Component::find("water")).gas_enthalpy(298.15), -241826.0, 30.0);
  EXPECT_EQ(SpeciesForms::of(Component::find("nitrogen")).gas_enthalpy(298.15), 0.0);
}

TEST(SpeciesForms, LatentHeatIsThatOfTheDataAtTheNormalBoilingPoint) {
  for (const std::string& name : Component::names()) {
    const Component& component = Component::find(name);
    const SpeciesForms forms = SpeciesForms::of(component);
    if (!forms.condenses) continue;
    const double Tb = component.constant("Tb");
    if (Tb < 250.0 || Tb > 0.9 * forms.critical_temperature) continue;
    const double lambda = forms.heat_of_vaporization(Tb);
    EXPECT_NEAR(forms.gas_enthalpy(Tb) - forms.liquid_enthalpy(Tb), lambda, 1e-9 * lambda) << name;
  }
  // and stays near it where vapours are thin: heat capacities and latent heats of independent correlations agree
  const SpeciesForms water = SpeciesForms::of(Component::find("water"));
  EXPECT_NEAR(water.gas_enthalpy(298.15) - water.liquid_enthalpy(298.15), 44004.0, 150.0);  // IAPWS-95: 44.00 kJ/mol
}

TEST(SpeciesForms, DualsAreDerivatives) {
  for (const char* name : {"water", "n-hexane", "acetic acid", "oxygen"}) {
    const SpeciesForms forms = SpeciesForms::of(Component::find(name));
    const auto check = [&](auto&& f) {
      for (const double T : {260.0, 333.0, 520.0}) {
        Tangent seeded(T);
        seeded.gradient[2] = 1.0;
        const double step = 1e-4 * T, difference = (f(T + step) - f(T - step)) / (2.0 * step);
        EXPECT_NEAR(f(seeded).gradient[2], difference, 1e-5 * std::fabs(difference) + 1e-12 * std::fabs(f(T)))
            << name << " " << T;
        EXPECT_EQ(f(seeded).value, f(T));
      }
    };
    check([&](auto T) { return forms.vapour_pressure(T); });
    check([&](auto T) { return forms.heat_of_vaporization(T); });
    check([&](auto T) { return forms.gas_enthalpy(T); });
    check([&](auto T) { return forms.liquid_enthalpy(T); });
    check([&](auto T) { return forms.liquid_molar_volume(T); });
    check([&](auto T) { return forms.log_liquid_viscosity(T); });
  }
}

}  // namespace
}  // namespace stillhouse
