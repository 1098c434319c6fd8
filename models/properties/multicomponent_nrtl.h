#pragma once

#include <array>

#include "models/properties/gas_constant.h"
#include "models/properties/narrow.h"

namespace stillhouse {

/// Activity in a liquid of N species by the non-random two-liquid equation.
///
///   tau_ij = a_ij + b_ij / T        G_ij = exp(-alpha_ij tau_ij)        tau_ii = 0, G_ii = 1
///   S_j = sum_k x_k G_kj            m_j = sum_k x_k tau_kj G_kj / S_j
///   ln gamma_i = m_i + sum_j x_j G_ij / S_j (tau_ij - m_j)
///   g^E / (R T) = sum_j x_j m_j     h^E = -R T^2 d(g^E / R T) / dT   (Gibbs-Helmholtz)
///
/// x  -  mole fractions; the activity coefficients depend on their ratios only
/// T  K  temperature
///
/// For N = 2 the same as Nrtl without its c terms. Straight-line code: no branch depends on a value; each tau, G and
/// sum is computed once. Source     Renon, Prausnitz, AIChE Journal 14 (1968) 135, equation 23 Example    tau =
/// {0 2.29165 0.51669; 4.30865 0 1.67540; 0.55274 0.15106 0}, alpha_12 = 0.4, the others 0.3,
///            x = {0.1, 0.3, 0.6}: gamma = {2.71751, 2.13730, 1.08513}
///            (I. Segtovich, PyTherm, lecture GE1, the value as in C. Bell, thermo, test of NRTL_gammas)
template <int N>
struct MulticomponentNrtl {
  using Table = std::array<std::array<double, N>, N>;

  Table a{};      // -
  Table b{};      // K
  Table alpha{};  // -

  /// Natural logarithms of the activity coefficients.
  template <class Real>
  std::array<Real, N> log_activity(const std::array<Real, N>& x, const Real& T) const {
    const Local<Real> at = local(x, T);
    std::array<Real, N> result;
    for (int i = 0; i < N; ++i) {
      Real sum = at.m[i] - at.q[i] * at.m[i];
      for (int j = 0; j < N; ++j) {
        if (j != i) sum = sum + at.q[j] * at.G[i][j] * (at.tau[i][j] - at.m[j]);
      }
      result[i] = sum;
    }
    return result;
  }

  /// Activity coefficients gamma, -.
  template <class Real>
  std::array<Real, N> activity(const std::array<Real, N>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      auto result = this->log_activity(x_, T_);
      for (auto& gamma : result) gamma = exp(gamma);
      return result;
    };
    return narrow(evaluate, x, T);
  }

  /// Excess enthalpy, J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const std::array<Real, N>& x, const Real& T) const {
    const auto evaluate = [this](const auto& x_, const auto& T_) {
      const auto at = this->local(x_, T_);
      // d m_j / d tau_kj = x_k G_kj / S_j (1 - alpha_kj (tau_kj - m_j)), and -R T^2 d tau / dT = R b
      std::decay_t<decltype(T_)> sum(0.0);
      for (int j = 0; j < N; ++j) {
        for (int k = 0; k < N; ++k) {
          if (k != j)
            sum = sum + at.q[j] * x_[k] * at.G[k][j] * (1.0 - alpha[k][j] * (at.tau[k][j] - at.m[j])) * b[k][j];
        }
      }
      return gas_constant * sum;
    };
    return narrow(evaluate, x, T);
  }

 private:
  /// What both functions share; q_j = x_j / S_j.
  template <class Real>
  struct Local {
    std::array<std::array<Real, N>, N> tau, G;  // diagonals unused
    std::array<Real, N> m, q;
  };
  template <class Real>
  Local<Real> local(const std::array<Real, N>& x, const Real& T) const {
    Local<Real> at;
    const Real inverse_T = 1.0 / T;
    for (int j = 0; j < N; ++j) {
      Real S = x[j], C(0.0);
      for (int k = 0; k < N; ++k) {
        if (k == j) continue;
        at.tau[k][j] = a[k][j] + b[k][j] * inverse_T;
        at.G[k][j] = exp(-alpha[k][j] * at.tau[k][j]);
        const Real weight = x[k] * at.G[k][j];
        S = S + weight;
        C = C + weight * at.tau[k][j];
      }
      const Real inverse_S = 1.0 / S;
      at.m[j] = C * inverse_S;
      at.q[j] = x[j] * inverse_S;
    }
    return at;
  }
};

}  // namespace stillhouse
