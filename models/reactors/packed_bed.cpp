#include "models/reactors/packed_bed.h"

#include "engine/base/error.h"

namespace stillhouse {

PackedBedSlice::PackedBedSlice(Declare& declare, const SharedGas& gas, const Parameters& parameters, ReactingGasFlow in,
                               ReactingGasFlow out, std::optional<Variable> T_before, Input wall_T, double T_start)
    : gas_(gas),
      par_(parameters),
      in_(std::move(in)),
      out_(std::move(out)),
      T_before_(T_before),
      wall_T_(wall_T),
      energy_(declare.conserved("energy", "J")) {
  const double capacity = par_.heat * par_.area * par_.length / par_.slices;
  E_ = declare.differential(
      "E", "J", {.start = capacity * (T_start - ReactingGas::reference_temperature), .nominal = 100.0 * capacity},
      "energy of the bed in the slice");
  T_ = declare.algebraic("T", "K", {.start = T_start, .nominal = 300.0, .minimum = 200.0, .maximum = 3000.0},
                         "temperature of the bed");
  if (par_.wall > 0.0) heat_ = declare.ledger("heat", energy_, 1e4, "heat that came through the wall");
  out_.define(declare);
}

template <class Real>
void PackedBedSlice::equations(Equations<Real>& eq) const {
  const std::size_t species = gas_->size();
  const double dz = par_.length / par_.slices, v = par_.area * dz;
  const Real T = eq[T_], T_in = eq[in_.T], p_in = eq[in_.p], T_out = eq[out_.T];
  eq.equate("temperature of the bed", T, ReactingGas::reference_temperature + eq[E_] / (par_.heat * v));
  eq.equate("temperature at the end", T_out, T_before_ ? Real(1.5 * T - 0.5 * eq[*T_before_]) : Real(2.0 * T - T_in));

  // composition in the middle
  PerSpecies<Real> in(species), out(species), c(species);
  Real flow = 0.0, mass_flow = 0.0;
  for (std::size_t i = 0; i < species; ++i) {
    in[i] = eq[in_.n[i]];
    out[i] = eq[out_.n[i]];
    c[i] = 0.5 * (in[i] + out[i]);
    flow += c[i];
    mass_flow += gas_->molar_mass(i) * c[i];
  }
  const Real p = 0.5 * (p_in + eq[out_.p]);
  const Real per_flow = p / (gas_constant * T * flow);
  for (std::size_t i = 0; i < species; ++i) c[i] = c[i] * per_flow;

  const PerSpecies<Real> made = gas_->kinetics().production(T, c, par_.catalyst);
  for (std::size_t i = 0; i < species; ++i) eq.equate("species balance", gas_->name(i), out[i], in[i] + v * made[i]);

  // pressure drop after Ergun, with the velocity at the entrance
  const double e = par_.porosity, e3 = e * e * e;
  const double viscous = 150.0 * par_.viscosity * square(1.0 - e) / (square(par_.particle) * e3);
  const double inertial = 1.75 * (1.0 - e) / (par_.particle * e3);
  if (e < 1.0) {
    const Real u = flow * gas_constant * T / (p_in * par_.area);
    eq.equate("pressure drop", eq[out_.p], p_in - dz * (viscous * u + inertial * mass_flow / par_.area * u));
  } else {
    eq.equate("pressure drop", eq[out_.p], p_in);
  }

  Real energy = gas_->enthalpy(in, T_in) - gas_->enthalpy(out, T_out);
  if (par_.wall > 0.0) {
    const auto wall_T = eq[wall_T_];
    const Real heat = par_.wall * v * (wall_T - T);
    energy += heat;
    eq.equate("ledger of the wall", eq.der(heat_), heat);
  }
  eq.equate("energy balance", eq.der(E_), energy);
}

void add_packed_bed(FlowsheetBuilder& builder, const std::string& path, const SharedGas& gas,
                    const PackedBedSlice::Parameters& parameters, const ReactingGasFlow& inlet,
                    const ReactingGasFlow& outlet, const ReactingGasFlow::Start& start) {
  Declare bed = builder.stream(path);
  bed.check("slices", parameters.slices, 2, 2000, "1");
  bed.check("length", parameters.length, 1e-6, 1e5, "m");
  bed.check("area", parameters.area, 1e-9, 1e3, "m^2");
  bed.check("catalyst", parameters.catalyst, 0.0, 2e4, "kg/m^3");
  bed.check("heat", parameters.heat, 1.0, 1e8, "J/m^3/K");
  bed.check("wall", parameters.wall, 0.0, 1e9, "W/m^3/K");
  bed.check("porosity", parameters.porosity, 0.1, 1.0, "1");
  bed.check("particle", parameters.particle, 1e-6, 1.0, "m");
  bed.check("viscosity", parameters.viscosity, 1e-7, 1.0, "Pa*s");
  if (parameters.catalyst == 0.0) gas->kinetics().needs_no_catalyst(path);
  if (parameters.porosity < 1.0) {
    for (std::size_t i = 0; i < gas->size(); ++i) {
      if (gas->molar_mass(i) <= 0.0)
        throw ModelError(path + ": the pressure drop of a packed bed needs the molar mass of " + gas->name(i));
    }
  }
  Input wall_T;
  if (parameters.wall > 0.0)
    wall_T =
        bed.input("wall_T", "K", {.start = parameters.wall_T, .nominal = 300.0, .minimum = 250.0, .maximum = 2000.0},
                  "temperature of the wall");
  const auto name = [&](int k) { return path + ".slice_" + std::to_string(k); };
  std::vector<ReactingGasFlow> faces{inlet};
  for (int k = 1; k < parameters.slices; ++k) faces.emplace_back(builder.stream(name(k) + ".out"), gas, start);
  faces.push_back(outlet);
  std::optional<Variable> T_before;
  for (int k = 1; k <= parameters.slices; ++k) {
    const std::size_t i = static_cast<std::size_t>(k);
    T_before =
        builder.add<PackedBedSlice>(name(k), gas, parameters, faces[i - 1], faces[i], T_before, wall_T, start.T).T();
  }
}

template class UnitAdapter<PackedBedSlice>;

}  // namespace stillhouse
