#pragma once

#include <memory>

#include "models/flow/liquid_contents.h"
#include "models/plant/unit_kind.h"
#include "models/reactors/reacting_contents.h"

namespace stillhouse {

/// One of the stirred cells that a tubular reactor of liquid is cut into: method of lines, first order upwind.
///
/// As LiquidContents, with the plant's reactions (ReactingContents) and Q = U A_w (T_w - T)
/// Equations     F_out v = sum_i v_i(T) (n_in,i + made_i)      always full: as much volume leaves as enters and is made
///               p_in - p_out = f (dz/D) rho u^2/2             Darcy, f of smooth tubes given; u = F v/A
/// Inputs        wall_T   K  temperature of the wall (shared by all cells; with U above zero)
/// Ledger        heat     J  what came through the wall since the start
/// Observables   c of each species, heat_release (ReactingContents)
/// Assumes       plug flow whose back-mixing is that of the cells: N stirred tanks in series, Peclet number 2 N;
/// thermal
///               expansion is slow beside the flow
/// Valid for     the fluid's range of T; liquid that does not boil
/// Source        O. Levenspiel, Chemical Reaction Engineering, 3rd ed., Wiley 1999, ch. 14; balances
class TubeCell {
 public:
  struct Parameters {
    double length = 0.1;     // m of the cell
    double diameter = 0.05;  // m
    double friction = 0.02;  // Darcy's f
    double U = 0.0;          // W/(m2 K) to the wall
    double capacity = 0.0;   // J/K of metal as warm as the liquid
  };

  TubeCell(Declare& declare, std::shared_ptr<const Fluid> fluid, std::shared_ptr<const Kinetics> kinetics,
           const Parameters& parameters, const LiquidContents::Start& start, const MaterialStream& in,
           const MaterialStream& out, Input wall_T, const TubeCell* before);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  double volume_, area_, wall_area_;
  MaterialStream in_, out_;
  LiquidContents contents_;
  ReactingContents reactions_;
  Input wall_T_;
  const TubeCell* before_;  // null for the first
  Variable heat_;
};

UnitKind tubular_reactor_kind();

extern template class UnitAdapter<TubeCell>;

}  // namespace stillhouse
