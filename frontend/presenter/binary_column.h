#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontend/presenter/xy_plot.h"
#include "models/properties/mixture.h"

namespace stillhouse {

class Session;

/// What is known beforehand of a column that parts two species: the lab's text and the tags on its faceplates. What a
/// student's own column differs by is not in it.
struct BinaryColumn {
  struct Thermometer {
    std::string tag;
    int tray = 0;  ///< counted from 1 at the bottom; 0: the kettle
  };
  /// A stage by the names of its signals: their history is kept, and shown when the run is over.
  struct Stage {
    std::string x_light, T;
  };
  const Mixture* mixture = nullptr;
  int trays = 0;
  double feed_x_light = 0.0;                      ///< as the lab's text says, mol/mol
  std::vector<Thermometer> thermometers;          ///< from the bottom
  std::string pressure, pressure_drop;            ///< tags: of the kettle, of the column; empty: there is none
  std::string reflux, distillate, bottoms, feed;  ///< tags of flow meters
  std::string feed_T, drum_T;                     ///< tags of thermometers
  std::string analyser, hydrometer;               ///< tags: of the distillate
  std::vector<Stage> stages;                      ///< from the kettle up
};

/// Null if the session's plant is no such column.
std::shared_ptr<const BinaryColumn> binary_column(const Session& session);

/// The liquid that boils at a temperature and a pressure, mol/mol of the light species; below an azeotrope. Empty if
/// none does.
std::optional<double> liquid_boiling_at(const Mixture& mixture, double T, double P);
/// The liquid of a density, kg/m3, at a temperature; empty if none has it.
std::optional<double> liquid_of_density(const Mixture& mixture, double density, double T);

/// T-x-y at the column's pressure with what its thermometers say: each stands on the boiling curve of its own pressure,
/// if a liquid can boil there.
XyPlot boiling_plot(const XyMoment& moment, const BinaryColumn& column);

/// McCabe and Thiele's diagram of the running column.
///
///   rectifying  y = L/V x + (1 - L/V) x_D      L = q_R (reflux as measured), V = L + D
///   stripping   through (x_B, x_B) with (L + q F)/(V - (1 - q) F)
///   q           (H'' - h_feed)/(H'' - h')      of the feed, and q_R of the reflux, which comes back cold
///
/// x_D is the newest sample of the distillate, else the vapour above the top tray by its thermometer; x_B the liquid
/// that boils at the kettle's temperature and pressure; the feed's composition is that of the lab's text. The steps are
/// ideal ones. In an unsteady column the lines do not meet in one place: that is then seen.
/// Assumes    constant molar overflow, pressure falling evenly from tray to tray
/// Source     as models/separation/short_cut/mccabe_thiele.h
XyPlot mccabe_thiele_plot(const XyMoment& moment, const BinaryColumn& column);

}  // namespace stillhouse
