#include "models/properties/activity_fluid.h"

#include <gtest/gtest.h>

#include <cmath>

#include "models/properties/flash/flash.h"

namespace stillhouse {
namespace {

using Two = std::array<Specification<double>, 2>;
using ActivityFlash = Flash<ActivityFluid>;

PerSpecies<double> shares(std::initializer_list<double> values) {
  PerSpecies<double> x;
  for (const double value : values) x.push_back(value);
  return x;
}

ActivityFlash flash_of(std::vector<std::string> compounds, LiquidModel model) {
  return ActivityFlash(ActivityFluid(std::make_shared<const Fluid>(std::move(compounds), model)));
}

Two with(Given a, double of_a, Given b, double of_b) {
  return {{{a, of_a}, {b, of_b}}};
}

void expect_closed(const ActivityFlash& flash, const Phases<double>& phases, const PerSpecies<double>& z) {
  const auto at = flash.model().at(phases.T, phases.P);
  const PerSpecies<double> first = flash.model().log_fugacity_coefficients(at, phases.begin()->kind, phases.begin()->x);
  for (std::size_t i = 0; i < z.size(); ++i) {
    double sum = 0.0;
    for (const PhaseAmount<double>& p : phases) {
      sum += p.fraction * p.x[i];
      const PerSpecies<double> own = flash.model().log_fugacity_coefficients(at, p.kind, p.x);
      EXPECT_NEAR(std::log(p.x[i]) + own[i], std::log(phases.begin()->x[i]) + first[i], 1e-9);
    }
    EXPECT_NEAR(sum, z[i], 1e-12);
  }
}

TEST(ActivityFluid, BoilsWhereTheFluidDoes) {
  // with the fluid's own partial pressures, and near 78.15 degC, the azeotrope of ethanol and water at 1 atm
  const ActivityFlash flash = flash_of({"ethanol", "water"}, LiquidModel::nrtl);
  const Fluid& fluid = flash.model().fluid();
  for (const double x : {0.0, 0.05, 0.3, 0.8943, 1.0}) {
    const PerSpecies<double> z = shares({x, 1.0 - x});
    const Phases<double> bubble = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.0));
    const PerSpecies<double> p = fluid.bubble_pressures(z, bubble.T);
    EXPECT_NEAR(p[0] + p[1], 101325.0, 1e-6);
    EXPECT_NEAR(p[0] / 101325.0, bubble.phase[0].x[0], 1e-12);
  }
  EXPECT_NEAR(flash(shares({0.8943, 0.1057}), with(Given::pressure, 101325.0, Given::vapour_fraction, 0.0)).T, 351.3,
              0.5);
}

TEST(ActivityFluid, MeetsItsSpecificationsOverAllFeeds) {
  const ActivityFlash flash = flash_of({"acetone", "methanol", "water"}, LiquidModel::unifac);
  for (int i = 1; i < 8; ++i)
    for (int j = 1; i + j < 8; ++j) {
      const PerSpecies<double> z = shares({i / 8.0, j / 8.0, (8.0 - i - j) / 8.0});
      const Phases<double> half = flash(z, with(Given::pressure, 2e5, Given::vapour_fraction, 0.4));
      expect_closed(flash, half, z);
      EXPECT_NEAR(half.vapour_fraction(), 0.4, 1e-12);
      const double h = enthalpy(flash.model(), half), s = entropy(flash.model(), half);
      const Phases<double> of_h = flash(z, with(Given::pressure, 2e5, Given::enthalpy, h));
      expect_closed(flash, of_h, z);
      EXPECT_NEAR(of_h.T, half.T, 1e-7);
      EXPECT_NEAR(enthalpy(flash.model(), of_h), h, 1e-6);
      EXPECT_NEAR(flash(z, with(Given::pressure, 2e5, Given::entropy, s)).T, half.T, 1e-7);
      EXPECT_NEAR(flash(z, with(Given::temperature, half.T, Given::vapour_fraction, 0.4)).P, 2e5, 1e-3);
      EXPECT_NEAR(flash(z, with(Given::temperature, half.T, Given::pressure, 2e5)).vapour_fraction(), 0.4, 1e-9);
    }
}

TEST(ActivityFluid, SplitsOneLiquidIntoTwo) {
  // 1-butanol and water: at 92.6 degC both liquids boil together at 1 atm (measured 365.8 K, vapour 24.5 mol% butanol)
  const ActivityFlash flash = flash_of({"1-butanol", "water"}, LiquidModel::uniquac);
  const PerSpecies<double> z = shares({0.15, 0.85});
  const Phases<double> cold = flash(z, with(Given::temperature, 330.0, Given::pressure, 101325.0));
  ASSERT_EQ(cold.count, 2u);
  EXPECT_EQ(cold.phase[0].kind, PhaseKind::liquid);
  EXPECT_EQ(cold.phase[1].kind, PhaseKind::second_liquid);
  EXPECT_GT(cold.phase[0].x[0], 0.3);
  EXPECT_LT(cold.phase[1].x[0], 0.05);
  expect_closed(flash, cold, z);
  const Phases<double> boiling = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.2));
  ASSERT_EQ(boiling.count, 3u);
  EXPECT_NEAR(boiling.T, 365.8, 1.5);
  EXPECT_NEAR(boiling.phase[0].x[0], 0.245, 0.03);
  expect_closed(flash, boiling, z);
  const double h = enthalpy(flash.model(), boiling);
  const Phases<double> again = flash(z, with(Given::pressure, 101325.0, Given::enthalpy, h));
  EXPECT_NEAR(again.vapour_fraction(), 0.2, 1e-9);
}

TEST(ActivityFluid, PairsAcidsInTheVapour) {
  const ActivityFlash flash = flash_of({"acetic acid", "water"}, LiquidModel::unifac);
  for (const double x : {0.2, 0.6, 1.0}) {
    const PerSpecies<double> z = shares({x, 1.0 - x});
    const Phases<double> bubble = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.0));
    const PerSpecies<double> p = flash.model().fluid().bubble_pressures(z, bubble.T);
    EXPECT_NEAR(p[0] + p[1], 101325.0, 1e-6);
    EXPECT_NEAR(p[0] / 101325.0, bubble.phase[0].x[0], 1e-11);
  }
}

TEST(ActivityFluid, HasTheFugacityOfMonomersInAnAcidsVapour) {
  // p + K p^2 = 101325 Pa with K = 5.07e-5/Pa: p = 35.92 kPa
  const ActivityFlash flash = flash_of({"acetic acid"}, LiquidModel::ideal);
  const auto at = flash.model().at(391.04, 101325.0);
  const double log_phi = flash.model().log_fugacity_coefficients(at, PhaseKind::vapour, shares({1.0}))[0];
  EXPECT_NEAR(std::exp(log_phi), 0.3545, 5e-4);
}

TEST(ActivityFluid, HasTheDerivativesByAmount) {
  const ActivityFlash flash = flash_of({"acetic acid", "water", "ethanol"}, LiquidModel::ideal);
  const ActivityFlash real = flash_of({"acetone", "methanol", "water"}, LiquidModel::unifac);
  for (const auto& [model, kind] : {std::pair{&flash.model(), PhaseKind::vapour}, {&real.model(), PhaseKind::liquid}}) {
    const auto at = model->at(350.0, 1e5);
    const PerSpecies<double> n = shares({0.2, 0.3, 0.5});
    PhasePair phases({kind, kind}, 3);
    phases.y = phases.x = n;
    PhasePair::Matrix F;
    model->log_fugacity_derivatives(at, phases, F);
    const PerSpecies<double> alone = model->log_fugacity_coefficients(at, kind, n);
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(phases.log_phi_y[i], alone[i], 1e-14);
    for (int j = 0; j < 3; ++j) {
      std::array<PerSpecies<double>, 2> ends;
      for (int side = 0; side < 2; ++side) {
        PerSpecies<double> x = n;
        const double by = side == 0 ? -1e-5 : 1e-5;
        x[j] += by;
        for (double& value : x) value /= 1.0 + by;
        ends[side] = model->log_fugacity_coefficients(at, kind, x);
      }
      for (int i = j; i < 3; ++i)
        for (int k = 0; k < 2; ++k) EXPECT_NEAR(F[i][j].lane[k], (ends[1][i] - ends[0][i]) / 2e-5, 1e-8);
    }
  }
}

TEST(ActivityFluid, CountsEnthalpyFromTheElementsAndEntropyAbsolutely) {
  // water: NIST-JANAF gas -241.826 kJ/mol and 188.834 J/(mol K) at 1 bar; liquid, CODATA: -285.83 kJ/mol, 69.95 J/(mol
  // K)
  const ActivityFlash flash = flash_of({"water"}, LiquidModel::ideal);
  const auto at = flash.model().at(298.15, 1e5);
  const PerSpecies<double> x = shares({1.0});
  EXPECT_NEAR(flash.model().enthalpy(at, PhaseKind::vapour, x), -241826.0, 50.0);
  EXPECT_NEAR(flash.model().entropy(at, PhaseKind::vapour, x), 188.834, 0.2);
  EXPECT_NEAR(flash.model().enthalpy(at, PhaseKind::liquid, x), -285830.0, 500.0);
  EXPECT_NEAR(flash.model().entropy(at, PhaseKind::liquid, x), 69.95, 1.5);
}

}  // namespace
}  // namespace stillhouse
