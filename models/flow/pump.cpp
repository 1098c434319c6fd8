#include "models/flow/pump.h"

#include "models/plant/unit_site.h"

#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double g = standard_gravity;
constexpr double heat = 75.0;        // J/(mol K), of a mole of water: how far lost work warms a liquid
constexpr double onset = 0.5 / 7.0;  // m; the logistic step falls from 97 % to 3 % over 0.5 m

}  // namespace

Pump::Pump(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
           const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      speed_(declare, "speed", par_.run_up, par_.start, "speed of the pump as a fraction of its own"),
      work_(declare.ledger("work", declare.conserved("energy", "J"), 1e6, "work put into the liquid since the start")),
      margin_(declare.observable("npsh_margin", "m", {.minimum = -1e4, .maximum = 1e5},
                                 "suction head beyond what the pump needs; it cavitates below zero")),
      power_(declare.observable("power", "W", {.minimum = -1.0, .maximum = 1e9}, "power that goes into the liquid")),
      dry_(declare.observable("dry", "1", {.minimum = -1e-3, .maximum = 1.001}, "share of the inlet without liquid")) {}

template <class Real, class Eq>
Pump::Working<Real> Pump::working(Eq& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T];
  Working<Real> w;
  w.v = fluid_->liquid_molar_volume(x, T);
  const Real rho_g = fluid_->liquid_density(x, T) * g;
  w.rise = eq[out.p] - eq[in.p];
  const Real available = (eq[in.p] - boiling_pressure(*fluid_, x, T)) / rho_g;
  // what is needed at the flow that the curve gives without cavitation
  const Real s = speed_.position(eq);
  const Real free = smooth_positive(Real(s * s - w.rise / (rho_g * par_.head)), 1e-4);
  w.margin = available - par_.npsh * (0.2 + 0.8 * free);
  const Real sound = smooth_step(Real(w.margin + 0.25), onset) * eq[in.wet];
  const Real beyond = sound * s * s - w.rise / (rho_g * par_.head);
  const Real left = branch_.is_first() ? smooth_positive(beyond, 1e-4) : beyond;
  w.Q = par_.flow * signed_sqrt(left, 1e-4) * branch_.covered(eq);
  w.F = w.Q / w.v;
  return w;
}

template <class Real>
void Pump::equations(Equations<Real>& eq) const {
  const Working<Real> w = working<Real>(eq);
  // against a higher pressure only: what pushes itself through is not braked
  const Real dh = smooth_positive(w.rise, 100.0) * w.v * (1.0 / par_.efficiency);
  branch_.equate(eq, *fluid_, w.F, dh, Real(dh * ((1.0 - par_.efficiency) / heat)));
  eq.equate("ledger of work", eq.der(work_), eq[branch_.outlet().F] * dh);
  speed_.equate(eq);
}

template <class Show>
void Pump::observe(Show& show) const {
  using Real = typename Show::Real;
  const Working<Real> w = working<Real>(show);
  show.show(margin_, w.margin);
  show.show(power_, w.Q * smooth_positive(w.rise, 100.0) * (1.0 / par_.efficiency));
  show.show(dry_, 1.0 - show[branch_.inlet().wet]);
}

template class UnitAdapter<Pump>;

namespace {

void build_pump(UnitSite& site) {
  Pump::Parameters pump;
  pump.head = site.number("head");
  pump.flow = site.number("flow");
  pump.efficiency = site.number("efficiency");
  pump.npsh = site.number("npsh");
  pump.start = site.number("speed");
  site.builder().add<Pump>(site.path(), site.fluid(), pump, site.only("in"), site.only("out"));
}

}  // namespace

UnitKind pump_kind() {
  return {"pump",
          "flow",
          "centrifugal pump with a check valve; cavitates, and delivers nothing when it runs dry",
          {{"head", "m", 20.0, 0.1, 5000.0, "head at no flow and full speed"},
           {"flow", "m^3/s", 1e-3, 1e-9, 10.0, "flow at no head and full speed"},
           {"efficiency", "1", 0.6, 0.05, 0.95, "share of its power that becomes flow and head"},
           {"npsh", "m", 2.0, 0.05, 50.0, "net positive suction head that it needs at full flow"},
           {"speed", "1", 0.0, 0.0, 1.0, "speed at the start, as a fraction of its own"}},
          {},
          {{"in", Phase::liquid, true, true, false, false, "suction"},
           {"out", Phase::liquid, false, true, false, false, "delivery"}},
          build_pump};
}

}  // namespace stillhouse
