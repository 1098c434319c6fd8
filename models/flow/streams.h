#pragma once

#include <array>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// What a space filled with gas shows to its neighbours. Defined by the unit that holds the gas.
///   p  Pa  pressure     T  K  temperature     y[i]  -  mole fraction of volatile species i; the rest is air
struct GasNode {
  GasNode(Declare declare, double T_start, double p_start);

  Variable p;
  Variable T;
  std::array<Variable, 2> y;
};

/// Gas that moves between two spaces, positive in the direction of its name. Defined by the unit that has the
/// hydraulic law. Either direction is allowed; what flows back brings the other side's composition and enthalpy.
///   n[i]  mol/s  light, heavy, air     H  W  enthalpy flow
struct GasFlow {
  explicit GasFlow(Declare declare);

  std::array<Variable, 3> n;
  Variable H;
};

/// Liquid that flows from one unit to the next, never back. Defined by the unit it leaves.
///   n[i]  mol/s  light, heavy     H  W  enthalpy flow
struct LiquidFlow {
  explicit LiquidFlow(Declare declare);

  std::array<Variable, 2> n;
  Variable H;
};

/// What a unit without that stream does without: unknowns that read as zero (Equations::or_zero).
struct MaybeLiquidFlow {
  MaybeLiquidFlow() = default;
  MaybeLiquidFlow(const LiquidFlow& flow) : n(flow.n), H(flow.H) {}  // NOLINT: a flow is one that there may be

  std::array<Variable, 2> n;
  Variable H;
};

/// Pressure of the liquid that stands over the outlet of the unit above; defined by the unit that holds the liquid.
struct LiquidHead {
  explicit LiquidHead(Declare declare);

  Variable dp;  // Pa
};

/// This unit's equations determine the whole bundle.
void define(Declare& declare, const GasNode& node);
void define(Declare& declare, const GasFlow& flow);
void define(Declare& declare, const LiquidFlow& flow);

}  // namespace stillhouse
