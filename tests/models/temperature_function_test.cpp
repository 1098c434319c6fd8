#include "models/properties/temperature_function.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "engine/base/error.h"
#include "models/properties/component.h"

namespace stillhouse {
namespace {

struct Form {
  int equation;
  std::array<double, 5> coefficients;
  double Tc, T, value, slope;
};

// values and derivatives by hand
const std::vector<Form> forms{
    {2, {1, 2}, 0.0, 10.0, 21.0, 2.0},
    {3, {1, 2, 3}, 0.0, 10.0, 321.0, 62.0},
    {4, {1, 2, 3, 4}, 0.0, 10.0, 4321.0, 1262.0},
    {5, {1, 2, 3, 4, 5}, 0.0, 10.0, 54321.0, 21262.0},
    {100, {1, 2, 3, 4, 5}, 0.0, 10.0, 54321.0, 21262.0},
    {10, {3, 20, 2}, 0.0, 18.0, std::exp(2.0), 0.05 * std::exp(2.0)},
    {16, {1, 20, -3, 0.1, 0.01}, 0.0, 10.0, 1.0 + std::exp(1.0), 0.1 * std::exp(1.0)},
    {101, {1, 20, 3, 0, 0}, 0.0, 10.0, std::exp(3.0) * 1000.0, std::exp(3.0) * 1000.0 * 0.1},
    {101, {1, 20, 3, 0.01, 2}, 0.0, 10.0, std::exp(4.0) * 1000.0, std::exp(4.0) * 1000.0 * 0.3},
    {102, {2, 2, 10, 100}, 0.0, 10.0, 200.0 / 3.0, 200.0 / 3.0 * 0.3},
    {104, {1, 10, 1000, 1e8, 1e9}, 0.0, 10.0, 5.0, -0.1 - 0.3 - 0.8 - 0.9},
    {105, {8, 2, 16, 0.5}, 0.0, 12.0, 8.0 / std::pow(2.0, 1.5), 8.0 / std::pow(2.0, 1.5) * std::log(2.0) / 16.0},
    {106,
     {8, 0.5, 1, 0, 0},
     16.0,
     12.0,
     8.0 * std::pow(0.25, 1.25),
     8.0 * std::pow(0.25, 1.25) * (std::log(0.25) / 16.0 - 1.25 / 4.0)},
    {116, {1, 16, 0, 2, 0}, 16.0, 12.0, 1.5 + 16.0 * std::pow(0.25, 0.35), -0.125 - 0.35 * std::pow(0.25, -0.65)},
    {116,
     {1, 0, 3, 0, 16},
     16.0,
     8.0,
     1.0 + 3.0 * std::pow(0.5, 2.0 / 3.0) + 16.0 * std::pow(0.5, 4.0 / 3.0),
     -std::pow(0.5, -1.0 / 3.0) / 8.0 - 4.0 / 3.0 * std::pow(0.5, 1.0 / 3.0)},
};

TemperatureFunction function_of(const Form& form) {
  TemperatureFunction f;
  f.equation = form.equation;
  f.coefficients = form.coefficients;
  f.critical_temperature = form.Tc;
  return f;
}

/// Value of a graph whose only leaf is T.
double value(const ExpressionGraph& graph, int node, double T) {
  const ExpressionGraph::Node& n = graph[node];
  if (n.op == Op::constant) return n.number;
  if (is_leaf(n.op)) return T;
  return apply(n.op, value(graph, n.a, T), n.b < 0 ? 0.0 : value(graph, n.b, T));
}

Dual<2> seeded(double T) {
  Dual<2> result(T);
  result.gradient = {1.0, -3.0};
  return result;
}

TEST(TemperatureFunction, ValuesAndDerivativesAreThoseOfTheClosedForms) {
  for (const Form& form : forms) {
    const TemperatureFunction f = function_of(form);
    const Dual<2> dual = f(seeded(form.T));
    EXPECT_NEAR(f(form.T), form.value, 1e-13 * std::fabs(form.value)) << form.equation;
    EXPECT_DOUBLE_EQ(dual.value, f(form.T)) << form.equation;
    EXPECT_NEAR(dual.gradient[0], form.slope, 1e-12 * std::fabs(form.slope)) << form.equation;
    EXPECT_NEAR(dual.gradient[1], -3.0 * form.slope, 3e-12 * std::fabs(form.slope)) << form.equation;

    ExpressionGraph graph;
    const Traced traced = f(Traced(graph, graph.leaf(Op::unknown, 0)));
    EXPECT_NEAR(value(graph, traced.node, form.T), form.value, 1e-13 * std::fabs(form.value)) << form.equation;
  }
}

TEST(TemperatureFunction, DerivativesOfEveryShippedCorrelationAreThoseOfDifferences) {
  int count = 0;
  for (const std::string& name : Component::names()) {
    for (const auto& [quantity, f] : Component::find(name).properties()) {
      for (const double share : {0.1, 0.35, 0.6, 0.85}) {
        const double T = f.T_min + share * (f.T_max - f.T_min), step = 1e-4 * T;
        // Richardson's extrapolation of two central differences
        const auto difference = [&f = f, T](double h) { return (f(T + h) - f(T - h)) / (2.0 * h); };
        const double expected = (4.0 * difference(0.5 * step) - difference(step)) / 3.0;
        const double round_off = 1e-15 * std::fabs(f(T)) / step;
        EXPECT_NEAR(f(seeded(T)).gradient[0], expected, 1e-7 * std::fabs(expected) + 30.0 * round_off)
            << name << ": " << quantity << " at " << T << " K";
        ++count;
      }
    }
  }
  EXPECT_EQ(count, 4 * 1017);
}

TEST(TemperatureFunction, EndsAtTheCriticalPoint) {
  TemperatureFunction f;
  f.coefficients = {8.0, 0.5, 16.0, 0.5, 0.0};
  f.critical_temperature = 16.0;
  for (const int equation : {105, 106, 116}) {
    f.equation = equation;
    const Dual<2> at = f(seeded(16.0)), above = f(seeded(20.0));
    EXPECT_EQ(at.value, equation == 106 ? 0.0 : equation == 105 ? 16.0 : 8.0) << equation;
    EXPECT_EQ(above.value, at.value) << equation;
    EXPECT_EQ(above.gradient[0], 0.0) << equation;
    EXPECT_TRUE(std::isfinite(at.gradient[0])) << equation;
  }
}

TEST(TemperatureFunction, KnowsItsRangeAndItsEquations) {
  const TemperatureFunction& psat = Component::find("water").property("VaporPressure");
  EXPECT_TRUE(psat.holds_at(psat.T_min) && psat.holds_at(psat.T_max));
  EXPECT_FALSE(psat.holds_at(psat.T_min - 0.01) || psat.holds_at(psat.T_max + 0.01));
  TemperatureFunction f;
  f.equation = 7;
  EXPECT_FALSE(TemperatureFunction::known(7));
  EXPECT_THROW(f(300.0), ModelError);
}

}  // namespace
}  // namespace stillhouse
