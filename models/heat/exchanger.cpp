#include "models/heat/exchanger.h"

#include <cmath>

namespace stillhouse {

namespace {

constexpr double reference = 298.15;  // K, where the metal's energy is zero

}  // namespace

Exchanger::Exchanger(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                     const LiquidPass::Start& tube, const LiquidPass::Start& shell, const Ports& ports)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      tube_(declare, "tube", *fluid_, par_.tube, tube, *ports.tube_in, *ports.tube_out),
      shell_(declare, "shell", *fluid_, par_.shell, shell, *ports.shell_in, *ports.shell_out),
      energy_(declare.conserved("energy", "J")) {
  const double T_wall = 0.5 * (tube.T + shell.T);
  for (int k = 0; k < tube_.cells(); ++k)
    wall_.push_back(declare.differential(
        "wall_" + std::to_string(k + 1) + "_T", "K",
        {.start = T_wall, .nominal = 300.0, .minimum = fluid_->valid_from(), .maximum = fluid_->valid_to()},
        "temperature of the metal"));
  const auto fouling = [&](const char* name, double start, const char* sentence) {
    return declare.input(name, "m^2*K/W", {.start = start, .nominal = 1e-4, .minimum = 0.0, .maximum = 1.0}, sentence);
  };
  tube_fouling_ = fouling("tube_fouling", par_.tube_fouling, "resistance of the fouling inside the tubes");
  shell_fouling_ = fouling("shell_fouling", par_.shell_fouling, "resistance of the fouling outside the tubes");
  heat_ = declare.ledger("heat", energy_, 1e6, "heat from the room since the start; negative: lost");
  duty_ = declare.observable("duty", "W", {.minimum = -1e10, .maximum = 1e10}, "heat that the tube side takes up");
  U_ = declare.observable("U", "W/m^2/K", {.minimum = 0.0, .maximum = 1e6}, "overall heat-transfer coefficient");
}

template <class Real, class Eq>
Exchanger::Films<Real> Exchanger::films(Eq& eq) const {
  // each side carries half of the metal's resistance
  const double half = 0.5 * par_.wall_resistance;
  return {tube_.film(eq, *fluid_, Real(eq[tube_fouling_] + half)),
          shell_.film(eq, *fluid_, Real(eq[shell_fouling_] + half))};
}

template <class Real>
void Exchanger::equations(Equations<Real>& eq) const {
  const Films<Real> film = films<Real>(eq);
  const auto from_wall = [&](const LiquidPass& side, const LiquidPass::Film<Real>& of, int cell, int wall) {
    return side.heat(eq, of, cell, Real(eq[wall_[static_cast<std::size_t>(wall)]]));
  };
  const double loss = par_.loss / shell_.cells();
  Real lost(0.0);
  tube_.equate(eq, *fluid_, [&](int k) { return from_wall(tube_, film.tube, k, k); });
  shell_.equate(eq, *fluid_, [&](int k) {
    const Real to_room = loss * (eq[shell_.temperature(k)] - eq[room_.T]);
    lost += to_room;
    return from_wall(shell_, film.shell, k, beside(k)) - to_room;
  });
  for (int k = 0; k < tube_.cells(); ++k)
    eq.equate("energy of the metal", par_.metal / tube_.cells() * eq.der(wall_[static_cast<std::size_t>(k)]),
              -from_wall(tube_, film.tube, k, k) - from_wall(shell_, film.shell, beside(k), k));
  eq.equate("ledger of heat", eq.der(heat_), -lost);
}

template <class Show>
void Exchanger::observe(Show& show) const {
  using Real = typename Show::Real;
  const Films<Real> film = films<Real>(show);
  Real duty(0.0);
  for (int k = 0; k < tube_.cells(); ++k) {
    const Real T_w = show[wall_[static_cast<std::size_t>(k)]];
    duty += tube_.heat(show, film.tube, k, T_w);
    show.hold(energy_, par_.metal / tube_.cells() * (T_w - reference));
  }
  show.show(duty_, duty);
  show.show(U_, static_cast<double>(tube_.cells()) / ((1.0 / film.tube.G + 1.0 / film.shell.G) * par_.area));
  tube_.hold(show, *fluid_);
  shell_.hold(show, *fluid_);
}

template class UnitAdapter<Exchanger>;

namespace {

LiquidPass::Parameters pass_of(UnitSite& site, const std::string& side) {
  LiquidPass::Parameters pass;
  pass.cells = static_cast<int>(std::lround(site.number("cells")));
  pass.area = site.number("area");
  pass.volume = site.number(side + "_volume");
  pass.film = site.number(side + "_film");
  pass.flow = site.number(side + "_flow");
  pass.exponent = site.number(side + "_exponent");
  pass.drop = site.number(side + "_drop");
  return pass;
}

void build_exchanger(UnitSite& site) {
  Exchanger::Parameters exchanger;
  exchanger.is_counter_current = site.word("arrangement") == "counter_current";
  exchanger.area = site.number("area");
  exchanger.metal = site.number("metal");
  exchanger.loss = site.number("loss");
  exchanger.wall_resistance = site.number("wall_resistance");
  exchanger.tube_fouling = site.number("tube_fouling");
  exchanger.shell_fouling = site.number("shell_fouling");
  exchanger.tube = pass_of(site, "tube");
  exchanger.shell = pass_of(site, "shell");
  const double T = site.number("T");
  site.builder().add<Exchanger>(site.path(), site.fluid(), site.room(), exchanger,
                                LiquidPass::Start{T, site.each("tube_x")}, LiquidPass::Start{T, site.each("shell_x")},
                                Exchanger::Ports{site.only("tube_in").stream, site.only("tube_out").stream,
                                                 site.only("shell_in").stream, site.only("shell_out").stream});
}

}  // namespace

UnitKind exchanger_kind() {
  const char* at_flow = "mass flow at which film and pressure drop are given";
  return {"exchanger",
          "heat",
          "shell-and-tube or double-pipe exchanger between two liquids, one pass each; starts full",
          {{"area", "m^2", 1.0, 1e-4, 1e5, "heat-transfer area"},
           {"cells", "1", 10.0, 1.0, 50.0, "cells along each side"},
           {"tube_volume", "m^3", 2e-3, 1e-6, 1e3, "volume inside the tubes"},
           {"shell_volume", "m^3", 4e-3, 1e-6, 1e3, "volume outside the tubes"},
           {"tube_flow", "kg/s", 1.0, 1e-6, 1e5, std::string(at_flow) + ", inside the tubes"},
           {"shell_flow", "kg/s", 1.0, 1e-6, 1e5, std::string(at_flow) + ", outside the tubes"},
           {"tube_film", "W/m^2/K", 3000.0, 0.1, 1e5, "film coefficient inside the tubes at that flow"},
           {"shell_film", "W/m^2/K", 1500.0, 0.1, 1e5, "film coefficient outside the tubes at that flow"},
           {"tube_exponent", "1", 0.8, 0.0, 1.0, "power of the flow in the film inside; 0: constant, 0.8: turbulent"},
           {"shell_exponent", "1", 0.6, 0.0, 1.0, "power of the flow in the film outside"},
           {"tube_drop", "Pa", 1e4, 0.0, 1e6, "pressure drop inside the tubes at that flow"},
           {"shell_drop", "Pa", 1e4, 0.0, 1e6, "pressure drop outside the tubes at that flow"},
           {"tube_fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling inside at the start"},
           {"shell_fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling outside at the start"},
           {"wall_resistance", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of the tube's wall"},
           {"metal", "J/K", 1e4, 1.0, 1e10, "heat capacity of the metal between both sides"},
           {"loss", "W/K", 0.0, 0.0, 1e6, "heat lost from the shell to the room for each kelvin"},
           {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
           {"tube_x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species inside the tubes at the start"},
           {"shell_x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species outside the tubes at the start"}},
          {{"arrangement", {"counter_current", "co_current"}, "how the shell side flows beside the tube side"}},
          {{"tube_in", Phase::liquid, true, true, false, true, "into the tubes"},
           {"tube_out", Phase::liquid, false, true, false, true, "out of the tubes"},
           {"shell_in", Phase::liquid, true, true, false, true, "into the shell"},
           {"shell_out", Phase::liquid, false, true, false, true, "out of the shell"}},
          build_exchanger};
}

}  // namespace stillhouse
