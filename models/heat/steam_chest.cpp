#include "models/heat/steam_chest.h"

#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

constexpr double lowest_p = 2e4, highest_p = 4e6;  // Pa of a main

}  // namespace

SteamChest::SteamChest(Declare& declare, const Parameters& parameters)
    : par_(parameters),
      energy_(declare.conserved("energy", "J")),
      valve_(declare, "steam", par_.stroke, par_.opening, "opening of the steam valve"),
      p_(declare.input("steam_p", "Pa", {.start = par_.p, .nominal = 1e5, .minimum = lowest_p, .maximum = highest_p},
                       "pressure of the steam main, absolute")) {
  const Fluid& water = *utility_water();
  const Range temperature{
      .start = par_.T, .nominal = 300.0, .minimum = water.valid_from(), .maximum = water.valid_to()};
  T_s_ = declare.differential("steam_T", "K", temperature, "temperature at which the steam condenses");
  Range of_main = temperature;
  of_main.start = bracketed_root([&](double T) { return water.vapour_pressure(0, T) - par_.p; }, 280.0, 600.0);
  T_m_ = declare.algebraic("main_T", "K", of_main, "temperature of the saturated steam in the main");
  heat_ = declare.ledger("steam_heat", energy_, 1e6, "heat of the steam less that of its condensate since the start");
  const Quantity steam = declare.conserved("steam", "kg");
  used_ = declare.ledger("steam_used", steam, 10.0, "steam taken from the main since the start");
  drained_ = declare.ledger("condensate", steam, 10.0, "condensate drained since the start, counted negative");
  flow_ = declare.observable("steam_flow", "kg/s", {.minimum = -1.0, .maximum = 1e6}, "consumption of steam");
  space_p_ = declare.observable("steam_pressure", "Pa", {.minimum = 0.0, .maximum = 2e7},
                                "pressure at which the steam condenses, absolute");
}

std::vector<ParameterInfo> SteamChest::parameters() {
  return {{"steam_Kv", "1", 1.0, 1e-4, 1e4, "flow coefficient of the steam valve, m3/h of water at 1 bar"},
          {"steam_p", "Pa", 4e5, lowest_p, highest_p, "pressure of the steam main at the start, absolute"},
          {"steam_opening", "1", 0.0, 0.0, 1.0, "opening of the steam valve at the start"},
          {"steam_stroke", "s", 5.0, 0.01, 600.0, "time constant of the steam valve"},
          {"steam_metal", "J/K", 2e4, 1.0, 1e9, "heat capacity of the metal that the steam warms"}};
}

SteamChest::Parameters SteamChest::of(UnitSite& site, double T) {
  return {site.number("steam_Kv"),     site.number("steam_p"),     site.number("steam_opening"),
          site.number("steam_stroke"), site.number("steam_metal"), T};
}

}  // namespace stillhouse
