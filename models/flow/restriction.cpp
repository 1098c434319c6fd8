#include "models/flow/restriction.h"

#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

constexpr double quarter_pi = 0.78539816339744831;
constexpr double corner = 20.0;   // Pa, over which flow sets in behind a vessel; numerical
constexpr double resting = 1e-3;  // m2/s2, of difference over density, below which a flow is linear; numerical

}  // namespace

Restriction::Restriction(Declare& declare, std::shared_ptr<const Fluid> fluid, double diameter, double discharge,
                         const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      effective_area_(discharge * quarter_pi * diameter * diameter),
      branch_(declare, inlet, outlet),
      u_(Branch::declare_velocity(declare, 10.0, "velocity that the pressure difference gives to a free jet")) {}

template <class Real>
void Restriction::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], drop = eq[in.p] - eq[out.p];
  eq.equate("Bernoulli", signed_square(Real(eq[u_]), Real(resting)),
            2.0 * branch_.driving(drop, corner) / fluid_->liquid_density(x, T));
  branch_.equate(eq, *fluid_, Real(effective_area_ * eq[u_] * branch_.covered(eq) / fluid_->liquid_molar_volume(x, T)),
                 Real(0.0), Real(0.0));
}

template class UnitAdapter<Restriction>;

namespace {

void build_orifice(UnitSite& site) {
  site.builder().add<Restriction>(site.path(), site.fluid(), site.number("diameter"), site.number("discharge"),
                                  site.only("in"), site.only("out"));
}

}  // namespace

UnitKind orifice_kind() {
  return {"orifice",
          "flow",
          "hole for a liquid: a drain that runs by the liquid's weight, or a restriction in a line",
          {{"diameter", "m", 0.01, 1e-5, 1.0, "diameter of the hole"},
           {"discharge", "1", 0.61, 0.01, 1.0,
            "coefficient of discharge: 0.61 a sharp edge, 0.82 a short tube, 0.98 a rounded inlet"}},
          {},
          {{"in", Phase::liquid, true, true, false, false, "from here"},
           {"out", Phase::liquid, false, true, false, false, "to there"}},
          build_orifice,
          "Restriction"};
}

}  // namespace stillhouse
