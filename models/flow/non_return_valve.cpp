#include "models/flow/non_return_valve.h"

#include "models/flow/check_valve.h"
#include "models/flow/control_valve.h"
#include "models/plant/unit_site.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

constexpr double gamma = 1.4, x_T = 0.7;  // of the gas; of a globe valve
constexpr double corner = 0.025;          // of the opening pressure, over which it opens; numerical

}  // namespace

NonReturnValve::NonReturnValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters,
                               const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      full_at_(par_.opens_at * (1.0 + par_.lift_range)),
      corner_(corner * par_.opens_at),
      branch_(declare, inlet, outlet),
      u_(Branch::declare_velocity(declare, 10.0, "root of the pressure difference that counts over density")),
      load_(declare.observable("load", "1", {.minimum = -1e6, .maximum = 1e6},
                               "pressure difference over that which opens the valve: above 1 it opens")),
      lift_(declare.observable("lift", "1", {.minimum = -1e-6, .maximum = 1.0 + 1e-6},
                               "lift of the disc: 1 at its stop; between 0 and 1 it flutters")) {}

template <class Real>
void NonReturnValve::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], drop = eq[in.p] - eq[out.p];
  const double K = par_.Kv * control_valve::area_of_Kv();
  Real rho, q, conductance;  // kg/m3, m3/s by the law, mol/s for each m/s of u
  if (in.phase == Phase::gas) {
    const Real M = fluid_->gas_molar_mass(x), lifted = check_valve::lift(drop, par_.opens_at, full_at_, corner_);
    rho = eq[in.p] * M / (fluid_->gas_compressibility(x, T, Real(eq[in.p])) * gas_constant * T);
    q = control_valve::gas_flow(Real(par_.Kv * lifted), Real(eq[in.p]), Real(eq[in.p] - softplus(drop, corner_)), rho,
                                gamma, x_T) /
        rho;
    conductance = K * rho / M;
  } else {
    rho = fluid_->liquid_density(x, T);
    q = check_valve::flow(drop, rho, K, par_.opens_at, full_at_, corner_);
    conductance = K * branch_.covered(eq) / fluid_->liquid_molar_volume(x, T);
  }
  eq.equate("hydraulic law", signed_square(Real(eq[u_]), Real(corner_ / rho)), square(Real(q * (1.0 / K))));
  branch_.equate(eq, *fluid_, Real(conductance * eq[u_]), Real(0.0), Real(0.0));
}

template <class Show>
void NonReturnValve::observe(Show& show) const {
  using Real = typename Show::Real;
  const Real drop = show[branch_.inlet().p] - show[branch_.outlet().p];
  show.show(load_, drop * (1.0 / par_.opens_at));
  show.show(lift_, check_valve::lift(drop, par_.opens_at, full_at_, corner_));
}

template class UnitAdapter<NonReturnValve>;

namespace {

void build_check_valve(UnitSite& site) {
  site.builder().add<NonReturnValve>(
      site.path(), site.fluid(),
      NonReturnValve::Parameters{site.number("Kv"), site.number("opening_pressure"), site.number("lift_range")},
      site.only("in"), site.only("out"));
}

UnitKind check_valve_of(const char* name, Phase phase, const char* sentence) {
  return {name,
          "flow",
          sentence,
          {{"Kv", "1", 10.0, 1e-6, 1e5, "flow coefficient: m3/h of water at a drop of 1 bar when fully lifted"},
           {"opening_pressure", "Pa", 2e3, 100.0, 1e6, "pressure difference that begins to open it"},
           {"lift_range", "1", 0.5, 0.1, 100.0,
            "fully lifted at so many times the opening pressure beyond it; by its maker's least velocity, else an "
            "estimate: a "
            "weighted disc 0.5, a stiff spring 2"}},
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
