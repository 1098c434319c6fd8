#include "models/flow/pump.h"

#include "models/flow/centrifugal_pump.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

// numerical, as shares of the greatest flow, of H0, and of NPSH_0 that is added so that a pump at rest needs some
constexpr double turning = 1e-2, holding = 3e-4, needed_at_rest = 1e-3;
constexpr double cavities = 0.2;       // s
constexpr double rise_corner = 100.0;  // Pa, above which pumping takes power

}  // namespace

Pump::Pump(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
           const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      speed_(declare, "speed", par_.run_up, par_.start, "speed of the pump as a fraction of its own"),
      trip_(declare.input("trip", "1", {.start = 0.0, .nominal = 1.0, .minimum = 0.0, .maximum = 1.0},
                          "1: the motor is tripped and the pump runs down, whatever speed is asked for")),
      Q_(declare.algebraic("volume_flow", "m^3/s",
                           {.nominal = par_.flow, .minimum = -10.0, .maximum = 100.0, .accuracy = 1e-3},
                           "flow that the head drives, were the suction full of liquid")),
      cavitation_(declare.differential(
          "cavitation", "1", {.start = 0.0, .nominal = 1.0, .minimum = -0.01, .maximum = 1.01, .accuracy = 1e-3},
          "share of the head that cavitation takes away: 3 % where the suction head is just what is required")),
      work_(declare.ledger("work", declare.conserved("energy", "J"), 1e6, "work put into the liquid since the start")),
      available_(declare.observable("npsh_available", "m", {.minimum = -1e4, .maximum = 1e5},
                                    "suction head over the pressure at which the liquid boils")),
      required_(declare.observable("npsh_required", "m", {.minimum = 0.0, .maximum = 1e5},
                                   "suction head that the pump needs at this speed and flow")),
      power_(declare.observable("power", "W", {.minimum = -1.0, .maximum = 1e9}, "power that goes into the liquid")),
      dry_(declare.observable("dry", "1", {.minimum = -1e-3, .maximum = 1.001}, "share of the inlet without liquid")) {}

template <class Real, class Eq>
Pump::Suction<Real> Pump::suction(Eq& eq) const {
  const MaterialStream& in = branch_.inlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], s = speed_.position(eq);
  Suction<Real> w;
  w.v = fluid_->liquid_molar_volume(x, T);
  w.rho = fluid_->liquid_density(x, T);
  const Real nothing(0.0);
  w.available =
      centrifugal_pump::npsh_available(Real(eq[in.p]), boiling_pressure(*fluid_, x, T), w.rho, nothing, nothing);
  w.required = centrifugal_pump::npsh_required(Real(eq[Q_]), s, par_.npsh, par_.flow);
  return w;
}

template <class Real, class Eq>
Real Pump::added_enthalpy(Eq& eq, const Real& v) const {
  // against a higher pressure only: what pushes itself through is not braked
  const Real rise = eq[branch_.outlet().p] - eq[branch_.inlet().p];
  return smooth_positive(rise, rise_corner) * v * (1.0 / par_.efficiency);
}

template <class Real>
void Pump::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const Suction<Real> w = suction<Real>(eq);
  const Real s = speed_.position(eq);
  const Real H = (eq[out.p] - eq[in.p]) / (w.rho * centrifugal_pump::g);
  // what gas at the suction leaves of the head, too
  const Real c = (1.0 - eq[cavitation_]) * eq[in.wet];
  const Real beyond = c * s * s - H * (1.0 / par_.head), Q = eq[Q_];
  eq.equate(
      "head",
      centrifugal_pump::spent_head(Q, c, par_.head / (par_.flow * par_.flow), turning * par_.flow) * (1.0 / par_.head),
      branch_.driving(beyond, holding));
  const Real dh = added_enthalpy(eq, w.v);
  const Real lost = dh * (1.0 - par_.efficiency);
  branch_.equate(eq, *fluid_, Real(Q * branch_.covered(eq) / w.v), dh,
                 Real(lost / liquid_heat_capacity(*fluid_, composition(eq, in.x), Real(eq[in.T]))));
  const Real sound = centrifugal_pump::head_when_cavitating(w.available, Real(w.required + needed_at_rest * par_.npsh));
  eq.equate("cavities", cavities * eq.der(cavitation_), 1.0 - sound - eq[cavitation_]);
  eq.equate("ledger of work", eq.der(work_), eq[out.F] * dh);
  speed_.equate(eq, Real(1.0 - eq[trip_]));
}

template <class Show>
void Pump::observe(Show& show) const {
  using Real = typename Show::Real;
  const Suction<Real> w = suction<Real>(show);
  show.show(available_, w.available);
  show.show(required_, w.required);
  show.show(power_, show[branch_.outlet().F] * added_enthalpy(show, w.v));
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
  pump.run_up = site.number("run_up");
  site.builder().add<Pump>(site.path(), site.fluid(), pump, site.only("in"), site.only("out"));
}

}  // namespace

UnitKind pump_kind() {
  return {"pump",
          "flow",
          "centrifugal pump; loses head as it cavitates, runs down when tripped, delivers nothing when it runs dry",
          {{"head", "m", 20.0, 0.1, 5000.0, "head at no flow and full speed"},
           {"flow", "m^3/s", 1e-3, 1e-9, 10.0, "flow at no head and full speed"},
           {"efficiency", "1", 0.6, 0.05, 0.95, "share of its power that becomes flow and head"},
           {"npsh", "m", 2.0, 0.05, 50.0, "net positive suction head that it needs at that flow and full speed"},
           {"speed", "1", 0.0, 0.0, 1.0, "speed at the start, as a fraction of its own"},
           {"run_up", "s", 2.0, 0.05, 600.0, "time constant with which it gains and loses speed"}},
          {},
          {{"in", Phase::liquid, true, true, false, false, "suction"},
           {"out", Phase::liquid, false, true, false, false, "delivery"}},
          build_pump};
}

}  // namespace stillhouse
