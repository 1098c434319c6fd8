#include "models/separation/kettle.h"

#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double outlet_volume = 5e-4;  // m3 that stays below the bottoms outlet

}  // namespace

Kettle::Kettle(Declare& declare, const Mixture& mixture, const Parameters& parameters, const GasNode& node,
               const Ports& ports, Input T_ambient, Input p_ambient, const Stage::Start& start)
    : par_(parameters),
      nozzle_(declare, mixture, outlet_volume),
      stage_(declare, mixture, node, par_.volume, start),
      wall_(declare, par_.wall, start.T, T_ambient),
      valve_(declare, "bottoms_valve", 4.0, 0.0, "opening of the bottoms valve"),
      ports_(ports),
      p_ambient_(p_ambient) {
  declare.check("power_limit", par_.power_limit, 100.0, 1e7, "W");
  power_ = declare.input("power", "W", {.start = 0.0, .nominal = 1000.0, .minimum = 0.0, .maximum = par_.power_limit},
                         "electric power asked of the heater");
  supply_ = declare.input("supply", "1", {.start = 1.0, .nominal = 1.0, .minimum = 0.0, .maximum = 1.2},
                          "mains voltage of the heater as a fraction of nominal");
  T_heater_ =
      declare.differential("T_heater", "K", {.start = start.T, .nominal = 300.0, .minimum = 250.0, .maximum = 700.0},
                           "surface temperature of the heating element");
  energy_ = declare.conserved("energy", "J");
  heat_ = declare.ledger("heat", energy_, 1e7, "electric heat put into the kettle since the start");
  define(declare, ports.bottoms);
  declare.defines(ports.head.dp);

  level_ = declare.observable("level", "1", {.minimum = -1e-6, .maximum = 1.0},
                              "liquid as a fraction of the kettle's volume");
  volume_ = declare.observable("volume", "m^3", {.minimum = 0.0, .maximum = par_.volume}, "volume of the liquid");
  x_light_ = declare.observable("x_light", "mol/mol", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                                "mole fraction of the light species in the liquid");
  bottoms_flow_ = declare.observable("bottoms_flow", "m^3/s", {.minimum = 0.0, .maximum = 1e-3}, "bottoms drawn off");
  heating_ = declare.observable("heating", "W", {.minimum = 0.0, .maximum = 2.0 * par_.power_limit},
                                "electric power actually taken");
  column_dp_ = declare.observable("column_dp", "Pa", {.minimum = -1e5, .maximum = 1e5},
                                  "pressure drop of the column, kettle to top tray");
}

template <class Real, class Eq>
Real Kettle::bottoms_flow(Eq& eq, const StageContents<Real>& s) const {
  const Real push = s.gas.p - eq[p_ambient_] + s.rho_L * standard_gravity * (s.V_L * (1.0 / par_.area) + par_.drop);
  return par_.valve_coefficient * valve_.position(eq) * signed_sqrt(softplus(push, 10.0), 10.0) *
         smooth_step(Real(s.V_L - outlet_volume), 0.1 * outlet_volume);
}

template <class Real>
void Kettle::equations(Equations<Real>& eq) const {
  const StageContents<Real> s = stage_.contents(eq);

  // heating element
  const auto power = eq[power_] * eq[supply_] * eq[supply_];
  const Real UA = par_.heater_dry + par_.heater_wet * smooth_step(Real(s.V_L - par_.coil_volume), 2e-4);
  const Real Q = UA * (eq[T_heater_] - s.T);
  eq.equate("energy balance of the heating element", par_.heater_capacity * eq.der(T_heater_), power - Q);
  eq.equate("ledger of heat", eq.der(heat_), Real(power));

  // bottoms
  const Real q = bottoms_flow(eq, s) / (s.V_L + 1e-8);
  for (std::size_t i = 0; i < 2; ++i) eq.equate("bottoms", Stage::species_name(i), eq[ports_.bottoms.n[i]], q * s.n[i]);
  eq.equate("enthalpy of the bottoms", eq[ports_.bottoms.H], q * s.N * s.h_L);
  valve_.equate(eq);
  eq.equate("head over the seal pot", eq[ports_.head.dp], Real(0.0));

  // balances
  Stage::Net<Real> net;
  for (std::size_t i = 0; i < 2; ++i) net.liquid[i] = eq[ports_.liquid_in.n[i]] - eq[ports_.bottoms.n[i]];
  for (std::size_t i = 0; i < 3; ++i) net.gas[i] = -eq[ports_.vapour_out.n[i]];
  net.energy = eq[ports_.liquid_in.H] - eq[ports_.bottoms.H] - eq[ports_.vapour_out.H] + Q - wall_.heat_from(eq, s.T);
  nozzle_.equate(eq, s, net);
  stage_.equate(eq, s, net, Real(par_.transfer), Real(0.0), Real(0.0));
  wall_.equate(eq, s.T);
}

template <class Show>
void Kettle::observe(Show& show) const {
  const auto s = stage_.contents(show);
  show.show(level_, s.V_L / par_.volume);
  show.show(volume_, s.V_L);
  show.show(x_light_, s.x[0]);
  show.show(bottoms_flow_, bottoms_flow(show, s));
  show.show(heating_, show[power_] * show[supply_] * show[supply_]);
  show.show(column_dp_, s.gas.p - show[ports_.top.p]);
  nozzle_.observe(show, s);
  stage_.hold(show);
  wall_.hold(show);
  show.hold(energy_, par_.heater_capacity * show[T_heater_]);
}

template class UnitAdapter<Kettle>;

}  // namespace stillhouse
