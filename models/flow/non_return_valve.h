#pragma once

#include <memory>
#include <vector>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Check valve for a liquid or a gas, on the equations of check_valve.h and control_valve.h.
///
///   u |u| = (q/K)^2      liquid  F v_m = K u     q of check_valve.h      dp_full = (1 + r) dp_open
///                        gas     F M = K u rho   q = w(l Kv, p_in, p_in - dp_+)/rho, chokes as a control valve
///
/// Algebraic     velocity  u  m/s
/// Observables   load  (p_in - p_out)/dp_open: above 1 it opens      lift  l, 0 to 1: between them the disc flutters
/// Assumes       no mass of the disc, no slam
/// Valid for     turbulent flow; gas of two atoms a molecule (gamma = 1.4), x_T = 0.7
/// Source        check_valve.h, control_valve.h (IEC 60534-2-1)
class NonReturnValve {
 public:
  struct Parameters {
    double Kv = 10.0;         // fully lifted
    double opens_at = 2e3;    // dp_open, Pa
    double lift_range = 0.5;  // r
  };

  NonReturnValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
                 const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  double full_at_, corner_;  // Pa
  Branch branch_;
  Variable u_;
  Observable load_, lift_;
};

std::vector<UnitKind> check_valve_kinds();

extern template class UnitAdapter<NonReturnValve>;

}  // namespace stillhouse
