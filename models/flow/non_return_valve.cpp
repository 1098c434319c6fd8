#include "models/flow/non_return_valve.h"

#include "models/flow/check_valve.h"
#include "models/flow/control_valve.h"
#include "models/plant/unit_site.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

constexpr double corner = 50.0;           // Pa, over which it opens; numerical
constexpr double gamma = 1.4, x_T = 0.7;  // of the gas; of a globe valve

}  // namespace

NonReturnValve::NonReturnValve(Declare& declare, std::shared_ptr<const Fluid> fluid, double Kv, double opening_pressure,
                               const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      Kv_(Kv),
      opens_at_(opening_pressure),
      branch_(declare, inlet, outlet),
      u_(Branch::declare_velocity(declare, 10.0, "root of the pressure difference that counts over density")),
      load_(declare.observable("load", "1", {.minimum = -1e6, .maximum = 1e6},
                               "pressure difference over that which opens the valve: above 1 it is open")) {}

template <class Real>
void NonReturnValve::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], drop = eq[in.p] - eq[out.p];
  const double K = Kv_ * control_valve::area_of_Kv();
  Real rho, q, conductance;  // kg/m3, m3/s by the law, mol/s for each m/s of u
  if (in.phase == Phase::gas) {
    const Real M = fluid_->gas_molar_mass(x), counting = softplus(Real(drop - opens_at_), corner);
    rho = eq[in.p] * M / (fluid_->gas_compressibility(x, T, Real(eq[in.p])) * gas_constant * T);
    q = control_valve::gas_flow(Real(Kv_), Real(eq[in.p]), Real(eq[in.p] - counting), rho, gamma, x_T) / rho;
    conductance = K * rho / M;
  } else {
    rho = fluid_->liquid_density(x, T);
    q = check_valve::flow(drop, rho, K, opens_at_, corner);
    conductance = K * branch_.covered(eq) / fluid_->liquid_molar_volume(x, T);
  }
  eq.equate("hydraulic law", signed_square(Real(eq[u_]), Real(corner / rho)), square(Real(q * (1.0 / K))));
  branch_.equate(eq, *fluid_, Real(conductance * eq[u_]), Real(0.0), Real(0.0));
}

template <class Show>
void NonReturnValve::observe(Show& show) const {
  show.show(load_, (show[branch_.inlet().p] - show[branch_.outlet().p]) * (1.0 / opens_at_));
}

template class UnitAdapter<NonReturnValve>;

namespace {

void build_check_valve(UnitSite& site) {
  site.builder().add<NonReturnValve>(site.path(), site.fluid(), site.number("Kv"), site.number("opening_pressure"),
                                     site.only("in"), site.only("out"));
}

UnitKind check_valve_of(const char* name, Phase phase, const char* sentence) {
  return {name,
          "flow",
          sentence,
          {{"Kv", "1", 10.0, 1e-6, 1e5, "flow coefficient: m3/h of water at a drop of 1 bar when open"},
           {"opening_pressure", "Pa", 2e3, 100.0, 1e6, "pressure difference that opens it"}},
          {},
          {{"in", phase, true, true, false, false, "from here"}, {"out", phase, false, true, false, false, "to there"}},
          build_check_valve,
          "NonReturnValve"};
}

}  // namespace

std::vector<UnitKind> check_valve_kinds() {
  return {check_valve_of("check_valve", Phase::liquid, "check valve for a liquid; opens with the pressure difference"),
          check_valve_of("gas_check_valve", Phase::gas, "check valve for a gas; lets nothing back")};
}

}  // namespace stillhouse
