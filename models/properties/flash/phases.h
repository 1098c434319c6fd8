#pragma once

#include <array>
#include <cstddef>

#include "models/properties/per_species.h"
#include "models/properties/phase_kind.h"

namespace stillhouse {

/// The most phases that a flash finds: a vapour and two liquids.
inline constexpr std::size_t most_phases = 3;

/// One phase of an equilibrium.
template <class Real>
struct PhaseAmount {
  PhaseKind kind = PhaseKind::vapour;
  Real fraction{};     // mol of the phase for a mol of feed
  PerSpecies<Real> x;  // mole fractions
};

/// What a feed is at equilibrium. Phases stand in the order vapour, liquid, second liquid; the liquid that holds more
/// of the first species comes first.
template <class Real>
struct Phases {
  Real T{}, P{};  // K, Pa
  std::array<PhaseAmount<Real>, most_phases> phase;
  std::size_t count = 0;

  void add(const PhaseAmount<Real>& another) { phase[count++] = another; }
  void add(PhaseKind kind, const Real& fraction, const PerSpecies<Real>& x) {
    PhaseAmount<Real>& added = phase[count++];
    added.kind = kind;
    added.fraction = fraction;
    added.x = x;
  }
  void remove(std::size_t k) {
    for (std::size_t j = k; j + 1 < count; ++j) phase[j] = phase[j + 1];
    --count;
  }
  const PhaseAmount<Real>* begin() const { return phase.data(); }
  const PhaseAmount<Real>* end() const { return phase.data() + count; }

  /// mol of vapour for a mol of feed.
  Real vapour_fraction() const {
    Real sum(0.0);
    for (const PhaseAmount<Real>& p : *this)
      if (p.kind == PhaseKind::vapour) sum = sum + p.fraction;
    return sum;
  }
};

/// Enthalpy of all phases together, J/mol of feed.
template <class Model, class Real>
Real enthalpy(const Model& model, const Phases<Real>& phases) {
  const auto at = model.at(phases.T, phases.P);
  Real sum(0.0);
  for (const PhaseAmount<Real>& p : phases) sum = sum + p.fraction * model.enthalpy(at, p.kind, p.x);
  return sum;
}

/// Entropy of all phases together, J/(mol K) of feed.
template <class Model, class Real>
Real entropy(const Model& model, const Phases<Real>& phases) {
  const auto at = model.at(phases.T, phases.P);
  Real sum(0.0);
  for (const PhaseAmount<Real>& p : phases) sum = sum + p.fraction * model.entropy(at, p.kind, p.x);
  return sum;
}

}  // namespace stillhouse
