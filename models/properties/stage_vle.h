#pragma once

#include <array>

#include "models/properties/antoine.h"
#include "models/properties/multicomponent_nrtl.h"

namespace stillhouse {

/// What a stage needs of the equilibrium between a non-ideal liquid of N species and an ideal vapour.
///
///   p_i = x_i exp(ln gamma_i + ln psat_i)     partial pressure of species i over the liquid
///   p   = sum p_i                             its bubble pressure;  y_i = p_i / p, K_i = p_i / (x_i p)
///
/// x  -  mole fractions    T  K  temperature    p  Pa
/// Activity and vapour pressure share one exponential a species. Straight-line code over the scalar.
template <int N, class VapourPressure = Antoine>
struct StageVle {
  MulticomponentNrtl<N> nrtl;
  std::array<VapourPressure, N> vapour_pressure;

  /// gamma_i psat_i, Pa.
  template <class Real>
  std::array<Real, N> volatilities(const std::array<Real, N>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      auto result = nrtl.log_activity(x_, T_);
      for (int i = 0; i < N; ++i) result[i] = exp(result[i] + vapour_pressure[i].log_pressure(T_));
      return result;
    };
    return narrow(evaluate, x, T);
  }

  /// x_i gamma_i psat_i, Pa.
  template <class Real>
  std::array<Real, N> partial_pressures(const std::array<Real, N>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      auto result = nrtl.log_activity(x_, T_);
      for (int i = 0; i < N; ++i) result[i] = x_[i] * exp(result[i] + vapour_pressure[i].log_pressure(T_));
      return result;
    };
    return narrow(evaluate, x, T);
  }

  /// The same for duals, by the derivatives in closed form.
  template <int M>
  std::array<Dual<M>, N> partial_pressures(const std::array<Dual<M>, N>& x, const Dual<M>& T) const {
    std::array<double, N> x_value;
    for (int i = 0; i < N; ++i) x_value[i] = x[i].value;
    const Derivatives<double> d = partial_pressure_derivatives(x_value, T.value);
    std::array<Dual<M>, N> result;
    for (int i = 0; i < N; ++i) {
      result[i].value = d.value[i];
      for (int m = 0; m < M; ++m) {
        double sum = d.by_x[i][0] * x[0].gradient[m];
        for (int k = 1; k < N; ++k) sum += d.by_x[i][k] * x[k].gradient[m];
        result[i].gradient[m] = sum + d.by_T[i] * T.gradient[m];
      }
    }
    return result;
  }

  /// Partial pressures with their derivatives.
  template <class Real>
  struct Derivatives {
    std::array<Real, N> value;                // Pa
    std::array<std::array<Real, N>, N> by_x;  // Pa, [i][k] = d p_i / d x_k
    std::array<Real, N> by_T;                 // Pa/K
  };

  /// In closed form; the values to the bit as partial_pressures gives them.
  template <class Real>
  Derivatives<Real> partial_pressure_derivatives(const std::array<Real, N>& x, const Real& T) const {
    const auto log_gamma = nrtl.log_activity_derivatives(x, T);
    Derivatives<Real> d;
    for (int i = 0; i < N; ++i) {
      const Real volatility = exp(log_gamma.value[i] + vapour_pressure[i].log_pressure(T));
      d.value[i] = x[i] * volatility;
      for (int k = 0; k < N; ++k) d.by_x[i][k] = d.value[i] * log_gamma.by_x[i][k];
      d.by_x[i][i] = d.by_x[i][i] + volatility;
      d.by_T[i] = d.value[i] * (log_gamma.by_T[i] + vapour_pressure[i].log_slope(T));
    }
    return d;
  }
};

}  // namespace stillhouse
