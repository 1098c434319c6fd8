#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/solve/linearization.h"
#include "engine/solve/steady_state.h"
#include "models/catalogue.h"
#include "tests/literature/published_case.h"

namespace stillhouse {
namespace {

Eigen::MatrixXd matrix(const DenseMatrix& m) {
  Eigen::MatrixXd result(m.rows, m.columns);
  for (int r = 0; r < m.rows; ++r)
    for (int c = 0; c < m.columns; ++c) result(r, c) = m(r, c);
  return result;
}

/// Where the plant lets no signal through: s at which [A - s, B; C, D] is singular.
std::vector<double> zeros(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, const Eigen::MatrixXd& C,
                          const Eigen::MatrixXd& D) {
  const Eigen::Index n = A.rows(), m = B.cols();
  Eigen::MatrixXd whole(n + m, n + m), shifted = Eigen::MatrixXd::Zero(n + m, n + m);
  whole << A, B, C, D;
  shifted.topLeftCorner(n, n).setIdentity();
  const Eigen::GeneralizedEigenSolver<Eigen::MatrixXd> solver(whole, shifted, false);
  std::vector<double> finite;
  for (Eigen::Index i = 0; i < n + m; ++i)
    if (std::abs(solver.betas()[i]) > 1e-9) finite.push_back(solver.alphas()[i].real() / solver.betas()[i]);
  std::sort(finite.begin(), finite.end());
  return finite;
}

class QuadrupleTank : public testing::TestWithParam<std::string> {};

TEST_P(QuadrupleTank, IsThePublishedOne) {
  PublishedCase facts("quadruple_tank.csv", GetParam());
  std::vector<ParameterValue> values;
  if (GetParam() == "nonminimum phase")
    values = {{"valve_1", 0.43, {}},        {"valve_2", 0.34, {}},  {"pump_flow_1", 31.4e-6, {}},
              {"pump_flow_2", 32.9e-6, {}}, {"drive_1", 0.315, {}}, {"drive_2", 0.315, {}}};
  DaeProblem problem(find_flowsheet_kind("quadruple_tank").build(values), DaeForm::complete);
  const Flowsheet& plant = problem.plant();
  std::vector<double> y;
  for (const VariableInfo& v : plant.variables()) y.push_back(v.range.start);
  const SteadyState rest = find_steady_state(problem, y);
  std::vector<int> levels;
  for (int i = 1; i <= 4; ++i) {
    levels.push_back(plant.find_signal("tank_" + std::to_string(i) + ".h"));
    facts.expect("level " + std::to_string(i), 100.0 * rest.y[static_cast<std::size_t>(levels.back())]);
  }

  const std::vector<int> inputs{0, 1}, outputs{levels[0], levels[1]};
  const LinearModel model = linearize(problem, rest.y, rest.yp, inputs, outputs);
  const Eigen::MatrixXd A = matrix(model.A), B = matrix(model.B), C = matrix(model.C), D = matrix(model.D);
  for (int i = 0; i < A.rows(); ++i)
    facts.expect("time constant " + model.states[static_cast<std::size_t>(i)].name.substr(5, 1), -1.0 / A(i, i));
  // 50 V/m of level, 10 V of full drive
  const Eigen::MatrixXd gains = (D - C * A.partialPivLu().solve(B)) * 5.0;
  for (int r : {0, 1})
    for (int c : {0, 1}) facts.expect("gain " + std::to_string(r + 1) + std::to_string(c + 1), gains(r, c));
  const std::vector<double> at = zeros(A, B, C, D);
  ASSERT_EQ(at.size(), 2u);
  facts.expect("larger zero", at[1]);
  facts.expect("smaller zero", at[0]);
  EXPECT_THAT(facts.untested(), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Cases, QuadrupleTank, testing::ValuesIn(PublishedCase::names("quadruple_tank.csv")));

}  // namespace
}  // namespace stillhouse
