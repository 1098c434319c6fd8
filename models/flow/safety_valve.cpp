#include "models/flow/safety_valve.h"

#include "models/flow/relief_valve.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

constexpr double travel_time = 0.1;    // s, of the disc
constexpr double off_its_seat = 0.01;  // lift
constexpr double ramp_corner = 0.005;  // of the ramp

}  // namespace

SafetyValve::SafetyValve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters,
                         const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      lift_(declare.differential("lift", "1",
                                 {.start = 0.0, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01, .accuracy = 1e-3},
                                 "lift of the relief valve: 0 seated, 1 fully open")),
      load_(declare.observable("load", "1", {.minimum = -1e6, .maximum = 1e6},
                               "pressure difference over the set pressure: above 1 the valve opens")) {}

template <class Real, class Eq>
Real SafetyValve::load(Eq& eq) const {
  return (eq[branch_.inlet().p] - eq[branch_.outlet().p]) * (1.0 / par_.set_pressure);
}

template <class Real>
void SafetyValve::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], l = eq[lift_];
  const Real q = square(square(Real(smooth_positive(l, 1e-5) * (1.0 / off_its_seat))));
  const Real way = (load<Real>(eq) - 1.0 + par_.blowdown * q / (q + 1.0)) * (1.0 / (par_.overpressure + par_.blowdown));
  eq.equate("lift", travel_time * eq.der(lift_),
            softplus(way, ramp_corner) - softplus(Real(way - 1.0), ramp_corner) - l);

  const Real A = par_.area * l, p1 = eq[in.p], p2 = eq[out.p];
  Real F;
  if (in.phase == Phase::gas) {
    const Real M = fluid_->gas_molar_mass(x);
    F = relief_valve::gas_flow(A, p1, p2, T, M, par_.specific_heats, par_.compressibility, par_.discharge) / M;
  } else {
    F = relief_valve::liquid_flow(A, p1, p2, fluid_->liquid_density(x, T), par_.discharge) * branch_.covered(eq) /
        fluid_->liquid_molar_mass(x);
  }
  branch_.equate(eq, *fluid_, F, Real(0.0), Real(0.0));
}

template <class Show>
void SafetyValve::observe(Show& show) const {
  show.show(load_, load<typename Show::Real>(show));
}

template class UnitAdapter<SafetyValve>;

namespace {

SafetyValve::Parameters settings(const UnitSite& site) {
  SafetyValve::Parameters valve;
  valve.area = site.number("area");
  valve.set_pressure = site.number("set_pressure");
  valve.overpressure = site.number("overpressure");
  valve.blowdown = site.number("blowdown");
  valve.discharge = site.number("discharge");
  return valve;
}

void build_relief_valve(UnitSite& site) {
  site.builder().add<SafetyValve>(site.path(), site.fluid(), settings(site), site.only("in"), site.only("out"));
}

void build_gas_relief_valve(UnitSite& site) {
  SafetyValve::Parameters valve = settings(site);
  valve.specific_heats = site.number("k");
  valve.compressibility = site.number("Z");
  site.builder().add<SafetyValve>(site.path(), site.fluid(), valve, site.only("in"), site.only("out"));
}

UnitKind relief_valve_of(const char* name, Phase phase, const char* sentence, double discharge,
                         void (*build)(UnitSite&)) {
  return {name,
          "flow",
          sentence,
          {{"area", "m^2", 7.1e-5, 1e-7, 0.1, "orifice; API 526: D 71 mm2, E 126, F 198, G 325, H 506, J 830 mm2"},
           {"set_pressure", "Pa", 3e5, 1e3, 1e8, "pressure difference across the valve at which it opens"},
           {"overpressure", "1", 0.10, 0.03, 0.5, "part of the set pressure above it at which it is fully open"},
           {"blowdown", "1", 0.07, 0.02, 0.3, "part of the set pressure below it at which it sits down again"},
           {"discharge", "1", discharge, 0.3, 1.0, "coefficient of discharge K_d"}},
          {},
          {{"in", phase, true, true, false, false, "what is protected"},
           {"out", phase, false, true, false, false, "where it relieves to"}},
          build,
          "SafetyValve"};
}

}  // namespace

std::vector<UnitKind> relief_valve_kinds() {
  UnitKind liquid = relief_valve_of("relief_valve", Phase::liquid, "pressure relief valve for a liquid, after API 520",
                                    0.65, build_relief_valve);
  UnitKind gas = relief_valve_of("gas_relief_valve", Phase::gas, "pressure relief valve for a gas, after API 520",
                                 0.975, build_gas_relief_valve);
  gas.parameters.push_back({"k", "1", 1.4, 1.01, 1.8, "ratio of the gas's heat capacities"});
  gas.parameters.push_back({"Z", "1", 1.0, 0.5, 1.2, "compressibility of the gas before the valve"});
  return {liquid, gas};
}

}  // namespace stillhouse
