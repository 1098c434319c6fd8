#include "models/properties/fluid_vle.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/properties/vle.h"

namespace stillhouse {
namespace {

constexpr double atmosphere = 101325.0;

PerSpecies<double> fractions(std::initializer_list<double> values) {
  PerSpecies<double> x;
  for (const double value : values) x.push_back(value);
  return x;
}

TEST(FluidVle, PureLiquidsBoilAtTheirNormalBoilingPoint) {
  for (const char* name : {"water", "ethanol", "benzene", "n-octane", "acetic acid", "acetone"}) {
    const Fluid fluid({name}, LiquidModel::ideal);
    const double Tb = Component::find(name).constant("Tb");
    EXPECT_NEAR(bubble_at_pressure(fluid, fractions({1.0}), atmosphere).T, Tb, 0.3) << name;
    EXPECT_NEAR(dew_at_pressure(fluid, fractions({1.0}), atmosphere).T, Tb, 0.3) << name;
  }
}

TEST(FluidVle, AgreesWithTheFirstLabsMixtures) {
  // short forms of their own: the component data within both their deviations
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    const Fluid fluid({mixture.component(0).name(), mixture.component(1).name()}, LiquidModel::nrtl);
    for (const double x : {0.05, 0.3, 0.8}) {
      const Equilibrium expected = bubble_at_pressure(mixture, x, atmosphere);
      const FluidEquilibrium e = bubble_at_pressure(fluid, fractions({x, 1.0 - x}), atmosphere);
      EXPECT_NEAR(e.T, expected.T, 0.1);
      EXPECT_NEAR(e.y[0], expected.y[0], 0.002);
    }
  }
}

TEST(FluidVle, TemperatureAndPressureAreInverse) {
  const Fluid fluid({"methanol", "ethanol", "acetone", "water"}, LiquidModel::unifac);
  for (const auto& x : {fractions({0.1, 0.2, 0.3, 0.4}), fractions({0.97, 0.01, 0.01, 0.01}), fractions({0, 0, 0, 1})})
    for (const double T : {260.0, 330.0, 480.0}) {
      const FluidEquilibrium there = bubble_at_temperature(fluid, x, T);
      const FluidEquilibrium back = bubble_at_pressure(fluid, x, there.P);
      EXPECT_NEAR(back.T, T, 1e-9);
      for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(back.y[i], there.y[i], 1e-10);
    }
}

TEST(FluidVle, DewPointIsTheOtherEndOfTheBubblePoint) {
  const Fluid alcohols({"methanol", "ethanol", "acetone", "water"}, LiquidModel::unifac);
  const Fluid acid({"water", "acetic acid"}, LiquidModel::wilson);
  const auto check = [](const Fluid& fluid, const PerSpecies<double>& x) {
    const FluidEquilibrium bubble = bubble_at_pressure(fluid, x, atmosphere);
    const FluidEquilibrium at_pressure = dew_at_pressure(fluid, bubble.y, atmosphere);
    const FluidEquilibrium at_temperature = dew_at_temperature(fluid, bubble.y, bubble.T);
    EXPECT_NEAR(at_pressure.T, bubble.T, 1e-6);
    EXPECT_NEAR(at_temperature.P, atmosphere, 1.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      EXPECT_NEAR(at_pressure.x[i], x[i], 1e-6);
      EXPECT_NEAR(at_temperature.x[i], x[i], 1e-6);
    }
  };
  check(alcohols, fractions({0.1, 0.2, 0.3, 0.4}));
  check(alcohols, fractions({0.0, 0.5, 0.0, 0.5}));
  check(alcohols, fractions({0.001, 0.001, 0.001, 0.997}));
  for (const double x : {1e-4, 0.2, 0.7, 0.99}) check(acid, fractions({x, 1.0 - x}));
}

TEST(FluidVle, VapourOverTwoLiquidsCondensesToTheOneThatFormsFirst) {
  // toluene and water: a vapour richer in water than the heterogeneous azeotrope gives nearly pure water, and the other
  // way round
  const Fluid fluid({"toluene", "water"}, LiquidModel::unifac);
  EXPECT_LT(dew_at_pressure(fluid, fractions({0.2, 0.8}), atmosphere).x[0], 0.01);
  EXPECT_GT(dew_at_pressure(fluid, fractions({0.8, 0.2}), atmosphere).x[0], 0.9);
}

TEST(FluidVle, FindsAzeotropes) {
  const auto at_atmosphere = [](const char* a, const char* b, LiquidModel model) {
    return azeotropes_at_pressure(Fluid({a, b}, model), atmosphere);
  };
  EXPECT_TRUE(at_atmosphere("methanol", "water", LiquidModel::nrtl).empty());
  EXPECT_TRUE(at_atmosphere("benzene", "toluene", LiquidModel::ideal).empty());
  // acetone and chloroform boil highest together: 337.6 K, 34 % acetone (Lange)
  const auto highest = at_atmosphere("acetone", "chloroform", LiquidModel::nrtl);
  ASSERT_EQ(highest.size(), 1u);
  EXPECT_NEAR(highest[0].T, 337.6, 0.6);
  EXPECT_NEAR(highest[0].x[0], 0.345, 0.025);
  // benzene and water: two liquids, 342.4 K, 29.6 % water in the vapour (Lange: 69.25 degC, 8.83 % by weight)
  const auto two_liquids = at_atmosphere("benzene", "water", LiquidModel::unifac);
  ASSERT_EQ(two_liquids.size(), 1u);
  EXPECT_NEAR(two_liquids[0].T, 342.4, 0.6);
  EXPECT_NEAR(two_liquids[0].y[1], 0.296, 0.015);
}

TEST(FluidVle, SaysWhatIsWrong) {
  const Fluid fluid({"methanol", "water"}, LiquidModel::nrtl);
  const auto message = [](auto&& call) -> std::string {
    try {
      call();
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(message([&] {
              bubble_at_pressure(fluid, fractions({1.5, -0.5}), atmosphere);
            }),
            "mole fraction of methanol in the liquid = 1.5 is outside 0 to 1");
  EXPECT_EQ(message([&] {
              bubble_at_pressure(fluid, fractions({0.5, 0.4}), atmosphere);
            }),
            "the mole fractions sum to 0.9, not to 1");
  EXPECT_EQ(message([&] {
              dew_at_temperature(fluid, fractions({0.5, 0.5}), 700.0);
            }),
            "temperature = 700 K is outside 250 K to 600 K");
  EXPECT_NE(message([&] {
              bubble_at_pressure(fluid, fractions({0.5, 0.5}), 1e9);
            }).find("does not boil between 250 K"),
            std::string::npos);
  EXPECT_NE(message([&] {
              dew_at_pressure(fluid, fractions({0.5, 0.5}), -1.0);
            }).find("does not condense between"),
            std::string::npos);
  EXPECT_EQ(message([&] { bubble_at_temperature(fluid, fractions({1.0}), 300.0); }),
            "2 mole fractions are needed, 1 are given");
}

}  // namespace
}  // namespace stillhouse
