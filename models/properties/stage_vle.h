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
};

}  // namespace stillhouse
