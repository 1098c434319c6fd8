#include "models/heat/condenser.h"

#include <cmath>

#include "models/separation/drum.h"

namespace stillhouse {

namespace {

constexpr double surface_transfer = 1e-3;  // mol/(s Pa m2): 1 kPa at 40 kW/m2 of water
constexpr double renewal = 1.0;            // s, of a film that runs off or boils: an estimate
constexpr double largest_service = 5.0;    // largest flow of a utility's water over the one its film is given at

void build_condenser(UnitSite& site) {
  Drum::Parameters drum = drum_of(site);
  drum.is_jacket_in_gas = true;
  drum.jacket.name = "coil";
  drum.jacket.kind = VesselJacket::Kind::coil;
  drum.jacket.area = site.number("area");
  drum.equilibration = equilibration_on(drum.jacket.area, drum.volume, surface_transfer);
  drum.renewal = renewal;
  drum.jacket.fouling = site.number("fouling");
  drum.jacket.rest_film = site.number("film");
  drum.jacket.medium = {.cells = static_cast<int>(std::lround(site.number("cells"))),
                        .volume = site.number("water_volume"),
                        .area = drum.jacket.area,
                        .film = site.number("water_film"),
                        .flow = site.number("water_flow"),
                        .exponent = site.number("water_exponent"),
                        .drop = site.number("water_drop"),
                        .is_mixed = false};
  const TwoPhase::Start start = drum_start(site, drum.volume);
  const double M = utility_water()->molar_mass(0);
  const double F_limit = largest_service * drum.jacket.medium.flow / M;
  site.builder().add<Drum>(
      site.path(), site.fluid(), site.room(), drum, start,
      Drum::Joined{.inlets = joined(site.streams("vapour"), site.streams("in")),
                   .outlets = joined(site.streams("out"), site.streams("vent")),
                   .jacket_medium = liquid_service(site, "water", 0.0, F_limit, site.number("water_T"))});
}

void build_reboiler(UnitSite& site) {
  Drum::Parameters drum = drum_of(site);
  drum.boiling = std::make_shared<const BoilingSurface>(*site.fluid());
  drum.boiling_area = site.number("area");
  drum.equilibration = equilibration_on(drum.boiling_area, drum.volume, surface_transfer);
  drum.renewal = renewal;
  const TwoPhase::Start start = drum_start(site, drum.volume);
  if (site.word("heating") == "steam") {
    drum.jacket.name = "tubes";
    drum.jacket.kind = VesselJacket::Kind::steam;
    drum.jacket.area = drum.boiling_area;
    drum.jacket.fouling = site.number("fouling");
    drum.jacket.rest_film = site.number("rest_film");
    drum.jacket.steam = SteamChest::of(site, start.T);
    drum.jacket.boiling = drum.boiling;
  } else {
    drum.heater_limit = site.number("heater_limit");
  }
  site.builder().add<Drum>(site.path(), site.fluid(), site.room(), drum, start,
                           Drum::Joined{.inlets = joined(site.streams("in"), site.streams("gas_in")),
                                        .outlets = joined(site.streams("out"), site.streams("gas_out"))});
}

}  // namespace

UnitKind condenser_kind() {
  return {
      "condenser",
      "heat",
      "condenser for a vapour, cooled by water in tubes; total or partial, with a vent",
      joined(drum_parameters(),
             {{"area", "m^2", 1.0, 1e-4, 1e5, "heat-transfer area"},
              {"film", "W/m^2/K", 2000.0, 1.0, 1e5, "film coefficient of the condensing vapour"},
              {"fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling on the tubes at the start"},
              {"cells", "1", 5.0, 1.0, 24.0, "cells along the tubes"},
              {"water_volume", "m^3", 2e-3, 1e-6, 1e3, "volume of the water in the tubes"},
              {"water_flow", "kg/s", 0.5, 1e-6, 1e5, "flow of water at which film and pressure drop are given"},
              {"water_film", "W/m^2/K", 3000.0, 0.1, 1e5, "film coefficient of the water at that flow"},
              {"water_exponent", "1", 0.8, 0.0, 1.0, "power of the flow in that film"},
              {"water_drop", "Pa", 1e4, 0.0, 1e6, "pressure drop of the water at that flow"},
              {"water_T", "K", 288.15, 274.0, 360.0, "temperature of the water at the start"}}),
      {},
      {{"vapour", Phase::gas, true, false, true, true, "what is condensed"},
       {"in", Phase::liquid, true, false, true, true, "liquid that is led through"},
       {"water_in", Phase::liquid, true, false, false, true, "cooling water; left open: water from a main of its own"},
       {"out", Phase::liquid, false, false, true, true, "condensate"},
       {"vent", Phase::gas, false, false, true, true, "gas that does not condense"},
       {"water_out", Phase::liquid, false, false, false, true, "warm cooling water"}},
      build_condenser};
}

UnitKind reboiler_kind() {
  return {"reboiler",
          "heat",
          "kettle in which a liquid boils on tubes with steam or on an electric element",
          joined(joined(drum_parameters(),
                        {{"area", "m^2", 1.0, 1e-4, 1e5, "area of tubes or element when the kettle is full"},
                         {"fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling on the tubes at the start"},
                         {"rest_film", "W/m^2/K", 300.0, 0.1, 1e6, "film coefficient of a liquid that does not boil"},
                         {"heater_limit", "W", 1e4, 1.0, 1e8, "power of the electric element"}}),
                 SteamChest::parameters()),
          {{"heating", {"steam", "electric"}, "what it is heated by"}},
          {{"in", Phase::liquid, true, false, true, true, "liquid"},
           {"gas_in", Phase::gas, true, false, true, true, "gas let into the kettle"},
           {"out", Phase::liquid, false, false, true, true, "liquid from the bottom"},
           {"gas_out", Phase::gas, false, false, true, true, "vapour"}},
          build_reboiler};
}

}  // namespace stillhouse
