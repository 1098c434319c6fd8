#include "models/instruments/physical/conductivity.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/random.h"
#include "models/control/setting_check.h"
#include "models/instruments/decimal.h"
#include "models/instruments/titration/acid_base_balance.h"
#include "models/instruments/titration/data_lists.h"
#include "models/instruments/titration/ion_activity.h"
#include "models/instruments/titration/titration_curve.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

std::string_view ions_csv();  // embedded (cmake/embed.cmake)

namespace {

constexpr double room = 298.15;
constexpr double rate_constant = 0.112e-3, activation = 47.3e3;  // m^3/mol/s at 25 degC, J/mol: ethyl acetate
constexpr double per_kelvin = 0.02;                              // of most ions' mobility
constexpr double pure_water = 1e-4;                              // S/m, with the air's carbon dioxide

/// Share of the limiting conductivity that is left at an ionic strength, for ions of a limiting conductivity each.
double slowed(double limiting, double concentration) {
  return limiting > 0.0 ? molar_conductivity(2.0 * limiting, concentration) / (2.0 * limiting) : 0.0;
}

/// Conductivity at 25 degC of the sample's solution.
double conductivity_of(const SampleContents& sample) {
  const AqueousSolution solution = flask_of(sample, 0.0);
  const AcidBaseState state = acid_base_state(solution, room, IonActivity::davies);
  const double strength = state.ionic_strength;
  const auto ion = [&](const char* name, double concentration) {
    const double limiting = limiting_conductivity(name);
    return concentration * limiting * slowed(limiting, strength);
  };
  double kappa = pure_water + ion("hydrogen", state.hydrogen);
  const double exponent = davies_exponent(strength, room);
  kappa += ion("hydroxide", 1e3 * ten_to(exponent + state.pH - water_pK(room)));
  double acid = 0.0;
  for (const SampleContents::Species& one : sample.species) {
    const double c = one.moles / solution.volume;
    if (one.name == "potassium chloride") kappa += ion("potassium", c) + ion("chloride", c);
    if (one.name == "sodium chloride") kappa += ion("sodium", c) + ion("chloride", c);
    if (one.name == "hydrochloric acid") kappa += ion("chloride", c);
    if (one.name == "sodium hydroxide" || one.name == "sodium acetate") kappa += ion("sodium", c);
    if (one.name == "acetic acid" || one.name == "sodium acetate") {
      const double free = 1.0 / (1.0 + ten_to(protolyte("acetic").pK[0] - state.pH - exponent));
      kappa += ion("acetate", c * free);
      acid += c;
    }
  }
  return kappa / acetic_acid_viscosity(acid);
}

SpeciesFacts facts_of(std::string_view name) {
  const std::vector<std::string> allowed{"acetic acid",    "ethyl acetate",   "hydrochloric acid", "potassium chloride",
                                         "sodium acetate", "sodium chloride", "sodium hydroxide",  "water"};
  if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
    throw ModelError(not_in_table("electrolyte whose ions' mobilities are known", name, allowed));
  return titration_species(name);
}

/// The sample after ester and hydroxide have had a time to react.
SampleContents saponified(const SampleContents& sample, double T, double t) {
  const SampleContents::Species* ester = sample.find("ethyl acetate");
  const SampleContents::Species* base = sample.find("sodium hydroxide");
  if (!ester || !base) return sample;
  const double k = rate_constant * exp(-activation / gas_constant * (1.0 / T - 1.0 / room));
  const double left = hydroxide_left(base->concentration, ester->concentration, k, t);
  const double reacted = (base->concentration - left) * sample.volume;
  SampleContents later = sample;
  bool acetate = false;
  for (SampleContents::Species& one : later.species) {
    if (one.name == "sodium hydroxide" || one.name == "ethyl acetate") one.moles -= reacted;
    if (one.name == "sodium acetate") one.moles += reacted, acetate = true;
  }
  if (!acetate) {
    SampleContents::Species salt{};
    salt.name = "sodium acetate";
    salt.moles = reacted;
    later.species.push_back(salt);
  }
  return later;
}

Analysis run_conductivity(const SampleContents& sample, const AnalysisMethod& method, std::uint64_t seed) {
  Analysis analysis;
  if (sample.empty()) {
    analysis.fault("The cell is dry: it shows nothing.", "电导池是干的：没有读数。");
    return analysis;
  }
  const double T = method["temperature"];
  const RandomStream random(seed, "conductivity");
  const double compensation = method.word("compensation") == "linear" ? 1.0 + method["alpha"] * (T - room) : 1.0;
  // one reading, or one every interval while ester and hydroxide react
  const double last = method.word("mode") == "kinetics" ? method["duration"] : 0.0;
  Analysis::Column time{"time", "s", {}}, reading{"conductivity", "mS/cm", {}};
  double kappa = 0.0, shown = 0.0;
  for (int i = 0; i * method["interval"] <= last && i < 5000; ++i) {
    const double t = method["delay"] + i * method["interval"];
    kappa = conductivity_of(saponified(sample, T, t)) * (1.0 + per_kelvin * (T - room));
    shown = kappa * method["cell_constant"] / method["cell_constant_entered"] / compensation *
            (1.0 + method["noise"] * random.gaussian(i));
    time.values.push_back(t);
    reading.values.push_back(10.0 * shown);
  }
  analysis.signal = {time, reading};
  analysis.results.push_back({"", "conductivity", 10.0 * shown, "mS/cm", "as shown, the last reading"});
  analysis.results.push_back({"", "temperature", T - 273.15, "degC", "of the cell"});
  analysis.truth.push_back({"", "conductivity", 10.0 * kappa, "mS/cm", "of the solution at its temperature"});
  analysis.truth.push_back({"", "cell_constant", 1e-2 * method["cell_constant"], "1/cm", "of this cell"});
  if (sample.find("ethyl acetate"))
    analysis.truth.push_back({"", "rate_constant",
                              1e3 * rate_constant * exp(-activation / gas_constant * (1.0 / T - 1.0 / room)), "L/mol/s",
                              "of the saponification"});
  analysis.duration = 60.0 + last;
  return analysis;
}

}  // namespace

double limiting_conductivity(std::string_view ion) {
  struct Ion {
    std::string name;
    double conductivity;
  };
  static const std::vector<Ion> table = [] {
    std::vector<Ion> result;
    for (const DataRow& row : data_rows("ions.csv", ions_csv(), "ion,charge,conductivity"))
      result.push_back({std::string(row.fields[0]), 1e-4 * row.number(2)});
    return result;
  }();
  std::vector<std::string> names;
  for (const Ion& one : table) {
    if (one.name == ion) return one.conductivity;
    names.push_back(one.name);
  }
  throw ModelError(not_in_table("ion whose mobility is known", ion, names));
}

double molar_conductivity(double limiting, double concentration) {
  const double root = sqrt(smooth_positive(1e-3 * concentration, 1e-15));
  const double slope = 60.2e-4 + 0.229 * limiting;
  return limiting - slope * root / (1.0 + 1.3 * root);
}

double acetic_acid_viscosity(double concentration) {
  return 1.0 + 1.23e-4 * concentration;
}

double potassium_chloride_standard(double molality, double T) {
  check_setting("potassium chloride standard", "T", T, 273.15, 323.15);
  // every 5 K from 0 to 50 degC, 1e-4 S/m
  static constexpr std::array hundredth{772.92,  890.96,  1013.95, 1141.45, 1273.03, 1408.23,
                                        1546.63, 1687.79, 1831.27, 1976.62, 2123.43};
  static constexpr std::array tenth{7116.85, 8183.70, 9291.72, 10437.1, 11615.9, 12824.6,
                                    14059.2, 15316.0, 16591.0, 17880.6, 19180.9};
  if (molality != 0.01 && molality != 0.1)
    throw ModelError("potassium chloride standard: allowed are 0.01 and 0.1 mol/kg");
  const auto& table = molality == 0.01 ? hundredth : tenth;
  const double place = (T - 273.15) / 5.0;
  const std::size_t i = std::min<std::size_t>(9, static_cast<std::size_t>(place));
  return 1e-4 * (table[i] + (table[i + 1] - table[i]) * (place - static_cast<double>(i)));
}

double hydroxide_left(double hydroxide, double ester, double k, double t) {
  // a - x = a / (1 + b k t y), y = (1 - e^-z) / z, which is 1 where both are equal
  const double z = k * t * (hydroxide - ester);
  const double y = std::fabs(z) < 1e-5 ? 1.0 - 0.5 * z : (1.0 - exp(-z)) / z;
  return hydroxide / (1.0 + ester * k * t * y);
}

InstrumentKind conductivity_kind() {
  InstrumentKind kind;
  kind.name = "conductivity_meter";
  kind.title = {"Conductivity meter", "电导率仪"};
  kind.sentence = "Conductivity of an aqueous solution between two electrodes, at its temperature or as if at 25 degC.";
  kind.manual = {
      "Find the cell constant with potassium chloride: 0.01 mol/L has 1.413, 0.1 mol/L 12.88 mS/cm at 25 degC.",
      "Conductivity rises by about 2 % a kelvin: state the temperature, or compensate.",
      "A dry or dirty cell shows too little.",
  };
  kind.model = "conductivity_kind";
  kind.settings = {
      {"temperature", "degC", 25.0, 5.0, 60.0, "of the cell"},
      {"cell_constant", "1/cm", 1.0, 0.05, 20.0, "of this very cell: its own secret"},
      {"cell_constant_entered", "1/cm", 1.0, 0.05, 20.0, "that the meter counts with"},
      {"alpha", "1/K", 0.02, 0.0, 0.1, "of the temperature compensation"},
      {"noise", "1", 0.001, 0.0, 0.2, "standard deviation of a reading, relative"},
      {"delay", "s", 0.0, 0.0, 3600.0, "from mixing to the first reading"},
      {"interval", "s", 30.0, 0.1, 3600.0, "between readings of a kinetic run"},
      {"duration", "s", 1800.0, 1.0, 100000.0, "of a kinetic run"},
  };
  kind.choices = {
      {"mode", {"single", "kinetics"}, "one reading, or many while ethyl acetate and hydroxide react"},
      {"compensation", {"none", "linear"}, "to 25 degC"},
  };
  kind.secret = {"cell_constant"};
  kind.usual_volume = 50e-6;
  kind.solvent = "water";
  kind.species = facts_of;
  kind.run = run_conductivity;
  return kind;
}

}  // namespace stillhouse
