#include "models/heat/evaporator.h"

#include "engine/base/error.h"
#include "models/separation/drum.h"

namespace stillhouse {

namespace {

// mol/(s Pa m2), an estimate: at 1 mol/(s m2), 40 kW/m2 of water, liquor and vapour are 200 Pa apart
constexpr double film_transfer = 5e-3;
constexpr double renewal = 1.0;        // s, of a film that runs off or boils: an estimate
constexpr double no_resistance = 1e9;  // W/(m2 K): U says all

void build_evaporator(UnitSite& site) {
  Drum::Parameters body = drum_of(site);
  body.tubes_to = site.number("tubes_to");
  body.rise_linear = site.number("rise_linear");
  body.rise_square = site.number("rise_square");
  for (const double share : site.each("solute")) body.solute.push_back(share);
  const TwoPhase::Start start = drum_start(site, body.volume);
  const double area = site.number("area"), U = site.number("U");
  body.equilibration = equilibration_on(area, body.volume, film_transfer);
  body.renewal = renewal;
  const bool by_steam = site.word("heating") == "steam";
  const bool is_chest_joined =
      !site.streams("steam").empty() || !site.streams("condensate").empty() || !site.streams("vent").empty();
  if (by_steam && is_chest_joined)
    throw ModelError(site.path() +
                     ": something is joined to steam, condensate or vent, but heating = \"steam\" takes "
                     "steam from a main; heating = \"vapour\" has these ports");
  Drum::Joined joined_to{.inlets = site.streams("feed"),
                         .outlets = joined(site.streams("out"), site.streams("vapour"))};
  if (by_steam) {
    body.jacket.name = "tubes";
    body.jacket.kind = VesselJacket::Kind::steam;
    body.jacket.area = area;
    body.jacket.rest_film = U;
    body.jacket.steam_film = no_resistance;
    body.jacket.steam = SteamChest::of(site, start.T);
    site.builder().add<Drum>(site.path(), site.fluid(), site.room(), body, start, joined_to);
    return;
  }
  const HeatLink wall(site.builder().stream(site.path() + "_wall"));
  body.wall_UA = area * U;
  joined_to.heated_by = &wall;
  site.builder().add<Drum>(site.path(), site.fluid(), site.room(), body, start, joined_to);
  Drum::Parameters chest;
  chest.volume = site.number("chest_volume");
  chest.height = body.height;
  chest.capacity = body.capacity;
  chest.equilibration = equilibration_on(area, chest.volume, film_transfer);
  chest.renewal = renewal;
  TwoPhase::Start empty = start;
  empty.N = 0.0;
  site.builder().add<Drum>(site.path() + "_chest", site.fluid(), site.room(), chest, empty,
                           Drum::Joined{.inlets = site.streams("steam"),
                                        .outlets = joined(site.streams("condensate"), site.streams("vent")),
                                        .heats = &wall});
}

}  // namespace

UnitKind evaporator_kind() {
  return {
      "evaporator",
      "heat",
      "effect of an evaporator, heated by steam or by the vapour of another effect",
      joined(joined(drum_parameters(),
                    {{"area", "m^2", 5.0, 1e-4, 1e5, "heat-transfer area"},
                     {"U", "W/m^2/K", 1500.0, 1.0, 1e5, "overall heat-transfer coefficient"},
                     {"tubes_to", "1", 0.3, 0.01, 1.0, "how far up the tubes reach, as a fraction of the height"},
                     {"chest_volume", "m^3", 0.05, 1e-5, 1e3, "volume of the chest that vapour condenses in"},
                     {"solute.*", "1", 0.0, 0.0, 1.0, "1 for a species that does not boil"},
                     {"rise_linear", "delta_K", 0.0, 0.0, 500.0, "boiling-point rise for each mass fraction of solute"},
                     {"rise_square", "delta_K", 0.0, 0.0, 500.0, "rise for each square of it"}}),
             SteamChest::parameters()),
      {{"heating", {"steam", "vapour"}, "heated by steam from a main, or by a vapour that is joined to `steam`"}},
      {{"feed", Phase::liquid, true, false, true, true, "thin liquor"},
       {"steam", Phase::gas, true, false, true, true, "vapour that heats, of the effect before"},
       {"out", Phase::liquid, false, false, true, true, "thick liquor"},
       {"condensate", Phase::liquid, false, false, true, true, "condensate of what heats"},
       {"vapour", Phase::gas, false, false, true, true, "vapour of the solution"},
       {"vent", Phase::gas, false, false, true, true, "air out of the chest"}},
      build_evaporator};
}

}  // namespace stillhouse
