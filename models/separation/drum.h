#pragma once

#include <memory>
#include <vector>

#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/reactors/reacting_contents.h"
#include "models/separation/two_phase.h"

namespace stillhouse {

/// Closed upright vessel with liquid and gas in it, heated or cooled: flash drum, reboiler, condenser, still, receiver.
///
/// As TwoPhase, with the plant's reactions in the liquid if it is a pressure reactor (ReactingContents), with
/// k = V/(R 350 K tau) such that phases come to equilibrium within `equilibration` tau seconds, and
///   Q = P + u UA (T_u - T) - UA_loss (T - T_room)     P fades with the last 1 % of liquid in the vessel
///   p at gas ports = p      p at liquid outlets = p + rho g L      liquid outlets are wet as a tank's (open_tank.h)
/// Inputs        heating  W, if there is an element     utility  u, 0 to 1, and utility_T  K, if there is a coil
/// Ledger        heat     J   heating, coil and loss since the start
/// Observables   level (fraction of the height), x and y of each species
/// A still that boils V mol/s lies V/k above its boiling pressure: take a tau that keeps this small, and a large one
/// for the base of a column, where gas passes over liquid but hardly touches it.
///
/// Assumes       coil: utility of one temperature (condensing steam, or much water), UA proportional to its opening
/// Valid for     p below some bar (ideal gas), or below critical with an equation of state
/// Source        balances and TwoPhase
class Drum {
 public:
  struct Parameters {
    double volume = 0.1;         // m3
    double height = 0.5;         // m
    double capacity = 1000.0;    // J/K
    double loss = 0.0;           // W/K
    double heater_limit = 0.0;   // W
    double UA = 0.0;             // W/K of the coil
    double utility_T = 288.15;   // K
    double equilibration = 1.0;  // s
  };

  Drum(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
       const TwoPhase::Start& start, const std::vector<Port>& inlets, const std::vector<Port>& outlets,
       std::shared_ptr<const Kinetics> kinetics = nullptr);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  double area_, transfer_;
  std::vector<MaterialStream> in_, out_;
  TwoPhase contents_;
  ReactingContents reactions_;
  Input heating_, utility_, utility_T_;
  Variable heat_;
  Observable level_;
  std::vector<Observable> x_, y_;
};

/// drum, and pressure_reactor: a drum in whose liquid the plant's reactions run.
std::vector<UnitKind> drum_kinds();

extern template class UnitAdapter<Drum>;

}  // namespace stillhouse
