#include "models/reactors/pressure_reactor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

const std::vector<std::string> names{"A", "G"};

std::shared_ptr<const Flowsheet> vessel(const SharedSolution& solution, const PressureReactor::Parameters& parameters,
                                        const PressureReactor::Start& start) {
  FlowsheetBuilder builder;
  builder.add<PressureReactor>("vessel", solution, std::vector<std::string>{"G"}, parameters,
                               std::vector<SolutionFlow>{}, start);
  return builder.build();
}

// All of A becomes gas: p = n R T / V above the liquid.
TEST(PressureReactor, GasThatIsMadeBuildsThePressureOfAnIdealGas) {
  const SharedSolution solution = solution_of(names, {"A -> G; k = 0.01 1/s, dH = 0 J/mol"});
  ReactorRig rig(vessel(solution, {.volume = 2.0, .vent = 0.0, .relief_set = 1e8}, {1.0, 400.0, {500.0, 30.0}}));
  EXPECT_NEAR(rig["vessel.p"], 30.0 * gas_constant * 400.0, 1.0);
  rig.run_to(4000.0);
  EXPECT_NEAR(rig["vessel.p"], 530.0 * gas_constant * 400.0, 1.0);
  rig.expect_balances_to_close();
}

// A vent that passes what is made holds its pressure.
TEST(PressureReactor, VentHoldsItsPressureWhileItCan) {
  const SharedSolution steady = solution_of(names, {"A -> G; k = 1 mol/m^3/s, order(A) = 0, dH = 0 J/mol"});
  ReactorRig rig(
      vessel(steady, {.volume = 2.0, .vent = 1e-5, .vent_set = 4e5, .vent_band = 5e3}, {1.0, 400.0, {20000.0, 60.0}}));
  rig.run_to(3000.0);
  EXPECT_NEAR(rig["vessel.vent_flow"], 1.0, 1e-3);
  EXPECT_NEAR(rig["vessel.p"], 4e5, 3e4);
  rig.expect_balances_to_close();
}

TEST(PressureReactor, DiscStaysOpenAndAValveShutsAgain) {
  const SharedSolution solution = solution_of(names, {"A -> G; k = 1 mol/m^3/s, order(A) = 0, dH = 0 J/mol"});
  PressureReactor::Parameters parameters{
      .volume = 2.0, .vent = 0.0, .relief = 2e-5, .relief_set = 1e6, .relief_reseat = 0.0};
  const PressureReactor::Start start{1.0, 400.0, {3000.0, 30.0}};
  // 1 mol/s into 1 m3: 1e6 Pa after (1e6 / RT - 30) s
  const double bursts = 1e6 / (gas_constant * 400.0) - 30.0;
  ReactorRig disc(vessel(solution, parameters, start));
  disc.run_to(bursts - 1.0);
  EXPECT_EQ(disc.problem.modes[0], 0.0);
  disc.run_to(bursts + 1.0);
  EXPECT_EQ(disc.problem.modes[0], 1.0);
  disc.run_to(2000.0);
  EXPECT_EQ(disc.problem.modes[0], 1.0);
  EXPECT_NEAR(disc["vessel.p"], 101325.0 + 1.0 / 2e-5, 1e3);
  disc.expect_balances_to_close();

  parameters.relief = 2e-4;
  parameters.relief_reseat = 8e5;
  ReactorRig valve(vessel(solution, parameters, start));
  double lowest = 1e9, highest = 0.0;
  for (double t = bursts + 1.0; t < 2000.0; t += 1.0) {
    valve.run_to(t);
    lowest = std::min(lowest, valve["vessel.p"]);
    highest = std::max(highest, valve["vessel.p"]);
  }
  EXPECT_NEAR(lowest, 8e5, 5e3);
  EXPECT_NEAR(highest, 1e6, 5e3);
  valve.expect_balances_to_close();
}

// Water at its boiling point takes up the heat of reaction: vapour that leaves = heat / heat of vaporization.
TEST(PressureReactor, TemperedVesselCoolsItselfByBoiling) {
  const SharedSolution solution =
      solution_of({"A", "B", "W", "G"}, {"A -> B; k = 1 mol/m^3/s, order(A) = 0, dH = -40 kJ/mol"});
  const double B = 40650.0 / gas_constant;
  PressureReactor::Parameters parameters{.volume = 2.0, .vent = 1e-3, .vent_set = 1.2e5, .vent_band = 2e3};
  parameters.solvent = 2;
  parameters.A = std::log(101325.0) + B / 373.15;
  parameters.B = B;
  parameters.vaporization = 40650.0;
  FlowsheetBuilder builder;
  builder.add<PressureReactor>("vessel", solution, std::vector<std::string>{"G"}, parameters,
                               std::vector<SolutionFlow>{},
                               PressureReactor::Start{1.0, 350.0, {20000.0, 0.0, 40000.0, 10.0}});
  ReactorRig rig(builder.build());
  rig.run_to(18000.0);
  EXPECT_NEAR(rig["vessel.vent_flow"], 40e3 * 1.0 / 40650.0, 1e-2);
  EXPECT_LT(rig["vessel.T"], 385.0);
  rig.expect_balances_to_close();
}

TEST(PressureReactor, RefusesWithoutGas) {
  const SharedSolution solution = solution_of(names, {});
  FlowsheetBuilder builder;
  EXPECT_THROW(
      builder.add<PressureReactor>("vessel", solution, std::vector<std::string>{}, PressureReactor::Parameters{},
                                   std::vector<SolutionFlow>{}, PressureReactor::Start{1.0, 300.0, {1.0, 1.0}}),
      ModelError);
}

}  // namespace
}  // namespace stillhouse
