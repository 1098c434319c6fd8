#include "benchmarks/problems/tray_tower.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/tower_mixture.h"
#include "benchmarks/problems/tray_tower_workloads.h"
#include "engine/base/error.h"
#include "engine/modelling/structure_check.h"
#include "engine/simulation/simulator.h"
#include "engine/simulation/solution_outline.h"
#include "engine/solve/consistent_start.h"
#include "tests/engine/jacobian_differences.h"

namespace stillhouse {
namespace {

const char* const species[] = {"methanol", "water", "ethanol", "acetone", "propanol"};

std::shared_ptr<const Flowsheet> small_tower(int components, TrayTower::Start start = TrayTower::Start::warm) {
  return build_tray_tower({.trays = 5, .components = components, .start = start, .ledgers = true});
}

double nominal(const DaeProblem& problem, std::size_t unknown) {
  return problem.plant().variables()[unknown].range.nominal;
}

/// The largest difference of two moments in nominal sizes.
double distance(const DaeProblem& problem, const TowerMoment& a, const TowerMoment& b) {
  double largest = 0.0;
  for (std::size_t i = 0; i < a.y.size(); ++i)
    largest = std::max(largest, std::abs(a.y[i] - b.y[i]) / nominal(problem, i));
  return largest;
}

/// A problem at rest, whose unknowns are read by name.
struct AtRest {
  AtRest(int trays, int components) : problem(build_tray_tower(trays, components)) {
    moment = tower_steady_state(problem);
  }
  double operator()(const std::string& name) const {
    return moment.y[static_cast<std::size_t>(tower_unknown(problem, name))];
  }
  DaeProblem problem;
  TowerMoment moment;
};

TEST(TrayTower, IsOfIndexOneWithTwoToFiveComponents) {
  for (int components = 2; components <= 5; ++components) {
    const auto plant = build_tray_tower(40, components);
    EXPECT_THAT(structure_findings(*plant), testing::IsEmpty());
    int differential = 0;
    for (const VariableInfo& v : plant->variables()) differential += v.kind == Kind::differential;
    EXPECT_EQ(differential, 42 * (components + 1) + 2) << components;
  }
}

TEST(TrayTower, RefusesWhatCannotBeBuilt) {
  EXPECT_THROW(build_tray_tower(2, 3), ModelError);
  EXPECT_THROW(build_tray_tower(501, 3), ModelError);
  EXPECT_THROW(build_tray_tower(40, 1), ModelError);
  EXPECT_THROW(build_tray_tower(40, 6), ModelError);
}

TEST(TrayTower, JacobianIsThatOfFiniteDifferencesWarmAndCold) {
  for (int components : {2, 3, 5}) {
    for (const auto start : {TrayTower::Start::warm, TrayTower::Start::cold}) {
      DaeProblem problem(small_tower(components, start));
      const TowerMoment moment = begin_at_start(problem);
      expect_jacobian_is_differences(problem, moment.y, moment.yp, {1e-3, 1e-9});
    }
  }
}

TEST(TrayTower, BalancesCloseThroughTheColdStart) {
  for (int components : {2, 5}) {
    Simulator simulator(small_tower(components, TrayTower::Start::cold));
    for (int scan = 0; scan < 600; ++scan) simulator.advance();
    ASSERT_EQ(simulator.closures().size(), static_cast<std::size_t>(components) + 1);
    for (const BalanceClosure& c : simulator.closures()) {
      EXPECT_LT(std::abs(c.gap), 1e-9 * (std::abs(c.inventory) + std::abs(c.start) + std::abs(c.crossed))) << c.name;
      EXPECT_GT(std::abs(c.crossed), 20.0) << c.name;
    }
  }
}

TEST(TrayTower, SteadyStateTakesOutWhatTheFeedBringsIn) {
  const AtRest tower(40, 3);
  const double D = tower("drum.D"), B = tower("reboiler.L");
  const double z[] = {0.4, 0.35, 0.25};
  EXPECT_NEAR(D + B, 20.0, 1e-4);
  for (int i = 0; i < 3; ++i) {
    const std::string x = std::string(".x_") + species[i];
    EXPECT_NEAR(D * tower("drum" + x) + B * tower("reboiler" + x), 20.0 * z[i], 1e-4) << species[i];
  }
  // heat in by reboiler and feed; out by condenser, from vapour to liquid of 320 K, and by the products
  const TowerMixture<3>& mixture = TowerMixture<3>::standard();
  const double h_feed = mixture.liquid_enthalpy<double>({0.4, 0.35, 0.25}, 330.0);
  const std::array<double, 3> y{tower("tray_40.y_methanol"), tower("tray_40.y_water"), tower("tray_40.y_ethanol")};
  const double condenser = tower("tray_40.V") * (tower("tray_40.h_V") - mixture.liquid_enthalpy(y, 320.0));
  const double covered = 0.5 * 0.5 / (0.5 * 0.5 + 0.02 * 0.02);  // the heater's bare share at half level, nearly
  EXPECT_NEAR(tower("reboiler.Q") * covered + 20.0 * h_feed,
              condenser + D * tower("drum.h_L") + B * tower("reboiler.h_L"), 1e-4 * tower("reboiler.Q"));
}

TEST(TrayTower, LighterAboveAndHeavierBelow) {
  const AtRest binary(10, 2), ternary(40, 3);
  for (int k = 1; k < 10; ++k) {
    const std::string here = "tray_" + std::to_string(k), above = "tray_" + std::to_string(k + 1);
    EXPECT_LT(binary(here + ".x_methanol"), binary(above + ".x_methanol")) << here;
    EXPECT_GT(binary(here + ".T"), binary(above + ".T")) << here;
    EXPECT_GT(binary(here + ".p"), binary(above + ".p")) << here;
  }
  EXPECT_GT(binary("drum.x_methanol"), 0.9);
  EXPECT_LT(binary("reboiler.x_methanol"), 1e-3);
  for (int k = 1; k < 40; ++k) {
    const std::string here = "tray_" + std::to_string(k), above = "tray_" + std::to_string(k + 1);
    EXPECT_GT(ternary(here + ".x_water"), ternary(above + ".x_water")) << here;
    EXPECT_GT(ternary(here + ".p"), ternary(above + ".p")) << here;
  }
}

TEST(TrayTower, VapourComesTheMurphreeEfficiencyOfTheWayToEquilibrium) {
  const AtRest tower(10, 3);
  std::array<double, 3> x, y, below;
  for (int i = 0; i < 3; ++i) {
    x[i] = tower(std::string("tray_4.x_") + species[i]);
    y[i] = tower(std::string("tray_4.y_") + species[i]);
    below[i] = tower(std::string("tray_3.y_") + species[i]);
  }
  const auto partial = TowerMixture<3>::standard().vle().partial_pressures(x, tower("tray_4.T"));
  const double p = partial[0] + partial[1] + partial[2];
  EXPECT_NEAR(tower("tray_4.p"), p, 1e-6 * p);
  for (int i = 0; i < 3; ++i) EXPECT_NEAR((y[i] - below[i]) / (partial[i] / p - below[i]), 0.7, 1e-6) << species[i];
}

TEST(TrayTower, LiquidRunsOverTheWeirByFrancis) {
  const AtRest tower(10, 2);
  const double N = tower("tray_3.n_methanol") + tower("tray_3.n_water");
  const double v =
      TowerMixture<2>::standard().molar_volume<double>({tower("tray_3.x_methanol"), tower("tray_3.x_water")});
  const double crest = N * v / 0.68 - 0.04;
  EXPECT_NEAR(tower("tray_3.L") * v, 1.84 * 0.6 * std::pow(crest, 1.5),
              0.01 * tower("tray_3.L") * v);  // 1 mm of corner
}

TEST(TrayTower, ComesFromColdToTheSteadyState) {
  AtRest rest(40, 3);
  DaeProblem problem(build_tray_tower({.trays = 40, .components = 3, .start = TrayTower::Start::cold}));
  TowerMoment moment = begin_at_start(problem);
  Integrator integrator(problem, {});
  ASSERT_TRUE(run_undisturbed(driven(integrator), moment, tower_cold_start));
  EXPECT_LT(distance(problem, moment, rest.moment), 1e-5);
  // golden, made 2026-11-29 with rtol 1e-5: 514 steps
  EXPECT_NEAR(static_cast<double>(integrator.costs().steps), 514.0, 0.2 * 514.0);
}

TEST(TrayTower, MoreRefluxMakesThePurerDistillate) {
  AtRest tower(40, 3);
  TowerMoment moment = begin_reflux_step(tower.problem, tower.moment);
  Integrator integrator(tower.problem, {});
  ASSERT_TRUE(run_undisturbed(driven(integrator), moment, tower_hour));
  const auto methanol = static_cast<std::size_t>(tower_unknown(tower.problem, "drum.x_methanol"));
  const auto L = static_cast<std::size_t>(tower_unknown(tower.problem, "drum.L"));
  EXPECT_NEAR(moment.y[L] / tower.moment.y[L], 1.02, 1e-4);
  EXPECT_GT(moment.y[methanol], tower.moment.y[methanol] + 0.02);
  // golden, made 2026-11-29 with rtol 1e-5: 85 steps, 126 residuals, 12 Jacobians
  const SolverCosts costs = integrator.costs();
  EXPECT_NEAR(static_cast<double>(costs.steps), 85.0, 17.0);
  EXPECT_LE(costs.residuals, 151);
  EXPECT_LE(costs.jacobians, 18);
}

TEST(TrayTower, KeptHistoryUnderDigitalControlComesWhereRestartsCome) {
  AtRest tower(10, 2);
  for (double period : {1.0, 10.0, 60.0}) {
    TowerMoment end[2];
    SolverCosts costs[2];
    for (const History history : {History::kept, History::anew}) {
      const auto which = static_cast<std::size_t>(history);
      end[which] = tower.moment;
      Integrator integrator(tower.problem, {});
      ASSERT_TRUE(run_digital_control(tower.problem, driven(integrator),
                                      {.period = period, .seconds = 20.0 * period + 240.0, .history = history},
                                      end[which]));
      costs[which] = integrator.costs();
    }
    EXPECT_LT(distance(tower.problem, end[0], end[1]), 2e-4) << period;
    EXPECT_LT(2 * costs[0].steps, costs[1].steps) << period;
    EXPECT_EQ(costs[0].restarts, 1) << period;
    // the controller has done something
    EXPECT_GT(distance(tower.problem, end[0], tower.moment), 1e-3) << period;
  }
}

TEST(TrayTower, KeptHistoryUnderInteractionComesWhereRestartsCome) {
  AtRest tower(10, 2);
  TowerMoment end[2];
  for (const History history : {History::kept, History::anew}) {
    end[static_cast<std::size_t>(history)] = tower.moment;
    Integrator integrator(tower.problem, {});
    ASSERT_TRUE(
        run_interaction(tower.problem, driven(integrator), history, 300.0, end[static_cast<std::size_t>(history)]));
  }
  EXPECT_LT(distance(tower.problem, end[0], end[1]), 2e-3);
  EXPECT_GT(distance(tower.problem, end[0], tower.moment), 1e-2);
}

TEST(TrayTower, NeitherBoilsDryNorGoesNegativeWithoutFeed) {
  DaeProblem problem(build_tray_tower({.trays = 5, .components = 3, .start = TrayTower::Start::cold}));
  TowerMoment moment = begin_at_start(problem);
  problem.inputs[static_cast<std::size_t>(problem.plant().find_input("tower.feed"))] = 0.0;
  make_consistent(problem, moment.y, moment.yp);
  Integrator integrator(problem, {});
  ASSERT_TRUE(run_undisturbed(driven(integrator), moment, 4.0 * tower_hour));
  for (int k = 1; k <= 5; ++k) {
    for (int i = 0; i < 3; ++i) {
      const std::string name = "tray_" + std::to_string(k) + ".n_" + species[i];
      EXPECT_GT(moment.y[static_cast<std::size_t>(tower_unknown(problem, name))], -1e-6) << name;
    }
  }
}

TEST(TrayTower, IsSolvedAsItsOutlineSays) {
  const auto plant = build_tray_tower(40, 3);
  const SolutionOutline outline = outline_solution(plant);
  EXPECT_THAT(outline.form,
              testing::MatchesRegex("42 units of 3 kinds: 329 of " + std::to_string(plant->unknown_count()) +
                                    " unknowns are solved for, [0-9]+ follow explicitly"));
  EXPECT_THAT(outline.method, testing::HasSubstr("multistep"));
  EXPECT_THAT(outline.structure, testing::HasSubstr("chain of 41 blocks, border of 5"));
}

}  // namespace
}  // namespace stillhouse
