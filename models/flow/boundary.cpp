#include "models/flow/boundary.h"

namespace stillhouse {

namespace {

/// Inputs for the parts of each species in a supply.
std::vector<Input> parts(Declare& declare, const Fluid& fluid, const PerSpecies<double>& x) {
  std::vector<Input> list;
  for (std::size_t i = 0; i < fluid.size(); ++i)
    list.push_back(declare.input("x_" + species_tag(fluid.name(i)), "mol/mol",
                                 {.start = x[i], .nominal = 1.0, .minimum = 0.0, .maximum = 1.0},
                                 "part of " + fluid.name(i) + "; the parts are scaled to add up to one"));
  return list;
}

/// Parts that add up to one; a trace keeps an empty list defined.
template <class Real, class Eq>
PerSpecies<Real> scaled(Eq& eq, const std::vector<Input>& parts) {
  constexpr double trace = 1e-9;
  PerSpecies<Real> x(parts.size());
  Real sum(0.0);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    x[i] = eq[parts[i]] + trace;
    sum += x[i];
  }
  const Real inverse = 1.0 / sum;
  for (Real& share : x) share *= inverse;
  return x;
}

Range temperatures(const Fluid& fluid, Phase phase, double start) {
  if (phase == Phase::gas)
    return {.start = start, .nominal = 300.0, .minimum = 200.0, .maximum = SpeciesForms::gas_valid_to};
  return {.start = start, .nominal = 300.0, .minimum = fluid.valid_from(), .maximum = fluid.valid_to()};
}

constexpr double highest_pressure = 1e8;  // Pa

template <class Real>
Real enthalpy(const Fluid& fluid, Phase phase, const PerSpecies<Real>& x, const Real& T, const Real& p) {
  return phase == Phase::gas ? fluid.gas_enthalpy(x, T, p) : fluid.liquid_enthalpy(x, T, p);
}

}  // namespace

Crossing::Crossing(Declare& declare, const Fluid& fluid, const std::string& name) {
  const std::string prefix = name.empty() ? "in_" : name + "_in_";
  const Inventory inventory(declare, fluid);
  for (std::size_t k = 0; k < fluid.invariants().size(); ++k) {
    const std::string& name = fluid.invariants()[k].name;
    in_.push_back(declare.ledger(prefix + species_tag(name), inventory.moles_[k], 10.0,
                                 name + " that came into the plant since the start"));
  }
  energy_in_ = declare.ledger(prefix + "energy", inventory.energy_, 1e6,
                              "energy that came into the plant with it since the start");
}

Source::Source(Declare& declare, std::shared_ptr<const Fluid> fluid, const Start& start, const Port& outlet)
    : fluid_(std::move(fluid)),
      out_(*outlet.stream),
      T_(declare.input("T", "K", temperatures(*fluid_, out_.phase, start.T), "temperature of the supply")),
      p_(declare.input("p", "Pa", {.start = start.p, .nominal = 1e5, .minimum = 0.0, .maximum = highest_pressure},
                       "pressure of the supply")),
      x_(parts(declare, *fluid_, start.x)),
      crossing_(declare, *fluid_, "") {
  declare.defines(out_.p);
  define_sent(declare, out_);
}

template <class Real>
void Source::equations(Equations<Real>& eq) const {
  const Real T = eq[T_];
  const PerSpecies<Real> x = scaled<Real>(eq, x_);
  eq.equate("pressure of the supply", eq[out_.p], Real(eq[p_]));
  equate_sent(eq, *fluid_, out_, T, enthalpy(*fluid_, out_.phase, x, T, Real(eq[p_])), x, Real(1.0));
  crossing_.equate(eq, *fluid_, carried(eq, out_), 1.0);
}

Feed::Feed(Declare& declare, std::shared_ptr<const Fluid> fluid, const Source::Start& start, double F, double F_limit,
           const Port& outlet)
    : fluid_(std::move(fluid)),
      out_(*outlet.stream),
      F_(declare.input("F", "mol/s", {.start = F, .nominal = F_limit, .minimum = 0.0, .maximum = F_limit},
                       "flow that is delivered")),
      T_(declare.input("T", "K", temperatures(*fluid_, out_.phase, start.T), "temperature of the feed")),
      x_(parts(declare, *fluid_, start.x)),
      crossing_(declare, *fluid_, "") {
  declare.defines(out_.F);
  define_sent(declare, out_);
}

template <class Real>
void Feed::equations(Equations<Real>& eq) const {
  const Real T = eq[T_];
  const PerSpecies<Real> x = scaled<Real>(eq, x_);
  eq.equate("flow of the feed", eq[out_.F], Real(eq[F_]));
  equate_sent(eq, *fluid_, out_, T, enthalpy(*fluid_, out_.phase, x, T, Real(eq[out_.p])), x, Real(1.0));
  crossing_.equate(eq, *fluid_, carried(eq, out_), 1.0);
}

Sink::Sink(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, double p,
           const PerSpecies<double>& x_behind, const std::vector<Port>& inlets)
    : fluid_(std::move(fluid)),
      room_(room),
      p_(declare.input("p", "Pa", {.start = p, .nominal = 1e5, .minimum = 0.0, .maximum = highest_pressure},
                       "pressure that is held")),
      x_behind_(x_behind) {
  for (const Port& port : inlets) {
    in_.push_back(*port.stream);
    std::string name;
    if (inlets.size() > 1) name.append("s").append(std::to_string(in_.size()));
    crossing_.emplace_back(declare, *fluid_, name);
    declare.defines(in_.back().p);
    define_behind(declare, in_.back());
  }
}

template <class Real>
void Sink::equations(Equations<Real>& eq) const {
  PerSpecies<Real> x(x_behind_.size());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = x_behind_[i];
  for (std::size_t k = 0; k < in_.size(); ++k) {
    eq.equate("pressure that is held", eq[in_[k].p], Real(eq[p_]));
    if (in_[k].phase == Phase::gas)
      equate_behind(eq, *fluid_, in_[k], fluid_->gas_enthalpy(x, Real(eq[room_.T]), Real(eq[p_])), x);
    crossing_[k].equate(eq, *fluid_, carried(eq, in_[k]), -1.0);
  }
}

template class UnitAdapter<Source>;
template class UnitAdapter<Feed>;
template class UnitAdapter<Sink>;

namespace {

const ParameterInfo kT{"T", "K", 298.15, 200.0, SpeciesForms::gas_valid_to, "temperature at the start"};
const ParameterInfo kX{"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species; those left out are zero"};

Source::Start start_of(UnitSite& site, double p) {
  return {site.number("T"), p, site.each("x")};
}

void build_source(UnitSite& site) {
  site.builder().add<Source>(site.path(), site.fluid(), start_of(site, site.number("p")), site.only("out"));
}

void build_feed(UnitSite& site) {
  site.builder().add<Feed>(site.path(), site.fluid(), start_of(site, 0.0), site.number("F"), site.number("F_limit"),
                           site.only("out"));
}

void build_sink(UnitSite& site) {
  const PerSpecies<double> nothing_comes_back(site.fluid()->size());
  site.builder().add<Sink>(site.path(), site.fluid(), site.room(), site.number("p"), nothing_comes_back,
                           site.streams("in"));
}

void build_gas_sink(UnitSite& site) {
  site.builder().add<Sink>(site.path(), site.fluid(), site.room(), site.number("p"), site.each("x"),
                           site.streams("in"));
}

UnitKind source_of(const char* name, Phase phase, const char* sentence) {
  return {name,         "flow",
          sentence,     {kT, {"p", "Pa", 2e5, 0.0, highest_pressure, "pressure at the start, absolute"}, kX},
          {},           {{"out", phase, false, true, false, true, "where it is drawn from"}},
          build_source, "Source"};
}

}  // namespace

std::vector<UnitKind> boundary_kinds() {
  const ParameterInfo held{"p", "Pa", 101325.0, 0.0, highest_pressure, "pressure that is held, absolute"};
  const ParameterInfo behind{"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the gas that is there"};
  return {
      source_of("source", Phase::liquid, "supply of a liquid at a pressure, such as a main; never runs out"),
      source_of("gas_source", Phase::gas, "supply of a gas at a pressure, such as a main; never runs out"),
      {"feed",
       "flow",
       "supply of a liquid at a flow that is set, against any pressure",
       {kT,
        kX,
        {"F", "mol/s", 0.0, 0.0, 1e5, "flow at the start"},
        {"F_limit", "mol/s", 10.0, 1e-9, 1e5, "the most it can deliver"}},
       {},
       {{"out", Phase::liquid, false, true, false, false, "where it delivers"}},
       build_feed},
      {"sink",
       "flow",
       "where a liquid leaves the plant",
       {held},
       {},
       {{"in", Phase::liquid, true, true, true, true, "what leaves the plant"}},
       build_sink},
      {"gas_sink",
       "flow",
       "where a gas leaves the plant, such as the open air; it may flow back",
       {held, behind},
       {},
       {{"in", Phase::gas, true, true, true, true, "what leaves the plant"}},
       build_gas_sink,
       "Sink"},
  };
}

}  // namespace stillhouse
