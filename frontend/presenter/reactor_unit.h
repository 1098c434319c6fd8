#pragma once

#include <memory>
#include <string>
#include <vector>

#include "frontend/presenter/xy_plot.h"
#include "models/heat/vessel_jacket.h"
#include "models/properties/per_species.h"

namespace stillhouse {

class Flowsheet;
class Fluid;
class Kinetics;
namespace scenario {
struct Plant;
}

/// What is known beforehand of a stirred reactor among a plant's units, with one exothermic reaction in what flows
/// through it: the lab's text and the tags on its faceplates. What a student's own reactor differs by is not in it.
struct ReactorUnit {
  /// A number that a tag tells, else the text.
  struct Number {
    std::string tag;    ///< of a handle or instrument; empty: nothing tells
    double said = 0.0;  ///< SI
  };
  struct Feed {
    PerSpecies<double> x;
    Number F, T;  ///< mol/s, K
  };

  std::shared_ptr<const Fluid> fluid;
  std::shared_ptr<const Kinetics> kinetics;
  std::vector<Feed> feeds;
  double volume = 0.0;  ///< m3, of the vessel
  Number level;         ///< share of it that is filled
  Number heating;       ///< W
  double loss = 0.0;    ///< W/K, to a room of 20 degC

  VesselJacket::Parameters jacket;             ///< none, mixed or coil
  Number stirrer_speed, coolant_F, coolant_T;  ///< 1/s, mol/s, K
  std::string thermometer;
};

/// What a plant that is spelt out has of it.
struct ReactorSearch {
  std::shared_ptr<const ReactorUnit> unit;  ///< null: no diagram can be drawn
  Text why_not;                             ///< of a stirred reactor that has none; else empty
};
ReactorSearch reactor_of_units(const scenario::Plant& plant, const Flowsheet& flowsheet);

/// Heat that the reaction sets free in the steady reactor at a temperature, and what feeds, jacket and room take, W.
///
///   generated  -xi dH(T),     xi = V r(T, c(xi)),   c = (n_feed + nu xi)/q
///   removed    sum F (h(T) - h(T_F)) + UA_eff (T - T_in) + loss (T - T_room) - heating
///   UA_eff     1/(1/UA + 1/(F cp)) of a mixed jacket, F cp (1 - exp(-UA/(F cp))) of a coil
///   1/UA       (1/h_vessel + R + 1/h_medium)/(A level)     films as models/heat/vessel_jacket.h has them
struct ReactorHeat {
  double generated = 0.0, removed = 0.0;
};
/// The reactor with the numbers of a moment.
class SteadyReactor {
 public:
  SteadyReactor(const XyMoment& moment, const ReactorUnit& unit);
  ReactorHeat at(double T) const;
  double coldest() const { return coldest_; }  ///< of what enters, K

 private:
  double jacket_heat(double T) const;

  const ReactorUnit& unit_;
  std::vector<double> F_, T_;
  double volume_, heating_, speed_, coolant_F_, coolant_T_, coldest_;
};

/// Van Heerden's diagram of the running reactor (stirred_tank.h).
XyPlot reactor_heat_plot(const XyMoment& moment, const ReactorUnit& unit);

}  // namespace stillhouse
