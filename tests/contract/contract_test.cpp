// What everything in the catalogue promises, whatever it models.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "engine/simulation/simulator.h"
#include "engine/solve/consistent_start.h"
#include "models/catalogue.h"
#include "tests/allocations/allocation_count.h"
#include "tests/contract/catalogue_entries.h"
#include "tests/engine/jacobian_differences.h"

namespace stillhouse {
namespace {

class Contract : public testing::TestWithParam<Entry> {};

std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const ModelError& error) {
    return error.what();
  }
  return "(not refused)";
}

void expect_described(const std::string& name, const std::string& unit, const Range& range,
                      const std::string& sentence) {
  const std::optional<Unit> parsed = unit_from(unit);
  ASSERT_TRUE(parsed) << name << ": \"" << unit << "\" is no unit";
  EXPECT_EQ(parsed->scale, 1.0) << name << " is not in SI";
  EXPECT_GE(sentence.size(), 8u) << name << " has no sentence";
  EXPECT_LT(range.minimum, range.maximum) << name;
  EXPECT_GE(range.start, range.minimum) << name;
  EXPECT_LE(range.start, range.maximum) << name;
  EXPECT_GT(range.nominal, 0.0) << name;
  // energies count from an arbitrary zero and what crossed a boundary counts from the start: neither has bounds
  if (unit == "J" || unit == "W") return;
  EXPECT_GT(range.minimum, -1e12) << name << " has no lower bound";
  EXPECT_LT(range.maximum, 1e12) << name << " has no upper bound";
}

TEST_P(Contract, EveryQuantityHasUnitRangeAndSentence) {
  const auto plant = GetParam().build();
  for (const VariableInfo& v : plant->variables()) {
    Range range = v.range;
    if (v.kind == Kind::ledger) range.minimum = -1e9, range.maximum = 1e9;
    expect_described(v.name, v.unit, range, v.sentence);
  }
  for (const InputInfo& u : plant->inputs()) expect_described(u.name, u.unit, u.range, u.sentence);
  for (const ObservableInfo& o : plant->observables()) {
    Range range = o.range;
    range.start = range.minimum;  // an observable has no start
    expect_described(o.name, o.unit, range, o.sentence);
  }
  for (const ModeInfo& m : plant->modes()) EXPECT_GE(m.sentence.size(), 8u) << m.name;
  for (const QuantityInfo& q : plant->quantities()) EXPECT_TRUE(unit_from(q.unit)) << q.name;
  const FlowsheetKind& kind = find_flowsheet_kind(GetParam().kind);
  EXPECT_GE(kind.sentence.size(), 8u);
  for (const ParameterInfo& p : kind.parameters)
    expect_described(p.name, p.unit, {.start = p.standard, .minimum = p.minimum, .maximum = p.maximum}, p.sentence);
  for (const ChoiceParameter& c : kind.choices) EXPECT_GE(c.sentence.size(), 8u) << c.name;
}

TEST_P(Contract, HasAsManyEquationsAsUnknownsEachWithAName) {
  const auto plant = GetParam().build();
  int rows = 0;
  for (const Flowsheet::Unit& unit : plant->units()) {
    rows += static_cast<int>(unit.rows.size());
    for (const auto& row : unit.rows) EXPECT_FALSE(row.name.empty()) << unit.path;
  }
  EXPECT_EQ(rows, plant->unknown_count());
  for (const VariableInfo& v : plant->variables()) EXPECT_GE(v.defined_by, 0) << v.name;
}

constexpr DifferenceWidths widths{1e-2, 1e-13};

TEST_P(Contract, JacobianIsThatOfFiniteDifferencesAtTheStart) {
  DaeProblem problem(GetParam().build());
  const Simulator simulator(GetParam().build());
  expect_jacobian_is_differences(problem, simulator.state().y, simulator.state().yp, widths);
}

TEST_P(Contract, JacobianIsThatOfFiniteDifferencesWhileItRuns) {
  const auto simulator = running(GetParam());
  DaeProblem problem(GetParam().build());
  problem.inputs = simulator->state().inputs;
  problem.modes = simulator->state().modes;
  expect_jacobian_is_differences(problem, simulator->state().y, simulator->state().yp, widths);
}

/// The Schur complement of the complete Jacobian: what is left when explicit variables are eliminated.
Eigen::MatrixXd eliminated(const DaeProblem& complete, const std::vector<double>& values, const DaeProblem& reduced) {
  const int n = complete.size();
  Eigen::MatrixXd whole = Eigen::MatrixXd::Zero(n, n);
  const SparsePattern& pattern = complete.pattern();
  for (int column = 0; column < n; ++column) {
    const std::size_t c = static_cast<std::size_t>(column);
    for (int k = pattern.column_start[c]; k < pattern.column_start[c + 1]; ++k)
      whole(pattern.row[static_cast<std::size_t>(k)], column) = values[static_cast<std::size_t>(k)];
  }
  const auto others = [n](const std::vector<int>& kept) {
    std::vector<bool> is_kept(static_cast<std::size_t>(n), false);
    for (int i : kept) is_kept[static_cast<std::size_t>(i)] = true;
    std::vector<int> rest;
    for (int i = 0; i < n; ++i) {
      if (!is_kept[static_cast<std::size_t>(i)]) rest.push_back(i);
    }
    return rest;
  };
  const std::vector<int>&rows = reduced.rows(), &columns = reduced.unknowns();
  const std::vector<int> gone_rows = others(rows), gone = others(columns);
  return whole(rows, columns) -
         whole(rows, gone) * whole(gone_rows, gone).partialPivLu().solve(Eigen::MatrixXd(whole(gone_rows, columns)));
}

TEST_P(Contract, ReducedFormIsTheCompleteOneWithExplicitVariablesEliminated) {
  const auto simulator = running(GetParam());
  const auto plant = GetParam().build();
  DaeProblem complete(plant, DaeForm::complete), reduced(plant, DaeForm::reduced);
  for (DaeProblem* problem : {&complete, &reduced}) {
    problem->inputs = simulator->state().inputs;
    problem->modes = simulator->state().modes;
  }
  EXPECT_LT(reduced.size(), complete.size()) << reduced.in_words();
  std::vector<double> whole = simulator->state().y, rates = simulator->state().yp, y, yp;
  reduced.take(whole, y);
  reduced.take(rates, yp);
  reduced.complete(y, yp, whole, rates);

  // residuals: those of the complete form, and none where a variable is explicit
  std::vector<double> of_complete(whole.size()), of_reduced(y.size());
  complete.residual(whole.data(), rates.data(), of_complete.data());
  reduced.residual(y.data(), yp.data(), of_reduced.data());
  std::vector<double> jacobian(static_cast<std::size_t>(complete.pattern().entries()));
  complete.jacobian(whole.data(), rates.data(), 1.0, 1.0, jacobian.data());
  const std::vector<double> scales = complete.row_scales(jacobian.data());
  for (std::size_t i = 0; i < of_reduced.size(); ++i) {
    const std::size_t row = static_cast<std::size_t>(reduced.rows()[i]);
    EXPECT_NEAR(of_reduced[i], of_complete[row], 1e-13 * scales[row]) << complete.equation_name(reduced.rows()[i]);
    of_complete[row] = 0.0;
  }
  for (std::size_t row = 0; row < of_complete.size(); ++row)
    EXPECT_NEAR(of_complete[row], 0.0, 1e-13 * scales[row]) << complete.equation_name(static_cast<int>(row));

  // what is observed
  std::vector<double> shown(plant->observables().size()), shown_compiled(shown), held(plant->quantities().size()),
      held_compiled(held);
  reduced.observe(y, yp, whole, rates, shown, held);
  plant->observe(whole.data(), reduced.inputs.data(), reduced.modes.data(), shown_compiled.data(),
                 held_compiled.data());
  EXPECT_EQ(shown, shown_compiled);
  EXPECT_EQ(held, held_compiled);

  // events
  const std::size_t events = static_cast<std::size_t>(plant->event_count());
  std::vector<double> functions(events), functions_reduced(events);
  std::vector<Events::Transition> transitions(events);
  complete.events(whole.data(), functions.data(), transitions.data());
  reduced.events(y.data(), functions_reduced.data(), transitions.data());
  EXPECT_EQ(functions_reduced, functions);

  // Jacobian
  std::vector<double> values(static_cast<std::size_t>(reduced.pattern().entries()));
  for (const double rate : {0.5, 100.0}) {
    complete.jacobian(whole.data(), rates.data(), 1.0, rate, jacobian.data());
    reduced.jacobian(y.data(), yp.data(), 1.0, rate, values.data());
    const Eigen::MatrixXd expected = eliminated(complete, jacobian, reduced);
    const std::vector<double> sizes = reduced.row_scales(values.data());
    for (int row = 0; row < reduced.size(); ++row) {
      for (int column = 0; column < reduced.size(); ++column) {
        const int k = reduced.pattern().position(row, column);
        EXPECT_NEAR(k < 0 ? 0.0 : values[static_cast<std::size_t>(k)], expected(row, column),
                    1e-10 * sizes[static_cast<std::size_t>(row)] / reduced.unknown(column).range.nominal)
            << reduced.equation_name(row) << " by " << reduced.unknown(column).name;
      }
    }
  }
}

TEST_P(Contract, StartsConsistentlyFromItsDeclarations) {
  const auto plant = GetParam().build();
  DaeProblem problem(plant);
  std::vector<double> y, yp(static_cast<std::size_t>(plant->unknown_count()), 0.0), r(yp.size());
  for (const VariableInfo& v : plant->variables()) y.push_back(v.range.start);
  make_consistent(problem, y, yp);
  std::vector<double> jacobian(static_cast<std::size_t>(problem.pattern().entries()));
  problem.jacobian(y.data(), yp.data(), 1.0, 1.0, jacobian.data());
  const std::vector<double> scales = problem.row_scales(jacobian.data());
  problem.residual(y.data(), yp.data(), r.data());
  for (std::size_t i = 0; i < y.size(); ++i) {
    const VariableInfo& v = plant->variables()[i];
    EXPECT_LT(std::abs(r[i]) / scales[i], 1e-6) << plant->equation_name(static_cast<int>(i));
    EXPECT_TRUE(v.kind == Kind::algebraic || y[i] == v.range.start) << v.name;
  }
  EXPECT_THAT(Simulator(plant).outside_validity(), testing::IsEmpty());
}

TEST_P(Contract, EvaluatingChangesAndAllocatesNothing) {
  const auto simulator = running(GetParam());
  const Flowsheet& plant = simulator->plant();
  DaeProblem problem(GetParam().build());
  const PlantState before = simulator->state();
  problem.inputs = before.inputs;
  problem.modes = before.modes;
  std::vector<double> r(before.y.size()), again(before.y.size());
  std::vector<double> jacobian(static_cast<std::size_t>(problem.pattern().entries()));
  std::vector<double> observables(plant.observables().size()), holdings(plant.quantities().size());
  std::vector<double> functions(static_cast<std::size_t>(plant.event_count()));
  std::vector<Events::Transition> transitions(functions.size());

  const long allocations = allocation_count();
  problem.residual(before.y.data(), before.yp.data(), r.data());
  problem.jacobian(before.y.data(), before.yp.data(), 1.0, 10.0, jacobian.data());
  plant.observe(before.y.data(), before.inputs.data(), before.modes.data(), observables.data(), holdings.data());
  plant.events(before.y.data(), before.inputs.data(), before.modes.data(), functions.data(), transitions.data());
  problem.residual(before.y.data(), before.yp.data(), again.data());
  EXPECT_EQ(allocation_count(), allocations);

  EXPECT_EQ(r, again);
  EXPECT_EQ(before.y, simulator->state().y);
  for (std::size_t i = 0; i < observables.size(); ++i)
    EXPECT_EQ(observables[i], simulator->signal(static_cast<int>(before.y.size() + i))) << plant.observables()[i].name;
}

TEST_P(Contract, ScansBetweenCheckpointsAllocateNothing) {
  const auto simulator = running(GetParam());
  ASSERT_TRUE(simulator->at_checkpoint());
  simulator->advance();
  while (!simulator->at_checkpoint()) {
    const long before = allocation_count();
    simulator->advance();
    EXPECT_EQ(allocation_count(), before) << "scan " << simulator->scan();
  }
}

/// Plants of signals, not of matter: transfer functions conserve nothing.
bool conserves_nothing(const Entry& entry) {
  return entry.kind == "wood_berry";
}

TEST_P(Contract, BalancesClose) {
  const auto simulator = running(GetParam());
  if (conserves_nothing(GetParam())) {
    EXPECT_TRUE(simulator->closures().empty());
    return;
  }
  ASSERT_FALSE(simulator->closures().empty());
  for (const BalanceClosure& c : simulator->closures())
    EXPECT_LT(std::abs(c.gap), 1e-9 * (std::abs(c.inventory) + std::abs(c.start) + std::abs(c.crossed))) << c.name;
}

TEST_P(Contract, RefusesParametersByNameWithUnitAndRange) {
  const FlowsheetKind& kind = find_flowsheet_kind(GetParam().kind);
  const auto build_with = [&](const std::string& name, double number, const std::string& word = {}) {
    std::vector<ParameterValue> values = GetParam().words;
    values.push_back({name, number, word});
    return refusal([&] { kind.build(values); });
  };
  for (const ParameterInfo& p : kind.parameters) {
    const double beyond = 1e-3 * (p.maximum - p.minimum);
    for (double value : {p.minimum - beyond, p.maximum + beyond, std::numeric_limits<double>::quiet_NaN()})
      EXPECT_THAT(build_with(p.name, value), testing::AllOf(testing::HasSubstr(kind.name), testing::HasSubstr(p.name)));
  }
  EXPECT_THAT(build_with(kind.parameters.front().name + "x", 1.0),
              testing::HasSubstr("nearest: " + kind.parameters.front().name));
  for (const ChoiceParameter& c : kind.choices) {
    EXPECT_THAT(refusal([&] {
                  kind.build({{c.name, 0.0, c.allowed.front() + "x"}});
                }),
                testing::HasSubstr(c.allowed.front()))
        << c.name;
  }
}

TEST_P(Contract, StartsConsistentlyAtTheEndsOfItsParameterRanges) {
  const FlowsheetKind& kind = find_flowsheet_kind(GetParam().kind);
  int built = 0;
  for (const ParameterInfo& p : kind.parameters) {
    for (double value : {p.minimum, p.maximum}) {
      std::vector<ParameterValue> values = GetParam().words;
      values.push_back({p.name, value, {}});
      std::shared_ptr<const Flowsheet> plant;
      try {
        plant = kind.build(values);
      } catch (const ModelError& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(kind.name));  // two parameters that do not fit: said so
        continue;
      }
      ++built;
      Simulator simulator(plant);
      switch_on(simulator);
      EXPECT_NO_THROW(for (int scan = 0; scan < 5; ++scan) simulator.advance()) << p.name << " = " << value;
    }
  }
  EXPECT_GT(built, static_cast<int>(kind.parameters.size()));
}

TEST_P(Contract, SnapshotRestoreStepEqualsStep) {
  const auto plant = GetParam().build();
  Simulator whole(plant), backtracked(plant);
  std::vector<PlantState> checkpoints;
  std::vector<Digest> digests;
  const auto drive = [](Simulator& simulator) {
    if (simulator.scan() == 0) switch_on(simulator);
    // something moves every third scan
    if (simulator.scan() % 3 == 0 && !simulator.plant().inputs().empty()) {
      const Range& range = simulator.plant().inputs()[0].range;
      simulator.set_input(0, range.start + 1e-3 * static_cast<double>(simulator.scan() % 7) * range.nominal);
    }
  };
  for (int scan = 0; scan < 1500; ++scan) {
    if (whole.scan() % 300 == 0) checkpoints.push_back(whole.state());
    drive(whole);
    whole.advance();
    digests.push_back(whole.digest());
  }
  for (auto from = checkpoints.rbegin(); from != checkpoints.rend(); ++from) {
    Simulator fresh(plant);
    fresh.restore(*from);
    backtracked.restore(*from);
    for (std::int64_t scan = from->scan; scan < from->scan + 130; ++scan) {
      drive(fresh), drive(backtracked);
      fresh.advance(), backtracked.advance();
    }
    EXPECT_EQ(fresh.digest(), digests[static_cast<std::size_t>(from->scan + 129)]) << "from " << from->scan;
    EXPECT_EQ(backtracked.digest(), digests[static_cast<std::size_t>(from->scan + 129)]) << "from " << from->scan;
  }
}

INSTANTIATE_TEST_SUITE_P(Catalogue, Contract, testing::ValuesIn(entries()), entry_name);

TEST(Catalogue, NamesTheNearestKind) {
  EXPECT_THAT(refusal([] { find_flowsheet_kind("pilot_colum"); }), testing::HasSubstr("nearest: pilot_column"));
}

}  // namespace
}  // namespace stillhouse
