#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "engine/simulation/simulator.h"
#include "models/catalogue.h"
#include "models/properties/bracketed_root.h"
#include "models/properties/component.h"
#include "models/properties/fluid.h"
#include "models/properties/gas_constant.h"
#include "models/properties/mixture.h"
#include "models/properties/vle.h"
#include "models/separation/short_cut/batch_distillation.h"
#include "models/separation/short_cut/equilibrium_curves.h"
#include "models/separation/short_cut/fenske.h"
#include "models/separation/short_cut/gilliland.h"
#include "models/separation/short_cut/k_values.h"
#include "models/separation/short_cut/mccabe_thiele.h"
#include "models/separation/short_cut/underwood.h"
#include "models/separation/tray_efficiency.h"
#include "models/separation/tray_hydraulics.h"
#include "tests/literature/published_case.h"

namespace stillhouse {
namespace {

constexpr const char* file = "g3_distillation.csv";
constexpr double atm = 101325.0;
constexpr double pounds_per_minute = 0.45359237 / 60.0;  // kg/s

const Component& compound(const char* name) {
  return Component::find(name);
}

EquilibriumCurve benzene_toluene() {
  return raoult_curve(compound("benzene"), compound("toluene"), atm);
}

double bubble_of_benzene_toluene(double x) {
  return raoult_bubble_temperature(compound("benzene"), compound("toluene"), x, atm);
}

std::function<double(double)> vapour_pressure(const char* name) {
  return [&psat = compound(name).property("VaporPressure")](double T) { return psat(T); };
}

/// Saturated liquid's enthalpy above the compound's at `from`, by its heat capacity, J/mol.
double sensible_heat(const Component& c, double from, double to) {
  constexpr int steps = 100;
  double sum = 0.0;
  for (int i = 0; i < steps; ++i) sum += c.property("LiquidHeatCapacityCp")(from + (to - from) * (i + 0.5) / steps);
  return sum * (to - from) / steps;
}

// Geankoplis 11.4-1: the problem's feed enters 327.6 K, 1.195 of it joins the liquid
StagedColumn geankoplis_column() {
  const double D = 100.0 * (0.45 - 0.10) / (0.95 - 0.10);
  return {benzene_toluene(), D, 0.95, 4.0, {{100.0, 0.45, 1.195}}};
}

/// Bubble-point correlation of Wagner in the form of Reid, Prausnitz, Poling: ln(p/Pc) Tr = a t + b t^1.5 + c t^3 + d
/// t^6.
std::function<double(double)> wagner(double Tc, double Pc, double a, double b, double c, double d) {
  return [=](double T) {
    const double t = 1.0 - T / Tc;
    return Pc * std::exp((a * t + b * std::pow(t, 1.5) + c * t * t * t + d * std::pow(t, 6.0)) * Tc / T);
  };
}
const std::vector<std::function<double(double)>>& heptane_octane() {
  static const std::vector<std::function<double(double)>> pressures{
      wagner(540.3, 27.4e5, -7.675, 1.371, -3.536, -3.202), wagner(568.8, 24.9e5, -7.912, 1.380, -3.804, -4.501)};
  return pressures;
}
EquilibriumCurve heptane_octane_curve(double P) {
  return [P](double x) { return bubble_point({x, 1.0 - x}, raoult_k_values(heptane_octane(), P), 350.0, 420.0).x[0]; };
}

// The source balances energy on every tray: the flows are constant in units of latent heat.
void rate_btx_column(PublishedCase& facts) {
  const double F = 40.0, z = 0.5, R = 1.4, boilup = 1.3;
  const Component &benzene = compound("benzene"), &toluene = compound("toluene");
  const KValue K = raoult_k_values({vapour_pressure("benzene"), vapour_pressure("toluene")}, atm);
  const std::vector<double> K_feed{K(0, 368.0), K(1, 368.0)};
  const double f = vapour_fraction({z, 1.0 - z}, K_feed), y = flashed_liquid({z, 1.0 - z}, K_feed, f)[0] * K_feed[0];
  // each at its own boiling point: enthalpies then count from the saturated liquids
  const double ratio = toluene.property("HeatOfVaporization")(toluene.constant("Tb")) /
                       benzene.property("HeatOfVaporization")(benzene.constant("Tb"));
  const auto units = [&](double x) { return x + ratio * (1.0 - x); };
  const double feed = F * units(z), vapour = f * F * units(y);
  StagedColumn column{in_latent_heat_units(benzene_toluene(), ratio), 0.0, 0.0, R, {}};
  column.sides = {{feed, latent_heat_fraction(z, ratio), 1.0 - vapour / feed, 5}};

  // the distillate that makes the boilup what was asked for
  double x_D = 0.0, x_B = 0.0;
  const auto excess = [&](double D) {
    column.D = D;
    const RatedProducts made = rated_products(column, 11);
    x_D = mole_fraction_of_latent_heat(made.x_D, ratio);
    x_B = mole_fraction_of_latent_heat(made.x_B, ratio);
    const double V = ((R + 1.0) * D - vapour) / units(benzene_toluene()(x_B)), B = (feed - D) / units(x_B);
    return V - boilup * B;
  };
  const double D = bracketed_root(excess, 0.3 * feed, 0.7 * feed) / units(x_D);
  facts.expect("distillate flow", D);
  facts.expect("distillate x_benzene", x_D);
  facts.expect("distillate T", bubble_of_benzene_toluene(x_D));
  facts.expect("bottoms flow", F - D);
  facts.expect("bottoms x_benzene", x_B);
  facts.expect("bottoms T", bubble_of_benzene_toluene(x_B));
}

PerSpecies<double> fractions(std::initializer_list<double> amounts) {
  PerSpecies<double> x;
  double sum = 0.0;
  for (const double n : amounts) sum += n;
  for (const double n : amounts) x.push_back(n / sum);
  return x;
}

// Methanol and water are the keys; glycerol goes to the bottoms. The distillate leaves as vapour.
void design_biosteam_column(PublishedCase& facts) {
  const Fluid whole({"methanol", "water", "glycerol"}, LiquidModel::unifac),
      keys({"methanol", "water"}, LiquidModel::unifac);
  facts.expect("feed bubble T", bubble_temperature(whole, fractions({100.0, 80.0, 25.0}), atm) - 273.15);
  const EquilibriumCurve curve = equilibrium_curve(keys, atm);
  const double F = 180.0, z = 100.0 / F, x_D = 0.99, x_B = 0.01, D = F * (z - x_B) / (x_D - x_B);
  const double R = 2.0 * minimum_reflux_ratio(curve, z, 1.0, x_D);
  facts.expect("theoretical stages", std::ceil(stairs_down_to({curve, D, x_D, R, {{F, z, 1.0}}, true}, x_B).stages));
  const double x_reflux = equilibrium_liquid(curve, x_D),
               T = bubble_temperature(keys, fractions({x_reflux, 1.0 - x_reflux}), atm);
  facts.expect("distillate dew T", T - 273.15);

  // 80 % of Fair's flood velocity on trays 450 mm apart, a tenth of the section for downcomers
  const double V = (R + 1.0) * D / 3.6, M = x_D * keys.molar_mass(0) + (1.0 - x_D) * keys.molar_mass(1);
  const double rho_G = atm * M / (gas_constant * T), rho_L = keys.liquid_density(fractions({x_D, 1.0 - x_D}), T);
  const double sigma = compound("methanol").property("SurfaceTension")(T);
  const double u =
      0.8 * tray_hydraulics::flood_velocity(R / (R + 1.0) * std::sqrt(rho_G / rho_L), sigma, rho_G, rho_L, 0.450, 1.0);
  const double area = V * M / rho_G / u / 0.9;
  facts.expect("column diameter (full condenser)", std::sqrt(4.0 * area / 3.141592653589793) / 0.3048);
}

// Neither compositions nor liquid loads are published with the efficiency: a kettle of 5 %, a distillate of 60 %.
void estimate_isopropanol_efficiency(PublishedCase& facts) {
  const Fluid fluid({"isopropanol", "water"}, LiquidModel::wilson);
  const EquilibriumCurve curve = equilibrium_curve(fluid, atm);
  const auto volatility = [&](double x) { return curve(x) / (1.0 - curve(x)) * (1.0 - x) / x; };
  const PerSpecies<double> middle = fractions({0.3, 0.7});
  const double alpha = std::sqrt(volatility(0.05) * volatility(0.60));
  const double mu = fluid.liquid_viscosity(middle, bubble_temperature(fluid, middle, atm));
  facts.expect("average tray efficiency total reflux", 100.0 * tray_efficiency::o_connell(alpha, mu));
}

const std::vector<std::pair<std::string, std::function<void(PublishedCase&)>>>& cases() {
  static const std::vector<std::pair<std::string, std::function<void(PublishedCase&)>>> list{
      {"Wood-Berry model",
       [](PublishedCase& facts) {
         const FlowsheetKind& kind = find_flowsheet_kind("wood_berry");
         const auto standard = [&](const std::string& name) {
           for (const ParameterInfo& p : kind.parameters)
             if (p.name == name) return p.standard;
           ADD_FAILURE() << "no parameter " << name;
           return 0.0;
         };
         for (const std::string path : {"g11", "g12", "g21", "g22", "gd1", "gd2"}) {
           facts.expect(path + " K", standard(path + "_gain") * pounds_per_minute / 0.01);
           facts.expect(path + " tau", standard(path + "_lag") / 60.0);
           facts.expect(path + " theta", standard(path + "_dead_time") / 60.0);
         }
         facts.expect("R ss", standard("reflux") / pounds_per_minute);
         facts.expect("S ss", standard("steam") / pounds_per_minute);
         facts.expect("F ss", standard("feed") / pounds_per_minute);
         facts.expect("xD ss", 100.0 * standard("x_D"));
         facts.expect("xB ss", 100.0 * standard("x_B"));
       }},
      {"Wood-Berry unit step R",
       [](PublishedCase& facts) {
         const auto plant = find_flowsheet_kind("wood_berry").build({});
         Simulator simulator(plant);
         simulator.set_input(plant->find_input("column.reflux"), 2.95 * pounds_per_minute);
         const int x_D = plant->find_signal("column.x_D"), x_B = plant->find_signal("column.x_B");
         for (const int minutes : {5, 20}) {
           while (simulator.time() < 60.0 * minutes - 0.5) simulator.advance();
           const std::string at = "(t=" + std::to_string(minutes) + " min)";
           facts.expect("dxD" + at, 100.0 * simulator.signal(x_D) - 96.25);
           facts.expect("dxB" + at, 100.0 * simulator.signal(x_B) - 0.5);
         }
       }},
      {"IDAES BTX column A", [](PublishedCase& facts) { rate_btx_column(facts); }},
      {"Geankoplis 11.1-1",
       [](PublishedCase& facts) {
         const double x = (101.32 - 63.3) / (155.7 - 63.3);
         facts.expect("x_B", x);
         facts.expect("y_B", x * 155.7 / 101.32);
       }},
      {"Geankoplis 11.4-1",
       [](PublishedCase& facts) {
         const StagedColumn column = geankoplis_column();
         facts.expect("D", column.D);
         facts.expect("W", 100.0 - column.D);
         facts.expect("theoretical stages incl. reboiler", stairs_down_to(column, 0.10).stages);
       }},
      {"Geankoplis 11.4-2",
       [](PublishedCase& facts) {
         facts.expect("Nmin incl. reboiler", stages_at_total_reflux(benzene_toluene(), 0.95, 0.10));
       }},
      // a stripper: what is fed leaves above or below
      {"Geankoplis 11.4-3", [](PublishedCase& facts) { facts.expect("D", 400.0 - 60.0); }},
      {"Geankoplis 11.6-1",
       [](PublishedCase& facts) {
         // heat capacities of the problem, kJ/(kmol K)
         for (const char* x_text : {"0", "0.13", "0.258", "0.411", "0.581", "0.78", "1"}) {
           const double x = std::stod(x_text), T = bubble_of_benzene_toluene(x) - 273.15;
           facts.expect(std::string("h_L @ x=") + x_text, (x * 138.2 + (1.0 - x) * 167.5) * (T - 80.1));
         }
       }},
      {"Benitez 6.1 ",
       [](PublishedCase& facts) {
         const KValue K = raoult_k_values(heptane_octane(), 1e5);
         const double T = flash_temperature({0.5, 0.5}, K, 0.6, 350.0, 420.0);
         const std::vector<double> x = flashed_liquid({0.5, 0.5}, {K(0, T), K(1, T)}, 0.6);
         facts.expect("T", T);
         facts.expect("y_heptane", x[0] * K(0, T));
       }},
      {"Benitez 6.2 ",
       [](PublishedCase& facts) {
         const std::vector<double> z{0.5, 0.25, 0.25}, K{182.7 / 101.3, 73.3 / 101.3, 26.7 / 101.3};
         const double f = vapour_fraction(z, K);
         facts.expect("V/F", f);
         facts.expect("x_benzene", flashed_liquid(z, K, f)[0]);
       }},
      {"Benitez 6.3 ",
       [](PublishedCase& facts) {
         facts.expect("residue x", residue_composition(heptane_octane_curve(1e5), 0.5, 0.4));
       }},
      {"Benitez 6.4 ",
       [](PublishedCase& facts) {
         const double F = 200.0, z = 0.6, x_D = 0.95, x_W = 0.05, q = 0.5;
         const double D = F * (z - x_W) / (x_D - x_W), R = 1.3 * minimum_reflux_ratio(benzene_toluene(), z, q, x_D);
         facts.expect("D", D);
         facts.expect("Nmin", stages_at_total_reflux(benzene_toluene(), x_D, x_W));
         const Staircase stairs = stairs_down_to({benzene_toluene(), D, x_D, R, {{F, z, q}}}, x_W);
         facts.expect("feed stage from top", stairs.side_stages.at(0) - 1);
         std::cout << facts.name() << ": R " << R << ", " << stairs.stages << " stages\n";

         // the feed is heated as liquid, then half of it is boiled
         const Component &benzene = compound("benzene"), &toluene = compound("toluene");
         const KValue K = raoult_k_values({vapour_pressure("benzene"), vapour_pressure("toluene")}, atm);
         const double T = flash_temperature({z, 1.0 - z}, K, q, 350.0, 390.0);
         const double y = flashed_liquid({z, 1.0 - z}, {K(0, T), K(1, T)}, q)[0] * K(0, T);
         const double heat = z * sensible_heat(benzene, 298.0, T) + (1.0 - z) * sensible_heat(toluene, 298.0, T) +
                             q * (y * benzene.property("HeatOfVaporization")(T) +
                                  (1.0 - y) * toluene.property("HeatOfVaporization")(T));
         facts.expect("feed preheater duty (298K->50% vap)", F / 3600.0 * heat);
       }},
      {"Benitez 6.10 ",
       [](PublishedCase& facts) { facts.expect("Nmin", minimum_stages_by_recovery(3.91, 0.95, 0.95)); }},
      {"Benitez 6.11 ",
       [](PublishedCase& facts) {
         facts.expect("theta", underwood_root({{3.91, 0.3}, {1.0, 0.3}, {7.77, 0.4}}, 0.0, 1.0, 3.91));
       }},
      {"Benitez 6.13 ", [](PublishedCase& facts) { facts.expect("N", stages_by_molokanov(4.32, 0.717, 1.0)); }},
      {"Treybal 9.6 ",
       [](PublishedCase& facts) {
         const double x = residue_composition(constant_volatility(2.16), 0.5, 0.4);
         facts.expect("yD avg", mean_distillate(0.5, x, 0.4));
       }},
      {"Treybal 9.7 ",
       [](PublishedCase& facts) {
         const std::vector<double> left = residue_amounts({0.5, 0.25, 0.25}, {1370.0, 550.0, 200.0}, 1.0 - 0.325);
         facts.expect("xW benzene", left[0] / 0.675);
         facts.expect("yD toluene", (0.25 - left[1]) / 0.325);
       }},
      {"Treybal 9.3 ",
       [](PublishedCase& facts) {
         const std::vector<double> z{0.05, 0.30, 0.40, 0.25};
         const KValue K = virial_k_values(
             {&compound("propane"), &compound("n-butane"), &compound("n-pentane"), &compound("n-hexane")}, 350e3);
         const PhasePoint bubble = bubble_point(z, K, 280.0, 365.0), dew = dew_point(z, K, 280.0, 365.0);
         facts.expect("bubble y_C3", bubble.x[0]);
         facts.expect("bubble y_n-C5", bubble.x[2]);
         facts.expect("dew x_C3", dew.x[0]);
         facts.expect("dew x_n-C5", dew.x[2]);
         facts.expect("T bubble", bubble.T - 273.15);
       }},
      {"Treybal 9.8 ",
       [](PublishedCase& facts) {
         const double D = 5000.0 * (0.50 - 0.01) / (0.95 - 0.01);
         facts.expect("D", D);
         facts.expect("W", 5000.0 - D);
         const Mixture& mixture = Mixture::find("methanol_water");
         const auto mole_fraction = [&](double w) {
           return w / mixture.molar_mass(0) / (w / mixture.molar_mass(0) + (1.0 - w) / mixture.molar_mass(1));
         };
         const double N =
             stages_at_total_reflux(equilibrium_curve(mixture, atm), mole_fraction(0.95), mole_fraction(0.01));
         facts.expect("Nmin trays (excl. reboiler)", N - 1.0);
       }},
      {"C&R 11.9 ",
       [](PublishedCase& facts) { facts.expect("Nmin-1 (plates in column)", minimum_stages(2.4, 0.9, 0.1) - 1.0); }},
      {"C&R 11.12 ",
       [](PublishedCase& facts) {
         for (const auto& [R, x] : {std::pair{"0.85", 0.55}, {"1.5", 0.37}, {"3", 0.07}}) {
           facts.expect(std::string("D @ R=") + R + " (xs=" +
                            (x == 0.55   ? "0.55"
                             : x == 0.37 ? "0.37"
                                         : "0.07") +
                            ")",
                        distilled_at_constant_composition(100.0, 0.55, x, 0.75));
         }
       }},
      {"MEASURED simple batch distillation",
       [](PublishedCase& facts) {
         // charge by volume, what is left by the balance of volumes measured
         const Mixture& mixture = Mixture::find("ethanol_water");
         const double T_lab = 303.15;
         const double ethanol = 200e-6 / mixture.liquid_molar_volume(0, 298.15);
         const double water = 400e-6 / mixture.liquid_molar_volume(1, 298.15);
         const auto volume = [&](double n, double x) {
           const std::array<double, 2> at{x, 1.0 - x};
           return n * (x * mixture.molar_mass(0) + (1.0 - x) * mixture.molar_mass(1)) /
                  mixture.liquid_density(at, T_lab);
         };
         const double charge = ethanol + water, x_0 = ethanol / charge;
         const double residue = 1e-6 * facts.given("residue volume"),
                      distillate = 1e-6 * facts.given("distillate volume");
         const EquilibriumCurve curve = equilibrium_curve(mixture, atm);
         const double left = bracketed_root(
             [&](double share) { return volume(share * charge, residue_composition(curve, x_0, share)) - residue; },
             0.2, 0.999);
         const double x = residue_composition(curve, x_0, left);
         facts.expect("residue density 30C", 1e-3 * mixture.liquid_density(std::array<double, 2>{x, 1.0 - x}, T_lab));
         const double made = volume((1.0 - left) * charge, mean_distillate(x_0, x, left));
         std::cout << facts.name() << ": distillate " << 1e6 * made << " mL, measured " << 1e6 * distillate << "\n";
       }},
      {"MEASURED ethanol-water total reflux",
       [](PublishedCase& facts) {
         // with the efficiency of the pilot column's sieve trays
         const EquilibriumCurve curve = equilibrium_curve(Mixture::find("ethanol_water"), atm);
         const double x_B = facts.given("xB");
         facts.expect("xD (12 real plates)", distillate_at_total_reflux(curve, x_B, 12, 0.62));
       }},
      {"MEASURED ethanol-water R=2.96",
       [](PublishedCase& facts) {
         // only what went in is published: the balance of volumes closes, and such a column can be
         double F = 0.0, D = 0.0, B = 0.0;
         ASSERT_EQ(std::sscanf(facts.text("F;D;B").c_str(), "%lf;%lf;%lf", &F, &D, &B), 3);
         EXPECT_NEAR(D + B, F, 0.02 * F);
         const Mixture& mixture = Mixture::find("ethanol_water");
         const double z = facts.given("zF"), x_D = 0.82;
         const auto moles = [&](double x) {
           return mixture.liquid_density(std::array<double, 2>{x, 1.0 - x}, 298.15) /
                  (x * mixture.molar_mass(0) + (1.0 - x) * mixture.molar_mass(1));
         };
         const StagedColumn column{equilibrium_curve(mixture, atm), D * moles(x_D), 0.0, facts.given("R"),
                                   {{F * moles(z), z, 1.0, 6}},     false,          0.62};
         const RatedProducts made = rated_products(column, 13);
         EXPECT_GT(made.x_D, 0.75);
         EXPECT_LT(made.x_D, azeotrope_at_pressure(mixture, atm)->x[0]);
         std::cout << facts.name() << ": xD " << made.x_D << ", xB " << made.x_B << "\n";
       }},
      {"BioSTEAM methanol(100)/water(80)/glycerol(25 kmol/h)", design_biosteam_column},
      {"MEASURED isopropanol-water", estimate_isopropanol_efficiency},
      {"MEASURED cyclohexane-toluene", [](PublishedCase& facts) { facts.expect("HETP", 100.0 * 0.074 / 0.912); }},
      {"Benitez 6.7 ",
       [](PublishedCase& facts) {
         const double mu = exp(0.46 * log(compound("benzene").property("LiquidViscosity")(377.5)) +
                               0.54 * log(compound("toluene").property("LiquidViscosity")(377.5)));
         facts.expect("mu_L", 1e3 * mu);
         facts.expect("real trays for 20 ideal", 20.0 / tray_efficiency::o_connell_benitez(2.39, mu));
       }},
  };
  return list;
}

class G3Distillation : public testing::TestWithParam<std::string> {};

TEST_P(G3Distillation, MeetsWhatIsPublished) {
  PublishedCase facts(file, GetParam());
  bool found = false;
  for (const auto& [name, check] : cases()) {
    if (!GetParam().starts_with(name)) continue;
    found = true;
    check(facts);
  }
  EXPECT_TRUE(found) << "nobody tests " << GetParam();
  EXPECT_THAT(facts.untested(), testing::IsEmpty()) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Cases, G3Distillation, testing::ValuesIn(PublishedCase::names(file)));

}  // namespace
}  // namespace stillhouse
