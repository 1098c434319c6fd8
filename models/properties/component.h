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
///   water.property("VaporPressure")(373.15);  // 101389 Pa
///
/// The data are embedded in the program and checked when first used: units known, temperature ranges the right
/// way round, vapour pressure rising with T, heat capacities and densities positive.
/// Source: ChemSep v8.3 data; where they are off, values replaced for a stated reason: assets/components/NOTICE.md.
class Component {
 public:
  /// The compound of this name, registry number or formula ("ethanol", "ethyl alcohol", "64-17-5", "C2H6O"); capitals
  /// matter in formulas only. ModelError names the nearest one known, or the isomers that share a formula.
  static const Component& find(std::string_view name);
  /// Every compound known, in the order of the data.
  static std::vector<std::string> names();

  /// Tables that add to the data; each may be missing.
  struct Additions {
    std::string_view names;               ///< formulas and other names
    std::string_view replaced_constants;  ///< values that replace those of the data, with their source
    std::string_view replaced_functions;  ///< correlations that replace those of the data, with their source
  };
  /// Reads compounds from tables; ModelError says table, line and what is wrong. Public for its tests.
  static std::vector<Component> read(std::string_view constants, std::string_view temperature_functions,
                                     const Additions& additions = {});

  const std::string& name() const { return name_; }
  /// Chemical Abstracts Service registry number.
  const std::string& cas() const { return cas_; }
  /// As "C2H6O"; empty for air, which is a mixture.
  const std::string& formula() const { return formula_; }
  /// Atoms of each element in a molecule: {"C", 2}, {"H", 6}, {"O", 1}.
  const std::map<std::string, int>& atoms() const { return atoms_; }
  /// kg/mol.
  double molar_mass() const { return constant("MW"); }
  /// A constant such as "Tc", "Pc", "Tb", "MW", in SI with moles; ModelError if the data do not hold it.
  double constant(std::string_view quantity) const;
  /// A correlation such as "VaporPressure"; ModelError if the data do not hold it.
  const TemperatureFunction& property(std::string_view quantity) const;
  /// Where the constant or correlation comes from, for people.
  std::string source(std::string_view quantity) const;
  bool has_constant(std::string_view quantity) const { return constants_.find(quantity) != constants_.end(); }
  /// Every correlation of the compound, by name.
  const std::map<std::string, TemperatureFunction, std::less<>>& properties() const { return properties_; }
  bool has_property(std::string_view quantity) const { return properties_.find(quantity) != properties_.end(); }

 private:
  void check() const;
  bool is_called(std::string_view name) const;

  std::string name_, cas_, formula_;
  std::vector<std::string> also_;  // in lower case
  std::map<std::string, int> atoms_;
  std::map<std::string, double, std::less<>> constants_;
  std::map<std::string, TemperatureFunction, std::less<>> properties_;
  std::map<std::string, std::string, std::less<>> sources_;  // of what was replaced
};

}  // namespace stillhouse
