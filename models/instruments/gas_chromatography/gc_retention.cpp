#include "models/instruments/gas_chromatography/gc_retention.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <optional>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "engine/base/quantity.h"
#include "models/properties/component.h"
#include "models/properties/data_table.h"
#include "models/properties/diffusion_volume.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

// the embedded tables (cmake/embed.cmake)
std::string_view gc_retention_csv();
std::string_view gc_indices_csv();
std::string_view gc_analytes_csv();

namespace {

struct StationaryPhase {
  std::string name;
  std::string ladder;          ///< whose alkanes are its own
  std::string index_from;      ///< whose indices stand in for missing ones; empty: none
  std::string retention_from;  ///< the same of parameters
  double limit;                ///< K
  bool polar;
};

const std::vector<StationaryPhase>& phases() {
  static const std::vector<StationaryPhase> list{
      {"5ms", "5ms", "dimethylsilicone", "", 623.15, false},
      {"dimethylsilicone", "5ms", "", "5ms", 598.15, false},
      {"wax", "wax", "", "", 523.15, true},
      {"squalane", "5ms", "", "", 423.15, false},
      {"fs5ms", "fs5ms", "dimethylsilicone", "", 623.15, false},
  };
  return list;
}

const StationaryPhase& find_phase(std::string_view name) {
  for (const StationaryPhase& phase : phases())
    if (phase.name == name) return phase;
  const std::vector<std::string> names = stationary_phases();
  std::string message = "there is no stationary phase \"" + std::string(name) + "\"; allowed:";
  for (const std::string& allowed : names) message += " " + allowed;
  throw ModelError(message);
}

using Key = std::pair<std::string, std::string>;  // phase, compound

struct Known {
  CharacteristicRetention retention;
  std::string source;
};

const std::map<Key, Known>& known_retentions() {
  static const std::map<Key, Known> table = [] {
    std::map<Key, Known> known;
    for (const DataRow& row : data_rows("gc_retention.csv", gc_retention_csv(),
                                        "phase,compound,T_char_degC,theta_char_K,dCp_J/mol/K,beta,source")) {
      const CharacteristicRetention value{row.number(2) + 273.15, row.number(3), row.number(4), row.number(5)};
      if (!(value.theta > 0.0 && value.beta > 0.0)) row.fail("theta and beta must be above 0");
      const Known entry{value, std::string(row.fields[6])};
      if (!known.emplace(Key{row.fields[0], row.fields[1]}, entry).second) row.fail("it stands twice");
    }
    return known;
  }();
  return table;
}

struct KnownIndex {
  double index;
  std::string source;
};

const std::map<Key, KnownIndex>& known_indices() {
  static const std::map<Key, KnownIndex> table = [] {
    std::map<Key, KnownIndex> known;
    for (const DataRow& row : data_rows("gc_indices.csv", gc_indices_csv(), "phase,compound,index,source"))
      if (!known.emplace(Key{row.fields[0], row.fields[1]}, KnownIndex{row.number(2), std::string(row.fields[3])})
               .second)
        row.fail("it stands twice");
    return known;
  }();
  return table;
}

struct Atom {
  std::string_view symbol;
  double molar_mass, volume;
};
// IUPAC atomic weights; diffusion volumes as in diffusion_volume.cpp
constexpr Atom atoms[] = {{"Cl", 35.45e-3, 21.0}, {"C", 12.011e-3, 15.9}, {"H", 1.008e-3, 2.31},
                          {"O", 15.999e-3, 6.11}, {"N", 14.007e-3, 4.54}, {"S", 32.06e-3, 22.9}};

/// "C2H6O" into molar mass and diffusion volume.
void add_up(const DataRow& row, std::string_view formula, GcAnalyte& analyte) {
  while (!formula.empty()) {
    const Atom* atom = nullptr;
    for (const Atom& one : atoms)
      if (!atom && formula.starts_with(one.symbol)) atom = &one;
    if (!atom) row.fail("formula: no atom begins '" + std::string(formula) + "'");
    formula.remove_prefix(atom->symbol.size());
    int count = 0;
    while (!formula.empty() && std::isdigit(static_cast<unsigned char>(formula.front()))) {
      count = 10 * count + (formula.front() - '0');
      formula.remove_prefix(1);
    }
    analyte.molar_mass += std::max(count, 1) * atom->molar_mass;
    analyte.diffusion_volume += std::max(count, 1) * atom->volume;
  }
}

/// What the component data say of a molecule that the table does not name.
GcAnalyte predicted_analyte(const Component& component) {
  const auto& atoms_of = component.atoms();
  const auto count = [&](const char* symbol) {
    const auto at = atoms_of.find(symbol);
    return at == atoms_of.end() ? 0 : at->second;
  };
  return {lower_case(component.name()), component.molar_mass(), diffusion_volume(component),
          std::max(0.0, count("C") - 0.6 * count("O")), true};
}

const std::map<std::string, GcAnalyte, std::less<>>& analyte_table() {
  static const std::map<std::string, GcAnalyte, std::less<>> table = [] {
    std::map<std::string, GcAnalyte, std::less<>> list;
    for (const DataRow& row : data_rows("gc_analytes.csv", gc_analytes_csv(), "compound,formula,rings,ecn")) {
      GcAnalyte analyte{std::string(row.fields[0]), 0.0, -18.3 * row.number(2), row.number(3), false};
      add_up(row, row.fields[1], analyte);
      if (!list.emplace(analyte.name, analyte).second) row.fail("it stands twice");
    }
    for (const std::string& name : Component::names()) {
      const GcAnalyte analyte = predicted_analyte(Component::find(name));
      // small molecules have diffusion volumes of their own
      const auto [at, is_new] = list.emplace(analyte.name, analyte);
      if (!is_new) at->second.diffusion_volume = analyte.diffusion_volume;
    }
    return list;
  }();
  return table;
}

/// Alkanes of a phase's ladder by carbon atoms.
const std::map<int, CharacteristicRetention>& ladder_of(const std::string& phase) {
  static const std::map<std::string, std::map<int, CharacteristicRetention>> ladders = [] {
    std::map<std::string, std::map<int, CharacteristicRetention>> all;
    for (const auto& [key, known] : known_retentions()) {
      const GcAnalyte& analyte = find_gc_analyte(key.second);
      // n-alkanes: as many carbons as the effective carbon number, and M = 14.027 n + 2.016
      const double n = std::round(analyte.ecn);
      const bool alkane =
          key.second.starts_with("n-") && std::abs(analyte.molar_mass - (14.027e-3 * n + 2.016e-3)) < 5e-5;
      if (alkane) all[key.first].emplace(static_cast<int>(n), known.retention);
    }
    return all;
  }();
  return ladders.at(phase);
}

/// Carbon atoms of the normal alkane that boils at T_b; between and beyond methane to decane along straight lines.
double carbons_boiling_at(double T_b) {
  static const std::vector<std::pair<int, double>> boiling = [] {
    std::vector<std::pair<int, double>> list;
    const char* const names[] = {"methane",   "ethane",   "propane",   "n-butane",
                                 "n-pentane", "n-hexane", "n-heptane", "n-octane"};
    for (int n = 1; n <= 8; ++n) list.emplace_back(n, Component::find(names[n - 1]).constant("Tb"));
    list.emplace_back(10, Component::find("n-decane").constant("Tb"));
    return list;
  }();
  std::size_t i = 0;
  while (i + 2 < boiling.size() && T_b > boiling[i + 1].second) ++i;
  const auto& [n, below] = boiling[i];
  const auto& [m, above] = boiling[i + 1];
  return n + (m - n) * (T_b - below) / (above - below);
}

}  // namespace

double CharacteristicRetention::ln_k(double T, double phase_ratio) const {
  const double C = dCp / gas_constant;
  return (C + T_char / theta) * (T_char / T - 1.0) + C * log(T / T_char) + log(beta / phase_ratio);
}

double Retention::ln_k(double T, double phase_ratio) const {
  double sum = 0.0;
  for (const Part& part : parts) sum += part.weight * part.of.ln_k(T, phase_ratio);
  return sum;
}

std::vector<std::string> stationary_phases() {
  std::vector<std::string> names;
  for (const StationaryPhase& phase : phases()) names.push_back(phase.name);
  return names;
}

double temperature_limit(std::string_view phase) {
  return find_phase(phase).limit;
}

bool is_polar(std::string_view phase) {
  return find_phase(phase).polar;
}

const GcAnalyte& find_gc_analyte(std::string_view name) {
  const std::string lower = lower_case(name);
  const auto& table = analyte_table();
  if (const auto found = table.find(lower); found != table.end()) return found->second;
  try {
    // another name of a component
    const auto found = table.find(lower_case(Component::find(name).name()));
    if (found != table.end()) return found->second;
  } catch (const ModelError&) {
  }
  std::vector<std::string> names;
  for (const auto& [known, analyte] : table) names.push_back(known);
  std::string message = "the gas chromatograph knows no \"" + std::string(name) + "\"; ";
  if (const std::string nearest = nearest_word(lower, names); !nearest.empty())
    throw ModelError(message + "nearest: " + nearest);
  message += "allowed:";
  for (const std::string& known : names) message += (known == names.front() ? " " : "; ") + known;
  throw ModelError(message);
}

Retention alkane_retention(std::string_view phase, double carbons) {
  const std::map<int, CharacteristicRetention>& ladder = ladder_of(find_phase(phase).ladder);
  auto above = ladder.upper_bound(static_cast<int>(std::floor(carbons)));
  if (above == ladder.end()) --above;
  if (above == ladder.begin()) ++above;
  const auto below = std::prev(above);
  const double s = (carbons - below->first) / (above->first - below->first);
  return {{{1.0 - s, below->second}, {s, above->second}}, "between n-alkanes", false};
}

Retention find_retention(std::string_view phase, const GcAnalyte& analyte) {
  const StationaryPhase& on = find_phase(phase);
  for (const std::string& name : {on.name, on.ladder}) {
    // a phase that borrows its alkanes borrows nothing else here
    const auto found = known_retentions().find({name, analyte.name});
    if (found == known_retentions().end() || (name != on.name && !analyte.name.starts_with("n-"))) continue;
    return {{{1.0, found->second.retention}}, found->second.source, false};
  }
  const auto by_index = [&](double index, const std::string& source, bool predicted) {
    Retention retention = alkane_retention(phase, 0.01 * index);
    retention.source = "retention index " + rounded(index, 4) + ", " + source;
    retention.predicted = predicted;
    return retention;
  };
  if (const auto found = known_indices().find({on.name, analyte.name}); found != known_indices().end())
    return by_index(found->second.index, found->second.source, found->second.source.starts_with("estimated"));
  if (const auto found = known_indices().find({on.index_from, analyte.name}); found != known_indices().end())
    return by_index(found->second.index, found->second.source + ", measured on " + on.index_from, true);
  if (const auto found = known_retentions().find({on.retention_from, analyte.name}); found != known_retentions().end())
    return {{{1.0, found->second.retention}}, found->second.source + ", measured on " + on.retention_from, true};
  try {
    const double T_b = Component::find(analyte.name).constant("Tb");
    return by_index(100.0 * carbons_boiling_at(T_b), "that of an alkane boiling at " + rounded(T_b, 4) + " K", true);
  } catch (const ModelError&) {
    throw ModelError("the gas chromatograph knows neither retention nor boiling point of " + analyte.name + " on " +
                     on.name);
  }
}

}  // namespace stillhouse
