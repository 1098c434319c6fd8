#pragma once

#include <memory>
#include <vector>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Check valve for a liquid or a gas, on the equations of check_valve.h and control_valve.h.
///
///   dp_+ = softplus(p_in - p_out - dp_open)      K  m2, of Kv (control_valve.h)
///   u |u| = (q/K)^2      liquid  F v_m = K u     q of check_valve.h
///                        gas     F M = K u rho   q = w(Kv, p_in, p_in - dp_+)/rho, chokes as a control valve
///
/// Algebraic     velocity  u  m/s
/// Observable    load  (p_in - p_out)/dp_open: above 1 it is open
/// Assumes       no mass of the flap, no slam; a light flap, so that it is fully open as soon as it lifts
/// Valid for     turbulent flow; gas of two atoms a molecule (gamma = 1.4), x_T = 0.7
/// Source        check_valve.h, control_valve.h (IEC 60534-2-1)
class NonReturnValve {
 public:
  NonReturnValve(Declare& declare, std::shared_ptr<const Fluid> fluid, double Kv, double opening_pressure,
                 const Port& inlet, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  double Kv_, opens_at_;
  Branch branch_;
  Variable u_;
  Observable load_;
};

std::vector<UnitKind> check_valve_kinds();

extern template class UnitAdapter<NonReturnValve>;

}  // namespace stillhouse
