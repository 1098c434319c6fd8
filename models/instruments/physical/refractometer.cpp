#include "models/instruments/physical/refractometer.h"

#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "models/instruments/physical/ethanol_water.h"
#include "models/instruments/titration/data_lists.h"
#include "models/properties/component.h"

namespace stillhouse {

std::string_view refractive_indices_csv();  // embedded (cmake/embed.cmake)

namespace {

struct Liquid {
  std::string name;
  double n, T;
};

const std::vector<Liquid>& liquids() {
  static const std::vector<Liquid> table = [] {
    std::vector<Liquid> result;
    for (const DataRow& row : data_rows("refractive_indices.csv", refractive_indices_csv(), "compound,nD,degC,source"))
      result.push_back({std::string(row.fields[0]), row.number(1), 273.15 + row.number(2)});
    return result;
  }();
  return table;
}

const Liquid& liquid_of(std::string_view name) {
  std::vector<std::string> names;
  for (const Liquid& liquid : liquids()) {
    if (liquid.name == name) return liquid;
    names.push_back(liquid.name);
  }
  throw ModelError(not_in_table("liquid whose refractive index is known", name, names));
}

double lorentz(double n) {
  return (n * n - 1.0) / (n * n + 2.0);
}

double index_of(double L) {
  return sqrt((1.0 + 2.0 * L) / (1.0 - L));
}

double density(std::string_view name, double T) {
  const Component& component = Component::find(name);
  return component.molar_mass() * component.property("LiquidDensity")(T);
}

double excess(double w, double a, double b, double c) {
  const double u = 2.0 * w - 1.0;
  return w * (1.0 - w) * (a + u * (b + u * c));
}

/// Share of one of two species if these two are all there is, else none.
bool only(const std::vector<std::pair<std::string, double>>& shares, const char* name, double& w) {
  double first = 0.0, water = 0.0, all = 0.0;
  for (const auto& [species, share] : shares) {
    if (species == name) first += share;
    if (species == "water") water += share;
    all += share;
  }
  if (!(first > 0.0 && water > 0.0) || first + water < all * (1.0 - 1e-12)) return false;
  w = first / (first + water);
  return true;
}

SpeciesFacts facts_of(std::string_view name) {
  liquid_of(name);
  return component_facts(name);
}

Analysis run_refractometer(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty()) {
    analysis.fault("There is nothing between the prisms: no edge of light and dark.",
                   "棱镜之间没有样品：看不到明暗分界线。");
    return analysis;
  }
  std::vector<std::pair<std::string, double>> shares;
  for (const SampleContents::Species& one : sample.species) shares.emplace_back(one.name, one.mass_fraction);
  // the film takes the prism's temperature with its time constant
  const double away = (sample.T - method["temperature"]) * exp(-method["wait"] / 20.0);
  const double T = method["temperature"] + away;
  const double n = refractive_index(shares, T);
  const RandomStream random(seed, "refractometer");
  const double division = method["division"];
  double sum = 0.0;
  const int readings = static_cast<int>(method["readings"]);
  Analysis::Column number{"reading", "1", {}}, index{"index", "1", {}};
  for (int i = 0; i < readings; ++i) {
    const double read = n + method["offset"] + method["noise"] * random.gaussian(i);
    const double shown = division > 0.0 ? division * std::floor(read / division + 0.5) : read;
    number.values.push_back(i + 1.0);
    index.values.push_back(shown);
    sum += shown;
  }
  analysis.signal = {number, index};
  analysis.results.push_back({"", "index", sum / readings, "1", "mean of the readings"});
  analysis.results.push_back({"", "temperature", method["temperature"] - 273.15, "degC", "that the bath shows"});
  analysis.truth.push_back({"", "index", n, "1", "of the film between the prisms"});
  analysis.truth.push_back({"", "temperature", T - 273.15, "degC", "of the film"});
  for (const SampleContents::Species& one : sample.species)
    analysis.truth.push_back({one.name, "mass_fraction", 100.0 * one.mass_fraction, "%", "in the sample"});
  analysis.duration = method["wait"] + 20.0 * readings;
  return analysis;
}

}  // namespace

double refractive_index(std::string_view name, double T) {
  const Liquid& liquid = liquid_of(name);
  return index_of(lorentz(liquid.n) * density(name, T) / density(name, liquid.T));
}

double refractive_index(const std::vector<std::pair<std::string, double>>& shares, double T) {
  double w = 0.0;
  if (only(shares, "ethanol", w)) {
    constexpr double room = 293.15;
    const double ethanol = lorentz(liquid_of("ethanol").n) / ethanol_water_density(1.0, room);
    const double water = lorentz(liquid_of("water").n) / ethanol_water_density(0.0, room);
    const double refraction = w * ethanol + (1.0 - w) * water + excess(w, -3.13810812e-6, 2.42263516e-6, 3.24533856e-6);
    return index_of(refraction * ethanol_water_density(w, T));
  }
  if (only(shares, "methanol", w))
    return w * refractive_index("methanol", T) + (1.0 - w) * refractive_index("water", T) +
           excess(w, 0.04884766, 0.01463646, -0.00712891);

  double volume = 0.0, L = 0.0;
  for (const auto& [species, share] : shares) {
    const double part = share / density(species, T);
    volume += part;
    L += part * lorentz(refractive_index(species, T));
  }
  if (!(volume > 0.0)) throw ModelError("refractive index: the mixture is empty");
  return index_of(L / volume);
}

InstrumentKind refractometer_kind() {
  InstrumentKind kind;
  kind.name = "refractometer";
  kind.title = {"Abbe refractometer", "阿贝折射仪"};
  kind.sentence = "Reads the refractive index of a drop between two prisms of known temperature.";
  kind.manual = {
      "Check with water: 1.3330 at 20 degC; what it shows instead is the offset.",
      "Wait until the film has the temperature of the prisms: organic liquids change by 4 to 5 e-4 a kelvin.",
      "One reading of ethanol and water may have two compositions: beyond 63 mass % add a known amount of water and "
      "read again, or take the density.",
      "Binary mixtures need a calibration of standards weighed in.",
  };
  kind.model = "refractometer_kind";
  kind.settings = {
      {"temperature", "degC", 20.0, 10.0, 40.0, "of the bath and the prisms"},
      {"wait", "s", 120.0, 0.0, 1800.0, "before the reading; the film takes on the temperature in some 20 s"},
      {"readings", "1", 3.0, 1.0, 100.0, "that are averaged"},
      {"division", "1", 0.0001, 0.0, 0.01, "of the scale"},
      {"noise", "1", 0.0001, 0.0, 0.01, "standard deviation of setting the edge on the cross"},
      {"offset", "1", 0.0, -0.01, 0.01, "of this very instrument: water finds it"},
  };
  kind.secret = {"offset"};
  kind.usual_volume = 1e-7;
  kind.species = facts_of;
  kind.run = run_refractometer;
  return kind;
}

}  // namespace stillhouse
