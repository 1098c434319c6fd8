#include "models/flow/open_tank.h"

#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double g = standard_gravity;
constexpr double weir = 1.7046;      // m^0.5/s, (2/3)^1.5 sqrt(g)
constexpr double notch = 0.1;        // m, width of the overflow
constexpr double element = 0.05;     // m: above it the heating element is covered
constexpr double edge_width = 1e-3;  // m, of the overflow's corner

std::vector<MaterialStream> streams_of(const std::vector<Port>& ports) {
  std::vector<MaterialStream> list;
  for (const Port& port : ports) list.push_back(*port.stream);
  return list;
}

}  // namespace

OpenTank::OpenTank(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                   const LiquidContents::Start& start, const std::vector<Port>& inlets,
                   const std::vector<Port>& outlets, const std::vector<Port>& overflow,
                   const std::optional<LiquidService>& jacket_medium, std::shared_ptr<const Kinetics> kinetics)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      area_(par_.volume / par_.height),
      in_(streams_of(inlets)),
      out_(streams_of(outlets)),
      over_(streams_of(overflow)),
      contents_(declare, *fluid_, par_.capacity, start),
      jacket_(declare, par_.jacket, jacket_medium),
      reactions_(declare, *fluid_, std::move(kinetics)) {
  for (const MaterialStream& stream : in_) declare.defines(stream.p);
  for (const MaterialStream& stream : out_) {
    declare.defines(stream.p);
    define_sent(declare, stream);
  }
  for (const MaterialStream& stream : over_) {
    declare.defines(stream.F);
    define_sent(declare, stream);
  }
  if (par_.heater_limit > 0.0)
    heating_ =
        declare.input("heating", "W", {.nominal = par_.heater_limit, .minimum = 0.0, .maximum = par_.heater_limit},
                      "power asked of the heating element");
  heat_ =
      declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "heating less loss to the room since the start");
  level_ = declare.observable("level", "1", {.minimum = -1e-3, .maximum = 1.0}, "level as a fraction of the height");
  mass_ = declare.observable("mass", "kg", {.minimum = -1.0, .maximum = 1e9}, "mass of the liquid");
  boiling_ = declare.observable("boiling", "1", {.minimum = 0.0, .maximum = 1.0},
                                "pressure at which the liquid would boil over that of the room: above 1 it boils");
  for (std::size_t i = 0; i < fluid_->size(); ++i)
    x_.push_back(declare.observable("x_" + species_tag(fluid_->name(i)), "mol/mol",
                                    {.minimum = -1e-3, .maximum = 1.001}, "mole fraction of " + fluid_->name(i)));
}

template <class Real, class Eq>
Real OpenTank::heating(Eq& eq, const Real& level) const {
  if (par_.heater_limit <= 0.0) return Real(0.0);
  // an element that liquid does not cover is switched off by its own thermostat
  return eq[heating_] * smooth_step(Real(level - element), 0.01);
}

template <class Real>
void OpenTank::equations(Equations<Real>& eq) const {
  const auto now = contents_.now(eq, *fluid_);
  const Real level = now.N * now.v * (1.0 / area_);
  const Real rho = fluid_->liquid_molar_mass(now.x) / now.v;
  Carried<Real> net{PerSpecies<Real>(fluid_->size()), Real(0.0)};
  for (const MaterialStream& stream : in_) {
    eq.equate("pressure over the liquid", eq[stream.p], Real(eq[room_.p]));
    add(net, carried(eq, stream), 1.0);
  }
  const Real wet = wetted(level);
  for (const MaterialStream& stream : out_) {
    eq.equate("pressure at the outlet", eq[stream.p], eq[room_.p] + rho * g * level);
    equate_sent(eq, *fluid_, stream, now.T, now.h, now.x, wet);
    add(net, carried(eq, stream), -1.0);
  }
  for (const MaterialStream& stream : over_) {
    const Real over = softplus(Real(level - par_.overflow_level * par_.height), edge_width);
    eq.equate("weir", eq[stream.F], weir * notch * over * sqrt(over) / now.v);
    equate_sent(eq, *fluid_, stream, now.T, now.h, now.x, Real(1.0));
    add(net, carried(eq, stream), -1.0);
  }
  const Real Q = heating(eq, level) - par_.loss * (now.T - eq[room_.T]);
  net.H += Q + jacket_.equate(eq, *fluid_, now.x, now.T, covered_share(level, par_.height));
  if (reactions_) {
    const PerSpecies<Real> made = reactions_.made(now.x, now.v, now.T, Real(now.N * now.v));
    for (std::size_t i = 0; i < made.size(); ++i) net.n[i] += made[i];
  }
  contents_.equate(eq, *fluid_, now, net);
  eq.equate("ledger of heat", eq.der(heat_), Q);
}

template <class Show>
void OpenTank::observe(Show& show) const {
  const auto now = contents_.now(show, *fluid_);
  show.show(level_, now.N * now.v * (1.0 / par_.volume));
  show.show(mass_, now.N * fluid_->liquid_molar_mass(now.x));
  show.show(boiling_, boiling_pressure(*fluid_, now.x, now.T) / show[room_.p]);
  for (std::size_t i = 0; i < x_.size(); ++i) show.show(x_[i], now.x[i]);
  reactions_.show(show, *fluid_, now.x, now.v, now.T, decltype(now.T)(now.N * now.v));
  contents_.hold(show, *fluid_);
  using Real = std::remove_cvref_t<decltype(now.N)>;
  const Real level = now.N * now.v * (1.0 / area_);
  jacket_.observe(show, *fluid_, now.x, now.T, covered_share(level, par_.height));
}

template class UnitAdapter<OpenTank>;

namespace {

void build_tank_with(UnitSite& site, const std::shared_ptr<const Kinetics>& kinetics) {
  OpenTank::Parameters tank;
  tank.volume = site.number("volume");
  tank.height = site.number("height");
  tank.capacity = site.number("capacity");
  tank.loss = site.number("loss");
  tank.heater_limit = site.number("heater_limit");
  tank.overflow_level = site.number("overflow_level");
  const PerSpecies<double>& x = site.each("x");
  const double T = site.number("T");
  tank.jacket = VesselJacket::of(site, vessel_diameter(tank.volume, tank.height), x, T);
  const double N = site.number("charge") * tank.volume / site.fluid()->liquid_molar_volume(x, T);
  site.builder().add<OpenTank>(site.path(), site.fluid(), site.room(), tank, LiquidContents::Start{N, T, x},
                               site.streams("in"), site.streams("out"), site.streams("overflow"),
                               VesselJacket::medium_of(site, tank.jacket), kinetics);
}

void build_tank(UnitSite& site) {
  build_tank_with(site, nullptr);
}

void build_stirred_reactor(UnitSite& site) {
  build_tank_with(site, site.kinetics(Phase::liquid));
}

UnitKind tank_of(const char* name, const char* shelf, const char* sentence, void (*build)(UnitSite&)) {
  return {
      name,
      shelf,
      sentence,
      joined({{"volume", "m^3", 1.0, 1e-5, 1e5, "volume of the tank"},
              {"height", "m", 1.0, 0.01, 50.0, "height of the tank"},
              {"charge", "1", 0.0, 0.0, 0.99, "liquid at the start as a fraction of the volume"},
              {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
              {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species at the start; those left out are zero"},
              {"capacity", "J/K", 1000.0, 0.0, 1e9, "heat capacity of the metal"},
              {"loss", "W/K", 0.0, 0.0, 1e6, "heat lost to the room for each kelvin"},
              {"heater_limit", "W", 0.0, 0.0, 1e8, "power of the heating element; 0: none"},
              {"overflow_level", "1", 0.95, 0.01, 1.0, "edge of the overflow as a fraction of the height"}},
             VesselJacket::parameters()),
      VesselJacket::choices(),
      joined({{"in", Phase::liquid, true, false, true, true, "filled from above"},
              {"out", Phase::liquid, false, false, true, true, "drawn from the bottom"},
              {"overflow", Phase::liquid, false, false, false, false, "what runs over; nothing if left open"}},
             VesselJacket::ports()),
      build,
      "OpenTank"};
}

}  // namespace

std::vector<UnitKind> tank_kinds() {
  return {tank_of("tank", "flow",
                  "upright tank, open to the room, with outlets at the bottom and an overflow; a closed tank is a drum",
                  build_tank),
          tank_of("stirred_reactor", "reactors",
                  "stirred tank in which the plant's reactions run: batch, semi-batch or continuous",
                  build_stirred_reactor)};
}

}  // namespace stillhouse
