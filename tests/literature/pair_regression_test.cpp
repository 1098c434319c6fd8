#include "models/properties/regression/pair_regression.h"

#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "engine/base/error.h"
#include "models/properties/fluid_vle.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

/// Measured points at 1 atm of one case of g2_vle.csv.
std::vector<PairPoint> measured(const std::string& name) {
  const std::regex form("(T_bub|y_[^ ]+) @ x_[^=]+=([0-9.]+), P=([0-9.]+) kPa");
  std::map<double, PairPoint> points;
  for (const auto& row : literature_rows("g2_vle.csv")) {
    std::smatch found;
    if (row[0] != name || !std::regex_match(row[1], found, form)) continue;
    PairPoint& point = points[std::stod(found[2])];
    point.x = std::stod(found[2]);
    point.P = found[3] == "101.3" ? 101325.0 : 1000.0 * std::stod(found[3]);
    (found[1] == "T_bub" ? point.T : point.y) = std::stod(row[2]);
  }
  std::vector<PairPoint> list;
  for (const auto& [x, point] : points) list.push_back(point);
  return list;
}

TEST(PairRegression, ShippedParametersAreWhatThePointsSay) {
  const auto check = [](const std::string& name, const std::string& one, const std::string& other, double alpha,
                        std::size_t count) {
    const std::vector<PairPoint> points = measured(name);
    ASSERT_EQ(points.size(), count) << name;
    PairChoice choice;
    choice.alpha = alpha;
    const PairRegression found = regress_pair({one, other}, points, choice);
    const auto first = activity_parameters(LiquidModel::nrtl, one, other);
    const auto second = activity_parameters(LiquidModel::nrtl, other, one);
    ASSERT_TRUE(first && second) << name;
    EXPECT_NEAR(first->b, found.first.b, 0.01) << name << " +- " << found.uncertainties[0];
    EXPECT_NEAR(second->b, found.second.b, 0.01) << name << " +- " << found.uncertainties[1];
    EXPECT_EQ(first->alpha, alpha);
    EXPECT_EQ(second->alpha, alpha);
  };
  check("2-propanol-water 1 atm (Brunjes&Bogart 1943)", "isopropanol", "water", 0.4, 14);
  check("water-acetic acid 1 atm", "water", "acetic acid", 0.3, 9);
}

TEST(PairRegression, PredictsWhatItWasNotFittedTo) {
  // the azeotrope at 1 atm (Lange: 353.55 K, 68.3 % 2-propanol) is no point of the set
  const auto found = azeotropes_at_pressure(Fluid({"isopropanol", "water"}, LiquidModel::nrtl), 101325.0);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].T, 353.55, 0.5);
  EXPECT_NEAR(found[0].x[0], 0.683, 0.02);
}

TEST(PairRegression, FindsParametersThatMadeThePoints) {
  // points computed with the parameters of the data, at three pressures
  for (const LiquidModel model : {LiquidModel::nrtl, LiquidModel::wilson, LiquidModel::uniquac})
    for (const bool over_temperature : {false, true}) {
      const Fluid fluid({"acetone", "chloroform"}, model);
      const auto parameters = *activity_parameters(model, "acetone", "chloroform");
      std::vector<PairPoint> points;
      for (const double P : {50e3, 101325.0, 200e3})
        for (const double x : {0.1, 0.3, 0.5, 0.7, 0.9}) {
          PerSpecies<double> liquid;
          liquid.push_back(x);
          liquid.push_back(1.0 - x);
          const FluidEquilibrium e = bubble_at_pressure(fluid, liquid, P);
          PairPoint point;
          point.x = x, point.y = e.y[0], point.T = e.T, point.P = e.P;
          points.push_back(point);
        }
      PairChoice choice;
      choice.model = model;
      choice.over_temperature = over_temperature;
      if (model == LiquidModel::nrtl) choice.alpha = parameters.alpha;
      const PairRegression found = regress_pair({"acetone", "chloroform"}, points, choice);
      EXPECT_NEAR(found.first.b, parameters.b, 1e-2) << name_of(model);
      EXPECT_NEAR(found.first.a, parameters.a, 1e-4) << name_of(model);
      EXPECT_LT(found.fit.cost, 1e-6);
      // and its fluid boils as the one they came from
      for (const PairPoint& point : points) {
        const PairDeviation d = deviation(found.fluid(), point);
        EXPECT_NEAR(*d.T, 0.0, 1e-4);
        EXPECT_NEAR(*d.y, 0.0, 1e-5);
      }
    }
}

TEST(PairRegression, UncertaintiesAreThoseOfTheScatter) {
  // activity coefficients of a form that Wilson's equation does not have exactly
  std::vector<PairPoint> points;
  for (const double x : {0.2, 0.5, 0.8}) {
    PairPoint point;
    point.x = x, point.T = 350.0;
    point.gamma = {std::exp((1 - x) * (1 - x)), std::exp(x * x)};
    points.push_back(point);
  }
  PairChoice choice;
  choice.model = LiquidModel::wilson;
  const PairRegression found = regress_pair({"acetone", "methanol"}, points, choice);
  ASSERT_EQ(found.values.size(), 2u);
  EXPECT_EQ(found.measurements, 6u);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_GT(found.uncertainties[i], 0.0);
    EXPECT_EQ(found.correlations[i][i], 1.0);
    // s^2 = cost / (n - p), covariance in units of 100 K
    EXPECT_NEAR(found.uncertainties[i], 100.0 * found.fit.standard_errors[i], 1e-9);
  }
  EXPECT_NEAR(found.correlations[0][1], found.correlations[1][0], 1e-12);
  EXPECT_LT(std::fabs(found.correlations[0][1]), 1.0);
}

TEST(PairRegression, SaysWhatItCannotFit) {
  PairPoint point;
  point.x = 0.5, point.T = 350.0, point.P = 101325.0;
  PairChoice choice;
  EXPECT_THROW(regress_pair({"methanol", "water"}, {point}, choice), ModelError);
  choice.model = LiquidModel::unifac;
  EXPECT_THROW(regress_pair({"methanol", "water"}, {point, point, point}, choice), ModelError);
  choice.model = LiquidModel::nrtl;
  EXPECT_THROW(regress_pair({"nitrogen", "water"}, {point, point, point}, choice), ModelError);
}

}  // namespace
}  // namespace stillhouse
