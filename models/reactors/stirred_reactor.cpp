#include "models/reactors/stirred_reactor.h"

namespace stillhouse {

namespace {

constexpr double no_volume = 1e-12;  // m3; a vessel that is empty has no concentrations, but they must be numbers

}  // namespace

StirredReactor::StirredReactor(Declare& declare, const SharedSolution& solution, const Parameters& parameters,
                               std::vector<SolutionFlow> inlets, std::optional<SolutionFlow> outlet, const Start& start)
    : solution_(solution),
      par_(parameters),
      inlets_(std::move(inlets)),
      outlet_(std::move(outlet)),
      jacket_(declare, parameters.jacket),
      balance_(declare, solution) {
  declare.check("volume", par_.volume, 1e-6, 1e5, "m^3");
  declare.check("liquid at the start", start.V, 1e-9, par_.volume, "m^3");
  declare.check("capacity of the metal", par_.capacity, 0.0, 1e10, "J/K");
  if (outlet_ && par_.outlet == Outlet::overflow)
    declare.check("overflow", par_.overflow, 1e-3 * par_.volume, par_.volume, "m^3");

  PerSpecies<double> n;
  for (std::size_t i = 0; i < solution->size(); ++i) {
    const std::string& name = solution->name(i);
    declare.check("concentration of " + name, start.c[i], 0.0, 1e5, "mol/m^3");
    n.push_back(start.V * start.c[i]);
    n_.push_back(declare.differential(
        "n_" + variable_suffix(name), "mol",
        {.start = n[i], .nominal = 1000.0 * par_.volume, .minimum = -1e-3 * par_.volume, .maximum = 1e5 * par_.volume},
        "amount of " + name));
    c_.push_back(declare.observable("c_" + variable_suffix(name), "mol/m^3", {.minimum = -1e-3, .maximum = 1e5},
                                    "concentration of " + name));
  }
  V_ = declare.differential("V", "m^3",
                            {.start = start.V, .nominal = par_.volume, .minimum = 0.0, .maximum = par_.volume * 1.05},
                            "volume of the liquid");
  const double heat_capacity = solution->volumetric_heat_capacity() * par_.volume + par_.capacity;
  U_ = declare.differential(
      "U", "J",
      {.start = solution->energy(start.V, n, start.T) + par_.capacity * (start.T - Solution::reference_temperature),
       .nominal = 10.0 * heat_capacity},
      "energy of liquid and metal");
  T_ = declare.algebraic("T", "K", {.start = start.T, .nominal = 300.0, .minimum = 250.0, .maximum = 600.0},
                         "temperature of the liquid");
  if (outlet_) {
    outlet_->define(declare);
    if (par_.outlet == Outlet::pump)
      discharge_ = declare.input("discharge", "1", {.start = 0.0, .minimum = 0.0, .maximum = 1.0},
                                 "speed of the discharge pump, as a fraction");
  }
  level_ = declare.observable("level", "1", {.minimum = 0.0, .maximum = 1.05}, "liquid as a fraction of the vessel");
  heat_release_ = declare.observable("heat_release", "W", {}, "heat set free by the reactions");
}

template <class Real>
Real StirredReactor::outflow(Equations<Real>& eq, const Real& V, const Real& inflow) const {
  if (par_.outlet == Outlet::level) return inflow;
  if (par_.outlet == Outlet::overflow)
    return softplus(Real(V - par_.overflow), 1e-4 * par_.volume) / par_.overflow_time;
  const auto discharge = eq[discharge_];
  return par_.pump_limit * discharge * smooth_step(Real(V - 5e-3 * par_.volume), 2.5e-4 * par_.volume);
}

template <class Real>
void StirredReactor::equations(Equations<Real>& eq) const {
  const Kinetics& kinetics = solution_->kinetics();
  const std::size_t species = n_.size();
  const Real V = eq[V_], T = eq[T_];
  PerSpecies<Real> n(species), c(species), net(species);
  for (std::size_t i = 0; i < species; ++i) {
    n[i] = eq[n_[i]];
    c[i] = n[i] / (V + no_volume);
  }

  // what comes in
  Real volume = 0.0, energy = jacket_.heat(eq, T);
  for (const SolutionFlow& flow : inlets_) {
    for (std::size_t i = 0; i < species; ++i) net[i] += eq[flow.n[i]];
    volume += eq[flow.q];
    energy += eq[flow.H];
  }

  // what goes out
  if (outlet_) {
    eq.equate("outlet", eq[outlet_->q], outflow(eq, V, volume));
    const Real q = eq[outlet_->q];
    PerSpecies<Real> out(species);
    for (std::size_t i = 0; i < species; ++i) {
      out[i] = q * c[i];
      eq.equate("species that leave", solution_->name(i), eq[outlet_->n[i]], out[i]);
      net[i] -= eq[outlet_->n[i]];
    }
    eq.equate("enthalpy that leaves", eq[outlet_->H], solution_->energy(q, out, T));
    volume -= q;
    energy -= eq[outlet_->H];
  }

  const PerSpecies<Real> made = kinetics.production(T, c);
  for (std::size_t i = 0; i < species; ++i)
    eq.equate("species balance", solution_->name(i), eq.der(n_[i]), net[i] + V * made[i]);
  eq.equate("volume balance", eq.der(V_), volume);
  eq.equate("energy balance", eq.der(U_), energy);
  eq.equate("temperature from energy", eq[T_], solution_->temperature(Real(V + no_volume), n, eq[U_], par_.capacity));
  jacket_.equate(eq, T);
}

template <class Show>
void StirredReactor::observe(Show& show) const {
  using Real = typename Show::Real;
  const Real V = show[V_];
  PerSpecies<Real> n(n_.size()), c(n_.size());
  for (std::size_t i = 0; i < n_.size(); ++i) {
    n[i] = show[n_[i]];
    c[i] = n[i] / (V + no_volume);
    show.show(c_[i], c[i]);
  }
  show.show(level_, V / par_.volume);
  show.show(heat_release_, V * solution_->kinetics().heat_release(Real(show[T_]), c));
  balance_.hold(show, V, n, Real(show[U_]));
  jacket_.hold(show, balance_.energy());
}

template class UnitAdapter<StirredReactor>;

}  // namespace stillhouse
