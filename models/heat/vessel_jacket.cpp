#include "models/heat/vessel_jacket.h"

#include <algorithm>
#include <cmath>

#include "engine/base/error.h"
#include "models/properties/component.h"
#include "models/properties/mixture_transport.h"

namespace stillhouse {

namespace {

template <class Enum>
Enum chosen(const std::string& word, const std::vector<std::string>& allowed) {
  return static_cast<Enum>(std::find(allowed.begin(), allowed.end(), word) - allowed.begin());
}

const std::vector<std::string>& jacket_words() {
  static const std::vector<std::string> words{"none", "mixed", "coil", "steam"};
  return words;
}
const std::vector<std::string>& stirrer_words() {
  static const std::vector<std::string> words{"none", "paddle", "turbine", "propeller", "anchor"};
  return words;
}

}  // namespace

double vessel_diameter(double volume, double height) {
  return std::sqrt(4.0 / 3.14159265358979323846 * volume / height);
}

stirred_vessel::Surface VesselJacket::surface(Kind kind, Stirrer stirrer) {
  // of coils only the paddle's is known here
  if (kind == Kind::coil) return stirred_vessel::coil_paddle;
  switch (stirrer) {
    case Stirrer::turbine:
      return stirred_vessel::jacket_turbine;
    case Stirrer::propeller:
      return stirred_vessel::jacket_propeller;
    case Stirrer::anchor:
      return stirred_vessel::jacket_anchor;
    case Stirrer::paddle:
    case Stirrer::none:
      break;
  }
  return stirred_vessel::jacket_paddle;
}

double VesselJacket::conductivity(const Fluid& fluid, const PerSpecies<double>& x, double T) {
  PerSpecies<double> v(fluid.size()), k(fluid.size());
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    v[i] = fluid.liquid_molar_volume(i, T);
    k[i] = 0.1;
    if (!fluid.condenses(i)) continue;
    const TemperatureFunction& of = Component::find(fluid.name(i)).property("LiquidThermalConductivity");
    k[i] = of(std::clamp(T, of.T_min, of.T_max));
  }
  return liquid_mixture_conductivity(x, v, k);
}

VesselJacket::VesselJacket(Declare& declare, const Parameters& parameters, const std::optional<LiquidService>& medium)
    : par_(parameters), surface_(surface(par_.kind, par_.stirrer)) {
  if (par_.kind == Kind::none) return;
  if (par_.kind == Kind::steam) {
    chest_.emplace(declare, par_.steam);
    if (par_.boiling)
      flux_ = declare.algebraic(par_.name + "_flux", "W/m^2", {.nominal = 1e4, .minimum = -1e8, .maximum = 1e8},
                                "heat flux where the liquid boils");
  } else {
    medium_ = medium->fluid;
    pass_.emplace(declare, par_.name, *medium_, par_.medium, medium->start, medium->in, medium->out);
  }
  if (par_.stirrer != Stirrer::none)
    speed_ = declare.input("stirrer_speed", "1/s",
                           {.start = par_.stirrer_speed, .nominal = 1.0, .minimum = 0.0, .maximum = 50.0},
                           "speed of the stirrer, turns a second");
  fouling_ = declare.input(par_.name + "_fouling", "m^2*K/W",
                           {.start = par_.fouling, .nominal = 1e-4, .minimum = 0.0, .maximum = 1.0},
                           "resistance of fouling on the surface");
  duty_ = declare.observable(par_.name + "_duty", "W", {.minimum = -1e10, .maximum = 1e10}, "heat into the vessel");
}

VesselJacket::Kind VesselJacket::kind_of(const std::string& word) {
  return chosen<Kind>(word, jacket_words());
}

VesselJacket::Stirrer VesselJacket::stirrer_of(const std::string& word) {
  return chosen<Stirrer>(word, stirrer_words());
}

std::vector<ParameterInfo> VesselJacket::parameters() {
  std::vector<ParameterInfo> list{
      {"jacket_area", "m^2", 0.5, 1e-4, 1e4, "heat-transfer area of jacket or coil when the vessel is full"},
      {"jacket_fouling", "m^2*K/W", 0.0, 0.0, 1.0, "resistance of fouling on it at the start"},
      {"jacket_volume", "m^3", 5e-3, 1e-6, 1e3, "volume of the liquid in jacket or coil"},
      {"jacket_flow", "kg/s", 0.5, 1e-6, 1e4, "flow of that liquid at which its film and pressure drop are given"},
      {"jacket_film", "W/m^2/K", 2000.0, 0.1, 1e5, "its film coefficient at that flow"},
      {"jacket_exponent", "1", 0.8, 0.0, 1.0, "power of the flow in its film"},
      {"jacket_drop", "Pa", 1e4, 0.0, 1e6, "its pressure drop at that flow"},
      {"jacket_cells", "1", 10.0, 1.0, 24.0, "cells along a coil"},
      {"jacket_T", "K", 288.15, 250.0, 600.0, "temperature of that liquid at the start"},
      {"rest_film", "W/m^2/K", 300.0, 0.1, 1e6, "film coefficient of the contents without stirring"},
      {"stirrer_diameter", "m", 0.2, 1e-3, 10.0, "diameter of the stirrer"},
      {"stirrer_speed", "1/s", 0.0, 0.0, 50.0, "speed of the stirrer at the start"}};
  for (const ParameterInfo& info : SteamChest::parameters()) list.push_back(info);
  return list;
}

std::vector<ChoiceParameter> VesselJacket::choices() {
  return {{"jacket", jacket_words(), "jacket or coil: none, a mixed liquid, a coil with liquid, or steam"},
          {"stirrer", stirrer_words(), "stirrer that makes the film on the vessel's side"}};
}

std::vector<PortInfo> VesselJacket::ports() {
  return {{"jacket_in", Phase::liquid, true, false, false, true,
           "liquid into jacket or coil; left open: water from a main of its own"},
          {"jacket_out", Phase::liquid, false, false, false, true, "liquid out of jacket or coil"}};
}

VesselJacket::Parameters VesselJacket::of(UnitSite& site, double vessel_diameter, const PerSpecies<double>& x,
                                          double T) {
  Parameters jacket;
  jacket.kind = kind_of(site.word("jacket"));
  jacket.stirrer = stirrer_of(site.word("stirrer"));
  jacket.area = site.number("jacket_area");
  jacket.fouling = site.number("jacket_fouling");
  jacket.rest_film = site.number("rest_film");
  jacket.stirrer_diameter = site.number("stirrer_diameter");
  jacket.stirrer_speed = site.number("stirrer_speed");
  jacket.vessel_diameter = vessel_diameter;
  jacket.conductivity = conductivity(*site.fluid(), x, T);
  jacket.medium = {.cells = jacket.kind == Kind::coil ? static_cast<int>(std::lround(site.number("jacket_cells"))) : 1,
                   .volume = site.number("jacket_volume"),
                   .area = jacket.area,
                   .film = site.number("jacket_film"),
                   .flow = site.number("jacket_flow"),
                   .exponent = site.number("jacket_exponent"),
                   .drop = site.number("jacket_drop"),
                   .is_mixed = jacket.kind == Kind::mixed};
  jacket.steam = SteamChest::of(site, T);
  return jacket;
}

std::optional<LiquidService> VesselJacket::medium_of(UnitSite& site, const Parameters& parameters) {
  const bool is_in = !site.streams("jacket_in").empty(), is_out = !site.streams("jacket_out").empty();
  if (parameters.kind == Kind::none || parameters.kind == Kind::steam) {
    if (is_in || is_out)
      throw ModelError(site.path() + ": a liquid is joined to jacket_in or jacket_out, but jacket = \"" +
                       site.word("jacket") + "\"; allowed then: mixed, coil");
    return std::nullopt;
  }
  const double F_limit = 5.0 * parameters.medium.flow / utility_water()->molar_mass(0);
  return liquid_service(site, "jacket", 0.0, F_limit, site.number("jacket_T"));
}

}  // namespace stillhouse
