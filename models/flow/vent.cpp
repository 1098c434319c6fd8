#include "models/flow/vent.h"

#include "models/flow/gas_nozzle.h"

namespace stillhouse {

namespace {

constexpr double quarter_pi = 0.78539816339744831;
constexpr double corner = 5.0;  // Pa, over which the flow turns round; numerical

}  // namespace

Vent::Vent(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
           const PerSpecies<double>& air, const Port& inlet)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      air_(air),
      in_(*inlet.stream),
      crossing_(declare, *fluid_, "") {
  declare.defines(inlet.other_sets_pressure ? in_.F : in_.p);
  define_behind(declare, in_);
}

template <class Real>
void Vent::equations(Equations<Real>& eq) const {
  PerSpecies<Real> air(air_.size());
  for (std::size_t i = 0; i < air.size(); ++i) air[i] = air_[i];
  const Real p_room = eq[room_.p], T_room = eq[room_.T];
  const Real drop = eq[in_.p] - p_room, out = 0.5 + 0.5 * drop / sqrt(drop * drop + corner * corner);
  const Real M = out * fluid_->gas_molar_mass(composition(eq, in_.x)) + (1.0 - out) * fluid_->gas_molar_mass(air);
  const Real T = out * eq[in_.T] + (1.0 - out) * T_room;
  const Real G = gas_nozzle::breathing_flux(Real(eq[in_.p]), p_room, T, M, par_.specific_heats, corner);
  eq.equate("hydraulic law", eq[in_.F], par_.discharge * par_.area * G / M);
  equate_behind(eq, *fluid_, in_, fluid_->gas_enthalpy(air, T_room, p_room), air);
  crossing_.equate(eq, *fluid_, carried(eq, in_), -1.0);
}

template class UnitAdapter<Vent>;

namespace {

void build_vent(UnitSite& site) {
  const double D = site.number("diameter");
  site.builder().add<Vent>(site.path(), site.fluid(), site.room(),
                           Vent::Parameters{quarter_pi * D * D, site.number("discharge"), site.number("k")},
                           site.each("x"), site.only("in"));
}

}  // namespace

UnitKind vent_kind() {
  return {
      "vent",
      "flow",
      "vent of a vessel to the open air, both ways, choked or not",
      {{"diameter", "m", 0.02, 1e-4, 2.0, "diameter of the vent"},
       {"discharge", "1", 0.61, 0.01, 1.0, "coefficient of discharge: 0.61 a sharp edge, about 0.3 a flame arrester"},
       {"k", "1", 1.4, 1.01, 1.8, "ratio of the gas's heat capacities"},
       {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the air outside"}},
      {},
      {{"in", Phase::gas, true, true, false, false, "the vessel's gas"}},
      build_vent};
}

}  // namespace stillhouse
