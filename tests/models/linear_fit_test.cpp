#include "models/properties/regression/linear_fit.h"

#include <gtest/gtest.h>

#include "engine/base/error.h"

namespace stillhouse {
namespace {

TEST(LinearFit, FindsTheLineThroughPoints) {
  // Anscombe, The American Statistician 27 (1973) 17, first set: y = 3.000 + 0.500 x
  const std::vector<double> x{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
  const std::vector<double> y{8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
  std::vector<std::vector<double>> basis;
  for (const double value : x) basis.push_back({1.0, value});
  const auto c = linear_fit(basis, y, std::vector<double>(x.size(), 1.0));
  EXPECT_NEAR(c[0], 3.0001, 1e-4);
  EXPECT_NEAR(c[1], 0.5001, 1e-4);
}

TEST(LinearFit, APointWithoutWeightDoesNotCount) {
  const auto c = linear_fit({{1.0, 0.0}, {1.0, 1.0}, {1.0, 2.0}}, {1.0, 3.0, 100.0}, {1.0, 1.0, 0.0});
  EXPECT_NEAR(c[0], 1.0, 1e-14);
  EXPECT_NEAR(c[1], 2.0, 1e-14);
}

TEST(LinearFit, SaysWhenThePointsDoNotSuffice) {
  EXPECT_THROW(linear_fit({{0.0}, {0.0}}, {1.0, 1.0}, {1.0, 1.0}), ModelError);
}

}  // namespace
}  // namespace stillhouse
