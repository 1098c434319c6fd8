#pragma once

#include <array>
#include <string_view>

#include "models/properties/narrow.h"

namespace stillhouse {

/// One volatile species in the short forms that a solver evaluates thousands of times a simulated second.
///
/// With t = (T - 298.15 K) / 100 K and the pure liquid at 298.15 K as zero of enthalpy:
///   psat   Pa          exp(A + B/T + C ln T + D T^2)               vapour pressure
///   c_L    J/(mol K)   c0 + c1 t + c2 t^2                          heat capacity of the liquid
///   h_L    J/mol       100 K (c0 t + c1 t^2/2 + c2 t^3/3)          enthalpy of the liquid
///   lambda J/mol       l0 + l1 t + l2 t^2                          heat of vaporization
///   h_V    J/mol       h_L + lambda, exactly                       enthalpy of the vapour
///   v      m3/mol      v0 + v1 t + v2 t^2 + v3 t^3                 molar volume of the liquid
///   sigma  N/m         exp(s0 + s1 t + s2 t^2 + s3 t^3)            surface tension
///   mu     Pa s        exp(m0 + m1 u + m2 u^2), u = 298.15 K/T - 1 viscosity of the liquid
///
/// The coefficients are fitted to the component data (models/properties/regression/short_forms.h); a test repeats
/// the fit and states the deviations, at most 0.7 % between 270 K and 430 K. The forms were chosen so that they
/// stay positive and of the right slope from 250 K to 600 K, above the critical points of the alcohols.
///
/// h_V is the enthalpy of saturated vapour: it holds the small departure from the ideal gas, so that boil-up and
/// condenser duty are right to the accuracy of lambda. The price is a vapour heat capacity (c_L + dlambda/dT)
/// below that of the ideal gas, which a column, always near saturation, does not notice.
struct Species {
  static constexpr double reference_temperature = 298.15;  // K

  std::string_view name;
  std::array<double, 4> psat;
  std::array<double, 3> liquid_heat;
  std::array<double, 3> latent_heat;
  std::array<double, 4> volume;
  std::array<double, 4> tension;
  std::array<double, 3> viscosity;

  template <class Real>
  Real vapour_pressure(const Real& T) const {
    return narrow([this](const auto& t) { return exp(psat[0] + psat[1] / t + psat[2] * log(t) + psat[3] * t * t); }, T);
  }

  template <class Real>
  Real liquid_enthalpy(const Real& T) const {
    return narrow([this](const auto& t) { return this->liquid_polynomial(scaled(t)); }, T);
  }

  template <class Real>
  Real heat_of_vaporization(const Real& T) const {
    return narrow([this](const auto& t) { return polynomial(latent_heat, scaled(t)); }, T);
  }

  template <class Real>
  Real vapour_enthalpy(const Real& T) const {
    const auto f = [this](const auto& t) {
      const auto theta = scaled(t);
      return this->liquid_polynomial(theta) + polynomial(latent_heat, theta);
    };
    return narrow(f, T);
  }

  template <class Real>
  Real liquid_molar_volume(const Real& T) const {
    return narrow([this](const auto& t) { return polynomial(volume, scaled(t)); }, T);
  }

  template <class Real>
  Real surface_tension(const Real& T) const {
    return narrow([this](const auto& t) { return exp(polynomial(tension, scaled(t))); }, T);
  }

  /// Natural logarithm of the liquid's viscosity, which is what mixing rules average.
  template <class Real>
  Real log_liquid_viscosity(const Real& T) const {
    return narrow([this](const auto& t) { return polynomial(viscosity, reference_temperature / t - 1.0); }, T);
  }

 private:
  template <class Real>
  static Real scaled(const Real& T) {
    return (T - reference_temperature) * 0.01;
  }
  template <class Real>
  Real liquid_polynomial(const Real& t) const {
    return t * (100.0 * liquid_heat[0] + t * (50.0 * liquid_heat[1] + t * (100.0 / 3.0 * liquid_heat[2])));
  }
  template <std::size_t count, class Real>
  static Real polynomial(const std::array<double, count>& c, const Real& t) {
    Real sum = c[count - 1];
    for (std::size_t i = count - 1; i-- > 0;) sum = c[i] + t * sum;
    return sum;
  }
};

}  // namespace stillhouse
