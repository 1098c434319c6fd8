#pragma once

#include <memory>
#include <vector>

#include "models/flow/liquid_contents.h"
#include "models/heat/vessel_jacket.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/reactors/reacting_contents.h"

namespace stillhouse {

/// Upright cylindrical tank, open to the room.
///
///   L  m  level     A  m2  cross-section     V  m3  volume
///   p at the outlets = p_room + rho g L       p at the inlets = p_room (from above)
///   overflow  F v = 1.7046 b (L - L_o)^1.5, over a notch of b metres at L_o (broad-crested weir)
///   outlets are wet by (L/5 mm)^4 / (1 + (L/5 mm)^4)
///
/// As LiquidContents, with Q = P - UA (T - T_room) + Q_j      Q_j of the jacket or coil, VesselJacket; and with the
/// plant's reactions if the tank is a stirred reactor (ReactingContents)
/// Inputs        heating  W  of a heating element, if there is one (limit above zero); it fades with its cover
/// Ledger        heat     J  heating less loss to the room
/// Observables   level (fraction of the height), mass, x of each species
/// Assumes       mixed, no evaporation (covered), the metal as warm as the liquid
/// Valid for     liquids below their boiling point: T_boil is observed and leaving is flagged by `boiling` above 1
/// Source        balances; weir coefficient 1.7046 m^0.5/s: (2/3)^1.5 sqrt(g), critical flow over a broad crest; 0.1 m
///               of width and the 5 cm that cover a heating element are engineering estimates
class OpenTank {
 public:
  struct Parameters {
    double volume = 1.0;          // m3
    double height = 1.0;          // m
    double capacity = 0.0;        // J/K of the metal
    double loss = 0.0;            // W/K
    double heater_limit = 0.0;    // W
    double overflow_level = 1.0;  // fraction of the height
    VesselJacket::Parameters jacket;
  };

  OpenTank(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
           const LiquidContents::Start& start, const std::vector<Port>& inlets, const std::vector<Port>& outlets,
           const std::vector<Port>& overflow, const std::optional<LiquidService>& jacket_medium,
           std::shared_ptr<const Kinetics> kinetics);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real, class Eq>
  Real heating(Eq& eq, const Real& level) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_;
  std::vector<MaterialStream> in_, out_, over_;
  LiquidContents contents_;
  VesselJacket jacket_;
  ReactingContents reactions_;
  Input heating_;
  Variable heat_;
  Observable level_, mass_, boiling_;
  std::vector<Observable> x_;
};

/// tank, and stirred_reactor: a tank in which the plant's reactions run.
std::vector<UnitKind> tank_kinds();

extern template class UnitAdapter<OpenTank>;

}  // namespace stillhouse
