#include "engine/solve/dae_problem.h"

#include <gtest/gtest.h>

#include <cmath>

#include "benchmarks/problems/hires.h"
#include "engine/solve/solver_report.h"
#include "tests/engine/small_models.h"

namespace stillhouse {
namespace {

/// A chain of more unknowns than one dual number is wide, each coupled with its neighbours' values and rates.
class Chain {
 public:
  static constexpr int length = 2 * tangent_width + 3;

  explicit Chain(Declare& declare) {
    for (int i = 0; i < length; ++i)
      x_.push_back(declare.differential("x" + std::to_string(i), "1", {.start = 0.1 * i, .nominal = 1.0 + i}, "link"));
    u_ = declare.input("u", "1", {.start = 0.7}, "drive");
  }
  template <class Real>
  void equations(Equations<Real>& eq) const {
    for (int i = 0; i < length; ++i) {
      const Variable before = x_[static_cast<std::size_t>((i + length - 1) % length)];
      const Variable x = x_[static_cast<std::size_t>(i)];
      eq.equate("link", (1.0 + square(eq[before])) * eq.der(x) + 0.1 * eq.der(before),
                eq[u_] * exp(-eq[before]) - tanh(eq[x]) * eq[before]);
    }
  }

 private:
  std::vector<Variable> x_;
  Input u_;
};

void expect_jacobian_is_differences(DaeProblem& problem, std::vector<double> y, std::vector<double> yp) {
  const SparsePattern& pattern = problem.pattern();
  std::vector<double> values(static_cast<std::size_t>(pattern.entries()));
  const double y_weight = 0.8, yp_weight = 3.0;
  problem.jacobian(y.data(), yp.data(), y_weight, yp_weight, values.data());
  const std::size_t n = static_cast<std::size_t>(problem.size());
  std::vector<double> low(n), high(n);
  for (int column = 0; column < problem.size(); ++column) {
    const std::size_t c = static_cast<std::size_t>(column);
    const double h = 1e-6, y0 = y[c], yp0 = yp[c];
    y[c] = y0 + y_weight * h, yp[c] = yp0 + yp_weight * h;
    problem.residual(y.data(), yp.data(), high.data());
    y[c] = y0 - y_weight * h, yp[c] = yp0 - yp_weight * h;
    problem.residual(y.data(), yp.data(), low.data());
    y[c] = y0, yp[c] = yp0;
    for (int row = 0; row < problem.size(); ++row) {
      const double expected = (high[static_cast<std::size_t>(row)] - low[static_cast<std::size_t>(row)]) / (2.0 * h);
      const int k = pattern.position(row, column);
      EXPECT_NEAR(k < 0 ? 0.0 : values[static_cast<std::size_t>(k)], expected, 1e-8 * (1.0 + std::abs(expected)))
          << problem.plant().equation_name(row) << " by " << problem.plant().variables()[c].name;
    }
  }
}

TEST(DaeProblem, JacobianIsThatOfFiniteDifferences) {
  for (const auto& plant : {plant_of<Chain>("chain"), plant_of<Hires>("hires"), plant_of<Tank1>("tank", 2.0, 0.3)}) {
    DaeProblem problem(plant);
    std::vector<double> y = start_values(*plant), yp(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
      y[i] += 0.01 * static_cast<double>(i % 5);
      yp[i] = 0.2 - 0.03 * static_cast<double>(i % 7);
    }
    expect_jacobian_is_differences(problem, y, yp);
  }
}

TEST(DaeProblem, PatternHoldsWhatIsReadAndNothingElse) {
  const DaeProblem problem(plant_of<Tank1>("tank", 2.0, 0.3));
  const SparsePattern& pattern = problem.pattern();
  // rows: balance (n', out), outflow (out, n), ledger (crossed', out); columns: n, out, crossed
  EXPECT_EQ(pattern.column_start, (std::vector<int>{0, 2, 5, 6}));
  EXPECT_EQ(pattern.row, (std::vector<int>{0, 1, 0, 1, 2, 2}));
  EXPECT_EQ(pattern.position(1, 1), 3);
  EXPECT_EQ(pattern.position(2, 0), -1);
}

TEST(DaeProblem, RowScaleIsTheSumOfEntriesTimesNominals) {
  DaeProblem problem(plant_of<Chain>("chain"));
  std::vector<double> y = start_values(problem.plant()), yp(y.size(), 0.0);
  std::vector<double> values(static_cast<std::size_t>(problem.pattern().entries()));
  problem.jacobian(y.data(), yp.data(), 0.0, 1.0, values.data());
  const std::vector<double> scales = problem.row_scales(values.data());
  // link 5 by rates: (1 + x4^2) x5' + 0.1 x4', nominals 6 and 5
  EXPECT_DOUBLE_EQ(scales[5], (1.0 + 0.4 * 0.4) * 6.0 + 0.1 * 5.0);
}

TEST(SolverReport, NamesTheWorstEquationsFirst) {
  DaeProblem problem(plant_of<Tank1>("tank", 2.0, 1.0));
  const std::vector<double> y{2.0, 5.0, 0.0}, yp{-4.0, 0.0, -3.9};
  // outflow is off by 3, ledger by 0.1, the balance closes
  const std::string text = worst_equations(problem, y.data(), yp.data(), 2);
  EXPECT_EQ(text.rfind("outflow of tank (scaled residual 1.5e+00), ledger of tank", 0), 0u) << text;
  EXPECT_EQ(text.find("balance"), std::string::npos) << text;
}

}  // namespace
}  // namespace stillhouse
