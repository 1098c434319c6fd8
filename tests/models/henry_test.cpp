#include "models/properties/henry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "models/properties/fluid.h"

namespace stillhouse {
namespace {

TEST(HenryLaw, DocumentedExample) {
  EXPECT_NEAR(std::exp(henry_law("oxygen")->log_pressure(298.15)), 4.257e9, 1e6);
  EXPECT_FALSE(henry_law("methanol"));
}

TEST(HenryLaw, AgreesWithTheFormulationOfTheWatersAssociation) {
  // Fernandez-Prini, Alvarez, Harvey, J. Phys. Chem. Ref. Data 32 (2003) 903 (IAPWS G7-04), equation 1 with its table:
  // ln(H / psat) = A/Tr + B (1 - Tr)^0.355 / Tr + C Tr^-0.41 exp(1 - Tr)
  const std::map<std::string, std::array<double, 3>> table{
      {"hydrogen", {-4.73284, 6.08954, 6.06066}},       {"nitrogen", {-9.67578, 4.72162, 11.70585}},
      {"oxygen", {-9.44833, 4.43822, 11.42005}},        {"carbon monoxide", {-10.52862, 5.13259, 12.01421}},
      {"carbon dioxide", {-8.55445, 4.01195, 9.52345}}, {"methane", {-10.44708, 4.66491, 12.12986}},
      {"ethane", {-19.67563, 4.51222, 20.62567}}};
  const SpeciesForms water = SpeciesForms::of(Component::find("water"));
  for (const auto& [name, c] : table)
    for (const double T : {283.15, 298.15, 313.15}) {
      const double Tr = T / 647.096, tau = 1.0 - Tr;
      const double expected = water.log_vapour_pressure(T) + c[0] / Tr + c[1] * std::pow(tau, 0.355) / Tr +
                              c[2] * std::pow(Tr, -0.41) * std::exp(tau);
      // one heat of solution for all temperatures
      EXPECT_NEAR(henry_law(name)->log_pressure(T), expected, 0.1) << name << " " << T;
    }
}

TEST(HenryLaw, AgreesWithEntriesOfTheCompilation) {
  // entries of Sander's compilation, as the source of its program has them, in mol/(L atm) and kcal/mol: ammonia 58.44
  // and -8.17, sulfur dioxide 1.245 and -6.247, ethylene 4.9e-3
  const double per_Pa = 1000.0 / 101325.0, per_kcal = 4184.0 / gas_constant;
  EXPECT_NEAR(henry_law("ammonia")->H_cp, 58.44 * per_Pa, 0.05 * 58.44 * per_Pa);
  EXPECT_NEAR(henry_law("ammonia")->s, 8.17 * per_kcal, 0.05 * 8.17 * per_kcal);
  EXPECT_NEAR(henry_law("sulfur dioxide")->H_cp, 1.245 * per_Pa, 0.1 * 1.245 * per_Pa);
  EXPECT_NEAR(henry_law("sulfur dioxide")->s, 6.247 * per_kcal, 0.1 * 6.247 * per_kcal);
  EXPECT_NEAR(henry_law("ethylene")->H_cp, 4.9e-3 * per_Pa, 0.02 * 4.9e-3 * per_Pa);
}

TEST(HenryLaw, GasesDissolveByItInEveryModel) {
  for (const LiquidModel model :
       {LiquidModel::ideal, LiquidModel::nrtl, LiquidModel::wilson, LiquidModel::uniquac, LiquidModel::unifac}) {
    const Fluid fluid({"water", "oxygen", "ammonia"}, model);
    PerSpecies<double> x;
    for (const double value : {1.0 - 2e-5, 1e-5, 1e-5}) x.push_back(value);
    const auto p = fluid.bubble_pressures(x, 298.15);
    EXPECT_NEAR(p[1], 1e-5 * 4.257e9, 0.001 * p[1]);
    EXPECT_NEAR(p[2], 1e-5 * 55342.0 / 0.59, 0.001 * p[2]);
    // heat of solution, R s
    EXPECT_NEAR((fluid.gas_enthalpy(1, 298.15) * 1e-5 -
                 (fluid.liquid_enthalpy(x, 298.15) - x[0] * fluid.liquid_enthalpy(0, 298.15) -
                  x[2] * fluid.liquid_enthalpy(2, 298.15) -
                  1e-5 * gas_constant * (fluid.forms(2).clausius_temperature(298.15) - 4200.0))) /
                    1e-5,
                gas_constant * 1500.0, 10.0);
  }
}

TEST(HenryLaw, WaterUnderAirHoldsTheOxygenThatFishBreathe) {
  // 8.26 g/m3 at 298.15 K under humid air at 1 atm (Standard Methods for the Examination of Water)
  const double p = 0.2095 * (101325.0 - 3169.0);
  const double x = p / std::exp(henry_law("oxygen")->log_pressure(298.15));
  EXPECT_NEAR(x * 55342.0 * 32.0, 8.26, 0.4);
}

}  // namespace
}  // namespace stillhouse
