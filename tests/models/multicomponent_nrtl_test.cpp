#include "models/properties/multicomponent_nrtl.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/properties/nrtl.h"

namespace stillhouse {
namespace {

/// Methanol, water, ethanol, acetone: b_ij in K from ChemSep v8.3, with a_ij added so that nothing is zero.
MulticomponentNrtl<4> alcohols() {
  MulticomponentNrtl<4> nrtl;
  nrtl.a = {{{0.0, 0.1, -0.05, 0.02}, {0.2, 0.0, 0.1, -0.1}, {0.05, -0.1, 0.0, 0.05}, {0.1, 0.2, -0.1, 0.0}}};
  nrtl.b = {{{0.0, -95.13209, 33.86174, 149.07537},
             {398.95345, 0.0, 624.86762, 666.75416},
             {-35.48161, -29.16665, 0.0, 188.88330},
             {59.42031, 409.69291, 22.83137, 0.0}}};
  nrtl.alpha = {{{0.0, 0.2999, 0.3009, 0.3003},
                 {0.2999, 0.0, 0.2937, 0.5663},
                 {0.3009, 0.2937, 0.0, 0.3006},
                 {0.3003, 0.5663, 0.3006, 0.0}}};
  return nrtl;
}

using Five = Dual<5>;
struct Seeded {
  explicit Seeded(const std::array<double, 4>& values, double temperature) : T(temperature) {
    for (int i = 0; i < 4; ++i) {
      x[i] = Five(values[i]);
      x[i].gradient[i] = 1.0;
    }
    T.gradient[4] = 1.0;
  }
  std::array<Five, 4> x;
  Five T;
};

constexpr std::array<std::array<double, 4>, 4> compositions{
    {{0.25, 0.25, 0.25, 0.25}, {0.01, 0.9, 0.08, 0.01}, {0.6, 0.1, 0.1, 0.2}, {1e-9, 0.3, 0.7 - 2e-9, 1e-9}}};

TEST(MulticomponentNrtl, GivesThePublishedTernaryPoint) {
  // I. Segtovich, PyTherm lectures, GE1 (github.com/iurisegtovich/PyTherm-applied-thermodynamics); the numbers also in
  // C. Bell, thermo, tests/test_nrtl.py
  MulticomponentNrtl<3> nrtl;
  nrtl.a = {{{0.0, 2.291653777670652, 0.5166949715946564},
             {4.308652420938829, 0.0, 1.6753963198550983},
             {0.5527434579849811, 0.15106032392136134, 0.0}}};
  nrtl.alpha = {{{0.0, 0.4, 0.3}, {0.4, 0.0, 0.3}, {0.3, 0.3, 0.0}}};
  const auto gamma = nrtl.activity<double>({0.1, 0.3, 0.6}, 300.0);
  EXPECT_NEAR(gamma[0], 2.7175098659360413, 1e-13);
  EXPECT_NEAR(gamma[1], 2.1373006474468697, 1e-13);
  EXPECT_NEAR(gamma[2], 1.085133765593844, 1e-13);
}

TEST(MulticomponentNrtl, GivesThePublishedPointOfFiveSpecies) {
  // C. Bell, thermo, tests/test_nrtl.py: arbitrary parameters, an independent implementation
  MulticomponentNrtl<5> nrtl;
  nrtl.a = {{{0.0, 0.651, 2.965, 1.738, 0.761},
             {1.832, 0.0, 2.783, 1.35, 0.629},
             {0.528, 1.288, 0.0, 0.419, 2.395},
             {1.115, 1.838, 2.16, 0.0, 0.692},
             {1.821, 2.466, 1.587, 1.101, 0.0}}};
  for (auto& row : nrtl.alpha) row.fill(0.35);
  const auto gamma = nrtl.activity<double>(
      {0.18736982702111407, 0.2154173017033719, 0.2717319464745698, 0.11018333572613222, 0.215297589074812}, 300.0);
  const double expected[] = {2.503204848288857, 2.910723989902569, 2.2547951278295497, 2.9933258413917154,
                             2.694165187439594};
  for (int i = 0; i < 5; ++i) EXPECT_NEAR(gamma[i], expected[i], 1e-13) << i;
}

TEST(MulticomponentNrtl, OfTwoSpeciesEqualsTheBinaryClass) {
  const Nrtl binary{.a12 = 0.3, .b12 = -190.0, .a21 = -0.2, .b21 = 520.0, .alpha = 0.29};
  MulticomponentNrtl<2> general;
  general.a = {{{0.0, 0.3}, {-0.2, 0.0}}};
  general.b = {{{0.0, -190.0}, {520.0, 0.0}}};
  general.alpha = {{{0.0, 0.29}, {0.29, 0.0}}};
  for (double x : {0.0, 1e-6, 0.02, 0.3, 0.7, 0.99, 1.0}) {
    for (double T : {280.0, 330.0, 400.0}) {
      const auto a = binary.log_activity<double>({x, 1.0 - x}, T), b = general.log_activity<double>({x, 1.0 - x}, T);
      EXPECT_NEAR(a[0], b[0], 1e-14) << x << " " << T;
      EXPECT_NEAR(a[1], b[1], 1e-14) << x << " " << T;
      const double h = binary.excess_enthalpy<double>({x, 1.0 - x}, T);
      EXPECT_NEAR(h, general.excess_enthalpy<double>({x, 1.0 - x}, T), 1e-11) << x << " " << T;
    }
  }
}

TEST(MulticomponentNrtl, ObeysGibbsDuhem) {
  for (const auto& x : compositions) {
    const Seeded at(x, 345.0);
    const auto log_gamma = alcohols().log_activity(at.x, at.T);
    for (int k = 0; k < 4; ++k) {
      double sum = 0.0;
      for (int i = 0; i < 4; ++i) sum += x[i] * log_gamma[i].gradient[k];
      EXPECT_NEAR(sum, 0.0, 1e-14) << k;
    }
  }
}

TEST(MulticomponentNrtl, ExcessEnthalpyFollowsFromActivityByGibbsHelmholtz) {
  for (const auto& x : compositions) {
    const Seeded at(x, 345.0);
    const auto log_gamma = alcohols().log_activity(at.x, at.T);
    double slope = 0.0;
    for (int i = 0; i < 4; ++i) slope += x[i] * log_gamma[i].gradient[4];
    const double expected = -gas_constant * 345.0 * 345.0 * slope;
    EXPECT_NEAR(alcohols().excess_enthalpy<double>(x, 345.0), expected, 1e-12 * (1.0 + std::abs(expected)));
  }
}

TEST(MulticomponentNrtl, OfAPureLiquidIsOne) {
  for (int pure = 0; pure < 4; ++pure) {
    std::array<double, 4> x{};
    x[pure] = 1.0;
    EXPECT_EQ(alcohols().log_activity<double>(x, 330.0)[pure], 0.0);
    EXPECT_NE(alcohols().log_activity<double>(x, 330.0)[(pure + 1) % 4], 0.0);
  }
}

TEST(MulticomponentNrtl, DependsOnTheRatiosOfTheFractionsOnly) {
  const auto one = alcohols().log_activity<double>({0.1, 0.2, 0.3, 0.4}, 350.0);
  const auto three = alcohols().log_activity<double>({0.3, 0.6, 0.9, 1.2}, 350.0);
  for (int i = 0; i < 4; ++i) EXPECT_NEAR(one[i], three[i], 1e-15);
}

TEST(MulticomponentNrtl, NarrowDerivativesEqualThoseCarriedThroughEveryOperation) {
  for (const auto& x : compositions) {
    const Seeded at(x, 345.0);
    const auto narrow_gamma = alcohols().activity(at.x, at.T);
    const auto log_gamma = alcohols().log_activity(at.x, at.T);
    for (int i = 0; i < 4; ++i) {
      const Five wide = exp(log_gamma[i]);
      EXPECT_EQ(narrow_gamma[i].value, wide.value);
      for (int k = 0; k < 5; ++k)
        EXPECT_NEAR(narrow_gamma[i].gradient[k], wide.gradient[k], 1e-13 * (1.0 + std::abs(wide.gradient[k])));
    }
  }
}

}  // namespace
}  // namespace stillhouse
