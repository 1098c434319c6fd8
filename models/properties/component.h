#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/properties/temperature_function.h"

namespace stillhouse {

/// One pure compound: constants and correlations of the component data (assets/components), in SI with moles.
///
///   const Component& water = Component::find("water");
///   water.molar_mass();                       // 0.01801528 kg/mol
///   water.property("VaporPressure")(373.15);  // 101290 Pa
///
/// The data are embedded in the program and checked when first used: units known, temperature ranges the right
/// way round, vapour pressure rising with T, heat capacities and densities positive.
/// Source: ChemSep v8.3 data, see assets/components/NOTICE.md.
class Component {
 public:
  /// The compound of this name, in lower case; ModelError names the nearest one known.
  static const Component& find(std::string_view name);
  /// Every compound known, in the order of the data.
  static std::vector<std::string> names();

  /// Reads compounds from the two tables; ModelError says table, line and what is wrong. Public for its tests.
  static std::vector<Component> read(std::string_view constants, std::string_view temperature_functions);

  const std::string& name() const { return name_; }
  /// Chemical Abstracts Service registry number.
  const std::string& cas() const { return cas_; }
  /// kg/mol.
  double molar_mass() const { return constant("MW"); }
  /// A constant such as "Tc", "Pc", "Tb", "MW", in SI with moles; ModelError if the data do not hold it.
  double constant(std::string_view quantity) const;
  /// A correlation such as "VaporPressure"; ModelError if the data do not hold it.
  const TemperatureFunction& property(std::string_view quantity) const;
  /// Every correlation of the compound, by name.
  const std::map<std::string, TemperatureFunction, std::less<>>& properties() const { return properties_; }
  bool has_property(std::string_view quantity) const { return properties_.find(quantity) != properties_.end(); }

 private:
  void check() const;

  std::string name_, cas_;
  std::map<std::string, double, std::less<>> constants_;
  std::map<std::string, TemperatureFunction, std::less<>> properties_;
};

}  // namespace stillhouse
