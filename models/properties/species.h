#pragma once

#include <array>
#include <string_view>

#include "models/properties/narrow.h"

namespace stillhouse {

/// One volatile species in the short forms that a solver evaluates thousands of times a simulated second:
/// polynomials, and one exponential. The coefficients are fitted to the component data (Component) by
/// models/properties/regression; tests repeat the fit and state the deviation.
///
/// With theta = T - 298.15 K and the pure liquid at 298.15 K as zero of enthalpy:
///   psat   Pa          exp(A + B/T + C ln T + D T^2), the data's own form 101
///   c_L    J/(mol K)   c0 + c1 theta + c2 theta^2                heat capacity of the liquid
///   h_L    J/mol       c0 theta + c1 theta^2/2 + c2 theta^3/3
///   lambda J/mol       l0 + l1 theta + l2 theta^2                heat of vaporization
///   h_V    J/mol       h_L + lambda, exactly
///   v      m3/mol      v0 + v1 theta + v2 theta^2                molar volume of the liquid
///   sigma  N/m         s0 + s1 theta + s2 theta^2                surface tension
///   mu     Pa s        exp(m0 + m1/T + m2/T^2)                   viscosity of the liquid
///
/// h_V is thus the vapour's enthalpy on the saturation line, where a column works: it holds the vapour's small
/// departure from the ideal gas, so that boil-up and condenser duty are right to the accuracy of lambda, at the
/// price of a vapour heat capacity (c_L + dlambda/dT) below the ideal gas's.
struct Species {
  static constexpr double reference_temperature = 298.15;  // K

  std::string_view name;
  std::array<double, 4> psat;
  std::array<double, 3> liquid_heat;
  std::array<double, 3> latent_heat;
  std::array<double, 3> molar_volume;
  std::array<double, 3> surface_tension_terms;
  std::array<double, 3> viscosity_terms;

  template <class Real>
  Real vapour_pressure(const Real& T) const {
    const auto f = [this](const auto& t) { return exp(psat[0] + psat[1] / t + psat[2] * log(t) + psat[3] * t * t); };
    return narrow(f, T);
  }

  template <class Real>
  Real liquid_enthalpy(const Real& T) const {
    return narrow([this](const auto& t) { return liquid_polynomial(t - reference_temperature); }, T);
  }

  template <class Real>
  Real heat_of_vaporization(const Real& T) const {
    return narrow([this](const auto& t) { return quadratic(latent_heat, t - reference_temperature); }, T);
  }

  template <class Real>
  Real vapour_enthalpy(const Real& T) const {
    const auto f = [this](const auto& t) {
      const auto theta = t - reference_temperature;
      return liquid_polynomial(theta) + quadratic(latent_heat, theta);
    };
    return narrow(f, T);
  }

  template <class Real>
  Real liquid_molar_volume(const Real& T) const {
    return narrow([this](const auto& t) { return quadratic(molar_volume, t - reference_temperature); }, T);
  }

  template <class Real>
  Real surface_tension(const Real& T) const {
    return narrow([this](const auto& t) { return quadratic(surface_tension_terms, t - reference_temperature); }, T);
  }

  template <class Real>
  Real liquid_viscosity(const Real& T) const {
    const auto f = [this](const auto& t) {
      const auto inverse = 1.0 / t;
      return exp(viscosity_terms[0] + inverse * (viscosity_terms[1] + inverse * viscosity_terms[2]));
    };
    return narrow(f, T);
  }

 private:
  template <class Real>
  Real liquid_polynomial(const Real& theta) const {
    return theta * (liquid_heat[0] + theta * (liquid_heat[1] / 2.0 + theta * (liquid_heat[2] / 3.0)));
  }
  template <class Real>
  static Real quadratic(const std::array<double, 3>& c, const Real& theta) {
    return c[0] + theta * (c[1] + theta * c[2]);
  }
};

}  // namespace stillhouse
