#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/modelling/declare.h"
#include "models/reactors/kinetics.h"

namespace stillhouse {

/// A reacting liquid of constant density and heat capacity, as textbook problems have it.
///
///   U = rho cp V (T - 298.15 K) + sum h_i n_i     rho cp  J/(m3 K)     h_i  J/mol, Kinetics::enthalpies()
///
/// The energy of a liquid counts the heats of reaction in its species, so that no balance has a term for them.
/// Assumes    density and heat capacity that depend neither on composition nor on temperature; volumes add up
/// Source     H. S. Fogler, Elements of Chemical Reaction Engineering, 5th ed., Prentice Hall 2016, sections 11.2, 13.1
class Solution {
 public:
  static constexpr double reference_temperature = 298.15;

  /// density in kg/m3, heat capacity in J/(kg K).
  Solution(Kinetics kinetics, double density, double heat_capacity);

  const Kinetics& kinetics() const { return kinetics_; }
  std::size_t size() const { return kinetics_.size(); }
  const std::string& name(std::size_t i) const { return kinetics_.species(i).name; }
  double density() const { return density_; }
  /// rho cp, J/(m3 K).
  double volumetric_heat_capacity() const { return density_ * heat_capacity_; }

  /// Energy of an amount (V in m3, n in mol) or of a flow (m3/s, mol/s).
  template <class Real>
  Real energy(const Real& V, const PerSpecies<Real>& n, const Real& T) const {
    return volumetric_heat_capacity() * V * (T - reference_temperature) + chemical(n);
  }
  /// The temperature of that energy; `capacity` (J/K) is of metal that is as warm.
  template <class Real>
  Real temperature(const Real& V, const PerSpecies<Real>& n, const Real& U, double capacity = 0.0) const {
    return reference_temperature + (U - chemical(n)) / (volumetric_heat_capacity() * V + capacity);
  }

 private:
  template <class Real>
  Real chemical(const PerSpecies<Real>& n) const {
    Real sum = 0.0;
    for (std::size_t i = 0; i < n.size(); ++i) {
      if (kinetics_.enthalpies()[i] != 0.0) sum += kinetics_.enthalpies()[i] * n[i];
    }
    return sum;
  }

  Kinetics kinetics_;
  double density_, heat_capacity_;
};

/// What the units of a plant share of their liquid.
using SharedSolution = std::shared_ptr<const Solution>;

/// A reacting liquid that flows from one unit to the next, never back. Defined by the unit it leaves.
///   q  m3/s  volume     n[i]  mol/s  species     H  W  enthalpy, counted as Solution::energy
struct SolutionFlow {
  SolutionFlow(Declare declare, const SharedSolution& solution);
  void define(Declare& declare) const;

  Variable q;
  std::vector<Variable> n;
  Variable H;
};

/// What a plant of reacting liquids conserves: invariants of its reactions, volume, energy.
class SolutionBalance {
 public:
  SolutionBalance(Declare& declare, const SharedSolution& solution);

  /// Adds what is in a unit to the plant's inventory.
  template <class Show, class Real>
  void hold(Show& show, const Real& V, const PerSpecies<Real>& n, const Real& U) const {
    const auto& invariants = solution_->kinetics().invariants();
    for (std::size_t k = 0; k < invariants.size(); ++k) show.hold(moieties_[k], invariants[k].of(n));
    show.hold(volume_, V);
    show.hold(energy_, U);
  }
  Quantity energy() const { return energy_; }

 private:
  friend class SolutionLedger;
  SharedSolution solution_;
  std::vector<Quantity> moieties_;
  Quantity volume_, energy_;
};

/// Counts what enters the plant through a unit (negative: leaves).
class SolutionLedger {
 public:
  SolutionLedger(Declare& declare, const SharedSolution& solution);

  template <class Real>
  void equate(Equations<Real>& eq, const Real& q, const PerSpecies<Real>& n, const Real& H) const {
    const auto& invariants = solution_->kinetics().invariants();
    for (std::size_t k = 0; k < invariants.size(); ++k)
      eq.equate("ledger", invariants[k].name, eq.der(moieties_[k]), invariants[k].of(n));
    eq.equate("ledger of volume", eq.der(volume_), q);
    eq.equate("ledger of energy", eq.der(energy_), H);
  }

 private:
  SharedSolution solution_;
  std::vector<Variable> moieties_;
  Variable volume_, energy_;
};

/// Letters, digits and "_" of a species' name, for the names of variables.
std::string variable_suffix(const std::string& species);

}  // namespace stillhouse
