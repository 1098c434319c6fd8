#include "models/instruments/liquid_chromatography/transport_dispersive.h"

#include <algorithm>
#include <numbers>
#include <utility>

#include "models/given_values.h"

namespace stillhouse {

ColumnNode::ColumnNode(Declare declare, const Adsorption& adsorption, const std::vector<double>& c_start,
                       double nominal, double nominal_flow) {
  for (std::size_t i = 0; i < adsorption.species.size(); ++i) {
    const Adsorption::Species& species = adsorption.species[i];
    c.push_back(declare.differential("c_" + species.name, "mol/m^3",
                                     {.start = c_start[i], .nominal = nominal, .minimum = -nominal, .maximum = 1e6},
                                     species.name + " in the liquid"));
    n.push_back(declare.algebraic("n_" + species.name, "mol/s",
                                  {.start = 0.0, .nominal = nominal_flow, .minimum = -1e3, .maximum = 1e3},
                                  species.name + " that goes on to the next cell"));
    if (i < adsorption.first()) continue;
    const double load = species.henry * nominal / (1.0 + species.b * nominal);
    q.push_back(declare.differential("q_" + species.name, "mol/m^3",
                                     {.start = 0.0, .nominal = load, .minimum = -load, .maximum = 1e6},
                                     species.name + " on the solid"));
  }
}

void ColumnNode::define(Declare& declare) const {
  for (const Variable v : c) declare.defines(v);
  for (const Variable v : q) declare.defines(v);
  for (const Variable v : n) declare.defines(v);
}

ChromatographyCell::ChromatographyCell(Declare& declare, std::shared_ptr<const Adsorption> adsorption,
                                       const Parameters& parameters, int index, const std::vector<ColumnNode>& nodes,
                                       Input flow, std::vector<Input> inlet)
    : adsorption_(std::move(adsorption)),
      par_(parameters),
      index_(index),
      first_(std::max(0, index - 1)),
      near_(nodes.begin() + first_, nodes.begin() + std::min(parameters.cells, index + 2)),
      flow_(flow),
      inlet_(std::move(inlet)),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      volume_(area_ * par_.length / par_.cells) {
  node(index).define(declare);
  for (const Adsorption::Species& species : adsorption_->species) {
    amounts_.push_back(declare.conserved(species.name, "mol"));
    if (index + 1 != par_.cells) continue;
    leaves_.push_back(declare.observable("c_out_" + species.name, "mol/m^3",
                                         {.nominal = par_.nominal, .minimum = -par_.nominal, .maximum = 1e6},
                                         species.name + " in what leaves the column"));
    crossed_.push_back(declare.ledger(species.name + "_in", amounts_.back(),
                                      par_.nominal * par_.porosity * area_ * par_.length,
                                      species.name + " that came in less what left"));
  }
}

/// What goes on through the cell's right face.
template <class Real>
Real ChromatographyCell::onward(Equations<Real>& eq, std::size_t species) const {
  const auto Q = eq[flow_];
  const auto read = [&](int cell) { return Real(eq[node(cell).c[species]]); };
  const Real left = read(index_);
  // of the first cell the slope before it is that from the inlet, of the last that behind it is the same again
  const Real a = index_ > 0 ? Real(left - read(index_ - 1)) : Real(2.0 * (left - eq[inlet_[species]]));
  if (index_ + 1 == par_.cells) return Q * (left + 0.5 * a);
  const Real b = read(index_ + 1) - left;
  const double w = 1e-3 * par_.nominal;
  const Real aa = a * a + w * w, bb = b * b + w * w;
  const Real slope = (a * bb + b * aa) / (aa + bb);
  const double g = par_.porosity * area_ * par_.dispersion * par_.cells / par_.length;
  return Q * (left + 0.5 * slope) - g * b;
}

template <class Real>
void ChromatographyCell::equations(Equations<Real>& eq) const {
  const Adsorption& adsorption = *adsorption_;
  const std::size_t species = adsorption.species.size(), salt = adsorption.first();
  const ColumnNode& own = node(index_);
  PerSpecies<Real> c(species), q(species);
  for (std::size_t i = 0; i < species; ++i) {
    c[i] = eq[own.c[i]];
    q[i] = i < salt ? Real(0.0) : Real(eq[own.q[i - salt]]);
  }
  const PerSpecies<Real> r = adsorption.rates(c, q);
  const double liquid = 1.0 / (volume_ * par_.porosity), solid = (1.0 - par_.porosity) / par_.porosity;
  const auto Q = eq[flow_];
  for (std::size_t i = 0; i < species; ++i) {
    const std::string& name = adsorption.species[i].name;
    const Real in = index_ > 0 ? Real(eq[node(index_ - 1).n[i]]) : Real(Q * eq[inlet_[i]]), out = eq[own.n[i]];
    eq.equate("flow onwards", name, out, onward(eq, i));
    eq.equate("balance of the liquid", name, eq.der(own.c[i]), (in - out) * liquid - solid * r[i]);
    if (i >= salt) eq.equate("mass transfer", name, eq.der(own.q[i - salt]), r[i]);
    if (!crossed_.empty()) eq.equate("ledger", name, eq.der(crossed_[i]), Q * eq[inlet_[i]] - out);
  }
}

template <class Show>
void ChromatographyCell::observe(Show& show) const {
  using Real = typename Show::Real;
  const Adsorption& adsorption = *adsorption_;
  const std::size_t salt = adsorption.first();
  const ColumnNode& own = node(index_);
  const double liquid = volume_ * par_.porosity, solid = volume_ * (1.0 - par_.porosity);
  Real charges(0.0);
  for (std::size_t i = salt; i < adsorption.species.size(); ++i) {
    const Real q = show[own.q[i - salt]];
    charges += adsorption.species[i].charge * q;
    show.hold(amounts_[i], Real(liquid * show[own.c[i]] + solid * q));
  }
  for (std::size_t i = 0; i < leaves_.size(); ++i)
    show.show(leaves_[i], Real(1.5 * show[own.c[i]] - 0.5 * show[node(index_ - 1).c[i]]));
  if (salt > 0) show.hold(amounts_[0], Real(liquid * show[own.c[0]] + solid * (adsorption.capacity - charges)));
}

std::shared_ptr<const Flowsheet> build_chromatography_column(const ColumnPlan& plan) {
  const ChromatographyCell::Parameters& p = plan.parameters;
  FlowsheetBuilder builder;
  Declare column = builder.stream("column");
  column.check("cells", p.cells, 2, 5000, "1");
  column.check("length", p.length, 1e-3, 100.0, "m");
  column.check("diameter", p.diameter, 1e-5, 10.0, "m");
  column.check("porosity", p.porosity, 0.05, 0.99, "1");
  column.check("dispersion", p.dispersion, 0.0, 1e6, "m^2/s");
  column.check("nominal", p.nominal, 1e-12, 1e6, "mol/m^3");
  const Input flow = column.input(
      "flow", "m^3/s", {.start = plan.flow, .nominal = plan.flow, .minimum = 0.0, .maximum = 4.0 * plan.flow},
      "flow of the eluent");
  std::vector<Input> inlet;
  for (std::size_t i = 0; i < plan.adsorption->species.size(); ++i)
    inlet.push_back(
        column.input("c_" + plan.adsorption->species[i].name, "mol/m^3",
                     {.start = plan.start[i], .nominal = p.nominal, .minimum = 0.0, .maximum = plan.highest},
                     plan.adsorption->species[i].name + " in what is pumped in"));
  const auto name = [](int k) { return "cell_" + std::to_string(k + 1); };
  std::vector<ColumnNode> nodes;
  for (int k = 0; k < p.cells; ++k)
    nodes.emplace_back(builder.stream(name(k)), *plan.adsorption, plan.start, p.nominal, plan.flow * p.nominal);
  for (int k = 0; k < p.cells; ++k) builder.add<ChromatographyCell>(name(k), plan.adsorption, p, k, nodes, flow, inlet);
  return builder.build();
}

double dispersion_of_plates(double velocity, double length, double plates) {
  return velocity * length / (2.0 * plates);
}

template class UnitAdapter<ChromatographyCell>;

namespace {

std::shared_ptr<const Flowsheet> build_preparative(const std::vector<ParameterValue>& given) {
  static const FlowsheetKind kind = preparative_column_kind();
  const GivenValues value(kind, given);
  ColumnPlan plan;
  auto adsorption = std::make_shared<Adsorption>();
  adsorption->species = {{.name = "A", .henry = value["henry_A"], .b = value["b_A"], .rate = value["rate"]},
                         {.name = "B", .henry = value["henry_B"], .b = value["b_B"], .rate = value["rate"]}};
  plan.adsorption = adsorption;
  ChromatographyCell::Parameters& p = plan.parameters;
  p.cells = static_cast<int>(value["cells"] + 0.5);
  p.length = value["length"];
  p.diameter = value["diameter"];
  p.porosity = value["porosity"];
  p.nominal = value["feed_c"];
  plan.flow = value["flow"];
  const double area = std::numbers::pi / 4.0 * p.diameter * p.diameter;
  p.dispersion = dispersion_of_plates(plan.flow / (area * p.porosity), p.length, value["plates"]);
  plan.start = {0.0, 0.0};
  plan.highest = 4.0 * p.nominal;
  return build_chromatography_column(plan);
}

}  // namespace

FlowsheetKind preparative_column_kind() {
  return {"preparative_column",
          "chromatography column overloaded with two species that compete for the packing",
          {{"cells", "1", 50.0, 2.0, 2000.0, "cells that the column is cut into"},
           {"length", "m", 0.25, 0.01, 5.0, "length of the packed bed"},
           {"diameter", "m", 0.0046, 1e-3, 1.0, "inner diameter"},
           {"porosity", "1", 0.64, 0.1, 0.95, "liquid between and within the grains, share of the bed"},
           {"plates", "1", 500.0, 2.0, 1e5, "plates of axial dispersion at the flow it is built with"},
           {"flow", "m^3/s", 1e-6 / 60.0, 1e-12, 1.0, "flow of the eluent"},
           {"feed_c", "mol/m^3", 50.0, 1e-3, 1e4, "concentration that the feed will have, about"},
           {"henry_A", "1", 3.0, 1e-3, 1e3, "Henry coefficient of A, on the solid over in the liquid"},
           {"henry_B", "1", 4.5, 1e-3, 1e3, "Henry coefficient of B"},
           {"b_A", "m^3/mol", 0.02, 0.0, 1e3, "how A fills the solid: capacity is Henry coefficient over b"},
           {"b_B", "m^3/mol", 0.03, 0.0, 1e3, "how B fills the solid"},
           {"rate", "1/s", 5.0, 1e-3, 1e4, "mass transfer of film and pores"}},
          {},
          build_preparative};
}

}  // namespace stillhouse
