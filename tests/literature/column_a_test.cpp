#include "models/separation/column_a.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <functional>
#include <map>

#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "engine/solve/steady_state.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

struct Published {
  double value, tolerance;
};

/// Rows of a case, by quantity.
std::map<std::string, Published> published(const std::string& which) {
  std::map<std::string, Published> found;
  for (const auto& row : literature_rows("column_a.csv"))
    if (row[0] == which) found[row[1]] = {std::stod(row[2]), std::stod(row[4])};
  EXPECT_FALSE(found.empty()) << which;
  return found;
}

std::vector<double> steady_state() {
  DaeProblem problem(column_a::build());
  std::vector<double> y;
  for (const VariableInfo& v : problem.plant().variables()) y.push_back(v.range.start);
  return find_steady_state(problem, y).y;
}

/// The column at its steady state.
struct ColumnA {
  explicit ColumnA(double gain = column_a::level_gain)
      : problem(column_a::build(gain)), y(steady_state()), yp(y.size(), 0.0) {}
  std::size_t input(const char* name) const { return static_cast<std::size_t>(problem.plant().find_input(name)); }
  std::size_t place(const std::string& name) const {
    return static_cast<std::size_t>(problem.plant().find_signal(name));
  }

  /// A of dy/dt = A dy, 1/s.
  Eigen::MatrixXd rates_by_state() {
    const SparsePattern& pattern = problem.pattern();
    std::vector<double> values(static_cast<std::size_t>(pattern.entries()));
    Eigen::MatrixXd by[2];
    for (int k : {0, 1}) {
      problem.jacobian(y.data(), yp.data(), 1.0 - k, k, values.data());
      by[k] = Eigen::MatrixXd::Zero(pattern.size(), pattern.size());
      for (int column = 0; column < pattern.size(); ++column)
        for (int i = pattern.column_start[static_cast<std::size_t>(column)];
             i < pattern.column_start[static_cast<std::size_t>(column) + 1]; ++i)
          by[k](pattern.row[static_cast<std::size_t>(i)], column) = values[static_cast<std::size_t>(i)];
    }
    return -by[1].partialPivLu().solve(by[0]);
  }

  /// Change of the steady state with an input, linearized there; the equations are linear in reflux, boilup and feed.
  Eigen::VectorXd gains(const char* name) {
    Eigen::VectorXd before(problem.size()), after(problem.size());
    problem.residual(y.data(), yp.data(), before.data());
    problem.inputs[input(name)] += 1.0;
    problem.residual(y.data(), yp.data(), after.data());
    problem.inputs[input(name)] -= 1.0;
    // der(x) = f: the residual is der(x) - f
    return rates_by_state().partialPivLu().solve(after - before);
  }

  DaeProblem problem;
  std::vector<double> y, yp;
};

TEST(ColumnA, ComesToThePublishedSteadyState) {
  ColumnA column;
  EXPECT_EQ(column.problem.plant().units().size(), 41u);
  EXPECT_EQ(column.problem.plant().unknown_count(), 82);
  const auto profile = published("steady state");
  EXPECT_EQ(profile.size(), 21u);
  for (const auto& [stage, x] : profile)
    EXPECT_NEAR(column.y[column.place(stage + ".x")], x.value, x.tolerance) << stage;
}

// With nobody at the levels: two zeros, the inventories; then the slow one that decides how long the column takes.
TEST(ColumnA, DominantTimeConstantIsPublished) {
  ColumnA column(0.0);
  const Eigen::VectorXcd eigenvalues = column.rates_by_state().eigenvalues();
  std::vector<double> rates;
  for (const auto& v : eigenvalues) rates.push_back(v.real() * column_a::minute);
  std::sort(rates.begin(), rates.end(), std::greater<>());
  EXPECT_NEAR(rates[0], 0.0, 1e-9);
  EXPECT_NEAR(rates[1], 0.0, 1e-9);
  const auto linear = published("linear");
  EXPECT_NEAR(rates[2], linear.at("dominant eigenvalue").value, linear.at("dominant eigenvalue").tolerance);
  EXPECT_NEAR(-1.0 / rates[2], linear.at("dominant time constant").value,
              linear.at("dominant time constant").tolerance);
  EXPECT_LT(rates[3], 5.0 * rates[2]);
}

TEST(ColumnA, LinearGainsArePublished) {
  ColumnA column;
  const auto linear = published("linear");
  const auto expect = [&](const std::string& quantity, double value) {
    EXPECT_NEAR(value, linear.at(quantity).value, linear.at(quantity).tolerance) << quantity;
  };
  const auto top = static_cast<Eigen::Index>(column.place("stage_41.x"));
  const auto bottom = static_cast<Eigen::Index>(column.place("stage_1.x"));
  const double unit = column_a::kmol_per_min;
  expect("dyD/dL", column.gains("column.reflux")[top] * unit);
  expect("dxB/dV", column.gains("column.boilup")[bottom] * unit);
  expect("dyD of feed +1 %", column.gains("column.feed")[top] * unit * 0.01);
  expect("dxB of feed +1 %", column.gains("column.feed")[bottom] * unit * 0.01);
}

void expect_response(const std::string& which, const char* input) {
  ColumnA column;
  column.problem.inputs[column.input(input)] *= 1.01;
  make_consistent(column.problem, column.y, column.yp);
  Integrator integrator(column.problem, {.relative_tolerance = 1e-6, .differential_tolerance = 1e-8});
  integrator.restart(0.0, column.y, column.yp);
  const auto response = published(which);
  EXPECT_EQ(response.size(), 10u);
  for (const int minutes : {1, 5, 20, 100, 500}) {
    ASSERT_EQ(integrator.advance(minutes * column_a::minute, column.y, column.yp), Integrator::Outcome::reached);
    for (const auto& [quantity, stage] : {std::pair{"yD", "stage_41.x"}, {"xB", "stage_1.x"}}) {
      const Published& x = response.at(std::string(quantity) + " at " + std::to_string(minutes));
      EXPECT_NEAR(column.y[column.place(stage)], x.value, x.tolerance) << which << ": " << quantity << " " << minutes;
    }
  }
}

TEST(ColumnA, RespondsToMoreFeedAsPublished) {
  expect_response("feed +1 %", "column.feed");
}
TEST(ColumnA, RespondsToMoreRefluxAsPublished) {
  expect_response("reflux +1 %", "column.reflux");
}

}  // namespace
}  // namespace stillhouse
