// Drawing and keeping a sample: what a dead line does to it, and what goes into the air.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/base/error.h"
#include "models/instruments/sampling/sample_line.h"
#include "models/instruments/sampling/standing_sample.h"

namespace stillhouse {
namespace {

/// Share of the old content in what comes out after `theta` volumes of a line of so many cells: Erlang, closed form.
double old_share(int cells, double theta) {
  double term = 1.0, sum = 1.0;
  for (int k = 1; k < cells; ++k) sum += term *= cells * theta / k;
  return std::exp(-cells * theta) * sum;
}

/// The same by the model: a line full of something is purged with nothing, by small pushes.
double old_share_by_line(int cells, double theta) {
  const SampleLine line({20e-6, cells});
  const std::vector<double> old{1000.0}, fresh{0.0};
  SampleLine::State state = line.filled(old);
  line.push(state, fresh, theta * 20e-6);
  const double drop = 1e-9;
  return line.push(state, fresh, drop)[0] / (1000.0 * drop);
}

TEST(SampleLine, IsPurgedAsTanksInSeriesAre) {
  for (const double theta : {0.5, 1.0, 3.0, 5.0}) {
    EXPECT_NEAR(old_share_by_line(1, theta), std::exp(-theta), 1e-4) << theta;
    EXPECT_NEAR(old_share_by_line(4, theta), old_share(4, theta), 0.01) << theta;
    EXPECT_NEAR(old_share_by_line(20, theta), old_share(20, theta), 0.03) << theta;
  }
  // three volumes leave a twentieth of a mixed line, nothing of a plug
  EXPECT_NEAR(old_share_by_line(1, 3.0), 0.0498, 1e-4);
  EXPECT_LT(old_share_by_line(50, 2.0), 1e-4);
}

TEST(SampleLine, LosesNoMole) {
  for (const int cells : {1, 7}) {
    const SampleLine line({20e-6, cells});
    const std::vector<double> old{900.0, 30.0}, fresh{100.0, 400.0};
    SampleLine::State state = line.filled(old);
    std::vector<double> in(2), out(2);
    for (const double volume : {3e-6, 1e-8, 55e-6, 2e-6}) {
      const std::vector<double> moles = line.push(state, fresh, volume);
      for (std::size_t i = 0; i < 2; ++i) {
        in[i] += fresh[i] * volume;
        out[i] += moles[i];
      }
    }
    for (std::size_t i = 0; i < 2; ++i)
      EXPECT_NEAR(line.held(state, i, 2), old[i] * 20e-6 + in[i] - out[i], 1e-15) << cells;
  }
}

TEST(SampleLine, SaysWhatItCannotBe) {
  EXPECT_THROW(SampleLine({0.0, 1}), ModelError);
  EXPECT_THROW(SampleLine({20e-6, 0}), ModelError);
  EXPECT_THROW(SampleLine({20e-6, 51}), ModelError);
}

std::shared_ptr<const Fluid> methanol_water() {
  static const auto fluid =
      std::make_shared<const Fluid>(std::vector<std::string>{"methanol", "water"}, LiquidModel::nrtl);
  return fluid;
}

TEST(StandingSample, EvaporatesAsThePublishedStefanTube) {
  // toluene at 39.4 degC in a tube open to air: from 20 mm to 77.5 mm below the mouth in 275 h (worked example 2.21 of
  // book 599, FOSSEE/Scilab-TBC-Uploads); Fuller's diffusivity is good to 4 %, the depth to half of that
  const auto toluene = std::make_shared<const Fluid>(std::vector<std::string>{"toluene"}, LiquidModel::ideal);
  const double T = 273.15 + 39.4, area = 1e-4;
  double depth = 0.020;
  for (int hour = 0; hour < 275 * 10; ++hour) {
    const StandingSample tube(toluene, {area, depth, 600.0});
    const double rate = tube.evaporation({1.0}, T, 101325.0)[0];
    depth += 360.0 * rate * toluene->liquid_molar_volume<double>(0, T) / area;
  }
  EXPECT_NEAR(depth, 0.0775, 0.04 * 0.0775);
}

TEST(StandingSample, LosesItsLightEndsWhileItIsOpen) {
  const StandingSample jar(methanol_water(), {});
  std::vector<double> open{0.3, 0.3}, closed = open;
  double T_open = 310.0, T_closed = 310.0;
  jar.stand(open, T_open, 3600.0, true, 293.15, 101325.0);
  jar.stand(closed, T_closed, 3600.0, false, 293.15, 101325.0);
  EXPECT_EQ(closed, (std::vector<double>{0.3, 0.3}));
  EXPECT_LT(open[0] / 0.3, open[1] / 0.3 - 0.02) << "methanol goes sooner";
  EXPECT_GT(open[0], 0.2);
  // it cools as exp(-t/tau)
  EXPECT_NEAR(T_closed, 293.15 + 16.85 * std::exp(-6.0), 1e-9);
  EXPECT_EQ(T_open, T_closed);
}

/// Acetic anhydride (0), water (1) and acetic acid (2), with a reaction between them.
StandingSample acetic_jar(const char* reaction, double cooling) {
  const std::vector<std::string> names{"acetic anhydride", "water", "acetic acid"};
  std::vector<ReactingSpecies> species;
  for (const std::string& name : names) species.push_back({.name = name});
  const std::vector<std::string> reactions{reaction};
  return {std::make_shared<const Fluid>(names, LiquidModel::ideal),
          {2e-3, 0.02, cooling},
          std::make_shared<const Kinetics>(species, reactions)};
}

TEST(StandingSample, GoesOnReactingAsInThePlant) {
  // J. W. Eldridge, E. L. Piret, Chem. Eng. Prog. 46 (1950) 290: k = 2.14e7 exp(-46530/(R T)) 1/min, 0.1507 1/min at 25
  // degC. A jar that is at the room's temperature at once: exp(-k t)
  const char* hydrolysis =
      "acetic anhydride + water -> 2 acetic acid; k0 = 2.14e7 1/min, Ea = 46.53 kJ/mol, order(water) = 0, dH = -58.6 "
      "kJ/mol";
  const StandingSample jar = acetic_jar(hydrolysis, 1e-3);
  const double k = 2.14e7 / 60.0 * std::exp(-46530.0 / (8.314462618 * 298.15));
  std::vector<double> moles{1e-3, 2.0, 0.0};
  double T = 298.15;
  jar.stand(moles, T, 300.0, false, 298.15, 101325.0);
  EXPECT_NEAR(moles[0] / (1e-3 * std::exp(-300.0 * k)), 1.0, 1e-4);
  // no atom is lost: two acids of each anhydride and water
  EXPECT_NEAR(moles[2], 2.0 * (1e-3 - moles[0]), 1e-15);
  EXPECT_NEAR(moles[1], 2.0 - (1e-3 - moles[0]), 1e-12);
  // in the cold it is slower, by Arrhenius
  std::vector<double> cold{1e-3, 2.0, 0.0};
  T = 273.15;
  jar.stand(cold, T, 300.0, false, 273.15, 101325.0);
  EXPECT_NEAR(std::log(1e-3 / cold[0]) / (300.0 * k), std::exp(-46530.0 / 8.314462618 * (1 / 273.15 - 1 / 298.15)),
              1e-4);
}

TEST(StandingSample, IsHeatedByItsReactionAndStopsAtEquilibrium) {
  // without a loss the heat stays: n 58.6 kJ/mol over the heat capacity of 2 mol of water (75.3 J/mol/K) and a little
  const StandingSample jar =
      acetic_jar("acetic anhydride + water -> 2 acetic acid; k = 10 1/min, order(water) = 0, dH = -58.6 kJ/mol", 1e12);
  std::vector<double> moles{5e-3, 2.0, 0.0};
  double T = 298.15;
  jar.stand(moles, T, 600.0, false, 298.15, 101325.0);
  EXPECT_NEAR(moles[0], 0.0, 1e-12);
  EXPECT_NEAR(T - 298.15, 5e-3 * 58600.0 / (2.0 * 75.3 + 5e-3 * 200.0), 0.03);
  // a thousand times faster than a step of a second, there and back: [acid]^2 = K [anhydride][water]
  const StandingSample fast =
      acetic_jar("acetic anhydride + water <=> 2 acetic acid; k = 1 L/mol/s, K = 4, dH = 0 J/mol", 1e-3);
  std::vector<double> equal{1.0, 1.0, 0.0};
  T = 298.15;
  fast.stand(equal, T, 120.0, false, 298.15, 101325.0);
  EXPECT_NEAR(equal[2] * equal[2] / (equal[0] * equal[1]), 4.0, 1e-6);
  EXPECT_NEAR(equal[0] + 0.5 * equal[2], 1.0, 1e-12);
}

TEST(StandingSample, StaysFiniteWhenItIsEmptyOrBoils) {
  const StandingSample jar(methanol_water(), {});
  std::vector<double> nothing{0.0, 0.0}, boiling{0.2, 0.1};
  double T = 293.15, hot = 365.0;
  jar.stand(nothing, T, 60.0, true, 293.15, 101325.0);
  EXPECT_EQ(nothing, (std::vector<double>{0.0, 0.0}));
  jar.stand(boiling, hot, 3600.0, true, 293.15, 101325.0);
  for (const double n : boiling) EXPECT_TRUE(n >= 0.0 && n < 0.2) << n;
}

}  // namespace
}  // namespace stillhouse
