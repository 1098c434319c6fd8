#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/properties/association.h"
#include "models/properties/component.h"
#include "models/properties/narrow.h"

namespace stillhouse {

/// One compound in the short forms that equations evaluate, fitted to its component data when a fluid is made.
///
/// With t = (T - 298.15 K) / 100 K, u = 298.15 K / T - 1 and s = smooth positive part of 1 - T/Tc:
///   psat    Pa         exp(sum p_k u^k),  k = 0..4              vapour pressure
///   lambda  J/mol      exp(l0 + l1 ln s + l2 s + l3 s^2)        heat of vaporization
///   c_G     J/(mol K)  sum g_k t^k,       k = 0..5              heat capacity of the ideal gas
///   c_L     J/(mol K)  sum c_k t^k,       k = 0..5              heat capacity of the liquid
///   h_G     J/mol      formation + 100 K sum g_k t^(k+1)/(k+1)  enthalpy of the gas
///   h_L     J/mol      formation + 100 K sum c_k t^(k+1)/(k+1)  enthalpy of the liquid
///   v       m3/mol     exp(sum v_k t^k),  k = 0..4              molar volume of the liquid
///   mu      Pa s       exp(sum m_k u^k),  k = 0..4              viscosity of the liquid
///
/// Enthalpies count from the elements at 298.15 K. The gas is ideal, so h_G is right at any pressure that an ideal gas
/// is right at; h_L is h_G less the heat of vaporization at the normal boiling point, and carried from there by the
/// heat capacity of the liquid. So reaction heats, sensible heats of both phases and latent heat at 1 atm are those of
/// the data; h_G - h_L is off from lambda by the saturated vapour's departure from the ideal gas, some 2 % of lambda
/// away from 1 atm at ordinary pressures. For columns at many atmospheres take an equation of state.
///
/// A carboxylic acid's vapour is monomers and dimers (association.h); h_G is the enthalpy of the saturated vapour: a
/// mole of acid that is p monomers and K p^2 dimers has given off K p / (1 + 2 K p) times the heat of dimerization.
///
/// Gases (critical temperature below 310 K) do not condense. Dissolved they have the vapour pressure extrapolated
/// along its Clausius-Clapeyron line (ideal solubility), the heat of solution that belongs to that line, the molar
/// volume that they have at their normal boiling point, and the viscosity at Tr = 0.7.
///
/// Fitted from max(lower end of the data, 250 K) to min(upper end of the data, 0.9 Tc, 500 K), c_L to 0.85 Tc, c_G to
/// 1000 K; beyond, to data carried on soundly: ln psat and ln mu along a line in 1/T, ln v along a line in T, c_L
/// towards c_G. All forms stay finite, positive and of the right slope from 250 K to 600 K.
struct SpeciesForms {
  static constexpr double reference_temperature = 298.15;  // K
  static constexpr double gas_limit = 310.0;               // K, critical temperature of what does not condense

  std::string name;
  double molar_mass = 0.0;            // kg/mol
  double critical_temperature = 0.0;  // K
  bool condenses = true;
  std::optional<Association> association;
  double valid_from = 0.0, valid_to = 0.0;        // K, where vapour pressure is backed by data
  static constexpr double gas_valid_to = 1000.0;  // K, of the gas alone

  std::array<double, 5> psat{};
  std::array<double, 4> latent_heat{};
  std::array<double, 6> gas_heat{};
  std::array<double, 6> liquid_heat{};
  double gas_formation = 0.0, liquid_formation = 0.0;  // J/mol at 298.15 K
  std::array<double, 5> volume{};
  std::array<double, 5> viscosity{};

  /// The forms of this component; ModelError names the property that the data do not hold.
  static SpeciesForms of(const Component& component);

  template <class Real>
  Real vapour_pressure(const Real& T) const {
    return narrow([this](const auto& T_) { return exp(polynomial(psat, reference_temperature / T_ - 1.0)); }, T);
  }

  template <class Real>
  Real log_vapour_pressure(const Real& T) const {
    return narrow([this](const auto& T_) { return polynomial(psat, reference_temperature / T_ - 1.0); }, T);
  }
  /// T^2 d ln psat / dT, K: the heat of vaporization of an ideal gas over the gas constant.
  template <class Real>
  Real clausius_temperature(const Real& T) const {
    const auto f = [this](const auto& T_) {
      const std::array<double, 4> slope{psat[1], 2.0 * psat[2], 3.0 * psat[3], 4.0 * psat[4]};
      return -reference_temperature * polynomial(slope, reference_temperature / T_ - 1.0);
    };
    return narrow(f, T);
  }

  template <class Real>
  Real heat_of_vaporization(const Real& T) const {
    const auto f = [this](const auto& T_) {
      const auto s = smooth_positive(1.0 - T_ * (1.0 / critical_temperature), critical_width);
      return exp(latent_heat[0] + latent_heat[1] * log(s) + s * (latent_heat[2] + s * latent_heat[3]));
    };
    return narrow(f, T);
  }

  template <class Real>
  Real gas_enthalpy(const Real& T) const {
    const auto f = [this](const auto& T_) {
      const auto ideal = gas_formation + integral(gas_heat, scaled(T_));
      // not a branch on a value: what a species is stands fixed when the fluid is made
      if (!association) return ideal;
      const auto K = association->constant(T_), p = Association::monomer_pressure(K, this->vapour_pressure(T_));
      return ideal - association->enthalpy * (K * p / (1.0 + 2.0 * K * p));
    };
    return narrow(f, T);
  }

  template <class Real>
  Real liquid_enthalpy(const Real& T) const {
    return narrow([this](const auto& T_) { return liquid_formation + integral(liquid_heat, scaled(T_)); }, T);
  }

  template <class Real>
  Real liquid_heat_capacity(const Real& T) const {
    return narrow([this](const auto& T_) { return polynomial(liquid_heat, scaled(T_)); }, T);
  }

  /// Of the ideal gas of monomers.
  template <class Real>
  Real gas_heat_capacity(const Real& T) const {
    return narrow([this](const auto& T_) { return polynomial(gas_heat, scaled(T_)); }, T);
  }

  template <class Real>
  Real liquid_molar_volume(const Real& T) const {
    return narrow([this](const auto& T_) { return exp(polynomial(volume, scaled(T_))); }, T);
  }

  /// Natural logarithm of the liquid's viscosity in Pa s, which is what mixing rules average.
  template <class Real>
  Real log_liquid_viscosity(const Real& T) const {
    return narrow([this](const auto& T_) { return polynomial(viscosity, reference_temperature / T_ - 1.0); }, T);
  }

 private:
  static constexpr double critical_width = 0.02;  // of the smooth corner at the critical temperature, in T/Tc

  template <class Real>
  static Real scaled(const Real& T) {
    return (T - reference_temperature) * 0.01;
  }
  template <std::size_t count, class Real>
  static Real polynomial(const std::array<double, count>& c, const Real& t) {
    Real sum = c[count - 1];
    for (std::size_t i = count - 1; i-- > 0;) sum = c[i] + t * sum;
    return sum;
  }
  /// 100 K times the integral of the polynomial from 0 to t.
  template <std::size_t count, class Real>
  static Real integral(const std::array<double, count>& c, const Real& t) {
    Real sum = c[count - 1] * (100.0 / static_cast<double>(count));
    for (std::size_t i = count - 1; i-- > 0;) sum = c[i] * (100.0 / static_cast<double>(i + 1)) + t * sum;
    return t * sum;
  }
};

}  // namespace stillhouse
