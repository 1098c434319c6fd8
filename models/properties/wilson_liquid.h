#pragma once

#include "models/properties/gas_constant.h"
#include "models/properties/narrow.h"
#include "models/properties/pair_table.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// Activity in a liquid of any number of species by Wilson's equation.
///
///   Lambda_ij = exp(a_ij + b_ij / T)     a_ij = ln(v_j / v_i), the volumes of the pure liquids     Lambda_ii = 1
///   S_i = sum_j x_j Lambda_ij
///   ln gamma_i = 1 - ln S_i - sum_j x_j Lambda_ji / S_j
///   g^E / (R T) = -sum_i x_i ln S_i      h^E = -R sum_i x_i / S_i sum_j x_j Lambda_ij b_ij
///
/// x  -  mole fractions that sum to one      T  K  temperature
/// Assumes    one liquid: the equation cannot split, so it is refused where a decanter is asked for
/// Valid for  the temperatures that the parameters were fitted at
/// Source     Wilson, J. Am. Chem. Soc. 86 (1964) 127; Orye, Prausnitz, Ind. Eng. Chem. 57 (1965) 18, equation 7
/// Example    Lambda_12 = 0.5, Lambda_21 = 0.25, x1 = 0 at infinite dilution: ln gamma_1 = 1 - ln 0.5 - 0.25 = 1.4431
struct WilsonLiquid {
  PairTable a, b;  // -, K

  explicit WilsonLiquid(std::size_t size = 0) : a(size), b(size) {}

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x, const Real& T) const {
    const std::size_t n = x.size();
    PerSpecies<Real> result(n);
    for (std::size_t i = 0; i < n; ++i) result[i] = Real(1.0);
    for (std::size_t j = 0; j < n; ++j) {
      const PerSpecies<Real> Lambda = row(j, n, T);
      Real S(0.0);
      for (std::size_t k = 0; k < n; ++k) S = S + x[k] * Lambda[k];
      const Real share = x[j] / S;
      result[j] = result[j] - log(S);
      for (std::size_t k = 0; k < n; ++k) result[k] = result[k] - share * Lambda[k];
    }
    return result;
  }

  /// J/mol of mixture; x must sum to one.
  template <class Real>
  Real excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    Real sum(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const PerSpecies<Real> Lambda = row(i, x.size(), T);
      Real S(0.0), slope(0.0);
      for (std::size_t j = 0; j < x.size(); ++j) {
        const Real weight = x[j] * Lambda[j];
        S = S + weight;
        slope = slope + weight * b(i, j);
      }
      sum = sum - x[i] * slope / S;
    }
    return gas_constant * sum;
  }

 private:
  /// Lambda_jk for all k.
  template <class Real>
  PerSpecies<Real> row(std::size_t j, std::size_t n, const Real& T) const {
    PerSpecies<Real> Lambda(n);
    const Real inverse_T = 1.0 / T;
    for (std::size_t k = 0; k < n; ++k) Lambda[k] = k == j ? Real(1.0) : exp(a(j, k) + b(j, k) * inverse_T);
    return Lambda;
  }
};

}  // namespace stillhouse
