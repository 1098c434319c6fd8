#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "frontend/presenter/xy_plot.h"

namespace stillhouse {

class Solution;
namespace scenario {
struct Lab;
}

/// What is known beforehand of a cooled stirred tank with one reaction of the first order: the lab's text, the tags of
/// what is set and what is read. What a student's own reactor differs by is not in it.
struct StirredTank {
  std::shared_ptr<const Solution> solution;
  double volume = 0.0;  ///< m3
  double UA = 0.0;      ///< W/K
  struct Setting {
    std::string tag;     ///< of the handle; empty: nothing moves it
    double start = 0.0;  ///< SI, without a handle
  };
  Setting feed_q, feed_T, feed_c, coolant_T;
  std::string thermometer, heat_meter;  ///< tags; empty: there is none
};

/// Null if the lab's plant is no such reactor.
std::shared_ptr<const StirredTank> stirred_tank(const scenario::Lab& lab);

/// Both sides of a steady reactor's heat balance over its temperature (K), W.
struct HeatBalance {
  std::function<double(double)> generated, removed;
  double T_low = 0.0, T_high = 1.0;  ///< K, of the diagram
};
/// Both lines and the axes of van Heerden's diagram.
XyPlot heat_diagram(const HeatBalance& balance);
/// Where they meet, as dots and figures.
void add_resting_points(XyPlot& plot, const HeatBalance& balance);
/// Where the reactor is by its thermometer: at the heat that is read, else at what the settled reactor would make.
void add_present_state(XyPlot& plot, const XyMoment& moment, const HeatBalance& balance, const std::string& thermometer,
                       const std::string& heat_meter);

/// Steady state of the tank: the heat that the reaction sets free against what feed and coolant take.
///
///   generated  q (c_f - c) (-dH),   c = q c_f / (q + V k(T))
///   removed    q rho cp (T - T_f) + UA (T - T_c)
///
/// Where both meet the reactor can rest; it stays there only if the removal rises faster than the generation (a
/// sufficient condition for one reaction is more: damping too; a place that fails it is left by itself).
/// Source     C. van Heerden, Ind. Eng. Chem. 45 (1953) 1242; H. S. Fogler, Elements of Chemical Reaction Engineering,
///            5th ed., section 12.5
XyPlot heat_balance_plot(const XyMoment& moment, const StirredTank& tank);

/// A temperature at which the tank can rest.
struct RestingPoint {
  double T = 0.0;           ///< K
  double heat = 0.0;        ///< W
  bool slope_holds = true;  ///< the removal rises faster
};
struct TankSettings {
  double q, T_feed, c_feed, T_coolant;  ///< m3/s, K, mol/m3, K
};
std::vector<RestingPoint> resting_points(const HeatBalance& balance);
std::vector<RestingPoint> resting_points(const StirredTank& tank, const TankSettings& settings, double T_low,
                                         double T_high);

}  // namespace stillhouse
