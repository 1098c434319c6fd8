#include "models/instruments/physical/densimeter.h"

#include <algorithm>

#include "engine/base/random.h"
#include "models/instruments/hydrometer.h"
#include "models/instruments/physical/ethanol_water.h"
#include "models/properties/component.h"

namespace stillhouse {

namespace {

constexpr double glass = 25e-6;  // 1/K, cubic expansion of a hydrometer's glass
constexpr double air = 1.2;      // kg/m^3

bool is_ethanol_water(const SampleContents& sample) {
  for (const SampleContents::Species& one : sample.species)
    if (one.name != "ethanol" && one.name != "water") return false;
  return sample.find("ethanol") != nullptr;
}

Analysis run_densimeter(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const std::string& how = method.word("instrument");
  if (sample.empty()) {
    analysis.fault("There is no liquid in it.", "仪器里没有液体。");
    return analysis;
  }
  const bool floats = how != "oscillating";
  const double T = floats ? sample.T : method["temperature"];
  const double rho = sample_density(sample, T);
  const RandomStream random(seed, "densimeter");
  double shown = 0.0;
  if (floats) {
    Hydrometer::Settings scale;
    scale.low = method["scale_from"];
    scale.high = std::max(method["scale_to"], method["scale_from"] + 1.0);
    scale.division = method["division"];
    scale.noise = method["noise"];
    scale.bias = method["offset"];
    scale.delay = 60.0;
    const Hydrometer hydrometer(scale);
    Hydrometer::State state;
    hydrometer.sample(state, rho * (1.0 + glass * (T - 293.15)), T, 1.0, random, 0);
    const Hydrometer::Result& read = state.results[0];
    shown = read.density;
    if (read.off_scale)
      analysis.fault("The hydrometer floats at the end of its scale: take another one.",
                     "密度计浮在刻度尽头：请换一支密度计。");
    analysis.duration = 60.0;
  } else {
    const double bubble = method["bubble"];
    shown = (1.0 + method["scale_error"]) * ((1.0 - bubble) * rho + bubble * air) + method["offset"] +
            method["noise"] * random.gaussian(0);
    if (bubble > 0.0) analysis.note("A bubble can be seen in the tube.", "管中可以看到气泡。");
    analysis.duration = 180.0;
  }
  analysis.signal = {{"temperature", "degC", {T - 273.15}}, {"density", "kg/m^3", {shown}}};
  analysis.results.push_back({"", "density", shown, "kg/m^3", "as shown, at the temperature below"});
  analysis.results.push_back({"", "temperature", T - 273.15, "degC", "of the liquid"});
  if (how == "alcoholometer") {
    const double lightest = ethanol_water_density(1.0, 293.15), heaviest = ethanol_water_density(0.0, 293.15);
    const double w = ethanol_mass_fraction(std::clamp(shown, lightest, heaviest), 293.15);
    analysis.results.push_back(
        {"", "strength", 100.0 * ethanol_volume_fraction(w), "%", "by volume, on the scale that is right at 20 degC"});
  }
  analysis.truth.push_back({"", "density", rho, "kg/m^3", "of the liquid at its temperature"});
  for (const SampleContents::Species& one : sample.species)
    analysis.truth.push_back({one.name, "mass_fraction", 100.0 * one.mass_fraction, "%", "in the sample"});
  return analysis;
}

}  // namespace

double sample_density(const SampleContents& sample, double T) {
  if (is_ethanol_water(sample)) return ethanol_water_density(sample.find("ethanol")->mass_fraction, T);
  double volume = 0.0;
  for (const SampleContents::Species& one : sample.species) {
    const Component& component = Component::find(one.name);
    volume += one.mass_fraction / (component.molar_mass() * component.property("LiquidDensity")(T));
  }
  return 1.0 / volume;
}

InstrumentKind densimeter_kind() {
  InstrumentKind kind;
  kind.name = "densimeter";
  kind.title = {"Density meter and hydrometers", "密度计"};
  kind.sentence = "Density of a liquid by an oscillating tube of known temperature, or by a hydrometer in a cylinder.";
  kind.manual = {
      "The oscillating tube keeps its own temperature; a hydrometer reads at that of the sample.",
      "Look for bubbles: one of a thousandth of the tube takes a thousandth off the density.",
      "The alcoholometer's scale is right at 20 degC only: correct with the alcoholometric tables.",
      "Check with water: 998.20 kg/m^3 at 20 degC.",
  };
  kind.model = "densimeter_kind";
  kind.settings = {
      {"temperature", "degC", 20.0, 0.0, 40.0, "that the oscillating tube is kept at"},
      {"scale_error", "1", 0.0, -0.05, 0.05, "relative, of an old calibration"},
      {"offset", "kg/m^3", 0.0, -20.0, 20.0, "of this very instrument, or of reading above the meniscus"},
      {"noise", "kg/m^3", 0.02, 0.0, 10.0, "standard deviation of a reading"},
      {"bubble", "1", 0.0, 0.0, 0.5, "share of the tube that is a bubble"},
      {"scale_from", "kg/m^3", 780.0, 500.0, 2000.0, "lower end of the hydrometer's scale"},
      {"scale_to", "kg/m^3", 1000.0, 501.0, 2100.0, "upper end of it"},
      {"division", "kg/m^3", 0.5, 0.0, 10.0, "of the hydrometer's scale"},
  };
  kind.choices = {
      {"instrument", {"oscillating", "hydrometer", "alcoholometer"}, "that is used"},
  };
  kind.secret = {"scale_error", "offset"};
  kind.usual_volume = 100e-6;
  kind.species = component_facts;
  kind.run = run_densimeter;
  return kind;
}

}  // namespace stillhouse
