#pragma once

#include <memory>

#include "models/flow/branch.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// Size of a pipe.
struct PipeSize {
  double length = 10.0;         // L, m
  double diameter = 0.05;       // D, m
  double roughness = 4.6e-5;    // e, m
  double elevation = 0.0;       // z, m, of the outlet over the inlet
  double velocity_heads = 0.0;  // K of all fittings
};

/// Pipe that is full of liquid.
///
///   p_in - p_out = f L/D rho v|v|/2 + K rho v|v|/2 + rho g z     f from laminar to turbulent, pipe_friction.h
///   F = v (pi/4) D^2 / v_m                                       v_m m3/mol
///   T_out = T_room + (T_in - T_room) e^(-UA/(F c_p))             UA W/K to the room, over the whole length
///   h_out = h_in + h(x, T_out) - h(x, T_in)
///
/// Algebraic     velocity  v
/// Ledger        heat      J   gained from the room
/// Observables   reynolds, friction  Pa (length and fittings)
/// Assumes       no content: what enters leaves at once, as it is (no dead time, no hammer); at rest it leaves at the
///               room's temperature; potential and kinetic energy left out of the balance; behind a vessel it lets
///               nothing back (branch.h)
/// Valid for     Re to 1e8, e/D to 0.05; pressures over that at which the liquid boils: the column does not part
/// Source        pipe_friction.h: Colebrook, Perry's Handbook, 8th ed., section 6; K: ibid., table 6-4. Roughness of
///               commercial steel 0.046 mm: Colebrook, Moody
class Pipe {
 public:
  Pipe(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const PipeSize& size, double loss,
       const Port& inlet, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Running {
    Real rho, mu, lost;  // kg/m3, Pa s, Pa
  };
  template <class Real, class Eq>
  Running<Real> running(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  PipeSize size_;
  double loss_;
  Branch branch_;
  Variable v_, heat_;
  Observable reynolds_, friction_;
};

/// Settings that liquid and gas pipes share, and their size from them.
std::vector<ParameterInfo> pipe_parameters();
PipeSize pipe_size(const UnitSite& site);

UnitKind pipe_kind();

extern template class UnitAdapter<Pipe>;

}  // namespace stillhouse
