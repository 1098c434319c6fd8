#include "models/reactors/plug_flow.h"

#include <gtest/gtest.h>

#include "models/reactors/residence_time.h"
#include "models/reactors/solution_boundary.h"
#include "tests/models/reactors/reactor_rig.h"

namespace stillhouse {
namespace {

constexpr double q = 1e-4, length = 2.0, area = 5e-3;  // 100 s of residence time

std::shared_ptr<const Flowsheet> tube(const SharedSolution& solution, PlugFlowCell::Parameters parameters,
                                      const std::vector<double>& fed, double T = 300.0) {
  parameters.length = length;
  parameters.area = area;
  FlowsheetBuilder builder;
  const SolutionFlow in(builder.stream("in"), solution), out(builder.stream("out"), solution);
  builder.add<SolutionFeed>("source", solution, in, SolutionFeed::Start{q, T, fed, 1e-3});
  add_plug_flow(builder, "tube", solution, parameters, in, out, T, std::vector<double>(fed.size(), 0.0));
  builder.add<SolutionDrain>("drain", solution, out);
  return builder.build();
}

/// Outlet of the tube at rest, relative to the feed.
double left(const SharedSolution& solution, const PlugFlowCell::Parameters& parameters) {
  ReactorRig rig(tube(solution, parameters, {1000.0, 0.0}));
  rig.come_to_rest();
  return rig["out.n_A"] / rig["in.n_A"];
}

TEST(PlugFlow, ConvergesToTheClosedFormWithItsOrder) {
  const SharedSolution solution = solution_of({"A", "B"}, {"A -> B; k = 0.02 1/s, dH = 0 J/mol"});
  const double exact = 1.0 - conversion_of_plug_flow(2.0);
  for (const auto& [scheme, order] :
       {std::pair{PlugFlowCell::Scheme::upwind, 1.0}, {PlugFlowCell::Scheme::biased, 2.0}}) {
    double error[3];
    for (int k = 0; k < 3; ++k) error[k] = std::abs(left(solution, {.cells = 20 << k, .scheme = scheme}) - exact);
    EXPECT_GT(std::log2(error[0] / error[1]), order - 0.15);
    EXPECT_GT(std::log2(error[1] / error[2]), order - 0.1);
    EXPECT_LT(error[2], order == 1.0 ? 0.01 : 2e-4);
  }
}

TEST(PlugFlow, UpwindCellsAreTanksInSeries) {
  const SharedSolution solution = solution_of({"A", "B"}, {"A -> B; k = 0.02 1/s, dH = 0 J/mol"});
  EXPECT_NEAR(left(solution, {.cells = 7, .scheme = PlugFlowCell::Scheme::upwind}), 1.0 - conversion_of_tanks(2.0, 7.0),
              1e-9);
}

// P. V. Danckwerts, Chem. Eng. Sci. 2 (1953) 1: closed vessel with dispersion, first order.
TEST(PlugFlow, DispersionIsDanckwerts) {
  const SharedSolution solution = solution_of({"A", "B"}, {"A -> B; k = 0.02 1/s, dH = 0 J/mol"});
  const double u = q / area;
  for (const double Pe : {2.0, 10.0})
    EXPECT_NEAR(left(solution, {.cells = 80, .dispersion = u * length / Pe}), 1.0 - conversion_with_dispersion(2.0, Pe),
                2e-4)
        << Pe;
}

TEST(PlugFlow, TracerHasTheMomentsOfItsDispersion) {
  const SharedSolution solution = solution_of({"tracer"}, {});
  const double Pe = 10.0;
  ReactorRig rig(tube(solution, {.cells = 60, .dispersion = q / area * length / Pe}, {0.0}), 1e-7);
  // a step of tracer for 1 s, short beside 100 s
  rig.set("source.c_tracer", 1000.0);
  rig.run_to(1.0);
  rig.set("source.c_tracer", 0.0);
  std::vector<double> t, c;
  for (int i = 0; i <= 400; ++i) {
    t.push_back(2.0 * i);
    if (i > 0) rig.run_to(t.back());
    c.push_back(i > 0 ? rig["out.n_tracer"] / q : 0.0);
  }
  const TracerMoments moments = pulse_moments(t, c, Quadrature::trapezoid);
  // the mean and variance of the step itself are 0.5 s and 1/12 s2
  EXPECT_NEAR(moments.area, 1000.0, 2.0);
  EXPECT_NEAR(moments.mean, 100.5, 0.2);
  const double share = (moments.variance - 1.0 / 12.0) / 1e4;
  EXPECT_NEAR(peclet_closed(share), Pe, 0.02 * Pe);
  rig.expect_balances_to_close();
}

TEST(PlugFlow, AdiabaticTubeWarmsByWhatReactedAndAWallTakesItAway) {
  const SharedSolution solution = solution_of({"A", "B"}, {"A -> B; k = 0.02 1/s, dH = -50 kJ/mol"});
  ReactorRig rig(tube(solution, {.cells = 40}, {1000.0, 0.0}));
  rig.run_to(50.0);
  rig.expect_balances_to_close();
  rig.come_to_rest();
  const double X = 1.0 - rig["out.n_A"] / rig["in.n_A"];
  const double T = 298.15 + (rig["out.H"] / q - 0.5 * (-50e3) * (-1000.0 * (1.0 - X) + 1000.0 * X)) / 4.18e6;
  EXPECT_NEAR(T, 300.0 + 50e3 * 1000.0 * X / 4.18e6, 1e-5);
  EXPECT_NEAR(rig["tube.cell_40.T"], T, 0.1);

  // a wall that exchanges much holds its temperature, and what it took is in the ledger
  ReactorRig cooled(tube(solution, {.cells = 20, .wall = 5e6, .wall_T = 290.0}, {1000.0, 0.0}));
  cooled.run_to(500.0);
  EXPECT_NEAR(cooled["tube.cell_20.T"], 290.0, 0.2);
  cooled.expect_balances_to_close();
}

}  // namespace
}  // namespace stillhouse
