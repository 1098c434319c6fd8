#include "models/flow/valve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/simulation/simulator.h"
#include "models/plant/blueprint.h"
#include "models/properties/fluid.h"
#include "models/properties/gas_constant.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double T = 298.15;

/// Nitrogen through a valve of Kv 2 from one pressure to another, Pa.
Blueprint gas_line(double from, double to) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "gas_source", {{"p", from}, {"T", T}}},
             {"GV", "gas_valve", {{"Kv", 2.0}, {"opening", 1.0}}},
             {"AIR", "gas_sink", {{"p", to}}}};
  b.connections = {{"MAIN", "out", "GV", "in"}, {"GV", "out", "AIR", "in"}};
  return b;
}

/// mol/s of it.
double nitrogen(double from, double to) {
  const Assembly assembly = assemble(gas_line(from, to));
  EXPECT_TRUE(assembly.plant);
  const Simulator simulator(assembly.plant);
  return simulator.signal(assembly.plant->find_signal("GV.out.F"));
}

/// The same by IEC 60534-2-1 with its printed number N6 = 31.6 (kg/h, bar, kg/m3) and a globe valve's x_T = 0.7.
double by_the_standard(double from, double to) {
  const double M = 0.0280134, rho = from * M / (gas_constant * T);
  const double x = std::min((from - to) / from, 0.7);
  return 31.6 * 2.0 * (1.0 - x / 2.1) * std::sqrt(x * from / 1e5 * rho) / 3600.0 / M;
}

TEST(Valve, PassesGasAsTheStandardSays) {
  PublishedUnit published("gas_valve", gas_line(3e5, 2e5));
  published.expect("nitrogen of 298.15 K through Kv 2 from 3 to 2 bar", nitrogen(3e5, 2e5) * 0.0280134 * 3600.0);
  EXPECT_NEAR(nitrogen(3e5, 2e5), by_the_standard(3e5, 2e5), 2e-3 * by_the_standard(3e5, 2e5));
  EXPECT_NEAR(nitrogen(2e5, 1.9e5), by_the_standard(2e5, 1.9e5), 2e-3 * by_the_standard(2e5, 1.9e5));
}

TEST(Valve, GasChokes) {
  EXPECT_NEAR(nitrogen(6e5, 1e5), by_the_standard(6e5, 1e5), 2e-3 * by_the_standard(6e5, 1e5));
  EXPECT_NEAR(nitrogen(6e5, 1e5), nitrogen(6e5, 5e4), 1e-6);
}

TEST(Valve, GasTurnsRoundWithTheSamePressuresTheOtherWay) {
  EXPECT_NEAR(nitrogen(2e5, 3e5), -nitrogen(3e5, 2e5), 1e-2 * nitrogen(3e5, 2e5));
  EXPECT_NEAR(nitrogen(2e5, 2e5), 0.0, 1e-9);
}

// IEC 60534-2-1, example 1: water whose vapour pressure is 70.1 kPa (363 K) through a globe valve, F_L 0.9
TEST(Valve, PassesThePublishedFlow) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 680e3}, {"T", 363.12}}},
             {"V", "valve", {{"Kv", 165.0}, {"opening", 1.0}}},
             {"DRAIN", "sink", {{"p", 220e3}}}};
  b.connections = {{"MAIN", "out", "V", "in"}, {"V", "out", "DRAIN", "in"}};
  PublishedUnit published("valve", b), of_the_end("sink", b);
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant);
  const Simulator simulator(assembly.plant);
  const Fluid fluid({"water"}, LiquidModel::ideal);
  const double Q = simulator.signal(assembly.plant->find_signal("V.out.F")) * fluid.liquid_molar_volume(0, 363.12);
  published.expect("water through Kv 165 from 680 to 220 kPa", 3600.0 * Q);
  of_the_end.expect("water through Kv 165 from 680 to 220 kPa", 3600.0 * Q);
}

/// Water at 25 degC from 10 to 1 bar: F_L^2 (p1 - F_F p_v) = 0.81 (10 - 0.957 0.0317) = 8.08 bar counts.
TEST(Valve, LiquidChokes) {
  Blueprint b;
  b.species = {"water"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "source", {{"p", 10e5}, {"T", T}}},
             {"V", "valve", {{"Kv", 1.0}, {"opening", 1.0}}},
             {"DRAIN", "sink", {{"p", 1e5}}}};
  b.connections = {{"MAIN", "out", "V", "in"}, {"V", "out", "DRAIN", "in"}};
  const Assembly assembly = assemble(b);
  ASSERT_TRUE(assembly.plant);
  const Simulator simulator(assembly.plant);
  constexpr double rho = 997.05;  // kg/m3, IAPWS-95
  const double Q = simulator.signal(assembly.plant->find_signal("V.out.F")) * 0.01801528 / rho * 3600.0;
  EXPECT_NEAR(Q, std::sqrt(8.08 * 999.1 / rho), 5e-3);
  EXPECT_NEAR(simulator.signal(assembly.plant->find_signal("V.choked")), 9.0 / 8.08, 2e-3);
}

}  // namespace
}  // namespace stillhouse
