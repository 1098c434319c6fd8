#include "models/properties/cubic_phases.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/properties/flash/flash.h"
#include "models/properties/fluid.h"

namespace stillhouse {
namespace {

const std::vector<std::string> compounds{"nitrogen", "methane", "propane", "n-pentane", "n-decane"};
constexpr double T = 360.0, p = 9e5;
PerSpecies<double> composition_of(std::initializer_list<double> shares) {
  PerSpecies<double> x;
  for (const double share : shares) x.push_back(share);
  return x;
}
const PerSpecies<double> liquid_x = composition_of({0.001, 0.01, 0.2, 0.489, 0.3});
const PerSpecies<double> vapour_y = composition_of({0.05, 0.2, 0.5, 0.24, 0.01});

TEST(CubicPhases, AreThoseOfTheFlash) {
  for (const Cubic equation : {Cubic::peng_robinson, Cubic::soave_redlich_kwong}) {
    const CubicPhases phases(compounds, equation);
    const CubicFluid flashed(compounds, equation);
    const auto at = phases.at(T);
    const auto there = flashed.at(T, p);
    for (const PhaseKind kind : {PhaseKind::liquid, PhaseKind::vapour}) {
      const PerSpecies<double>& x = kind == PhaseKind::liquid ? liquid_x : vapour_y;
      const auto phase = phases.at_pressure(at, phases.mixed(at, x), kind, p);
      const double v = flashed.molar_volume(there, kind, x);
      EXPECT_NEAR(phase.Z * gas_constant * T / p / v, 1.0, 1e-11);
      EXPECT_NEAR(phases.enthalpy(at, phase), flashed.enthalpy(there, kind, x), 1e-6);
      const auto ratios = phases.log_fugacity_ratios(at, phase);
      const auto log_phi = flashed.log_fugacity_coefficients(there, kind, x);
      for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(ratios[i], log_phi[i] + std::log(p), 1e-10);
      // a gas by its volume is the same gas
      const auto by_volume = phases.in_volume(phases.mixed(at, x), v);
      EXPECT_NEAR(by_volume.Z, phase.Z, 1e-9);
    }
  }
}

TEST(CubicPhases, AGasThatCannotBeLiquidStaysAGasBesideATrace) {
  // a film on a dry tray: nitrogen far above its critical temperature, "dissolved" in next to nothing
  const CubicPhases phases({"nitrogen", "n-decane"}, Cubic::peng_robinson);
  for (const double temperature : {230.0, 300.0, 450.0})
    for (const double share : {0.999999, 0.9, 0.5, 0.1}) {
      const auto at = phases.at(temperature);
      const auto mix = phases.mixed(at, composition_of({share, 1.0 - share}));
      const auto liquid = phases.at_pressure(at, mix, PhaseKind::liquid, 1e5);
      // it would take some hundred atmospheres to keep it there
      EXPECT_GT(phases.log_fugacity_ratios(at, liquid)[0], std::log(1e7)) << temperature << " K, " << share;
      EXPECT_LT(phases.log_fugacity_ratios(at, liquid)[0], std::log(1e9)) << temperature << " K, " << share;
    }
  // and a vapour of decane at 250 K, far beyond its dew point, has a fugacity near its pressure
  const auto cold = phases.at(250.0);
  const auto vapour = phases.at_pressure(cold, phases.mixed(cold, composition_of({0.0, 1.0})), PhaseKind::vapour, 1e5);
  EXPECT_GT(vapour.Z, 0.5);
  EXPECT_LT(phases.margin(cold, vapour.mix, PhaseKind::vapour, 1e5), 0.0 + 1.0);
  EXPECT_GT(phases.log_fugacity_ratios(cold, vapour)[1], std::log(0.5e5));
}

TEST(CubicPhases, FluidFindsTheBubblePointOfTheFlash) {
  const Fluid fluid({"propane", "n-butane", "n-hexane"}, LiquidModel::peng_robinson);
  const Flash flash{CubicFluid(fluid.names(), Cubic::peng_robinson)};
  const PerSpecies<double> x = composition_of({0.3, 0.3, 0.4});
  for (const double temperature : {260.0, 300.0, 340.0, 390.0}) {
    double sum = 0.0;
    for (const double partial : fluid.bubble_pressures(x, temperature)) sum += partial;
    const auto phases = flash(x, {{{Given::temperature, temperature}, {Given::vapour_fraction, 0.0}}});
    EXPECT_NEAR(sum / phases.P, 1.0, 0.01) << temperature << " K, " << phases.P << " Pa";
  }
}

}  // namespace
}  // namespace stillhouse
