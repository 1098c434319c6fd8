#include "models/flow/gas_pipe.h"

#include "models/flow/pipe_friction.h"
#include "models/properties/gas_constant.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

Blueprint line(const std::string& species, double T, double p_from, double p_to, std::vector<ParameterValue> pipe) {
  Blueprint b;
  b.species = {species};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "gas_source", {{"p", p_from}, {"T", T}}},
             {"PI", "gas_pipe", std::move(pipe)},
             {"AIR", "gas_sink", {{"p", p_to}}}};
  b.connections = {{"MAIN", "out", "PI", "in"}, {"PI", "out", "AIR", "in"}};
  return b;
}

// Crane TP-410's equation of isothermal flow as CalebBell/fluids (MIT) has it, example of isothermal_gas: 11.3 kg/m3
// before the pipe, f L/D = 3.7, 0.5 m wide, 10 to 9 bar: 145.4847572636031 kg/s
TEST(GasPipe, PassesThePublishedFlow) {
  const double M = 0.0280134, T = 1e6 * M / (gas_constant * 11.3);
  const Blueprint b =
      line("nitrogen", T, 1e6, 9e5, {{"length", 0.01}, {"diameter", 0.5}, {"roughness", 0.0}, {"velocity_heads", 3.7}});
  PublishedUnit published("gas_pipe", b);
  PlantRig rig(b);
  published.expect("isothermal flow from 10 to 9 bar", rig["PI.out.F"] * M);
}

// 160.9 km of steel pipe, 1.016 m wide, methane of 288.8 K from 683.5 to 170.3 kPa (the size of Geankoplis' example
// 2.11-1): p_1^2 - p_2^2 = G^2 R T/M (f L/D + 2 ln(p_1/p_2)) with Churchill's f, which is not the pipe's own
TEST(GasPipe, PassesWhatItsFrictionLets) {
  PlantRig rig(
      line("methane", 288.8, 683.5e3, 170.3e3, {{"length", 1.609e5}, {"diameter", 1.016}, {"roughness", 4.6e-5}}));
  const double G = rig["PI.out.F"] * 0.0160425 / (0.25 * 3.14159265358979 * 1.016 * 1.016);
  const double f = pipe_friction::churchill_factor(rig["PI.reynolds"], 4.6e-5 / 1.016);
  const double spent = G * G * gas_constant * 288.8 / 0.0160425 * (f * 1.609e5 / 1.016 + 2.0 * std::log(683.5 / 170.3));
  EXPECT_NEAR(spent, 683.5e3 * 683.5e3 - 170.3e3 * 170.3e3, 0.02 * spent);
  EXPECT_NEAR(rig["PI.out.F"], 2077.0, 0.015 * 2077.0) << "of the book";
}

/// Mass flux of isothermal flow with N velocity heads, choked: G^2 c^2 (1 + N + 2 ln(p/(G c))) = p^2.
double choked_flux(double p, double c, double N) {
  double G = 0.5 * p / c / std::sqrt(1.0 + N);
  for (int i = 0; i < 100; ++i) G = p / c / std::sqrt(1.0 + N + 2.0 * std::log(p / (G * c)));
  return G;
}

TEST(GasPipe, Chokes) {
  const double T = 300.0, M = 0.0280134, c = std::sqrt(gas_constant * T / M);
  const std::vector<ParameterValue> fittings{
      {"length", 0.01}, {"diameter", 0.1}, {"roughness", 0.0}, {"velocity_heads", 5.0}};
  const double area = 0.25 * 3.14159265358979 * 0.01;
  // the friction of a centimetre of pipe is a thousandth of the fittings'
  const double G = choked_flux(10e5, c, 5.0 + 0.0015);
  PlantRig rig(line("nitrogen", T, 10e5, 1e5, fittings));
  EXPECT_NEAR(rig["PI.out.F"] * M / area, G, 1e-3 * G);
  EXPECT_GT(rig["PI.choked"], 1.0);
  PlantRig lower(line("nitrogen", T, 10e5, 0.5e5, fittings));
  EXPECT_NEAR(lower["PI.out.F"], rig["PI.out.F"], 1e-5 * rig["PI.out.F"]);
}

TEST(GasPipe, PassesAsMuchTheOtherWay) {
  PlantRig there(line("nitrogen", 300.0, 3e5, 2e5, {{"length", 100.0}}));
  PlantRig back(line("nitrogen", 300.0, 2e5, 3e5, {{"length", 100.0}}));
  PlantRig rest(line("nitrogen", 300.0, 2e5, 2e5, {{"length", 100.0}}));
  EXPECT_GT(there["PI.out.F"], 1.0);
  EXPECT_NEAR(back["PI.out.F"], -there["PI.out.F"], 1e-6 * there["PI.out.F"]);
  EXPECT_NEAR(rest["PI.out.F"], 0.0, 1e-6);
}

TEST(GasPipe, TurnsRoundBetweenVesselsAndKeepsWhatTheyHold) {
  Blueprint b;
  b.species = {"nitrogen"};
  b.liquid_model = "ideal";
  b.units = {{"MAIN", "gas_source", {{"p", 4e5}}},
             {"V-1", "gas_valve", {{"Kv", 1.0}}},
             {"D-1", "drum", {{"volume", 0.5}, {"p", 1e5}}},
             {"PI", "gas_pipe", {{"length", 30.0}, {"diameter", 0.02}}},
             {"V-2", "gas_valve", {{"Kv", 3.0}}},
             {"D-2", "drum", {{"volume", 0.5}, {"p", 3e5}, {"T", 350.0}}}};
  b.connections = {{"MAIN", "out", "V-1", "in"},
                   {"V-1", "out", "D-1", "gas_in"},
                   {"D-1", "gas_out", "PI", "in"},
                   {"PI", "out", "V-2", "in"},
                   {"V-2", "out", "D-2", "gas_in"}};
  PlantRig rig(b);
  rig.run(20);
  EXPECT_NEAR(rig["PI.out.F"], 0.0, 1e-6) << "shut";
  rig.set("V-2.opening", 1.0);
  rig.run(3);
  EXPECT_LT(rig["PI.out.F"], -0.01) << "from the second vessel into the first";
  rig.run(120);
  EXPECT_NEAR(rig["D-1.p"], rig["D-2.p"], 10.0);
  EXPECT_GT(rig["D-1.T"], 320.0) << "warm gas came, and was pressed together";
  rig.set("V-1.opening", 1.0);
  rig.run(3);
  EXPECT_GT(rig["PI.out.F"], 0.01);
  rig.run(200);
  EXPECT_NEAR(rig["D-2.p"], 4e5, 500.0);
  EXPECT_EQ(rig.retries(), "");
}

}  // namespace
}  // namespace stillhouse
