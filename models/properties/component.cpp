#include "models/properties/component.h"

#include <algorithm>
#include <array>

#include "engine/base/error.h"
#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded tables (cmake/embed.cmake)
std::string_view component_constants_csv();
std::string_view component_temperature_functions_csv();

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

const std::vector<Component>& all() {
  static const std::vector<Component> components =
      Component::read(component_constants_csv(), component_temperature_functions_csv());
  return components;
}

}  // namespace

std::vector<Component> Component::read(std::string_view constants, std::string_view temperature_functions) {
  std::vector<Component> components;
  const auto component_named = [&](const std::string& name) {
    return std::find_if(components.begin(), components.end(), [&](const Component& c) { return c.name_ == name; });
  };

  // constants introduce the compounds
  for (const DataRow& row : data_rows("constants.csv", constants, "compound,CAS,quantity,value,unit")) {
    const std::string name = lower_case(row.fields[0]);
    auto component = component_named(name);
    if (component == components.end()) {
      components.emplace_back();
      component = components.end() - 1;
      component->name_ = name;
      component->cas_ = row.fields[1];
    }
    const bool is_new = component->constants_.emplace(row.fields[2], row.number(3) * scale(row, 4)).second;
    if (!is_new) row.fail("'" + std::string(row.fields[2]) + "' of " + name + " is given twice");
  }

  // correlations belong to compounds already known
  for (const DataRow& row : data_rows("temperature_functions.csv", temperature_functions,
                                      "compound,CAS,property,unit,equation,A,B,C,D,E,Tmin_K,Tmax_K")) {
    const auto component = component_named(lower_case(row.fields[0]));
    if (component == components.end()) row.fail("no constants are given for '" + std::string(row.fields[0]) + "'");
    TemperatureFunction function;
    function.scale = scale(row, 3);
    function.equation = static_cast<int>(row.number(4));
    if (!TemperatureFunction::known(function.equation))
      row.fail("equation number " + std::string(row.fields[4]) + " is not known");
    for (std::size_t i = 0; i < function.coefficients.size(); ++i) function.coefficients[i] = row.number_or_zero(5 + i);
    function.critical_temperature = component->constant("Tc");
    function.T_min = row.number(10);
    function.T_max = row.number(11);
    if (!(0.0 < function.T_min && function.T_min < function.T_max))
      row.fail("the temperature range " + std::string(row.fields[10]) + " to " + std::string(row.fields[11]) +
               " K is empty");
    const bool is_new = component->properties_.emplace(row.fields[2], function).second;
    if (!is_new) row.fail("'" + std::string(row.fields[2]) + "' of " + component->name_ + " is given twice");
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

const Component& Component::find(std::string_view name) {
  for (const Component& component : all())
    if (component.name_ == name) return component;
  const std::vector<std::string> known = names();
  const std::string nearest = nearest_word(name, known);
  std::string message = "component '" + std::string(name) + "' is not known";
  if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
  message += "; allowed";
  // names hold commas and blanks
  const char* between = ": ";
  for (const std::string& allowed : known) {
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
