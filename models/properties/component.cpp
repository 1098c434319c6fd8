#include "models/properties/component.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/error.h"
#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded tables (cmake/embed.cmake)
std::string_view component_constants_csv();
std::string_view component_temperature_functions_csv();
std::string_view component_names_csv();
std::string_view component_replaced_constants_csv();
std::string_view component_replaced_functions_csv();

namespace {

struct UnitScale {
  std::string_view unit;
  double scale;
};

// units of the data file and what one of them is in SI with moles
constexpr std::array unit_scales{
    UnitScale{"K", 1.0},       UnitScale{"Pa", 1.0},        UnitScale{"_", 1.0},         UnitScale{"N/m", 1.0},
    UnitScale{"Pa.s", 1.0},    UnitScale{"W/m/K", 1.0},     UnitScale{"Coulomb.m", 1.0}, UnitScale{"J0.5/m1.5", 1.0},
    UnitScale{"J/kmol", 1e-3}, UnitScale{"J/kmol/K", 1e-3}, UnitScale{"kg/kmol", 1e-3},  UnitScale{"m3/kmol", 1e-3},
    UnitScale{"kmol/m3", 1e3},
};

double scale(const DataRow& row, std::size_t i) {
  for (const UnitScale& known : unit_scales)
    if (known.unit == row.fields[i]) return known.scale;
  row.fail("unit '" + std::string(row.fields[i]) + "' is not known");
}

constexpr char data_source[] = "ChemSep v8.3 data";

const std::vector<Component>& all() {
  static const std::vector<Component> components =
      Component::read(component_constants_csv(), component_temperature_functions_csv(),
                      {component_names_csv(), component_replaced_constants_csv(), component_replaced_functions_csv()});
  return components;
}

/// A correlation from its row, of which `first` is the column of the unit.
TemperatureFunction function_in(const DataRow& row, std::size_t first, double critical_temperature) {
  TemperatureFunction function;
  function.scale = scale(row, first);
  const double equation = row.number(first + 1);
  function.equation = static_cast<int>(equation);
  if (function.equation != equation || !TemperatureFunction::known(function.equation))
    row.fail("equation number " + std::string(row.fields[first + 1]) + " is not known");
  for (std::size_t i = 0; i < function.coefficients.size(); ++i)
    function.coefficients[i] = row.number_or_zero(first + 2 + i);
  function.critical_temperature = critical_temperature;
  function.T_min = row.number(first + 7);
  function.T_max = row.number(first + 8);
  if (!(0.0 < function.T_min && function.T_min < function.T_max))
    row.fail("the temperature range " + std::string(row.fields[first + 7]) + " to " +
             std::string(row.fields[first + 8]) + " K is empty");
  return function;
}

/// "C2H6O" -> C 2, H 6, O 1.
std::map<std::string, int> atoms_in(const DataRow& row, std::string_view formula) {
  std::map<std::string, int> atoms;
  for (std::size_t i = 0; i < formula.size();) {
    const auto is = [&](char low, char high) { return i < formula.size() && low <= formula[i] && formula[i] <= high; };
    if (!is('A', 'Z')) row.fail("'" + std::string(formula) + "' is not a formula such as C2H6O");
    std::string symbol(1, formula[i++]);
    if (is('a', 'z')) symbol += formula[i++];
    int count = 0;
    while (is('0', '9')) count = 10 * count + (formula[i++] - '0');
    atoms[symbol] += std::max(count, 1);
  }
  return atoms;
}

/// Standard atomic weights, g/mol: IUPAC, abridged to five digits (Prohaska et al., Pure Appl. Chem. 94 (2022) 573).
double molar_mass_of(const std::string& name, const std::map<std::string, int>& atoms) {
  static const std::map<std::string, double> weights{{"H", 1.008},  {"C", 12.011}, {"N", 14.007},
                                                     {"O", 15.999}, {"S", 32.06},  {"Cl", 35.45}};
  double sum = 0.0;
  for (const auto& [symbol, count] : atoms) {
    const auto weight = weights.find(symbol);
    if (weight == weights.end()) throw ModelError("component " + name + ": the element " + symbol + " is not known");
    sum += 1e-3 * count * weight->second;
  }
  return sum;
}

}  // namespace

std::vector<Component> Component::read(std::string_view constants, std::string_view temperature_functions,
                                       const Additions& additions) {
  std::vector<Component> components;
  const auto position_of = [&](std::string_view name) {
    return std::find_if(components.begin(), components.end(),
                        [name = lower_case(name)](const Component& c) { return c.name_ == name; });
  };
  const auto component_of = [&](const DataRow& row) -> Component& {
    const auto component = position_of(row.fields[0]);
    if (component == components.end()) row.fail("no constants are given for '" + std::string(row.fields[0]) + "'");
    return *component;
  };
  const auto given_twice = [](const DataRow& row, std::string_view quantity, const Component& component) {
    row.fail("'" + std::string(quantity) + "' of " + component.name_ + " is given twice");
  };

  // constants introduce the compounds
  for (const DataRow& row : data_rows("constants.csv", constants, "compound,CAS,quantity,value,unit")) {
    if (position_of(row.fields[0]) == components.end()) {
      components.emplace_back();
      components.back().name_ = lower_case(row.fields[0]);
      components.back().cas_ = row.fields[1];
    }
    Component& component = component_of(row);
    const double value = row.number(3) * scale(row, 4);
    if (!component.constants_.emplace(row.fields[2], value).second) given_twice(row, row.fields[2], component);
  }

  // correlations belong to compounds already known
  for (const DataRow& row : data_rows("temperature_functions.csv", temperature_functions,
                                      "compound,CAS,property,unit,equation,A,B,C,D,E,Tmin_K,Tmax_K")) {
    Component& component = component_of(row);
    const TemperatureFunction function = function_in(row, 3, component.constant("Tc"));
    if (!component.properties_.emplace(row.fields[2], function).second) given_twice(row, row.fields[2], component);
  }

  // names and formulas
  if (!additions.names.empty())
    for (const DataRow& row : data_rows("names.csv", additions.names, "compound,formula,also")) {
      Component& component = component_of(row);
      component.formula_ = row.fields[1];
      component.atoms_ = atoms_in(row, row.fields[1]);
      for (std::string_view also = row.fields[2]; !also.empty();) {
        const std::string_view name = also.substr(0, also.find(';'));
        component.also_.push_back(lower_case(name));
        also.remove_prefix(std::min(also.size(), name.size() + 1));
      }
    }

  // what replaces the data, with its own source; a correlation keeps the critical temperature it was fitted with
  const auto note_source = [&](const DataRow& row, std::string_view source, Component& component) {
    if (!component.sources_.emplace(row.fields[1], source).second) given_twice(row, row.fields[1], component);
  };
  if (!additions.replaced_functions.empty())
    for (const DataRow& row : data_rows("replaced_functions.csv", additions.replaced_functions,
                                        "compound,property,unit,equation,A,B,C,D,E,Tmin_K,Tmax_K,source")) {
      Component& component = component_of(row);
      note_source(row, row.fields[11], component);
      component.properties_[std::string(row.fields[1])] = function_in(row, 2, component.constant("Tc"));
    }
  if (!additions.replaced_constants.empty())
    for (const DataRow& row :
         data_rows("replaced_constants.csv", additions.replaced_constants, "compound,quantity,value,unit,source")) {
      Component& component = component_of(row);
      note_source(row, row.fields[4], component);
      component.constants_[std::string(row.fields[1])] = row.number(2) * scale(row, 3);
    }

  for (const Component& component : components) component.check();
  return components;
}

void Component::check() const {
  // constants that every model needs
  const auto within = [this](const char* quantity, double low, double high, const char* unit) {
    const double value = constant(quantity);
    if (!(low <= value && value <= high))
      throw ModelError("component " + name_ + ": " + quantity + " = " + std::to_string(value) + " " + unit +
                       " is outside " + std::to_string(low) + " to " + std::to_string(high) + " " + unit);
  };
  within("MW", 1e-3, 1.0, "kg/mol");
  within("Tc", 5.0, 1500.0, "K");
  within("Pc", 1e5, 1e8, "Pa");
  // carbon dioxide sublimes
  if (constants_.contains("Tb")) within("Tb", 4.0, constant("Tc"), "K");

  // the formula is that of the molar mass
  if (!formula_.empty()) {
    const double by_atoms = molar_mass_of(name_, atoms_), M = molar_mass();
    if (!(std::fabs(by_atoms - M) <= 5e-4 * M))
      throw ModelError("component " + name_ + ": the formula " + formula_ + " means a molar mass of " +
                       std::to_string(by_atoms) + " kg/mol, the constant is " + std::to_string(M) + " kg/mol");
  }

  // correlations at 41 temperatures over their range
  for (const auto& [quantity, function] : properties_) {
    const bool may_be_negative = quantity == "SecondVirialCoefficient";
    const bool must_rise = quantity == "VaporPressure";
    double previous = 0.0;
    const double largest_overshoot = 0.02 * function(function.T_min);
    for (int i = 0; i <= 40; ++i) {
      const double T = function.T_min + (function.T_max - function.T_min) * i / 40.0;
      const double value = function(T);
      // surface tension and latent heat vanish at the critical point, which a correlation may miss by a little
      const bool ends_at_zero = i == 40 && value >= -largest_overshoot;
      if (!may_be_negative && !(value > 0.0) && !ends_at_zero)
        throw ModelError("component " + name_ + ": " + quantity + " is " + std::to_string(value) + " at " +
                         std::to_string(T) + " K, but must be positive");
      if (must_rise && !(value > previous))
        throw ModelError("component " + name_ + ": " + quantity + " does not rise at " + std::to_string(T) + " K");
      previous = value;
    }
  }
}

double Component::constant(std::string_view quantity) const {
  const auto found = constants_.find(quantity);
  if (found == constants_.end())
    throw ModelError("component " + name_ + ": the data hold no constant '" + std::string(quantity) + "'");
  return found->second;
}

const TemperatureFunction& Component::property(std::string_view quantity) const {
  const auto found = properties_.find(quantity);
  if (found == properties_.end())
    throw ModelError("component " + name_ + ": the data hold no correlation '" + std::string(quantity) + "'");
  return found->second;
}

std::string Component::source(std::string_view quantity) const {
  const auto found = sources_.find(quantity);
  return found == sources_.end() ? data_source : found->second;
}

bool Component::is_called(std::string_view name) const {
  return name_ == name || cas_ == name || std::find(also_.begin(), also_.end(), name) != also_.end();
}

const Component& Component::find(std::string_view name) {
  const std::string wanted = lower_case(name);
  for (const Component& component : all())
    if (component.is_called(wanted)) return component;

  // a formula stands for a compound unless it has isomers
  std::vector<const Component*> isomers;
  for (const Component& component : all())
    if (!component.formula_.empty() && component.formula_ == name) isomers.push_back(&component);
  if (isomers.size() == 1) return *isomers.front();
  // names hold commas and blanks
  if (!isomers.empty()) {
    std::string message = "the formula " + std::string(name) + " is that of several components:";
    for (const Component* isomer : isomers) message += (isomer == isomers.front() ? " " : "; ") + isomer->name_;
    throw ModelError(message);
  }

  std::vector<std::string> known;
  for (const Component& component : all()) {
    known.push_back(component.name_);
    known.insert(known.end(), component.also_.begin(), component.also_.end());
  }
  const std::string nearest = nearest_word(wanted, known);
  std::string message = "component '" + std::string(name) + "' is not known";
  if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
  message += "; allowed";
  const char* between = ": ";
  for (const std::string& allowed : names()) {
    message += between + allowed;
    between = "; ";
  }
  throw ModelError(message);
}

std::vector<std::string> Component::names() {
  std::vector<std::string> result;
  for (const Component& component : all()) result.push_back(component.name_);
  return result;
}

}  // namespace stillhouse
