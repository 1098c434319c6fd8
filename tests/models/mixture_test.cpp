#include "models/properties/mixture.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <iostream>
#include <string>

#include "engine/autodiff/traced.h"
#include "engine/base/error.h"
#include "models/properties/regression/short_forms.h"

namespace stillhouse {
namespace {

constexpr int wide = 12;  // derivatives, more than any property has inputs
constexpr std::array compositions{0.0, 1e-6, 0.03, 0.2, 0.5, 0.77, 0.99, 1.0};

/// Every property as a function of x[0], x[1], T, under its name.
template <class Real>
std::vector<std::pair<std::string, Real>> properties(const Mixture& m, const std::array<Real, 2>& x, const Real& T) {
  std::vector<std::pair<std::string, Real>> all;
  for (int i = 0; i < 2; ++i) {
    const std::string of = " of " + m.component(i).name();
    all.emplace_back("vapour pressure" + of, m.vapour_pressure(i, T));
    all.emplace_back("activity" + of, m.activity(x, T)[i]);
    all.emplace_back("liquid enthalpy" + of, m.liquid_enthalpy(i, T));
    all.emplace_back("vapour enthalpy" + of, m.vapour_enthalpy(i, T));
    all.emplace_back("heat of vaporization" + of, m.heat_of_vaporization(i, T));
    all.emplace_back("molar volume" + of, m.liquid_molar_volume(i, T));
  }
  all.emplace_back("excess enthalpy", m.excess_enthalpy(x, T));
  all.emplace_back("excess volume", m.excess_volume(x));
  all.emplace_back("air enthalpy", m.air_enthalpy(T));
  all.emplace_back("density", m.liquid_density(x, T));
  all.emplace_back("surface tension", m.surface_tension(x, T));
  all.emplace_back("viscosity", m.liquid_viscosity(x, T));
  return all;
}

TEST(Mixture, IsFoundByNameOrComponents) {
  EXPECT_EQ(Mixture::names(), (std::vector<std::string>{"methanol_water", "ethanol_water"}));
  EXPECT_EQ(&Mixture::of("water", "ethanol"), &Mixture::find("ethanol_water"));
  EXPECT_EQ(&Mixture::of("methanol", "water"), &Mixture::find("methanol_water"));
  const auto message = [](auto&& call) -> std::string {
    try {
      call();
    } catch (const ModelError& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_EQ(message([] { Mixture::find("methanol-water"); }),
            "mixture 'methanol-water' is not known; allowed: methanol_water ethanol_water; "
            "did you mean 'methanol_water'?");
  EXPECT_EQ(message([] { Mixture::of("methanol", "ethanol"); }),
            "no activity parameters for methanol and ethanol; allowed: methanol,water ethanol,water");
  EXPECT_NE(message([] { Mixture::of("watr", "ethanol"); }).find("did you mean 'water'?"), std::string::npos);
}

TEST(Mixture, DocumentedExample) {
  EXPECT_NEAR(Mixture::find("methanol_water").activity<double>({0.3, 0.7}, 350.0)[0], 1.3503, 5e-5);
}

TEST(Mixture, ShortFormsAreFitsOfTheComponentData) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& mixture = Mixture::find(name);
    for (int i = 0; i < 2; ++i) {
      const ShortForms fitted = fit_short_forms(mixture.component(i));
      const Species &shipped = mixture.short_forms(i), &found = fitted.species;
      const auto same = [&](const auto& a, const auto& b) {
        for (std::size_t k = 0; k < a.size(); ++k)
          EXPECT_NEAR(a[k], b[k], 1e-6 * std::fabs(b[0])) << shipped.name << " coefficient " << k;
      };
      EXPECT_EQ(shipped.name, found.name);
      EXPECT_EQ(shipped.psat, found.psat);
      same(shipped.liquid_heat, found.liquid_heat);
      same(shipped.latent_heat, found.latent_heat);
      same(shipped.volume, found.volume);
      same(shipped.tension, found.tension);
      same(shipped.viscosity, found.viscosity);
      for (const ShortFormDeviation& d : fitted.deviations) {
        std::cout << shipped.name << " " << d.quantity << ": short form within " << 100.0 * d.largest << " %\n";
        EXPECT_LT(d.largest, 0.007) << shipped.name << " " << d.quantity;
      }
      EXPECT_EQ(fitted.deviations.size(), 5u);
    }
  }
}

TEST(Mixture, StaysSoundFarOutsideItsRange) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& m = Mixture::find(name);
    for (double T = 250.0; T <= 600.0; T += 1.0) {
      const double step = 0.01;
      const auto slope = [&](auto&& f) { return (f(T + step) - f(T - step)) / (2.0 * step); };
      for (int i = 0; i < 2; ++i) {
        EXPECT_GT(slope([&](double t) { return m.vapour_pressure(i, t); }), 0.0) << name << i << " T = " << T;
        EXPECT_GT(slope([&](double t) { return m.liquid_enthalpy(i, t); }), 50.0) << name << i << " T = " << T;
        // the internal energy h - R T of a vapour rises too, so that energy determines temperature
        EXPECT_GT(slope([&](double t) { return m.vapour_enthalpy(i, t); }), gas_constant) << name << i << " T = " << T;
        EXPECT_GT(m.heat_of_vaporization(i, T), 0.0) << name << i << " T = " << T;
        EXPECT_GT(m.liquid_molar_volume(i, T), 1e-5) << name << i << " T = " << T;
        EXPECT_GT(m.short_forms(i).surface_tension(T), 0.0) << name << i << " T = " << T;
        EXPECT_LT(slope([&](double t) { return m.short_forms(i).surface_tension(t); }), 0.0);
        EXPECT_LT(slope([&](double t) { return m.short_forms(i).log_liquid_viscosity(t); }), 0.0);
        // water alone is densest near 277 K
        const double expansion = slope([&](double t) { return m.liquid_molar_volume(i, t); });
        EXPECT_TRUE(expansion > 0.0 || T <= 278.0) << name << i << " T = " << T;
      }
      for (const double x : compositions) {
        const std::array<double, 2> liquid{x, 1.0 - x};
        for (const auto& [property, value] : properties<double>(m, liquid, T))
          EXPECT_TRUE(std::isfinite(value)) << name << " " << property << " x = " << x << " T = " << T;
        for (const double gamma : m.activity(liquid, T)) EXPECT_GT(gamma, 0.1);
        EXPECT_GT(m.liquid_density(liquid, T), 200.0);
        EXPECT_GT(m.surface_tension(liquid, T), 0.0);
        EXPECT_GT(m.liquid_viscosity(liquid, T), 0.0);
        // and with the liquid's own heat, mixing included, enthalpy still rises with temperature
        EXPECT_GT(slope([&](double t) {
                    return x * m.liquid_enthalpy(0, t) + (1.0 - x) * m.liquid_enthalpy(1, t) +
                           m.excess_enthalpy<double>(liquid, t);
                  }),
                  50.0)
            << name << " x = " << x << " T = " << T;
      }
    }
  }
}

TEST(Mixture, VapourIsLiquidPlusLatentHeat) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& m = Mixture::find(name);
    for (int i = 0; i < 2; ++i) {
      EXPECT_EQ(m.liquid_enthalpy(i, 298.15), 0.0);
      for (double T = 250.0; T <= 600.0; T += 12.5)
        EXPECT_EQ(m.vapour_enthalpy(i, T), m.liquid_enthalpy(i, T) + m.heat_of_vaporization(i, T));
    }
    EXPECT_EQ(m.air_enthalpy(298.15), 0.0);
  }
}

TEST(Mixture, AirEnthalpyFollowsTheData) {
  const TemperatureFunction& heat_capacity = Component::find("air").property("IdealGasHeatCapacityCp");
  const Mixture& m = Mixture::find("methanol_water");
  for (double T = 250.0; T <= 400.0; T += 5.0)
    EXPECT_NEAR(m.air_enthalpy(T + 0.5) - m.air_enthalpy(T - 0.5), heat_capacity(T), 0.01 * heat_capacity(T));
}

TEST(Mixture, PureEndsAreThePureLiquids) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& m = Mixture::find(name);
    for (const double T : {280.0, 340.0, 400.0}) {
      EXPECT_DOUBLE_EQ(m.activity<double>({1.0, 0.0}, T)[0], 1.0);
      EXPECT_DOUBLE_EQ(m.activity<double>({0.0, 1.0}, T)[1], 1.0);
      EXPECT_EQ(m.excess_enthalpy<double>({1.0, 0.0}, T), 0.0);
      EXPECT_EQ(m.excess_enthalpy<double>({0.0, 1.0}, T), 0.0);
      EXPECT_DOUBLE_EQ(m.liquid_density<double>({1.0, 0.0}, T), m.molar_mass(0) / m.liquid_molar_volume(0, T));
    }
  }
}

TEST(Nrtl, ObeysGibbsDuhem) {
  // x1 d ln gamma1 + x2 d ln gamma2 = 0 along x at constant T
  for (const std::string& name : Mixture::names())
    for (const double T : {260.0, 330.0, 373.15, 450.0, 590.0})
      for (double x = 0.01; x < 1.0; x += 0.07) {
        std::array<Dual<1>, 2> liquid{x, 1.0 - x};
        liquid[0].gradient[0] = 1.0;
        liquid[1].gradient[0] = -1.0;
        const auto log_gamma = Mixture::find(name).nrtl().log_activity(liquid, Dual<1>(T));
        EXPECT_NEAR(x * log_gamma[0].gradient[0] + (1.0 - x) * log_gamma[1].gradient[0], 0.0, 1e-12) << name;
      }
}

TEST(Nrtl, ObeysGibbsHelmholtz) {
  // h^E = -R T^2 d(g^E / R T)/dT, the derivative by duals and by differences
  for (const std::string& name : Mixture::names()) {
    const Nrtl& nrtl = Mixture::find(name).nrtl();
    for (const double T : {260.0, 330.0, 373.15, 450.0, 590.0})
      for (double x = 0.01; x < 1.0; x += 0.07) {
        const auto g = [&](const auto& t) {
          using Real = std::decay_t<decltype(t)>;
          const auto log_gamma = nrtl.log_activity<Real>({Real(x), Real(1.0 - x)}, t);
          return x * log_gamma[0] + (1.0 - x) * log_gamma[1];
        };
        Dual<1> seeded(T);
        seeded.gradient[0] = 1.0;
        const double h = nrtl.excess_enthalpy<double>({x, 1.0 - x}, T);
        EXPECT_NEAR(h, -gas_constant * T * T * g(seeded).gradient[0], 1e-8) << name;
        EXPECT_NEAR(h, -gas_constant * T * T * (g(T + 0.01) - g(T - 0.01)) / 0.02, 1e-3) << name;
      }
  }
}

TEST(Nrtl, ReproducesPublishedArithmetic) {
  // ethanol + water, x1 = 0.2, 353.15 K with ChemSep's constant parameters (DECHEMA fit at 1 atm), R in cal/(mol K)
  constexpr double R = 1.98721;
  const Nrtl nrtl{0.0, -57.9601 / R, 0.0, 0.0, 1241.7396 / R, 0.0, 0.2937};
  const std::array<double, 2> gamma = nrtl.activity<double>({0.2, 0.8}, 353.15);
  EXPECT_NEAR(gamma[0], 2.278285161, 1e-4 * 2.278285161);
  EXPECT_NEAR(gamma[1], 1.092793688, 1e-4 * 1.092793688);
}

TEST(Properties, DerivativesAreExact) {
  for (const std::string& name : Mixture::names()) {
    const Mixture& m = Mixture::find(name);
    for (const double T : {275.0, 340.0, 410.0})
      for (const double x : {0.02, 0.4, 0.95}) {
        // seeds in scattered places, each input with two unknowns behind it
        std::array<Dual<wide>, 2> liquid{x, 1.0 - x};
        Dual<wide> hot(T);
        liquid[0].gradient[3] = 1.0;
        liquid[1].gradient[7] = 1.0;
        hot.gradient[11] = 1.0;
        hot.gradient[5] = -2.0;
        const auto exact = properties<Dual<wide>>(m, liquid, hot);
        const auto plain = properties<double>(m, {x, 1.0 - x}, T);
        ASSERT_EQ(exact.size(), plain.size());

        const auto difference = [&](std::size_t k, int input) {
          const double h = input == 2 ? 1e-3 : 1e-6;
          const auto at = [&](double s) {
            return properties<double>(m, {x + (input == 0 ? s : 0.0), 1.0 - x + (input == 1 ? s : 0.0)},
                                      T + (input == 2 ? s : 0.0))[k]
                .second;
          };
          return (at(h) - at(-h)) / (2.0 * h);
        };
        for (std::size_t k = 0; k < exact.size(); ++k) {
          const auto& [property, value] = exact[k];
          const double scale = std::fabs(plain[k].second) + 1e-12;
          EXPECT_NEAR(value.value, plain[k].second, 1e-13 * scale) << property;
          const double by_x1 = difference(k, 0), by_x2 = difference(k, 1), by_T = difference(k, 2);
          EXPECT_NEAR(value.gradient[3], by_x1, 1e-7 * (scale + std::fabs(by_x1))) << name << " " << property;
          EXPECT_NEAR(value.gradient[7], by_x2, 1e-7 * (scale + std::fabs(by_x2))) << name << " " << property;
          EXPECT_NEAR(value.gradient[11], by_T, 1e-7 * (scale + std::fabs(by_T))) << name << " " << property;
          EXPECT_DOUBLE_EQ(value.gradient[5], -2.0 * value.gradient[11]) << property;
          for (const int unseeded : {0, 1, 2, 4, 6, 8, 9, 10}) EXPECT_EQ(value.gradient[unseeded], 0.0) << property;
        }
      }
  }
}

TEST(Properties, TracedNamesTheInputs) {
  const Mixture& m = Mixture::find("ethanol_water");
  ExpressionGraph graph;
  const auto unknown = [&](int index) { return Traced(graph, graph.leaf(Op::unknown, index)); };
  const std::array<Traced, 2> x{unknown(0), unknown(1)};
  const Traced T = unknown(2);
  const auto reads = [&](const Traced& property) {
    const std::vector<char> needed = needed_nodes(graph, {property.node});
    return std::array{needed[x[0].node] != 0, needed[x[1].node] != 0, needed[T.node] != 0};
  };
  const std::array all{true, true, true}, temperature{false, false, true};
  for (const Traced& gamma : m.activity(x, T)) EXPECT_EQ(reads(gamma), all);
  EXPECT_EQ(reads(m.excess_enthalpy(x, T)), all);
  EXPECT_EQ(reads(m.liquid_density(x, T)), all);
  EXPECT_EQ(reads(m.vapour_pressure(0, T)), temperature);
  EXPECT_EQ(reads(m.vapour_enthalpy(1, T)), temperature);
}

}  // namespace
}  // namespace stillhouse
