#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/solve/consistent_start.h"
#include "engine/solve/dae_problem.h"
#include "engine/solve/integrator.h"
#include "tests/allocations/allocation_count.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> solved_for(const DaeProblem& problem) {
  std::vector<std::string> names;
  for (int i = 0; i < problem.size(); ++i) names.push_back(problem.unknown(i).name);
  return names;
}

/// Vessels in a row, each with a flow from the one before: what a unit hands on is explicit, and read by the next. The
/// first has no inflow from a vessel.
class Vessel {
 public:
  struct Ports {
    Variable flow_in, level_below, flow_out, level;
  };

  Vessel(Declare& declare, const Ports& ports, double resistance) : ports_(ports), resistance_(resistance) {
    u_ = declare.input("u", "1", {.start = 0.3}, "supply");
    n_ = declare.differential("n", "mol", {.start = 1.0 + 0.1 * resistance}, "contents");
    T_ = declare.algebraic("T", "K", {.start = 1.0}, "follows from the contents, but not outright");
    declare.defines(ports.flow_out);
    declare.defines(ports.level);
  }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const Real n = eq[n_], T = eq[T_];
    eq.equate("level", eq[ports_.level], n + 0.1 * tanh(n));
    eq.equate("contents", n, T + 0.2 * exp(-T));
    eq.equate("flow", eq[ports_.flow_out],
              signed_sqrt(Real(eq[ports_.level] - eq.or_zero(ports_.level_below)), 0.1) / resistance_);
    eq.equate("balance", eq.der(n_), eq[u_] * T + eq.or_zero(ports_.flow_in) - eq[ports_.flow_out]);
  }

 private:
  Ports ports_;
  double resistance_;
  Input u_;
  Variable n_, T_;
};

std::shared_ptr<const Flowsheet> vessels(int count) {
  FlowsheetBuilder builder;
  std::vector<Variable> flow, level;
  for (int i = 0; i < count; ++i) {
    Declare stream = builder.stream("stream_" + std::to_string(i));
    flow.push_back(stream.algebraic("flow", "mol/s", {}, "from one vessel to the next"));
    level.push_back(stream.algebraic("level", "m", {}, "height of the liquid"));
  }
  for (int i = 0; i < count; ++i) {
    const std::size_t k = static_cast<std::size_t>(i);
    builder.add<Vessel>(
        "vessel_" + std::to_string(i),
        Vessel::Ports{i > 0 ? flow[k - 1] : Variable{}, i + 1 < count ? level[k + 1] : Variable{}, flow[k], level[k]},
        1.0 + 0.25 * (i % 3));
  }
  return builder.build();
}

/// A state of the complete form at which all explicit variables hold, and the same of the reduced one.
struct Pair {
  explicit Pair(const std::shared_ptr<const Flowsheet>& plant)
      : complete(plant, DaeForm::complete), reduced(plant, DaeForm::reduced) {
    whole = start_values(*plant);
    for (std::size_t i = 0; i < whole.size(); ++i) whole[i] += 0.05 * static_cast<double>(i % 7);
    whole_rates.assign(whole.size(), 0.0);
    for (std::size_t i = 0; i < whole.size(); ++i) whole_rates[i] = 0.02 * static_cast<double>(i % 5) - 0.03;
    reduced.take(whole, y);
    reduced.take(whole_rates, yp);
    reduced.complete(y, yp, whole, whole_rates);
  }
  DaeProblem complete, reduced;
  std::vector<double> whole, whole_rates, y, yp;
};

TEST(ReducedForm, LeavesOutWhatAnEquationGivesOutright) {
  const DaeProblem tank(plant_of<Tank1>("tank", 2.0, 0.3), DaeForm::reduced);
  EXPECT_THAT(solved_for(tank), ElementsAre("tank.n", "tank.crossed"));
  EXPECT_EQ(tank.in_words(), "1 unit of 1 kind: 2 of 3 unknowns are solved for, 1 follow explicitly");
  const DaeProblem pair(vessels(2), DaeForm::reduced);
  EXPECT_THAT(solved_for(pair), testing::UnorderedElementsAre("vessel_0.n", "vessel_0.T", "vessel_1.n", "vessel_1.T"));
}

/// a = b + y, b = a / 2: each is given outright, but not both can go.
class Loop {
 public:
  explicit Loop(Declare& declare) {
    y_ = declare.differential("y", "1", {.start = 1.0}, "what drives");
    a_ = declare.algebraic("a", "1", {}, "one");
    b_ = declare.algebraic("b", "1", {}, "other");
    c_ = declare.algebraic("c", "1", {}, "read off a rate");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    eq.equate("one", eq[a_], eq[b_] + eq[y_]);
    eq.equate("other", eq[b_], 0.5 * eq[a_]);
    eq.equate("rate", eq[c_], eq.der(y_));
    eq.equate("balance", eq.der(y_), -eq[a_]);
  }

 private:
  Variable y_, a_, b_, c_;
};

TEST(ReducedForm, KeepsALoopSolvableAndVariablesThatReadRates) {
  const DaeProblem problem(plant_of<Loop>("unit"), DaeForm::reduced);
  EXPECT_THAT(solved_for(problem), ElementsAre("unit.y", "unit.b", "unit.c"));
  std::vector<double> y{1.0, 0.0, 0.0}, yp(3, 0.0);
  DaeProblem own(plant_of<Loop>("unit"), DaeForm::reduced);
  make_consistent(own, y, yp);
  EXPECT_NEAR(y[1], 1.0, 1e-12);
  EXPECT_NEAR(y[2], -2.0, 1e-12);
  EXPECT_NEAR(yp[0], -2.0, 1e-12);
}

TEST(ReducedForm, CompletesTheStateSoThatExplicitEquationsHoldExactly) {
  Pair p(vessels(11));
  std::vector<double> r(p.whole.size()), kept(p.y.size());
  p.complete.residual(p.whole.data(), p.whole_rates.data(), r.data());
  p.reduced.residual(p.y.data(), p.yp.data(), kept.data());
  for (std::size_t i = 0; i < kept.size(); ++i)
    EXPECT_EQ(kept[i], r[static_cast<std::size_t>(p.reduced.rows()[i])])
        << p.reduced.equation_name(static_cast<int>(i));
  std::vector<bool> is_kept(r.size(), false);
  for (int row : p.reduced.rows()) is_kept[static_cast<std::size_t>(row)] = true;
  int explicit_rows = 0;
  for (std::size_t i = 0; i < r.size(); ++i) {
    if (is_kept[i]) continue;
    ++explicit_rows;
    EXPECT_EQ(r[i], 0.0) << p.complete.equation_name(static_cast<int>(i));
  }
  EXPECT_EQ(explicit_rows, 22);
}

TEST(ReducedForm, JacobianIsThatOfDifferencesThroughExplicitVariablesOfOtherUnits) {
  // 11 = 8 + 2 + 1 side by side; the first and the last do without a neighbour
  Pair p(vessels(11));
  const SparsePattern& pattern = p.reduced.pattern();
  std::vector<double> values(static_cast<std::size_t>(pattern.entries()));
  const double y_weight = 0.8, yp_weight = 3.0;
  p.reduced.jacobian(p.y.data(), p.yp.data(), y_weight, yp_weight, values.data());
  const std::size_t n = p.y.size();
  std::vector<double> low(n), high(n);
  int coupled = 0;
  for (std::size_t c = 0; c < n; ++c) {
    const double h = 1e-6, y0 = p.y[c], yp0 = p.yp[c];
    p.y[c] = y0 + y_weight * h, p.yp[c] = yp0 + yp_weight * h;
    p.reduced.residual(p.y.data(), p.yp.data(), high.data());
    p.y[c] = y0 - y_weight * h, p.yp[c] = yp0 - yp_weight * h;
    p.reduced.residual(p.y.data(), p.yp.data(), low.data());
    p.y[c] = y0, p.yp[c] = yp0;
    for (std::size_t row = 0; row < n; ++row) {
      const double expected = (high[row] - low[row]) / (2.0 * h);
      const int k = pattern.position(static_cast<int>(row), static_cast<int>(c));
      coupled += k >= 0;
      EXPECT_NEAR(k < 0 ? 0.0 : values[static_cast<std::size_t>(k)], expected, 1e-8 * (1.0 + std::abs(expected)))
          << p.reduced.equation_name(static_cast<int>(row)) << " by " << p.reduced.unknown(static_cast<int>(c)).name;
    }
  }
  EXPECT_LE(coupled, 5 * static_cast<int>(n)) << "a vessel's balance reads its neighbours and no more";
}

TEST(ReducedForm, AllocatesNothing) {
  Pair p(vessels(7));
  std::vector<double> r(p.y.size()), values(static_cast<std::size_t>(p.reduced.pattern().entries()));
  const long before = allocation_count();
  for (int i = 0; i < 3; ++i) {
    p.reduced.residual(p.y.data(), p.yp.data(), r.data());
    p.reduced.jacobian(p.y.data(), p.yp.data(), 1.0, 2.0, values.data());
    p.reduced.complete(p.y, p.yp, p.whole, p.whole_rates);
  }
  EXPECT_EQ(allocation_count(), before);
}

TEST(ReducedForm, EndsWhereTheCompleteFormEnds) {
  const auto plant = vessels(11);
  std::vector<std::vector<double>> ends;
  for (const DaeForm form : {DaeForm::complete, DaeForm::reduced}) {
    DaeProblem problem(plant, form);
    std::vector<double> y, yp(static_cast<std::size_t>(problem.size()), 0.0);
    problem.take(start_values(*plant), y);
    make_consistent(problem, y, yp);
    SolverSettings settings;
    settings.method = Method::multistep;
    settings.relative_tolerance = 1e-9;
    settings.differential_tolerance = 1e-11;
    Integrator integrator(problem, settings);
    integrator.restart(0.0, y, yp);
    ASSERT_EQ(integrator.advance(20.0, y, yp), Integrator::Outcome::reached);
    std::vector<double> whole = start_values(*plant), rates(whole.size(), 0.0);
    problem.complete(y, yp, whole, rates);
    ends.push_back(whole);
  }
  for (std::size_t i = 0; i < ends[0].size(); ++i)
    EXPECT_NEAR(ends[0][i], ends[1][i], 1e-7 * (1.0 + std::abs(ends[0][i]))) << plant->variables()[i].name;
}

TEST(ReducedForm, SeesStateEventsOfVariablesThatFollowExplicitly) {
  // the vessel's pressure is differential; its event functions must be those of the complete form
  const auto plant = plant_of<ReliefVessel>("vessel");
  DaeProblem complete(plant, DaeForm::complete), reduced(plant, DaeForm::reduced);
  std::vector<double> y{0.9}, a(static_cast<std::size_t>(plant->event_count())), b(a);
  complete.events(y.data(), a.data(), nullptr);
  reduced.events(y.data(), b.data(), nullptr);
  EXPECT_EQ(a, b);
}

}  // namespace
}  // namespace stillhouse
