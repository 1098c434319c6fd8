#include <gtest/gtest.h>

#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/flow/material_stream.h"
#include "models/plant/blueprint.h"
#include "models/properties/cubic_fluid.h"
#include "models/properties/flash/flash.h"

namespace stillhouse {
namespace {

double signal(const Simulator& simulator, const std::string& name) {
  const int i = simulator.plant().find_signal(name);
  EXPECT_GE(i, 0) << name;
  return simulator.signal(i);
}

/// A closed drum of cold liquid under nitrogen of 1 atm.
Blueprint closed_drum(const std::string& model) {
  Blueprint b;
  b.species = {"propane", "n-pentane", "nitrogen"};
  b.liquid_model = model;
  b.units = {{"D",
              "drum",
              {{"volume", 0.1},
               {"charge", 0.4},
               {"heater_limit", 20e3},
               {"x.propane", 0.3},
               {"x.n-pentane", 0.7},
               {"y.nitrogen", 1.0}}}};
  return b;
}

/// What is in the drum is what a flash of all of it at its temperature and pressure gives.
void expect_the_flash(const Simulator& simulator, const Blueprint& b, Cubic equation) {
  const double T = signal(simulator, "D.T"), p = signal(simulator, "D.p");
  double all = 0.0, gas = 0.0;
  PerSpecies<double> z;
  for (const std::string& species : b.species) {
    const double m = signal(simulator, "D.m_" + species_tag(species));
    z.push_back(signal(simulator, "D.n_" + species_tag(species)) + m);
    gas += m;
    all += z[z.size() - 1];
  }
  for (double& share : z) share /= all;
  const Flash flash{CubicFluid(b.species, equation)};
  const auto phases = flash(z, {{{Given::temperature, T}, {Given::pressure, p}}});
  ASSERT_EQ(phases.count, 2u) << T << " K, " << p << " Pa";
  // the adsorbed film, 1e-3 of some 300 mol, holds back as much
  EXPECT_NEAR(phases.vapour_fraction(), gas / all, 3e-5);
  for (std::size_t i = 0; i < z.size(); ++i) {
    EXPECT_NEAR(signal(simulator, "D.y_" + species_tag(b.species[i])), phases.phase[0].x[i], 2e-5) << b.species[i];
    EXPECT_NEAR(signal(simulator, "D.x_" + species_tag(b.species[i])), phases.phase[1].x[i], 2e-5) << b.species[i];
  }
  // energy: heated up to here, from the elements, with the liquid's u taken as its h
  const auto at = flash.model().at(T, p);
  const double V_G = gas * flash.model().molar_volume(at, PhaseKind::vapour, phases.phase[0].x);
  const double H = all * enthalpy(flash.model(), phases);
  EXPECT_NEAR(signal(simulator, "D.U"), H - p * V_G + 1000.0 * (T - 298.15), 2e-6 * std::abs(H));
}

void heats_to_the_flash(const std::string& model, Cubic equation) {
  const Blueprint b = closed_drum(model);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant) << assembly.findings.front().message;
  Simulator simulator(assembly.plant);
  const int heating = assembly.plant->find_input("D.heating");
  for (const double power : {0.0, 5e3, 5e3, 5e3}) {
    simulator.set_input(heating, power);
    for (int s = 0; s < 600; ++s) simulator.advance();
    simulator.set_input(heating, 0.0);
    for (int s = 0; s < 60; ++s) simulator.advance();
    expect_the_flash(simulator, b, equation);
    EXPECT_LT(signal(simulator, "D.liquid_continued"), 1e-6);
    EXPECT_LT(signal(simulator, "D.gas_continued"), 1e-6);
  }
  // hot enough that an ideal gas would be far off
  EXPECT_GT(signal(simulator, "D.p"), 15e5);
  EXPECT_EQ(simulator.retries(), 0);
  for (const BalanceClosure& c : simulator.closures())
    EXPECT_LT(std::abs(c.gap), 1e-7 * (std::abs(c.inventory) + std::abs(c.crossed) + 1.0)) << c.name;
}

TEST(CubicDrum, ComesFromColdToTheEquilibriumOfTheFlash) {
  heats_to_the_flash("peng_robinson", Cubic::peng_robinson);
  heats_to_the_flash("srk", Cubic::soave_redlich_kwong);
}

}  // namespace
}  // namespace stillhouse
