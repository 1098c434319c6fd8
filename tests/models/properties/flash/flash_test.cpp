#include "models/properties/flash/flash.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>

#include "engine/base/random.h"
#include "models/properties/activity_fluid.h"
#include "models/properties/cubic_fluid.h"

namespace stillhouse {
namespace {

using Two = std::array<Specification<double>, 2>;
using CubicFlash = Flash<CubicFluid>;

PerSpecies<double> shares(std::initializer_list<double> values) {
  PerSpecies<double> x;
  for (const double value : values) x.push_back(value);
  return x;
}

Two with(Given a, double of_a, Given b, double of_b) {
  return {{{a, of_a}, {b, of_b}}};
}

const CubicFlash& natural_gas_liquids() {
  static const CubicFlash flash(CubicFluid({"methane", "propane", "n-pentane", "n-octane"}, Cubic::peng_robinson));
  return flash;
}

/// What an equilibrium must be, whatever was given.
template <class Model>
void expect_equilibrium(const Model& model, const Phases<double>& phases, const PerSpecies<double>& z) {
  const auto at = model.at(phases.T, phases.P);
  double shares_sum = 0.0;
  for (std::size_t i = 0; i < z.size(); ++i) {
    double sum = 0.0;
    for (const PhaseAmount<double>& p : phases) sum += p.fraction * p.x[i];
    EXPECT_NEAR(sum, z[i], 1e-12);
  }
  const PhaseAmount<double>& first = *phases.begin();
  const PerSpecies<double> of_first = model.log_fugacity_coefficients(at, first.kind, first.x);
  for (const PhaseAmount<double>& p : phases) {
    shares_sum += p.fraction;
    EXPECT_GE(p.fraction, -1e-12);
    double sum = 0.0;
    for (const double x : p.x) sum += x;
    EXPECT_NEAR(sum, 1.0, 1e-12);
    const PerSpecies<double> log_phi = model.log_fugacity_coefficients(at, p.kind, p.x);
    for (std::size_t i = 0; i < z.size(); ++i) {
      if (z[i] == 0.0) continue;
      EXPECT_NEAR(std::log(p.x[i]) + log_phi[i], std::log(first.x[i]) + of_first[i], 1e-9) << word_for(p.kind);
    }
  }
  EXPECT_NEAR(shares_sum, 1.0, 1e-12);
}

TEST(RachfordRice, HasTheSharesOfATextbook) {
  // Benitez, example 6.2: benzene, toluene, o-xylene at 373 K and 101.3 kPa; 182.7, 73.3, 26.7 kPa
  PerSpecies<double> K = shares({182.7 / 101.3, 73.3 / 101.3, 26.7 / 101.3});
  const PerSpecies<double> z = shares({0.5, 0.25, 0.25});
  const double V = vapour_share(z, K);
  EXPECT_NEAR(V, 0.3263, 1e-3);
  EXPECT_NEAR(z[0] / (1.0 + V * (K[0] - 1.0)), 0.396, 1e-3);
  // nothing of one species; all one phase
  EXPECT_NEAR(vapour_share(shares({0.5, 0.5, 0.0}), shares({2.0, 0.5, 1e9})), 0.5, 1e-12);
  EXPECT_GT(vapour_share(z, shares({3.0, 2.0, 0.9})), 1.0);
  EXPECT_LT(vapour_share(z, shares({1.1, 0.2, 0.1})), 0.0);
}

TEST(Flash, ClosesMassAndFugacityOverRandomFeeds) {
  const CubicFlash& flash = natural_gas_liquids();
  const RandomStream random(20261129, "feeds");
  int two_phases = 0;
  for (int seed = 0; seed < 1000; ++seed) {
    PerSpecies<double> z(4);
    double sum = 0.0;
    for (std::size_t i = 0; i < 4; ++i) sum += z[i] = -std::log(1.0 - random.uniform(seed, i));
    for (double& share : z) share /= sum;
    const double T = 200.0 + 350.0 * random.uniform(seed, 4), P = 1e4 * std::exp(7.0 * random.uniform(seed, 5));
    const Phases<double> phases = flash(z, with(Given::temperature, T, Given::pressure, P));
    SCOPED_TRACE("seed " + std::to_string(seed));
    expect_equilibrium(flash.model(), phases, z);
    two_phases += phases.count == 2;
    EXPECT_LE(phases.count, 2u);

    // energy: what the phases hold together leads back to them
    if (seed % 4 != 0) continue;
    const double h = enthalpy(flash.model(), phases), s = entropy(flash.model(), phases);
    const Phases<double> of_h = flash(z, with(Given::pressure, P, Given::enthalpy, h));
    expect_equilibrium(flash.model(), of_h, z);
    EXPECT_NEAR(enthalpy(flash.model(), of_h), h, 1e-12 * std::fabs(h) + 1e-7);
    EXPECT_NEAR(of_h.T, T, 1e-6);
    const Phases<double> of_s = flash(z, with(Given::pressure, P, Given::entropy, s));
    EXPECT_NEAR(entropy(flash.model(), of_s), s, 1e-11 * s);
    EXPECT_NEAR(of_s.T, T, 1e-6);
    if (phases.count == 2) {
      const double V = phases.vapour_fraction();
      const Phases<double> of_V = flash(z, with(Given::temperature, T, Given::vapour_fraction, V));
      EXPECT_NEAR(of_V.vapour_fraction(), V, 1e-12);
      expect_equilibrium(flash.model(), of_V, z);
    }
  }
  EXPECT_GT(two_phases, 300);
}

TEST(Flash, FindsBubbleAndDewPoints) {
  const CubicFlash& flash = natural_gas_liquids();
  const PerSpecies<double> z = shares({0.3, 0.3, 0.2, 0.2});
  for (const double V : {0.0, 1.0}) {
    const Phases<double> at_P = flash(z, with(Given::pressure, 20e5, Given::vapour_fraction, V));
    expect_equilibrium(flash.model(), at_P, z);
    EXPECT_EQ(at_P.count, 2u);
    EXPECT_DOUBLE_EQ(at_P.vapour_fraction(), V);
    // to either side of it, one phase or two
    EXPECT_EQ(flash(z, with(Given::temperature, at_P.T - 0.01, Given::pressure, 20e5)).count, V == 0.0 ? 1u : 2u);
    EXPECT_EQ(flash(z, with(Given::temperature, at_P.T + 0.01, Given::pressure, 20e5)).count, V == 0.0 ? 2u : 1u);
    const Phases<double> at_T = flash(z, with(Given::temperature, at_P.T, Given::vapour_fraction, V));
    EXPECT_NEAR(at_T.P, 20e5, 1e-4);
  }
}

TEST(Flash, BoilsAPureCompoundAtOneTemperature) {
  const CubicFlash flash(CubicFluid({"propane"}, Cubic::soave_redlich_kwong));
  const PerSpecies<double> z = shares({1.0});
  const Phases<double> bubble = flash(z, with(Given::pressure, 10e5, Given::vapour_fraction, 0.0));
  const Phases<double> dew = flash(z, with(Given::pressure, 10e5, Given::vapour_fraction, 1.0));
  EXPECT_NEAR(bubble.T, dew.T, 1e-9);
  // NIST: 300.1 K
  EXPECT_NEAR(bubble.T, 300.1, 1.0);
  const double h = 0.75 * enthalpy(flash.model(), bubble) + 0.25 * enthalpy(flash.model(), dew);
  const Phases<double> quarter = flash(z, with(Given::pressure, 10e5, Given::enthalpy, h));
  EXPECT_NEAR(quarter.vapour_fraction(), 0.25, 1e-9);
  EXPECT_NEAR(enthalpy(flash.model(), quarter), h, 1e-6);
  EXPECT_NEAR(quarter.T, bubble.T, 1e-9);
}

// superheated liquid and subcooled vapour have the same enthalpy or entropy as what boils, and more Gibbs energy
template <class Model>
void expect_boiling_in_all_shares(const Flash<Model>& flash) {
  const PerSpecies<double> z = shares({1.0});
  const Phases<double> bubble = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.0));
  const Phases<double> dew = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 1.0));
  const double h = enthalpy(flash.model(), bubble), heat = enthalpy(flash.model(), dew) - h;
  const double s = entropy(flash.model(), bubble), rise = entropy(flash.model(), dew) - s;
  for (const double V : {0.001, 0.03, 0.1, 0.3, 0.7, 0.9, 0.97, 0.999}) {
    const Phases<double> of_h = flash(z, with(Given::pressure, 101325.0, Given::enthalpy, h + V * heat));
    EXPECT_NEAR(of_h.T, bubble.T, 1e-6) << V;
    EXPECT_NEAR(of_h.vapour_fraction(), V, 1e-6);
    const Phases<double> of_s = flash(z, with(Given::pressure, 101325.0, Given::entropy, s + V * rise));
    EXPECT_NEAR(of_s.T, bubble.T, 1e-6) << V;
    EXPECT_NEAR(of_s.vapour_fraction(), V, 1e-6);
    const Phases<double> at_T = flash(z, with(Given::temperature, bubble.T, Given::entropy, s + V * rise));
    EXPECT_NEAR(at_T.P, 101325.0, 0.1) << V;
    EXPECT_NEAR(at_T.vapour_fraction(), V, 1e-6);
  }
}

TEST(Flash, BoilsAPureCompoundInAllShares) {
  for (const Cubic equation : {Cubic::peng_robinson, Cubic::soave_redlich_kwong})
    for (const char* name : {"benzene", "propane", "water"})
      expect_boiling_in_all_shares(CubicFlash(CubicFluid({name}, equation)));
  for (const char* name : {"benzene", "water", "ethanol"})
    expect_boiling_in_all_shares(Flash<ActivityFluid>(
        ActivityFluid(std::make_shared<const Fluid>(std::vector<std::string>{name}, LiquidModel::ideal))));
}

TEST(Flash, LeadsBackFromEnthalpyAndEntropyTogether) {
  const CubicFlash& flash = natural_gas_liquids();
  const PerSpecies<double> z = shares({0.3, 0.3, 0.2, 0.2});
  const Phases<double> phases = flash(z, with(Given::temperature, 320.0, Given::pressure, 20e5));
  const Phases<double> again =
      flash(z, with(Given::enthalpy, enthalpy(flash.model(), phases), Given::entropy, entropy(flash.model(), phases)));
  EXPECT_NEAR(again.T, 320.0, 1e-6);
  EXPECT_NEAR(again.P, 20e5, 1.0);
}

TEST(Flash, GivesTheSameFromASolutionNearBy) {
  const CubicFlash& flash = natural_gas_liquids();
  const PerSpecies<double> z = shares({0.3, 0.3, 0.2, 0.2});
  const Phases<double> near = flash(z, with(Given::temperature, 320.0, Given::pressure, 20e5));
  const Two given = with(Given::temperature, 321.0, Given::pressure, 20.2e5);
  const Phases<double> cold = flash(z, given), warm = flash(z, given, &near);
  ASSERT_EQ(warm.count, cold.count);
  for (std::size_t k = 0; k < cold.count; ++k) {
    EXPECT_EQ(warm.phase[k].kind, cold.phase[k].kind);
    EXPECT_NEAR(warm.phase[k].fraction, cold.phase[k].fraction, 1e-13);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(warm.phase[k].x[i], cold.phase[k].x[i], 1e-13);
  }
}

TEST(Flash, TakesAFeedThatLacksASpecies) {
  const CubicFlash& flash = natural_gas_liquids();
  const CubicFlash without(CubicFluid({"methane", "propane", "n-octane"}, Cubic::peng_robinson));
  const Two given = with(Given::temperature, 320.0, Given::pressure, 20e5);
  const Phases<double> a = flash(shares({0.4, 0.4, 0.0, 0.2}), given), b = without(shares({0.4, 0.4, 0.2}), given);
  EXPECT_NEAR(a.vapour_fraction(), b.vapour_fraction(), 1e-12);
  EXPECT_DOUBLE_EQ(a.phase[1].x[2], 0.0);
}

TEST(Flash, FindsWaterBesideOilAndGas) {
  const CubicFlash flash(CubicFluid({"methane", "n-octane", "water"}, Cubic::peng_robinson));
  const PerSpecies<double> z = shares({0.4, 0.3, 0.3});
  const Phases<double> phases = flash(z, with(Given::temperature, 320.0, Given::pressure, 20e5));
  expect_equilibrium(flash.model(), phases, z);
  ASSERT_EQ(phases.count, 3u);
  EXPECT_EQ(phases.phase[0].kind, PhaseKind::vapour);
  EXPECT_EQ(phases.phase[1].kind, PhaseKind::liquid);
  EXPECT_EQ(phases.phase[2].kind, PhaseKind::second_liquid);
  EXPECT_GT(phases.phase[2].x[2], 0.99);
  const double h = enthalpy(flash.model(), phases);
  const Phases<double> again = flash(z, with(Given::pressure, 20e5, Given::enthalpy, h));
  EXPECT_NEAR(again.T, 320.0, 1e-7);
  EXPECT_EQ(again.count, 3u);
}

TEST(Flash, BoilsTwoLiquidsAtOneTemperature) {
  // a heterogeneous mixture of two boils at one temperature at a pressure, whatever the feed
  const CubicFlash flash(CubicFluid({"n-octane", "water"}, Cubic::peng_robinson));
  const PerSpecies<double> z = shares({0.4, 0.6});
  const Phases<double> bubble = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.0));
  const Phases<double> part = flash(z, with(Given::pressure, 101325.0, Given::vapour_fraction, 0.3));
  ASSERT_EQ(bubble.count, 3u);
  ASSERT_EQ(part.count, 3u);
  EXPECT_NEAR(bubble.T, part.T, 1e-8);
  // below the boiling points of both; measured 362.8 K
  EXPECT_NEAR(part.T, 362.8, 3.0);
  expect_equilibrium(flash.model(), part, z);
  const double h = enthalpy(flash.model(), part);
  const Phases<double> again = flash(z, with(Given::pressure, 101325.0, Given::enthalpy, h));
  EXPECT_NEAR(again.vapour_fraction(), 0.3, 1e-8);
}

TEST(Flash, HasExactDerivatives) {
  const CubicFlash& flash = natural_gas_liquids();
  using D = Dual<6>;
  const double z_values[] = {0.3, 0.3, 0.2, 0.2};
  const std::array<std::pair<Given, Given>, 6> pairs{{{Given::temperature, Given::pressure},
                                                      {Given::pressure, Given::enthalpy},
                                                      {Given::pressure, Given::entropy},
                                                      {Given::pressure, Given::vapour_fraction},
                                                      {Given::temperature, Given::vapour_fraction},
                                                      {Given::temperature, Given::entropy}}};
  const Phases<double> base =
      flash(shares({0.3, 0.3, 0.2, 0.2}), with(Given::temperature, 320.0, Given::pressure, 20e5));
  const auto value = [&](Given given) {
    switch (given) {
      case Given::temperature:
        return 320.0;
      case Given::pressure:
        return 20e5;
      case Given::enthalpy:
        return enthalpy(flash.model(), base);
      case Given::entropy:
        return entropy(flash.model(), base);
      default:
        return base.vapour_fraction();
    }
  };
  for (const auto& [first, second] : pairs) {
    PerSpecies<D> z(4);
    for (int i = 0; i < 4; ++i) {
      z[i] = z_values[i];
      z[i].gradient[i] = 1.0;
    }
    std::array<Specification<D>, 2> given{{{first, D(value(first))}, {second, D(value(second))}}};
    given[0].value.gradient[4] = 1.0;
    given[1].value.gradient[5] = 1.0;
    const Phases<D> phases = flash(z, given);
    const D h = enthalpy(flash.model(), phases);
    for (int k = 0; k < 6; ++k) {
      // a feed must stay of sum one: what a species gains the last loses
      if (k == 3) continue;
      const auto along = [&](const D& d) { return d.gradient[k] - (k < 3 ? d.gradient[3] : 0.0); };
      const double step = k < 3 ? 1e-5 : 1e-5 * std::fabs(value(k == 4 ? first : second));
      std::array<std::array<double, 6>, 2> ends;
      for (int side = 0; side < 2; ++side) {
        const double by = side == 0 ? -step : step;
        PerSpecies<double> z_ = shares({0.3, 0.3, 0.2, 0.2});
        if (k < 3) z_[k] += by, z_[3] -= by;
        const Phases<double> p =
            flash(z_, with(first, value(first) + (k == 4 ? by : 0.0), second, value(second) + (k == 5 ? by : 0.0)));
        ASSERT_EQ(p.count, 2u);
        ends[side] = {p.T, p.P, p.phase[0].fraction, p.phase[0].x[1], p.phase[1].x[3], enthalpy(flash.model(), p)};
      }
      const std::array<D, 6> duals{
          phases.T, phases.P, phases.phase[0].fraction, phases.phase[0].x[1], phases.phase[1].x[3], h};
      for (int q = 0; q < 6; ++q) {
        const double difference = (ends[1][q] - ends[0][q]) / (2.0 * step);
        const double scale = std::fabs(duals[q].value) / (2.0 * step);
        EXPECT_NEAR(along(duals[q]), difference, 1e-5 * std::fabs(difference) + 1e-9 * scale)
            << word_for(first) << ", " << word_for(second) << ": output " << q << ", input " << k;
      }
    }
  }
}

std::string message(const CubicFlash& flash, const PerSpecies<double>& z, const Two& given) {
  try {
    flash(z, given);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "";
}

TEST(Flash, SaysWhatDoesNotExist) {
  const CubicFlash& flash = natural_gas_liquids();
  const PerSpecies<double> z = shares({0.3, 0.3, 0.2, 0.2});
  EXPECT_EQ(message(flash, shares({0.3, 0.3, 0.2}), with(Given::temperature, 300.0, Given::pressure, 1e5)),
            "flash: 3 mole fractions for 4 compounds");
  EXPECT_EQ(message(flash, shares({0.3, 0.3, 0.2, 0.3}), with(Given::temperature, 300.0, Given::pressure, 1e5)),
            "flash: the mole fractions of the feed come to 1.1, not to 1");
  EXPECT_EQ(message(flash, shares({1.3, -0.3, 0.0, 0.0}), with(Given::temperature, 300.0, Given::pressure, 1e5)),
            "flash: mole fraction 1 of the feed = 1.3 is outside 0 to 1");
  EXPECT_EQ(message(flash, z, with(Given::temperature, 3000.0, Given::pressure, 1e5)),
            "flash: temperature = 3000 K is outside 85.305 K to 1500 K");
  EXPECT_EQ(message(flash, z, with(Given::pressure, 1e5, Given::vapour_fraction, 1.5)),
            "flash: vapour fraction = 1.5 is outside 0 to 1");
  EXPECT_NE(message(flash, z, with(Given::temperature, 300.0, Given::enthalpy, 1.0)).find("fix no state"),
            std::string::npos);
  EXPECT_NE(message(flash, z, with(Given::pressure, 1e5, Given::enthalpy, 1e9)).find("no temperature gives enthalpy"),
            std::string::npos);
  EXPECT_NE(message(flash, z, with(Given::pressure, 900e5, Given::vapour_fraction, 0.5)).find("not there together"),
            std::string::npos);
}

}  // namespace
}  // namespace stillhouse
