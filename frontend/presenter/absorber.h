#pragma once

#include <memory>
#include <string>

#include "frontend/presenter/xy_plot.h"

namespace stillhouse {

class Flowsheet;
class Fluid;
namespace scenario {
struct Plant;
}

/// What is known beforehand of a column of trays in which a liquid takes one species out of a gas that does not
/// condense: the lab's text and the tags on its faceplates. Tags may be empty: then nothing tells.
struct Absorber {
  std::shared_ptr<const Fluid> fluid;
  std::size_t solute = 0, solvent = 0;  ///< species of it
  int trays = 0;
  std::string gas, liquid;                              ///< of what reads or sets the flows, mol/s
  std::string pressure;                                 ///< below the trays
  std::string thermometer;                              ///< of the lowest tray that has one
  std::string y_in, y_out;                              ///< of samples of the gas below and above
  double y_in_said = 0.0, x_in = 0.0, T_said = 298.15;  ///< as the lab's text says
};

/// Null if the units of a plant that is spelt out are no such column.
std::shared_ptr<const Absorber> absorber_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet);

/// McCabe and Thiele's diagram of the running absorber, in mole ratios to solvent and carrier gas.
///
///   operating line  Y = Y_out + L'/G' (X - X_in)      X = x/(1 - x), Y = y/(1 - y), L' and G' without the solute
///   equilibrium     y = x gamma p_sat(T)/P            at the temperature and pressure that are read
///
/// What leaves above is the newest sample of the gas; what enters below the newest sample, else what the text says.
/// Assumes    one temperature and pressure, a carrier that does not dissolve and a solvent that does not evaporate
/// Source     Treybal, Mass-Transfer Operations, 3rd ed., section 8; the stages of a dilute column are those of
///            models/separation/kremser.h
XyPlot absorption_plot(const XyMoment& moment, const Absorber& absorber);

}  // namespace stillhouse
