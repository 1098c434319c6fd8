#pragma once

#include <memory>

#include "models/heat/liquid_pass.h"
#include "models/heat/steam_chest.h"
#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

/// Heater in which steam condenses outside tubes that a liquid flows through.
///
/// As LiquidPass inside the tubes and SteamChest outside, with T_s the temperature of its surface
///   1/U = 1/h_tube + R + 1/h_steam       R  m2 K/W  fouling inside
///   loss to the room  UA_loss (T_s - T_room)
/// Inputs        fouling  m2 K/W; steam, steam_p of the chest
/// Ledgers       heat  J  from the room; those of the chest
/// Observables   duty  W; U  W/(m2 K); those of the chest
/// Assumes       the metal is as warm as the steam; a steam film of 8000 W/(m2 K) unless given (condensation.h: 10
/// kW/(m2
///               K) on a tube of 25 mm at 10 K)
/// Valid for     a liquid below its boiling point: its outlet comes no nearer to the steam than T_s
/// Source        balances; at rest T_out = T_s - (T_s - T_in) e^(-UA/(F cp)): exchanger_effectiveness.h,
///               boiling_or_condensing
class SteamHeater {
 public:
  struct Parameters {
    double loss = 0.0;           // W/K
    double fouling = 0.0;        // m2 K/W at the start
    double steam_film = 8000.0;  // W/(m2 K)
    double area = 1.0;           // m2
    LiquidPass::Parameters tube;
    SteamChest::Parameters steam;
  };

  SteamHeater(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
              const LiquidPass::Start& start, const Port& inlet, const Port& outlet);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Eq>
  auto film(Eq& eq) const;

  std::shared_ptr<const Fluid> fluid_;
  Room room_;
  Parameters par_;
  LiquidPass tube_;
  SteamChest steam_;
  Input fouling_;
  Variable heat_;
  Observable duty_, U_;
};

UnitKind steam_heater_kind();

extern template class UnitAdapter<SteamHeater>;

}  // namespace stillhouse
