#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/autodiff/functions.h"
#include "models/properties/gas_constant.h"
#include "models/properties/invariant.h"
#include "models/properties/per_species.h"

namespace stillhouse {

/// Ideal-gas reactions have an equilibrium constant of partial pressures, those of liquids one of mole fractions.
enum class ReactionPhase { liquid, gas };

/// Takes part in reactions: a compound of the component data, or a pseudo-species (a polymer, a lump, an enzyme) of
/// which only the name is known.
struct ReactingSpecies {
  std::string name;
  std::string formula = {};         ///< "C2H6O": elements are then balanced; empty: not known
  double molar_mass = 0.0;          ///< kg/mol; 0: not known
  bool has_formation = false;       ///< the two below are known
  double formation_enthalpy = 0.0;  ///< J/mol at 298.15 K, in the reaction's phase
  double formation_gibbs = 0.0;     ///< J/mol at 298.15 K and 1 bar, in the reaction's phase

  /// The compound of the component data, with the formation properties of its phase: a liquid's are those of the ideal
  /// gas less its heat of vaporization, and the work from its vapour pressure to 1 bar, R T ln(p_sat / 1 bar). Acids
  /// whose vapour is dimerised have their own.
  static ReactingSpecies compound(std::string_view name, ReactionPhase phase);
};

/// coefficient(T) = exp(a - E / T + n ln T): an Arrhenius law, a van 't Hoff law, a constant.
struct ThermalLaw {
  double a = 0.0, E = 0.0, n = 0.0;  // -, K, -

  template <class Real>
  Real logarithm(const Real& T) const {
    if (E == 0.0 && n == 0.0) return Real(a);
    Real exponent = a - E / T;
    if (n != 0.0) exponent += n * log(T);
    return exponent;
  }
  template <class Real>
  Real operator()(const Real& T) const {
    if (E == 0.0 && n == 0.0) return Real(exp(a));
    return exp(logarithm(T));
  }
};

/// One reaction, as its text was understood; SI with moles.
struct Reaction {
  struct Factor {
    std::size_t species;
    double order;
  };
  struct Term {
    ThermalLaw K;
    Factor factor;
  };

  std::string text;        ///< as written
  std::vector<double> nu;  ///< stoichiometric coefficients, by species
  ThermalLaw k;
  std::vector<Factor> forward;
  bool reversible = false;
  ThermalLaw K;                 ///< of what drives the reaction
  std::vector<Factor> reverse;  ///< orders that equilibrium asks for: order + nu
  std::vector<Term> hindrance;  ///< 1 + sum K c^p, under the rate
  double sites = 1.0;           ///< power of that denominator
  bool by_pressure = false;     ///< driven by partial pressures (Pa), not concentrations (mol/m3)
  bool by_catalyst = false;     ///< mol/(kg s): a reactor multiplies with kg of catalyst in a m3
  double scale = 1.0;           ///< c is divided by this before powers are taken (c_ref)
  double heat = 0.0;            ///< J/mol at 298.15 K, enthalpy of reaction: negative if exothermic
};

/// What species react to, how fast and with what heat: reactions written as text, checked when built.
///
///   Kinetics kinetics({{.name = "anhydride"}, {.name = "water"}, {.name = "acid"}},
///                     {"anhydride + water -> 2 acid; k0 = 2.14e7 1/min, Ea = 46.53 kJ/mol, order(water) = 0, "
///                      "dH = -58 kJ/mol"});
///   kinetics.rate(0, 298.15, c)    // with 1000 mol/m3 of anhydride: 2.515 mol/(m3 s)
///
/// Text       REACTANTS -> PRODUCTS; NAME = VALUE UNIT, ...    or    REACTANTS <=> PRODUCTS; ...
///            terms joined by " + ", a coefficient before the name: "2 acid", "0.5 O2"
/// Rate       r = k(T) (prod c_i^order_i - prod c_i^(order_i + nu_i) / K(T)) / (1 + sum K_j c_j^p_j)^sites
///            orders are the reactants' coefficients unless given; the reverse orders follow from equilibrium
///
/// | name | meaning |
/// |---|---|
/// | k, k0 | rate constant at T_ref (or at any T if there is no Ea); pre-exponential factor, k = k0 exp(-Ea / R T) |
/// | Ea | activation energy (J/mol), or Ea / R (K) |
/// | T_ref | temperature at which k, and K if T_K is not given, and adsorption constants are meant |
/// | n | power of T beside k0: k = k0 (T / 1 K)^n exp(-Ea / R T); with k: (T / T_ref)^n |
/// | order(X) | order in X, may be 0 or broken; broken overall orders need c_ref (k is then a rate) |
/// | c_ref | concentration (or pressure) by which each c is divided before powers are taken |
/// | K | equilibrium constant; "K = formation": from Gibbs energies and enthalpies of formation |
/// | T_K | temperature at which K is meant; it moves with dH by van 't Hoff |
/// | driving | concentration (the standard) or pressure: ideal gas, p_i = c_i R T |
/// | adsorption(X), adsorption_heat(X), adsorption_order(X), sites | Langmuir-Hinshelwood denominator |
/// | vmax, Km(S), Ki(I), Kss(S) | Michaelis-Menten: vmax S / (Km (1 + sum I/Ki) + S (1 + S/Kss)) |
/// | dH | enthalpy of reaction per mole as written; without it formation enthalpies of all species are needed |
///
/// Checked    species known (nearest name), elements balanced where all formulas are known, else mass where all molar
///            masses are, each unit against the order, heats of reaction not in contradiction; ModelError says the
///            text, the column, what was found and what is allowed.
/// Assumes    heats of reaction at 298.15 K; species of order 0 fade out below 0.01 mol/m3 (tanh), broken powers are
///            taken of a smooth positive part of width 1e-6 mol/m3 (or Pa)
/// Source     O. Levenspiel, Chemical Reaction Engineering, 3rd ed., Wiley 1999, ch. 2, 5, 18, 27; H. S. Fogler,
///            Elements of Chemical Reaction Engineering, 5th ed., Prentice Hall 2016, eqs. 3-4, 9-25, 10-30
class Kinetics {
 public:
  Kinetics(std::vector<ReactingSpecies> species, const std::vector<std::string>& reactions,
           ReactionPhase phase = ReactionPhase::liquid);

  std::size_t size() const { return species_.size(); }
  std::size_t reaction_count() const { return reactions_.size(); }
  const ReactingSpecies& species(std::size_t i) const { return species_[i]; }
  const Reaction& reaction(std::size_t j) const { return reactions_[j]; }
  ReactionPhase phase() const { return phase_; }
  /// Position of a species; ModelError names the nearest.
  std::size_t index(std::string_view name) const;

  /// Rate of reaction j, mol/(m3 s) or mol/(kg s), from temperature (K) and concentrations (mol/m3).
  template <class Real>
  Real rate(std::size_t j, const Real& T, const PerSpecies<Real>& c) const;

  /// Net production of each species, mol/(m3 s); `catalyst` in kg/m3 multiplies rates that are per kg.
  template <class Real>
  PerSpecies<Real> production(const Real& T, const PerSpecies<Real>& c, double catalyst = 0.0) const;

  /// Heat set free by all reactions, W/m3.
  template <class Real>
  Real heat_release(const Real& T, const PerSpecies<Real>& c, double catalyst = 0.0) const;

  /// Enthalpies of the species (J/mol at 298.15 K) of which every heat of reaction is the balance: the smallest such,
  /// so that what is counted with them loses no figures. Zero for species that do not react.
  const std::vector<double>& enthalpies() const { return enthalpies_; }

  /// What no reaction changes, as few as describe all.
  const std::vector<Invariant>& invariants() const { return invariants_; }

  /// Throws ModelError if a reaction's rate is per kg of catalyst: `where` has none.
  void needs_no_catalyst(std::string_view where) const;

 private:
  template <class Real>
  static Real power(const Real& c, double order, double scale);
  template <class Real>
  static Real product(const Real& factor, const PerSpecies<Real>& c, const std::vector<Reaction::Factor>& factors,
                      double scale);

  std::vector<ReactingSpecies> species_;
  std::vector<Reaction> reactions_;
  ReactionPhase phase_;
  std::vector<double> enthalpies_;
  std::vector<Invariant> invariants_;
};

template <class Real>
Real Kinetics::power(const Real& c, double order, double scale) {
  if (order == 1.0) return c;
  if (order == 2.0) return c * c;
  if (order == 3.0) return c * c * c;
  // a species that does not slow the reaction still must not be used up beyond nothing
  if (order == 0.0) return tanh(Real(c * (scale / 0.01)));
  return pow(smooth_positive(c, 1e-6 / scale), order);
}

template <class Real>
Real Kinetics::product(const Real& factor, const PerSpecies<Real>& c, const std::vector<Reaction::Factor>& factors,
                       double scale) {
  Real result = factor;
  for (const Reaction::Factor& f : factors) result = result * power(c[f.species], f.order, scale);
  return result;
}

template <class Real>
Real Kinetics::rate(std::size_t j, const Real& T, const PerSpecies<Real>& c) const {
  const Reaction& r = reactions_[j];
  PerSpecies<Real> a(c.size());
  for (std::size_t i = 0; i < c.size(); ++i) a[i] = c[i];
  if (r.by_pressure) {
    for (std::size_t i = 0; i < c.size(); ++i) a[i] = c[i] * (gas_constant * T);
  }
  if (r.scale != 1.0) {
    for (std::size_t i = 0; i < c.size(); ++i) a[i] = a[i] / r.scale;
  }
  Real rate = product(r.k(T), a, r.forward, r.scale);
  if (r.reversible) {
    // k / K in one exponential: either alone may be out of range
    const ThermalLaw back{r.k.a - r.K.a, r.k.E - r.K.E, r.k.n - r.K.n};
    rate = rate - product(back(T), a, r.reverse, r.scale);
  }
  if (!r.hindrance.empty()) {
    Real sum = 1.0;
    for (const Reaction::Term& t : r.hindrance) sum += t.K(T) * power(a[t.factor.species], t.factor.order, r.scale);
    rate = r.sites == 1.0   ? Real(rate / sum)
           : r.sites == 2.0 ? Real(rate / (sum * sum))
                            : Real(rate / pow(sum, r.sites));
  }
  return rate;
}

template <class Real>
PerSpecies<Real> Kinetics::production(const Real& T, const PerSpecies<Real>& c, double catalyst) const {
  PerSpecies<Real> made(species_.size());
  for (std::size_t j = 0; j < reactions_.size(); ++j) {
    const Reaction& reaction = reactions_[j];
    const Real r = reaction.by_catalyst ? Real(catalyst * rate(j, T, c)) : rate(j, T, c);
    for (std::size_t i = 0; i < species_.size(); ++i) {
      if (reaction.nu[i] != 0.0) made[i] += reaction.nu[i] * r;
    }
  }
  return made;
}

template <class Real>
Real Kinetics::heat_release(const Real& T, const PerSpecies<Real>& c, double catalyst) const {
  Real heat = 0.0;
  for (std::size_t j = 0; j < reactions_.size(); ++j) {
    const Real r = rate(j, T, c);
    heat -= (reactions_[j].by_catalyst ? catalyst : 1.0) * reactions_[j].heat * r;
  }
  return heat;
}

}  // namespace stillhouse
