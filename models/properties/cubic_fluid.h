#pragma once

#include <string>
#include <vector>

#include "models/properties/cubic_state.h"
#include "models/properties/ideal_gas.h"

namespace stillhouse {

/// A fluid whose phases, gas and liquid alike, are those of one cubic equation of state: what a flash asks of it.
///
///   const CubicFluid fluid({"methane", "propane"}, Cubic::peng_robinson);
///   const auto at = fluid.at(300.0, 20e5);
///   fluid.log_fugacity_coefficients(at, PhaseKind::vapour, x);
///
/// Enthalpy counts from the elements at 298.15 K, entropy is absolute; both are those of ideal gases (ideal_gas.h) and
/// the departure of the equation of state (cubic_state.h).
class CubicFluid {
 public:
  /// ModelError names a compound that is not known, or one given twice.
  CubicFluid(const std::vector<std::string>& compounds, Cubic equation);

  std::size_t size() const { return names_.size(); }
  const std::string& name(std::size_t i) const { return names_[i]; }
  double molar_mass(std::size_t i) const { return molar_mass_[i]; }
  const CubicState& state() const { return state_; }
  const IdealGas& ideal_gas() const { return ideal_gas_; }

  // where a flash looks for a solution
  double lowest_temperature() const { return lowest_temperature_; }
  double highest_temperature() const { return 1500.0; }
  static constexpr double lowest_pressure = 1.0, highest_pressure = 1e8;
  /// Gas and liquid are one surface: above the critical point neither can be told from the other.
  static constexpr bool one_surface = true;
  bool liquids_may_split() const { return size() > 1; }

  template <class Real>
  using Conditions = CubicState::Conditions<Real>;
  template <class Real>
  Conditions<Real> at(const Real& T, const Real& P) const {
    return state_.at(T, P);
  }

  template <class Real>
  PerSpecies<Real> log_fugacity_coefficients(const Conditions<Real>& at, PhaseKind kind,
                                             const PerSpecies<Real>& x) const {
    const CubicState::Mixed<Real> mix = state_.mixed(at, x);
    return state_.log_fugacity_coefficients(at, mix, state_.compressibility(mix, kind));
  }
  /// ln phi of two phases, from the Z of their last evaluation, which are then those of this one.
  void log_fugacity_coefficients(const Conditions<double>& at, PhasePair& phases) const {
    state_.log_fugacity_coefficients(at, phases);
  }
  /// With F_ij = n d ln phi_i / d n_j of both, the lower triangle.
  void log_fugacity_derivatives(const Conditions<double>& at, PhasePair& phases, PhasePair::Matrix& F) const {
    state_.log_fugacity_derivatives(at, phases, F);
  }

  /// J/mol.
  template <class Real>
  Real enthalpy(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    const CubicState::Mixed<Real> mix = state_.mixed(at, x);
    const Real Z = state_.compressibility(mix, kind);
    return ideal_gas_.mixture_enthalpy(x, IdealGas::terms(at.T)) + state_.enthalpy_departure(at, mix, x, Z);
  }
  /// J/(mol K).
  template <class Real>
  Real entropy(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    const CubicState::Mixed<Real> mix = state_.mixed(at, x);
    const Real Z = state_.compressibility(mix, kind);
    return ideal_gas_.mixture_entropy(x, IdealGas::terms(at.T), at.P) + state_.entropy_departure(at, mix, x, Z);
  }
  /// m^3/mol.
  template <class Real>
  Real molar_volume(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    return state_.compressibility(state_.mixed(at, x), kind) * gas_constant * at.T / at.P;
  }

  /// A phase with both ends of its roots, for who asks more than one thing of it.
  struct Surface {
    CubicState::Mixed<double> mix;
    CubicRoots roots;

    double compressibility(PhaseKind kind) const { return kind == PhaseKind::vapour ? roots.largest : roots.smallest; }
  };
  Surface surface(const Conditions<double>& at, const PerSpecies<double>& x) const {
    const CubicState::Mixed<double> mix = state_.mixed(at, x);
    return {mix, state_.compressibilities(mix.A, mix.B)};
  }
  PerSpecies<double> log_fugacity_coefficients(const Conditions<double>& at, PhaseKind kind,
                                               const Surface& phase) const {
    return state_.log_fugacity_coefficients(at, phase.mix, phase.compressibility(kind));
  }
  /// What a phase with only one root is: a vapour if it takes more room than at the critical point of a pure compound,
  /// v > 3.95 b (Peng-Robinson); beside another phase, near a critical point of the mixture, v > 2.5 b is enough.
  PhaseKind kind_of(const Surface& phase, bool beside_another) const {
    const double ratio = beside_another ? 2.5 : critical_ratio_;
    return phase.roots.largest > ratio * phase.mix.B ? PhaseKind::vapour : PhaseKind::liquid;
  }

  /// ln K_i to begin with, after Wilson: ln(Pc/p) + 5.373 (1 + w)(1 - Tc/T).
  PerSpecies<double> log_volatilities(const Conditions<double>& at, const PerSpecies<double>& z) const;

 private:
  CubicFluid(Cubic equation, const std::vector<const Component*>& components);

  std::vector<std::string> names_;
  std::vector<double> molar_mass_;
  CubicState state_;
  IdealGas ideal_gas_;
  double lowest_temperature_ = 0.0;
  double critical_ratio_ = 0.0;  // v/b at the critical point
  PerSpecies<double> wilson_constant_, wilson_slope_;
};

}  // namespace stillhouse
