#include "models/flow/sample_valve.h"

#include "models/plant/unit_site.h"

namespace stillhouse {

SampleValve::SampleValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Port& inlet)
    : fluid_(std::move(fluid)),
      in_(*inlet.stream),
      flow_asked_(declare.input("sample", "m^3/s", {.start = 0.0, .nominal = 1e-6, .minimum = 0.0, .maximum = 1e-4},
                                "flow asked for at the sampling valve")),
      crossing_(declare, *fluid_, ""),
      flow_(declare.observable("sample_flow", "m^3/s", {.nominal = 1e-6, .minimum = -1e-9, .maximum = 1.1e-4},
                               "flow through the sampling valve")),
      T_(declare.observable("sample_T", "K", {.nominal = 300.0, .minimum = 200.0, .maximum = 1000.0},
                            "temperature at the sampling valve")) {
  declare.defines(in_.F);
  for (const std::string& name : fluid_->names())
    concentrations_.push_back(declare.observable("sample_" + species_tag(name), "mol/m^3",
                                                 {.nominal = 1e4, .minimum = -1.0, .maximum = 1e6},
                                                 "concentration of " + name + " at the sampling valve"));
}

template <class Real>
void SampleValve::equations(Equations<Real>& eq) const {
  const PerSpecies<Real> x = composition(eq, in_.x);
  eq.equate("flow of the sample", eq[in_.F],
            eq[flow_asked_] * eq[in_.wet] / fluid_->liquid_molar_volume(x, Real(eq[in_.T])));
  crossing_.equate(eq, *fluid_, carried(eq, in_), -1.0);
}

template <class Show>
void SampleValve::observe(Show& show) const {
  using Real = typename Show::Real;
  const PerSpecies<Real> x = composition(show, in_.x);
  const Real v = fluid_->liquid_molar_volume(x, Real(show[in_.T]));
  show.show(flow_, show[in_.F] * v);
  show.show(T_, Real(show[in_.T]));
  for (std::size_t i = 0; i < concentrations_.size(); ++i) show.show(concentrations_[i], x[i] / v);
}

template class UnitAdapter<SampleValve>;

namespace {

void build_sample_valve(UnitSite& site) {
  site.builder().add<SampleValve>(site.path(), site.fluid(), site.only("in"));
}

}  // namespace

UnitKind sample_valve_kind() {
  return {"sample_valve",
          "flow",
          "valve through which samples are drawn from a vessel; a sample_point stands behind it",
          {},
          {},
          {{"in", Phase::liquid, true, true, false, false, "the vessel's outlet"}},
          build_sample_valve};
}

}  // namespace stillhouse
