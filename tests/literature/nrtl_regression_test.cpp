#include "models/properties/regression/nrtl_regression.h"

#include <algorithm>
#include <cmath>
#include <iostream>

#include "models/properties/vle.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

struct Case {
  std::string mixture;
  NrtlChoice choice;
  std::vector<std::string> predicted;  // sets kept out of the regression
  std::vector<MeasuredEquilibrium> equilibria;
  std::vector<MeasuredExcessEnthalpy> heats;

  std::vector<MeasuredEquilibrium> fitted() const {
    std::vector<MeasuredEquilibrium> points = equilibria;
    std::erase_if(points, [this](const MeasuredEquilibrium& p) {
      return std::find(predicted.begin(), predicted.end(), p.set) != predicted.end();
    });
    return points;
  }
  NrtlRegression regress() const { return regress_nrtl(Mixture::find(mixture), fitted(), heats, choice); }
};

/// The choices behind the shipped parameters.
std::vector<Case> cases() {
  std::vector<Case> result{
      {"methanol_water", {0.3, false, 120.0}, {}, {}, {}},
      {"ethanol_water", {0.3, true, 400.0}, {"kamihama_2012", "pemberton_mash_1978"}, {}, {}},
  };
  for (Case& c : result) {
    c.equilibria = read_equilibria(literature_text("vle/" + c.mixture + ".csv"));
    c.heats = read_excess_enthalpies(literature_text("excess_enthalpy/" + c.mixture + ".csv"));
  }
  return result;
}

std::string name_of(const MeasuredEquilibrium& point) {
  return point.set + " x = " + std::to_string(point.x) + (point.at_pressure ? " at 1 atm" : " at T");
}

void expect_within_tolerance(const Mixture& mixture, const std::vector<MeasuredEquilibrium>& points) {
  for (const MeasuredEquilibrium& point : points) {
    const EquilibriumDeviation d = deviation(mixture, point);
    EXPECT_LE(std::fabs(d.boiling), point.tolerance) << mixture.name() << " " << name_of(point);
    EXPECT_LE(std::fabs(d.y), point.tolerance_y) << mixture.name() << " y, " << name_of(point);
  }
}

TEST(NrtlRegression, GivesTheShippedParameters) {
  for (const Case& c : cases()) {
    const Mixture& mixture = Mixture::find(c.mixture);
    const NrtlRegression regression = c.regress();
    std::cout << fit_report(mixture, c.equilibria, c.heats, regression.standard_error);
    for (double Nrtl::*parameter :
         {&Nrtl::a12, &Nrtl::b12, &Nrtl::c12, &Nrtl::a21, &Nrtl::b21, &Nrtl::c21, &Nrtl::alpha}) {
      const double found = regression.nrtl.*parameter;
      EXPECT_NEAR(mixture.nrtl().*parameter, found, 1e-6 * std::max(1.0, std::fabs(found))) << c.mixture;
    }
  }
}

TEST(NrtlRegression, EveryMeasuredEquilibriumIsMet) {
  for (const Case& c : cases()) {
    ASSERT_GE(c.equilibria.size(), 29u);
    expect_within_tolerance(Mixture::find(c.mixture), c.equilibria);
  }
}

TEST(NrtlRegression, PredictsPointsItHasNotSeen) {
  // fit every other point, predict the rest
  for (const Case& c : cases()) {
    std::vector<MeasuredEquilibrium> seen, unseen;
    const std::vector<MeasuredEquilibrium> all = c.fitted();
    for (std::size_t i = 0; i < all.size(); ++i) (i % 2 == 0 ? seen : unseen).push_back(all[i]);
    const Mixture& mixture = Mixture::find(c.mixture);
    const NrtlRegression regression = regress_nrtl(mixture, seen, c.heats, c.choice);
    expect_within_tolerance(mixture.with(regression.nrtl), unseen);
  }
}

TEST(NrtlRegression, CarriesOneAtmosphereToLowPressure) {
  // from 1 atm and heats of mixing alone to the isotherm at 323.15 K
  for (const Case& c : cases()) {
    std::vector<MeasuredEquilibrium> seen = c.fitted(), unseen = c.fitted();
    std::erase_if(seen, [](const MeasuredEquilibrium& p) { return !p.at_pressure; });
    std::erase_if(unseen, [](const MeasuredEquilibrium& p) { return p.at_pressure; });
    ASSERT_FALSE(unseen.empty());
    const Mixture& mixture = Mixture::find(c.mixture);
    expect_within_tolerance(mixture.with(regress_nrtl(mixture, seen, c.heats, c.choice).nrtl), unseen);
  }
}

TEST(NrtlRegression, HeatsOfMixingAreNearTheMeasured) {
  for (const Case& c : cases()) {
    const Mixture& mixture = Mixture::find(c.mixture);
    const double allowed = c.mixture == "methanol_water" ? 160.0 : 260.0;  // J/mol, as stated in nrtl.h
    for (const MeasuredExcessEnthalpy& point : c.heats)
      EXPECT_NEAR(mixture.excess_enthalpy<double>({point.x, 1.0 - point.x}, point.T), point.h_E, allowed)
          << c.mixture << " " << point.set << " x = " << point.x;
  }
}

TEST(NrtlRegression, EthanolWaterHasItsAzeotrope) {
  // 351.25 K, mole fraction 0.8925, mass fraction 0.955 (Lange, Handbook of Chemistry, 10th edition; CRC, 44th)
  const Mixture& mixture = Mixture::find("ethanol_water");
  const auto azeotrope = azeotrope_at_pressure(mixture, 101325.0);
  ASSERT_TRUE(azeotrope.has_value());
  std::cout << "azeotrope ethanol + water at 1 atm: x " << azeotrope->x[0] << ", T " << azeotrope->T << " K\n";
  EXPECT_NEAR(azeotrope->T, 351.25, 0.5);
  EXPECT_NEAR(azeotrope->x[0], 0.8925, 0.02);
  const double ethanol = azeotrope->x[0] * mixture.molar_mass(0), water = azeotrope->x[1] * mixture.molar_mass(1);
  EXPECT_NEAR(ethanol / (ethanol + water), 0.955, 0.01);
}

TEST(NrtlRegression, MethanolWaterHasNoAzeotrope) {
  EXPECT_FALSE(azeotrope_at_pressure(Mixture::find("methanol_water"), 101325.0).has_value());
}

TEST(MeasuredPoints, RefuseWhatTheyCannotRead) {
  EXPECT_THROW(read_equilibria("set,x\n"), std::runtime_error);
  EXPECT_THROW(read_equilibria("set,held,x,T_K,P_Pa,y,tolerance,tolerance_y\na,T,0.1,300\n"), std::runtime_error);
  try {
    read_excess_enthalpies("# heats\nset,x,T_K,h_E_J_per_mol\na,0.1,warm,3\n");
    FAIL() << "'warm' was read as a number";
  } catch (const std::runtime_error& error) {
    EXPECT_STREQ(error.what(), "measured points line 3: 'warm' is not a number");
  }
}

}  // namespace
}  // namespace stillhouse
