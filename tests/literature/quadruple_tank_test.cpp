#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "engine/solve/linear_response.h"
#include "engine/solve/steady_state.h"
#include "models/catalogue.h"
#include "tests/literature/published_case.h"

namespace stillhouse {
namespace {

/// Where the plant lets no signal through, smaller one first: roots of
/// (s - a33) (s - a44) b11 b22 = a13 a24 b32 b41 (Johansson, IEEE Trans. Control Syst. Technol. 8 (2000) 456). `tank`
/// is where the state of each tank stands.
std::pair<double, double> zeros(const DenseMatrix& A, const DenseMatrix& B, const std::array<int, 4>& tank) {
  const auto a = [&](int i, int j) {
    return A(tank[static_cast<std::size_t>(i - 1)], tank[static_cast<std::size_t>(j - 1)]);
  };
  const auto b = [&](int i, int j) { return B(tank[static_cast<std::size_t>(i - 1)], j - 1); };
  const double mean = 0.5 * (a(3, 3) + a(4, 4)), half = 0.5 * (a(3, 3) - a(4, 4));
  const double crossed = a(1, 3) * a(2, 4) * b(3, 2) * b(4, 1) / (b(1, 1) * b(2, 2));
  const double root = std::sqrt(half * half + crossed);
  return {mean - root, mean + root};
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
  ASSERT_EQ(model.states.size(), 4u);
  std::array<int, 4> tank{};
  for (int i = 0; i < 4; ++i) {
    const std::string number = model.states[static_cast<std::size_t>(i)].name.substr(5, 1);
    tank.at(static_cast<std::size_t>(std::stoi(number) - 1)) = i;
    facts.expect("time constant " + number, -1.0 / model.A(i, i));
  }
  // 50 V/m of level, 10 V of full drive
  const DenseMatrix gains = linear_response(model).gains;
  for (int r : {0, 1})
    for (int c : {0, 1}) facts.expect("gain " + std::to_string(r + 1) + std::to_string(c + 1), 5.0 * gains(r, c));
  const auto [smaller, larger] = zeros(model.A, model.B, tank);
  facts.expect("larger zero", larger);
  facts.expect("smaller zero", smaller);
  EXPECT_THAT(facts.untested(), testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Cases, QuadrupleTank, testing::ValuesIn(PublishedCase::names("quadruple_tank.csv")));

}  // namespace
}  // namespace stillhouse
