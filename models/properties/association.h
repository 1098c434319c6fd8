#pragma once

#include <optional>
#include <string_view>

#include "engine/autodiff/functions.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

/// Carboxylic acids pair up in the vapour: 2 A <-> A2, with p_A2 = K p_A^2 (chemical theory of an ideal gas of monomers
/// and dimers). At its normal boiling point the vapour of acetic acid is dimers for the most part, which halves its
/// heat of vaporization and decides its equilibria.
///
///   ln (K atm) = -DS/R + DH/(R T), DS = 136 J/(mol K), DH = 58500 J/mol for a mole of dimer
///   p_A = (sqrt(1 + 4 K psat) - 1) / (2 K)          monomer over the pure liquid, where p_A + K p_A^2 = psat
///
/// K     1/Pa   equilibrium constant         psat  Pa  vapour pressure of the acid, monomer and dimer together
/// Valid for    303 K to 423 K; extrapolates as a van 't Hoff line
/// Source       Miyamoto, Nakamura, Sunaga, Mizukami, J. Chem. Eng. Data 44 (1999) 48: one line for acetic, propionic
/// and
///              the higher acids; its unit of K is taken as 1/atm, with which the compressibility of saturated acetic
///              acid vapour at its normal boiling point is 0.61
/// Example      K = 5.07e-5 / Pa at 391.04 K
struct Association {
  double entropy = 136.0;     // J/(mol K), of a mole of dimer, with its sign turned
  double enthalpy = 58500.0;  // J/mol
  /// Of the liquid at 298.15 K, J/mol: the heat of vaporization does not lead there from the gas of monomers.
  /// Acetic acid: W. V. Steele et al., J. Chem. Eng. Data 42 (1997) 1053; propionic acid: CRC Handbook of Chemistry and
  /// Physics, 85th ed.; Gibbs energies with the entropies 159.8 and 191.0 J/(mol K).
  double liquid_formation = 0.0, liquid_gibbs = 0.0;
  static constexpr double standard_pressure = 101325.0;  // Pa

  template <class Real>
  Real constant(const Real& T) const {
    return exp(enthalpy / gas_constant / T - entropy / gas_constant) * (1.0 / standard_pressure);
  }

  /// Pressure of the monomer over the pure liquid, Pa; written so that nothing cancels where K psat is small.
  template <class Real>
  static Real monomer_pressure(const Real& K, const Real& psat) {
    return 2.0 * psat / (1.0 + sqrt(1.0 + 4.0 * K * psat));
  }
};

/// The association of this compound, if it is one that associates: acetic acid and propionic acid.
inline std::optional<Association> association_of(std::string_view compound) {
  if (compound == "acetic acid") return Association{.liquid_formation = -483.52e3, .liquid_gibbs = -388.65e3};
  if (compound == "propionic acid") return Association{.liquid_formation = -510.7e3, .liquid_gibbs = -384.5e3};
  return std::nullopt;
}

}  // namespace stillhouse
