#include "models/heat/steam_heater.h"

#include <cmath>

namespace stillhouse {

SteamHeater::SteamHeater(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                         const LiquidPass::Start& start, const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      tube_(declare, "tube", *fluid_, par_.tube, start, *inlet.stream, *outlet.stream),
      steam_(declare, par_.steam),
      fouling_(declare.input("fouling", "m^2*K/W",
                             {.start = par_.fouling, .nominal = 1e-4, .minimum = 0.0, .maximum = 1.0},
                             "resistance of the fouling inside the tubes")),
      heat_(declare.ledger("heat", declare.conserved("energy", "J"), 1e6,
                           "heat from the room since the start; negative: lost")),
      duty_(declare.observable("duty", "W", {.minimum = -1e10, .maximum = 1e10}, "heat that the liquid takes up")),
      U_(declare.observable("U", "W/m^2/K", {.minimum = 0.0, .maximum = 1e6}, "overall heat-transfer coefficient")) {}

template <class Eq>
auto SteamHeater::film(Eq& eq) const {
  using Real = std::remove_cvref_t<decltype(eq[heat_])>;
  return tube_.film(eq, *fluid_, Real(eq[fouling_] + 1.0 / par_.steam_film));
}

template <class Real>
void SteamHeater::equations(Equations<Real>& eq) const {
  const auto film = this->film(eq);
  const Real T_s = steam_.temperature(eq);
  Real taken(0.0);
  tube_.equate(eq, *fluid_, [&](int k) {
    const Real Q = tube_.heat(eq, film, k, T_s);
    taken += Q;
    return Q;
  });
  const Real loss = par_.loss * (T_s - eq[room_.T]);
  steam_.equate(eq, Real(taken + loss));
  eq.equate("ledger of heat", eq.der(heat_), -loss);
}

template <class Show>
void SteamHeater::observe(Show& show) const {
  using Real = typename Show::Real;
  const auto film = this->film(show);
  const Real T_s = steam_.temperature(show);
  Real duty(0.0);
  for (int k = 0; k < tube_.cells(); ++k) duty += tube_.heat(show, film, k, T_s);
  show.show(duty_, duty);
  show.show(U_, film.G * (tube_.cells() / par_.area));
  tube_.hold(show, *fluid_);
  steam_.observe(show);
}

template class UnitAdapter<SteamHeater>;

namespace {

void build_steam_heater(UnitSite& site) {
  SteamHeater::Parameters heater;
  const double T = site.number("T");
  heater.loss = site.number("loss");
  heater.fouling = site.number("fouling");
  heater.steam_film = site.number("steam_film");
  heater.area = site.number("area");
  heater.tube.cells = static_cast<int>(std::lround(site.number("cells")));
  heater.tube.volume = site.number("volume");
  heater.tube.area = heater.area;
  heater.tube.film = site.number("film");
  heater.tube.flow = site.number("flow");
  heater.tube.exponent = site.number("exponent");
  heater.tube.drop = site.number("drop");
  heater.steam = SteamChest::of(site, T);
  site.builder().add<SteamHeater>(site.path(), site.fluid(), site.room(), heater, LiquidPass::Start{T, site.each("x")},
                                  site.only("in"), site.only("out"));
}

}  // namespace

UnitKind steam_heater_kind() {
  return {"steam_heater",
          "heat",
          "heater with steam outside its tubes, through a steam valve; always full of liquid",
          joined({{"area", "m^2", 1.0, 1e-4, 1e5, "heat-transfer area"},
                  {"cells", "1", 5.0, 1.0, 50.0, "cells along the tubes"},
                  {"volume", "m^3", 2e-3, 1e-6, 1e3, "volume inside the tubes"},
                  {"flow", "kg/s", 1.0, 1e-6, 1e5, "mass flow at which film and pressure drop are given"},
                  {"film", "W/m^2/K", 3000.0, 0.1, 1e5, "film coefficient inside the tubes at that flow"},
                  {"exponent", "1", 0.8, 0.0, 1.0, "power of the flow in that film"},
                  {"drop", "Pa", 1e4, 0.0, 1e6, "pressure drop at that flow"},
                  {"steam_film", "W/m^2/K", 8000.0, 1.0, 1e5, "film coefficient of the condensing steam"},
                  {"fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling inside the tubes at the start"},
                  {"loss", "W/K", 0.0, 0.0, 1e6, "heat lost from the shell to the room for each kelvin"},
                  {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
                  {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species at the start"}},
                 SteamChest::parameters()),
          {},
          {{"in", Phase::liquid, true, true, false, true, "cold"},
           {"out", Phase::liquid, false, true, false, true, "warm"}},
          build_steam_heater};
}

}  // namespace stillhouse
