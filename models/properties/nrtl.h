#pragma once

#include <array>

#include "models/properties/gas_constant.h"
#include "models/properties/narrow.h"

namespace stillhouse {

/// Activity in a binary liquid by the non-random two-liquid equation, temperature-dependent parameters.
///
///   tau_ij = a_ij + b_ij / T          G_ij = exp(-alpha tau_ij)
///   g^E / (R T) = x1 x2 [tau21 G21 / D21 + tau12 G12 / D12],   D21 = x1 + x2 G21,  D12 = x2 + x1 G12
///   ln gamma_1  = x2^2 [tau21 (G21 / D21)^2 + tau12 G12 / D12^2],  and 1 <-> 2
///   h^E         = -R T^2 d(g^E / R T) / dT   (Gibbs-Helmholtz, alpha independent of T)
///
/// x  -      mole fractions, light first; the activity coefficients depend on their ratio only
/// T  K      temperature
/// Source: Renon, Prausnitz, AIChE Journal 14 (1968) 135, equations 15-19.
struct Nrtl {
  double a12 = 0.0, b12 = 0.0;  // -, K
  double a21 = 0.0, b21 = 0.0;  // -, K
  double alpha = 0.3;           // -

  /// Natural logarithms of the activity coefficients.
  template <class Real>
  std::array<Real, 2> log_activity(const std::array<Real, 2>& x, const Real& T) const {
    const Real inverse_T = 1.0 / T;
    const Real tau12 = a12 + b12 * inverse_T;
    const Real tau21 = a21 + b21 * inverse_T;
    const Real G12 = exp(-alpha * tau12);
    const Real G21 = exp(-alpha * tau21);
    const Real r12 = 1.0 / (x[1] + x[0] * G12);
    const Real r21 = 1.0 / (x[0] + x[1] * G21);
    const Real q12 = tau12 * G12 * r12 * r12;
    const Real q21 = tau21 * G21 * r21 * r21;
    return {x[1] * x[1] * (q21 * G21 + q12), x[0] * x[0] * (q12 * G12 + q21)};
  }

  /// Activity coefficients gamma, -.
  template <class Real>
  std::array<Real, 2> activity(const std::array<Real, 2>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      auto result = log_activity(x_, T_);
      result[0] = exp(result[0]);
      result[1] = exp(result[1]);
      return result;
    };
    return narrow(evaluate, x, T);
  }

  /// Excess enthalpy, J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const std::array<Real, 2>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      const auto inverse_T = 1.0 / T_;
      const auto tau12 = a12 + b12 * inverse_T;
      const auto tau21 = a21 + b21 * inverse_T;
      const auto G12 = exp(-alpha * tau12);
      const auto G21 = exp(-alpha * tau21);
      const auto r12 = 1.0 / (x_[1] + x_[0] * G12);
      const auto r21 = 1.0 / (x_[0] + x_[1] * G21);
      // d(tau G / D)/dtau = G / D (1 - alpha tau x / D), and -R T^2 dtau/dT = R b
      return gas_constant * x_[0] * x_[1] *
             (b21 * G21 * r21 * (1.0 - alpha * tau21 * x_[0] * r21) +
              b12 * G12 * r12 * (1.0 - alpha * tau12 * x_[1] * r12));
    };
    return narrow(evaluate, x, T);
  }
};

}  // namespace stillhouse
