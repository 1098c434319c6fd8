#include "models/separation/drum.h"

#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double g = standard_gravity;
constexpr double hottest_gas = 800.0;  // K; gas that reacts, beyond where there is a liquid

/// m3 that a mole of the gas takes.
template <class Real>
Real gas_volume(const TwoPhase::Now<Real>& s) {
  return s.Z * gas_constant * s.T / s.p;
}

}  // namespace

Drum::Drum(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
           const TwoPhase::Start& start, const Joined& joined)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      area_(par_.volume / par_.height),
      transfer_(par_.volume / (gas_constant * 350.0 * par_.equilibration)),
      contents_(declare, *fluid_, par_.volume, par_.capacity, start),
      jacket_(declare, par_.jacket, joined.jacket_medium),
      in_liquid_(declare, *fluid_, joined.in_liquid),
      in_gas_(declare, *fluid_, joined.in_gas, Phase::gas) {
  if (joined.heated_by) {
    heated_by_ = *joined.heated_by;
    declare.defines(heated_by_->Q);
  }
  if (joined.heats) {
    heats_ = *joined.heats;
    declare.defines(heats_->T);
  }
  for (const Port& port : joined.inlets) {
    in_.push_back(*port.stream);
    declare.defines(in_.back().p);
    define_behind(declare, in_.back());
  }
  for (const Port& port : joined.outlets) {
    out_.push_back(*port.stream);
    declare.defines(out_.back().p);
    define_sent(declare, out_.back());
  }
  if (par_.heater_limit > 0.0)
    heating_ =
        declare.input("heating", "W", {.nominal = par_.heater_limit, .minimum = 0.0, .maximum = par_.heater_limit},
                      "power asked of the heating element");
  if (par_.UA > 0.0) {
    utility_ = declare.input("utility", "1", {.nominal = 1.0, .minimum = 0.0, .maximum = 1.0},
                             "opening of the coil's utility, water or steam");
    utility_T_ =
        declare.input("utility_T", "K", {.start = par_.utility_T, .nominal = 300.0, .minimum = 200.0, .maximum = 700.0},
                      "temperature of the coil's utility");
  }
  heat_ = declare.ledger("heat", declare.conserved("energy", "J"), 1e6,
                         "heating, coil and loss to the room since the start");
  level_ = declare.observable("level", "1", {.minimum = -1e-3, .maximum = 1.0}, "level as a fraction of the height");
  if (par_.boiling) {
    const Range flux{.minimum = -1e9, .maximum = 1e9};
    flux_ = declare.observable("flux", "W/m^2", flux, "heat flux on the surface that the liquid covers");
    critical_flux_ =
        declare.observable("critical_flux", "W/m^2", flux, "flux beyond which vapour blankets the surface");
  }
  for (std::size_t i = 0; i < fluid_->size(); ++i) {
    const std::string tag = species_tag(fluid_->name(i));
    const Range fraction{.minimum = -1e-3, .maximum = 1.001};
    x_.push_back(
        declare.observable("x_" + tag, "mol/mol", fraction, "mole fraction of " + fluid_->name(i) + " in the liquid"));
    y_.push_back(
        declare.observable("y_" + tag, "mol/mol", fraction, "mole fraction of " + fluid_->name(i) + " in the gas"));
  }
}

template <class Eq>
auto Drum::contents(Eq& eq) const {
  auto s = contents_.now(eq, *fluid_);
  if (par_.solute.empty()) return s;
  using Real = std::remove_cvref_t<decltype(s.T)>;
  Real moles(0.0), mass(0.0);
  for (std::size_t i = 0; i < par_.solute.size(); ++i) {
    moles += par_.solute[i] * s.x[i];
    mass += (par_.solute[i] * fluid_->molar_mass(i)) * s.x[i];
  }
  const Real w = mass / fluid_->liquid_molar_mass(s.x);
  const Real T = s.T - w * (par_.rise_linear + par_.rise_square * w);
  // a liquid of solute alone has no pressure: x_i vanishes before what it is divided by
  const Real boils = 1.0 / (1.0 - moles + 1e-6);
  for (std::size_t i = 0; i < par_.solute.size(); ++i)
    s.p_eq[i] *= ((1.0 - par_.solute[i]) * boils) * (fluid_->vapour_pressure(i, T) / fluid_->vapour_pressure(i, s.T));
  return s;
}

template <class Real, class Eq>
Real Drum::heating(Eq& eq, const Real& V_L) const {
  if (par_.heater_limit <= 0.0) return Real(0.0);
  // an element that liquid does not cover is switched off by its own thermostat
  return eq[heating_] * smooth_step(Real(V_L - 0.01 * par_.volume), 0.002 * par_.volume);
}

template <class Real>
PerSpecies<Real> Drum::transfer(const TwoPhase::Now<Real>& s) const {
  constexpr double nothing = 1e-6;  // mol, so that a dry vessel has no pole: there the gas alone resists
  PerSpecies<Real> k(fluid_->size());
  for (std::size_t i = 0; i < k.size(); ++i) {
    k[i] = Real(transfer_);
    if (par_.renewal <= 0.0 || fluid_->condenses(i)) continue;
    const Real H_over_N = s.p_eq[i] / s.x[i] * s.N / (s.N * s.N + nothing * nothing);
    k[i] = transfer_ / (1.0 + transfer_ * par_.renewal * H_over_N);
  }
  return k;
}

template <class Real>
void Drum::equations(Equations<Real>& eq) const {
  const auto s = contents(eq);
  const Real level = s.V_L * (1.0 / area_);
  const Real rho = fluid_->liquid_molar_mass(s.x) / s.v_L;
  TwoPhase::Net<Real> net(fluid_->size());
  for (const MaterialStream& stream : in_) {
    eq.equate("pressure of the gas", eq[stream.p], s.p);
    equate_behind(eq, *fluid_, stream, s.h_G, s.y);
    net.add(stream.phase, carried(eq, stream), 1.0);
  }
  for (const MaterialStream& stream : out_) {
    if (stream.phase == Phase::gas) {
      eq.equate("pressure of the gas", eq[stream.p], s.p);
      equate_sent(eq, *fluid_, stream, s.T, s.h_G, s.y, Real(1.0));
    } else {
      eq.equate("pressure at the outlet", eq[stream.p], s.p + rho * g * level);
      equate_sent(eq, *fluid_, stream, s.T, s.h_L, s.x, wetted(level));
    }
    net.add(stream.phase, carried(eq, stream), -1.0);
  }
  Real Q = heating<Real>(eq, s.V_L) - par_.loss * (s.T - eq[room_.T]);
  if (par_.UA > 0.0) Q += par_.UA * eq[utility_] * (eq[utility_T_] - s.T);
  net.energy += Q + jacket_.equate(eq, *fluid_, s.x, s.T, covered(s.V_L));
  if (heated_by_) {
    eq.equate("heat through the wall", eq[heated_by_->Q], par_.wall_UA * covered(s.V_L) * (eq[heated_by_->T] - s.T));
    net.energy += eq[heated_by_->Q];
  }
  if (heats_) {
    eq.equate("temperature at the wall", eq[heats_->T], s.T);
    net.energy -= eq[heats_->Q];
  }
  if (in_liquid_) {
    const PerSpecies<Real> made = in_liquid_.made(s.x, s.v_L, s.T, s.V_L);
    for (std::size_t i = 0; i < made.size(); ++i) net.liquid[i] += made[i];
  }
  if (in_gas_) {
    const PerSpecies<Real> made = in_gas_.made(s.y, gas_volume(s), s.T, s.V_G);
    for (std::size_t i = 0; i < made.size(); ++i) net.gas[i] += made[i];
  }
  contents_.equate(eq, *fluid_, s, net, transfer(s));
  eq.equate("ledger of heat", eq.der(heat_), Q);
}

template <class Show>
void Drum::observe(Show& show) const {
  const auto s = contents(show);
  show.show(level_, s.V_L * (1.0 / par_.volume));
  for (std::size_t i = 0; i < x_.size(); ++i) {
    show.show(x_[i], s.x[i]);
    show.show(y_[i], s.y[i]);
  }
  in_liquid_.show(show, *fluid_, s.x, s.v_L, s.T, s.V_L);
  in_gas_.show(show, *fluid_, s.y, gas_volume(s), s.T, s.V_G);
  contents_.observe(show, *fluid_, s);
  jacket_.observe(show, *fluid_, s.x, s.T, covered(s.V_L));
  if (!par_.boiling) return;
  using Real = std::remove_cvref_t<decltype(s.T)>;
  show.show(flux_, (heating<Real>(show, s.V_L) + jacket_.heat(show, *fluid_, s.x, s.T, covered(s.V_L))) /
                       (par_.boiling_area * covered(s.V_L)));
  show.show(critical_flux_,
            par_.boiling->critical_flux(*fluid_, s.x, s.T, Real(fluid_->liquid_molar_mass(s.x) / s.v_L),
                                        Real(fluid_->gas_molar_mass(s.y) * s.p / (s.Z * gas_constant * s.T))));
}

template class UnitAdapter<Drum>;

std::vector<ParameterInfo> drum_parameters() {
  return {{"volume", "m^3", 0.1, 1e-5, 1e4, "volume of the vessel"},
          {"height", "m", 0.5, 0.01, 50.0, "height of the vessel"},
          {"charge", "1", 0.0, 0.0, 0.98, "liquid at the start as a fraction of the volume"},
          {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
          {"p", "Pa", 101325.0, 100.0, 1e6, "pressure at the start, absolute"},
          {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the liquid at the start"},
          {"y.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the gas at the start"},
          {"capacity", "J/K", 1000.0, 0.0, 1e9, "heat capacity of the metal"},
          {"loss", "W/K", 0.0, 0.0, 1e6, "heat lost to the room for each kelvin"}};
}

Drum::Parameters drum_of(UnitSite& site) {
  Drum::Parameters drum;
  drum.volume = site.number("volume");
  drum.height = site.number("height");
  drum.capacity = site.number("capacity");
  drum.loss = site.number("loss");
  return drum;
}

double equilibration_on(double area, double volume, double film_transfer) {
  return volume / (gas_constant * 350.0 * film_transfer * area);
}

TwoPhase::Start drum_start(UnitSite& site, double volume) {
  TwoPhase::Start start{site.number("T"), site.number("p"), 0.0, site.each("x"), site.each("y")};
  start.N = site.number("charge") * volume / site.fluid()->liquid_molar_volume(start.x, start.T);
  return start;
}

namespace {

void build_drum_with(UnitSite& site, const std::shared_ptr<const Kinetics>& in_liquid,
                     const std::shared_ptr<const Kinetics>& in_gas) {
  Drum::Parameters drum = drum_of(site);
  drum.heater_limit = site.number("heater_limit");
  drum.UA = site.number("UA");
  drum.utility_T = site.number("utility_T");
  drum.equilibration = site.number("equilibration");
  TwoPhase::Start start = drum_start(site, drum.volume);
  if (in_gas) start.hottest = hottest_gas;
  drum.jacket = VesselJacket::of(site, vessel_diameter(drum.volume, drum.height), start.x, start.T);
  site.builder().add<Drum>(site.path(), site.fluid(), site.room(), drum, start,
                           Drum::Joined{.inlets = joined(site.streams("in"), site.streams("gas_in")),
                                        .outlets = joined(site.streams("out"), site.streams("gas_out")),
                                        .jacket_medium = VesselJacket::medium_of(site, drum.jacket),
                                        .in_liquid = in_liquid,
                                        .in_gas = in_gas});
}

void build_drum(UnitSite& site) {
  build_drum_with(site, nullptr, nullptr);
}

void build_pressure_reactor(UnitSite& site) {
  const std::string& where = site.word("reacts_in");
  build_drum_with(site, where == "gas" ? nullptr : site.kinetics(Phase::liquid),
                  where == "liquid" ? nullptr : site.kinetics(Phase::gas));
}

UnitKind kind_of(const char* name, const char* shelf, const char* sentence, void (*build)(UnitSite&)) {
  return {
      name,
      shelf,
      sentence,
      joined(joined(drum_parameters(),
                    {{"heater_limit", "W", 0.0, 0.0, 1e8, "power of the heating element; 0: none"},
                     {"equilibration", "s", 1.0, 0.001, 1e6,
                      "time in which liquid and gas come to equilibrium: at 1 s a drum that boils or condenses hard "
                      "is some kelvin off it, so 0.02 s where it is a stage such as a column's kettle or condenser; "
                      "long where gas only passes over liquid"},
                     {"UA", "W/K", 0.0, 0.0, 1e7, "heat transfer of a surface of one temperature; 0: none"},
                     {"utility_T", "K", 288.15, 200.0, 700.0, "temperature of that surface's utility at the start"}}),
             VesselJacket::parameters()),
      VesselJacket::choices(),
      joined({{"in", Phase::liquid, true, false, true, true, "liquid from above"},
              {"gas_in", Phase::gas, true, false, true, true, "gas let into the vessel"},
              {"out", Phase::liquid, false, false, true, true, "liquid from the bottom"},
              {"gas_out", Phase::gas, false, false, true, true, "gas from the top"}},
             VesselJacket::ports()),
      build,
      "Drum"};
}

}  // namespace

std::vector<UnitKind> drum_kinds() {
  UnitKind reactor = kind_of("pressure_reactor", "reactors",
                             "closed vessel in whose liquid the plant's reactions run, and in whose gas its "
                             "gas_reactions; what they make raises its pressure",
                             build_pressure_reactor);
  reactor.choices.push_back({"reacts_in",
                             {"liquid", "gas", "both"},
                             "where: the plant's `reactions` run in the liquid, its `gas_reactions` in the gas, which "
                             "may then be a dry vessel of up to 800 K"});
  for (ParameterInfo& parameter : reactor.parameters)
    if (parameter.name == "T" || parameter.name == "utility_T") parameter.maximum = hottest_gas;
  return {kind_of("drum", "separation",
                  "closed vessel with liquid and gas, heated or cooled: closed tank, flash drum, receiver, still",
                  build_drum),
          std::move(reactor)};
}

}  // namespace stillhouse
