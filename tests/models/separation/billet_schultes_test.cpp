#include "models/separation/billet_schultes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <type_traits>

#include "tests/models/smooth_curve.h"

namespace stillhouse {
namespace {

using namespace billet_schultes;

/// Exponent of f at x: d ln f/d ln x.
template <class Function>
double exponent(const Function& f, double x) {
  return std::log(f(x * 1.001) / f(x)) / std::log(1.001);
}

// Benitez, examples 4.2 and 4.3
TEST(BilletSchultes, HoldsThePublishedLiquid) {
  EXPECT_NEAR(holdup(0.01, 3e-6, find_packing("pall_ring_metal_50")), 0.0662, 5e-5);
}
TEST(BilletSchultes, VelocityIsHoldupSolved) {
  for (const char* name : {"raschig_ring_ceramic_25", "pall_ring_metal_50", "mellapak_250y_metal"}) {
    const Packing& packing = find_packing(name);
    for (const double u : {1e-6, 1e-4, 5e-4, 1e-3, 5e-3, 0.02})
      EXPECT_NEAR(velocity_of_holdup(holdup(u, 1e-6, packing), 1e-6, packing), u, 0.005 * u) << name;
  }
}
TEST(BilletSchultes, LosesThePublishedPressure) {
  const Packing& rings = find_packing("raschig_ring_ceramic_25");
  const double u_L = 2.925e-3, h_L = holdup(u_L, 1e-6, rings), D = 0.428;
  EXPECT_NEAR(h_L, 0.0278, 5e-5);
  EXPECT_NEAR(pressure_drop(0.928, 1.18, 1.84e-5, h_L, reynolds_number(u_L, 1e-6, rings), rings, D), 505.0, 5.0);
}
TEST(BilletSchultes, MassTransferHasThePublishedExponents) {
  const Packing& rings = find_packing("pall_ring_metal_50");
  EXPECT_NEAR(exponent([&](double D) { return liquid_coefficient(0.01, 0.06, D, rings); }, 2e-9), 0.5, 1e-9);
  EXPECT_NEAR(exponent([&](double u) { return gas_coefficient(u, 1.2, 1.8e-5, 0.06, 1e-5, rings); }, 1.0), 0.75, 1e-9);
  EXPECT_NEAR(exponent([&](double D) { return gas_coefficient(1.0, 1.2, 1.8e-5, 0.06, D, rings); }, 1e-5), 2.0 / 3.0,
              1e-9);
  // 1.5 a (a d_h)^-0.5 ...: u_L^(-0.2 + 1.5 - 0.9)
  EXPECT_NEAR(exponent([&](double u) { return effective_area(u, 1000.0, 1e-6, 0.07, rings); }, 0.01), 0.4, 1e-9);
  EXPECT_LT(effective_area(0.01, 1000.0, 1e-6, 0.072, rings), rings.a);
}
// as printed by Benitez, eq. 4-21, with Re of the particle: 0.1304 C_V D_G a/(eps (eps - h))^0.5 (Re/K_w)^(3/4)
// Sc^(1/3)
TEST(BilletSchultes, GasCoefficientIsThatOfThePrintedReynoldsNumber) {
  const Packing& rings = find_packing("pall_ring_metal_50");
  const double u = 1.5, nu = 1.5e-5, D = 2e-5, h = 0.05, d_p = 6.0 * (1.0 - rings.eps) / rings.a;
  const double Re = u * d_p / ((1.0 - rings.eps) * nu);
  const double k = 0.1304 * rings.C_V * D * rings.a / std::sqrt(rings.eps * (rings.eps - h)) * std::pow(Re, 0.75) *
                   std::cbrt(nu / D);
  EXPECT_NEAR(gas_coefficient(u, 1.2, 1.2 * nu, h, D, rings), k, 1e-3 * k);
}
TEST(BilletSchultes, IsSmoothWhereTheLawOfWettingChanges) {
  expect_smooth(
      "holdup",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return holdup(x, R(1e-6), find_packing("pall_ring_metal_50"));
      },
      {1e-4, 5e-4, 5.63e-4, 6e-4, 0.01}, 2e-6);
  expect_smooth(
      "pressure drop",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return dry_pressure_drop(x, R(1.2), R(1.8e-5), find_packing("pall_ring_metal_50"), 0.5);
      },
      {0.01, 1.0, 3.0}, 1e-3);
  expect_smooth(
      "gas",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return gas_coefficient(x, R(1.2), R(1.8e-5), R(0.06), R(1e-5), find_packing("pall_ring_metal_50"));
      },
      {0.1, 1.0}, 1e-3);
  expect_smooth(
      "liquid",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return liquid_coefficient(x, R(0.06), R(2e-9), find_packing("pall_ring_metal_50"));
      },
      {1e-4, 0.01}, 1e-6);
  expect_smooth(
      "area",
      [](const auto& x) {
        using R = std::remove_cvref_t<decltype(x)>;
        return effective_area(x, R(1000.0), R(1e-6), R(0.07), find_packing("pall_ring_metal_50"));
      },
      {1e-4, 0.01}, 1e-6);
}

}  // namespace
}  // namespace stillhouse
