#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/volatile_pair.h"
#include "frontend/presenter/xy_plot.h"
#include "models/properties/mixture.h"

namespace stillhouse {

class Flowsheet;
namespace scenario {
struct Lab;
struct Plant;
}  // namespace scenario

/// What is known beforehand of a column that parts two species: the lab's text and the tags on its faceplates. What a
/// student's own column differs by is not in it. Tags may be empty: then nothing tells.
struct BinaryColumn {
  struct Thermometer {
    std::string tag;
    int tray = 0;  ///< counted from 1 at the bottom; 0: the kettle
  };
  /// A stage by the names of its signals: their history is kept, and shown when the run is over.
  struct Stage {
    std::string x_light, T;
  };
  std::shared_ptr<const VolatilePair> pair;       ///< null: the model has one relative volatility and no temperatures
  double volatility = 0.0;                        ///< then
  int trays = 0;                                  ///< 0: a still alone
  bool by_volume = true;                          ///< flows are read as m3/s; else mol/s
  double feed_x_light = 0.0;                      ///< as the lab's text says, mol/mol
  double feed_T_said = 298.15;                    ///< as the text says, K
  std::vector<Thermometer> thermometers;          ///< from the bottom
  std::string pressure, pressure_drop;            ///< of the kettle, of the column
  std::string reflux, distillate, bottoms, feed;  ///< of flow meters, else of the handle that sets the flow
  std::string heater;                             ///< of what says the kettle's heat, W
  std::string feed_T, drum_T;                     ///< of thermometers
  std::string feed_x, feed_q;                     ///< of handles that set what enters
  std::string analyser, hydrometer;               ///< of samples of the distillate
  std::string kettle_analyser;                    ///< of samples of the kettle
  std::string x_D, x_B;                           ///< of what analyses both products all the time
  std::vector<Stage> stages;                      ///< from the kettle up
};

/// Null if the lab's plant is no such column: a flowsheet of the catalogue with trays of a mixture or stages of one
/// volatility; trays under a condenser and over a heated kettle, in a plant that is spelt out; or such a kettle alone.
std::shared_ptr<const BinaryColumn> binary_column(const scenario::Lab& lab, const Flowsheet& flowsheet);
/// The species of a plant that is spelt out that become liquid in it; gases only fill it at first.
std::vector<std::string> condensing_species(const scenario::Plant& plant);
/// Of the units of such a plant.
std::shared_ptr<const BinaryColumn> column_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet);

/// The liquid that boils at a temperature and a pressure, mol/mol of the light species; below an azeotrope. Empty if
/// none does.
std::optional<double> liquid_boiling_at(const Mixture& mixture, double T, double P);
/// The liquid of a density, kg/m3, at a temperature; empty if none has it.
std::optional<double> liquid_of_density(const Mixture& mixture, double density, double T);

/// T-x-y at the column's pressure with what its thermometers say: each stands on the boiling curve of its own pressure,
/// if a liquid can boil there. Only of a column with a pair.
XyPlot boiling_plot(const XyMoment& moment, const BinaryColumn& column);

/// McCabe and Thiele's diagram of the running column.
///
///   rectifying  y = L/V x + (1 - L/V) x_D      L = q_R (reflux), V = L + D
///   stripping   through (x_B, x_B) with (L + q F)/(V - (1 - q) F)
///   q           (H'' - h_feed)/(H'' - h')      of the feed, and q_R of the reflux, which comes back cold
///   V           Q/(H'' - h')                   of the kettle's heat, where reflux or distillate is not read
///
/// x_D is what analyses it, else the newest sample of the distillate, else the vapour above the top tray by its
/// thermometer; x_B what analyses it, else the liquid that boils at the kettle's temperature and pressure, else its
/// newest sample; the feed's composition is that of the lab's text. The steps are ideal ones. In an unsteady column the
/// lines do not meet in one place: that is then seen.
/// Assumes    constant molar overflow, pressure falling evenly from tray to tray
/// Source     as models/separation/short_cut/mccabe_thiele.h
XyPlot mccabe_thiele_plot(const XyMoment& moment, const BinaryColumn& column);

}  // namespace stillhouse
