#include "models/flow/pipe.h"

#include "models/flow/pipe_friction.h"
#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double quarter_pi = 0.78539816339744831;
constexpr double corner = 20.0;   // Pa, over which flow sets in behind a vessel; numerical
constexpr double turning = 1e-3;  // m/s, about which what fittings lose is linear; numerical
constexpr double trickle = 1e-5;  // mol/s, below which a flow takes the room's temperature; numerical

}  // namespace

Pipe::Pipe(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const PipeSize& size, double loss,
           const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      room_(room),
      size_(size),
      loss_(loss),
      branch_(declare, inlet, outlet),
      v_(Branch::declare_velocity(declare, 1.0, "velocity of the liquid, were the pipe full of it")),
      heat_(declare.ledger("heat", declare.conserved("energy", "J"), 1e6, "heat from the room since the start")),
      reynolds_(declare.observable("reynolds", "1", {.minimum = -1e9, .maximum = 1e9},
                                   "Reynolds number: laminar below 2300, turbulent above 4000")),
      friction_(declare.observable("friction", "Pa", {.minimum = -1e8, .maximum = 1e8},
                                   "pressure lost along the pipe and in its fittings")) {
  declare.check("roughness", size_.roughness, 0.0, 0.05 * size_.diameter, "m");
}

template <class Real, class Eq>
Pipe::Running<Real> Pipe::running(Eq& eq) const {
  const MaterialStream& in = branch_.inlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T];
  const Real v = eq[v_];
  Running<Real> r;
  r.rho = fluid_->liquid_density(x, T);
  r.mu = fluid_->liquid_viscosity(x, T);
  r.lost =
      pipe_friction::pressure_drop(v, r.rho, r.mu, size_.diameter, size_.length, size_.roughness / size_.diameter) +
      pipe_friction::fittings_drop(v, r.rho, Real(size_.velocity_heads), turning);
  return r;
}

template <class Real>
void Pipe::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T];
  const Running<Real> r = running<Real>(eq);
  const Real drop = eq[in.p] - eq[out.p] - (standard_gravity * size_.elevation) * r.rho;
  eq.equate("momentum", r.lost, branch_.driving(drop, corner));
  const Real F =
      (quarter_pi * size_.diameter * size_.diameter) * eq[v_] / fluid_->liquid_molar_volume(x, T) * branch_.covered(eq);
  const Real flowing = smooth_positive(Real(eq[out.F]), trickle);
  const Real kept = exp(-loss_ / (flowing * liquid_heat_capacity(*fluid_, x, T)));
  const Real T_out = loss_ > 0.0 ? eq[room_.T] + (T - eq[room_.T]) * kept : T;
  const Real dh = fluid_->liquid_enthalpy(x, T_out) - fluid_->liquid_enthalpy(x, T);
  branch_.equate(eq, *fluid_, F, dh, Real(T_out - T));
  eq.equate("ledger of heat", eq.der(heat_), eq[out.F] * dh);
}

template <class Show>
void Pipe::observe(Show& show) const {
  using Real = typename Show::Real;
  const Running<Real> r = running<Real>(show);
  show.show(reynolds_, r.rho * show[v_] * size_.diameter / r.mu);
  show.show(friction_, r.lost);
}

template class UnitAdapter<Pipe>;

std::vector<ParameterInfo> pipe_parameters() {
  return {
      {"length", "m", 10.0, 0.01, 1e6, "length"},
      {"diameter", "m", 0.05, 1e-4, 10.0, "inner diameter"},
      {"roughness", "m", 4.6e-5, 0.0, 0.01, "roughness of the wall: commercial steel 0.046 mm, drawn tube 0.0015 mm"},
      {"elevation", "m", 0.0, -1000.0, 1000.0, "height of the outlet over the inlet"},
      {"velocity_heads", "1", 0.0, 0.0, 1e5,
       "velocity heads lost in all fittings: entrance 0.5, exit 1, elbow 0.75, gate valve 0.17"}};
}

PipeSize pipe_size(const UnitSite& site) {
  return {site.number("length"), site.number("diameter"), site.number("roughness"), site.number("elevation"),
          site.number("velocity_heads")};
}

namespace {

void build_pipe(UnitSite& site) {
  site.builder().add<Pipe>(site.path(), site.fluid(), site.room(), pipe_size(site), site.number("loss"),
                           site.only("in"), site.only("out"));
}

}  // namespace

UnitKind pipe_kind() {
  std::vector<ParameterInfo> parameters = pipe_parameters();
  parameters.push_back({"loss", "W/K", 0.0, 0.0, 1e6, "heat lost to the room for each kelvin, over the whole length"});
  return {"pipe",
          "flow",
          "pipe full of liquid, from laminar to turbulent, up or down, with fittings and loss of heat",
          parameters,
          {},
          {{"in", Phase::liquid, true, true, false, false, "from here"},
           {"out", Phase::liquid, false, true, false, false, "to there"}},
          build_pipe};
}

}  // namespace stillhouse
