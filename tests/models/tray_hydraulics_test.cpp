#include "models/separation/tray_hydraulics.h"
#include "models/properties/gravity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "engine/autodiff/dual.h"
#include "models/separation/tray.h"
#include "tests/literature/literature_file.h"

namespace stillhouse {
namespace {

using namespace tray_hydraulics;

constexpr double inch = 0.0254, foot = 0.3048, pound = 0.45359237;
constexpr double gallon_per_minute = 3.785411784e-3 / 60.0;

/// A number of tests/literature/sieve_trays.csv.
double fact(const std::string& source, const std::string& quantity) {
  static const std::vector<std::vector<std::string>> rows = literature_rows("sieve_trays.csv");
  for (const auto& row : rows)
    if (row[0] == source && row[1] == quantity) return std::stod(row[2]);
  ADD_FAILURE() << "no fact: " << source << ", " << quantity;
  return 0.0;
}

// The solved exercise is in feet, inches and gallons, so constants in SI are seen to be the same ones.
struct SolvedTray {
  double u = fact("seader", "velocity over the active area") * foot;
  double rho_G = fact("seader", "vapour density") * pound / (foot * foot * foot);
  double rho_L = fact("seader", "liquid density") * pound / (foot * foot * foot);
  double weir_height = fact("seader", "weir height") * inch;
  double weir_length = fact("seader", "weir length") * inch;
  double clear_liquid = fact("seader", "height of clear liquid") * inch;
};

TEST(TrayHydraulics, FrothDensityOfASolvedTray) {
  const SolvedTray tray;
  EXPECT_NEAR(froth_density(tray.u, tray.rho_G, tray.rho_L), fact("seader", "froth density"), 0.002);
  EXPECT_NEAR(froth_density(0.0, tray.rho_G, tray.rho_L), 1.0, 0.005);  // still liquid holds no gas
}

TEST(TrayHydraulics, WeirPassesTheLiquidOfASolvedTray) {
  const SolvedTray tray;
  const double alpha = fact("seader", "froth density");
  const double froth = tray.clear_liquid / alpha;
  const double q = weir_overflow(froth, tray.weir_height, alpha, tray.weir_height, tray.weir_length);
  const double published = fact("seader", "liquid flow") * gallon_per_minute;
  EXPECT_NEAR(q, published, 0.02 * published);
  EXPECT_LT(weir_overflow(0.5 * tray.weir_height, tray.weir_height, alpha, tray.weir_height, tray.weir_length),
            1e-9 * published);
}

TEST(TrayHydraulics, HolesDropThePressureOfASolvedTray) {
  const SolvedTray tray;
  const double u = fact("seader", "hole velocity") * foot;
  const double drop = hole_resistance * 0.5 * tray.rho_G * u * u / (tray.rho_L * standard_gravity);  // m of liquid
  EXPECT_NEAR(drop, fact("seader", "dry pressure drop") * inch, 0.01 * drop);
}

TEST(TrayHydraulics, FloodVelocityOfPublishedColumns) {
  {
    const double rho_G = fact("mccabe", "vapour density"), rho_L = fact("mccabe", "liquid density");
    const double F_LV = fact("mccabe", "liquid over vapour") * std::sqrt(rho_G / rho_L);
    const double published = fact("mccabe", "flood velocity");
    EXPECT_NEAR(flood_velocity(F_LV, 1e-3 * fact("mccabe", "surface tension"), rho_G, rho_L,
                               fact("mccabe", "tray spacing") * inch, 1.0),
                published, 0.03 * published);
  }
  {
    const double rho_G = fact("benitez", "vapour density"), rho_L = fact("benitez", "liquid density");
    const double published = fact("benitez", "flood velocity");
    EXPECT_NEAR(flood_velocity(fact("benitez", "flow parameter"), 1e-3 * fact("benitez", "surface tension"), rho_G,
                               rho_L, 1e-3 * fact("benitez", "tray spacing"), fact("benitez", "foaming factor")),
                published, 0.05 * published);
  }
}

/// Fair's capacity parameter, m/s: his chart, digitised (libpf.com, 2012); x flow parameter, y tray spacing in mm.
double digitised_chart(double x, double y) {
  const double l = std::log(x);
  return (((1.10748e-06 * y + 0.00045284) * l + (4.04865e-06 * y + 0.000799395)) * l +
          (-3.09381e-05 * y - 0.00625024)) *
             l +
         (3.00232e-05 * y + 0.0140453);
}

/// Capacity parameter of the fit in use: flood velocity at 20 mN/m and (rho_L - rho_G) / rho_G = 1.
double capacity(double F_LV, double spacing) {
  return flood_velocity(F_LV, 0.020, 1.0, 2.0, spacing, 1.0);
}

TEST(TrayHydraulics, FloodFitFollowsFairsChartWhereHeHadData) {
  for (const double spacing : {152.0, 229.0, 305.0, 457.0}) {
    for (const double F_LV : {0.02, 0.035, 0.06, 0.1}) {
      const double chart = digitised_chart(F_LV, spacing);
      EXPECT_NEAR(capacity(F_LV, 1e-3 * spacing), chart, 0.12 * chart) << spacing << " mm, " << F_LV;
    }
  }
}

// Two published corrections of the pilot column's flood velocity take each other back, so that its factor is one: fewer
// holes than 10 % of the active area lower it, and the chart carried on to 100 mm lies above the fit carried on.
TEST(TrayHydraulics, FloodFactorOfThePilotColumnIsOne) {
  const Tray::Parameters pilot;
  const double low = fact("perry", "flood velocity at holes 0.06 of the active area");
  const double high = fact("perry", "flood velocity at holes 0.08 of the active area");
  const double holes = low + (high - low) * (pilot.hole_fraction - 0.06) / 0.02;
  EXPECT_NEAR(holes, 0.85, 1e-9);
  for (const double F_LV : {0.03, 0.04, 0.05, 0.06}) {
    const double spacing = digitised_chart(F_LV, 1e3 * pilot.spacing) / capacity(F_LV, pilot.spacing);
    EXPECT_NEAR(holes * spacing, pilot.flood_factor, 0.04) << F_LV;
  }
}

/// Fair's psi back from the mass carried per mass of vapour, on a tray with low froth.
double psi_at(double flood_fraction) {
  const double z = entrainment_ratio(flood_fraction, 0.0, 0.1);
  return z / (1.0 - z / 3.0);
}

TEST(TrayHydraulics, EntrainmentLiesBetweenReadingsAtLowerAndHigherFlowParameter) {
  // entrainment falls as the flow parameter rises; the column's, 0.03 to 0.04, lies between the readings'
  for (const char* flood : {"0.73", "0.95"})
    EXPECT_LT(psi_at(std::stod(flood)),
              fact("entrainment", std::string("psi at flow parameter 0.0192 and ") + flood + " of flood"));
  for (const char* flood : {"0.80", "0.90"})
    EXPECT_LT(psi_at(std::stod(flood)),
              fact("entrainment", std::string("psi at flow parameter 0.0210 and ") + flood + " of flood"));
  for (const char* flood : {"0.39", "0.51"})
    EXPECT_GT(psi_at(std::stod(flood)),
              fact("entrainment", std::string("psi at flow parameter 0.0473 and ") + flood + " of flood"));
  // the slope is that of Perry's pair
  const double published = fact("entrainment", "psi at flow parameter 0.0210 and 0.90 of flood") /
                           fact("entrainment", "psi at flow parameter 0.0210 and 0.80 of flood");
  EXPECT_NEAR(psi_at(0.90) / psi_at(0.80), published, 0.01 * published);
}

TEST(TrayHydraulics, FrothThatFillsTheSpacingIsCarriedOver) {
  EXPECT_NEAR(entrainment_ratio(0.5, 0.05, 0.1), entrainment_ratio(0.5, 0.0, 0.1), 1e-5);
  EXPECT_GT(entrainment_ratio(0.5, 0.12, 0.1), 50.0);
}

/// Lockett and Banik's weeping velocity as changed by Colwell and O'Bara, m/s.
double published_weep(double Fr) {
  const double unit = gallon_per_minute / (foot * foot);
  if (Fr < 0.2)
    return unit * (fact("weep", "a in a / Fr^0.5 - b below Fr 0.2") / std::sqrt(Fr) -
                   fact("weep", "b in a / Fr^0.5 - b below Fr 0.2"));
  return unit * fact("weep", "c in c / Fr^1.533 above Fr 0.2") * std::pow(Fr, -1.533);
}

double weep_at(double Fr, double h) {
  const double rho_G = 1.0, rho_L = 900.0;
  const double u_h = std::sqrt(Fr * (rho_L - rho_G) * standard_gravity * h / rho_G);
  return weep_velocity(u_h, h, rho_G, rho_L, 1.0);
}

TEST(TrayHydraulics, WeepingMeetsColwellAndOBara) {
  // the two published branches meet, as they should if their constants are right
  EXPECT_NEAR(published_weep(0.2 - 1e-9), published_weep(0.2), 0.005 * published_weep(0.2));
  // near and above the weep point; the correlation's own accuracy is 15 to 30 %
  for (const double Fr : {0.2, 0.3, 0.5, 1.0, 2.0})
    EXPECT_NEAR(weep_at(Fr, 0.010), published_weep(Fr), 0.08 * published_weep(Fr)) << Fr;
  // deep in the weeping range, on the way to dumping, where the correlation ends
  for (const double Fr : {0.03, 0.05, 0.1}) {
    EXPECT_GT(weep_at(Fr, 0.010), 0.9 * published_weep(Fr)) << Fr;
    EXPECT_LT(weep_at(Fr, 0.010), 1.6 * published_weep(Fr)) << Fr;
  }
}

TEST(TrayHydraulics, WithoutVapourATrayDumpsThroughItsHoles) {
  const double torricelli = 0.6 * std::sqrt(2.0 * standard_gravity * 0.010);
  EXPECT_NEAR(weep_at(0.0, 0.010), torricelli, 0.01 * torricelli);
  EXPECT_EQ(weep_at(0.0, 0.0), 0.0);
}

// Dry, resting, working and flooded: every correlation is finite there and its derivative is the one it says.
TEST(TrayHydraulics, DerivativesAreExactFromDryToFlooded) {
  using D = Dual<1>;
  struct Curve {
    const char* name;
    std::function<double(double)> value;
    std::function<D(D)> dual;
    std::vector<double> at;
  };
  std::vector<Curve> curves;
  const auto add = [&](const char* name, auto f, std::vector<double> at) {
    curves.push_back({name, f, f, std::move(at)});
  };
  const std::vector<double> heights{0.0, 1e-6, 1e-4, 0.003, 0.0119, 0.012, 0.0121, 0.03, 0.099, 0.1, 0.101, 0.5};
  const std::vector<double> velocities{0.0, 1e-6, 1e-3, 0.1, 1.0, 10.0, 100.0};
  add(
      "froth density over velocity",
      [](const auto& u) {
        using R = std::remove_cvref_t<decltype(u)>;
        return froth_density(u, R(1.1), R(800.0));
      },
      velocities);
  add(
      "overflow over froth height",
      [](const auto& h) {
        using R = std::remove_cvref_t<decltype(h)>;
        return weir_overflow(h, R(0.012), R(0.4), 0.012, 0.036);
      },
      heights);
  add(
      "weeping over liquid height",
      [](const auto& h) {
        using R = std::remove_cvref_t<decltype(h)>;
        return weep_velocity(R(5.0), h, R(1.1), R(800.0), 0.3);
      },
      heights);
  add(
      "weeping over velocity",
      [](const auto& u) {
        using R = std::remove_cvref_t<decltype(u)>;
        return weep_velocity(u, R(0.01), R(1.1), R(800.0), 0.3);
      },
      velocities);
  add("flood velocity over flow parameter",
      [](const auto& F) {
        using R = std::remove_cvref_t<decltype(F)>;
        return flood_velocity(F, R(0.03), R(1.1), R(800.0), 0.1, 1.0);
      },
      {0.0, 1e-6, 1e-3, 0.04, 1.0, 50.0});
  add(
      "entrainment over froth height",
      [](const auto& h) {
        using R = std::remove_cvref_t<decltype(h)>;
        return entrainment_ratio(R(0.8), h, 0.1);
      },
      heights);
  add("entrainment over approach to flood",
      [](const auto& f) {
        using R = std::remove_cvref_t<decltype(f)>;
        return entrainment_ratio(f, R(0.03), 0.1);
      },
      {0.0, 0.4, 0.8, 1.0, 2.0, 10.0});

  for (const Curve& curve : curves) {
    double steepest = 0.0;  // below 1e-12 of it, a slope is that of a flow that has stopped
    for (const double x : curve.at) {
      D seed(x);
      seed.gradient[0] = 1.0;
      steepest = std::max(steepest, std::abs(curve.dual(seed).gradient[0]));
    }
    for (const double x : curve.at) {
      D seed(x);
      seed.gradient[0] = 1.0;
      const D f = curve.dual(seed);
      ASSERT_TRUE(std::isfinite(f.value) && std::isfinite(f.gradient[0])) << curve.name << " at " << x;
      // a dual divides by way of the inverse: the last bit may differ
      EXPECT_NEAR(f.value, curve.value(x), 1e-14 * std::abs(f.value)) << curve.name << " at " << x;
      // central difference, exact to second order; Richardson's step takes it to fourth
      const double step = 1e-3 * std::max(std::abs(x), 1e-6);
      const auto difference = [&](double h) { return (curve.value(x + h) - curve.value(x - h)) / (2.0 * h); };
      const double slope = (4.0 * difference(0.5 * step) - difference(step)) / 3.0;
      const double round_off = 1e-12 * std::abs(f.value) / step;
      EXPECT_NEAR(f.gradient[0], slope, 1e-5 * std::abs(slope) + round_off + 1e-12 * steepest)
          << curve.name << " at " << x;
    }
  }
}

}  // namespace
}  // namespace stillhouse
