#include "models/heat/evaporator.h"

#include <algorithm>
#include <optional>

#include "models/properties/fluid.h"
#include "tests/models/plant/plant_rig.h"
#include "tests/models/plant/published_unit.h"

namespace stillhouse {
namespace {

constexpr double M_w = 0.01801528, M_g = 0.0920938;  // kg/mol of water, glycerol
constexpr double lb_h = 0.45359237 / 3600.0;         // kg/s
constexpr double ft2 = 0.09290304;                   // m2
constexpr double btu = 5.678263;                     // W/(m2 K) of Btu/(h ft2 degF)

/// mol/mol of glycerol in a solution of that mass fraction.
double moles_of(double w) {
  return w / M_g / (w / M_g + (1.0 - w) / M_w);
}
double fahrenheit(double T) {
  return (T - 32.0) / 1.8 + 273.15;
}
std::vector<ParameterValue> liquor(double w, const std::string& prefix = "x.") {
  return {{prefix + "water", 1.0 - moles_of(w)}, {prefix + "glycerol", moles_of(w)}};
}
std::vector<ParameterValue> joined_values(std::vector<ParameterValue> list, const std::vector<ParameterValue>& more) {
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

/// Forward-feed evaporator of `effects` effects; its bodies are held half full by the valves behind them.
struct Effects {
  Effects(int effects, const std::vector<std::vector<ParameterValue>>& settings, const std::vector<double>& w,
          double F_mass, double w_feed, double T_feed, double p_last)
      : effects_(effects) {
    Blueprint b;
    b.species = {"water", "glycerol"};
    b.liquid_model = "ideal";
    const double F = F_mass * (w_feed / M_g + (1.0 - w_feed) / M_w);
    b.units = {{"F", "feed", joined_values({{"F_limit", 2.0 * F}, {"F", F}, {"T", T_feed}}, liquor(w_feed))},
               {"P", "sink", {{"p", 5e3}}},
               {"C", "gas_sink", {{"p", p_last}, {"x.water", 1.0}}}};
    for (int k = 1; k <= effects; ++k) {
      const std::string n = std::to_string(k);
      std::vector<ParameterValue> body =
          joined_values(settings[static_cast<std::size_t>(k - 1)], liquor(w[static_cast<std::size_t>(k - 1)]));
      for (const ParameterValue& value : std::vector<ParameterValue>{{"volume", 2.0},
                                                                     {"height", 2.0},
                                                                     {"charge", 0.5},
                                                                     {"T", 320.0},
                                                                     {"p", 1e4},
                                                                     {"y.water", 1.0},
                                                                     {"solute.glycerol", 1.0},
                                                                     {"chest_volume", 1.0},
                                                                     {"heating", 0.0, k == 1 ? "steam" : "vapour"}})
        body.push_back(value);
      b.units.push_back({"E" + n, "evaporator", body});
      b.units.push_back({"GV" + n, "gas_valve", {{"Kv", 5e4}, {"opening", 1.0}}});
      b.units.push_back({"V" + n, "valve", {{"Kv", 150.0}, {"opening", 0.1}}});
      b.connections.push_back({k == 1 ? "F" : "V" + std::to_string(k - 1), "out", "E" + n, "feed"});
      b.connections.push_back({"E" + n, "out", "V" + n, "in"});
      b.connections.push_back({"E" + n, "vapour", "GV" + n, "in"});
      if (k == 1) continue;
      b.units.push_back({"T" + n, "valve", {{"Kv", 150.0}, {"opening", 1.0}}});
      b.units.push_back({"K" + n, "sink", {{"p", 5e3}}});
      b.connections.push_back({"GV" + std::to_string(k - 1), "out", "E" + n, "steam"});
      b.connections.push_back({"E" + n, "condensate", "T" + n, "in"});
      b.connections.push_back({"T" + n, "out", "K" + n, "in"});
    }
    b.connections.push_back({"V" + std::to_string(effects), "out", "P", "in"});
    b.connections.push_back({"GV" + std::to_string(effects), "out", "C", "in"});
    rig.emplace(b);
    plant = b;
  }
  void run(double hours) {
    for (int k = 0; k < static_cast<int>(hours * 360.0); ++k) {
      for (int e = 1; e <= effects_; ++e) {
        const std::string n = std::to_string(e);
        rig->set("V" + n + ".opening", std::clamp(0.1 + 2.0 * ((*rig)["E" + n + ".level"] - 0.5), 0.0, 1.0));
      }
      rig->run(10);
    }
  }
  /// kg/s of vapour of an effect.
  double vapour(int e) const { return (*rig)["GV" + std::to_string(e) + ".out.F"] * M_w; }
  /// Mass fraction of glycerol in an effect.
  double w(int e) const {
    const double x = (*rig)["E" + std::to_string(e) + ".x_glycerol"];
    return x * M_g / (x * M_g + (1.0 - x) * M_w);
  }

  std::optional<PlantRig> rig;
  Blueprint plant;

 private:
  int effects_;
};

TEST(Evaporator, ConcentratesGeankoplissSaltWater) {
  // Geankoplis, Transport Processes, 4th ed., example 8.4-1: 9072 kg/h of 1.0 % salt in water at 311.0 K to 1.5 % at
  // 101.32 kPa, steam of 143.27 kPa (383.2 K), 1704 W/(m2 K), properties of water: 4108 kg/h of steam, 149.3 m2
  Effects one(1, {{{"area", 149.3}, {"U", 1704.0}, {"steam_p", 143.27e3}, {"steam_Kv", 1e4}, {"steam_opening", 1.0}}},
              {0.013}, 9072.0 / 3600.0, 0.01, 311.0, 101.32e3);
  PublishedUnit published("evaporator", one.plant);
  one.run(6.0);
  published.expect("steam of the single effect", (*one.rig)["E1.steam_flow"] * 3600.0);
  published.expect("vapour of the single effect", one.vapour(1) * 3600.0);
  EXPECT_NEAR(one.w(1), 0.015, 0.0003);
  EXPECT_NEAR((*one.rig)["E1.T"], 373.2, 0.4);
}

TEST(Evaporator, HasTheRiseThatIsGiven) {
  // at rest without heating the pressure over the solution is that of water `rise` colder
  Effects one(1, {{{"rise_linear", 1.78}, {"rise_square", 6.22}, {"steam_Kv", 1.0}}}, {0.5}, 1e-6, 0.5, 320.0, 1e4);
  one.rig->set("GV1.opening", 0.0);
  one.rig->set("F.F", 0.0);
  one.rig->run(3600);
  const Fluid water({"water"}, LiquidModel::ideal);
  const double w = one.w(1), rise = 1.78 * w + 6.22 * w * w;
  EXPECT_NEAR((*one.rig)["E1.p"], water.vapour_pressure(0, (*one.rig)["E1.T"] - rise), 20.0);
}

TEST(Evaporator, HasTheEconomyOfKernsTripleEffect) {
  // D. Q. Kern, Process Heat Transfer (1950), example 14.2: 50000 lb/h of 10 % at 100 degF to 50 %, steam of 244 degF,
  // last vapour 125 degF, 600, 250 and 125 Btu/(h ft2 degF). His balances,
  //   949 W + 50000 (100 - 224) = 961 w1,   961 w1 + (50000 - w1)(224 - 194) = 981 w2,
  //   981 w2 + (50000 - w1 - w2)(194 - 125) = 1022 w3,   w1 + w2 + w3 = 40000,
  // have W 19053, w 12363, 13262, 14375 lb/h, and so 1507, 1584, 1508 ft2. He takes the heat capacity of water for the
  // liquor; glycerol's is 0.6 of it, which leaves the steam 2 % less.
  Effects three(
      3,
      {{{"area", 1507.0 * ft2}, {"U", 600.0 * btu}, {"steam_p", 186.2e3}, {"steam_Kv", 1e4}, {"steam_opening", 1.0}},
       {{"area", 1584.0 * ft2}, {"U", 250.0 * btu}},
       {{"area", 1508.0 * ft2}, {"U", 125.0 * btu}}},
      {0.13, 0.21, 0.5}, 50000.0 * lb_h, 0.1, fahrenheit(100.0), 13.36e3);
  PublishedUnit published("evaporator", three.plant);
  three.run(8.0);
  const double steam = (*three.rig)["E1.steam_flow"], w1 = three.vapour(1), w2 = three.vapour(2), w3 = three.vapour(3);
  published.expect("steam of the triple effect", steam / lb_h);
  published.expect("vapour of effect 1", w1 / lb_h);
  published.expect("vapour of effect 2", w2 / lb_h);
  published.expect("vapour of effect 3", w3 / lb_h);
  EXPECT_NEAR((w1 + w2 + w3) / steam, 40000.0 / 19053.0, 0.02 * 2.1);
  EXPECT_NEAR(three.w(3), 0.5, 0.015);
  EXPECT_NEAR((*three.rig)["E1.T"], fahrenheit(224.0), 1.0);
  EXPECT_NEAR((*three.rig)["E2.T"], fahrenheit(194.0), 1.0);
  EXPECT_NEAR((*three.rig)["E3.T"], fahrenheit(125.0), 1.0);
  EXPECT_LE(three.rig->simulator().retries(),
            1);  // the cold start's first scan: Newton needs more than four iterations
}

}  // namespace
}  // namespace stillhouse
