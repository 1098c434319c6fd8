#include "models/properties/cubic_root.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/random.h"

namespace stillhouse {
namespace {

CubicRoots with_roots(double a, double b, double c) {
  return cubic_roots(-(a + b + c), a * b + b * c + c * a, -a * b * c);
}

TEST(CubicRoots, FindBothEnds) {
  const CubicRoots three = with_roots(1.0, 2.0, 4.0);
  EXPECT_DOUBLE_EQ(three.smallest, 1.0);
  EXPECT_DOUBLE_EQ(three.largest, 4.0);
  EXPECT_TRUE(three.several());
  // (Z - 3)(Z^2 + 1)
  const CubicRoots one = cubic_roots(-3.0, 1.0, -3.0);
  EXPECT_DOUBLE_EQ(one.smallest, 3.0);
  EXPECT_FALSE(one.several());
  // symmetric about its inflection
  const CubicRoots symmetric = with_roots(-1.0, 0.0, 1.0);
  EXPECT_DOUBLE_EQ(symmetric.smallest, -1.0);
  EXPECT_DOUBLE_EQ(symmetric.largest, 1.0);
  EXPECT_DOUBLE_EQ(with_roots(2.0, 2.0, 2.0).largest, 2.0);
}

// every digit of it, from however near the search begins
TEST(CubicRoots, FindTheOneNearBy) {
  for (double away = 0.4; away > 1e-9; away *= 0.1) {
    // (Z - 1)(Z - 2)(Z - 4) and (Z - 3)(Z^2 + 1)
    const Lanes<2> near = cubic_roots_near({-7.0, -3.0}, {14.0, 1.0}, {-8.0, -3.0}, {4.0 + away, 3.0 - away});
    EXPECT_DOUBLE_EQ(near.lane[0], 4.0) << away;
    EXPECT_DOUBLE_EQ(near.lane[1], 3.0) << away;
    EXPECT_DOUBLE_EQ(cubic_roots_near(-7.0, 14.0, -8.0, 1.0 - away).lane[0], 1.0) << away;
  }
  // so far away that six steps do not lead there, beside one that arrives
  const Lanes<2> apart = cubic_roots_near(-7.0, 14.0, -8.0, {1e9, 4.1});
  EXPECT_EQ(apart.lane[0], 0.0);
  EXPECT_DOUBLE_EQ(apart.lane[1], 4.0);
}

TEST(CubicRoots, KeepTheDigitsOfASmallRoot) {
  // a liquid at low pressure: Z of 1e-5 beside a vapour's 1
  for (const double small : {1e-3, 1e-5, 1e-7}) {
    const CubicRoots roots = with_roots(small, 3.0 * small, 1.0);
    EXPECT_NEAR(roots.smallest / small, 1.0, 1e-9);
    EXPECT_NEAR(roots.largest, 1.0, 1e-14);
  }
}

TEST(CubicRoots, SatisfyAnyCubic) {
  const RandomStream random(20261129, "cubics");
  for (int i = 0; i < 2000; ++i) {
    const double c2 = random.symmetric(2.0, i, 0), c1 = random.symmetric(2.0, i, 1), c0 = random.symmetric(2.0, i, 2);
    const CubicRoots roots = cubic_roots(c2, c1, c0);
    for (const double Z : {roots.smallest, roots.largest})
      EXPECT_NEAR(((Z + c2) * Z + c1) * Z + c0, 0.0, 1e-12) << c2 << " " << c1 << " " << c0;
    EXPECT_LE(roots.smallest, roots.largest);
  }
}

}  // namespace
}  // namespace stillhouse
