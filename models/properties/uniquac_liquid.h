#pragma once

#include <vector>

#include "models/properties/gas_constant.h"
#include "models/properties/narrow.h"
#include "models/properties/pair_table.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// Activity that comes from the sizes of molecules alone, the combinatorial part of UNIQUAC and UNIFAC.
///
///   V_i = r_i / sum_j x_j r_j      F_i = q_i / sum_j x_j q_j
///   ln gamma_i = 1 - V_i + ln V_i - 5 q_i (1 - V_i / F_i + ln(V_i / F_i))
///
/// r, q  -  relative volume and surface of a molecule. A species with r = 0 takes no part and gets ln gamma = 0.
/// Source   Abrams, Prausnitz, AIChE Journal 21 (1975) 116, equation 20, the coordination number z being 10
struct MoleculeSizes {
  std::vector<double> r, q;  // -

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x) const {
    Real all(0.0), volume(0.0), surface(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (r[i] == 0.0) continue;
      all = all + x[i];
      volume = volume + r[i] * x[i];
      surface = surface + q[i] * x[i];
    }
    PerSpecies<Real> result(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      result[i] = Real(0.0);
      if (r[i] == 0.0) continue;
      const Real V = r[i] * all / volume, ratio = (r[i] / q[i]) * surface / volume;
      result[i] = 1.0 - V + log(V) - 5.0 * q[i] * (1.0 - ratio + log(ratio));
    }
    return result;
  }
};

/// Activity in a liquid of any number of species by UNIQUAC, the universal quasi-chemical equation.
///
///   theta_i = q_i x_i / sum_j q_j x_j     tau_ij = exp(a_ij + b_ij / T), tau_ii = 1     s_i = sum_j theta_j tau_ji
///   ln gamma_i = combinatorial (MoleculeSizes) + q_i (1 - ln s_i - sum_j theta_j tau_ij / s_j)
///   h^E = -R sum_i q_i x_i / s_i sum_j theta_j tau_ji b_ji
///
/// x  -  mole fractions that sum to one      T  K  temperature
/// Assumes    r and q from the structure of the molecules; the combinatorial part is athermal
/// Valid for  the temperatures that the parameters were fitted at
/// Source     Abrams, Prausnitz, AIChE Journal 21 (1975) 116, equations 20 and 22
struct UniquacLiquid {
  MoleculeSizes sizes;
  PairTable a, b;  // -, K

  explicit UniquacLiquid(std::size_t size = 0)
      : sizes{std::vector<double>(size), std::vector<double>(size)}, a(size), b(size) {}

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x, const Real& T) const {
    const std::size_t n = x.size();
    PerSpecies<Real> result = sizes.log_activity(x);
    const PerSpecies<Real> theta = surface_fractions(x);
    for (std::size_t i = 0; i < n; ++i) result[i] = result[i] + sizes.q[i];
    for (std::size_t j = 0; j < n; ++j) {
      const PerSpecies<Real> tau = column(j, n, T);
      Real s(0.0);
      for (std::size_t k = 0; k < n; ++k) s = s + theta[k] * tau[k];
      const Real share = theta[j] / s;
      result[j] = result[j] - sizes.q[j] * log(s);
      for (std::size_t k = 0; k < n; ++k) result[k] = result[k] - sizes.q[k] * (share * tau[k]);
    }
    return result;
  }

  /// J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    const PerSpecies<Real> theta = surface_fractions(x);
    Real sum(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const PerSpecies<Real> tau = column(i, x.size(), T);
      Real s(0.0), slope(0.0);
      for (std::size_t j = 0; j < x.size(); ++j) {
        const Real weight = theta[j] * tau[j];
        s = s + weight;
        slope = slope + weight * b(j, i);
      }
      sum = sum - sizes.q[i] * x[i] * slope / s;
    }
    return gas_constant * sum;
  }

 private:
  template <class Real>
  PerSpecies<Real> surface_fractions(const PerSpecies<Real>& x) const {
    Real surface(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) surface = surface + sizes.q[i] * x[i];
    PerSpecies<Real> theta(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) theta[i] = sizes.q[i] * x[i] / surface;
    return theta;
  }
  /// tau_kj for all k.
  template <class Real>
  PerSpecies<Real> column(std::size_t j, std::size_t n, const Real& T) const {
    PerSpecies<Real> tau(n);
    const Real inverse_T = 1.0 / T;
    for (std::size_t k = 0; k < n; ++k) tau[k] = k == j ? Real(1.0) : exp(a(k, j) + b(k, j) * inverse_T);
    return tau;
  }
};

}  // namespace stillhouse
