#pragma once

#include <memory>

#include "models/flow/pipe.h"
#include "models/properties/gas_viscosity.h"

namespace stillhouse {

/// Pipe for a gas, either way.
///
///   G  kg/(m2 s)  mass flux     c = sqrt(Z R T/M)  speed of isothermal sound
///   rho_m  kg/m3  at the mean pressure     v_m = G/rho_m     p_1, p_2  the higher and the lower pressure
///   p_1 - p_2 = (f L/D + K + 2 ln(p_1/p_2)) rho_m v_m|v_m|/2 + rho_m g z
///   p_2 is at least G c: there the gas chokes
///   F = G (pi/4) D^2 / M
///
/// Times twice the mean pressure that is the textbook's p_1^2 - p_2^2 = G^2 c^2 (f L/D + K + 2 ln(p_1/p_2)).
///
/// Algebraic     velocity  v_m
/// Observables   reynolds; choked  G c over the lower pressure: 1 where it chokes
/// Assumes       isothermal flow at the temperature before it, also for what flows back; one Z, of the mean pressure;
///               no content
/// Valid for     Re to 1e8, e/D to 0.05; z small against R T/(M g), 8 km of air
/// Source        isothermal flow: Perry's Handbook, 8th ed., section 6 (compressible flow); Crane Technical Paper 410;
///               friction: pipe_friction.h; viscosity: gas_viscosity.h
class GasPipe {
 public:
  GasPipe(Declare& declare, std::shared_ptr<const Fluid> fluid, const PipeSize& size, const Port& inlet,
          const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  /// The gas as it flows, mixed of both sides over the corner where it turns round.
  template <class Real>
  struct Flowing {
    Real M, mu, sound, direction, high, low, end, rho;
  };
  template <class Real, class Eq>
  Flowing<Real> flowing(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  GasViscosity viscosity_;
  PipeSize size_;
  double area_;
  Branch branch_;
  Variable v_;
  Observable reynolds_, choked_;
};

UnitKind gas_pipe_kind();

extern template class UnitAdapter<GasPipe>;

}  // namespace stillhouse
