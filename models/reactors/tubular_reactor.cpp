#include "models/reactors/tubular_reactor.h"

#include <numbers>

#include "models/reactors/tube_cells.h"

namespace stillhouse {

TubeCell::TubeCell(Declare& declare, std::shared_ptr<const Fluid> fluid, std::shared_ptr<const Kinetics> kinetics,
                   const Parameters& parameters, const LiquidContents::Start& start, const MaterialStream& in,
                   const MaterialStream& out, Input wall_T, const TubeCell* before)
    : fluid_(std::move(fluid)),
      par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      wall_area_(std::numbers::pi * par_.diameter * par_.length),
      in_(in),
      out_(out),
      contents_(declare, *fluid_, par_.capacity, start),
      reactions_(declare, *fluid_, std::move(kinetics)),
      wall_T_(wall_T),
      before_(before) {
  declare.defines(in_.p);
  declare.defines(out_.F);
  define_sent(declare, out_);
  if (par_.U > 0.0)
    heat_ = declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "what came through the wall since the start");
}

template <class Real>
void TubeCell::equations(Equations<Real>& eq) const {
  const auto now = contents_.now(eq, *fluid_);
  const PerSpecies<Real> made = reactions_.made(now.x, now.v, now.T, Real(now.N * now.v));
  Carried<Real> net = carried(eq, in_);
  // of the cell before rather than of its stream: where a solver does not know the streams yet, flows must not grow
  // from cell to cell by the ratio of two compositions
  const PerSpecies<Real> x_in = before_ ? before_->contents_.now(eq, *fluid_).x : composition(eq, in_.x);
  Real volume = eq[in_.F] * fluid_->liquid_molar_volume(x_in, now.T);
  for (std::size_t i = 0; i < made.size(); ++i) {
    net.n[i] += made[i];
    volume += made[i] * fluid_->liquid_molar_volume(i, now.T);
  }
  eq.equate("as much volume leaves as enters and is made", eq[out_.F], volume / now.v);
  equate_sent(eq, *fluid_, out_, now.T, now.h, now.x, Real(1.0));
  const Real u = eq[out_.F] * now.v * (1.0 / area_), rho = fluid_->liquid_molar_mass(now.x) / now.v;
  eq.equate("friction", eq[in_.p] - eq[out_.p],
            0.5 * par_.friction * par_.length / par_.diameter * rho * u * sqrt(u * u + 1e-8));

  add(net, carried(eq, out_), -1.0);
  if (par_.U > 0.0) {
    const Real Q = par_.U * wall_area_ * (eq[wall_T_] - now.T);
    net.H += Q;
    eq.equate("ledger of heat", eq.der(heat_), Q);
  }
  contents_.equate(eq, *fluid_, now, net);
}

template <class Show>
void TubeCell::observe(Show& show) const {
  const auto now = contents_.now(show, *fluid_);
  reactions_.show(show, *fluid_, now.x, now.v, now.T, decltype(now.T)(now.N * now.v));
  contents_.hold(show, *fluid_);
}

template class UnitAdapter<TubeCell>;

namespace {

void build_tubular_reactor(UnitSite& site) {
  const int cells = cell_count(site);
  TubeCell::Parameters cell;
  cell.length = site.number("length") / cells;
  cell.diameter = site.number("diameter");
  cell.friction = site.number("friction");
  cell.U = site.number("U");
  cell.capacity = site.number("capacity") / cells;
  const PerSpecies<double>& x = site.each("x");
  const double T = site.number("T");
  const double volume = std::numbers::pi / 4.0 * cell.diameter * cell.diameter * cell.length;
  const LiquidContents::Start start{volume / site.fluid()->liquid_molar_volume(x, T), T, x};

  const TubeCell* before = nullptr;
  add_cells(site, Phase::liquid, 200.0, 700.0,
            [&](const std::string& name, const MaterialStream& in, const MaterialStream& out, Input wall_T) {
              before = &site.builder().add<TubeCell>(name, site.fluid(), site.kinetics(Phase::liquid), cell, start, in,
                                                     out, wall_T, before);
            });
}

}  // namespace

UnitKind tubular_reactor_kind() {
  return {"tubular_reactor",
          "reactors",
          "tube, always full of liquid, in which the plant's reactions run; cells NAME_cell_1 ... from its entrance",
          {{"cells", "1", 20.0, 2.0, 200.0, "number of stirred cells; back-mixing is theirs"},
           {"length", "m", 5.0, 0.01, 1e4, "length"},
           {"diameter", "m", 0.05, 1e-4, 5.0, "inner diameter"},
           {"friction", "1", 0.02, 0.0, 1.0, "Darcy's friction factor"},
           {"U", "W/m^2/K", 0.0, 0.0, 1e5, "heat transfer to the wall; 0: adiabatic"},
           {"wall_T", "K", 298.15, 200.0, 700.0, "temperature of the wall at the start"},
           {"capacity", "J/K", 0.0, 0.0, 1e9, "heat capacity of the metal"},
           {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
           {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species at the start"}},
          {},
          {{"in", Phase::liquid, true, true, false, true, "what reacts"},
           {"out", Phase::liquid, false, true, false, false, "what has reacted"}},
          build_tubular_reactor,
          "TubeCell"};
}

}  // namespace stillhouse
