#pragma once

#include <memory>
#include <vector>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Rupture disc for a liquid or a gas, on the flows of rupture_disc.h (API 520).
///
///   s  strain of the disc     o  how far it has opened
///   0.01 s ds/dt = (p_in - p_out)/p_burst - s     when s reaches 1 it bursts, once and for all
///   0.02 s do/dt = burst - o
///   liquid  A o sqrt(2 rho (p_in - p_out)/(K_R + K))     gas  0.62 A o G, either way, choked or not
///
/// Mode          burst  0 whole, 1 burst
/// Differential  strain  s, opening  o
/// Assumes       bursts at its rated pressure, neither tired nor hot; opens fully; behind a vessel liquid does not come
///               back (branch.h), gas does
/// Valid for     one phase (two: relief_valve::two_phase_flux)
/// Source        rupture_disc.h (API 520 part I); discs open within milliseconds: the times are of that order
class BurstingDisc {
 public:
  struct Parameters {
    double area = 1e-3;           // A, m2
    double burst_pressure = 3e5;  // Pa, difference across the disc
    double resistance = 2.4;      // K_R, liquid
    double velocity_heads = 1.5;  // K of the pipe, liquid
    double specific_heats = 1.4;  // k
  };

  BurstingDisc(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
               const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  void events(Events& events) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Mode burst_;
  Variable strain_, opening_;
};

std::vector<UnitKind> rupture_disc_kinds();

extern template class UnitAdapter<BurstingDisc>;

}  // namespace stillhouse
