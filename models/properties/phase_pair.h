#pragma once

#include <array>

#include "models/properties/lanes.h"
#include "models/properties/per_species.h"
#include "models/properties/phase_kind.h"

namespace stillhouse {

/// Two phases of a fluid at one T and p, y of `kinds[0]` and x of `kinds[1]`, which an equation of state evaluates side
/// by side: the first lane is that of y.
struct PhasePair {
  using Both = Lanes<2>;
  using Matrix = std::array<std::array<Both, most_species>, most_species>;

  std::array<PhaseKind, 2> kinds{PhaseKind::vapour, PhaseKind::liquid};
  PerSpecies<double> y, x;
  PerSpecies<double> log_phi_y, log_phi_x;  // ln phi_i of both
  Both Z = 0.0;                             // from where the next evaluation seeks its roots; 0: from nothing

  PhasePair() = default;
  PhasePair(std::array<PhaseKind, 2> kinds_, std::size_t N) : kinds(kinds_), y(N), x(N), log_phi_y(N), log_phi_x(N) {}

  void set_log_phi(std::size_t i, const Both& value) {
    log_phi_y[i] = value.lane[0];
    log_phi_x[i] = value.lane[1];
  }
};

}  // namespace stillhouse
