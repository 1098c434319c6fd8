#include "engine/autodiff/functions.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace stillhouse {
namespace {

using D = Dual<3>;

/// x with derivatives that are not all the same, so that a derivative that lands in the wrong lane is seen.
D seeded(double x) {
  D d(x);
  d.gradient = {1.0, -2.0, 0.5};
  return d;
}

struct Case {
  std::string name;
  std::function<double(double)> value;
  std::function<D(D)> dual;
  std::function<double(double)> derivative;  // closed form; empty: finite differences alone
  std::vector<double> at;
};

double central(const std::function<double(double)>& f, double x) {
  // fourth order: truncation and round-off meet near 1e-12 for functions of size 1
  const double h = 1e-3 * (std::abs(x) + 0.1);
  return (8.0 * (f(x + h) - f(x - h)) - (f(x + 2.0 * h) - f(x - 2.0 * h))) / (12.0 * h);
}

#define BOTH(expression) [](double x) { return (expression); }, [](D x) { return D(expression); }

const std::vector<Case>& cases() {
  static const std::vector<Case> list{
      {"exp", BOTH(exp(x)), [](double x) { return std::exp(x); }, {-3.0, 0.0, 2.0}},
      {"log", BOTH(log(x)), [](double x) { return 1.0 / x; }, {0.1, 1.0, 50.0}},
      {"pow 2.5", BOTH(pow(x, 2.5)), [](double x) { return 2.5 * std::pow(x, 1.5); }, {0.2, 1.0, 30.0}},
      {"pow -1.3", BOTH(pow(x, -1.3)), [](double x) { return -1.3 * std::pow(x, -2.3); }, {0.2, 1.0, 30.0}},
      {"sqrt", BOTH(sqrt(x)), [](double x) { return 0.5 / std::sqrt(x); }, {0.04, 1.0, 81.0}},
      {"tanh", BOTH(tanh(x)), [](double x) { return 1.0 / std::pow(std::cosh(x), 2); }, {-1.5, 0.0, 0.7}},
      {"square", BOTH(square(x)), [](double x) { return 2.0 * x; }, {-1.5, 0.0, 0.7}},
      {"polynomial", BOTH(((2.0 * x - 1.0) * x + 3.0) * x - x * x * 0.5), {}, {-2.0, 0.3, 4.0}},
      {"quotients", BOTH((1.0 - x) / (2.0 + x * x) + x / 3.0 - 5.0 / (4.0 + x)), {}, {-2.0, 0.3, 4.0}},
      {"negation", BOTH(-(-x * x) - (3.0 - x)), {}, {-2.0, 0.3}},
      {"smooth_positive", BOTH(smooth_positive(x, 0.5)), {}, {-4.0, -0.1, 0.0, 0.3, 3.0}},
      {"softplus", BOTH(softplus(x, 0.5)), {}, {-4.0, -0.1, 0.0, 0.3, 3.0}},
      {"smooth_step", BOTH(smooth_step(x, 0.5)), {}, {-4.0, -0.1, 0.0, 0.3, 3.0}},
      {"signed_sqrt", BOTH(signed_sqrt(x, 0.5)), {}, {-4.0, -0.1, 0.0, 0.3, 3.0}},
      {"smooth_max", BOTH(smooth_max(x * 2.0, 1.0 - x, 0.5)), {}, {-4.0, 0.3, 3.0}},
      {"a composition", BOTH(log(1.0 + exp(x / 3.0)) * sqrt(x + 5.0) / (1.0 + pow(x + 4.5, 1.7))), {}, {-4.0, 2.0}},
  };
  return list;
}

TEST(Dual, CarriesTheSameValueAsADouble) {
  // but for round-off: a quotient of duals multiplies by the reciprocal that its derivatives need too
  for (const Case& c : cases()) {
    for (double x : c.at) EXPECT_DOUBLE_EQ(c.dual(seeded(x)).value, c.value(x)) << c.name << " at " << x;
  }
}

TEST(Dual, DerivativesAreThoseOfClosedFormsAndFiniteDifferences) {
  for (const Case& c : cases()) {
    for (double x : c.at) {
      const D f = c.dual(seeded(x));
      const double expected = central(c.value, x);
      EXPECT_NEAR(f.gradient[0], expected, 1e-8 * (1.0 + std::abs(expected))) << c.name << " at " << x;
      const double closed = c.derivative ? c.derivative(x) : f.gradient[0];
      EXPECT_NEAR(f.gradient[0], closed, 1e-14 * (1.0 + std::abs(closed))) << c.name << " at " << x;
      EXPECT_DOUBLE_EQ(f.gradient[1], -2.0 * f.gradient[0]) << c.name;
      EXPECT_DOUBLE_EQ(f.gradient[2], 0.5 * f.gradient[0]) << c.name;
    }
  }
}

TEST(Dual, ChainsTwoUnknowns) {
  // f = x^y-like product form: d/dx, d/dy of x exp(y) / (x + y)
  Dual<2> x(1.7), y(0.4);
  x.gradient = {1.0, 0.0};
  y.gradient = {0.0, 1.0};
  const Dual<2> f = x * exp(y) / (x + y);
  const double e = std::exp(0.4), s = 2.1;
  EXPECT_NEAR(f.gradient[0], e / s - 1.7 * e / (s * s), 1e-15);
  EXPECT_NEAR(f.gradient[1], 1.7 * e / s - 1.7 * e / (s * s), 1e-15);
}

TEST(Dual, PowerOfZeroHasTheLimitOfItsDerivative) {
  EXPECT_EQ(pow(seeded(0.0), 2.0).gradient[0], 0.0);
  EXPECT_EQ(pow(seeded(0.0), 1.0).gradient[0], 1.0);
}

TEST(SmoothCorners, AreOffByTheStatedAmountAtTheCornerAndExactFarAway) {
  constexpr double w = 0.01;
  EXPECT_DOUBLE_EQ(smooth_positive(0.0, w), w / 2.0);
  EXPECT_NEAR(smooth_positive(5.0, w) - 5.0, w * w / 4.0 / 5.0, 1e-10);
  // below zero, where 0.5 (x + sqrt(x^2 + w^2)) would cancel, every digit is kept: w^2 / 4|x|
  EXPECT_NEAR(smooth_positive(-1e6, w) / (w * w / 4e6), 1.0, 1e-12);
  EXPECT_GT(smooth_positive(-1e12, w), 0.0);

  EXPECT_DOUBLE_EQ(softplus(0.0, w), w * std::log(2.0));
  EXPECT_EQ(softplus(1.0, w), 1.0);
  EXPECT_LT(softplus(-1.0, w), 1e-40);
  EXPECT_GE(softplus(-1e3, w), 0.0);

  EXPECT_EQ(smooth_step(0.0, w), 0.5);
  EXPECT_EQ(smooth_step(1.0, w), 1.0);
  EXPECT_LT(smooth_step(-1.0, w), 1e-40);

  EXPECT_NEAR(signed_sqrt(4.0, w), 2.0, 1e-5);
  EXPECT_NEAR(signed_sqrt(-4.0, w), -2.0, 1e-5);
  EXPECT_EQ(signed_sqrt(0.0, w), 0.0);
  EXPECT_DOUBLE_EQ(signed_sqrt(seeded(0.0), w).gradient[0], 1.0 / std::sqrt(w));

  EXPECT_NEAR(smooth_max(3.0, 1.0, w), 3.0, 2e-5);
  EXPECT_NEAR(smooth_max(1.0, 3.0, w), 3.0, 2e-5);
  EXPECT_DOUBLE_EQ(smooth_max(2.0, 2.0, w), 2.0 + w / 2.0);
}

TEST(SmoothCorners, AreContinuousWhereAnAsymptoteTakesOver) {
  for (double edge : {-35.0, 35.0}) {
    const double before = edge - 1e-9, after = edge + 1e-9;
    EXPECT_NEAR(softplus(before, 1.0), softplus(after, 1.0), 1e-8);
    EXPECT_NEAR(softplus(seeded(before), 1.0).gradient[0], softplus(seeded(after), 1.0).gradient[0], 1e-8);
    EXPECT_NEAR(smooth_step(before, 1.0), smooth_step(after, 1.0), 1e-8);
    EXPECT_NEAR(smooth_step(seeded(before), 1.0).gradient[0], smooth_step(seeded(after), 1.0).gradient[0], 1e-8);
  }
}

TEST(SmoothCorners, SoftplusHasARootWithADerivativeHoweverFarBelow) {
  // a weir far above its froth: crest sqrt(crest), whose derivative was 0 times infinity where e^(x/w) is no number
  for (double x : {-0.3, -0.37, -0.373, -0.5, -1e3}) {
    const D crest = softplus(seeded(x), 0.5e-3), flow = crest * sqrt(crest);
    EXPECT_GT(crest.value, 0.0) << x;
    EXPECT_LT(flow.value, 1e-100) << x;
    for (double derivative : flow.gradient) EXPECT_LT(std::abs(derivative), 1e-100) << x;  // not a number is not less
  }
  EXPECT_TRUE(std::isnan(softplus(std::nan(""), 1.0)));
}

TEST(SmoothCorners, RiseEverywhere) {
  for (auto f : {+[](double x) { return smooth_positive(x, 0.1); }, +[](double x) { return softplus(x, 0.1); },
                 +[](double x) { return smooth_step(x, 0.1); }, +[](double x) { return signed_sqrt(x, 0.1); }}) {
    for (double x = -3.0; x < 3.0; x += 0.01) EXPECT_LE(f(x), f(x + 0.01)) << x;
  }
}

}  // namespace
}  // namespace stillhouse
