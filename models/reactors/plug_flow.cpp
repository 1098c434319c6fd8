#include "models/reactors/plug_flow.h"

#include <algorithm>

namespace stillhouse {

PlugFlowNode::PlugFlowNode(Declare declare, const SharedSolution& solution, double T,
                           const std::vector<double>& start) {
  PerSpecies<double> n;
  for (std::size_t i = 0; i < solution->size(); ++i) {
    n.push_back(start[i]);
    c.push_back(declare.differential("c_" + variable_suffix(solution->name(i)), "mol/m^3",
                                     {.start = start[i], .nominal = 1000.0, .minimum = -1e3, .maximum = 1e5},
                                     "concentration of " + solution->name(i)));
  }
  e = declare.differential("e", "J/m^3",
                           {.start = solution->energy(1.0, n, T), .nominal = 1e7, .minimum = -1e11, .maximum = 1e11},
                           "energy of a volume");
}

void PlugFlowNode::define(Declare& declare) const {
  for (const Variable v : c) declare.defines(v);
  declare.defines(e);
}

PlugFlowCell::PlugFlowCell(Declare& declare, const SharedSolution& solution, const Parameters& parameters, int index,
                           const std::vector<PlugFlowNode>& nodes, SolutionFlow inlet,
                           std::optional<SolutionFlow> outlet, Input wall_T, double T_start)
    : solution_(solution),
      par_(parameters),
      index_(index),
      first_(std::max(0, index - 2)),
      near_(nodes.begin() + first_, nodes.begin() + std::min(parameters.cells, index + 2)),
      inlet_(std::move(inlet)),
      outlet_(std::move(outlet)),
      wall_T_(wall_T),
      balance_(declare, solution) {
  node(index).define(declare);
  T_ = declare.algebraic("T", "K", {.start = T_start, .nominal = 300.0, .minimum = 250.0, .maximum = 700.0},
                         "temperature of the liquid");
  if (par_.wall > 0.0) heat_ = declare.ledger("heat", balance_.energy(), 1e6, "heat that came through the wall");
  if (outlet_) outlet_->define(declare);
}

/// Flow of a quantity through a face; face k is between cells k - 1 and k. `read` gives its density in a cell.
template <class Real, class Read>
Real PlugFlowCell::flux(int face, const Real& q, Read read) const {
  const double g = par_.dispersion * par_.area * par_.cells / par_.length;
  const bool last = face == par_.cells;
  const Real left = read(face - 1);
  Real value = left;
  if (par_.scheme == Scheme::biased && par_.cells > 1) {
    if (last)
      value = left + 0.5 * (left - read(face - 2));
    else if (face == 1)
      value = 0.5 * (left + read(face));
    else
      value = left + (read(face) - left) * (1.0 / 3.0) + (left - read(face - 2)) * (1.0 / 6.0);
  }
  Real through = q * value;
  if (!last && g > 0.0) through = through - g * (read(face) - left);
  return through;
}

template <class Real>
PlugFlowCell::Flux<Real> PlugFlowCell::through(Equations<Real>& eq, int face) const {
  Flux<Real> flow{PerSpecies<Real>(solution_->size()), Real(0.0)};
  if (face == 0) {
    for (std::size_t i = 0; i < flow.n.size(); ++i) flow.n[i] = eq[inlet_.n[i]];
    flow.H = eq[inlet_.H];
    return flow;
  }
  const Real q = eq[inlet_.q];
  for (std::size_t i = 0; i < flow.n.size(); ++i)
    flow.n[i] = flux<Real>(face, q, [&](int cell) { return Real(eq[node(cell).c[i]]); });
  flow.H = flux<Real>(face, q, [&](int cell) { return Real(eq[node(cell).e]); });
  return flow;
}

template <class Real>
void PlugFlowCell::equations(Equations<Real>& eq) const {
  const double v = par_.area * par_.length / par_.cells;
  const PlugFlowNode& own = node(index_);
  const std::size_t species = solution_->size();
  PerSpecies<Real> c(species);
  for (std::size_t i = 0; i < species; ++i) c[i] = eq[own.c[i]];
  const Real T = eq[T_];
  eq.equate("temperature from energy", T, solution_->temperature(Real(1.0), c, eq[own.e]));

  const Flux<Real> left = through(eq, index_), right = through(eq, index_ + 1);
  const PerSpecies<Real> made = solution_->kinetics().production(T, c);
  for (std::size_t i = 0; i < species; ++i)
    eq.equate("species balance", solution_->name(i), eq.der(own.c[i]), (left.n[i] - right.n[i]) / v + made[i]);
  Real energy = left.H - right.H;
  if (par_.wall > 0.0) {
    const auto wall_T = eq[wall_T_];
    const Real heat = par_.wall * v * (wall_T - T);
    energy += heat;
    eq.equate("ledger of the wall", eq.der(heat_), heat);
  }
  eq.equate("energy balance", eq.der(own.e), energy / v);

  if (outlet_) {
    eq.equate("outlet", eq[outlet_->q], Real(eq[inlet_.q]));
    for (std::size_t i = 0; i < species; ++i)
      eq.equate("species that leave", solution_->name(i), eq[outlet_->n[i]], right.n[i]);
    eq.equate("enthalpy that leaves", eq[outlet_->H], right.H);
  }
}

template <class Show>
void PlugFlowCell::observe(Show& show) const {
  using Real = typename Show::Real;
  const double v = par_.area * par_.length / par_.cells;
  const PlugFlowNode& own = node(index_);
  PerSpecies<Real> n(solution_->size());
  for (std::size_t i = 0; i < n.size(); ++i) n[i] = v * show[own.c[i]];
  balance_.hold(show, Real(v), n, Real(v * show[own.e]));
}

void add_plug_flow(FlowsheetBuilder& builder, const std::string& path, const SharedSolution& solution,
                   const PlugFlowCell::Parameters& parameters, const SolutionFlow& inlet, const SolutionFlow& outlet,
                   double T, const std::vector<double>& c) {
  Declare tube = builder.stream(path);
  tube.check("cells", parameters.cells, 2, 2000, "1");
  tube.check("length", parameters.length, 1e-3, 1e5, "m");
  tube.check("area", parameters.area, 1e-9, 1e3, "m^2");
  tube.check("dispersion", parameters.dispersion, 0.0, 1e3, "m^2/s");
  tube.check("wall", parameters.wall, 0.0, 1e9, "W/m^3/K");
  Input wall_T;
  if (parameters.wall > 0.0)
    wall_T =
        tube.input("wall_T", "K", {.start = parameters.wall_T, .nominal = 300.0, .minimum = 250.0, .maximum = 700.0},
                   "temperature of the wall");
  const auto name = [&](int k) { return path + ".cell_" + std::to_string(k + 1); };
  std::vector<PlugFlowNode> nodes;
  for (int k = 0; k < parameters.cells; ++k) nodes.emplace_back(builder.stream(name(k)), solution, T, c);
  for (int k = 0; k < parameters.cells; ++k) {
    const bool last = k + 1 == parameters.cells;
    builder.add<PlugFlowCell>(name(k), solution, parameters, k, nodes, inlet,
                              last ? std::optional<SolutionFlow>(outlet) : std::nullopt, wall_T, T);
  }
}

template class UnitAdapter<PlugFlowCell>;

}  // namespace stillhouse
