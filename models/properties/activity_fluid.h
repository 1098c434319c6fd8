#pragma once

#include <memory>
#include <vector>

#include "models/properties/fluid.h"
#include "models/properties/ideal_gas.h"
#include "models/properties/phase_pair.h"

namespace stillhouse {

/// A fluid whose liquids have activity coefficients and whose vapour is an ideal gas: what a flash asks of a `Fluid`.
///
///   vapour   ln phi_i = 0;  where carboxylic acids pair up: ln((p + S^2)/(p (1 + 2 sqrt(K_i) S))) for them and
///            ln((p + S^2)/p) for the others, S^2 the pressure of all dimers
///   liquid   ln phi_i = ln(gamma_i psat_i/p), for an acid with the pressure of its monomer over the pure liquid
///   h        that of the Fluid
///   s        (h - g)/T, with g = sum x_i (g_i + R T ln(x_i phi_i p/1 bar)) and g_i of the ideal gas at 1 bar
///
/// so that phases at rest with each other have equal fugacities and the least h - T s.
/// Assumes    pressures of some bar; a liquid's fugacity does not depend on pressure
/// Valid for  the range of the Fluid, whose forms stay sound from 250 K to 600 K
/// Limits     heats of vaporization and vapour pressures are independent data: ds/dT of a liquid is cp/T only within
/// some
///            per cent (tests/identities)
/// Example    pure acetic acid gas at 391.04 K and 1 atm: K = 5.07e-5/Pa, dimers S^2 = 65.4 kPa, phi = 0.3545
class ActivityFluid {
 public:
  explicit ActivityFluid(std::shared_ptr<const Fluid> fluid);

  const Fluid& fluid() const { return *fluid_; }
  std::size_t size() const { return fluid_->size(); }
  const std::string& name(std::size_t i) const { return fluid_->name(i); }

  // where a flash looks for a solution
  static constexpr double lowest_temperature() { return 250.0; }
  static constexpr double highest_temperature() { return 600.0; }
  static constexpr double lowest_pressure = 1.0, highest_pressure = 1e7;
  /// Gas and liquid are two models: what a phase is stands fixed from the beginning.
  static constexpr bool one_surface = false;
  bool liquids_may_split() const {
    return fluid_->model() != LiquidModel::ideal && fluid_->model() != LiquidModel::wilson;
  }

  template <class Real>
  struct Conditions {
    Real T, P;
    PerSpecies<Real> pure;  // ln of the fugacity of the pure liquid over p
  };
  template <class Real>
  Conditions<Real> at(const Real& T, const Real& P) const {
    Conditions<Real> result{T, P, PerSpecies<Real>(size())};
    for (std::size_t i = 0; i < size(); ++i) {
      const Real psat = fluid_->vapour_pressure(i, T);
      const auto& association = fluid_->forms(i).association;
      result.pure[i] = log((association ? Association::monomer_pressure(association->constant(T), psat) : psat) / P);
    }
    return result;
  }

  template <class Real>
  PerSpecies<Real> log_fugacity_coefficients(const Conditions<Real>& at, PhaseKind kind,
                                             const PerSpecies<Real>& x) const {
    if (kind == PhaseKind::vapour) return of_vapour(at, x);
    PerSpecies<Real> result = fluid_->log_activity(x, at.T);
    for (std::size_t i = 0; i < size(); ++i) result[i] = result[i] + at.pure[i];
    return result;
  }
  void log_fugacity_coefficients(const Conditions<double>& at, PhasePair& phases) const {
    phases.log_phi_y = log_fugacity_coefficients(at, phases.kinds[0], phases.y);
    phases.log_phi_x = log_fugacity_coefficients(at, phases.kinds[1], phases.x);
  }
  /// With F_ij = n d ln phi_i / d n_j of both, the lower triangle.
  void log_fugacity_derivatives(const Conditions<double>& at, PhasePair& phases, PhasePair::Matrix& F) const;

  /// J/mol.
  template <class Real>
  Real enthalpy(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    return kind == PhaseKind::vapour ? fluid_->gas_enthalpy(x, at.T) : fluid_->liquid_enthalpy(x, at.T);
  }
  /// J/(mol K).
  template <class Real>
  Real entropy(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    const PerSpecies<Real> log_phi = log_fugacity_coefficients(at, kind, x);
    const Real log_P = log(at.P * (1.0 / IdealGas::reference_pressure));
    Real g(0.0);
    for (std::size_t i = 0; i < size(); ++i)
      g = g + x[i] * standard_gibbs(i, at.T) +
          gas_constant * at.T * (IdealGas::x_log_x(x[i]) + x[i] * (log_phi[i] + log_P));
    return (enthalpy(at, kind, x) - g) / at.T;
  }
  /// m^3/mol.
  template <class Real>
  Real molar_volume(const Conditions<Real>& at, PhaseKind kind, const PerSpecies<Real>& x) const {
    return kind == PhaseKind::vapour ? gas_constant * at.T / at.P : fluid_->liquid_molar_volume(x, at.T);
  }

  /// ln K_i of a boiling liquid of composition z, to begin with.
  PerSpecies<double> log_volatilities(const Conditions<double>& at, const PerSpecies<double>& z) const {
    return log_fugacity_coefficients(at, PhaseKind::liquid, z);
  }

 private:
  /// Gibbs energy of an ideal gas at 1 bar, J/mol; the heat capacity is that of the Fluid, integrated in closed form.
  template <class Real>
  Real standard_gibbs(std::size_t i, const Real& T) const {
    const Standard& c = standard_[i];
    const Real u = T * 0.01;
    const Real h = c.h_0 + T * c.mean_heat(u);
    const Real s = c.s_0 + c.cp[0] * log(u) + u * c.mean_slope(u);
    return h - T * s;
  }

  /// Of one phase, into its lane of F.
  PerSpecies<double> derivatives(const Conditions<double>& at, PhaseKind kind, const PerSpecies<double>& x, int lane,
                                 PhasePair::Matrix& F) const;

  /// The vapour of acids and others, from the pressure S^2 of its dimers: S = sum_i sqrt(K_i) p_i over the acids, with
  /// p_i = y_i (p + S^2)/(1 + 2 sqrt(K_i) S).
  template <class Real>
  PerSpecies<Real> of_vapour(const Conditions<Real>& at, const PerSpecies<Real>& y) const {
    PerSpecies<Real> result(size());
    for (Real& value : result) value = Real(0.0);
    if (!associates_) return result;
    PerSpecies<Real> root_K(size());
    for (std::size_t i = 0; i < size(); ++i) {
      const auto& association = fluid_->forms(i).association;
      root_K[i] = association ? sqrt(association->constant(at.T)) : Real(0.0);
    }
    // from no dimers upwards; the sum is concave in S where it matters, a few steps are enough
    Real S = Real(0.0);
    for (int step = 0; step < 12; ++step) {
      Real sum(0.0), slope(0.0);
      const Real total = at.P + S * S;
      for (std::size_t i = 0; i < size(); ++i) {
        if (!fluid_->forms(i).association) continue;
        const Real divisor = 1.0 / (1.0 + 2.0 * root_K[i] * S), share = root_K[i] * y[i] * divisor;
        sum = sum + share * total;
        slope = slope + share * (2.0 * S - 2.0 * root_K[i] * total * divisor);
      }
      S = S - (S - sum) / (1.0 - slope);
    }
    const Real apparent = log((at.P + S * S) / at.P);
    for (std::size_t i = 0; i < size(); ++i)
      result[i] = fluid_->forms(i).association ? apparent - log(1.0 + 2.0 * root_K[i] * S) : apparent;
    return result;
  }

  struct Standard {
    std::array<double, 6> cp{};   // J/(mol K), by powers of u = T/100 K
    double h_0 = 0.0, s_0 = 0.0;  // J/mol, J/(mol K)

    /// Integral of cp du over u, and of (cp - cp_0)/u du over u.
    template <class Real>
    Real mean_heat(const Real& u) const {
      Real sum(cp.back() / static_cast<double>(cp.size()));
      for (std::size_t k = cp.size() - 1; k-- > 0;) sum = cp[k] / static_cast<double>(k + 1) + u * sum;
      return sum;
    }
    template <class Real>
    Real mean_slope(const Real& u) const {
      Real sum(cp.back() / static_cast<double>(cp.size() - 1));
      for (std::size_t k = cp.size() - 1; k-- > 1;) sum = cp[k] / static_cast<double>(k) + u * sum;
      return sum;
    }
  };

  std::shared_ptr<const Fluid> fluid_;
  std::vector<Standard> standard_;
  bool associates_ = false;
};

}  // namespace stillhouse
