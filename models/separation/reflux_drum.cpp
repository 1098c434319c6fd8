#include "models/separation/reflux_drum.h"

namespace stillhouse {

namespace {

constexpr double blowdown = 0.07;        // of the set gauge pressure
constexpr double lift_time = 0.2;        // s, travel of the relief valve
constexpr double suction_volume = 4e-5;  // m3 at which the pump begins to draw gas

}  // namespace

RefluxDrum::RefluxDrum(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
                       const Ports& ports, Input T_ambient, Input p_ambient, const Stage::Start& start)
    : par_(parameters),
      stage_(declare, mixture, node, par_.volume, start),
      wall_(declare, par_.wall, start.T, T_ambient),
      pump_(declare, "reflux_pump", 2.0, 0.0, "speed of the reflux pump"),
      splitter_(declare, "splitter", 2.0, 0.0, "share of the condensate drawn off as distillate"),
      vent_(declare, "vent", 2.0, 0.0, "opening of the vent"),
      nozzle_(declare, mixture, suction_volume),
      ports_(ports),
      T_ambient_(T_ambient),
      p_ambient_(p_ambient) {
  declare.check("relief_gauge", par_.relief_gauge, 1e3, 2e5, "Pa");
  relief_open_ = declare.mode("relief_open", 0.0, "relief valve: 0 seated, 1 popped");
  lift_ = declare.differential("relief_lift", "1", {.start = 0.0, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01},
                               "lift of the relief valve");
  constexpr std::array<const char*, 3> species{"light", "heavy", "air"};
  for (std::size_t i = 0; i < 3; ++i) {
    crossed_[i] =
        declare.ledger(std::string("vented_") + species[i], declare.conserved(species[i], "mol"), 100.0,
                       std::string("taken in through the vent since the start (negative: lost), ") + species[i]);
  }
  energy_crossed_ = declare.ledger("vented_energy", declare.conserved("energy", "J"), 1e7,
                                   "energy taken in through the vent since the start");
  define(declare, ports.gas_in);
  for (const LiquidFlow* flow : {&ports.reflux, &ports.distillate, &ports.overflow}) define(declare, *flow);

  const Range flow{.minimum = -1e-6, .maximum = 1e-2};
  level_ =
      declare.observable("level", "1", {.minimum = -1e-6, .maximum = 1.0}, "liquid as a fraction of the drum's volume");
  x_light_ = declare.observable("x_light", "mol/mol", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                                "mole fraction of the light species in the liquid");
  density_ = declare.observable("density", "kg/m^3", {.nominal = 800.0, .minimum = 500.0, .maximum = 1200.0},
                                "density of the distillate");
  reflux_flow_ = declare.observable("reflux_flow", "m^3/s", flow, "reflux to the top tray");
  distillate_flow_ = declare.observable("distillate_flow", "m^3/s", flow, "distillate drawn off");
  distillate_mass_flow_ = declare.observable("distillate_mass_flow", "kg/s", flow, "mass of distillate drawn off");
  overflow_flow_ =
      declare.observable("overflow_flow", "m^3/s", flow, "liquid lost over the standpipe to the catch pot");
  vent_flow_ = declare.observable("vent_flow", "mol/s", {.nominal = 0.01, .minimum = -10.0, .maximum = 10.0},
                                  "gas leaving through vent and relief valve");
}

template <class Real, class Eq>
RefluxDrum::Flows<Real> RefluxDrum::flows(Eq& eq, const StageContents<Real>& s) const {
  Flows<Real> f;
  f.pumped = par_.pump_limit * pump_.position(eq) * smooth_step(Real(s.V_L - suction_volume), 0.2 * suction_volume);
  f.overflow = par_.overflow_coefficient * softplus(Real(s.V_L * (1.0 / par_.area) - par_.overflow_height), 1e-3);
  const Real area = par_.vent_area * vent_.position(eq) + par_.relief_area * eq[lift_];
  f.vent = area * sqrt(s.gas.rho * (2.0 / par_.vent_resistance)) * signed_sqrt(Real(s.gas.p - eq[p_ambient_]), 10.0) /
           s.gas.M;
  return f;
}

template <class Real>
void RefluxDrum::equations(Equations<Real>& eq) const {
  const StageContents<Real> s = stage_.contents(eq);
  const Flows<Real> f = flows(eq, s);

  // gas from the condenser
  const Gas<Real> before = gas_at(eq, stage_.mixture(), ports_.before);
  const Real V = gas_flow_through(before, s.gas, Real(before.p - s.gas.p), par_.pipe_area, par_.pipe_resistance, 10.0);
  equate_gas_flow(eq, ports_.gas_in, before, s.gas, V, 1e-5);

  // liquid drawn off: the same composition to reflux, distillate and overflow
  const Real per_volume = 1.0 / (s.V_L + 1e-8);
  const Real split = splitter_.position(eq);
  const Real q_distillate = split * f.pumped * per_volume;
  const Real q_reflux = (1.0 - split) * f.pumped * per_volume;
  const Real q_overflow = f.overflow * per_volume;
  const auto draw = [&](const char* name, const char* enthalpy, const LiquidFlow& flow, const Real& q) {
    for (std::size_t i = 0; i < 2; ++i) eq.equate(name, Stage::species_name(i), eq[flow.n[i]], q * s.n[i]);
    eq.equate(enthalpy, eq[flow.H], q * s.N * s.h_L);
  };
  draw("reflux", "enthalpy of the reflux", ports_.reflux, q_reflux);
  draw("distillate", "enthalpy of the distillate", ports_.distillate, q_distillate);
  draw("overflow", "enthalpy of the overflow", ports_.overflow, q_overflow);
  pump_.equate(eq);
  splitter_.equate(eq);
  vent_.equate(eq);

  // vent and relief: outwards the drum's gas, inwards room air
  eq.equate("lift of the relief valve", lift_time * eq.der(lift_), eq[relief_open_] - eq[lift_]);
  const Real out = smooth_positive(f.vent, 1e-6);
  const Real in = out - f.vent;
  const auto h_air = stage_.mixture().air_enthalpy(eq[T_ambient_]);
  const Real energy_in = in * h_air - out * s.gas.h;
  std::array<Real, 3> gas_in{-out * s.gas.y[0], -out * s.gas.y[1], in - out * s.gas.y[2]};
  constexpr std::array<const char*, 3> species{"light", "heavy", "air"};
  for (std::size_t i = 0; i < 3; ++i) eq.equate("ledger of the vent", species[i], eq.der(crossed_[i]), gas_in[i]);
  eq.equate("energy ledger of the vent", eq.der(energy_crossed_), energy_in);

  // balances
  Stage::Net<Real> net{{}, {}, eq[ports_.gas_in.H] + energy_in - wall_.heat_from(eq, s.T)};
  for (const LiquidFlow* flow : {&ports_.reflux, &ports_.distillate, &ports_.overflow}) {
    for (std::size_t i = 0; i < 2; ++i) net.liquid[i] -= eq[flow->n[i]];
    net.energy -= eq[flow->H];
  }
  for (const LiquidFlow& flow : ports_.condensate) {
    for (std::size_t i = 0; i < 2; ++i) net.liquid[i] += eq[flow.n[i]];
    net.energy += eq[flow.H];
  }
  for (std::size_t i = 0; i < 2; ++i) net.liquid[i] += eq.or_zero(ports_.carry_in.n[i]);
  net.energy += eq.or_zero(ports_.carry_in.H);
  for (std::size_t i = 0; i < 3; ++i) net.gas[i] = eq[ports_.gas_in.n[i]] + gas_in[i];
  nozzle_.equate(eq, s, net);
  stage_.equate(eq, s, net, Real(par_.transfer), Real(0.0), Real(0.0));
  wall_.equate(eq, s.T);
}

template <class Show>
void RefluxDrum::observe(Show& show) const {
  const auto s = stage_.contents(show);
  const auto f = flows(show, s);
  const auto split = splitter_.position(show);
  show.show(level_, s.V_L / par_.volume);
  show.show(x_light_, s.x[0]);
  show.show(density_, s.rho_L);
  show.show(reflux_flow_, (1.0 - split) * f.pumped);
  show.show(distillate_flow_, split * f.pumped);
  show.show(distillate_mass_flow_, split * f.pumped * s.rho_L);
  show.show(overflow_flow_, f.overflow);
  show.show(vent_flow_, f.vent);
  nozzle_.observe(show, s);
  stage_.hold(show);
  wall_.hold(show);
}

void RefluxDrum::events(Events& events) const {
  const double gauge = events[stage_.node().p] - events[p_ambient_];
  events.when(gauge - par_.relief_gauge, relief_open_, 1.0);
  events.when((1.0 - blowdown) * par_.relief_gauge - gauge, relief_open_, 0.0);
}

template class UnitAdapter<RefluxDrum>;

}  // namespace stillhouse
