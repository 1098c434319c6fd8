#pragma once

#include <memory>

#include "engine/modelling/flowsheet.h"

namespace stillhouse {

/// A distillation tower to measure solvers with: a unit a tray, component and energy holdup on every tray.
///
///   tray_1 (bottom) ... tray_<trays>, reboiler, drum (with total condenser); feed in the middle
///
/// Differential  n_<species>, U             of every unit;  reboiler.Q, drum.pump  5 s behind their inputs
/// Algebraic     T (implicit, from U); all others explicit in the order x h_L p y h_V V L:
///               p = sum x_i gamma_i psat_i (NRTL, Antoine)
///               y_i = y_i,below + 0.7 (x_i gamma_i psat_i / p - y_i,below)     Murphree, vapour
///               V = A_h (2 s p / (xi R T M))^0.5,  s = (p_below - p - g sum n_i M_i / A)+       holes and clear liquid
///               L = 1.84 l_w h^1.5 / v,  h = (sum n_i v_i / A - h_w)+                             Francis weir
///               bottoms, distillate: (bias + K (level - set point))+                   proportional level controllers
/// Inputs        reflux, duty, feed (mol/s, W, mol/s), reboiler_level, drum_level, pressure, condensate_T
/// Assumes       no gas holdup and no inert gas: while a tray is cold its pressure is the vapour pressure of its
///               liquid, and vapour rises as soon as that below outweighs tray and liquid. No downcomer, no weeping,
///               no heat loss, no heat of mixing. The condenser holds its pressure and cools to condensate_T. Outlets
///               and heat fade when a vessel runs empty, so that nothing boils dry.
///               Positive parts (...)+ have corners of 100 Pa, 1 mm and 0.1 mol/s.
/// Valid for     300 K to 390 K, 50 to 300 kPa; the trays neither flood nor weep: 20 to 60 mol/s of vapour
/// Index         1: T from its energy, p from T and x, flows from pressures and holdups
/// Source        weir: Francis, 3.33 ft^0.5/s = 1.84 m^0.5/s; sizes are estimates for 20 mol/s of feed: shell of 1 m,
/// 10 %
///               holes, 40 mm weir, vessels of 1 m3 half full. Mixture: tower_mixture.h
struct TrayTower {
  enum class Start {
    warm,  ///< all liquid has the feed's composition and boils at a pressure that rises evenly downwards
    cold   ///< all liquid is feed at 298.15 K; heat and reflux come on
  };
  int trays = 40;
  int components = 3;  ///< 2 to 5: methanol, water, ethanol, acetone, propanol
  Start start = Start::warm;
  bool ledgers = false;  ///< count what crosses the boundaries, so that Simulator::closures() can close the balances
};

/// Throws ModelError unless 3 <= trays <= 500, 2 <= components <= 5.
std::shared_ptr<const Flowsheet> build_tray_tower(const TrayTower& tower);
std::shared_ptr<const Flowsheet> build_tray_tower(int trays, int components);

/// The tray that takes the feed, counted from the bottom.
int tray_tower_feed_tray(int trays);

}  // namespace stillhouse
