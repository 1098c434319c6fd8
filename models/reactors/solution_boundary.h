#pragma once

#include <vector>

#include "models/reactors/solution.h"

namespace stillhouse {

/// A reacting liquid from outside the plant: flow, temperature and concentrations are set from there.
///
/// Inputs     q  m3/s   T  K   c_X  mol/m3
/// Ports      out
/// Ledgers    invariants of the reactions, volume, energy
class SolutionFeed {
 public:
  struct Start {
    double q, T;                           // m3/s, K
    std::vector<double> c;                 // mol/m3
    double q_limit;                        // m3/s
    double c_limit = 1e5;                  // mol/m3
    double T_low = 250.0, T_high = 550.0;  // K
  };
  SolutionFeed(Declare& declare, const SharedSolution& solution, SolutionFlow out, const Start& start);

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto flow = eq[q_];
    const auto T = eq[T_];
    PerSpecies<Real> n(out_.n.size());
    for (std::size_t i = 0; i < n.size(); ++i) {
      n[i] = Real(flow * eq[c_[i]]);
      eq.equate("species fed", solution_->name(i), eq[out_.n[i]], n[i]);
    }
    eq.equate("volume fed", eq[out_.q], Real(flow));
    eq.equate("enthalpy fed", eq[out_.H], solution_->energy(Real(flow), n, Real(T)));
    ledger_.equate(eq, Real(flow), n, eq[out_.H]);
  }

 private:
  SharedSolution solution_;
  SolutionFlow out_;
  Input q_, T_;
  std::vector<Input> c_;
  SolutionLedger ledger_;
};

/// A reacting liquid that leaves the plant.
///
/// Ports      in
/// Ledgers    invariants of the reactions, volume, energy, all negative
class SolutionDrain {
 public:
  SolutionDrain(Declare& declare, const SharedSolution& solution, SolutionFlow in)
      : in_(std::move(in)), ledger_(declare, solution) {}

  template <class Real>
  void equations(Equations<Real>& eq) const {
    PerSpecies<Real> n(in_.n.size());
    for (std::size_t i = 0; i < n.size(); ++i) n[i] = -eq[in_.n[i]];
    ledger_.equate(eq, Real(-eq[in_.q]), n, Real(-eq[in_.H]));
  }

 private:
  SolutionFlow in_;
  SolutionLedger ledger_;
};

}  // namespace stillhouse
