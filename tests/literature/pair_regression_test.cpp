#include "models/properties/regression/pair_regression.h"

#include <cmath>
#include <map>
#include <regex>
#include <string>

#include "models/properties/fluid_vle.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

/// Boiling points at 1 atm of one case of g2_vle.csv.
std::vector<BoilingPoint> measured(const std::string& name) {
  const std::regex form("(T_bub|y_[^ ]+) @ x_[^=]+=([0-9.]+), P=101.3 kPa");
  std::map<double, BoilingPoint> points;
  for (const auto& row : literature_rows("g2_vle.csv")) {
    std::smatch found;
    if (row[0] != name || !std::regex_match(row[1], found, form)) continue;
    BoilingPoint& point = points[std::stod(found[2])];
    point.x = std::stod(found[2]);
    point.P = 101325.0;
    (found[1] == "T_bub" ? point.T : point.y) = std::stod(row[2]);
  }
  std::vector<BoilingPoint> list;
  for (const auto& [x, point] : points) list.push_back(point);
  return list;
}

TEST(PairRegression, ShippedParametersAreWhatThePointsSay) {
  const auto check = [](const std::string& name, const std::string& one, const std::string& other, double alpha,
                        std::size_t count) {
    const std::vector<BoilingPoint> points = measured(name);
    ASSERT_EQ(points.size(), count) << name;
    const PairRegression found = regress_nrtl_pair({one, other}, points, alpha);
    const auto first = activity_parameters(LiquidModel::nrtl, one, other);
    const auto second = activity_parameters(LiquidModel::nrtl, other, one);
    ASSERT_TRUE(first && second) << name;
    EXPECT_NEAR(first->b, found.first.b, 0.01) << name << " +- " << 100.0 * found.fit.standard_errors[0];
    EXPECT_NEAR(second->b, found.second.b, 0.01) << name << " +- " << 100.0 * found.fit.standard_errors[1];
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
  // points computed with acetone and chloroform
  const Fluid fluid({"acetone", "chloroform"}, LiquidModel::nrtl);
  const auto parameters = *activity_parameters(LiquidModel::nrtl, "acetone", "chloroform");
  std::vector<BoilingPoint> points;
  for (const double x : {0.1, 0.3, 0.5, 0.7, 0.9}) {
    PerSpecies<double> liquid;
    liquid.push_back(x);
    liquid.push_back(1.0 - x);
    const FluidEquilibrium e = bubble_at_pressure(fluid, liquid, 101325.0);
    points.push_back({x, e.y[0], e.T, e.P});
  }
  const PairRegression found = regress_nrtl_pair({"acetone", "chloroform"}, points, parameters.alpha);
  EXPECT_NEAR(found.first.b, parameters.b, 1e-3);
}

}  // namespace
}  // namespace stillhouse
