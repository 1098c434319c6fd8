#include "models/reactors/kinetics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/autodiff/dual.h"
#include "engine/base/error.h"
#include "tests/allocations/allocation_count.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::vector<ReactingSpecies> named(const std::vector<std::string>& names) {
  std::vector<ReactingSpecies> species;
  for (const std::string& name : names) species.push_back({.name = name});
  return species;
}

Kinetics of(const std::vector<std::string>& names, const std::vector<std::string>& reactions,
            ReactionPhase phase = ReactionPhase::liquid) {
  return Kinetics(named(names), reactions, phase);
}

PerSpecies<double> concentrations(const std::vector<double>& values) {
  PerSpecies<double> c;
  for (const double value : values) c.push_back(value);
  return c;
}

std::string refusal(const std::vector<ReactingSpecies>& species, const std::vector<std::string>& reactions,
                    ReactionPhase phase = ReactionPhase::liquid) {
  try {
    const Kinetics kinetics(species, reactions, phase);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "(not refused)";
}
std::string refusal(const std::string& reaction) {
  return refusal(named({"A", "B", "acid"}), {reaction});
}

TEST(Kinetics, WorkedExampleOfTheHeader) {
  const Kinetics kinetics = of({"anhydride", "water", "acid"},
                               {"anhydride + water -> 2 acid; k0 = 2.14e7 1/min, Ea = 46.53 kJ/mol, order(water) = 0, "
                                "dH = -58 kJ/mol"});
  const auto c = concentrations({1000.0, 50000.0, 0.0});
  EXPECT_NEAR(kinetics.rate(0, 298.15, c), 2.515, 5e-4);
  const PerSpecies<double> made = kinetics.production(298.15, c);
  EXPECT_NEAR(made[0], -2.515, 5e-4);
  EXPECT_NEAR(made[1], -2.515, 5e-4);
  EXPECT_NEAR(made[2], 5.030, 1e-3);
  EXPECT_NEAR(kinetics.heat_release(298.15, c), 58e3 * 2.5151, 10.0);
}

TEST(Kinetics, RateConstantAtAReferenceTemperatureIsThatOfThePreExponentialFactor) {
  const Kinetics kinetics = of({"A"}, {"2 A -> A; k = 3 L/mol/s, Ea = 50 kJ/mol, T_ref = 25 degC, dH = 0 J/mol"});
  EXPECT_NEAR(kinetics.rate(0, 298.15, concentrations({1000.0})), 3e-3 * 1e6, 1e-6);
  EXPECT_NEAR(kinetics.rate(0, 320.0, concentrations({1000.0})),
              3e3 * std::exp(-50000.0 / gas_constant * (1.0 / 320.0 - 1.0 / 298.15)), 1e-6);
  // an activation temperature says the same
  const Kinetics same = of({"A"}, {"2 A -> A; k = 3 L/mol/s, Ea = 6013.618 K, T_ref = 298.15 K, dH = 0 J/mol"});
  EXPECT_NEAR(same.rate(0, 320.0, concentrations({1.0})) / kinetics.rate(0, 320.0, concentrations({1.0})), 1.0, 1e-6);
  // with a power of the temperature
  const Kinetics power = of({"A"}, {"A -> 2 A; k = 3 1/s, n = 0.5, T_ref = 300 K, dH = 0 J/mol"});
  EXPECT_NEAR(power.rate(0, 400.0, concentrations({1.0})), 3.0 * std::sqrt(4.0 / 3.0), 1e-12);
}

// At equilibrium both ways are as fast: c_C c_D / (c_A c_B) = K, whatever the temperature by van 't Hoff.
TEST(Kinetics, ReversibleReactionRestsAtItsEquilibriumConstant) {
  const Kinetics kinetics =
      of({"A", "B", "C", "D"}, {"A + B <=> C + D; k = 0.5 L/mol/h, Ea = 40 kJ/mol, T_ref = 50 degC, K = 4, dH = -10 "
                                "kJ/mol"});
  EXPECT_NEAR(kinetics.rate(0, 323.15, concentrations({1.0, 2.0, 2.0, 4.0})), 0.0, 1e-18);
  EXPECT_NEAR(kinetics.rate(0, 323.15, concentrations({1000.0, 1000.0, 0.0, 0.0})), 0.5e-3 / 3600.0 * 1e6, 1e-9);
  const double K = 4.0 * std::exp(10000.0 / gas_constant * (1.0 / 350.0 - 1.0 / 323.15));
  EXPECT_NEAR(kinetics.rate(0, 350.0, concentrations({1.0, 1.0, 1.0, K})), 0.0, 1e-18);
  // an order in a catalyst is in both ways
  const Kinetics catalysed = of({"A", "B", "H"}, {"A <=> B; k = 2 L/mol/s, order(H) = 1, K = 3, dH = 0 J/mol"});
  EXPECT_NEAR(catalysed.rate(0, 300.0, concentrations({1.0, 3.0, 7.0})), 0.0, 1e-16);
  EXPECT_NEAR(catalysed.rate(0, 300.0, concentrations({1.0, 0.0, 7.0})), 2e-3 * 7.0, 1e-15);
}

// O. Levenspiel, Chemical Reaction Engineering, 3rd ed., example 9.2: dG298 = -14.13 kJ/mol, dH298 = -75.3 kJ/mol.
TEST(Kinetics, EquilibriumFromFormationPropertiesIsLevenspiels) {
  const std::vector<ReactingSpecies> species{
      {.name = "A", .has_formation = true},
      {.name = "R", .has_formation = true, .formation_enthalpy = -75300.0, .formation_gibbs = -14130.0}};
  const Kinetics kinetics(species, {"A <=> R; k = 1 1/s, K = formation"});
  EXPECT_EQ(kinetics.reaction(0).heat, -75300.0);
  EXPECT_NEAR(kinetics.reaction(0).K(298.15), 300.0, 2.0);
  const double K = kinetics.reaction(0).K(348.0);
  EXPECT_NEAR(K / (1.0 + K), 0.79, 0.005);
}

// Ammonia, formation properties of the NIST-JANAF tables: K_p = exp(2 * 16.4 kJ/mol / R T), K_c = K_p (R T)^2.
TEST(Kinetics, EquilibriumOfAGasIsOneOfPartialPressuresOrConcentrations) {
  const std::vector<ReactingSpecies> species{
      {.name = "N2", .has_formation = true},
      {.name = "H2", .has_formation = true},
      {.name = "NH3", .has_formation = true, .formation_enthalpy = -45900.0, .formation_gibbs = -16400.0}};
  const std::string by_pressure = "N2 + 3 H2 <=> 2 NH3; k = 1 mol/m^3/s/Pa^4, driving = pressure, K = formation";
  const Kinetics pressures(species, {by_pressure}, ReactionPhase::gas);
  const Kinetics concentration(species, {"N2 + 3 H2 <=> 2 NH3; k = 1 m^9/mol^3/s, K = formation"}, ReactionPhase::gas);
  const double K298 = std::exp(2.0 * 16400.0 / (gas_constant * 298.15));
  EXPECT_NEAR(pressures.reaction(0).K(298.15) / (K298 * 1e-10), 1.0, 1e-9);
  for (const double T : {298.15, 500.0}) {
    const double RT = gas_constant * T;
    EXPECT_NEAR(concentration.reaction(0).K(T) / (pressures.reaction(0).K(T) * RT * RT), 1.0, 1e-9) << T;
  }
}

TEST(Kinetics, LangmuirHinshelwoodIsHinderedByWhatIsAdsorbed) {
  const Kinetics kinetics =
      of({"A", "B", "C"}, {"A + B -> C; k = 2 L/mol/s, adsorption(A) = 0.5 L/mol, adsorption(C) = 4 L/mol, "
                           "adsorption_heat(C) = -20 kJ/mol, T_ref = 300 K, sites = 2, dH = 0 J/mol"});
  const auto c = concentrations({1000.0, 2000.0, 500.0});
  EXPECT_NEAR(kinetics.rate(0, 300.0, c), 1000.0 * 2.0 * 1.0 * 2.0 / std::pow(1.0 + 0.5 + 2.0, 2), 1e-9);
  const double K = 4.0 * std::exp(20000.0 / gas_constant * (1.0 / 330.0 - 1.0 / 300.0));
  EXPECT_NEAR(kinetics.rate(0, 330.0, c), 4000.0 / std::pow(1.5 + 0.5 * K, 2), 1e-9);
}

// Half of vmax at S = Km; competitive inhibition doubles the apparent Km at I = Ki; the best S is sqrt(Km Kss).
TEST(Kinetics, MichaelisMentenHasItsHalfAndItsBestConcentration) {
  const Kinetics plain = of({"S", "P"}, {"S -> P; vmax = 3 mmol/L/s, Km(S) = 2 mmol/L, dH = 0 J/mol"});
  EXPECT_NEAR(plain.rate(0, 300.0, concentrations({2.0, 0.0})), 1.5, 1e-12);
  EXPECT_NEAR(plain.rate(0, 300.0, concentrations({1e9, 0.0})), 3.0, 1e-7);
  const Kinetics competed =
      of({"S", "P", "I"}, {"S -> P; vmax = 3 mmol/L/s, Km(S) = 2 mmol/L, Ki(I) = 5 mmol/L, dH = 0 J/mol"});
  EXPECT_NEAR(competed.rate(0, 300.0, concentrations({4.0, 0.0, 5.0})), 1.5, 1e-12);
  const Kinetics excess =
      of({"S", "P"}, {"S -> P; vmax = 3 mmol/L/s, Km(S) = 2 mmol/L, Kss(S) = 8 mmol/L, dH = 0 J/mol"});
  EXPECT_NEAR(excess.rate(0, 300.0, concentrations({4.0, 0.0})), 3.0 * 4.0 / (2.0 + 4.0 + 16.0 / 8.0), 1e-12);
  EXPECT_GT(excess.rate(0, 300.0, concentrations({4.0, 0.0})), excess.rate(0, 300.0, concentrations({4.2, 0.0})));
  EXPECT_GT(excess.rate(0, 300.0, concentrations({4.0, 0.0})), excess.rate(0, 300.0, concentrations({3.8, 0.0})));
}

TEST(Kinetics, BrokenAndZeroOrdersAreWellBehavedWhereNothingIsLeft) {
  const Kinetics kinetics = of({"A", "B"}, {"A -> B; k = 2 mol/L/s, order(A) = 1.5, c_ref = 1 mol/L, dH = 0 J/mol",
                                            "B -> A; k = 3 mol/m^3/s, order(B) = 0, dH = 0 J/mol"});
  EXPECT_NEAR(kinetics.rate(0, 300.0, concentrations({4000.0, 0.0})), 2000.0 * 8.0, 1e-6);
  EXPECT_NEAR(kinetics.rate(1, 300.0, concentrations({0.0, 1.0})), 3.0, 1e-12);
  EXPECT_EQ(kinetics.rate(1, 300.0, concentrations({0.0, 0.0})), 0.0);
  for (const double c : {-1e-6, 0.0, 1e-9}) {
    EXPECT_TRUE(std::isfinite(kinetics.rate(0, 300.0, concentrations({c, c}))));
    EXPECT_LT(kinetics.rate(0, 300.0, concentrations({c, c})), 1e-6);
  }
}

TEST(Kinetics, ReferenceConcentrationMayBeTheUnitItself) {
  const Kinetics kinetics =
      of({"A", "B"}, {"A -> B; k = 2 mol/m^3/s, order(A) = 0.5, c_ref = 1 mol/m^3, dH = 0 J/mol"});
  EXPECT_NEAR(kinetics.rate(0, 300.0, concentrations({9.0, 0.0})), 6.0, 1e-9);
}

TEST(Kinetics, DerivativesAreThoseOfDifferencesAndNothingIsAllocated) {
  const Kinetics kinetics =
      of({"A", "B", "C"}, {"A + B <=> C; k0 = 1e7 L/mol/s, Ea = 60 kJ/mol, K = 5 L/mol, T_K = 300 K, dH = -30 "
                           "kJ/mol, adsorption(C) = 2 L/mol",
                           "2 C -> B; k = 1e-3 mol/L/s, c_ref = 1 mol/L, order(C) = 0.5, dH = 10 kJ/mol"});
  using D = Dual<4>;
  PerSpecies<D> c(3);
  const double start[3] = {500.0, 800.0, 300.0};
  for (std::size_t i = 0; i < 3; ++i) {
    c[i] = start[i];
    c[i].gradient[i] = 1.0;
  }
  D T = 320.0;
  T.gradient[3] = 1.0;
  const long before = allocation_count();
  const PerSpecies<D> made = kinetics.production(T, c);
  EXPECT_EQ(allocation_count(), before);
  for (std::size_t k = 0; k < 4; ++k) {
    PerSpecies<double> values[2] = {PerSpecies<double>(3), PerSpecies<double>(3)};
    const double h = 1e-3;
    for (int side : {0, 1}) {
      const double move = side == 0 ? -h : h;
      auto moved = concentrations({start[0], start[1], start[2]});
      if (k < 3) moved[k] += move;
      values[side] = kinetics.production(k == 3 ? 320.0 + move : 320.0, moved);
    }
    for (std::size_t i = 0; i < 3; ++i) {
      const double difference = (values[1][i] - values[0][i]) / (2.0 * h);
      EXPECT_NEAR(made[i].gradient[k], difference, 1e-6 * std::abs(difference) + 1e-10) << i << " by " << k;
    }
  }
}

TEST(Kinetics, InvariantsAreWhatNoReactionChanges) {
  const Kinetics vusse = of({"A", "B", "C", "D"}, {"A -> B; k = 1 1/h, dH = 4.2 kJ/mol",
                                                   "B -> C; k = 1 1/h, dH = -11 "
                                                   "kJ/mol",
                                                   "2 A -> D; k = 1 L/mol/h, dH = -41.85 kJ/mol"});
  ASSERT_EQ(vusse.invariants().size(), 1u);
  EXPECT_EQ(vusse.invariants()[0].name, "A + B + C + 2 D");
  const Kinetics ester = of({"A", "B", "C", "D"}, {"A + B <=> C + D; k = 1 L/mol/h, K = 4, dH = -5 kJ/mol"});
  EXPECT_EQ(ester.invariants().size(), 3u);
  for (const Kinetics* kinetics : {&vusse, &ester}) {
    for (std::size_t j = 0; j < kinetics->reaction_count(); ++j) {
      double heat = 0.0;
      for (std::size_t i = 0; i < 4; ++i) heat += kinetics->reaction(j).nu[i] * kinetics->enthalpies()[i];
      EXPECT_NEAR(heat, kinetics->reaction(j).heat, 1e-9);
      for (const auto& invariant : kinetics->invariants()) {
        double change = 0.0;
        for (std::size_t i = 0; i < 4; ++i) change += kinetics->reaction(j).nu[i] * invariant.weight[i];
        EXPECT_NEAR(change, 0.0, 1e-12) << invariant.name;
      }
    }
  }
  // without reactions every species is one
  EXPECT_EQ(of({"A", "B"}, {}).invariants().size(), 2u);
}

TEST(Kinetics, CompoundsBringTheirFormationProperties) {
  std::vector<ReactingSpecies> species;
  for (const char* name : {"methanol", "water"})
    species.push_back(ReactingSpecies::compound(name, ReactionPhase::liquid));
  EXPECT_NEAR(species[1].formation_enthalpy, -285.83e3, 500.0);  // CODATA Key Values, 1989
  EXPECT_NEAR(species[1].formation_gibbs, -237.14e3, 500.0);
  EXPECT_NEAR(species[0].formation_enthalpy, -239.0e3, 1000.0);  // NIST Chemistry WebBook
}

TEST(Kinetics, ElementsOfCompoundsAreBalanced) {
  std::vector<ReactingSpecies> species;
  for (const char* name : {"acetic acid", "ethanol", "ethyl acetate", "water"})
    species.push_back(ReactingSpecies::compound(name, ReactionPhase::liquid));
  EXPECT_EQ(refusal(species, {"acetic acid + ethanol <=> ethyl acetate + water; k = 1 L/mol/h, K = 4"}),
            "(not refused)");
  EXPECT_THAT(refusal(species, {"acetic acid + ethanol -> ethyl acetate; k = 1 L/mol/h"}),
              AllOf(HasSubstr("2 H too few on the right"), HasSubstr("1 O too few on the right")));
}

TEST(Kinetics, RefusalsSayColumnAndWhatIsAllowed) {
  EXPECT_THAT(refusal("A + acd -> B; k = 1 1/s, dH = 0 J/mol"),
              AllOf(HasSubstr("column 5"), HasSubstr("\"acd\" is no species"), HasSubstr("nearest: acid")));
  EXPECT_THAT(refusal("A + B; k = 1 1/s"), HasSubstr("there is no arrow"));
  EXPECT_THAT(refusal("A -> A; k = 1 1/s, dH = 0 J/mol"), HasSubstr("nothing changes"));
  EXPECT_THAT(refusal("A + B -> acid; k = 3 1/s, dH = 0 J/mol"),
              AllOf(HasSubstr("column 20"), HasSubstr("unit 1/s"), HasSubstr("order of 2 needs m^3/s/mol")));
  EXPECT_THAT(refusal("A -> B; k = 3 1/sec, dH = 0 J/mol"), AllOf(HasSubstr("column 15"), HasSubstr("\"1/sec\"")));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, Ea = 40 kJ/mol, dH = 0 J/mol"), HasSubstr("give T_ref"));
  EXPECT_THAT(refusal("A -> B; k0 = 3 1/s, Ea = 40 kPa, dH = 0 J/mol"), HasSubstr("not in kPa"));
  EXPECT_THAT(refusal("A -> B; k = -3 1/s, dH = 0 J/mol"), HasSubstr("k must be above zero"));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s"), HasSubstr("give dH"));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, dh = 3 J/mol"),
              AllOf(HasSubstr("\"dh\" is not known"), HasSubstr("column 20")));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, k = 4 1/s, dH = 3 J/mol"), HasSubstr("k is given twice"));
  EXPECT_THAT(refusal("A <=> B; k = 3 1/s, dH = 3 J/mol"), HasSubstr("needs K"));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, K = 3, dH = 3 J/mol"), HasSubstr("write \"<=>\""));
  EXPECT_THAT(refusal("A <=> B; k = 3 1/s, K = formation, dH = 3 J/mol"), HasSubstr("no formation properties"));
  EXPECT_THAT(refusal("A <=> B; k = 3 1/s, K = 3 L/mol, dH = 3 J/mol"), HasSubstr("here it needs 1"));
  EXPECT_THAT(refusal("2 A <=> B; k = 3 1/s, order(A) = 1, K = 3 L/mol, dH = 3 J/mol"),
              HasSubstr("order must be at least its coefficient"));
  EXPECT_THAT(refusal("A -> B; k = 3 mol/L/s, order(A) = 0.5, dH = 3 J/mol"), HasSubstr("give c_ref"));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, driving = pressure, dH = 3 J/mol"), HasSubstr("in a liquid"));
  EXPECT_THAT(refusal("A -> B; vmax = 3 mol/L/s, dH = 3 J/mol"), HasSubstr("vmax needs Km(S)"));
  EXPECT_THAT(refusal("A -> B; k = 3 1/s, sites = 2, dH = 3 J/mol"), HasSubstr("sites need adsorption"));
}

TEST(Kinetics, RefusesReactionsThatDoNotBalance) {
  const std::vector<ReactingSpecies> formulas{{.name = "methane", .formula = "CH4"},
                                              {.name = "oxygen", .formula = "O2"},
                                              {.name = "carbon dioxide", .formula = "CO2"},
                                              {.name = "water", .formula = "H2O"}};
  EXPECT_EQ(refusal(formulas, {"methane + 2 oxygen -> carbon dioxide + 2 water; k = 1 m^6/mol^2/s, dH = -802 kJ/mol"}),
            "(not refused)");
  EXPECT_THAT(refusal(formulas, {"methane + 2 oxygen -> carbon dioxide + water; k = 1 m^6/mol^2/s, dH = -802 kJ/mol"}),
              AllOf(HasSubstr("does not balance"), HasSubstr("2 H too few on the right")));
  const std::vector<ReactingSpecies> masses{{.name = "A", .molar_mass = 0.060}, {.name = "B", .molar_mass = 0.062}};
  EXPECT_THAT(refusal(masses, {"A -> B; k = 1 1/s, dH = 0 J/mol"}), HasSubstr("weighs 2 g/mol more"));
  EXPECT_THAT(
      refusal(named({"A", "B", "C"}), {"A -> B; k = 1 1/s, dH = -10 kJ/mol", "B -> C; k = 1 1/s, dH = -10 kJ/mol",
                                       "A -> C; k = 1 1/s, dH = -30 kJ/mol"}),
      AllOf(HasSubstr("contradict"), HasSubstr("\"A -> C; k = 1 1/s, dH = -30 kJ/mol\" has dH = -20 kJ/mol")));
}

TEST(Kinetics, NamesMayHoldDigitsAndCommas) {
  const Kinetics kinetics =
      of({"2-propanol", "1,2-ethanediol", "P"},
         {"2-propanol + 0.5 1,2-ethanediol -> P; k = 2 1/s, order(1,2-ethanediol) = 0, dH = 0 J/mol"});
  EXPECT_EQ(kinetics.reaction(0).nu, (std::vector<double>{-1.0, -0.5, 1.0}));
  EXPECT_NEAR(kinetics.rate(0, 300.0, concentrations({3.0, 1.0, 0.0})), 6.0, 1e-12);
}

TEST(Kinetics, RateOnACatalystNeedsOne) {
  const Kinetics kinetics = of({"A", "B"}, {"A -> B; k = 2 m^3/kg/s, dH = 0 J/mol"});
  EXPECT_TRUE(kinetics.reaction(0).by_catalyst);
  EXPECT_NEAR(kinetics.production(300.0, concentrations({3.0, 0.0}), 1000.0)[1], 6000.0, 1e-9);
  EXPECT_THROW(kinetics.needs_no_catalyst("reactor"), ModelError);
}

}  // namespace
}  // namespace stillhouse
