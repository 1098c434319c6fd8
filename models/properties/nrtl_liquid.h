#pragma once

#include "models/properties/gas_constant.h"
#include "models/properties/narrow.h"
#include "models/properties/pair_table.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// Activity in a liquid of any number of species by the non-random two-liquid equation.
///
///   tau_ij = a_ij + b_ij / T + c_ij ln(T / 350 K)     G_ij = exp(-alpha_ij tau_ij)     tau_ii = 0, G_ii = 1
///   S_j = sum_k x_k G_kj                              m_j = sum_k x_k tau_kj G_kj / S_j
///   ln gamma_i = m_i + sum_j x_j G_ij / S_j (tau_ij - m_j)
///   g^E / (R T) = sum_j x_j m_j       h^E = -R T^2 d(g^E / R T) / dT   (Gibbs-Helmholtz)
///
/// x  -  mole fractions; ln gamma depends on their ratios only      T  K  temperature
/// Assumes    alpha independent of T
/// Valid for  the temperatures that the parameters were fitted at; constant b fitted at 1 atm is some per cent off
///            elsewhere (ethanol-water at 303 K: 14 % in pressure)
/// Source     Renon, Prausnitz, AIChE Journal 14 (1968) 135, equation 23
/// Example    ethanol (1) and water (2) with b = -29.1667 K, 624.868 K, alpha = 0.2937, x1 = 0.2, T = 353.15 K:
///            gamma = {2.2783, 1.0928}
///
/// The same equation as MulticomponentNrtl<N>, for a number of species that is known when a fluid is made. Works
/// column by column, so that nothing of the size of a table is stored in Real.
struct NrtlLiquid {
  static constexpr double pivot_temperature = 350.0;  // K, where the c terms vanish

  PairTable a, b, c, alpha;  // -, K, -, -
  bool has_c = false;        // whether any c is not zero

  explicit NrtlLiquid(std::size_t size = 0) : a(size), b(size), c(size), alpha(size) {}

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x, const Real& T) const {
    const std::size_t n = x.size();
    PerSpecies<Real> result(n);
    for (std::size_t j = 0; j < n; ++j) result[j] = Real(0.0);
    for (std::size_t j = 0; j < n; ++j) {
      const Column<Real> at = column(j, x, T);
      const Real q = x[j] * at.r;
      for (std::size_t k = 0; k < n; ++k)
        result[k] = result[k] + (k == j ? at.m - q * at.m : q * at.G[k] * (at.tau[k] - at.m));
    }
    return result;
  }

  /// J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    Real sum(0.0);
    for (std::size_t j = 0; j < x.size(); ++j) {
      const Column<Real> at = column(j, x, T);
      // d m_j / d tau_kj = x_k G_kj / S_j (1 - alpha_kj (tau_kj - m_j)), and -R T^2 d tau / dT = R (b - c T)
      for (std::size_t k = 0; k < x.size(); ++k) {
        if (k == j) continue;
        const Real slope = x[j] * x[k] * at.G[k] * at.r * (1.0 - alpha(k, j) * (at.tau[k] - at.m));
        sum = sum + (has_c ? slope * (b(k, j) - c(k, j) * T) : slope * b(k, j));
      }
    }
    return gas_constant * sum;
  }

 private:
  /// What belongs to the surroundings of species j; r = 1 / S_j.
  template <class Real>
  struct Column {
    PerSpecies<Real> tau, G;
    Real r, m;
  };
  template <class Real>
  Column<Real> column(std::size_t j, const PerSpecies<Real>& x, const Real& T) const {
    Column<Real> at{PerSpecies<Real>(x.size()), PerSpecies<Real>(x.size()), Real(0.0), Real(0.0)};
    const Real inverse_T = 1.0 / T;
    Real S = x[j], C(0.0);
    for (std::size_t k = 0; k < x.size(); ++k) {
      if (k == j) continue;
      at.tau[k] = a(k, j) + b(k, j) * inverse_T;
      if (has_c) at.tau[k] = at.tau[k] + c(k, j) * log(T * (1.0 / pivot_temperature));
      at.G[k] = exp(-alpha(k, j) * at.tau[k]);
      const Real weight = x[k] * at.G[k];
      S = S + weight;
      C = C + weight * at.tau[k];
    }
    at.r = 1.0 / S;
    at.m = C * at.r;
    return at;
  }
};

}  // namespace stillhouse
