#include "models/flow/non_return_valve.h"

#include <numbers>

#include "models/flow/control_valve.h"
#include "models/properties/fluid.h"
#include "models/properties/gas_constant.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

Blueprint line(const std::string& kind, const std::string& species, double p_from, double p_to) {
  const std::string gas = kind == "check_valve" ? "" : "gas_";
  Blueprint b;
  b.species = {species};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", gas + "source", {{"p", p_from}, {"T", 293.15}}},
             {"CV", kind, {{"Kv", 10.0}, {"opening_pressure", 2e3}}},
             {"END", gas + "sink", {{"p", p_to}}}};
  b.connections = {{"MAIN", "out", "CV", "in"}, {"CV", "out", "END", "in"}};
  return b;
}

// Crane TP-410, example 7-5: a lift check valve of 62.7 mm in a pipe of 77.9 mm, 300 L/min of water; K 26.3 of the
// pipe, 14450 Pa. Its least velocity for a full lift, 1.583 m/s in the valve (fluids), is 1.0252 m/s in the pipe.
TEST(NonReturnValve, PassesThePublishedFlow) {
  constexpr double area = std::numbers::pi / 4.0 * 0.0779 * 0.0779, rho = 998.2, K = 26.3, least = 1.0252;
  const double full = 0.5 * K * rho * least * least;
  Blueprint b = line("check_valve", "water", 1e5 + 14450.0, 1e5);
  b.units[1].values = {{"Kv", 3600.0 * area * std::sqrt(2e5 / (K * rho))}, {"opening_pressure", full / 1.5}};
  PublishedUnit published("check_valve", b);
  PlantRig rig(b);
  const double litre = 0.01801528 / rho * 1e3;  // of a mole
  rig.run(2);
  published.expect("water through a lift check valve of 62.7 mm at 14450 Pa", rig["CV.out.F"] * litre * 60.0);
  EXPECT_NEAR(rig["CV.lift"], 1.0, 0.01);
  // slower, the disc floats: hardly less difference than at its stop
  rig.set("END.p", 1e5 + 14450.0 - 0.85 * full);
  rig.run(2);
  EXPECT_LT(rig["CV.lift"], 0.7);
  EXPECT_LT(rig["CV.out.F"] * litre * 60.0, 0.65 * 300.0);
}

TEST(NonReturnValve, LetsNoLiquidBack) {
  PlantRig rig(line("check_valve", "water", 1.5e5, 1e5));
  const Fluid fluid({"water"}, LiquidModel::ideal);
  PerSpecies<double> x(1);
  x[0] = 1.0;
  const double Q = 10.0 / 3600.0 * std::sqrt(0.5 * 999.1 / fluid.liquid_density(x, 293.15));
  EXPECT_NEAR(rig["CV.out.F"] * fluid.liquid_molar_volume(x, 293.15), Q, 1e-4 * Q);
  rig.set("END.p", 1.5e5 - 1e3);
  rig.run(2);
  EXPECT_NEAR(rig["CV.out.F"], 0.0, 1e-3) << "a kilopascal does not lift it";
  rig.set("END.p", 3e5);
  rig.run(2);
  EXPECT_NEAR(rig["CV.out.F"], 0.0, 1e-6);
  rig.set("END.p", 1e5);
  rig.run(2);
  EXPECT_NEAR(rig["CV.out.F"] * fluid.liquid_molar_volume(x, 293.15), Q, 1e-4 * Q);
}

TEST(NonReturnValve, LetsNoGasBack) {
  const Blueprint b = line("gas_check_valve", "nitrogen", 3e5, 2e5);
  PublishedUnit published("gas_check_valve", b);
  PlantRig rig(b);
  const double M = 0.0280134, rho = 3e5 * M / (gas_constant * 293.15);
  const double w = control_valve::gas_flow(10.0, 3e5, 2e5, rho, 1.4, 0.7);
  EXPECT_NEAR(rig["CV.out.F"] * M, w, 1e-4 * w);
  published.expect("nitrogen of 293.15 K through Kv 10 from 3 to 2 bar", 3600.0 * rig["CV.out.F"] * M);
  rig.set("END.p", 6e5);
  rig.run(2);
  EXPECT_NEAR(rig["CV.out.F"], 0.0, 1e-6);
  rig.set("END.p", 3e5);
  rig.run(2);
  EXPECT_NEAR(rig["CV.out.F"], 0.0, 1e-6);
}

/// Two vessels of gas with a check valve between them: the pressure of the second stays when the first is let off.
TEST(NonReturnValve, HoldsAVessel) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "gas_source", {{"p", 5e5}}},  {"V-1", "gas_valve", {{"Kv", 2.0}}},
             {"D-1", "drum", {{"volume", 0.2}}},    {"CV", "gas_check_valve", {}},
             {"PI", "gas_pipe", {{"length", 5.0}}}, {"D-2", "drum", {{"volume", 0.2}}},
             {"V-2", "gas_valve", {{"Kv", 2.0}}},   {"AIR", "gas_sink", {}}};
  b.connections = {{"MAIN", "out", "V-1", "in"}, {"V-1", "out", "D-1", "gas_in"}, {"D-1", "gas_out", "CV", "in"},
                   {"CV", "out", "PI", "in"},    {"PI", "out", "D-2", "gas_in"},  {"D-1", "gas_out", "V-2", "in"},
                   {"V-2", "out", "AIR", "in"}};
  PlantRig rig(b);
  rig.run(10);
  rig.set("V-1.opening", 1.0);
  rig.run(120);
  EXPECT_NEAR(rig["D-2.p"], 5e5, 5e3);
  const double held = rig["D-2.p"];
  rig.set("V-1.opening", 0.0);
  rig.set("V-2.opening", 1.0);
  rig.run(120);
  EXPECT_NEAR(rig["D-1.p"], 101325.0, 500.0);
  EXPECT_NEAR(rig["D-2.p"], held, 0.03 * held) << "but for what it cools";
}

}  // namespace
}  // namespace stillhouse
