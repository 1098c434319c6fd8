#include "models/properties/wilson_liquid.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stillhouse {
namespace {

PerSpecies<double> pair(double x) {
  PerSpecies<double> result;
  result.push_back(x);
  result.push_back(1.0 - x);
  return result;
}

TEST(WilsonLiquid, DocumentedExample) {
  WilsonLiquid liquid(2);
  liquid.a(0, 1) = std::log(0.5);
  liquid.a(1, 0) = std::log(0.25);
  EXPECT_NEAR(liquid.log_activity(pair(0.0), 300.0)[0], 1.4431, 1e-4);
  EXPECT_NEAR(liquid.log_activity(pair(1.0), 300.0)[1], 1.0 - std::log(0.25) - 0.5, 1e-14);
}

TEST(WilsonLiquid, IsTheTextbooksBinaryForm) {
  // Smith, Van Ness, Abbott, Introduction to Chemical Engineering Thermodynamics, equations for two species:
  // ln gamma_1 = -ln(x1 + x2 L12) + x2 (L12 / (x1 + x2 L12) - L21 / (x2 + x1 L21))
  WilsonLiquid liquid(2);
  liquid.a(0, 1) = -1.2;
  liquid.b(0, 1) = -190.0;
  liquid.a(1, 0) = 1.2;
  liquid.b(1, 0) = -480.0;
  const double T = 350.0, L12 = std::exp(-1.2 - 190.0 / T), L21 = std::exp(1.2 - 480.0 / T);
  for (const double x1 : {0.05, 0.4, 0.9}) {
    const double x2 = 1.0 - x1, S1 = x1 + x2 * L12, S2 = x2 + x1 * L21, bracket = L12 / S1 - L21 / S2;
    const auto log_gamma = liquid.log_activity(pair(x1), T);
    EXPECT_NEAR(log_gamma[0], -std::log(S1) + x2 * bracket, 1e-14);
    EXPECT_NEAR(log_gamma[1], -std::log(S2) - x1 * bracket, 1e-14);
  }
}

}  // namespace
}  // namespace stillhouse
