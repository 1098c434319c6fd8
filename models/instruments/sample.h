#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/quantity.h"

namespace stillhouse {

/// In what way a portion of a sample is stated.
enum class PortionKind {
  mole_fraction,
  mass_fraction,
  volume_fraction,
  mass,                 ///< kg, weighed in
  moles,                ///< mol
  volume,               ///< m^3, pipetted at 20 degC
  mass_concentration,   ///< kg/m^3
  molar_concentration,  ///< mol/m^3
  rest,                 ///< the solvent: fills up what the others leave
};

/// One species of a sample and how much there is of it, in SI.
struct Portion {
  std::string species;
  PortionKind kind = PortionKind::mole_fraction;
  double amount = 0.0;

  /// A number in SI whose unit tells the kind: kg, mol, m^3, kg/m^3, mol/m^3 or a share; a share without basis ("1",
  /// "%") is a mole fraction. ModelError lists the units that may stand there.
  static Portion in_unit(std::string species, double number, const Unit& unit);
};

/// What is handed to an instrument. No portions: an empty vial.
struct Sample {
  std::string label;
  std::vector<Portion> portions;
  std::optional<double> volume;  ///< m^3; if none is given, that of the portions or the instrument's usual one
  double T = 293.15;             ///< K
};

/// What an instrument must know of a species to take it apart.
struct SpeciesFacts {
  double molar_mass;  ///< kg/mol
  double density;     ///< of the pure liquid at 20 degC, kg/m^3; 0: dissolved, it takes no volume
};

/// Facts of a compound of the component data (Component); ModelError names the nearest. A gas takes no volume.
SpeciesFacts component_facts(std::string_view name);

/// A sample in amounts: moles and masses in its volume.
///
///   n_i = w_i rho V / M_i,  1/rho = sum w_i / rho_i
///
/// Assumes volumes that add up, at 20 degC: ethanol-water takes up to 4 % less than that.
struct SampleContents {
  struct Species {
    std::string name;
    SpeciesFacts facts;
    double moles;  ///< mol
    double mass;   ///< kg
    double mole_fraction;
    double mass_fraction;
    double concentration;  ///< mol/m^3
  };
  std::string label;
  std::vector<Species> species;  ///< in the order given; empty for an empty vial
  double volume = 0.0;           ///< m^3
  double mass = 0.0;             ///< kg
  double T = 293.15;             ///< K

  bool empty() const { return species.empty(); }
  const Species* find(std::string_view name) const;
};

/// Takes a sample apart. Portions are all fractions of one kind that add up to 1 (within 1e-3, then scaled; "rest"
/// fills up), or amounts that were put together (mass, moles, volume), or concentrations and a rest.
/// `usual_volume` stands where no volume is given or follows; `solvent` is the rest of concentrations without one, if
/// it is not empty. ModelError says which portion is wrong and what is allowed.
SampleContents contents_of(const Sample& sample, SpeciesFacts (*facts)(std::string_view), double usual_volume,
                           const std::string& solvent = "");

}  // namespace stillhouse
