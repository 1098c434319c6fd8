#include "models/properties/regression/consistency.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stillhouse {
namespace {

const Fluid& ideal() {
  static const Fluid fluid({"acetone", "methanol"}, LiquidModel::ideal);
  return fluid;
}

/// Points at 330 K of a liquid with ln gamma_1 = x_2^2 (A + 2 (B - A) x_1), Margules, which obeys Gibbs and Duhem, y
/// moved by `error`.
std::vector<PairPoint> margules(double A, double B, double error = 0.0) {
  std::vector<PairPoint> points;
  constexpr double T = 330.0;
  for (int i = 1; i <= 11; ++i) {
    const double x1 = i / 12.0, x2 = 1.0 - x1;
    const double p1 = x1 * std::exp(x2 * x2 * (A + 2.0 * (B - A) * x1)) * ideal().vapour_pressure(0, T);
    const double p2 = x2 * std::exp(x1 * x1 * (B + 2.0 * (A - B) * x2)) * ideal().vapour_pressure(1, T);
    PairPoint point;
    point.x = x1, point.T = T, point.P = p1 + p2, point.y = p1 / (p1 + p2) + error;
    points.push_back(point);
  }
  return points;
}

TEST(Consistency, ActivityIsThatOfTheMeasuredPressures) {
  const PairPoint point = margules(0.6, 0.9)[5];
  const auto gamma = measured_activity(ideal(), point);
  ASSERT_TRUE(gamma);
  EXPECT_NEAR(std::log((*gamma)[0]), 0.25 * 0.9, 1e-9);  // x = 0.5: A + (B - A)
  EXPECT_NEAR(std::log((*gamma)[1]), 0.25 * 0.6, 1e-9);
}

TEST(Consistency, ActivityUndoesTheAssociationOfAcids) {
  const Fluid fluid({"water", "acetic acid"}, LiquidModel::nrtl), raoult({"water", "acetic acid"}, LiquidModel::ideal);
  PerSpecies<double> x;
  x.push_back(0.3);
  x.push_back(0.7);
  const auto p = fluid.bubble_pressures(x, 380.0);
  PairPoint point;
  point.x = 0.3, point.T = 380.0, point.P = p[0] + p[1], point.y = p[0] / (p[0] + p[1]);
  const auto gamma = measured_activity(raoult, point);
  ASSERT_TRUE(gamma);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR((*gamma)[i], fluid.activity(x, 380.0)[i], 1e-9);
}

TEST(Consistency, GibbsAndDuhemPassBothTests) {
  // areas of the odd part cancel: A/3 and B/3 above and below for A = B, and the whole integral is zero for any A, B
  for (const auto& [A, B] : {std::pair{0.9, 0.9}, {0.5, 1.1}, {-0.8, -0.5}}) {
    const auto points = margules(A, B);
    const auto area = area_test(ideal(), points);
    ASSERT_TRUE(area) << A << " " << B;
    EXPECT_FALSE(area->at_pressure);
    EXPECT_LT(area->D, 0.1);
    EXPECT_TRUE(area->consistent);
    const auto point = point_test(ideal(), points);
    ASSERT_TRUE(point);
    EXPECT_LT(point->largest, 1e-6);
    EXPECT_TRUE(point->consistent);
  }
  const auto symmetric = area_test(ideal(), margules(0.9, 0.9));
  EXPECT_NEAR(symmetric->above, 0.9 / 4.0, 1e-3);  // integral of A (x2^2 - x1^2) from 0 to 1/2
}

TEST(Consistency, WrongVapoursFailBothTests) {
  const auto points = margules(0.6, 0.9, 0.04);
  const auto area = area_test(ideal(), points);
  ASSERT_TRUE(area);
  EXPECT_GT(area->D, 10.0);
  EXPECT_FALSE(area->consistent);
  const auto point = point_test(ideal(), points);
  ASSERT_TRUE(point);
  EXPECT_NEAR(point->mean, 0.04, 1e-4);
  EXPECT_NEAR(point->bias, -0.04, 1e-4);
  EXPECT_FALSE(point->consistent);
}

TEST(Consistency, SaysNothingOfWhatItCannotTell) {
  EXPECT_FALSE(area_test(ideal(), margules(0.02, 0.02)));  // ideal within errors of y
  auto few = margules(0.6, 0.9);
  few.resize(4);
  EXPECT_FALSE(area_test(ideal(), few));
  EXPECT_FALSE(point_test(ideal(), few));
  auto half = margules(0.6, 0.9);
  half.resize(6);  // none of the upper half of the compositions
  EXPECT_FALSE(area_test(ideal(), half));
  auto without_y = margules(0.6, 0.9);
  for (PairPoint& point : without_y) point.y.reset();
  EXPECT_FALSE(area_test(ideal(), without_y));
  auto mixed = margules(0.6, 0.9);
  mixed.back().T = 331.0;
  EXPECT_FALSE(area_test(ideal(), mixed));
  EXPECT_TRUE(point_test(ideal(), mixed));
}

}  // namespace
}  // namespace stillhouse
