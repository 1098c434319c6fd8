#pragma once

#include <string>
#include <vector>

#include "models/properties/uniquac_liquid.h"

namespace stillhouse {

/// Activity in a liquid predicted from the groups that its molecules are made of: original UNIFAC. No measurement of
/// the pair stands behind it; expect 10 % in gamma, more for water with what hardly dissolves in it.
///
///   ln gamma_i = combinatorial (MoleculeSizes), with r_i = sum_k nu_ki R_k, q_i = sum_k nu_ki Q_k
///              + sum_k nu_ki (ln Gamma_k - ln Gamma_k in pure i)
///   ln Gamma_k = Q_k (1 - ln s_k - sum_m Theta_m psi_km / s_m)         s_k = sum_m Theta_m psi_mk
///   Theta_m = Q_m N_m / sum_n Q_n N_n     N_m = sum_i x_i nu_mi        psi_mn = exp(-a_mn / T)
///   h^E = H(mixture) - sum_i x_i H(pure i),   H = R sum_k Q_k N_k / s_k sum_m Theta_m psi_mk a_mk
///
/// x  -  mole fractions that sum to one      T  K  temperature
/// nu  -  groups k in a molecule i           a_mn  K  interaction of the main groups of m and n
/// Valid for  some 280 K to 400 K, moderate pressures, no polymers; species without groups (gases) get gamma = 1
/// Source     Fredenslund, Jones, Prausnitz, AIChE Journal 21 (1975) 1086; parameters as in assets/components/NOTICE.md
/// Example    acetone (1) + n-pentane (2), x1 = 0.047, T = 307 K: gamma = {4.99, 1.005}
///            (Fredenslund, Jones, Prausnitz 1975, worked example, with the parameters of that year)
struct UnifacLiquid {
  /// For these compounds; a name without groups takes no part if `may_lack` says so. ModelError names a compound that
  /// has no groups, or the two main groups whose interaction is not published.
  static UnifacLiquid of(const std::vector<std::string>& compounds, const std::vector<bool>& may_lack);

  MoleculeSizes sizes;
  std::vector<std::string> groups;          // names of the subgroups that occur
  std::vector<double> Q;                    // -, of each of them
  std::vector<std::vector<double>> counts;  // nu[i][k]
  PairTable a;                              // K, between subgroups

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x, const Real& T) const {
    PerSpecies<Real> result = sizes.log_activity(x);
    const PerSpecies<Real> mixture = group_activity(amounts(x), T);
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (sizes.r[i] == 0.0) continue;
      const PerSpecies<Real> pure = group_activity(amounts_in<Real>(i), T);
      for (std::size_t k = 0; k < Q.size(); ++k)
        if (counts[i][k] != 0.0) result[i] = result[i] + counts[i][k] * (mixture[k] - pure[k]);
    }
    return result;
  }

  /// J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    Real sum = group_enthalpy(amounts(x), T);
    for (std::size_t i = 0; i < x.size(); ++i)
      if (sizes.r[i] != 0.0) sum = sum - x[i] * group_enthalpy(amounts_in<Real>(i), T);
    return gas_constant * sum;
  }

 private:
  template <class Real>
  PerSpecies<Real> amounts(const PerSpecies<Real>& x) const {
    PerSpecies<Real> N(Q.size());
    for (std::size_t k = 0; k < Q.size(); ++k) {
      N[k] = Real(0.0);
      for (std::size_t i = 0; i < x.size(); ++i)
        if (counts[i][k] != 0.0) N[k] = N[k] + counts[i][k] * x[i];
    }
    return N;
  }
  template <class Real>
  PerSpecies<Real> amounts_in(std::size_t i) const {
    PerSpecies<Real> N(Q.size());
    for (std::size_t k = 0; k < Q.size(); ++k) N[k] = Real(counts[i][k]);
    return N;
  }

  template <class Real>
  PerSpecies<Real> surface_fractions(const PerSpecies<Real>& N) const {
    Real surface(0.0);
    for (std::size_t k = 0; k < Q.size(); ++k) surface = surface + Q[k] * N[k];
    PerSpecies<Real> Theta(Q.size());
    for (std::size_t k = 0; k < Q.size(); ++k) Theta[k] = Q[k] * N[k] / surface;
    return Theta;
  }
  /// psi_mk for all m.
  template <class Real>
  PerSpecies<Real> column(std::size_t k, const Real& T) const {
    PerSpecies<Real> psi(Q.size());
    for (std::size_t m = 0; m < Q.size(); ++m) psi[m] = a(m, k) == 0.0 ? Real(1.0) : exp(-a(m, k) / T);
    return psi;
  }

  /// ln Gamma_k in a liquid of these amounts of groups.
  template <class Real>
  PerSpecies<Real> group_activity(const PerSpecies<Real>& N, const Real& T) const {
    const PerSpecies<Real> Theta = surface_fractions(N);
    PerSpecies<Real> result(Q.size());
    for (std::size_t k = 0; k < Q.size(); ++k) result[k] = Real(Q[k]);
    for (std::size_t j = 0; j < Q.size(); ++j) {
      const PerSpecies<Real> psi = column(j, T);
      Real s(0.0);
      for (std::size_t m = 0; m < Q.size(); ++m) s = s + Theta[m] * psi[m];
      const Real share = Theta[j] / s;
      result[j] = result[j] - Q[j] * log(s);
      for (std::size_t k = 0; k < Q.size(); ++k) result[k] = result[k] - Q[k] * (share * psi[k]);
    }
    return result;
  }

  /// H / R of these amounts of groups, K.
  template <class Real>
  Real group_enthalpy(const PerSpecies<Real>& N, const Real& T) const {
    const PerSpecies<Real> Theta = surface_fractions(N);
    Real sum(0.0);
    for (std::size_t k = 0; k < Q.size(); ++k) {
      const PerSpecies<Real> psi = column(k, T);
      Real s(0.0), slope(0.0);
      for (std::size_t m = 0; m < Q.size(); ++m) {
        const Real weight = Theta[m] * psi[m];
        s = s + weight;
        slope = slope + weight * a(m, k);
      }
      sum = sum + Q[k] * N[k] * slope / s;
    }
    return sum;
  }
};

}  // namespace stillhouse
