#include "benchmarks/problems/tower_mixture.h"

#include <gtest/gtest.h>

namespace stillhouse {
namespace {

const TowerMixture<5>& mixture() {
  return TowerMixture<5>::standard();
}

TEST(TowerMixture, EachSpeciesBoilsAtItsBoilingPoint) {
  for (int i = 0; i < 5; ++i) {
    std::array<double, 5> x{};
    x[i] = 1.0;
    EXPECT_NEAR(mixture().bubble_temperature(x, 101325.0), mixture().species(i).T_b, 0.6) << mixture().species(i).name;
  }
}

TEST(TowerMixture, HeatOfVaporizationAgreesWithTheSlopeOfVapourPressure) {
  // Clausius and Clapeyron for an ideal gas overstate it by what the vapour departs from one: 0 to 6 % at 1 atm
  for (int i = 0; i < 5; ++i) {
    const TowerSpecies& s = mixture().species(i);
    Dual<1> T(s.T_b);
    T.gradient[0] = 1.0;
    const double slope = gas_constant * s.T_b * s.T_b * s.vapour_pressure.log_pressure(T).gradient[0];
    EXPECT_GT(slope, s.lambda_b) << s.name;
    EXPECT_LT(slope, 1.06 * s.lambda_b) << s.name;
  }
}

TEST(TowerMixture, VapourLiesAboveTheLiquidByTheHeatOfVaporization) {
  for (int i = 0; i < 5; ++i) {
    const TowerSpecies& s = mixture().species(i);
    EXPECT_NEAR(s.vapour_enthalpy(s.T_b) - s.liquid_enthalpy(s.T_b), s.lambda_b, 1e-9);
    // Kirchhoff: the heat of vaporization falls on heating, since the liquid's heat capacity is the larger one
    EXPECT_LT(s.vapour_enthalpy(s.T_b + 10.0) - s.liquid_enthalpy(s.T_b + 10.0), s.lambda_b);
    EXPECT_EQ(s.liquid_enthalpy(298.15), 0.0);
  }
}

TEST(TowerMixture, EthanolAndWaterHaveTheirAzeotrope) {
  // 0.894 mol/mol at 351.3 K and 1 atm (Gmehling et al., Azeotropic Data): relative volatility passes one there
  const auto alpha = [](double ethanol) {
    const auto volatility = mixture().vle().volatilities<double>({0.0, 1.0 - ethanol, ethanol, 0.0, 0.0}, 351.3);
    return volatility[2] / volatility[1];
  };
  EXPECT_GT(alpha(0.86), 1.0);
  EXPECT_LT(alpha(0.93), 1.0);
}

TEST(TowerMixture, PropanolAndWaterHaveTheirAzeotrope) {
  // 0.43 mol/mol at 360.9 K and 1 atm (Gmehling et al., Azeotropic Data)
  const auto alpha = [](double propanol) {
    const auto volatility = mixture().vle().volatilities<double>({0.0, 1.0 - propanol, 0.0, 0.0, propanol}, 360.9);
    return volatility[4] / volatility[1];
  };
  EXPECT_GT(alpha(0.35), 1.0);
  EXPECT_LT(alpha(0.50), 1.0);
}

}  // namespace
}  // namespace stillhouse
