#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/properties/activity_parameters.h"
#include "models/properties/cubic_phases.h"
#include "models/properties/henry.h"
#include "models/properties/invariant.h"
#include "models/properties/liquid_model.h"
#include "models/properties/nrtl_liquid.h"
#include "models/properties/per_species.h"
#include "models/properties/species_forms.h"
#include "models/properties/unifac_liquid.h"
#include "models/properties/uniquac_liquid.h"
#include "models/properties/wilson_liquid.h"

namespace stillhouse {

/// The species of a plant and how their properties are computed: immutable, shared by all its units.
///
///   const Fluid fluid({"ethanol", "water"}, LiquidModel::nrtl);
///   fluid.activity(x, T)[0];
///
/// x, y  -      mole fractions of the liquid, the vapour, which sum to one
/// T     K      temperature
/// psat  Pa     vapour pressure            gamma  -  activity coefficient
/// h     J/mol  enthalpy, counted from the elements at 298.15 K, so that reactors need no heats of reaction
///
///   x_i gamma_i psat_i              partial pressure over a liquid; the vapour is an ideal gas
///   h_L = sum_i x_i h_L,i + h^E     h_G = sum_i y_i h_G,i     Z = 1
///   v_L = sum_i x_i v_L,i           ln mu_L = sum_i x_i ln mu_L,i
///
/// Every function is a template over the scalar, has no branch on a value and does not allocate. Pure species and their
/// assumptions: species_forms.h; activity: nrtl_liquid.h, wilson_liquid.h, uniquac_liquid.h, unifac_liquid.h.
/// Gases (critical temperature below 310 K) are taken as ideally dissolved: their pairs need no parameters. In water
/// they, and ammonia and sulfur dioxide, dissolve by Henry's law (henry.h), whatever the model. Carboxylic acids pair
/// up in the vapour (association.h); bubble_pressures holds it.
///
/// With an equation of state (LiquidModel::peng_robinson, srk; cubic_phases.h) both phases follow it, and pressure
/// counts:
///   x_i phi_i^L p / phi_i^V         what y_i p comes to over a liquid; h_L, h_G with departures; v_G = Z R T/p
/// Functions without a pressure then take a liquid at 1 atm and a gas as ideal; bubble_pressures finds the bubble point
/// in a few fixed rounds, within 1 % below 0.9 of the critical temperature. Volumes and viscosities of liquids are
/// those of the data in every model: a cubic's liquid volumes are 5 to 15 % off, and weirs and levels live on volumes.
///
/// Assumes    pressures of some bar; the liquid's volume,
/// enthalpy and viscosity do not depend on pressure Valid for  valid_from() <= T <= valid_to(); from 250 K to 600 K
/// everything stays finite, positive and of the right
///            slope, so that a solver that looks there on its way comes back
class Fluid {
 public:
  /// ModelError says which compound is not known (and the nearest), or which pairs have no parameters in this model.
  /// Activity parameters are those of activity_parameters.h, or what `parameters` says in their place.
  Fluid(std::vector<std::string> compounds, LiquidModel model,
        const ActivityParameterSource& parameters = activity_parameters);
  /// What reactions make of it: `invariants` is what they leave of the species, `shift` (J/mol of each species) what
  /// measured heats of reaction move its enthalpies of formation by, in all phases.
  Fluid(std::vector<std::string> compounds, LiquidModel model, std::vector<Invariant> invariants,
        const std::vector<double>& shift);

  std::size_t size() const { return species_.size(); }
  const std::string& name(std::size_t i) const { return species_[i].name; }
  std::vector<std::string> names() const;
  /// The number of the species of this name; ModelError lists the species and the nearest.
  std::size_t index(std::string_view name) const;
  LiquidModel model() const { return model_; }
  /// What stays of the species, whatever happens in the plant.
  const std::vector<Invariant>& invariants() const { return invariants_; }
  /// kg/mol.
  double molar_mass(std::size_t i) const { return species_[i].molar_mass; }
  /// False for gases, which do not become a liquid of their own.
  bool condenses(std::size_t i) const { return species_[i].condenses; }
  /// The equation of state, if the model is one.
  const CubicPhases* cubic() const { return cubic_ ? &*cubic_ : nullptr; }
  /// Where the vapour pressures of all species that condense are backed by data, K; of an equation of state 200 to 600
  /// K.
  double valid_from() const { return valid_from_; }
  double valid_to() const { return valid_to_; }
  const SpeciesForms& forms(std::size_t i) const { return species_[i]; }

  template <class Real>
  Real vapour_pressure(std::size_t i, const Real& T) const {
    return species_[i].vapour_pressure(T);
  }
  /// J/mol, of the data; gas_enthalpy - liquid_enthalpy equals it at the normal boiling point.
  template <class Real>
  Real heat_of_vaporization(std::size_t i, const Real& T) const {
    return species_[i].heat_of_vaporization(T);
  }
  template <class Real>
  Real liquid_enthalpy(std::size_t i, const Real& T) const {
    return species_[i].liquid_enthalpy(T);
  }
  template <class Real>
  Real gas_enthalpy(std::size_t i, const Real& T) const {
    return species_[i].gas_enthalpy(T);
  }
  /// m3/mol.
  template <class Real>
  Real liquid_molar_volume(std::size_t i, const Real& T) const {
    return species_[i].liquid_molar_volume(T);
  }
  /// Pa s.
  template <class Real>
  Real liquid_viscosity(std::size_t i, const Real& T) const {
    return exp(species_[i].log_liquid_viscosity(T));
  }

  template <class Real>
  PerSpecies<Real> log_activity(const PerSpecies<Real>& x, const Real& T) const {
    PerSpecies<Real> result = model_log_activity(x, T);
    for (const Dissolved& gas : dissolved_) {
      const Real A = gas.law.log_pressure(T) - species_[gas.solute].log_vapour_pressure(T);
      const Real energy = A * x[gas.solute] * x[gas.water];
      for (Real& value : result) value = value - energy;
      result[gas.solute] = result[gas.solute] + A * x[gas.water];
      result[gas.water] = result[gas.water] + A * x[gas.solute];
    }
    return result;
  }

  template <class Real>
  PerSpecies<Real> activity(const PerSpecies<Real>& x, const Real& T) const {
    PerSpecies<Real> gamma = log_activity(x, T);
    for (Real& value : gamma) value = exp(value);
    return gamma;
  }

  /// h^E, J/mol of mixture.
  template <class Real>
  Real excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    Real h = model_excess_enthalpy(x, T);
    for (const Dissolved& gas : dissolved_)
      h = h + gas_constant * x[gas.solute] * x[gas.water] * (species_[gas.solute].clausius_temperature(T) - gas.law.s);
    return h;
  }

  /// p_i over a boiling liquid, Pa: their sum is the bubble pressure P, and y_i = p_i / P.
  template <class Real>
  PerSpecies<Real> bubble_pressures(const PerSpecies<Real>& x, const Real& T) const {
    if (cubic_) return cubic_bubble_pressures(x, T);
    PerSpecies<Real> p = activity(x, T);
    for (std::size_t i = 0; i < size(); ++i) p[i] = p[i] * x[i] * vapour_pressure(i, T);
    if (associates_) associate(T, p);
    return p;
  }

  template <class Real>
  Real liquid_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    if (cubic_) return liquid_enthalpy(x, T, Real(atmosphere));
    Real h = excess_enthalpy(x, T);
    for (std::size_t i = 0; i < size(); ++i) h = h + x[i] * liquid_enthalpy(i, T);
    return h;
  }
  template <class Real>
  Real gas_enthalpy(const PerSpecies<Real>& y, const Real& T) const {
    if (cubic_) return cubic_->ideal_enthalpy(y, T);
    Real h(0.0);
    for (std::size_t i = 0; i < size(); ++i) h = h + y[i] * gas_enthalpy(i, T);
    return h;
  }
  // at a pressure, which an equation of state asks for
  template <class Real>
  Real liquid_enthalpy(const PerSpecies<Real>& x, const Real& T, const Real& p) const {
    return cubic_ ? cubic_enthalpy(PhaseKind::liquid, x, T, p) : liquid_enthalpy(x, T);
  }
  template <class Real>
  Real gas_enthalpy(const PerSpecies<Real>& y, const Real& T, const Real& p) const {
    return cubic_ ? cubic_enthalpy(PhaseKind::vapour, y, T, p) : gas_enthalpy(y, T);
  }
  /// Z = p v/(R T).
  template <class Real>
  Real gas_compressibility(const PerSpecies<Real>& y, const Real& T, const Real& p) const {
    if (!cubic_) return Real(1.0);
    const auto at = cubic_->at(T);
    return cubic_->at_pressure(at, cubic_->mixed(at, y), PhaseKind::vapour, p).Z;
  }

  /// A liquid and a gas of one temperature and pressure that need not be in equilibrium.
  template <class Real>
  struct Contact {
    PerSpecies<Real> p_eq;           ///< y_i p of the gas that would be, Pa
    Real h_L, h_G, Z;                ///< J/mol; of the gas
    Real liquid_margin, gas_margin;  ///< below zero where an equation of state has no such phase; else one
  };
  /// The gas has the volume v_G, m3/mol, which with an equation of state determines it without a root.
  template <class Real>
  Contact<Real> contact(const PerSpecies<Real>& x, const PerSpecies<Real>& y, const Real& T, const Real& p,
                        const Real& v_G) const {
    if (!cubic_)
      return {bubble_pressures(x, T), liquid_enthalpy(x, T), gas_enthalpy(y, T), Real(1.0), Real(1.0), Real(1.0)};
    const auto at = cubic_->at(T);
    const auto of_liquid = cubic_->mixed(at, x);
    const auto liquid = cubic_->at_pressure(at, of_liquid, PhaseKind::liquid, p);
    const auto gas = cubic_->in_volume(cubic_->mixed(at, y), v_G);
    Contact<Real> result{cubic_->log_fugacity_ratios(at, liquid),
                         cubic_->enthalpy(at, liquid),
                         cubic_->enthalpy(at, gas),
                         gas.Z,
                         cubic_->margin(at, of_liquid, PhaseKind::liquid, p),
                         cubic_->stability(gas)};
    const PerSpecies<Real> of_gas = cubic_->log_fugacity_ratios(at, gas);
    for (std::size_t i = 0; i < size(); ++i) result.p_eq[i] = x[i] * p * exp(result.p_eq[i] - of_gas[i]);
    return result;
  }

  /// m3/mol.
  template <class Real>
  Real liquid_molar_volume(const PerSpecies<Real>& x, const Real& T) const {
    Real v(0.0);
    for (std::size_t i = 0; i < size(); ++i) v = v + x[i] * liquid_molar_volume(i, T);
    return v;
  }
  /// kg/m3.
  template <class Real>
  Real liquid_density(const PerSpecies<Real>& x, const Real& T) const {
    return mean_molar_mass(x) / liquid_molar_volume(x, T);
  }
  /// Pa s.
  template <class Real>
  Real liquid_viscosity(const PerSpecies<Real>& x, const Real& T) const {
    Real logarithm(0.0);
    for (std::size_t i = 0; i < size(); ++i) logarithm = logarithm + x[i] * species_[i].log_liquid_viscosity(T);
    return exp(logarithm);
  }
  /// kg/mol.
  template <class Real>
  Real gas_molar_mass(const PerSpecies<Real>& y) const {
    return mean_molar_mass(y);
  }
  template <class Real>
  Real liquid_molar_mass(const PerSpecies<Real>& x) const {
    return mean_molar_mass(x);
  }

 private:
  /// A gas in water: Henry's law as a term A x_gas x_water of the excess Gibbs energy over R T, with A = ln(H / psat),
  /// so that gas and water stay consistent with one another (Gibbs-Duhem).
  struct Dissolved {
    std::size_t solute, water;
    HenryLaw law;
  };

  template <class Real>
  PerSpecies<Real> model_log_activity(const PerSpecies<Real>& x, const Real& T) const {
    switch (model_) {
      case LiquidModel::nrtl:
        return nrtl_.log_activity(x, T);
      case LiquidModel::wilson:
        return wilson_.log_activity(x, T);
      case LiquidModel::uniquac:
        return uniquac_.log_activity(x, T);
      case LiquidModel::unifac:
        return unifac_.log_activity(x, T);
      case LiquidModel::ideal:
      case LiquidModel::peng_robinson:
      case LiquidModel::srk:
        break;
    }
    PerSpecies<Real> result(size());
    for (Real& value : result) value = Real(0.0);
    return result;
  }

  template <class Real>
  Real model_excess_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    switch (model_) {
      case LiquidModel::nrtl:
        return nrtl_.excess_enthalpy(x, T);
      case LiquidModel::wilson:
        return wilson_.excess_enthalpy(x, T);
      case LiquidModel::uniquac:
        return uniquac_.excess_enthalpy(x, T);
      case LiquidModel::unifac:
        return unifac_.excess_enthalpy(x, T);
      case LiquidModel::ideal:
      case LiquidModel::peng_robinson:
      case LiquidModel::srk:
        break;
    }
    return Real(0.0);
  }

  template <class Real>
  Real mean_molar_mass(const PerSpecies<Real>& z) const {
    Real M(0.0);
    for (std::size_t i = 0; i < size(); ++i) M = M + z[i] * molar_mass(i);
    return M;
  }

  /// Puts the association of acids into p, which holds x_i gamma_i psat_i. Monomers p_i and dimers
  /// p_ij = K_ij p_i p_j (K_ij = 2 sqrt(K_i K_j) for i /= j) are the true molecules; an acid's share of the vapour
  /// counts both of its molecules in a dimer. What comes out is scaled to sum to the true pressure.
  template <class Real>
  void associate(const Real& T, PerSpecies<Real>& p) const {
    // monomers, and sum_j sqrt(K_j) p_j, whose square is the pressure of all dimers
    PerSpecies<Real> strength(size());
    Real pairs(0.0), apparent(0.0);
    for (std::size_t i = 0; i < size(); ++i) {
      if (!species_[i].association) continue;
      const Real K = species_[i].association->constant(T), psat = vapour_pressure(i, T);
      // x_i gamma_i times the monomer over the pure acid
      p[i] = p[i] * (2.0 / (1.0 + sqrt(1.0 + 4.0 * K * psat)));
      strength[i] = sqrt(K) * p[i];
      pairs = pairs + strength[i];
    }
    for (std::size_t i = 0; i < size(); ++i) {
      if (species_[i].association) p[i] = p[i] + 2.0 * strength[i] * pairs;
      apparent = apparent + p[i];
    }
    const Real scale = 1.0 - pairs * pairs / apparent;
    for (Real& value : p) value = value * scale;
  }

  template <class Real>
  Real cubic_enthalpy(PhaseKind kind, const PerSpecies<Real>& x, const Real& T, const Real& p) const {
    const auto at = cubic_->at(T);
    return cubic_->enthalpy(at, cubic_->at_pressure(at, cubic_->mixed(at, x), kind, p));
  }
  /// p = sum x_i phi_i^L p/phi_i^V, each round with the p and the vapour of the last; at first phi_i^V = 1. The p that
  /// fugacities are taken at stays below that of B = 0.07: what holds much dissolved gas may have no bubble point.
  template <class Real>
  PerSpecies<Real> cubic_bubble_pressures(const PerSpecies<Real>& x, const Real& T) const {
    constexpr int rounds = 5;
    const auto at = cubic_->at(T);
    const auto of_liquid = cubic_->mixed(at, x);
    Real p(atmosphere);
    PerSpecies<Real> y(size()), partial(size());
    for (int round = 0; round < rounds; ++round) {
      PerSpecies<Real> ratios =
          cubic_->log_fugacity_ratios(at, cubic_->at_pressure(at, of_liquid, PhaseKind::liquid, p));
      if (round > 0) {
        const auto gas = cubic_->at_pressure(at, cubic_->mixed(at, y), PhaseKind::vapour, p);
        const PerSpecies<Real> of_gas = cubic_->log_fugacity_ratios(at, gas);
        const Real log_p = log(p);
        for (std::size_t i = 0; i < size(); ++i) ratios[i] = ratios[i] - of_gas[i] + log_p;
      }
      p = Real(0.0);
      for (std::size_t i = 0; i < size(); ++i) {
        partial[i] = x[i] * exp(ratios[i]);
        p = p + partial[i];
      }
      for (std::size_t i = 0; i < size(); ++i) y[i] = partial[i] / p;
      const Real q = p * of_liquid.b / (0.07 * at.RT), q4 = square(square(q));
      p = p / sqrt(sqrt(sqrt(1.0 + q4 * q4)));
    }
    return partial;
  }

  static constexpr double atmosphere = 101325.0;  // Pa

  LiquidModel model_;
  std::optional<CubicPhases> cubic_;
  std::vector<SpeciesForms> species_;
  std::vector<Invariant> invariants_;
  bool associates_ = false;
  double valid_from_ = 0.0, valid_to_ = 0.0;
  NrtlLiquid nrtl_;
  WilsonLiquid wilson_;
  UniquacLiquid uniquac_;
  UnifacLiquid unifac_;
  std::vector<Dissolved> dissolved_;
};

}  // namespace stillhouse
