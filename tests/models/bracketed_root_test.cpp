#include "models/properties/bracketed_root.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stillhouse {
namespace {

TEST(BracketedRoot, FindsZerosOfEasyAndHardFunctions) {
  EXPECT_DOUBLE_EQ(bracketed_root([](double x) { return x * x - 2.0; }, 0.0, 2.0), std::sqrt(2.0));
  EXPECT_DOUBLE_EQ(bracketed_root([](double x) { return 2.0 - x * x; }, 0.0, 2.0), std::sqrt(2.0));
  EXPECT_NEAR(bracketed_root([](double x) { return std::exp(50.0 * (x - 0.9)) - 1.0; }, 0.0, 1.0), 0.9, 1e-15);
  EXPECT_NEAR(bracketed_root([](double x) { return x < 0.3 ? -1.0 : 1e-6; }, 0.0, 1.0), 0.3, 1e-15);
  EXPECT_NEAR(bracketed_root([](double x) { return (x - 0.5) * (x - 0.5) * (x - 0.5); }, 0.0, 2.0), 0.5, 1e-5);
}

TEST(BracketedRoot, TakesAZeroAtAnEnd) {
  EXPECT_EQ(bracketed_root([](double x) { return x - 1.0; }, 1.0, 3.0), 1.0);
  EXPECT_EQ(bracketed_root([](double x) { return x - 3.0; }, 1.0, 3.0), 3.0);
}

TEST(BracketedRoot, NeedsFewEvaluations) {
  int evaluations = 0;
  bracketed_root([&](double x) { return ++evaluations, std::log(x) - 1.0; }, 0.1, 10.0);
  EXPECT_LE(evaluations, 15);
}

}  // namespace
}  // namespace stillhouse
