#include "models/properties/regression/pair_regression.h"

#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "engine/base/error.h"
#include "models/properties/fluid_vle.h"
#include "models/properties/regression/measured_points.h"
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

/// The points of vle/methanol_toluene.csv that its parameters are regressed from.
std::vector<PairPoint> methanol_toluene() {
  std::vector<PairPoint> list;
  for (const MeasuredEquilibrium& e : read_equilibria(literature_text("vle/methanol_toluene.csv"))) {
    if (e.set != "fluid_2019") continue;
    PairPoint& point = list.emplace_back();
    point.x = e.x, point.y = e.y, point.T = e.T, point.P = e.P;
  }
  return list;
}

TEST(PairRegression, ShippedParametersAreWhatThePointsSay) {
  const auto check = [](const std::string& name, const std::string& one, const std::string& other, double alpha,
                        std::size_t count) {
    const std::vector<PairPoint> points = one == "methanol" ? methanol_toluene() : measured(name);
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
  check("acetone-methanol 760 mmHg", "acetone", "methanol", 0.3, 11);
  check("benzene-toluene 101.32 kPa (Geankoplis Table 11.1-1)", "benzene", "toluene", 0.3, 7);
  check("vle/methanol_toluene.csv", "methanol", "toluene", 0.47, 18);
}

TEST(PairRegression, HalfOfThePointsPredictTheOtherHalf) {
  // within the tolerances of g2_vle.csv for T and y
  const auto check = [](const std::string& name, const std::string& one, const std::string& other, double alpha,
                        double T, double y) {
    const std::vector<PairPoint> points = measured(name);
    PairChoice choice;
    choice.alpha = alpha;
    for (const std::size_t kept : {0u, 1u}) {
      std::vector<PairPoint> seen;
      for (std::size_t i = kept; i < points.size(); i += 2) seen.push_back(points[i]);
      const Fluid fluid = regress_pair({one, other}, seen, choice).fluid();
      for (std::size_t i = 1 - kept; i < points.size(); i += 2) {
        const PairDeviation d = deviation(fluid, points[i]);
        EXPECT_LE(std::fabs(d.T.value_or(0.0)), T) << name << " x = " << points[i].x;
        EXPECT_LE(std::fabs(d.y.value_or(0.0)), y) << name << " x = " << points[i].x;
      }
    }
  };
  check("2-propanol-water 1 atm (Brunjes&Bogart 1943)", "isopropanol", "water", 0.4, 0.7, 0.02);
  check("acetone-methanol 760 mmHg", "acetone", "methanol", 0.3, 0.5, 0.015);
  check("benzene-toluene 101.32 kPa (Geankoplis Table 11.1-1)", "benzene", "toluene", 0.3, 0.5, 0.01);
}

/// The one azeotrope of a pair at 1 atm, with the parameters that are shipped.
FluidEquilibrium azeotrope(const std::string& one, const std::string& other) {
  const auto found = azeotropes_at_pressure(Fluid({one, other}, LiquidModel::nrtl), 101325.0);
  EXPECT_EQ(found.size(), 1u) << one << " and " << other;
  return found.at(0);
}

TEST(PairRegression, PredictsWhatItWasNotFittedTo) {
  // the azeotrope at 1 atm (Lange: 353.55 K, 68.3 % 2-propanol) is no point of the set
  const FluidEquilibrium propanol = azeotrope("isopropanol", "water");
  EXPECT_NEAR(propanol.T, 353.55, 0.5);
  EXPECT_NEAR(propanol.x[0], 0.683, 0.02);

  // acetone and methanol were fitted to vapours alone; no temperature of it was seen (g2_vle.csv: 328.65 K, 0.80)
  const FluidEquilibrium acetone = azeotrope("acetone", "methanol");
  EXPECT_NEAR(acetone.T, 328.65, 0.4);
  EXPECT_NEAR(acetone.x[0], 0.80, 0.03);
}

TEST(PairRegression, APairWithoutMeasuredPointsHasTheAzeotropeOfTheBooks) {
  // acetone and chloroform: 64.7 degC, 21 % acetone by weight (CRC Handbook)
  const FluidEquilibrium chloroform = azeotrope("acetone", "chloroform");
  EXPECT_NEAR(chloroform.T, 337.85, 0.5);
  EXPECT_NEAR(chloroform.x[0], (0.21 / 58.08) / (0.21 / 58.08 + 0.79 / 119.38), 0.03);
}

TEST(PairRegression, MethanolAndTolueneBoilTogetherWhereTheIsothermSays) {
  // vle/methanol_toluene.csv, a set the parameters have not seen: y = x = 0.867 at 318.15 K and 46.6 kPa
  const auto found = azeotropes_at_temperature(Fluid({"methanol", "toluene"}, LiquidModel::nrtl), 318.15);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NEAR(found[0].x[0], 0.867, 0.01);
  EXPECT_NEAR(found[0].P, 46556.0, 0.03 * 46556.0);
}

TEST(PairRegression, EveryPairSaysWhereItsParametersComeFrom) {
  const auto source = [](const char* i, const char* j) { return activity_parameters(LiquidModel::nrtl, i, j)->source; };
  for (const auto& [i, j] : {std::pair{"methanol", "water"},
                             {"ethanol", "water"},
                             {"isopropanol", "water"},
                             {"water", "acetic acid"},
                             {"acetone", "methanol"},
                             {"benzene", "toluene"},
                             {"methanol", "toluene"}})
    EXPECT_EQ(source(i, j).rfind("regressed here", 0), 0u) << i << " " << j;
  EXPECT_NE(source("acetone", "chloroform").find("ChemSep"), std::string::npos);
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
