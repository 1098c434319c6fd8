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

  /// Logarithms of the activity coefficients with their derivatives in closed form.
  template <class Real>
  struct Derivatives {
    std::array<Real, N> value;                // -
    std::array<std::array<Real, N>, N> by_x;  // -, [i][k] = d ln gamma_i / d x_k, the other fractions held
    std::array<Real, N> by_T;                 // 1/K
  };

  /// The values to the bit as log_activity gives them. With W_kj = G_kj / S_j, E_kj = W_kj (tau_kj - m_j):
  ///   d ln gamma_i / d x_k = E_ki + E_ik - sum_j x_j (W_kj E_ij + W_ij E_kj)        symmetric
  ///   d ln gamma_i / d T   = d m_i / dT + sum_j x_j d E_ij / dT,  from d tau / dT = -b / T^2
  /// A sixth of the time of duals, for the innermost loop of a column; tests hold it against duals.
  template <class Real>
  Derivatives<Real> log_activity_derivatives(const std::array<Real, N>& x, const Real& T) const {
    const Local<Real> at = local(x, T);
    Derivatives<Real> d;
    // W, E; and with x_j: P, X
    std::array<std::array<Real, N>, N> W, E, P, X;
    for (int j = 0; j < N; ++j) {
      for (int k = 0; k < N; ++k) {
        if (k == j) {
          W[j][j] = at.r[j];
          E[j][j] = -(at.r[j] * at.m[j]);
          P[j][j] = at.q[j];
          X[j][j] = at.q[j] * at.m[j];  // with its sign turned, as in log_activity
        } else {
          const Real beyond = at.tau[k][j] - at.m[j];
          W[k][j] = at.G[k][j] * at.r[j];
          E[k][j] = W[k][j] * beyond;
          P[k][j] = at.q[j] * at.G[k][j];
          X[k][j] = P[k][j] * beyond;
        }
      }
    }
    // values, in the order of log_activity
    for (int i = 0; i < N; ++i) {
      Real sum = at.m[i] - X[i][i];
      for (int j = 0; j < N; ++j) {
        if (j != i) sum = sum + X[i][j];
      }
      d.value[i] = sum;
    }
    for (int i = 0; i < N; ++i) {
      for (int k = 0; k <= i; ++k) {
        Real sum = E[k][i] + E[i][k];
        for (int j = 0; j < N; ++j) {
          const Real left = W[k][j] * X[i][j], right = P[i][j] * E[k][j];
          sum = j == i ? sum + left - right : sum - left - right;
        }
        d.by_x[i][k] = d.by_x[k][i] = sum;
      }
    }
    // temperature: all derivatives share the factor 1 / T^2
    std::array<Real, N> mT, sT;
    for (int j = 0; j < N; ++j) {
      mT[j] = sT[j] = Real(0.0);
      for (int k = 0; k < N; ++k) {
        if (k == j) continue;
        const Real weight = x[k] * W[k][j];
        sT[j] = sT[j] + (alpha[k][j] * b[k][j]) * weight;
        mT[j] = mT[j] + b[k][j] * (weight * (alpha[k][j] * (at.tau[k][j] - at.m[j]) - 1.0));
      }
    }
    for (int i = 0; i < N; ++i) {
      Real sum = mT[i] + X[i][i] * sT[i] - P[i][i] * mT[i];
      for (int j = 0; j < N; ++j) {
        if (j != i) sum = sum + X[i][j] * (alpha[i][j] * b[i][j] - sT[j]) - P[i][j] * (b[i][j] + mT[j]);
      }
      d.by_T[i] = sum * at.inverse_T * at.inverse_T;
    }
    return d;
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
  /// What the functions share; r_j = 1 / S_j, q_j = x_j / S_j.
  template <class Real>
  struct Local {
    std::array<std::array<Real, N>, N> tau, G;  // diagonals unused
    std::array<Real, N> m, r, q;
    Real inverse_T;
  };
  template <class Real>
  Local<Real> local(const std::array<Real, N>& x, const Real& T) const {
    Local<Real> at;
    at.inverse_T = 1.0 / T;
    for (int j = 0; j < N; ++j) {
      Real S = x[j], C(0.0);
      for (int k = 0; k < N; ++k) {
        if (k == j) continue;
        at.tau[k][j] = a[k][j] + b[k][j] * at.inverse_T;
        at.G[k][j] = exp(-alpha[k][j] * at.tau[k][j]);
        const Real weight = x[k] * at.G[k][j];
        S = S + weight;
        C = C + weight * at.tau[k][j];
      }
      at.r[j] = 1.0 / S;
      at.m[j] = C * at.r[j];
      at.q[j] = x[j] * at.r[j];
    }
    return at;
  }
};

}  // namespace stillhouse
