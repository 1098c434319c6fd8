#pragma once

#include <array>
#include <string_view>

#include "models/properties/stage_vle.h"

namespace stillhouse {

/// One species of the tray tower in constants.
///
///   h_L = c0 t + c1 t^2 / 2, t = T - 298.15 K       liquid; zero: the pure liquid at 298.15 K
///   h_V = h_L(T_b) + lambda_b + c_V (T - T_b)       ideal gas; at T_b apart from the liquid by the heat of
///   vaporization
struct TowerSpecies {
  static constexpr double reference_temperature = 298.15;  // K

  std::string_view name;
  double molar_mass;    // kg/mol
  double molar_volume;  // m3/mol, liquid at T_b
  double c0, c1;        // J/(mol K), J/(mol K2)
  double c_V;           // J/(mol K)
  double T_b;           // K
  double lambda_b;      // J/mol
  Antoine vapour_pressure;

  template <class Real>
  Real liquid_enthalpy(const Real& T) const {
    const Real t = T - reference_temperature;
    return t * (c0 + 0.5 * c1 * t);
  }
  template <class Real>
  Real vapour_enthalpy(const Real& T) const {
    return liquid_enthalpy(T_b) + lambda_b + c_V * (T - T_b);
  }
};

/// The first N of methanol, water, ethanol, acetone, 1-propanol.
///
/// Assumes    ideal vapour; no heat of mixing; molar volumes independent of T
/// Valid for  300 K to 390 K: vapour pressures within 2.1 % of the extended form above 308 K (methanol, ethanol,
///            acetone) or 345 K (propanol, water; farther down within 8 %), liquid heat capacities within 1 % to
///            360 K and 3.5 % to 390 K; beyond, on the way, all forms stay finite and of the right slope
/// Source     ChemSep v8.3 component and interaction data, (c) H. Kooijman, R. Taylor, Artistic License 2.0: molar
/// mass,
///            Vliq_Tb, AntoineVaporPressure, HeatOfVaporization at T_b, LiquidHeatCapacityCp as the straight line
///            through 298.15 K and 360 K, IdealGasHeatCapacityCp at 350 K; NRTL b_ij and alpha_ij (DECHEMA fits at 1
///            atm). 1-propanol + water is NRTL fitted here to that source's Wilson parameters at 365 K (ln gamma within
///            0.06); ethanol + 1-propanol is taken as ideal, acetone + 1-propanol as acetone + ethanol (estimates).
template <int N>
class TowerMixture {
  static_assert(N >= 2 && N <= 5, "the tower's data hold five species");

 public:
  static const TowerMixture& standard();

  const TowerSpecies& species(int i) const { return species_[i]; }
  const StageVle<N>& vle() const { return vle_; }

  /// J/mol of the mixture.
  template <class Real>
  Real liquid_enthalpy(const std::array<Real, N>& x, const Real& T) const {
    return narrow(
        [this](const auto& x_, const auto& T_) {
          auto h = x_[0] * species_[0].liquid_enthalpy(T_);
          for (int i = 1; i < N; ++i) h = h + x_[i] * species_[i].liquid_enthalpy(T_);
          return h;
        },
        x, T);
  }
  /// J/mol of the mixture.
  template <class Real>
  Real vapour_enthalpy(const std::array<Real, N>& y, const Real& T) const {
    return narrow(
        [this](const auto& y_, const auto& T_) {
          auto h = y_[0] * species_[0].vapour_enthalpy(T_);
          for (int i = 1; i < N; ++i) h = h + y_[i] * species_[i].vapour_enthalpy(T_);
          return h;
        },
        y, T);
  }
  /// kg/mol.
  template <class Real>
  Real molar_mass(const std::array<Real, N>& x) const {
    Real sum = x[0] * species_[0].molar_mass;
    for (int i = 1; i < N; ++i) sum = sum + x[i] * species_[i].molar_mass;
    return sum;
  }
  /// m3/mol of liquid.
  template <class Real>
  Real molar_volume(const std::array<Real, N>& x) const {
    Real sum = x[0] * species_[0].molar_volume;
    for (int i = 1; i < N; ++i) sum = sum + x[i] * species_[i].molar_volume;
    return sum;
  }

  /// The temperature at which liquid of this composition boils under a pressure, K; for start values.
  double bubble_temperature(const std::array<double, N>& x, double p) const;

 private:
  TowerMixture();

  std::array<TowerSpecies, N> species_;
  StageVle<N> vle_;
};

}  // namespace stillhouse
