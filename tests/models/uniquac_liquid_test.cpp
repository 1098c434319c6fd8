#include "models/properties/uniquac_liquid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stillhouse {
namespace {

PerSpecies<double> uniquac_pair(double x) {
  PerSpecies<double> result;
  result.push_back(x);
  result.push_back(1.0 - x);
  return result;
}

TEST(UniquacLiquid, IsTheTextbooksBinaryForm) {
  // Prausnitz, Lichtenthaler, de Azevedo, Molecular Thermodynamics of Fluid-Phase Equilibria, 3rd ed.,
  // equation 6.11-16: ln gamma_1 = ln(Phi1/x1) + z/2 q1 ln(theta1/Phi1) + Phi2 (l1 - r1/r2 l2)
  //            - q1 ln(theta1 + theta2 tau21) + theta2 q1 (tau21/(theta1 + theta2 tau21) - tau12/(theta2 + theta1
  //            tau12))
  UniquacLiquid liquid(2);
  const double r1 = 2.11, q1 = 1.97, r2 = 0.92, q2 = 1.4, T = 345.0;
  liquid.sizes.r = {r1, r2};
  liquid.sizes.q = {q1, q2};
  liquid.b(0, 1) = -87.46;
  liquid.b(1, 0) = -55.29;
  const double tau12 = std::exp(-87.46 / T), tau21 = std::exp(-55.29 / T);
  const double l1 = 5.0 * (r1 - q1) - (r1 - 1.0), l2 = 5.0 * (r2 - q2) - (r2 - 1.0);
  for (const double x1 : {0.03, 0.5, 0.95}) {
    const double x2 = 1.0 - x1, Phi1 = x1 * r1 / (x1 * r1 + x2 * r2), theta1 = x1 * q1 / (x1 * q1 + x2 * q2);
    const double Phi2 = 1.0 - Phi1, theta2 = 1.0 - theta1, s1 = theta1 + theta2 * tau21, s2 = theta2 + theta1 * tau12;
    const double expected = std::log(Phi1 / x1) + 5.0 * q1 * std::log(theta1 / Phi1) + Phi2 * (l1 - r1 / r2 * l2) -
                            q1 * std::log(s1) + theta2 * q1 * (tau21 / s1 - tau12 / s2);
    EXPECT_NEAR(liquid.log_activity(uniquac_pair(x1), T)[0], expected, 1e-13);
  }
}

TEST(UniquacLiquid, EqualMoleculesWithoutInteractionAreIdeal) {
  UniquacLiquid liquid(2);
  liquid.sizes.r = {3.0, 3.0};
  liquid.sizes.q = {2.5, 2.5};
  for (const double value : liquid.log_activity(uniquac_pair(0.3), 300.0)) EXPECT_NEAR(value, 0.0, 1e-15);
  EXPECT_EQ(liquid.excess_enthalpy(uniquac_pair(0.3), 300.0), 0.0);
}

}  // namespace
}  // namespace stillhouse
