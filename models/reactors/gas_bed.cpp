#include "models/reactors/gas_bed.h"

#include <numbers>

#include "models/properties/gas_constant.h"
#include "models/reactors/tube_cells.h"

namespace stillhouse {

namespace {

constexpr double reference_temperature = 298.15;  // K
constexpr double nothing = 1e-9;                  // mol, below which what a solver leaves counts as nothing
constexpr double still = 0.1;                     // Pa, below which the flow is linear in the difference

}  // namespace

BedCell::BedCell(Declare& declare, std::shared_ptr<const Fluid> fluid, std::shared_ptr<const Kinetics> kinetics,
                 const Parameters& parameters, const Start& start, const MaterialStream& in, const MaterialStream& out,
                 Input wall_T)
    : fluid_(std::move(fluid)),
      kinetics_(std::move(kinetics)),
      par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      volume_(area_ * par_.length),
      wall_area_(std::numbers::pi * par_.diameter * par_.length),
      in_(in),
      out_(out),
      inventory_(declare, *fluid_),
      wall_T_(wall_T) {
  if (par_.catalyst == 0.0) kinetics_->needs_no_catalyst(declare.path());
  const double ZRT = fluid_->gas_compressibility(start.y, start.T, start.p) * gas_constant * start.T;
  const double M = start.p * par_.porosity * volume_ / ZRT;
  const Range fraction{.minimum = -1e-3, .maximum = 1.001};
  for (std::size_t i = 0; i < fluid_->size(); ++i) {
    const std::string tag = species_tag(fluid_->name(i));
    m_.push_back(declare.differential("m_" + tag, "mol",
                                      {.start = M * start.y[i], .nominal = M, .minimum = -1e-3 * M, .maximum = 1e4 * M},
                                      "moles of " + fluid_->name(i) + " in the gas"));
    y_.push_back(declare.observable("y_" + tag, "mol/mol", fraction, "mole fraction of " + fluid_->name(i)));
  }
  U_ = declare.differential("U", "J",
                            {.start = M * (fluid_->gas_enthalpy(start.y, start.T, start.p) - ZRT) +
                                      par_.capacity * (start.T - reference_temperature),
                             .nominal = 100.0 * par_.capacity},
                            "internal energy of gas and solid");
  T_ = declare.algebraic("T", "K",
                         {.start = start.T, .nominal = 300.0, .minimum = 250.0, .maximum = SpeciesForms::gas_valid_to},
                         "temperature of gas and solid");
  p_ = declare.algebraic("p", "Pa", {.start = start.p, .nominal = 1e5, .minimum = 10.0, .maximum = 1e7}, "pressure");
  declare.defines(in_.p);
  define_behind(declare, in_);
  declare.defines(out_.F);
  define_sent(declare, out_);
  if (par_.U > 0.0)
    heat_ = declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "what came through the wall since the start");
  heat_release_ = declare.observable("heat_release", "W", {}, "heat set free by the reactions");
}

template <class Eq>
auto BedCell::now(Eq& eq) const {
  using Real = std::remove_cvref_t<decltype(eq[T_])>;
  Now<Real> s;
  s.T = eq[T_];
  s.p = eq[p_];
  s.M = Real(0.0);
  s.m = s.y = PerSpecies<Real>(m_.size());
  Real sum(0.0);
  for (std::size_t i = 0; i < m_.size(); ++i) {
    s.m[i] = eq[m_[i]];
    s.M += s.m[i];
    s.y[i] = smooth_positive(s.m[i], nothing);
    sum += s.y[i];
  }
  for (Real& share : s.y) share = share / sum;
  s.h = fluid_->gas_enthalpy(s.y, s.T, s.p);
  s.ZRT = fluid_->gas_compressibility(s.y, s.T, s.p) * gas_constant * s.T;
  return s;
}

template <class Real>
PerSpecies<Real> BedCell::made(const Now<Real>& s) const {
  const Real density = s.p / s.ZRT;
  PerSpecies<Real> c(s.y.size());
  for (std::size_t i = 0; i < c.size(); ++i) c[i] = s.y[i] * density;
  PerSpecies<Real> made = kinetics_->production(s.T, c, par_.catalyst);
  for (Real& rate : made) rate *= volume_;
  return made;
}

template <class Real>
void BedCell::equations(Equations<Real>& eq) const {
  const auto s = now(eq);
  eq.equate("pressure of the cell", eq[in_.p], s.p);
  equate_behind(eq, *fluid_, in_, s.h, s.y);
  equate_sent(eq, *fluid_, out_, s.T, s.h, s.y, Real(1.0));

  const double e = par_.porosity, e3 = e * e * e;
  const double viscous = 150.0 * par_.viscosity * square(1.0 - e) / (square(par_.particle) * e3) * par_.length;
  const Real rho = s.p * fluid_->gas_molar_mass(s.y) / s.ZRT;
  const Real inertial = rho * (1.75 * (1.0 - e) / (par_.particle * e3) * par_.length);
  const Real drop = s.p - eq[out_.p];
  const Real u = 2.0 * drop / (viscous + sqrt(viscous * viscous + 4.0 * inertial * sqrt(drop * drop + still * still)));
  eq.equate("Ergun's law", eq[out_.F], area_ * u * s.p / s.ZRT);

  const PerSpecies<Real> reacted = made(s);
  const Carried<Real> in = carried(eq, in_), out = carried(eq, out_);
  for (std::size_t i = 0; i < m_.size(); ++i)
    eq.equate("balance", fluid_->name(i), eq.der(m_[i]), in.n[i] - out.n[i] + reacted[i]);
  Real energy = in.H - out.H;
  if (par_.U > 0.0) {
    const Real Q = par_.U * wall_area_ * (eq[wall_T_] - s.T);
    energy += Q;
    eq.equate("ledger of heat", eq.der(heat_), Q);
  }
  eq.equate("energy balance", eq.der(U_), energy);
  eq.equate("temperature from energy", eq[U_], s.M * (s.h - s.ZRT) + par_.capacity * (s.T - reference_temperature));
  eq.equate("gas law", s.p * (e * volume_), s.M * s.ZRT);
}

template <class Show>
void BedCell::observe(Show& show) const {
  const auto s = now(show);
  using Real = std::remove_cvref_t<decltype(s.T)>;
  const PerSpecies<Real> reacted = made(s);
  Real heat(0.0);
  for (std::size_t i = 0; i < m_.size(); ++i) {
    show.show(y_[i], s.y[i]);
    heat -= reacted[i] * fluid_->gas_enthalpy(i, s.T);
  }
  show.show(heat_release_, heat);
  inventory_.hold(show, *fluid_, s.m);
  inventory_.hold_energy(show, Real(show[U_]));
}

template class UnitAdapter<BedCell>;

namespace {

void build_packed_bed(UnitSite& site) {
  const int cells = cell_count(site);
  BedCell::Parameters cell;
  cell.length = site.number("length") / cells;
  cell.diameter = site.number("diameter");
  cell.porosity = site.number("porosity");
  cell.particle = site.number("particle");
  cell.viscosity = site.number("viscosity");
  cell.catalyst = site.number("catalyst");
  cell.capacity = site.number("capacity") / cells;
  cell.U = site.number("U");
  const BedCell::Start start{site.number("T"), site.number("p"), site.each("y")};

  add_cells(site, Phase::gas, 250.0, SpeciesForms::gas_valid_to,
            [&](const std::string& name, const MaterialStream& in, const MaterialStream& out, Input wall_T) {
              site.builder().add<BedCell>(name, site.fluid(), site.kinetics(Phase::gas), cell, start, in, out, wall_T);
            });
}

}  // namespace

UnitKind packed_bed_kind() {
  return {"packed_bed",
          "reactors",
          "tube packed with catalyst through which gas flows and reacts; cells NAME_cell_1 ... from its entrance",
          {{"cells", "1", 20.0, 2.0, 200.0, "number of cells; back-mixing is theirs"},
           {"length", "m", 1.0, 1e-3, 100.0, "length of the bed"},
           {"diameter", "m", 0.05, 1e-3, 10.0, "inner diameter"},
           {"porosity", "1", 0.4, 0.2, 0.9, "empty share of the bed"},
           {"particle", "m", 3e-3, 1e-5, 0.1, "diameter of the particles"},
           {"viscosity", "Pa*s", 3e-5, 1e-6, 1e-4, "of the gas, for the pressure drop"},
           {"catalyst", "kg/m^3", 0.0, 0.0, 1e4, "catalyst in the bed, for rates per kg"},
           {"capacity", "J/K", 2000.0, 1.0, 1e9, "heat capacity of the solid"},
           {"U", "W/m^2/K", 0.0, 0.0, 1e5, "heat transfer to the wall; 0: adiabatic"},
           {"wall_T", "K", 298.15, 250.0, 1000.0, "temperature of the wall at the start"},
           {"T", "K", 298.15, 250.0, 1000.0, "temperature at the start"},
           {"p", "Pa", 101325.0, 100.0, 1e7, "pressure at the start, absolute"},
           {"y.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species at the start"}},
          {},
          {{"in", Phase::gas, true, true, false, true, "what reacts"},
           {"out", Phase::gas, false, true, false, false, "what has reacted"}},
          build_packed_bed,
          "BedCell"};
}

}  // namespace stillhouse
