#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/flow/drive.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Centrifugal pump with a check valve behind it.
///
///   s  speed, 0 to 1     Q  m3/s     H = s^2 H0 - (H0/Q_max^2) Q^2   m of head
///   rho g H = p_out - p_in     hence Q = Q_max sqrt(max(0, s^2 + (p_in - p_out)/(rho g H0)))
///   NPSH_a = (p_in - p_v)/(rho g)     NPSH_r = NPSH_0 (0.2 + 0.8 (Q/Q_max)^2)
///   cavitation takes the head away over 0.5 m of NPSH_a - NPSH_r; a dry pump (wet = 0) delivers nothing
///   P = Q (p_out - p_in)/eta     goes into the liquid: dh = P/F, warmed by the part that is not flow work
///
/// Differential  speed  s  follows its command
/// Ledger        work   J  into the liquid
/// Observables   npsh_margin  m     power  W     dry  1: no liquid at the inlet
/// Assumes       one efficiency; the curve of a parabola; affinity laws
/// Valid for     liquids about as thin as water
/// Source        parabola and affinity laws: Karassik et al., Pump Handbook, 4th ed., section 2.3; loss of head by
///               cavitation, 3 % at NPSH_a = NPSH_r: ISO 9906 defines NPSH_3; width of its onset: estimate
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
  struct Working {
    Real v, Q, margin, F, rise;
  };
  template <class Real, class Eq>
  Working<Real> working(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  Branch branch_;
  Drive speed_;
  Variable work_;
  Observable margin_, power_, dry_;
};

UnitKind pump_kind();

extern template class UnitAdapter<Pump>;

}  // namespace stillhouse
