#include "models/properties/nrtl_liquid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/properties/multicomponent_nrtl.h"

namespace stillhouse {
namespace {

NrtlLiquid three_species() {
  // I. Segtovich, PyTherm, lecture GE1
  const double tau[3][3] = {{0.0, 2.29165, 0.51669}, {4.30865, 0.0, 1.67540}, {0.55274, 0.15106, 0.0}};
  NrtlLiquid liquid(3);
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      liquid.a(i, j) = tau[i][j];
      liquid.alpha(i, j) = i + j == 1 ? 0.4 : 0.3;
    }
  return liquid;
}

TEST(NrtlLiquid, DocumentedExample) {
  NrtlLiquid liquid(2);
  liquid.b(0, 1) = -29.1667;
  liquid.b(1, 0) = 624.868;
  liquid.alpha(0, 1) = liquid.alpha(1, 0) = 0.2937;
  PerSpecies<double> x;
  x.push_back(0.2);
  x.push_back(0.8);
  const auto log_gamma = liquid.log_activity(x, 353.15);
  EXPECT_NEAR(std::exp(log_gamma[0]), 2.2783, 1e-4);
  EXPECT_NEAR(std::exp(log_gamma[1]), 1.0928, 1e-4);
}

TEST(NrtlLiquid, PublishedActivitiesOfThreeSpecies) {
  PerSpecies<double> x;
  for (const double value : {0.1, 0.3, 0.6}) x.push_back(value);
  const auto log_gamma = three_species().log_activity(x, 300.0);
  // the interactions are printed to five decimals
  EXPECT_NEAR(std::exp(log_gamma[0]), 2.7175098659360824, 2e-5);
  EXPECT_NEAR(std::exp(log_gamma[1]), 2.1373006474468697, 2e-5);
  EXPECT_NEAR(std::exp(log_gamma[2]), 1.085133765593844, 2e-5);
}

TEST(NrtlLiquid, IsTheEquationOfTheFixedNumberOfSpecies) {
  NrtlLiquid liquid = three_species();
  MulticomponentNrtl<3> fixed;
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) {
      fixed.a[i][j] = liquid.a(i, j);
      fixed.alpha[i][j] = liquid.alpha(i, j);
      if (i != j) fixed.b[i][j] = liquid.b(i, j) = 100.0 * static_cast<double>(i) - 70.0 * static_cast<double>(j);
    }
  const std::array<double, 3> fractions{0.25, 0.6, 0.15};
  PerSpecies<double> x;
  for (const double value : fractions) x.push_back(value);
  const auto expected = fixed.log_activity<double>(fractions, 330.0);
  const auto log_gamma = liquid.log_activity(x, 330.0);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(log_gamma[i], expected[i], 1e-13);
  EXPECT_NEAR(liquid.excess_enthalpy(x, 330.0), fixed.excess_enthalpy<double>(fractions, 330.0), 1e-9);
}

TEST(NrtlLiquid, InfiniteDilution) {
  // ln gamma_1 = tau_21 + tau_12 exp(-alpha tau_12) where there is nearly nothing of species 1
  NrtlLiquid liquid(2);
  liquid.a(0, 1) = 0.7;
  liquid.a(1, 0) = 1.9;
  liquid.alpha(0, 1) = liquid.alpha(1, 0) = 0.3;
  PerSpecies<double> x;
  x.push_back(0.0);
  x.push_back(1.0);
  EXPECT_NEAR(liquid.log_activity(x, 300.0)[0], 1.9 + 0.7 * std::exp(-0.21), 1e-14);
}

}  // namespace
}  // namespace stillhouse
