#pragma once

#include <memory>
#include <optional>
#include <string>

#include "models/separation/short_cut/mccabe_thiele.h"

namespace stillhouse {

class Fluid;
class Mixture;

/// Equilibrium and heat of the two species that a column parts, the lighter first. Compositions are mole fractions of
/// the lighter one.
class VolatilePair {
 public:
  struct Boiling {
    double x, y, T;  ///< liquid, vapour, K
  };

  virtual ~VolatilePair() = default;
  virtual std::string light() const = 0;
  virtual Boiling boiling(double x, double P) const = 0;
  /// Where a vapour begins to condense, K.
  virtual double dew_temperature(double y, double P) const = 0;
  /// The liquid that boils at a temperature and a pressure, below an azeotrope; empty if none does.
  virtual std::optional<double> liquid_boiling_at(double T, double P) const = 0;
  /// The liquid of a density, kg/m3, at a temperature; empty if none has it.
  virtual std::optional<double> liquid_of_density(double density, double T) const = 0;
  virtual double liquid_enthalpy(double x, double T) const = 0;  ///< J/mol
  virtual double vapour_enthalpy(double y, double T) const = 0;  ///< J/mol
  virtual double molar_density(double x, double T) const = 0;    ///< of the liquid, mol/m3

  virtual EquilibriumCurve curve(double P) const {
    return [this, P](double x) { return boiling(x, P).y; };
  }
};

std::shared_ptr<const VolatilePair> pair_of(const Mixture& mixture);
/// Of a fluid of two species, in either order.
std::shared_ptr<const VolatilePair> pair_of(std::shared_ptr<const Fluid> fluid);

}  // namespace stillhouse
