#pragma once

#include <array>
#include <string>
#include <vector>

#include "engine/autodiff/functions.h"
#include "models/properties/component.h"
#include "models/properties/gas_constant.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// Heat capacity, enthalpy and entropy of ideal gases, in a form that can be integrated and carried on to any
/// temperature.
///
///   cp/R = n_0 + sum_k n_k u^2 e^u/(e^u - 1)^2,  u = theta_k/T         (vibrations of the temperature theta_k,
///   Einstein) h    = h_f + R [n_0 T + sum n_k theta_k/(e^u - 1)]  from 298.15 K s    = s_0 + R [n_0 ln T + sum n_k
///   (u/(e^u - 1) - ln(1 - e^-u))]  from 298.15 K  - R ln(p/1 bar)
///
/// h_f  J/mol  ideal-gas formation enthalpy from the elements at 298.15 K    s_0  J/(mol K)  absolute entropy at 1 bar
/// All compounds share the theta_k, so that a mixture costs seven exponentials; the n_k are fitted to the component
/// data between 150 K and 1500 K, none negative, so that cp stays positive and bounded everywhere. Valid for  the range
/// of the data; a test holds all compounds to them, 1.5 % at worst, above 250 K 0.5 % Example    nitrogen: cp = 29.12
/// J/(mol K) at 298.15 K, h(1000 K) - h(298.15 K) = 21460 J/mol Sources    A. Einstein, Ann. Phys. 22 (1907) 180; used
/// for fits since E. W. Lemmon, R. T Jacobsen, Int. J. Thermophys.
///            25 (2004) 331, eq. 6
class IdealGas {
 public:
  static constexpr std::array<double, 7> theta{100.0, 250.0, 600.0, 1100.0, 2000.0, 3500.0, 6000.0};  // K
  static constexpr double reference_pressure = 1e5;                                                   // Pa
  static constexpr double reference_temperature = 298.15;                                             // K

  explicit IdealGas(const std::vector<const Component*>& components);

  std::size_t size() const { return species_.size(); }

  /// What the species share at T: the parts of h/R and s/R that their coefficients multiply.
  template <class Real>
  struct Terms {
    std::array<Real, theta.size() + 1> h, s;
  };
  template <class Real>
  static Terms<Real> terms(const Real& T) {
    Terms<Real> result;
    result.h[0] = T;
    result.s[0] = log(T);
    const Real inverse = 1.0 / T;
    for (std::size_t k = 0; k < theta.size(); ++k) {
      const Real u = theta[k] * inverse, e = exp(-1.0 * u);
      const Real share = e / (1.0 - e);
      result.h[k + 1] = theta[k] * share;
      result.s[k + 1] = u * share - log(1.0 - e);
    }
    return result;
  }

  /// J/mol, from the elements at 298.15 K.
  template <class Real>
  Real enthalpy(std::size_t i, const Terms<Real>& terms) const {
    const Coefficients& c = species_[i];
    Real sum(c.h_0);
    for (std::size_t k = 0; k < c.n.size(); ++k) sum = sum + c.n[k] * terms.h[k];
    return gas_constant * sum;
  }
  /// J/(mol K), absolute, at 1 bar.
  template <class Real>
  Real entropy(std::size_t i, const Terms<Real>& terms) const {
    const Coefficients& c = species_[i];
    Real sum(c.s_0);
    for (std::size_t k = 0; k < c.n.size(); ++k) sum = sum + c.n[k] * terms.s[k];
    return gas_constant * sum;
  }
  template <class Real>
  Real enthalpy(std::size_t i, const Real& T) const {
    return enthalpy(i, terms(T));
  }
  template <class Real>
  Real entropy(std::size_t i, const Real& T) const {
    return entropy(i, terms(T));
  }
  /// J/(mol K).
  double heat_capacity(std::size_t i, double T) const;

  /// x ln x, and its limit 0 where there is nothing of a species.
  template <class Real>
  static Real x_log_x(const Real& x) {
    return value_of(x) > 0.0 ? x * log(x) : Real(0.0);
  }

  /// Entropy of a mixture at p, J/(mol K): that of its species, of mixing and of pressure.
  template <class Real>
  Real mixture_entropy(const PerSpecies<Real>& x, const Terms<Real>& terms, const Real& P) const {
    Real sum = -gas_constant * log(P * (1.0 / reference_pressure));
    for (std::size_t i = 0; i < size(); ++i) sum = sum + x[i] * entropy(i, terms) - gas_constant * x_log_x(x[i]);
    return sum;
  }
  template <class Real>
  Real mixture_enthalpy(const PerSpecies<Real>& x, const Terms<Real>& terms) const {
    Real sum = x[0] * enthalpy(0, terms);
    for (std::size_t i = 1; i < size(); ++i) sum = sum + x[i] * enthalpy(i, terms);
    return sum;
  }

 private:
  struct Coefficients {
    std::array<double, theta.size() + 1> n{};
    double h_0 = 0.0, s_0 = 0.0;  // over R
  };
  std::vector<Coefficients> species_;
};

}  // namespace stillhouse
