#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"

namespace stillhouse {

/// Orifice for a liquid: a hole in the bottom of a vessel, or a plate in a pipe, which meters the flow.
///
///   F v_m = C E A u     u^2 = 2 dp/rho     A = (pi/4) d^2
///   a hole              dp = p_in - p_out, E = 1: Torricelli's flow where that is the weight of the liquid
///   in a pipe           dp between the taps, E = 1/sqrt(1 - beta^4), beta = d/D;   p_in - p_out = w dp is what stays
///                       lost when the jet has filled the pipe again, w(C, beta) of orifice_meter.h
///   C                   as given, or of Re = 4 F M/(pi D mu) and the taps (Reader-Harris, Gallagher); below Re 5000 as
///                       there
///
/// Algebraic     velocity  u  m/s
/// Observables   in a pipe: difference  dp, Pa      reynolds  Re      discharge  C
/// Assumes       hole small against a vessel; behind a vessel it lets nothing back (branch.h)
/// Valid for     C given: Reynolds numbers of the hole above 1e4; by ISO 5167: beta 0.1 to 0.75, D 50 to 1000 mm, Re of
///               the pipe above 5000; no cavitation
/// Source        vessel_draining.h; C_d ibid.; orifice_meter.h (ISO 5167-2)
class Restriction {
 public:
  struct Parameters {
    double diameter = 0.01;                    // d, m
    double discharge = 0.61;                   // C; 0: of the Reynolds number
    double pipe = 0.0;                         // D, m; 0: a hole in a vessel
    double tap_before = 0.0, tap_after = 0.0;  // distances of the taps over D: orifice_meter::Taps
  };

  Restriction(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
              const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real, class Eq>
  Real reynolds(Eq& eq) const;
  template <class Real, class Eq>
  Real discharge(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  double beta_, area_;  // area_: E A, m2
  Branch branch_;
  Variable u_;
  Observable difference_, reynolds_, discharge_;
};

UnitKind orifice_kind();

extern template class UnitAdapter<Restriction>;

}  // namespace stillhouse
