#include "models/reactors/packed_bed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

SharedGas gas_of(std::vector<ReactingSpecies> species, const std::vector<std::string>& reactions,
                 double heat_capacity = 30.0) {
  const std::size_t count = species.size();
  return std::make_shared<ReactingGas>(Kinetics(std::move(species), reactions, ReactionPhase::gas),
                                       std::vector<ReactingGas::HeatCapacity>(count, {heat_capacity, 0.0, 0.0, 0.0}));
}

std::shared_ptr<const Flowsheet> tube(const SharedGas& gas, const PackedBedSlice::Parameters& parameters,
                                      const ReactingGasFlow::Start& start) {
  FlowsheetBuilder builder;
  const ReactingGasFlow in(builder.stream("in"), gas, start), out(builder.stream("out"), gas, start);
  builder.add<ReactingGasFeed>("source", gas, in, start);
  add_packed_bed(builder, "bed", gas, parameters, in, out, start);
  builder.add<ReactingGasDrain>("drain", gas, out);
  return builder.build();
}

// A -> 3 B, isothermal, constant pressure: k tau = (1 + e) ln(1 / (1 - X)) - e X with e = 2
// (O. Levenspiel, Chemical Reaction Engineering, 3rd ed., eq. 5.21); second order in the slices.
TEST(PackedBed, FirstOrderReactionThatMakesMolesConvergesToItsClosedForm) {
  const SharedGas gas = gas_of(species_named({"A", "B"}), {"A -> 3 B; k = 2 1/s, dH = 0 J/mol"});
  const double T = 500.0, p = 2e5, F = 0.1, c0 = p / (gas_constant * T), X = 0.8;
  const double volume = F / (2.0 * c0) * (3.0 * std::log(1.0 / (1.0 - X)) - 2.0 * X);
  double error[3];
  for (int k = 0; k < 3; ++k) {
    // all species have one heat capacity, so three moles would be cooler than one: the wall holds the temperature
    ReactorRig rig(tube(gas, {.slices = 10 << k, .length = volume / 1e-2, .area = 1e-2, .wall = 1e9, .wall_T = T},
                        {{F, 0.0}, T, p}));
    rig.come_to_rest();
    error[k] = 1.0 - rig["out.n_A"] / F - X;
  }
  EXPECT_LT(std::abs(error[2]), 2e-4);
  EXPECT_NEAR(std::log2(error[0] / error[1]), 2.0, 0.2);
  EXPECT_NEAR(std::log2(error[1] / error[2]), 2.0, 0.15);
}

TEST(PackedBed, AdiabaticBedWarmsByWhatReactedAndItsBalanceCloses) {
  const SharedGas gas = gas_of(species_named({"A", "B"}), {"A -> B; k = 5 1/s, Ea = 60 kJ/mol, T_ref = 500 K, dH = -6 "
                                                           "kJ/mol"});
  ReactorRig rig(tube(gas, {.slices = 40, .length = 1.0, .area = 1e-2, .heat = 1e5}, {{0.1, 0.0}, 500.0, 1e5}));
  rig.run_to(200.0);
  rig.expect_balances_to_close();
  rig.come_to_rest();
  const double X = 1.0 - rig["out.n_A"] / 0.1;
  EXPECT_GT(X, 0.5);
  EXPECT_NEAR(rig["out.T"], 500.0 + 6000.0 / 30.0 * X, 1e-6);
}

// A hot spot: with the wall's cooling the profile rises and falls again.
TEST(PackedBed, CooledBedHasAHotSpot) {
  const SharedGas gas = gas_of(species_named({"A", "B", "inert"}),
                               {"A -> B; k = 20 1/s, Ea = 80 kJ/mol, T_ref = 600 K, dH = -150 kJ/mol"});
  ReactorRig rig(tube(gas, {.slices = 80, .length = 1.0, .area = 1e-2, .heat = 1e5, .wall = 6e3, .wall_T = 600.0},
                      {{0.002, 0.0, 0.098}, 600.0, 1e5}));
  rig.come_to_rest();
  double hottest = 0.0;
  int where = 0;
  for (int k = 1; k <= 80; ++k) {
    const double T = rig["bed.slice_" + std::to_string(k) + ".T"];
    if (T > hottest) hottest = T, where = k;
  }
  EXPECT_GT(hottest, 610.0);
  EXPECT_GT(where, 1);
  EXPECT_LT(where, 60);
  EXPECT_LT(rig["out.T"], hottest - 5.0);
}

// Ergun: the square of the pressure falls linearly at constant temperature (H. S. Fogler, eq. 5-36), turbulent alone.
TEST(PackedBed, PressureFallsAsErgunSays) {
  const SharedGas gas = gas_of({{.name = "air", .molar_mass = 0.029}}, {});
  const double F = 1.0, T = 500.0, p = 3e5, area = 0.01, e = 0.4, d = 3e-3, mu = 3e-5;
  ReactorRig rig(tube(gas, {.slices = 200, .length = 2.0, .area = area, .porosity = e, .particle = d, .viscosity = mu},
                      {{F}, T, p}));
  rig.come_to_rest();
  const double G = F * 0.029 / area, RTF = F * gas_constant * T / area;
  const double beta = 150.0 * mu * (1 - e) * (1 - e) / (d * d * e * e * e) + 1.75 * (1 - e) / (d * e * e * e) * G;
  EXPECT_NEAR(rig["out.p"], std::sqrt(p * p - 2.0 * beta * RTF * 2.0), 2e-3 * p);
}

TEST(PackedBed, RefusesACatalystlessRateAndUnknownMolarMasses) {
  const auto refusal = [](const SharedGas& gas, const PackedBedSlice::Parameters& parameters) -> std::string {
    try {
      tube(gas, parameters, {{0.1, 0.0}, 500.0, 1e5});
    } catch (const ModelError& error) {
      return error.what();
    }
    return "(not refused)";
  };
  EXPECT_THAT(refusal(gas_of(species_named({"A", "B"}), {"A -> B; k = 1 m^3/kg/s, dH = 0 J/mol"}), {}),
              testing::HasSubstr("per kg of catalyst"));
  EXPECT_THAT(refusal(gas_of(species_named({"A", "B"}), {}), {.porosity = 0.4}),
              testing::HasSubstr("needs the molar mass of A"));
  EXPECT_THROW(ReactingGas(Kinetics(species_named({"A"}), {}), {{30.0, 0.0, 0.0, 0.0}}), ModelError);
}

}  // namespace
}  // namespace stillhouse
