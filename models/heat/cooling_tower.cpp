#include "models/heat/cooling_tower.h"

#include <cmath>

#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double cp_water = 4186.0;  // J/(kg K)
constexpr double least = 0.05;       // of L_0, below which the fill works as at that flow

std::vector<MaterialStream> streams_of(const std::vector<Port>& ports) {
  std::vector<MaterialStream> list;
  for (const Port& port : ports) list.push_back(*port.stream);
  return list;
}

}  // namespace

CoolingTower::CoolingTower(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room,
                           const Parameters& parameters, const LiquidContents::Start& start,
                           const std::vector<Port>& inlets, const std::vector<Port>& make_up,
                           const std::vector<Port>& outlets)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      water_(fluid_->index("water")),
      in_(streams_of(inlets)),
      make_up_(streams_of(make_up)),
      out_(streams_of(outlets)),
      contents_(declare, *fluid_, par_.capacity, start),
      fan_(declare, "fan", 5.0, par_.fan, "speed of the fan as a fraction of its own"),
      air_(declare, *fluid_, "air") {
  const auto bulb = [&](const char* name, double T, const char* sentence) {
    return declare.input(name, "K", {.start = T, .nominal = 300.0, .minimum = 253.15, .maximum = 323.15}, sentence);
  };
  wet_bulb_ = bulb("wet_bulb", par_.wet_bulb, "wet-bulb temperature of the air");
  dry_bulb_ = bulb("dry_bulb", par_.dry_bulb, "temperature of the air");
  const Range temperature{.start = start.T, .nominal = 300.0, .minimum = 240.0, .maximum = 372.0};
  const double h_start = moist_air::saturated_enthalpy(par_.wet_bulb, 101325.0);
  for (int k = 1; k <= par_.slices; ++k) {
    const std::string slice = "fill_" + std::to_string(k);
    T_.push_back(declare.algebraic(slice + "_T", "K", temperature, "temperature of the water below a slice"));
    h_.push_back(declare.algebraic(slice + "_h", "J/kg",
                                   {.start = h_start, .nominal = 1e5, .minimum = -1e5, .maximum = 1e8},
                                   "enthalpy of the air above a slice"));
  }
  T_air_ = declare.algebraic("air_T", "K", temperature, "temperature of the air that leaves");
  for (const std::vector<MaterialStream>* list : {&in_, &make_up_})
    for (const MaterialStream& stream : *list) declare.defines(stream.p);
  for (const MaterialStream& stream : out_) {
    declare.defines(stream.p);
    define_sent(declare, stream);
  }
  const Range kelvins{.minimum = -200.0, .maximum = 200.0};
  approach_ = declare.observable("approach", "delta_K", kelvins, "water that leaves the fill over the wet bulb");
  range_ = declare.observable("range", "delta_K", kelvins, "water that enters over water that leaves the fill");
  evaporation_ = declare.observable("evaporation", "kg/s", {.minimum = -1e4, .maximum = 1e4}, "water lost to the air");
  level_ = declare.observable("level", "1", {.minimum = -1e-3, .maximum = 1.0}, "level of the basin");
  power_ = declare.observable("fan_power", "W", {.minimum = -1.0, .maximum = 1e8}, "power of the fan");
}

template <class Real, class Eq>
CoolingTower::Fill<Real> CoolingTower::fill(Eq& eq) const {
  Fill<Real> fill{Real(0.0), Real(0.0), Real(0.0), Real(0.0), Real(0.0)};
  // mixed as they fall onto the fill; at rest the mean of the streams
  Real weight(0.0), heat(0.0);
  for (const MaterialStream& stream : in_) {
    const Real L = eq[stream.F] * fluid_->liquid_molar_mass(composition(eq, stream.x));
    const Real share = smooth_positive(L, 1e-6 * par_.water);
    fill.L += L;
    weight += share;
    heat += share * eq[stream.T];
  }
  fill.T_in = heat / weight;
  fill.L_work = sqrt(Real(fill.L * fill.L + square(least * par_.water)));
  fill.G = par_.air * (par_.draught + (1.0 - par_.draught) * fan_.position(eq));
  const Real p = Real(eq[room_.p]), T_dry = Real(eq[dry_bulb_]);
  const Real t = T_dry - moist_air::zero;
  const Real Y_in = (moist_air::saturated_enthalpy(Real(eq[wet_bulb_]), p) - moist_air::dry * t) /
                    (moist_air::latent + moist_air::vapour * t);
  fill.evaporation = fill.G * (moist_air::saturated_humidity(Real(eq[T_air_]), p) - Y_in) * (fill.L / fill.L_work);
  return fill;
}

template <class Real>
void CoolingTower::equations(Equations<Real>& eq) const {
  const Fill<Real> f = fill<Real>(eq);
  const Real p = Real(eq[room_.p]);
  const Real h_in = moist_air::saturated_enthalpy(Real(eq[wet_bulb_]), p);
  const double n = par_.exponent, slices = par_.slices;
  const Real KaV = par_.merkel * par_.water * pow(Real(f.L_work * (1.0 / par_.water)), 1.0 - n) *
                   pow(Real(f.G * (1.0 / par_.air)), n);
  Real T_above = f.T_in, h_s_above = moist_air::saturated_enthalpy(T_above, p);
  for (std::size_t k = 0; k < T_.size(); ++k) {
    const Real T = eq[T_[k]], h = eq[h_[k]];
    const Real h_below = k + 1 < T_.size() ? Real(eq[h_[k + 1]]) : h_in;
    const Real h_s = moist_air::saturated_enthalpy(T, p);
    const Real passed = KaV * (0.5 / slices) * (h_s_above + h_s - h - h_below);
    eq.equate("water gives", f.L_work * cp_water * (T_above - T), passed);
    eq.equate("air takes", f.G * (h - h_below), passed);
    T_above = T;
    h_s_above = h_s;
  }
  eq.equate("air leaves saturated", moist_air::saturated_enthalpy(Real(eq[T_air_]), p), Real(eq[h_[0]]));

  // what falls into the basin has the temperature of the fill's last slice, less what the air took
  const auto now = contents_.now(eq, *fluid_);
  const Real area_inverse = Real(par_.height / par_.volume);
  const Real level = now.N * now.v * area_inverse;
  const Real rho = fluid_->liquid_molar_mass(now.x) / now.v;
  Carried<Real> net{PerSpecies<Real>(fluid_->size()), Real(0.0)};
  Carried<Real> taken{PerSpecies<Real>(fluid_->size()), Real(0.0)};
  for (const MaterialStream& stream : in_) {
    eq.equate("pressure over the fill", eq[stream.p], p);
    const Carried<Real> hot = carried(eq, stream);
    add(net, hot, 1.0);
    taken.H += hot.H - eq[stream.F] * fluid_->liquid_enthalpy(composition(eq, stream.x), T_above);
  }
  taken.n[water_] += f.evaporation * (1.0 / fluid_->molar_mass(water_));
  taken.H += taken.n[water_] * fluid_->liquid_enthalpy(water_, T_above);
  add(net, taken, -1.0);
  air_.equate(eq, *fluid_, taken, -1.0);
  for (const MaterialStream& stream : make_up_) {
    eq.equate("pressure over the basin", eq[stream.p], p);
    add(net, carried(eq, stream), 1.0);
  }
  for (const MaterialStream& stream : out_) {
    eq.equate("pressure at the outlet", eq[stream.p], p + rho * standard_gravity * level);
    equate_sent(eq, *fluid_, stream, now.T, now.h, now.x, wetted(level));
    add(net, carried(eq, stream), -1.0);
  }
  contents_.equate(eq, *fluid_, now, net);
  fan_.equate(eq);
}

template <class Show>
void CoolingTower::observe(Show& show) const {
  using Real = typename Show::Real;
  const Fill<Real> f = fill<Real>(show);
  const auto now = contents_.now(show, *fluid_);
  show.show(approach_, show[T_.back()] - show[wet_bulb_]);
  show.show(range_, f.T_in - show[T_.back()]);
  show.show(evaporation_, f.evaporation);
  show.show(level_, now.N * now.v * (1.0 / par_.volume));
  const Real speed = fan_.position(show);
  show.show(power_, par_.fan_power * speed * speed * speed);
  contents_.hold(show, *fluid_);
}

template class UnitAdapter<CoolingTower>;

namespace {

void build_cooling_tower(UnitSite& site) {
  CoolingTower::Parameters tower;
  tower.merkel = site.number("merkel");
  tower.water = site.number("water");
  tower.air = site.number("air");
  tower.exponent = site.number("exponent");
  tower.draught = site.number("draught");
  tower.fan_power = site.number("fan_power");
  tower.fan = site.number("fan");
  tower.volume = site.number("volume");
  tower.height = site.number("height");
  tower.capacity = site.number("capacity");
  tower.slices = static_cast<int>(std::lround(site.number("slices")));
  tower.wet_bulb = site.number("wet_bulb");
  tower.dry_bulb = site.number("dry_bulb");
  const PerSpecies<double>& x = site.each("x");
  const double T = site.number("T");
  const double N = site.number("charge") * tower.volume / site.fluid()->liquid_molar_volume(x, T);
  site.builder().add<CoolingTower>(site.path(), site.fluid(), site.room(), tower, LiquidContents::Start{N, T, x},
                                   site.streams("in"), site.streams("make_up"), site.streams("out"));
}

}  // namespace

UnitKind cooling_tower_kind() {
  return {"cooling_tower",
          "heat",
          "cooling tower with a fan, a fill and a basin; cools water towards the wet bulb of the air",
          {{"merkel", "1", 1.5, 0.01, 20.0, "Merkel's number KaV/L at the flows given here"},
           {"water", "kg/s", 1.0, 1e-4, 1e5, "flow of water for that number"},
           {"air", "kg/s", 1.0, 1e-4, 1e5, "flow of dry air for that number, at the fan's full speed"},
           {"exponent", "1", 0.6, 0.0, 1.0, "power of water over air by which that number falls"},
           {"draught", "1", 0.05, 0.001, 1.0, "share of the air that passes while the fan stands"},
           {"slices", "1", 10.0, 2.0, 40.0, "slices of the fill"},
           {"fan_power", "W", 0.0, 0.0, 1e7, "power of the fan at full speed"},
           {"fan", "1", 1.0, 0.0, 1.0, "speed of the fan at the start"},
           {"wet_bulb", "K", 293.15, 253.15, 323.15, "wet-bulb temperature of the air at the start"},
           {"dry_bulb", "K", 298.15, 253.15, 323.15, "temperature of the air at the start"},
           {"volume", "m^3", 1.0, 1e-4, 1e5, "volume of the basin"},
           {"height", "m", 0.5, 0.01, 20.0, "height of the basin"},
           {"capacity", "J/K", 1e4, 1.0, 1e9, "heat capacity of the basin"},
           {"charge", "1", 0.5, 0.0, 0.99, "liquid in the basin at the start as a fraction of its volume"},
           {"T", "K", 293.15, 274.0, 350.0, "temperature at the start"},
           {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the basin at the start"}},
          {},
          {{"in", Phase::liquid, true, false, true, true, "warm water onto the fill"},
           {"make_up", Phase::liquid, true, false, true, true, "water that makes up the loss"},
           {"out", Phase::liquid, false, false, true, true, "cold water from the basin"}},
          build_cooling_tower};
}

}  // namespace stillhouse
