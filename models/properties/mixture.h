#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/properties/component.h"
#include "models/properties/mixing.h"
#include "models/properties/nrtl.h"
#include "models/properties/species.h"

namespace stillhouse {

/// Two volatile species, the lighter first, and air. Molar SI units; species 0 is light, 1 is heavy.
///
///   const Mixture& mixture = Mixture::find("methanol_water");
///   mixture.activity<double>({0.3, 0.7}, 350.0)[0];  // 1.3503
///
/// x  -       mole fractions in the liquid, x[0] + x[1] = 1
/// T  K       temperature
///
/// Valid for  valid_from() <= T <= valid_to(), where the tests hold every form against the data it was fitted to;
///            from 250 K to 600 K all forms stay finite, positive and of the right slope, so that a solver that
///            looks there on its way comes back.
/// Enthalpies count from the pure liquids, and from air, at 298.15 K. The vapour is an ideal gas in its pressure.
class Mixture {
 public:
  static constexpr int species = 2;

  /// "methanol_water" or "ethanol_water"; ModelError lists the allowed names and the nearest.
  static const Mixture& find(std::string_view name);
  static std::vector<std::string> names();
  /// The mixture of these two components, in either order; ModelError lists the pairs there are.
  static const Mixture& of(std::string_view component, std::string_view other);

  Mixture(std::string name, const Species& light, const Species& heavy, const Nrtl& nrtl, const Mixing& mixing);

  const std::string& name() const { return name_; }
  /// The full component data of species i.
  const Component& component(int i) const { return *components_[i]; }
  /// kg/mol.
  double molar_mass(int i) const { return molar_mass_[i]; }
  double air_molar_mass() const { return air_molar_mass_; }
  double valid_from() const { return 270.0; }  // K
  double valid_to() const { return 430.0; }    // K
  const Nrtl& nrtl() const { return nrtl_; }
  const Mixing& mixing() const { return mixing_; }
  const Species& short_forms(int i) const { return species_[i]; }
  /// This mixture with other activity parameters: for regression, and for plants that differ a little.
  Mixture with(const Nrtl& nrtl) const { return Mixture(name_, species_[0], species_[1], nrtl, mixing_); }

  /// Vapour pressure of pure species i, Pa.
  template <class Real>
  Real vapour_pressure(int i, const Real& T) const {
    return species_[i].vapour_pressure(T);
  }

  /// Activity coefficients of both species, -.
  template <class Real>
  std::array<Real, 2> activity(const std::array<Real, 2>& x, const Real& T) const {
    return nrtl_.activity(x, T);
  }

  /// Excess enthalpy of the liquid, J/mol of mixture: negative where mixing gives off heat.
  template <class Real>
  Real excess_enthalpy(const std::array<Real, 2>& x, const Real& T) const {
    return nrtl_.excess_enthalpy(x, T);
  }

  /// Enthalpy of pure liquid i, J/mol.
  template <class Real>
  Real liquid_enthalpy(int i, const Real& T) const {
    return species_[i].liquid_enthalpy(T);
  }

  /// Enthalpy of vapour i, J/mol: liquid_enthalpy + heat_of_vaporization.
  template <class Real>
  Real vapour_enthalpy(int i, const Real& T) const {
    return species_[i].vapour_enthalpy(T);
  }

  /// Heat of vaporization of species i, J/mol.
  template <class Real>
  Real heat_of_vaporization(int i, const Real& T) const {
    return species_[i].heat_of_vaporization(T);
  }

  /// Enthalpy of air, J/mol: constant heat capacity, within 1 % of the data from 250 K to 400 K.
  template <class Real>
  Real air_enthalpy(const Real& T) const {
    return air_heat_capacity * (T - Species::reference_temperature);
  }

  /// Molar volume of pure liquid i, m3/mol.
  template <class Real>
  Real liquid_molar_volume(int i, const Real& T) const {
    return species_[i].liquid_molar_volume(T);
  }

  /// Excess volume of the liquid, m3/mol of mixture: negative, the liquids shrink on mixing.
  template <class Real>
  Real excess_volume(const std::array<Real, 2>& x) const {
    return mixing_.excess_volume(x);
  }

  /// Density of the liquid mixture, kg/m3, excess volume included.
  template <class Real>
  Real liquid_density(const std::array<Real, 2>& x, const Real& T) const {
    const auto f = [this](const auto& x_, const auto& T_) {
      return (x_[0] * molar_mass_[0] + x_[1] * molar_mass_[1]) /
             (x_[0] * this->liquid_molar_volume(0, T_) + x_[1] * this->liquid_molar_volume(1, T_) +
              this->excess_volume(x_));
    };
    return narrow(f, x, T);
  }

  /// Surface tension of the liquid mixture, N/m.
  template <class Real>
  Real surface_tension(const std::array<Real, 2>& x, const Real& T) const {
    const auto f = [this](const auto& x_, const auto& T_) {
      const auto light = species_[0].surface_tension(T_), heavy = species_[1].surface_tension(T_);
      return heavy - (heavy - light) * mixing_.tension_weight(x_);
    };
    return narrow(f, x, T);
  }

  /// Viscosity of the liquid mixture, Pa s.
  template <class Real>
  Real liquid_viscosity(const std::array<Real, 2>& x, const Real& T) const {
    const auto f = [this](const auto& x_, const auto& T_) {
      return exp(x_[0] * species_[0].log_liquid_viscosity(T_) + x_[1] * species_[1].log_liquid_viscosity(T_) +
                 mixing_.log_viscosity_excess(x_, T_));
    };
    return narrow(f, x, T);
  }

 private:
  static constexpr double air_heat_capacity = 29.1;  // J/(mol K)

  std::string name_;
  std::array<Species, 2> species_;
  Nrtl nrtl_;
  Mixing mixing_;
  std::array<const Component*, 2> components_;
  std::array<double, 2> molar_mass_;
  double air_molar_mass_;
};

}  // namespace stillhouse
