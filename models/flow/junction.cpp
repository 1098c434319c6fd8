#include "models/flow/junction.h"

namespace stillhouse {

Mixer::Mixer(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
             const LiquidContents::Start& start, const std::vector<Port>& inlets, const Port& outlet)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      out_(*outlet.stream),
      contents_(declare, *fluid_, par_.capacity, start) {
  for (const Port& port : inlets) {
    in_.push_back(*port.stream);
    declare.defines(in_.back().p);
  }
  declare.defines(out_.p);
  define_sent(declare, out_);
  if (par_.heater_limit > 0.0)
    heating_ =
        declare.input("heating", "W", {.nominal = par_.heater_limit, .minimum = 0.0, .maximum = par_.heater_limit},
                      "power asked of the heating element");
  heat_ =
      declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "heating less loss to the room since the start");
}

template <class Real>
void Mixer::equations(Equations<Real>& eq) const {
  const auto now = contents_.now(eq, *fluid_);
  Carried<Real> net{PerSpecies<Real>(fluid_->size()), Real(0.0)};
  Real F(0.0);
  for (const MaterialStream& stream : in_) {
    eq.equate("pressure of the junction", eq[stream.p], eq[out_.p]);
    add(net, carried(eq, stream), 1.0);
    F += eq[stream.F];
  }
  // determines the pressure, on which all flows depend
  eq.equate("as much leaves as enters", eq[out_.F], F);
  equate_sent(eq, *fluid_, out_, now.T, now.h, now.x, Real(1.0));
  add(net, carried(eq, out_), -1.0);
  Real Q = -par_.loss * (now.T - eq[room_.T]);
  if (par_.heater_limit > 0.0) Q += eq[heating_];
  net.H += Q;
  contents_.equate(eq, *fluid_, now, net);
  eq.equate("ledger of heat", eq.der(heat_), Q);
}

template <class Show>
void Mixer::observe(Show& show) const {
  contents_.hold(show, *fluid_);
}

Splitter::Splitter(Declare& declare, std::shared_ptr<const Fluid> fluid, const Port& inlet,
                   const std::vector<Port>& outlets)
    : fluid_(std::move(fluid)), in_(*inlet.stream) {
  declare.defines(in_.p);
  for (const Port& port : outlets) {
    out_.push_back(*port.stream);
    declare.defines(out_.back().p);
    define_sent(declare, out_.back());
  }
}

template <class Real>
void Splitter::equations(Equations<Real>& eq) const {
  Real F(0.0);
  for (const MaterialStream& stream : out_) {
    eq.equate("pressure of the junction", eq[stream.p], eq[in_.p]);
    equate_sent(eq, *fluid_, stream, Real(eq[in_.T]), Real(eq[in_.h]), composition(eq, in_.x), Real(eq[in_.wet]));
    F += eq[stream.F];
  }
  // determines the pressure, on which all flows depend
  eq.equate("as much leaves as enters", F, eq[in_.F]);
}

template class UnitAdapter<Mixer>;
template class UnitAdapter<Splitter>;

namespace {

const ParameterInfo kVolume{"volume", "m^3", 1e-3, 1e-6, 1e3, "volume, always full of liquid"};
const ParameterInfo kT{"T", "K", 293.15, 200.0, 600.0, "temperature at the start"};
const ParameterInfo kX{"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species at the start"};
const ParameterInfo kCapacity{"capacity", "J/K", 500.0, 0.0, 1e9, "heat capacity of the metal"};
const ParameterInfo kLoss{"loss", "W/K", 0.0, 0.0, 1e6, "heat lost to the room for each kelvin"};

void build_mixer_with(UnitSite& site, const Mixer::Parameters& mixer) {
  const PerSpecies<double>& x = site.each("x");
  const double T = site.number("T");
  const double N = site.number("volume") / site.fluid()->liquid_molar_volume(x, T);
  site.builder().add<Mixer>(site.path(), site.fluid(), site.room(), mixer, LiquidContents::Start{N, T, x},
                            site.streams("in"), site.only("out"));
}

void build_mixer(UnitSite& site) {
  build_mixer_with(site, {0.0, site.number("capacity"), site.number("loss")});
}

void build_heater(UnitSite& site) {
  build_mixer_with(site, {site.number("limit"), site.number("capacity"), site.number("loss")});
}

void build_splitter(UnitSite& site) {
  site.builder().add<Splitter>(site.path(), site.fluid(), site.only("in"), site.streams("out"));
}

}  // namespace

std::vector<UnitKind> junction_kinds() {
  return {
      {"mixer",
       "flow",
       "junction of several liquid lines into one, always full",
       {kVolume, kT, kX, kCapacity, kLoss},
       {},
       {{"in", Phase::liquid, true, true, true, true, "what is mixed"},
        {"out", Phase::liquid, false, true, false, true, "the mixture"}},
       build_mixer},
      {"splitter",
       "flow",
       "junction of one liquid line into several",
       {},
       {},
       {{"in", Phase::liquid, true, true, false, true, "what is divided"},
        {"out", Phase::liquid, false, true, true, true, "its parts"}},
       build_splitter},
      {"heater",
       "heat",
       "electric flow heater, always full of liquid",
       {kVolume, kT, kX, {"limit", "W", 1000.0, 1.0, 1e8, "power of the heating element"}, kCapacity, kLoss},
       {},
       {{"in", Phase::liquid, true, true, false, true, "cold"},
        {"out", Phase::liquid, false, true, false, true, "warm"}},
       build_heater,
       "Mixer"},
  };
}

}  // namespace stillhouse
