#include "models/separation/column_a.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "engine/solve/consistent_start.h"
#include "engine/solve/integrator.h"
#include "engine/solve/linear_response.h"
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

  /// Its small deviations, from reflux, boilup and feed to the mole fractions at both ends.
  LinearResponse small_deviations() {
    std::vector<int> inputs, outputs;
    for (const char* name : {"column.reflux", "column.boilup", "column.feed"})
      inputs.push_back(problem.plant().find_input(name));
    for (const char* name : {"stage_41.x", "stage_1.x"}) outputs.push_back(problem.plant().find_signal(name));
    return linear_response(linearize(problem, y, yp, inputs, outputs));
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
  const std::vector<LinearMode> modes = column.small_deviations().modes;
  ASSERT_EQ(modes.size(), 82u);
  EXPECT_EQ(modes[0].kind, ModeKind::integrating);
  EXPECT_EQ(modes[1].kind, ModeKind::integrating);
  const double slowest = modes[2].re * column_a::minute;
  const auto linear = published("linear");
  EXPECT_NEAR(slowest, linear.at("dominant eigenvalue").value, linear.at("dominant eigenvalue").tolerance);
  EXPECT_NEAR(-1.0 / slowest, linear.at("dominant time constant").value, linear.at("dominant time constant").tolerance);
  EXPECT_LT(modes[3].re * column_a::minute, 5.0 * slowest);
}

TEST(ColumnA, LinearGainsArePublished) {
  ColumnA column;
  const auto linear = published("linear");
  const auto expect = [&](const std::string& quantity, double value) {
    EXPECT_NEAR(value, linear.at(quantity).value, linear.at(quantity).tolerance) << quantity;
  };
  const DenseMatrix gains = column.small_deviations().gains;
  const int top = 0, bottom = 1, reflux = 0, boilup = 1, feed = 2;
  const double unit = column_a::kmol_per_min;
  expect("dyD/dL", gains(top, reflux) * unit);
  expect("dxB/dV", gains(bottom, boilup) * unit);
  expect("dyD of feed +1 %", gains(top, feed) * unit * 0.01);
  expect("dxB of feed +1 %", gains(bottom, feed) * unit * 0.01);
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
