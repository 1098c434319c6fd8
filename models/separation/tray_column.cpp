#include "models/separation/tray_column.h"

#include <cmath>

#include "engine/base/error.h"
#include "models/separation/column_tray.h"

namespace stillhouse {

namespace {

/// A port that stands on a tray that a setting names.
struct OnTray {
  const char* port;
  const char* setting;
  Phase phase;
  bool is_inlet;
  const char* sentence;
};
constexpr OnTray on_trays[] = {
    {"feed", "feed_tray", Phase::liquid, true, "liquid onto a tray"},
    {"feed_2", "feed_2_tray", Phase::liquid, true, "a second feed, or the return of a pump-around"},
    {"feed_3", "feed_3_tray", Phase::liquid, true, "a third feed, or the return of a pump-around"},
    {"feed_4", "feed_4_tray", Phase::liquid, true, "a fourth feed, or the return of a pump-around"},
    {"gas_feed", "gas_feed_tray", Phase::gas, true, "vapour above a tray"},
    {"draw", "draw_tray", Phase::liquid, false, "liquid drawn from a tray; a valve or a pump says how much"},
    {"draw_2", "draw_2_tray", Phase::liquid, false, "liquid drawn from another tray"},
    {"gas_draw", "gas_draw_tray", Phase::gas, false, "vapour drawn from above a tray"},
};

int whole(UnitSite& site, const char* setting) {
  return static_cast<int>(std::lround(site.number(setting)));
}

ColumnTray::Parameters read_tray(UnitSite& site, int trays) {
  ColumnTray::Parameters tray;
  const std::string& deck = site.word("deck");
  tray.deck = deck == "valve" ? TrayDeck::valve : deck == "bubble_cap" ? TrayDeck::bubble_cap : TrayDeck::sieve;
  tray.diameter = site.number("diameter");
  tray.spacing = site.number("spacing");
  tray.weir_height = site.number("weir_height");
  tray.hole_fraction = site.number("hole_fraction");
  tray.apron = site.number("apron");
  tray.foaming = site.number("foaming");
  tray.surface_tension = site.number("surface_tension");
  tray.pressure = site.number("pressure");
  tray.loss = site.number("loss") / trays;
  for (const double E : site.each("efficiency_of")) tray.efficiency.push_back(E > 0.0 ? E : site.number("efficiency"));
  return tray;
}

void build_tray_column(UnitSite& site) {
  const int trays = whole(site, "trays");
  const ColumnTray::Parameters tray = read_tray(site, trays);
  const TwoPhase::Start start{site.number("T"), site.number("p"), 0.0, site.each("x"), site.each("y")};
  for (const OnTray& place : on_trays) {
    const int k = whole(site, place.setting);
    if (k > trays && !site.streams(place.port).empty())
      throw ModelError(site.path() + ": " + place.setting + " = " + std::to_string(k) + " is above the top tray, " +
                       std::to_string(trays));
  }

  std::vector<std::unique_ptr<MaterialStream>> streams;
  std::vector<ColumnStage::Ports> stages = stacked(site, trays, "tray", "entrained", streams);
  for (int k = 1; k <= trays; ++k) {
    ColumnStage::Ports& ports = stages[static_cast<std::size_t>(k - 1)];
    for (const OnTray& place : on_trays) {
      if (whole(site, place.setting) != k) continue;
      for (const Port& port : site.streams(place.port))
        (place.is_inlet ? ports.feeds : ports.draws).push_back(port.stream);
    }
    site.builder().add<ColumnTray>(site.path() + "_tray_" + std::to_string(k), site.fluid(), site.room(), tray, start,
                                   ports);
  }
}

}  // namespace

UnitKind tray_column_kind() {
  UnitKind kind{
      "tray_column",
      "separation",
      "section of sieve, valve or bubble-cap trays, counted from the bottom; distils, absorbs, strips; starts dry, "
      "full "
      "of gas",
      {{"trays", "1", 10.0, 1.0, 100.0, "number of trays"},
       {"diameter", "m", 0.5, 0.03, 10.0, "inner diameter"},
       {"spacing", "m", 0.4, 0.08, 1.0, "distance from tray to tray"},
       {"weir_height", "m", 0.04, 0.004, 0.15, "height of the outlet weirs"},
       {"hole_fraction", "1", 0.1, 0.02, 0.2,
        "openings for the vapour (holes, holes under valves, risers of caps) as a fraction of the active area"},
       {"apron", "m", 0.03, 0.002, 0.2, "clearance under the downcomers' aprons"},
       {"foaming", "1", 1.0, 0.3, 1.0, "system factor of foaming liquids, 1 without foam, 0.75 for glycols and amines"},
       {"efficiency", "1", 0.7, 0.2, 0.99, "Murphree efficiency of the vapour on every tray"},
       {"efficiency_of.*", "1", 0.0, 0.0, 0.99, "Murphree efficiency of one species; 0: as the others"},
       {"pressure", "Pa", 101325.0, 1e3, 1e7, "pressure at which these efficiencies hold, absolute"},
       {"surface_tension", "N/m", 0.02, 0.005, 0.08, "of the liquid, for the flood velocity"},
       {"loss", "W/K", 0.0, 0.0, 1e5, "heat lost to the room for each kelvin, all trays together"},
       {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
       {"p", "Pa", 101325.0, 100.0, 1e6, "pressure at the start, absolute"},
       {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in what little liquid there is at the start"},
       {"y.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the gas at the start"}},
      {{"deck", {"sieve", "valve", "bubble_cap"}, "what vapour passes on a tray"}},
      {{"vapour", Phase::gas, true, true, false, false, "vapour from below, through the lowest tray"},
       {"reflux", Phase::liquid, true, true, false, true, "liquid onto the highest tray"},
       {"top", Phase::gas, false, true, false, true, "vapour from the highest tray"},
       {"bottom", Phase::liquid, false, true, false, false, "liquid from the lowest tray"},
       {"carry_over", Phase::liquid, false, false, false, false,
        "liquid that vapour carries out of the highest tray; left open, nothing leaves there and a flooded column "
        "overfills"}},
      build_tray_column};
  for (const OnTray& place : on_trays) {
    kind.parameters.push_back({place.setting, "1", 1.0, 1.0, 100.0, std::string("tray of the port ") + place.port});
    kind.ports.push_back({place.port, place.phase, place.is_inlet, false, true, true, place.sentence});
  }
  return kind;
}

}  // namespace stillhouse
