#include "models/properties/smooth_cubic_root.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/properties/cubic_root.h"

namespace stillhouse {
namespace {

struct Equation {
  double d1, d2, B_critical;
};
const Equation equations[] = {{1.0 + std::sqrt(2.0), 1.0 - std::sqrt(2.0), 0.0777961}, {1.0, 0.0, 0.0866403}};

/// Calls visit(a, B) over all conditions below the critical point, from far too hot to far too cold.
template <class Visit>
void for_each_condition(const Equation& e, const Visit& visit) {
  for (double B = 1e-6; B < e.B_critical; B *= 1.1)
    for (double a = 0.05; a < 60.0; a *= 1.01) visit(a, B);
}

TEST(SmoothCubicRoot, IsTheEquationsOwnWhereThereIsOne) {
  for (const Equation& e : equations) {
    const SmoothCubicRoot root(e.d1, e.d2);
    const double s = e.d1 + e.d2, q = e.d1 * e.d2;
    int liquids = 0, vapours = 0;
    for_each_condition(e, [&](double a, double B) {
      const double A = a * B;
      const CubicRoots roots =
          cubic_roots((s - 1.0) * B - 1.0, A + q * B * B - s * (B + B * B), -(A * B + q * (B * B + B * B * B)));
      if (root.liquid_margin(a, B) > 0.12) {
        EXPECT_NEAR(root.liquid(a, B) * B / roots.smallest, 1.0, 1e-12) << a << " " << B;
        ++liquids;
      }
      if (root.vapour_margin(a, B) > 0.015) {
        EXPECT_NEAR(root.vapour(a, B) * B / roots.largest, 1.0, 1e-12) << a << " " << B;
        ++vapours;
      }
    });
    EXPECT_GT(liquids, 20000);
    EXPECT_GT(vapours, 20000);
  }
}

TEST(SmoothCubicRoot, TheLimitsAreOnTheSoundSideOfTheSpinodals) {
  for (const Equation& e : equations) {
    const SmoothCubicRoot root(e.d1, e.d2);
    const double s = e.d1 + e.d2, q = e.d1 * e.d2;
    for (double u = 1.5; u < 2000.0; u *= 1.01) {
      // dB/du = 0
      const double pair = (u + s) * u + q, a = pair * pair / ((2.0 * u + s) * (u - 1.0) * (u - 1.0));
      const double B = 1.0 / (u - 1.0) - a / pair;
      EXPECT_NEAR(root.stability(a, u), 0.0, 1e-11);
      if (B < 0.0 || B > e.B_critical) continue;
      if (u < 3.8) {
        EXPECT_LT(root.liquid_margin(a, B), -0.029);
        EXPECT_GT(root.liquid_margin(a, B), -0.11);
      } else {
        EXPECT_LT(root.vapour_margin(a, B), -0.0026);
        EXPECT_GT(root.vapour_margin(a, B), -0.023);
      }
    }
  }
}

TEST(SmoothCubicRoot, GoesOnSmoothlyBeyond) {
  for (const Equation& e : equations) {
    const SmoothCubicRoot root(e.d1, e.d2);
    for_each_condition(e, [&](double a, double B) {
      using D = Dual<1>;
      D strength(a);
      strength.gradient[0] = 1.0;
      const D liquid = root.liquid(strength, D(B)), vapour = root.vapour(strength, D(B));
      // dense and thin, whatever is asked
      EXPECT_GT(liquid.value, 1.0);
      EXPECT_LT(liquid.value, 2.8);
      EXPECT_GT(vapour.value * B, 0.45);
      // stronger attraction makes either denser
      EXPECT_LE(liquid.gradient[0], 0.0);
      EXPECT_LE(vapour.gradient[0], 0.0);
      // and by no more than so much: there is no jump, and no spinodal's vertical slope
      EXPECT_GT(liquid.gradient[0], -4.0);
      EXPECT_GT(vapour.gradient[0], -8.0 / B);
    });
  }
}

TEST(SmoothCubicRoot, ExampleOfTheHeader) {
  const SmoothCubicRoot root(equations[0].d1, equations[0].d2);
  EXPECT_NEAR(root.liquid(10.0, 0.01), 1.3519, 1e-4);
  EXPECT_NEAR(root.vapour(10.0, 0.01), 90.282, 1e-3);
}

}  // namespace
}  // namespace stillhouse
