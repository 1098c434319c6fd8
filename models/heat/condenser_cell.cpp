#include "models/heat/condenser_cell.h"

namespace stillhouse {

namespace {

constexpr double water_heat = 4184.0;  // J/(kg K), liquid water at 20 degC (IAPWS-95); 0.1 % less at 15 to 45 degC

}  // namespace

CondenserCell::CondenserCell(Declare& declare, const Mixture& mixture, const Parameters& parameters,
                             const GasNode& node, const Ports& ports, const Stage::Start& start)
    : par_(parameters), stage_(declare, mixture, node, par_.volume, start), ports_(ports) {
  declare.check("UA", par_.UA, 1.0, 1e6, "W/K");
  T_w_ =
      declare.differential("T_water", "K", {.start = start.T, .nominal = 300.0, .minimum = 273.15, .maximum = 373.15},
                           "cooling water leaving this cell");
  energy_ = declare.conserved("energy", "J");
  cooled_ = declare.ledger("cooled", energy_, 1e7, "heat brought in by cooling water since the start");
  define(declare, ports.gas_in);
  define(declare, ports.condensate);
}

template <class Real>
void CondenserCell::equations(Equations<Real>& eq) const {
  const StageContents<Real> s = stage_.contents(eq);

  // gas from the space before
  const Gas<Real> before = gas_at(eq, stage_.mixture(), ports_.before);
  const Real V = gas_flow_through(before, s.gas, Real(before.p - s.gas.p), par_.pipe_area, par_.pipe_resistance, 10.0);
  equate_gas_flow(eq, ports_.gas_in, before, s.gas, V, 1e-5);

  // condensate
  const Real rate = drain_factor(s.N) / par_.drain_time;
  for (std::size_t i = 0; i < 2; ++i) {
    eq.equate("condensate", Stage::species_name(i), eq[ports_.condensate.n[i]], rate * s.n[i]);
  }
  eq.equate("enthalpy of the condensate", eq[ports_.condensate.H], rate * s.N * s.h_L);

  // cooling water
  const Real Q = par_.UA * (s.T - eq[T_w_]);
  const Real brought = water_heat * eq[ports_.coolant_in.m] * (eq[ports_.coolant_in.T] - eq[T_w_]);
  eq.equate("energy balance of the cooling water", par_.capacity * eq.der(T_w_), Q + brought);
  eq.equate("ledger of cooling", eq.der(cooled_), brought);

  // balances
  Stage::Net<Real> net;
  for (std::size_t i = 0; i < 2; ++i) net.liquid[i] = -eq[ports_.condensate.n[i]];
  for (std::size_t i = 0; i < 3; ++i) net.gas[i] = eq[ports_.gas_in.n[i]] - eq[ports_.gas_out.n[i]];
  net.energy = eq[ports_.gas_in.H] - eq[ports_.gas_out.H] - eq[ports_.condensate.H] - Q;
  stage_.equate(eq, s, net, Real(par_.transfer), Real(0.0), Real(0.0));
}

template <class Show>
void CondenserCell::observe(Show& show) const {
  stage_.hold(show);
  show.hold(energy_, par_.capacity * show[T_w_]);
}

template class UnitAdapter<CondenserCell>;

}  // namespace stillhouse
