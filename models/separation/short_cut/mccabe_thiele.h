#pragma once

#include <functional>
#include <vector>

namespace stillhouse {

/// Mole fraction of the light species in the vapour above a liquid, y*(x): rises from (0, 0) to (1, 1).
using EquilibriumCurve = std::function<double(double)>;

/// y* of constant relative volatility: alpha x / (1 + (alpha - 1) x).
EquilibriumCurve constant_volatility(double alpha);

/// The liquid below a vapour, the inverse of a curve: equilibrium_liquid(constant_volatility(2.5), 0.714286) = 0.5.
double equilibrium_liquid(const EquilibriumCurve& curve, double y);

/// What enters a column between its ends, or with a negative flow is drawn from it.
struct SideStream {
  double flow;    ///< mol/s or any unit, the same everywhere; below zero: a draw
  double z;       ///< -  mole fraction of the light species
  double q;       ///< -  what of it joins the liquid: 1 boiling liquid, 0 saturated vapour, above 1 subcooled
  int stage = 0;  ///< stage that takes it, 1 the topmost tray; 0: where the fewest stages are needed
};

/// A binary column of constant molar overflow, with total condenser and partial reboiler, from its top.
struct StagedColumn {
  EquilibriumCurve equilibrium;
  double D;                         ///< distillate, in the unit of the feeds
  double x_D;                       ///< -  mole fraction in it
  double R;                         ///< -  reflux ratio L/D
  std::vector<SideStream> sides{};  ///< from top to bottom
  bool partial_condenser = false;   ///< the distillate is vapour, in equilibrium with the reflux
  double efficiency = 1.0;          ///< -  Murphree's of the vapour on the trays; reboiler and condenser are ideal
};

/// One stage of the staircase.
struct StaircaseStep {
  double x, y;  ///< liquid that leaves it and vapour that leaves it
  int section;  ///< 0 above the first side stream
};

struct Staircase {
  std::vector<StaircaseStep> steps;  ///< from the top; a partial condenser is the first, the reboiler the last
  double stages = 0.0;               ///< theoretical stages with the part of the last that is needed
  std::vector<int> side_stages;      ///< first stage below each side stream, counted in `steps` from 1
};

/// McCabe and Thiele's stages from the top of the column down to a liquid of x_B, the reboiler included:
///
///   V_j y = L_j x + D x_D - sum F_k z_k      operating line below the side streams k = 1..j
///   L_j = R D + sum q_k F_k                  V_j = (R + 1) D - sum (1 - q_k) F_k
///   y_n - y_n+1 = E (y*(x_n) - y_n+1)        Murphree's efficiency of the vapour
///
///   StagedColumn column{constant_volatility(2.4), 41.2, 0.95, 4.0, {{100.0, 0.45, 1.195}}};
///   stairs_down_to(column, 0.1).stages   // 7.704
///
/// Assumes equal molar heats of vaporization, no heat loss, mixed stages. The side stream enters where its operating
/// lines meet, which takes the fewest stages, unless its stage is given. ModelError if 500 stages do not get there
/// (reflux below the minimum), or if a flow or composition is impossible.
/// Source: W. L. McCabe, E. W. Thiele, Ind. Eng. Chem. 17 (1925) 605; C. J. Geankoplis, Transport Processes and Unit
/// Operations, 3rd ed., section 11.4; Murphree: Ind. Eng. Chem. 17 (1925) 747.
Staircase stairs_down_to(const StagedColumn& column, double x_B);

/// Composition of the liquid that leaves the last of so many stages, the reboiler included. `trays_only`: no reboiler,
/// all stages have the trays' efficiency.
double liquid_below(const StagedColumn& column, int stages, bool trays_only = false);

/// Stages at total reflux from x_B to x_D, the reboiler included: the operating line is y = x.
double stages_at_total_reflux(const EquilibriumCurve& curve, double x_D, double x_B, double efficiency = 1.0);

/// Distillate of a column at total reflux from its kettle's liquid and its number of trays.
double distillate_at_total_reflux(const EquilibriumCurve& curve, double x_B, int trays, double efficiency = 1.0);

/// Least reflux ratio of a column with one feed, also where the operating line first touches the curve above the
/// feed (a tangent pinch, as ethanol and water have it):
///
///   R/(R + 1) = max (x_D - y*(x))/(x_D - x)   over x from the curve's crossing with the feed line to x_D
///   minimum_reflux_ratio(constant_volatility(2.5), 0.5, 1.0, 0.9999999)   // 4/3
double minimum_reflux_ratio(const EquilibriumCurve& curve, double z, double q, double x_D);

/// What a column of given size makes of one feed: distillate and bottoms whose balance closes.
struct RatedProducts {
  double x_D, x_B;
};

/// `column.x_D` is not read; its only side stream must have its stage. Stages include the reboiler.
RatedProducts rated_products(StagedColumn column, int stages);

}  // namespace stillhouse
