#include "models/instruments/physical/atomic_absorption.h"

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "models/instruments/decimal.h"
#include "models/instruments/titration/data_lists.h"

namespace stillhouse {

namespace {

/// Concentration that takes 1 % of the light, kg/m^3: EPA-600/4-79-020, methods 215.1, 242.1, 258.1.
double characteristic(const std::string& element) {
  return element == "calcium" ? 0.08e-3 : element == "magnesium" ? 0.007e-3 : 0.04e-3;
}

struct Known {
  const char* name;
  double molar_mass;  // kg/mol
};
// standard atomic weights
constexpr Known known[] = {{"calcium", 40.078e-3},  {"magnesium", 24.305e-3},  {"potassium", 39.098e-3},
                           {"caesium", 132.905e-3}, {"lanthanum", 138.905e-3}, {"phosphate", 94.970e-3}};

SpeciesFacts facts_of(std::string_view name) {
  if (name == "water") return component_facts(name);
  std::vector<std::string> names{"water"};
  for (const Known& one : known) {
    if (name == one.name) return {one.molar_mass, 0.0};
    names.emplace_back(one.name);
  }
  throw ModelError(not_in_table("element of the flame", name, names));
}

double mass_concentration(const SampleContents& sample, const char* name) {
  const SampleContents::Species* species = sample.find(name);
  return species ? species->concentration * species->facts.molar_mass : 0.0;  // kg/m^3
}

Analysis run_atomic_absorption(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  const std::string& element = method.word("lamp");
  const double c = mass_concentration(sample, element.c_str());
  const double phosphate = element == "potassium" ? 0.0 : mass_concentration(sample, "phosphate");
  const double lanthanum = mass_concentration(sample, "lanthanum");
  const double kept = phosphate > 0.0 ? method["interference"] * phosphate / (phosphate + method["interference_half"]) /
                                            (1.0 + 20.0 * lanthanum / phosphate)
                                      : 0.0;
  // potassium is ionised in the flame, the others hardly
  const double share =
      element == "potassium" ? ionised_share(c, mass_concentration(sample, "caesium"), method["ionisation"]) : 0.0;
  const double free = c * (1.0 - share) * (1.0 - kept);
  const double ideal = 0.0044 * free * method["burner"] / characteristic(element), s = method["unabsorbed"];
  const double T = ((1.0 - s) * ten_to(-ideal) + s) * ten_to(-method["background"]);
  const bool burns = method.word("flame") == "on";
  if (!burns) analysis.fault("The flame is out: nothing is atomised.", "火焰已熄灭：没有原子化。");
  if (sample.empty()) analysis.fault("The tube sucks air.", "吸样管吸入的是空气。");
  const RandomStream random(seed, "atomic absorption");
  const int readings = static_cast<int>(method["readings"]);
  Analysis::Column number{"reading", "1", {}}, absorbance{"absorbance", "1", {}};
  double sum = 0.0;
  for (int i = 0; i < readings; ++i) {
    const double light = burns ? T : 1.0;
    const double seen =
        light * (1.0 + method["flame_noise"] * random.gaussian(i, 0)) + method["counter_noise"] * random.gaussian(i, 1);
    const double A = -log10_of(std::max(seen, 1e-4));
    number.values.push_back(i + 1.0);
    absorbance.values.push_back(A);
    sum += A;
  }
  analysis.signal = {number, absorbance};
  analysis.results.push_back({"", "absorbance", sum / readings, "1", "mean of the readings"});
  analysis.truth.push_back({element, "concentration", 1e3 * c, "mg/L", "in the sample"});
  analysis.truth.push_back({element, "ionised", 100.0 * share, "%", "of the atoms"});
  analysis.truth.push_back({element, "kept_by_phosphate", 100.0 * kept, "%", "of the atoms"});
  analysis.duration = 30.0 + 3.0 * readings;
  return analysis;
}

}  // namespace

double ionised_share(double concentration, double buffer, double K) {
  // c a^2 + (b + K) a - K = 0, the root between 0 and 1 without cancellation
  const double half = 0.5 * (buffer + K);
  return K / (half + sqrt(half * half + concentration * K));
}

InstrumentKind atomic_absorption_kind() {
  InstrumentKind kind;
  kind.name = "atomic_absorption";
  kind.title = {"Atomic absorption spectrometer", "原子吸收光谱仪"};
  kind.sentence = "Absorption of a lamp's line by the atoms of one element in a flame.";
  kind.manual = {
      "Calibrate with standards that have the matrix of the sample; the line bends over at high absorbance.",
      "Phosphate holds calcium back: add lanthanum to samples and standards, or add the standard to the sample.",
      "Potassium is ionised in a hot flame: add caesium to all solutions.",
      "Sizes of interference, ionisation and unabsorbed light are assumptions: a burner of your own has others.",
  };
  kind.model = "atomic_absorption_kind";
  kind.settings = {
      {"burner", "1", 1.0, 0.01, 10.0,
       "its sensitivity over the usual one, at which 0.08 mg/L Ca, 0.007 Mg or 0.04 K take 1 % of the light"},
      {"unabsorbed", "1", 0.02, 0.0, 0.5, "share of the lamp's light that no atom can absorb"},
      {"background", "1", 0.0, 0.0, 1.0, "absorbance of smoke and molecules"},
      {"interference", "1", 0.5, 0.0, 1.0, "largest share that phosphate holds back"},
      {"interference_half", "mg/L", 10.0, 0.1, 1000.0, "phosphate at which it holds back half of that"},
      {"ionisation", "mg/L", 1.0, 0.0001, 100.0, "ionisation constant of potassium in this flame"},
      {"flame_noise", "1", 0.003, 0.0, 0.2, "standard deviation of the light, relative"},
      {"counter_noise", "1", 0.0005, 0.0, 0.1, "the same whatever the light"},
      {"readings", "1", 5.0, 1.0, 200.0, "that are averaged"},
  };
  kind.choices = {
      {"lamp", {"calcium", "magnesium", "potassium"}, "whose line is used"},
      {"flame", {"on", "off"}, "the flame"},
  };
  kind.secret = {"burner", "unabsorbed", "background"};
  kind.usual_volume = 10e-6;
  kind.solvent = "water";
  kind.species = facts_of;
  kind.run = run_atomic_absorption;
  return kind;
}

}  // namespace stillhouse
