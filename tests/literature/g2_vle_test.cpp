#include <cmath>
#include <map>
#include <optional>
#include <regex>
#include <string>

#include "models/properties/data_table.h"
#include "models/properties/fluid_vle.h"
#include "tests/literature/published_case.h"

/// Measured equilibria of binary mixtures: T-x-y, P-x-y, azeotropes; parameters and arithmetic of activity models.
namespace stillhouse {
namespace {

constexpr char file[] = "g2_vle.csv";
constexpr double calorie = 4.184;  // J

/// What computes a mixture, by the words that name it in a case.
struct Method {
  const char* mixture;
  std::vector<std::string> compounds;
  LiquidModel model;
};

const std::vector<Method> methods{
    {"ethanol-water", {"ethanol", "water"}, LiquidModel::nrtl},
    {"methanol-water", {"methanol", "water"}, LiquidModel::nrtl},
    {"2-propanol-water", {"isopropanol", "water"}, LiquidModel::nrtl},
    {"1-propanol-water", {"1-propanol", "water"}, LiquidModel::uniquac},
    {"water-acetic acid", {"water", "acetic acid"}, LiquidModel::nrtl},
    {"benzene-toluene", {"benzene", "toluene"}, LiquidModel::nrtl},
    {"acetone-methanol", {"acetone", "methanol"}, LiquidModel::nrtl},
    {"acetone-chloroform", {"acetone", "chloroform"}, LiquidModel::nrtl},
    {"acetone-water", {"acetone", "water"}, LiquidModel::wilson},
    {"chloroform-methanol", {"chloroform", "methanol"}, LiquidModel::nrtl},
    {"n-heptane - n-octane", {"n-heptane", "n-octane"}, LiquidModel::ideal},
    {"ethanol-benzene", {"ethanol", "benzene"}, LiquidModel::nrtl},
    {"benzene-cyclohexane", {"benzene", "cyclohexane"}, LiquidModel::unifac},
    {"ethyl acetate-ethanol", {"ethyl acetate", "ethanol"}, LiquidModel::nrtl},
    {"n-hexane-ethanol", {"n-hexane", "ethanol"}, LiquidModel::nrtl},
    {"methanol-benzene", {"methanol", "benzene"}, LiquidModel::nrtl},
    {"methanol-ethyl acetate", {"methanol", "ethyl acetate"}, LiquidModel::nrtl},
    {"methyl acetate-methanol", {"methyl acetate", "methanol"}, LiquidModel::nrtl},
    {"THF-water", {"tetrahydrofuran", "water"}, LiquidModel::wilson},
    {"water-1-butanol", {"water", "1-butanol"}, LiquidModel::uniquac},
    {"water-toluene", {"toluene", "water"}, LiquidModel::unifac},
};

/// The method of the mixture whose name stands in the case after `before`; "/" is written "-" in the list.
Method method_of(std::string name, const std::string& before) {
  EXPECT_EQ(name.rfind(before, 0), 0u) << name;
  name = name.substr(before.size());
  for (char& c : name)
    if (c == '/') c = '-';
  for (const Method& method : methods)
    if (name.rfind(method.mixture, 0) == 0) return method;
  ADD_FAILURE() << "no method for " << name;
  return methods[0];
}

bool begins(const std::string& text, const std::string& with) {
  return text.rfind(with, 0) == 0;
}

PerSpecies<double> pair(double x) {
  PerSpecies<double> result;
  result.push_back(x);
  result.push_back(1.0 - x);
  return result;
}

/// Asks each quantity of a case of what `compute` knows; nothing may stay unasked.
template <class Compute>
int expect_all(PublishedCase& published, const Compute& compute) {
  int count = 0;
  for (const std::string& quantity : published.untested()) {
    published.expect(quantity, compute(quantity));
    ++count;
  }
  return count;
}

TEST(MeasuredEquilibria, BoilingPoints) {
  // "y_ethanol @ x_ethanol=0.019, P=101.3 kPa", "P_bub @ x_methanol=0.247, T=323.15 K"; 101.3 is 1 atm, shortened
  const std::regex form("(T_bub|P_bub|y_[^ ]+) @ x_[^=]+=([0-9.]+), (P|T)=([0-9.]+) (kPa|K)");
  int count = 0;
  for (const std::string& name : PublishedCase::names(file)) {
    PublishedCase published(file, name);
    std::smatch found;
    const std::string first = published.untested().front();
    if (!std::regex_match(first, found, form)) continue;
    const Method method = method_of(name, "");
    const Fluid fluid(method.compounds, method.model);
    count += expect_all(published, [&](const std::string& quantity) {
      EXPECT_TRUE(std::regex_match(quantity, found, form)) << quantity;
      const double at = std::stod(found[4]);
      const auto x = pair(std::stod(found[2]));
      const FluidEquilibrium e = found[3] == "T" ? bubble_at_temperature(fluid, x, at)
                                                 : bubble_at_pressure(fluid, x, at == 101.3 ? 101325.0 : 1000.0 * at);
      return found[1] == "T_bub" ? e.T : found[1] == "P_bub" ? e.P : e.y[0];
    });
  }
  EXPECT_EQ(count, 167);
}

TEST(MeasuredEquilibria, Azeotropes) {
  int count = 0;
  for (const std::string& name : PublishedCase::names(file)) {
    if (!begins(name, "azeotrope ")) continue;
    PublishedCase published(file, name);
    const Method method = method_of(name, "azeotrope ");
    const Fluid fluid(method.compounds, method.model);
    const auto found = azeotropes_at_pressure(fluid, 101325.0);
    ASSERT_EQ(found.size(), 1u) << name;
    const FluidEquilibrium& e = found[0];
    count += expect_all(published, [&](const std::string& quantity) {
      // "x_ethanol", "x_toluene vapour", "w_2-propanol", "T_az"
      if (quantity == "T_az") return e.T;
      const std::string which = quantity.substr(2, quantity.find(' ') - 2);
      const std::size_t i = which == "2-propanol" ? 0 : fluid.index(which);
      if (quantity[0] == 'x') return e.y[i];
      return e.y[i] * fluid.molar_mass(i) / (e.y[0] * fluid.molar_mass(0) + e.y[1] * fluid.molar_mass(1));
    });
  }
  EXPECT_EQ(count, 16);
}

/// Natural logarithms of the activity coefficients of a binary liquid.
using LogActivity = std::function<std::array<double, 2>(double x1)>;

/// Two descriptions of one mixture agree: fits to measurements of the same pair may differ by some per cent in gamma.
void expect_alike(const std::string& name, const LogActivity& one, const LogActivity& other, double within) {
  for (const double x : {0.25, 0.5, 0.75})
    for (int i = 0; i < 2; ++i)
      EXPECT_NEAR(one(x)[i], other(x)[i], within) << name << " x1 = " << x << " species " << i;
}

LogActivity at_boiling_point(const Method& method) {
  return [fluid = Fluid(method.compounds, method.model)](double x1) -> std::array<double, 2> {
    const auto log_gamma = fluid.log_activity(pair(x1), bubble_at_pressure(fluid, pair(x1), 101325.0).T);
    return {log_gamma[0], log_gamma[1]};
  };
}

TEST(MeasuredEquilibria, PublishedParametersOfActivityModels) {
  // "ChemSep NRTL ethanol/water": energies in cal/mol, as published; we hold b = A/R
  int count = 0;
  for (const std::string& name : PublishedCase::names(file)) {
    for (const LiquidModel model : {LiquidModel::nrtl, LiquidModel::wilson, LiquidModel::uniquac}) {
      std::string upper = name_of(model);
      for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
      const std::string before = "ChemSep " + (upper == "WILSON" ? "Wilson" : upper) + " ";
      if (!begins(name, before)) continue;
      PublishedCase published(file, name);
      Method method = method_of(name, before);
      method.model = model;
      const double R = gas_constant / calorie, T = 350.0;
      const double b12 = published.given("A12") / R, b21 = published.given("A21") / R;
      const Fluid fluid(method.compounds, model);
      const LogActivity theirs = [&](double x1) -> std::array<double, 2> {
        PerSpecies<double> log_gamma;
        if (model == LiquidModel::nrtl) {
          NrtlLiquid liquid(2);
          liquid.b(0, 1) = b12, liquid.b(1, 0) = b21;
          liquid.alpha(0, 1) = liquid.alpha(1, 0) = published.given("alpha");
          log_gamma = liquid.log_activity(pair(x1), T);
        } else if (model == LiquidModel::wilson) {
          WilsonLiquid liquid(2);
          const double v0 = Component::find(fluid.name(0)).constant("Wilson_volume");
          const double v1 = Component::find(fluid.name(1)).constant("Wilson_volume");
          liquid.a(0, 1) = std::log(v1 / v0), liquid.a(1, 0) = std::log(v0 / v1);
          liquid.b(0, 1) = -b12, liquid.b(1, 0) = -b21;
          log_gamma = liquid.log_activity(pair(x1), T);
        } else {
          UniquacLiquid liquid(2);
          for (std::size_t i = 0; i < 2; ++i) {
            liquid.sizes.r[i] = Component::find(fluid.name(i)).constant("UNIQUAC_r");
            liquid.sizes.q[i] = Component::find(fluid.name(i)).constant("UNIQUAC_q");
          }
          liquid.b(0, 1) = -b12, liquid.b(1, 0) = -b21;
          log_gamma = liquid.log_activity(pair(x1), T);
        }
        return {log_gamma[0], log_gamma[1]};
      };
      const LogActivity ours = [&](double x1) -> std::array<double, 2> {
        const auto log_gamma = fluid.log_activity(pair(x1), T);
        return {log_gamma[0], log_gamma[1]};
      };
      // the first lab's own fits, and another set of the same collection, are other fits to the same mixture
      const bool other_fit =
          model == LiquidModel::nrtl && method.compounds[1] != "chloroform" && method.compounds[0] != "ethyl acetate";
      expect_alike(name, theirs, ours, other_fit ? 0.1 : 1e-6);
      EXPECT_TRUE(published.untested().empty()) << name;
      ++count;
    }
  }
  EXPECT_EQ(count, 12);
}

TEST(MeasuredEquilibria, PublishedMargulesConstants) {
  // ln gamma_1 = x2^2 (A12 + 2 (A21 - A12) x1): fits of others to measurements at 1 atm, of a form that bends less than
  // ours
  int count = 0;
  for (const std::string& name : PublishedCase::names(file)) {
    if (!begins(name, "Margules ")) continue;
    ++count;
    PublishedCase published(file, name);
    const double A12 = published.given("A12"), A21 = published.given("A21");
    EXPECT_TRUE(published.untested().empty()) << name;
    if (name == "Margules water-formic acid") continue;  // the data do not hold formic acid
    const LogActivity theirs = [&](double x1) -> std::array<double, 2> {
      const double x2 = 1.0 - x1;
      return {x2 * x2 * (A12 + 2.0 * (A21 - A12) * x1), x1 * x1 * (A21 + 2.0 * (A12 - A21) * x2)};
    };
    // the excess Gibbs energy, which the shape of the form decides less than the two coefficients
    const LogActivity ours = at_boiling_point(method_of(name, "Margules "));
    for (const double x : {0.25, 0.5, 0.75}) {
      const auto energy = [&](const LogActivity& f) { return x * f(x)[0] + (1.0 - x) * f(x)[1]; };
      EXPECT_NEAR(energy(theirs), energy(ours), 0.06) << name << " x1 = " << x;
    }
  }
  EXPECT_EQ(count, 18);
}

TEST(MeasuredEquilibria, ArithmeticOfNrtl) {
  int count = 0;
  for (const std::string& name : PublishedCase::names(file)) {
    if (!begins(name, "NRTL arithmetic ")) continue;
    // "NRTL arithmetic ethanol-water x1=0.2 T=353.15 K (ChemSep params, R=1.98721 cal/mol/K)"
    const std::regex form("NRTL arithmetic ([^ ]+) x1=([0-9.]+) T=([0-9.]+) K .*R=([0-9.]+) cal/mol/K\\)");
    std::smatch found;
    ASSERT_TRUE(std::regex_match(name, found, form)) << name;
    std::string mixture = found[1];
    mixture[mixture.find('-')] = '/';
    PublishedCase published(file, name), parameters(file, "ChemSep NRTL " + mixture);
    const double R = std::stod(found[4]);
    NrtlLiquid liquid(2);
    liquid.b(0, 1) = parameters.given("A12") / R;
    liquid.b(1, 0) = parameters.given("A21") / R;
    liquid.alpha(0, 1) = liquid.alpha(1, 0) = parameters.given("alpha");
    const auto log_gamma = liquid.log_activity(pair(std::stod(found[2])), std::stod(found[3]));
    count += expect_all(published,
                        [&](const std::string& quantity) { return exp(log_gamma[quantity == "gamma1" ? 0 : 1]); });
  }
  EXPECT_EQ(count, 4);
}

TEST(MeasuredEquilibria, EveryFactIsTested) {
  for (const std::string& name : PublishedCase::names(file)) {
    PublishedCase published(file, name);
    const bool boiling = published.untested().front().find(" @ ") != std::string::npos;
    EXPECT_TRUE(boiling || begins(name, "azeotrope ") || begins(name, "ChemSep ") || begins(name, "Margules ") ||
                begins(name, "NRTL arithmetic "))
        << name;
  }
}

}  // namespace
}  // namespace stillhouse
