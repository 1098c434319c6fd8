#include "models/instruments/physical/moisture_balance.h"

#include <algorithm>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "models/properties/component.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

SpeciesFacts facts_of(std::string_view name) {
  // the dry solid: of no molar mass that matters
  if (name == "solid") return {0.1, 1500.0};
  try {
    return component_facts(name);
  } catch (const ModelError& error) {
    throw ModelError(std::string(error.what()) + "; and solid, which stays");
  }
}

struct State {
  double T, solid;                // K, kg
  std::vector<double> evaporate;  // kg of each liquid
};

double total(const std::vector<double>& masses) {
  double sum = 0.0;
  for (const double mass : masses) sum += mass;
  return sum;
}

/// `from` and so many times the change, nothing below zero.
State moved(const State& from, const State& change, double by) {
  State to{from.T + by * change.T, from.solid + by * change.solid, from.evaporate};
  for (std::size_t i = 0; i < to.evaporate.size(); ++i)
    to.evaporate[i] = std::max(0.0, from.evaporate[i] + by * change.evaporate[i]);
  return to;
}

Analysis run_moisture_balance(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty() || !(sample.mass > 0.0)) {
    analysis.fault("The pan is empty.", "样品盘是空的。");
    return analysis;
  }
  std::vector<const SampleContents::Species*> liquids;
  std::vector<double> masses;
  for (const SampleContents::Species& one : sample.species) {
    if (one.name == "solid" || !(one.mass > 0.0)) continue;
    liquids.push_back(&one);
    masses.push_back(one.mass);
  }
  const double wet = total(masses), dry = std::max(sample.mass - wet, 1e-9);
  const Component& water = Component::find("water");
  const double boiling = water.property("VaporPressure")(373.15);
  std::vector<decltype(&water.property("VaporPressure"))> pressures;
  for (const auto* liquid : liquids) pressures.push_back(&Component::find(liquid->name).property("VaporPressure"));
  const auto change = [&](const State& now) {
    const double X = total(now.evaporate) / dry;
    const double layer = method["drying_rate"] / boiling * X / (X + method["critical"]);
    double moles = 0.0;
    for (std::size_t i = 0; i < liquids.size(); ++i) moles += now.evaporate[i] / liquids[i]->facts.molar_mass;
    State rates{
        (method["temperature"] - now.T) / method["warming"],
        -method["decomposition"] * now.solid * exp(-method["activation"] / gas_constant * (1.0 / now.T - 1.0 / 378.15)),
        std::vector<double>(liquids.size(), 0.0)};
    for (std::size_t i = 0; i < liquids.size() && moles > 0.0; ++i) {
      const double share = now.evaporate[i] / liquids[i]->facts.molar_mass / moles;
      const double p = (*pressures[i])(std::clamp(now.T, 280.0, 500.0));
      rates.evaporate[i] = -layer * share * p * liquids[i]->facts.molar_mass / water.molar_mass();
    }
    return rates;
  };
  const RandomStream random(seed, "moisture balance");
  const double division = method["division"], start = sample.mass;
  const auto weigh = [&](const State& now, std::int64_t i) {
    const double mass = total(now.evaporate) + now.solid + method["noise"] * random.gaussian(i);
    return division > 0.0 ? division * std::floor(mass / division + 0.5) : mass;
  };
  State now{sample.T, sample.mass - wet, masses};
  std::vector<double> time, shown;
  const double first = weigh(now, 0);
  const auto window = static_cast<std::size_t>(std::max(1.0, method["least_time"]));
  bool finished = false;
  for (int i = 0; i <= static_cast<int>(method["most_time"]); ++i) {
    time.push_back(i);
    shown.push_back(weigh(now, i));
    // not before the sample is warm
    if (time.size() > window + 60 && shown[shown.size() - 1 - window] - shown.back() < method["least_loss"]) {
      finished = true;
      break;
    }
    now = moved(now, change(moved(now, change(now), 0.5)), 1.0);
  }
  std::vector<double> moisture(shown.size());
  for (std::size_t i = 0; i < shown.size(); ++i) moisture[i] = first > 0.0 ? 100.0 * (first - shown[i]) / first : 0.0;
  for (double& mass : shown) mass *= 1e3;
  analysis.signal = {{"time", "s", time}, {"mass", "g", shown}, {"moisture", "%", moisture}};
  if (!finished) analysis.fault("The mass was still falling when the time was over.", "到规定时间时质量仍在下降。");
  analysis.results.push_back({"", "moisture", moisture.back(), "%", "loss over the mass at the start"});
  analysis.results.push_back({"", "time", time.back(), "s", "until the end"});
  analysis.truth.push_back({"", "moisture", 100.0 * wet / start, "%", "of the sample: all that is no solid"});
  analysis.truth.push_back({"", "decomposed", 100.0 * (start - wet - now.solid) / start, "%", "of the sample's mass"});
  analysis.duration = time.back() + 120.0;
  return analysis;
}

}  // namespace

InstrumentKind moisture_balance_kind() {
  InstrumentKind kind;
  kind.name = "moisture_balance";
  kind.title = {"Moisture balance", "水分测定天平"};
  kind.sentence = "Dries a sample on a balance and reports what it has lost.";
  kind.manual = {
      "Spread the sample thin and evenly, some grams of it.",
      "Choose a temperature that dries and does not destroy: compare runs at two temperatures.",
      "The end criterion is a loss in a time; too coarse a one ends early.",
      "All that evaporates counts as water: alcohol does too.",
  };
  kind.model = "moisture_balance_kind";
  kind.settings = {
      {"temperature", "degC", 105.0, 40.0, 200.0, "of drying"},
      {"warming", "s", 60.0, 5.0, 600.0, "time constant of heater, pan and sample"},
      {"drying_rate", "mg/s", 2.0, 0.01, 100.0, "of a wet surface at 100 degC"},
      {"critical", "1", 0.05, 0.001, 2.0, "water over dry mass at which the rate has halved"},
      {"decomposition", "1/h", 0.0, 0.0, 1.0, "of the solid at 105 degC"},
      {"activation", "kJ/mol", 100.0, 0.0, 400.0, "of the decomposition"},
      {"least_loss", "mg", 1.0, 0.0, 100.0, "in the time below: the end"},
      {"least_time", "s", 50.0, 1.0, 600.0, "over which the loss is looked at"},
      {"most_time", "s", 3600.0, 60.0, 20000.0, "after which it is given up"},
      {"division", "mg", 1.0, 0.0, 100.0, "of the balance"},
      {"noise", "mg", 0.3, 0.0, 50.0, "standard deviation of a weighing"},
  };
  kind.usual_volume = 2e-6;
  kind.species = facts_of;
  kind.run = run_moisture_balance;
  return kind;
}

}  // namespace stillhouse
