// The worked examples of the headers of models/separation/short_cut, their limits and what they refuse.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "engine/base/error.h"
#include "models/separation/short_cut/batch_distillation.h"
#include "models/separation/short_cut/equilibrium_curves.h"
#include "models/separation/short_cut/fenske.h"
#include "models/separation/short_cut/gilliland.h"
#include "models/separation/short_cut/k_values.h"
#include "models/separation/short_cut/kirkbride.h"
#include "models/separation/short_cut/mccabe_thiele.h"
#include "models/separation/short_cut/underwood.h"
#include "models/separation/tray_efficiency.h"

namespace stillhouse {
namespace {

constexpr double atm = 101325.0;

TEST(Fenske, WorkedExamples) {
  EXPECT_NEAR(minimum_stages(2.4, 0.9, 0.1), 5.0195, 5e-5);
  const double N = minimum_stages_by_recovery(3.91, 0.95, 0.95);
  EXPECT_NEAR(N, 4.319, 5e-4);
  EXPECT_NEAR(distilled_share(3.91, N, 0.95), 0.95, 1e-12);
  EXPECT_NEAR(distilled_share(1.0, N, 0.95), 0.05, 1e-12);
}

TEST(Underwood, WorkedExamples) {
  EXPECT_NEAR(underwood_root({{3.91, 0.3}, {1.0, 0.3}, {7.77, 0.4}}, 0.0, 1.0, 3.91), 2.2085, 5e-5);
  // a binary of boiling liquid: R_min = 1/((alpha - 1) z) for a pure distillate
  const double theta = underwood_root({{2.5, 0.5}, {1.0, 0.5}}, 1.0, 1.0, 2.5);
  EXPECT_NEAR(minimum_reflux_by_underwood({2.5, 1.0}, {1.0, 0.0}, theta), 4.0 / 3.0, 1e-12);
}

// Binary systems have both methods: the pinch at the feed is the same.
TEST(Underwood, AgreesWithTheFeedPinchOfABinary) {
  for (const double q : {-0.3, 0.0, 0.4, 1.0, 1.3}) {
    const double alpha = 2.2, z = 0.4, x_D = 0.97;
    const double theta = underwood_root({{alpha, z}, {1.0, 1.0 - z}}, q, 1.0, alpha);
    EXPECT_NEAR(minimum_reflux_by_underwood({alpha, 1.0}, {x_D, 1.0 - x_D}, theta),
                minimum_reflux_ratio(constant_volatility(alpha), z, q, x_D), 1e-9)
        << q;
  }
}

TEST(Underwood, RefusesKeysThatAreNone) {
  EXPECT_THROW(underwood_root({{2.0, 0.5}, {1.0, 0.5}}, 1.0, 2.0, 1.0), ModelError);
  EXPECT_THROW(underwood_root({{2.0, 0.5}, {1.0, 0.5}}, 1.0, 1.0, 3.0), ModelError);
  EXPECT_THROW(underwood_root({{2.0, 0.3}, {1.5, 0.4}, {1.0, 0.3}}, 1.0, 1.0, 2.0), ModelError);
}

TEST(Gilliland, WorkedExamplesAndLimits) {
  EXPECT_NEAR(stages_by_molokanov(4.32, 0.717, 1.0), 9.926, 5e-4);
  EXPECT_NEAR(stages_by_eduljee(4.32, 0.717, 1.0), 9.692, 5e-4);
  EXPECT_NEAR(stages_by_molokanov(4.32, 0.717, 1e9), 4.32, 1e-6);
  EXPECT_GT(stages_by_molokanov(4.32, 0.717, 0.7171), 100.0);
}

// Geankoplis, 3rd ed., example 11.7-2: N_e/N_s = 1.184 from rounded compositions
TEST(Kirkbride, WorkedExample) {
  EXPECT_NEAR(stages_above_to_below(0.20, 0.25, 0.070, 0.031, 35.5, 64.5), 1.181, 5e-4);
  EXPECT_NEAR(stages_above_to_below(0.20, 0.25, 0.070, 0.031, 35.5, 64.5), 1.184, 0.004);
}

StagedColumn geankoplis_column() {
  return {constant_volatility(2.4), 41.2, 0.95, 4.0, {{100.0, 0.45, 1.195}}};
}

TEST(McCabeThiele, WorkedExample) {
  EXPECT_NEAR(stairs_down_to(geankoplis_column(), 0.1).stages, 7.704, 5e-4);
}

// At total reflux the staircase is Fenske's equation.
TEST(McCabeThiele, TotalRefluxIsFenske) {
  for (const double alpha : {1.3, 2.0, 5.0}) {
    const double x_B = 0.05, x_D = distillate_at_total_reflux(constant_volatility(alpha), x_B, 6);
    EXPECT_NEAR(minimum_stages(alpha, x_D, x_B), 7.0, 1e-9) << alpha;
    EXPECT_NEAR(stages_at_total_reflux(constant_volatility(alpha), x_D, x_B), 7.0, 1e-9) << alpha;
  }
}

// Smoker's closed form for one section: with R and alpha constant, a strip of a column without feed.
TEST(McCabeThiele, ManyStagesLeadToThePinch) {
  StagedColumn column{constant_volatility(2.0), 1.0, 0.9, 1.0, {}};
  // where 0.5 x + 0.45 meets 2x/(1 + x): 0.5 x^2 - 1.05 x + 0.45 = 0
  EXPECT_NEAR(liquid_below(column, 300), (1.05 - std::sqrt(1.05 * 1.05 - 0.9)), 1e-9);
  EXPECT_THROW(stairs_down_to(column, 0.5), ModelError);
}

TEST(McCabeThiele, PartialCondenserIsAStageMore) {
  StagedColumn total = geankoplis_column(), partial = total;
  partial.partial_condenser = true;
  const Staircase with = stairs_down_to(partial, 0.1);
  // the same vapour product comes off a column whose total condenser would need as many stages
  EXPECT_NEAR(with.stages, stairs_down_to(total, 0.1).stages, 1e-9);
  EXPECT_NEAR(with.steps[0].x, equilibrium_liquid(total.equilibrium, 0.95), 1e-12);
}

TEST(McCabeThiele, FeedBelongsWhereTheLinesMeet) {
  const StagedColumn best = geankoplis_column();
  const Staircase stairs = stairs_down_to(best, 0.1);
  ASSERT_EQ(stairs.side_stages.size(), 1u);
  const int feed_stage = stairs.side_stages[0] - 1;
  for (const int stage : {feed_stage - 1, feed_stage, feed_stage + 1}) {
    StagedColumn fixed = best;
    fixed.sides[0].stage = stage;
    const double more = stairs_down_to(fixed, 0.1).stages - stairs.stages;
    if (stage == feed_stage) {
      EXPECT_NEAR(more, 0.0, 1e-9);
    } else {
      EXPECT_GT(more, 0.01) << stage;
    }
  }
}

// Two halves of the same feed are the feed; a draw of nothing is nothing.
TEST(McCabeThiele, SideStreamsAdd) {
  const double whole = stairs_down_to(geankoplis_column(), 0.1).stages;
  StagedColumn column = geankoplis_column();
  column.sides = {{50.0, 0.45, 1.195}, {50.0, 0.45, 1.195}};
  EXPECT_NEAR(stairs_down_to(column, 0.1).stages, whole, 1e-9);
  column.sides = {{-1e-12, 0.8, 1.0}, {100.0, 0.45, 1.195}};
  EXPECT_NEAR(stairs_down_to(column, 0.1).stages, whole, 1e-9);
}

// With Murphree's efficiency more trays are needed, and as many as the efficiency says where the lines are parallel.
TEST(McCabeThiele, EfficiencyIsLewisWhereLinesAreStraight) {
  // y* = 1.3 x against a total reflux line of slope 1: m V/L = 1.3
  const EquilibriumCurve line = [](double x) { return 1.3 * x; };
  const double ideal = stages_at_total_reflux(line, 0.5, 0.01) - 1.0;
  const double real = stages_at_total_reflux(line, 0.5, 0.01, 0.7) - 1.0;
  EXPECT_NEAR(ideal / real, tray_efficiency::overall(0.7, 1.3), 0.01);
}

TEST(McCabeThiele, EfficiencyOfOneIsTheStaircase) {
  StagedColumn column = geankoplis_column();
  const double ideal = stairs_down_to(column, 0.1).stages;
  column.efficiency = 0.9999999;
  EXPECT_NEAR(stairs_down_to(column, 0.1).stages, ideal, 1e-4);
  column.efficiency = 0.6;
  EXPECT_GT(stairs_down_to(column, 0.1).stages, 1.4 * ideal);
}

TEST(McCabeThiele, MinimumRefluxAtTheFeedAndAtATangent) {
  EXPECT_NEAR(minimum_reflux_ratio(constant_volatility(2.5), 0.5, 1.0, 0.9999999), 4.0 / 3.0, 1e-5);
  // ethanol and water to 86 %: the line touches the curve above the feed
  const EquilibriumCurve curve = equilibrium_curve(Mixture::find("ethanol_water"), atm);
  const double x_D = 0.86, at_feed = (x_D - curve(0.5)) / (curve(0.5) - 0.5);
  EXPECT_GT(minimum_reflux_ratio(curve, 0.5, 1.0, x_D), 1.2 * at_feed);
  EXPECT_THROW(minimum_reflux_ratio(curve, 0.5, 1.0, 0.95), ModelError);
}

// What a column is designed for is what it then makes.
TEST(McCabeThiele, RatingRepeatsTheDesign) {
  StagedColumn column = geankoplis_column();
  column.sides[0].stage = 4;
  const double D = column.D, F = 100.0;
  const RatedProducts made = rated_products(column, 8);
  EXPECT_NEAR(D * made.x_D + (F - D) * made.x_B, F * 0.45, 1e-9);
  column.x_D = made.x_D;
  EXPECT_NEAR(stairs_down_to(column, made.x_B).stages, 8.0, 1e-6);
}

TEST(McCabeThiele, SaysWhatIsImpossible) {
  StagedColumn column = geankoplis_column();
  column.R = 1.0;
  EXPECT_THROW(stairs_down_to(column, 0.1), ModelError);
  column = geankoplis_column();
  column.x_D = 1.2;
  EXPECT_THROW(stairs_down_to(column, 0.1), ModelError);
  column = geankoplis_column();
  column.sides[0].flow = -1e4;
  EXPECT_THROW(stairs_down_to(column, 0.1), ModelError);
}

TEST(BatchDistillation, WorkedExamples) {
  const double x = residue_composition(constant_volatility(2.16), 0.5, 0.4);
  EXPECT_NEAR(x, 0.3276, 1e-4);
  EXPECT_NEAR(mean_distillate(0.5, x, 0.4), 0.615, 5e-4);
  EXPECT_THAT(residue_amounts({0.5, 0.25, 0.25}, {1370.0, 550.0, 200.0}, 0.675),
              testing::Pointwise(testing::DoubleNear(5e-5), {0.2568, 0.1913, 0.2268}));
  EXPECT_NEAR(distilled_at_constant_composition(100.0, 0.55, 0.37, 0.75), 47.4, 0.05);
}

// Constant volatility has a closed form.
TEST(BatchDistillation, IsTheClosedForm) {
  const double alpha = 2.5, x_0 = 0.6;
  for (const double left : {0.9, 0.5, 0.1}) {
    const double x = residue_composition(constant_volatility(alpha), x_0, left);
    const double closed =
        std::log(x_0 * (1.0 - x) / (x * (1.0 - x_0))) / (alpha - 1.0) + std::log((1.0 - x) / (1.0 - x_0));
    EXPECT_NEAR(closed, -std::log(left), 1e-10);
    EXPECT_NEAR(share_left(constant_volatility(alpha), x_0, x), left, 1e-10);
    const std::vector<double> amounts = residue_amounts({x_0, 1.0 - x_0}, {alpha, 1.0}, left);
    EXPECT_NEAR(amounts[0] / left, x, 1e-10);
  }
}

TEST(BatchDistillation, RefluxRisesAsTheKettleIsEmptied) {
  const EquilibriumCurve curve = constant_volatility(3.0);
  const double early = reflux_for_distillate(curve, 0.5, 0.9, 5), late = reflux_for_distillate(curve, 0.2, 0.9, 5);
  EXPECT_GT(late, early);
  const StagedColumn column{curve, 1.0, 0.9, late, {}};
  EXPECT_NEAR(liquid_below(column, 6), 0.2, 1e-9);
  EXPECT_THROW(reflux_for_distillate(curve, 0.01, 0.99, 3), ModelError);
}

TEST(KValues, WorkedExample) {
  EXPECT_NEAR(vapour_fraction({0.5, 0.25, 0.25}, {1.8036, 0.7236, 0.2636}), 0.3264, 5e-5);
  EXPECT_EQ(vapour_fraction({0.5, 0.5}, {0.9, 0.5}), 0.0);
  EXPECT_EQ(vapour_fraction({0.5, 0.5}, {1.9, 1.5}), 1.0);
}

// Boiled to the last drop and condensed to the last bubble, a mixture keeps its composition.
TEST(KValues, BubbleAndDewPointsAreEachOthersInverse) {
  const KValue K = raoult_k_values({[](double T) { return 1e5 * std::exp(0.03 * (T - 350.0)); },
                                    [](double T) { return 1e5 * std::exp(0.035 * (T - 380.0)); }},
                                   1e5);
  const PhasePoint bubble = bubble_point({0.3, 0.7}, K, 340.0, 390.0);
  const PhasePoint dew = dew_point(bubble.x, K, 340.0, 390.0);
  EXPECT_NEAR(dew.T, bubble.T, 1e-9);
  EXPECT_NEAR(dew.x[0], 0.3, 1e-12);
  EXPECT_NEAR(flash_temperature({0.3, 0.7}, K, 0.0, 340.0, 390.0), bubble.T, 1e-9);
  EXPECT_THROW(bubble_point({0.3, 0.7}, K, 340.0, 350.0), ModelError);
}

TEST(EquilibriumCurves, WorkedExamples) {
  const EquilibriumCurve curve = raoult_curve(Component::find("benzene"), Component::find("toluene"), atm);
  EXPECT_NEAR(curve(0.5), 0.7148, 5e-5);
  EXPECT_NEAR(latent_heat_fraction(0.5, 1.08), 0.4808, 5e-5);
  EXPECT_NEAR(mole_fraction_of_latent_heat(latent_heat_fraction(0.3, 1.2), 1.2), 0.3, 1e-15);
  const EquilibriumCurve mixture = equilibrium_curve(Mixture::find("ethanol_water"), atm);
  EXPECT_GT(mixture(0.5), 0.6);
  EXPECT_LT(mixture(0.95), 0.95);
  EXPECT_NEAR(mixture(equilibrium_liquid(mixture, 0.7)), 0.7, 1e-9);
}

}  // namespace
}  // namespace stillhouse
