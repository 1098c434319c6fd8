#include "models/properties/fluid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/autodiff/traced.h"
#include "engine/base/error.h"
#include "models/properties/mixture.h"

namespace stillhouse {
namespace {

const std::vector<LiquidModel> models{LiquidModel::ideal, LiquidModel::nrtl, LiquidModel::wilson, LiquidModel::uniquac,
                                      LiquidModel::unifac};

PerSpecies<double> fractions(std::initializer_list<double> values) {
  PerSpecies<double> x;
  for (const double value : values) x.push_back(value);
  return x;
}

/// A species that the model has parameters for; where there are some, one that associates.
std::string third(LiquidModel model) {
  return model == LiquidModel::nrtl ? "acetone" : "acetic acid";
}

std::string message(const std::vector<std::string>& compounds, LiquidModel model) {
  try {
    Fluid(compounds, model);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "";
}

TEST(Fluid, SaysWhatIsWrong) {
  EXPECT_NE(message({"ethanoll", "water"}, LiquidModel::ideal).find("did you mean 'ethanol'?"), std::string::npos);
  EXPECT_EQ(message({"water", "water"}, LiquidModel::ideal), "the fluid names water twice");
  EXPECT_EQ(message({}, LiquidModel::ideal), "a fluid needs at least one compound");
  EXPECT_EQ(message({"water", "glycerol", "nitrogen"}, LiquidModel::wilson),
            "there are no wilson parameters for water and glycerol; the model unifac predicts them from the groups of "
            "the molecules");
  EXPECT_NE(message({"water", "ethylene oxide"}, LiquidModel::unifac).find("ethylene oxide is not divided into groups"),
            std::string::npos);
  const Fluid fluid({"ethanol", "water"}, LiquidModel::nrtl);
  EXPECT_EQ(fluid.index("water"), 1u);
  try {
    fluid.index("watr");
    FAIL();
  } catch (const ModelError& error) {
    EXPECT_STREQ(error.what(), "the fluid has no species 'watr'; it has ethanol, water; did you mean 'water'?");
  }
}

TEST(Fluid, TakesTheFirstLabsParametersForItsPairs) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    const std::string light = mixture.component(0).name(), heavy = mixture.component(1).name();
    const Fluid fluid({heavy, light}, LiquidModel::nrtl);
    for (const double x : {0.0, 0.1, 0.5, 1.0}) {
      const auto expected = mixture.activity<double>({x, 1.0 - x}, 340.0);
      const auto gamma = fluid.activity(fractions({1.0 - x, x}), 340.0);
      EXPECT_NEAR(gamma[1], expected[0], 1e-12 * expected[0]);
      EXPECT_NEAR(gamma[0], expected[1], 1e-12 * expected[1]);
      EXPECT_NEAR(fluid.excess_enthalpy(fractions({1.0 - x, x}), 340.0),
                  mixture.excess_enthalpy<double>({x, 1.0 - x}, 340.0), 1e-9);
    }
  }
}

TEST(Fluid, GibbsDuhemHoldsInEveryModel) {
  // sum_i x_i d ln gamma_i = 0 at constant T along any direction
  for (const LiquidModel model : models) {
    const Fluid fluid({"methanol", "water", "acetone", "carbon dioxide"}, model);
    for (const auto& x : {fractions({0.2, 0.3, 0.45, 0.05}), fractions({0.7, 0.29, 0.01, 0.0}),
                          fractions({0.001, 0.99, 0.001, 0.008})}) {
      using Real = Dual<1>;
      PerSpecies<Real> moving(4);
      const double direction[] = {0.3, -0.8, 0.4, 0.1};
      for (std::size_t i = 0; i < 4; ++i) {
        moving[i] = Real(x[i]);
        moving[i].gradient[0] = direction[i];
      }
      const auto log_gamma = fluid.log_activity(moving, Real(330.0));
      double sum = 0.0;
      for (std::size_t i = 0; i < 4; ++i) sum += x[i] * log_gamma[i].gradient[0];
      EXPECT_NEAR(sum, 0.0, 1e-13) << name_of(model);
    }
  }
}

TEST(Fluid, ExcessEnthalpyIsTheTemperatureDerivativeOfTheExcessGibbsEnergy) {
  for (const LiquidModel model : models) {
    const Fluid fluid({"methanol", "water", "acetone", "carbon dioxide"}, model);
    const auto x = fractions({0.2, 0.3, 0.45, 0.05});
    Dual<1> T(330.0);
    T.gradient[0] = 1.0;
    PerSpecies<Dual<1>> fixed;
    for (const double value : x) fixed.push_back(value);
    const auto log_gamma = fluid.log_activity(fixed, T);
    double slope = 0.0;
    for (std::size_t i = 0; i < 4; ++i) slope += x[i] * log_gamma[i].gradient[0];
    const double expected = -gas_constant * 330.0 * 330.0 * slope;
    EXPECT_NEAR(fluid.excess_enthalpy(x, 330.0), expected, 1e-9 * std::fabs(expected) + 1e-12) << name_of(model);
  }
}

TEST(Fluid, PureLiquidsAreIdeal) {
  for (const LiquidModel model : models) {
    const Fluid fluid({"methanol", "water", "acetone"}, model);
    for (std::size_t i = 0; i < 3; ++i) {
      auto x = fractions({0.0, 0.0, 0.0});
      x[i] = 1.0;
      EXPECT_NEAR(fluid.log_activity(x, 320.0)[i], 0.0, 1e-14) << name_of(model);
      EXPECT_NEAR(fluid.excess_enthalpy(x, 320.0), 0.0, 1e-9) << name_of(model);
      EXPECT_NEAR(fluid.bubble_pressures(x, 320.0)[i], fluid.vapour_pressure(i, 320.0), 1e-9) << name_of(model);
      EXPECT_NEAR(fluid.liquid_enthalpy(x, 320.0), fluid.liquid_enthalpy(i, 320.0), 1e-8);
    }
  }
}

TEST(Fluid, DualsAreDerivativesInEveryModel) {
  for (const LiquidModel model : models) {
    const Fluid fluid({"ethanol", "water", third(model), "nitrogen"}, model);
    const auto x = fractions({0.3, 0.5, 0.199, 0.001});
    const auto total = [&](const auto& x_, const auto& T_) {
      const auto p = fluid.bubble_pressures(x_, T_);
      return p[0] + 2.0 * p[1] + 3.0 * p[2] + fluid.liquid_enthalpy(x_, T_) + fluid.gas_enthalpy(x_, T_) +
             fluid.liquid_density(x_, T_) + 1e4 * fluid.liquid_viscosity(x_, T_);
    };
    PerSpecies<Dual<5>> seeded;
    for (int i = 0; i < 4; ++i) {
      seeded.push_back(x[i]);
      seeded[i].gradient[i] = 1.0;
    }
    Dual<5> T(340.0);
    T.gradient[4] = 1.0;
    const Dual<5> exact = total(seeded, T);
    for (int i = 0; i < 5; ++i) {
      auto up = x, down = x;
      double T_up = 340.0, T_down = 340.0;
      const double step = i == 4 ? 1e-3 : 1e-6;
      (i == 4 ? T_up : up[i]) += step;
      (i == 4 ? T_down : down[i]) -= step;
      const double difference = (total(up, T_up) - total(down, T_down)) / (2.0 * step);
      EXPECT_NEAR(exact.gradient[i], difference, 1e-5 * std::fabs(difference)) << name_of(model) << " " << i;
    }
  }
}

TEST(Fluid, IsTracedAsItIsComputed) {
  // equations are recorded with Traced: the same functions must compile and fold constants to the same numbers
  for (const LiquidModel model : models) {
    const Fluid fluid({"ethanol", "water", third(model)}, model);
    const auto x = fractions({0.3, 0.5, 0.2});
    PerSpecies<Traced> traced;
    for (const double value : x) traced.push_back(value);
    const auto p = fluid.bubble_pressures(x, 350.0);
    const auto recorded = fluid.bubble_pressures(traced, Traced(350.0));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(recorded[i].number, p[i], 1e-12 * p[i]);
    EXPECT_NEAR(fluid.liquid_enthalpy(traced, Traced(350.0)).number, fluid.liquid_enthalpy(x, 350.0), 1e-6);
  }
}

TEST(Fluid, HeatOfReactionFollowsFromItsEnthalpies) {
  // acetic acid + ethanol -> ethyl acetate + water in the liquid: about -4 kJ/mol; standard enthalpies of formation of
  // the liquids (NIST): -484.5, -277.6, -478.8, -285.8
  const Fluid fluid({"acetic acid", "ethanol", "ethyl acetate", "water"}, LiquidModel::ideal);
  const double T = 298.15;
  const double heat = fluid.liquid_enthalpy(2, T) + fluid.liquid_enthalpy(3, T) - fluid.liquid_enthalpy(0, T) -
                      fluid.liquid_enthalpy(1, T);
  EXPECT_NEAR(heat, -2500.0, 4000.0);
  // methane + 2 oxygen -> carbon dioxide + 2 water (gas): -802.3 kJ/mol, lower heating value
  const Fluid flame({"methane", "oxygen", "carbon dioxide", "water"}, LiquidModel::ideal);
  const double combustion = flame.gas_enthalpy(2, T) + 2.0 * flame.gas_enthalpy(3, T) - flame.gas_enthalpy(0, T) -
                            2.0 * flame.gas_enthalpy(1, T);
  EXPECT_NEAR(combustion, -802300.0, 500.0);
}

TEST(Fluid, AcidVapourIsPartlyDimers) {
  const Fluid fluid({"acetic acid", "water"}, LiquidModel::ideal);
  // compressibility of the saturated vapour at the normal boiling point: 0.61 to 0.63 (molar mass of the vapour 96 to
  // 98)
  const Association acid;
  const double T = 391.04, K = acid.constant(T), psat = fluid.vapour_pressure(0, T);
  const double p = Association::monomer_pressure(K, psat);
  EXPECT_NEAR(K, 5.07e-5, 0.01e-5);
  EXPECT_NEAR(p + K * p * p, psat, 1e-9 * psat);
  EXPECT_NEAR(psat / (p + 2.0 * K * p * p), 0.62, 0.02);
  // pure acid boils at its vapour pressure, and its latent heat is the half of what monomers would take
  EXPECT_NEAR(fluid.bubble_pressures(fractions({1.0, 0.0}), T)[0], psat, 1e-9 * psat);
  EXPECT_NEAR(fluid.gas_enthalpy(0, T) - fluid.liquid_enthalpy(0, T), 23500.0, 500.0);
}

TEST(Fluid, DensityAndMolarMassOfMixtures) {
  const Fluid fluid({"benzene", "toluene"}, LiquidModel::ideal);
  const auto x = fractions({0.5, 0.5});
  EXPECT_NEAR(fluid.gas_molar_mass(x), 0.0851258, 1e-6);
  // 298.15 K: benzene 873.6, toluene 862.3 kg/m3
  EXPECT_NEAR(fluid.liquid_density(x, 298.15), 867.4, 3.0);
  EXPECT_NEAR(fluid.liquid_viscosity(1, 298.15), 5.6e-4, 0.1e-4);
}

}  // namespace
}  // namespace stillhouse
