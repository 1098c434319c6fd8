#include "models/reactors/stirred_reactor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/reactors/residence_time.h"
#include "models/reactors/solution_boundary.h"
#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

std::shared_ptr<const Flowsheet> stirred_batch(const SharedSolution& solution,
                                               const StirredReactor::Parameters& parameters,
                                               const StirredReactor::Start& start) {
  FlowsheetBuilder builder;
  builder.add<StirredReactor>("reactor", solution, parameters, std::vector<SolutionFlow>{}, std::nullopt, start);
  return builder.build();
}

/// Feed, as many reactors in a row as there are starts, drain.
std::shared_ptr<const Flowsheet> cascade(const SharedSolution& solution, const StirredReactor::Parameters& parameters,
                                         const SolutionFeed::Start& feed,
                                         const std::vector<StirredReactor::Start>& starts) {
  FlowsheetBuilder builder;
  std::vector<SolutionFlow> flows{SolutionFlow(builder.stream("feed"), solution)};
  for (std::size_t k = 0; k < starts.size(); ++k)
    flows.emplace_back(builder.stream("flow_" + std::to_string(k + 1)), solution);
  builder.add<SolutionFeed>("source", solution, flows[0], feed);
  for (std::size_t k = 0; k < starts.size(); ++k)
    builder.add<StirredReactor>("reactor_" + std::to_string(k + 1), solution, parameters,
                                std::vector<SolutionFlow>{flows[k]}, flows[k + 1], starts[k]);
  builder.add<SolutionDrain>("drain", solution, flows.back());
  return builder.build();
}

// c_B = c_A0 k1 / (k2 - k1) (e^(-k1 t) - e^(-k2 t))
TEST(StirredReactor, SeriesReactionInABatchFollowsItsClosedForm) {
  const SharedSolution solution =
      solution_of({"A", "B", "C"}, {"A -> B; k = 1 1/h, dH = 0 J/mol", "B -> C; k = 2 1/h, dH = 0 J/mol"});
  ReactorRig rig(stirred_batch(solution, {.volume = 0.01}, {0.01, 300.0, {5000.0, 0.0, 0.0}}));
  for (const double hours : {0.25, 1.5}) {
    rig.run_to(3600.0 * hours);
    EXPECT_NEAR(rig["reactor.c_B"] / (5000.0 * (std::exp(-hours) - std::exp(-2.0 * hours))), 1.0, 1e-6);
  }
  rig.expect_balances_to_close();
}

// Adiabatic: T rises by -dH c / rho cp for all that reacts, whatever the rate, the metal shares it.
TEST(StirredReactor, AdiabaticBatchWarmsByWhatReacted) {
  const SharedSolution solution =
      solution_of({"A", "B"}, {"A -> B; k = 0.01 1/s, Ea = 60 kJ/mol, T_ref = 300 K, dH = -80 kJ/mol"}, 900.0, 2000.0);
  ReactorRig rig(stirred_batch(solution, {.volume = 1.0, .capacity = 2e5}, {0.5, 300.0, {1000.0, 0.0}}));
  rig.run_to(3000.0);
  const double rise = 80e3 * 500.0 / (900.0 * 2000.0 * 0.5 + 2e5);
  EXPECT_NEAR(rig["reactor.c_A"], 0.0, 1e-3);
  EXPECT_NEAR(rig["reactor.T"], 300.0 + rise, 1e-4);
  rig.expect_balances_to_close();
}

// H. S. Fogler, Elements of Chemical Reaction Engineering, example 6-3.
TEST(StirredReactor, SemiBatchIsFoglers) {
  const SharedSolution solution = solution_of({"A", "B", "C"}, {"A + B -> C; k = 2.2 L/mol/s, dH = 0 J/mol"});
  FlowsheetBuilder builder;
  const SolutionFlow feed(builder.stream("feed"), solution);
  builder.add<SolutionFeed>("source", solution, feed, SolutionFeed::Start{5e-5, 298.15, {0.0, 25.0, 0.0}, 1e-3});
  builder.add<StirredReactor>("reactor", solution, StirredReactor::Parameters{.volume = 0.05},
                              std::vector<SolutionFlow>{feed}, std::nullopt,
                              StirredReactor::Start{5e-3, 298.15, {50.0, 0.0, 0.0}});
  ReactorRig rig(builder.build());
  rig.run_to(100.0);
  EXPECT_NEAR(rig["reactor.c_A"] / 15.39339918, 1.0, 1e-3);
  EXPECT_NEAR(rig["reactor.c_B"] / 2.893399176, 1.0, 1e-3);
  EXPECT_NEAR(rig["reactor.V"], 10e-3, 1e-9);
  rig.expect_balances_to_close();
}

TEST(StirredReactor, CascadeConvertsAsTanksInSeriesDo) {
  const SharedSolution solution = solution_of({"A", "B"}, {"A -> B; k = 0.02 1/s, dH = -20 kJ/mol"});
  for (const std::size_t tanks : {1u, 3u}) {
    const double volume = 0.1 / static_cast<double>(tanks);
    ReactorRig rig(cascade(solution, {.volume = volume}, {1e-3, 300.0, {800.0, 0.0}, 1e-2},
                           std::vector<StirredReactor::Start>(tanks, {volume, 300.0, {0.0, 0.0}})));
    rig.come_to_rest();
    const std::string last = "reactor_" + std::to_string(tanks);
    const double X = 1.0 - rig[last + ".c_A"] / 800.0;
    EXPECT_NEAR(X, conversion_of_tanks(2.0, static_cast<double>(tanks)), 1e-9);
    EXPECT_NEAR(rig[last + ".T"], 300.0 + 20e3 * 800.0 * X / (1000.0 * 4180.0), 1e-6);
  }
}

// A pulse of tracer into three tanks comes out as E(t) of three tanks in series.
TEST(StirredReactor, TracerPulseGivesTheDistributionOfTanksInSeries) {
  const SharedSolution solution = solution_of({"tracer"}, {});
  ReactorRig rig(cascade(solution, {.volume = 0.02}, {1e-3, 300.0, {0.0}, 1e-2},
                         {{0.02, 300.0, {300.0}}, {0.02, 300.0, {0.0}}, {0.02, 300.0, {0.0}}}));
  std::vector<double> t, c;
  for (int i = 0; i <= 600; ++i) {
    t.push_back(2.0 * i);
    if (i > 0) rig.run_to(t.back());
    c.push_back(rig["reactor_3.c_tracer"]);
    // the pulse: 6 mol in the first tank, 6 mol / (q) E(t) at the outlet
    EXPECT_NEAR(c.back(), 6.0 / 1e-3 * tanks_distribution(t.back(), 60.0, 3), 1e-4) << t.back();
  }
  const TracerMoments moments = pulse_moments(t, c, Quadrature::simpson);
  EXPECT_NEAR(moments.mean, 60.0, 1e-3);
  EXPECT_NEAR(tanks_in_series(moments), 3.0, 1e-3);
  rig.expect_balances_to_close();
}

TEST(StirredReactor, OverflowHoldsTheVolumeAndPumpEmpties) {
  const SharedSolution solution = solution_of({"A"}, {});
  StirredReactor::Parameters parameters{
      .volume = 0.1, .outlet = StirredReactor::Outlet::overflow, .overflow = 0.08, .overflow_time = 2.0};
  ReactorRig rig(cascade(solution, parameters, {1e-3, 300.0, {100.0}, 1e-2}, {{0.05, 320.0, {0.0}}}));
  rig.run_to(20.0);
  EXPECT_NEAR(rig["reactor_1.V"], 0.07, 1e-4);
  EXPECT_NEAR(rig["flow_1.q"], 0.0, 1e-9);
  rig.run_to(2000.0);
  EXPECT_NEAR(rig["flow_1.q"], 1e-3, 1e-9);
  EXPECT_NEAR(rig["reactor_1.V"], 0.082, 2e-4);
  rig.expect_balances_to_close();

  parameters.outlet = StirredReactor::Outlet::pump;
  ReactorRig pumped(cascade(solution, parameters, {0.0, 300.0, {100.0}, 1e-2}, {{0.05, 320.0, {10.0}}}));
  pumped.set("reactor_1.discharge", 1.0);
  pumped.run_to(30.0);
  EXPECT_NEAR(pumped["reactor_1.V"], 0.02, 1e-6);
  pumped.run_to(3600.0);
  EXPECT_GT(pumped["reactor_1.V"], 0.0);
  EXPECT_LT(pumped["reactor_1.V"], 5e-4);
  pumped.expect_balances_to_close();
}

// Cooling by an ideal jacket: T - Tj falls with exp(-UA t / rho cp V). A mixed one ends at the mean of both.
TEST(StirredReactor, JacketsCoolAsTheyShould) {
  const SharedSolution solution = solution_of({"A"}, {});
  StirredReactor::Parameters parameters{.volume = 0.1};
  parameters.jacket = {.kind = Jacket::Kind::ideal, .UA = 500.0, .coolant_T = 290.0};
  ReactorRig rig(stirred_batch(solution, parameters, {0.1, 350.0, {0.0}}));
  rig.run_to(600.0);
  EXPECT_NEAR(rig["reactor.T"], 290.0 + 60.0 * std::exp(-500.0 * 600.0 / 418000.0), 1e-5);
  rig.set("reactor.cooling", 0.0);
  const double before = rig["reactor.T"];
  rig.run_to(900.0);
  EXPECT_NEAR(rig["reactor.T"], before, 1e-7);
  rig.expect_balances_to_close();

  parameters.jacket.kind = Jacket::Kind::mixed;
  parameters.jacket.capacity = 104500.0;
  parameters.jacket.T_start = 290.0;
  ReactorRig mixed(stirred_batch(solution, parameters, {0.1, 350.0, {0.0}}));
  mixed.run_to(20000.0);
  EXPECT_NEAR(mixed["reactor.T"], (418000.0 * 350.0 + 104500.0 * 290.0) / 522500.0, 1e-5);
  mixed.set("reactor.duty", 1000.0);
  mixed.run_to(20100.0);
  mixed.set("reactor.coolant_q", 5e-4);
  mixed.run_to(21000.0);
  mixed.expect_balances_to_close();
}

TEST(StirredReactor, RefusesWhatDoesNotFitByPathAndRange) {
  const SharedSolution solution = solution_of({"A"}, {});
  const auto refusal = [&](const StirredReactor::Start& start) -> std::string {
    try {
      stirred_batch(solution, {.volume = 0.1}, start);
    } catch (const ModelError& error) {
      return error.what();
    }
    return "(not refused)";
  };
  EXPECT_THAT(refusal({0.2, 300.0, {0.0}}), testing::HasSubstr("reactor: liquid at the start = 0.2 m^3 is outside"));
  EXPECT_THAT(refusal({0.1, 300.0, {-1.0}}), testing::HasSubstr("reactor: concentration of A = -1"));
  EXPECT_THROW(solution_of({"A", "B"}, {"A -> B; k = 1 m^3/kg/s, dH = 0 J/mol"}), ModelError);
  EXPECT_THROW(solution_of({"A"}, {}, 1.0), ModelError);
}

}  // namespace
}  // namespace stillhouse
