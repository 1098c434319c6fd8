#pragma once

#include <memory>
#include <vector>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Pressure relief valve for a liquid or a gas, on the flows of relief_valve.h (API 520).
///
///   r  (p_in - p_out)/p_set     o, b  overpressure, blowdown, as parts of the set pressure     l  lift, 0 to 1
///   tau dl/dt = ramp((r - 1 + b g(l))/(o + b)) - l     ramp cut off at 0 and 1, corners of 0.005; tau 0.1 s
///   g(l) = l^4/(l^4 + 0.01^4)                          a disc off its seat shows the fluid a greater area
///   liquid  F M = K_d l A sqrt(2 rho (p_in - p_out))   gas  F M = K_d l A p_in sqrt(M/(Z R T)) psi, choked or not
///
/// Seated, it begins to lift at r = 1, pops to b/(o + b), is fully open at 1 + o, and sits down again at about 1 - b.
///
/// Differential  lift  l
/// Observable    load  r
/// Assumes       a spring against the pressure difference, without bellows: what stands behind the valve adds to
///               the set pressure; thin liquid (K_v = 1); valve of its own, K_c = 1
/// Valid for     one phase. A liquid that boils on its way through passes less than this says: size that valve by
///               relief_valve::two_phase_flux (omega method), and where gas leaves a liquid in a vessel that swells,
///               two phases come however the valve is placed (DIERS)
/// Source        flows: API Standard 520 part I. Course of the lift: set pressure, overpressure and blowdown as API
///               520 and ASME BPVC VIII define them (10 % and 7 % are their usual values); between them an estimate
class SafetyValve {
 public:
  struct Parameters {
    double area = 1e-4;            // A, m2
    double set_pressure = 3e5;     // Pa, difference across the valve
    double overpressure = 0.10;    // o
    double blowdown = 0.07;        // b
    double discharge = 0.975;      // K_d
    double specific_heats = 1.4;   // k
    double compressibility = 1.0;  // Z
  };

  SafetyValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
              const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real, class Eq>
  Real load(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Variable lift_;
  Observable load_;
};

std::vector<UnitKind> relief_valve_kinds();

extern template class UnitAdapter<SafetyValve>;

}  // namespace stillhouse
