#include "models/properties/mixture_transport.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "models/properties/component.h"
#include "models/properties/diffusion_volume.h"

namespace stillhouse {
namespace {

template <class Real = double>
PerSpecies<Real> values(const std::vector<double>& numbers) {
  PerSpecies<Real> result;
  for (const double number : numbers) result.push_back(number);
  return result;
}

TEST(MixtureTransport, LiquidRulesGiveTheirWorkedExamples) {
  const auto half = values({0.5, 0.5});
  EXPECT_NEAR(liquid_mixture_viscosity(half, values({1e-3, 4e-3})), 2e-3, 1e-15);
  EXPECT_NEAR(liquid_mixture_conductivity(half, values({1e-4, 1e-4}), values({0.1, 0.3})), 0.175, 1e-15);
  EXPECT_NEAR(liquid_mixture_surface_tension(values({0.1606, 0.8394}), values({1.0 / 8610.0, 1.0 / 15530.0}),
                                             values({0.01547, 0.02877})),
              0.024967, 1e-6);
}

TEST(MixtureTransport, GasRulesGiveThePublishedExamples) {
  // Bird, Stewart, Lightfoot, Transport Phenomena, 2nd ed., examples 1.4-2 and 9.3-2
  const auto y = values({0.133, 0.039, 0.828}), M = values({0.04401, 0.032, 0.02802});
  const auto mu = values({1.462e-5, 2.031e-5, 1.754e-5}), k = values({0.01602, 0.02561, 0.02623});
  EXPECT_NEAR(gas_mixture_viscosity(y, M, mu), 1.714e-5, 0.01e-5);
  EXPECT_NEAR(gas_mixture_conductivity(y, M, mu, k), 0.02443, 0.0001);
}

TEST(MixtureTransport, DiffusivitiesAreThePublishedExamples) {
  // Poling, Prausnitz, O'Connell, The Properties of Gases and Liquids, 5th ed., examples 11-3 and 11-7
  EXPECT_NEAR(gas_diffusivity(298.0, 1e5, 0.07653, 0.02897, 80.25, 19.7), 9.6e-6, 0.1e-6);
  EXPECT_NEAR(liquid_diffusivity(293.0, 1.0e-3, 0.018, 140.4e-6, 2.6), 0.77e-9, 0.01e-9);
  // measured: water vapour in air 2.56e-5 m^2/s at 298 K, ethanol in air 1.35e-5 m^2/s at 298 K (R. B. Bird et al., E.
  // L. Cussler, Diffusion), both within the 10 % that the correlation promises at worst
  const auto in_air = [](const char* name) {
    const Component &solute = Component::find(name), &air = Component::find("air");
    return gas_diffusivity(298.15, 101325.0, solute.molar_mass(), air.molar_mass(), diffusion_volume(solute),
                           diffusion_volume(air));
  };
  EXPECT_NEAR(in_air("water"), 2.56e-5, 0.256e-5);
  EXPECT_NEAR(in_air("ethanol"), 1.35e-5, 0.135e-5);
}

TEST(MixtureTransport, OneSpeciesAloneIsItself) {
  const auto one = values({1.0}), M = values({0.03}), v = values({1e-4}), q = values({0.02});
  EXPECT_DOUBLE_EQ(liquid_mixture_viscosity(one, q), 0.02);
  EXPECT_DOUBLE_EQ(liquid_mixture_conductivity(one, v, q), 0.02);
  EXPECT_DOUBLE_EQ(liquid_mixture_surface_tension(one, v, q), 0.02);
  EXPECT_DOUBLE_EQ(gas_mixture_viscosity(one, M, q), 0.02);
  EXPECT_DOUBLE_EQ(gas_mixture_conductivity(one, M, q, q), 0.02);
}

TEST(MixtureTransport, DerivativesAreThoseOfDifferences) {
  // each rule along a composition: x0 = s, x1 = 1 - s
  const auto rules = [](const auto& s) {
    using Real = std::decay_t<decltype(s)>;
    PerSpecies<Real> x;
    x.push_back(s);
    x.push_back(1.0 - s);
    const auto M = values({0.002016, 0.04401});
    const auto v = values<Real>({1.8e-5, 1.1e-4}), mu = values<Real>({9e-6, 1.5e-5}), k = values<Real>({0.17, 0.017});
    return std::vector<Real>{liquid_mixture_viscosity(x, mu),
                             liquid_mixture_conductivity(x, v, k),
                             liquid_mixture_surface_tension(x, v, k),
                             gas_mixture_viscosity(x, M, mu),
                             gas_mixture_conductivity(x, M, mu, k),
                             gas_diffusivity(Real(300.0 * s), Real(1e5), 0.03, 0.02, 20.0, 30.0),
                             liquid_diffusivity(Real(300.0 * s), Real(1e-3 * s), 0.018, 1e-4, 1.0)};
  };
  Dual<1> s(0.4);
  s.gradient[0] = 1.0;
  const auto dual = rules(s), above = rules(Dual<1>(0.4 + 1e-6)), below = rules(Dual<1>(0.4 - 1e-6));
  for (std::size_t i = 0; i < dual.size(); ++i) {
    const double difference = (above[i].value - below[i].value) / 2e-6;
    EXPECT_NEAR(dual[i].gradient[0], difference, 1e-7 * std::fabs(dual[i].value)) << i;
    EXPECT_NEAR(dual[i].value, rules(0.4)[i], 1e-14 * dual[i].value) << i;
  }
}

TEST(DiffusionVolume, IsThatOfTheTableOrOfTheAtoms) {
  // Poling et al., table 11-1
  EXPECT_EQ(diffusion_volume(Component::find("air")), 19.7);
  EXPECT_EQ(diffusion_volume(Component::find("CO2")), 26.9);
  EXPECT_NEAR(diffusion_volume(Component::find("ethanol")), 2 * 15.9 + 6 * 2.31 + 6.11, 1e-12);
  EXPECT_NEAR(diffusion_volume(Component::find("benzene")), 6 * 15.9 + 6 * 2.31 - 18.3, 1e-12);
  EXPECT_NEAR(diffusion_volume(Component::find("1,4-dioxane")), 4 * 15.9 + 8 * 2.31 + 2 * 6.11 - 18.3, 1e-12);
  for (const std::string& name : Component::names()) EXPECT_GT(diffusion_volume(Component::find(name)), 5.0) << name;
}

}  // namespace
}  // namespace stillhouse
