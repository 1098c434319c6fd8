#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/flow/drive.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Centrifugal pump, on the equations of centrifugal_pump.h.
///
///   s  speed, 0 to 1     Q  m3/s     H = (p_out - p_in)/(rho g)  m of head     a = H0/Q_max^2
///   c  share of the head that cavitation leaves     wet  share of the suction that liquid covers
///   F = wet Q / v_m
///   H = c wet H0 s^2 - a Q |Q| (1 - c wet + (c wet)^2)
///   NPSH_a = (p_in - p_boil)/(rho g)     NPSH_r = NPSH_0/2 (s^2 + (Q/Q_max)^2)
///   0.2 s dc/dt = c(NPSH_a, NPSH_r) - c, which is 1, 0.97 at NPSH_a = NPSH_r, a half at half of it: cavities take time
///   to grow and to collapse
///   dh = (p_out - p_in) v / eta  of what is pumped against a higher pressure; what is not flow work warms it
///
/// Differential  speed  s  follows its command, or runs down when tripped     cavitation  1 - c
/// Algebraic     volume_flow  Q
/// Inputs        speed; trip  1: the motor has no power
/// Ledger        work   J  into the liquid
/// Observables   npsh_available, npsh_required  m     power  W     dry  1 - wet
/// Assumes       one efficiency for all flows, so that a pump that runs against a shut valve takes no power and warms
///               nothing; velocity head at the suction neglected. The first fitting behind a vessel lets nothing back
///               (branch.h): stopped, the pump holds its liquid
/// Valid for     speeds above a half (affinity laws), and on the way there; liquids below some 20 mPa s
/// Source        centrifugal_pump.h: Perry's Handbook, 8th ed., section 10; ANSI/HI 14.6; the 0.2 s are an estimate
class Pump {
 public:
  struct Parameters {
    double head = 20.0;  // H0, m
    double flow = 1e-3;  // Q_max, m3/s
    double efficiency = 0.6;
    double npsh = 2.0;    // NPSH_0, m
    double start = 0.0;   // speed
    double run_up = 2.0;  // s
  };

  Pump(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
       const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Suction {
    Real v, rho, available, required;
  };
  template <class Real, class Eq>
  Suction<Real> suction(Eq& eq) const;
  template <class Real, class Eq>
  Real added_enthalpy(Eq& eq, const Real& v) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Drive speed_;
  Input trip_;
  Variable Q_, cavitation_, work_;
  Observable available_, required_, power_, dry_;
};

UnitKind pump_kind();

extern template class UnitAdapter<Pump>;

}  // namespace stillhouse
