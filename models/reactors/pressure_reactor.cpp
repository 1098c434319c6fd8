#include "models/reactors/pressure_reactor.h"

#include "engine/base/error.h"

namespace stillhouse {

namespace {

constexpr double no_gas = 1e-9;  // mol; without gas it has no composition, but it must be numbers

}  // namespace

PressureReactor::PressureReactor(Declare& declare, const SharedSolution& solution,
                                 const std::vector<std::string>& gases, const Parameters& parameters,
                                 std::vector<SolutionFlow> inlets, const Start& start)
    : solution_(solution),
      par_(parameters),
      inlets_(std::move(inlets)),
      is_gas_(solution->size(), 0),
      jacket_(declare, parameters.jacket),
      ledger_(declare, solution),
      balance_(declare, solution) {
  declare.check("volume", par_.volume, 1e-6, 1e5, "m^3");
  declare.check("liquid at the start", start.V, 1e-6 * par_.volume, 0.99 * par_.volume, "m^3");
  declare.check("relief_reseat", par_.relief_reseat, 0.0, par_.relief_set, "Pa");
  if (gases.empty()) throw ModelError(declare.path() + ": there is no gas; name the species that are above the liquid");
  for (const std::string& gas : gases) is_gas_[solution->kinetics().index(gas)] = 1;
  PerSpecies<double> n;
  double moles = 0.0;
  for (std::size_t i = 0; i < solution->size(); ++i) {
    const std::string& name = solution->name(i);
    declare.check("amount of " + name, start.n[i], 0.0, 1e9, "mol");
    n.push_back(start.n[i]);
    if (is_gas_[i]) moles += start.n[i];
    n_.push_back(declare.differential("n_" + variable_suffix(name), "mol",
                                      {.start = n[i],
                                       .nominal = is_gas_[i] ? 40.0 * par_.volume : 1000.0 * par_.volume,
                                       .minimum = -1e-2 * par_.volume,
                                       .maximum = 1e5 * par_.volume},
                                      "amount of " + name));
    c_.push_back({});
    if (!is_gas_[i])
      c_.back() = declare.observable("c_" + variable_suffix(name), "mol/m^3", {.minimum = -1.0, .maximum = 1e5},
                                     "concentration of " + name);
  }
  V_ = declare.differential("V", "m^3",
                            {.start = start.V, .nominal = par_.volume, .minimum = 0.0, .maximum = par_.volume},
                            "volume of the liquid");
  const double heat_capacity = solution->volumetric_heat_capacity() * par_.volume + par_.capacity;
  U_ = declare.differential(
      "U", "J",
      {.start = solution->energy(start.V, n, start.T) + par_.capacity * (start.T - Solution::reference_temperature),
       .nominal = 10.0 * heat_capacity},
      "energy of liquid and metal");
  T_ = declare.algebraic("T", "K", {.start = start.T, .nominal = 300.0, .minimum = 250.0, .maximum = par_.T_limit},
                         "temperature of liquid and gas");
  p_ = declare.algebraic("p", "Pa",
                         {.start = moles * gas_constant * start.T / (par_.volume - start.V),
                          .nominal = 1e5,
                          .minimum = 0.0,
                          .maximum = par_.p_limit},
                         "pressure of the gas");
  vent_flow_ = declare.algebraic("vent_flow", "mol/s", {.nominal = 1.0, .minimum = -1e-6, .maximum = 1e6},
                                 "gas through the regulated vent");
  relief_flow_ = declare.algebraic("relief_flow", "mol/s", {.nominal = 1.0, .minimum = -1e-6, .maximum = 1e6},
                                   "gas through the relief device");
  relief_ = declare.mode("relief", 0.0, "relief device: 0 shut, 1 open");
  if (par_.strength > 0.0) {
    declare.check("strength", par_.strength, par_.relief_set, par_.p_limit, "Pa");
    burst_ = declare.mode("burst", 0.0, "vessel: 0 whole, 1 has burst");
    hole_ = (par_.volume - start.V) / (gas_constant * start.T);
  }
  vent_ =
      declare.input("vent", "1", {.start = 1.0, .minimum = 0.0, .maximum = 1.0}, "regulated vent: 1 free, 0 blocked");
  heat_release_ = declare.observable("heat_release", "W", {}, "heat set free by the reactions");
  self_heating_ = declare.observable("self_heating", "delta_K/s", {.minimum = -1e6, .maximum = 1e6},
                                     "rate at which the reactions warm the contents");
}

template <class Real>
void PressureReactor::equations(Equations<Real>& eq) const {
  const std::size_t species = n_.size();
  const Real V = eq[V_], T = eq[T_], p = eq[p_];
  PerSpecies<Real> n(species), c(species), net(species), out(species);
  Real gas = no_gas;
  for (std::size_t i = 0; i < species; ++i) {
    n[i] = eq[n_[i]];
    c[i] = n[i] / V;
    if (is_gas_[i]) gas += n[i];
  }

  // what flows, driven by pressure
  Real vapour = 0.0;
  if (par_.solvent >= 0) vapour = exp(par_.A - par_.B / T);
  eq.equate("pressure", p, vapour + gas * gas_constant * T / (par_.volume - V));
  const Real excess = softplus(Real(p - par_.p_out), 1e-3 * par_.p_out);
  const auto vent = eq[vent_];
  const auto relief = eq[relief_];
  eq.equate("vent", eq[vent_flow_], par_.vent * vent * excess * smooth_step(Real(p - par_.vent_set), par_.vent_band));
  Real opening = Real(par_.relief * relief);
  Real whole = 1.0;
  if (par_.strength > 0.0) {
    const auto burst = eq[burst_];
    opening = opening + hole_ * burst;
    whole = Real(1.0 - burst);
  }
  eq.equate("relief", eq[relief_flow_], opening * excess);
  const Real leaves = eq[vent_flow_] + eq[relief_flow_];
  const Real vapour_leaves = leaves * vapour / p;

  // what comes in and goes out
  Real volume = 0.0, energy = jacket_.heat(eq, T), enthalpy_out = 0.0;
  for (const SolutionFlow& flow : inlets_) {
    for (std::size_t i = 0; i < species; ++i) net[i] += eq[flow.n[i]];
    volume += eq[flow.q];
    energy += eq[flow.H];
  }
  for (std::size_t i = 0; i < species; ++i) {
    if (is_gas_[i]) out[i] = (leaves - vapour_leaves) * n[i] / gas;
    if (static_cast<int>(i) == par_.solvent) {
      out[i] = vapour_leaves;
      enthalpy_out += par_.vaporization * vapour_leaves;
    }
    net[i] -= out[i];
    if (solution_->kinetics().enthalpies()[i] != 0.0) enthalpy_out += solution_->kinetics().enthalpies()[i] * out[i];
  }

  const PerSpecies<Real> made = solution_->kinetics().production(T, c);
  for (std::size_t i = 0; i < species; ++i)
    eq.equate("species balance", solution_->name(i), eq.der(n_[i]), net[i] + whole * V * made[i]);
  eq.equate("volume balance", eq.der(V_), volume);
  eq.equate("energy balance", eq.der(U_), energy - enthalpy_out);
  eq.equate("temperature from energy", T, solution_->temperature(V, n, eq[U_], par_.capacity));
  for (std::size_t i = 0; i < species; ++i) out[i] = -out[i];
  ledger_.equate(eq, Real(0.0), out, Real(-enthalpy_out));
  jacket_.equate(eq, T);
}

template <class Show>
void PressureReactor::observe(Show& show) const {
  using Real = typename Show::Real;
  const Real V = show[V_];
  PerSpecies<Real> n(n_.size()), c(n_.size());
  for (std::size_t i = 0; i < n_.size(); ++i) {
    n[i] = show[n_[i]];
    c[i] = n[i] / V;
    if (!is_gas_[i]) show.show(c_[i], c[i]);
  }
  const Real heat = V * solution_->kinetics().heat_release(Real(show[T_]), c);
  show.show(heat_release_, heat);
  show.show(self_heating_, heat / (solution_->volumetric_heat_capacity() * V + par_.capacity));
  balance_.hold(show, V, n, Real(show[U_]));
  jacket_.hold(show, balance_.energy());
}

void PressureReactor::events(Events& events) const {
  events.when(events[p_] - par_.relief_set, relief_, 1.0);
  if (par_.strength > 0.0) events.when(events[p_] - par_.strength, burst_, 1.0);
  if (par_.relief_reseat > 0.0) events.when(par_.relief_reseat - events[p_], relief_, 0.0);
}

template class UnitAdapter<PressureReactor>;

}  // namespace stillhouse
