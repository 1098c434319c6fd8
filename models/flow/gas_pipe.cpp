#include "models/flow/gas_pipe.h"

#include "models/flow/pipe_friction.h"
#include "models/properties/gas_constant.h"
#include "models/properties/gravity.h"

namespace stillhouse {

namespace {

constexpr double quarter_pi = 0.78539816339744831;
constexpr double corner = 20.0;   // Pa, over which the flow turns round; numerical
constexpr double choking = 50.0;  // Pa, over which the pressure at the end is held; numerical
constexpr double resting = 1e-4;  // of the speed of sound, below which it is not told from none; numerical
constexpr double turning = 1e-2;  // m/s, about which what fittings lose is linear; numerical

}  // namespace

GasPipe::GasPipe(Declare& declare, std::shared_ptr<const Fluid> fluid, const PipeSize& size, const Port& inlet,
                 const Port& outlet)
    : fluid_(std::move(fluid)),
      viscosity_(*fluid_),
      size_(size),
      area_(quarter_pi * size_.diameter * size_.diameter),
      branch_(declare, inlet, outlet),
      v_(Branch::declare_velocity(declare, 10.0, "velocity of the gas at its mean density")),
      reynolds_(declare.observable("reynolds", "1", {.minimum = -1e10, .maximum = 1e10},
                                   "Reynolds number: laminar below 2300, turbulent above 4000")),
      choked_(declare.observable("choked", "1", {.minimum = 0.0, .maximum = 1e6},
                                 "pressure that the gas needs to leave the pipe over that which is there: above 1 it "
                                 "leaves with the speed of sound")) {
  declare.check("roughness", size_.roughness, 0.0, 0.05 * size_.diameter, "m");
}

template <class Real, class Eq>
GasPipe::Flowing<Real> GasPipe::flowing(Eq& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const Real drop = eq[in.p] - eq[out.p], size = sqrt(drop * drop + corner * corner);
  Flowing<Real> w;
  w.direction = drop / size;
  w.high = 0.5 * (eq[in.p] + eq[out.p] + size);
  w.low = 0.5 * (eq[in.p] + eq[out.p] - size);
  const Real forwards = 0.5 + 0.5 * w.direction;
  PerSpecies<Real> y(in.x.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = forwards * eq[in.x[i]] + (1.0 - forwards) * eq[out.x_back[i]];
  const Real T = eq[in.T];
  w.M = fluid_->gas_molar_mass(y);
  w.mu = viscosity_(y, T);
  w.sound = sqrt(fluid_->gas_compressibility(y, T, Real(0.5 * (w.high + w.low))) * gas_constant * T / w.M);
  // the end holds out against G c: by the mean pressure, G c = v (p_1 + p_2)/(2 c), hence p_2 = p_1 m/(2 - m) with m =
  // v/c, which stays below one
  const Real m = sqrt(square(Real(eq[v_] / w.sound)) + resting * resting);
  const Real mach = m - softplus(Real(m - 1.0), 0.02);
  w.end = smooth_max(w.low, Real(w.high * mach / (2.0 - mach)), choking);
  w.rho = 0.5 * (w.high + w.end) / (w.sound * w.sound);
  return w;
}

template <class Real>
void GasPipe::equations(Equations<Real>& eq) const {
  const Flowing<Real> w = flowing<Real>(eq);
  const Real v = eq[v_];
  const Real heads = size_.velocity_heads + 2.0 * smooth_positive(Real(log(w.high / w.end)), 1e-3);
  const Real drop = w.direction * (w.high - w.end) - (standard_gravity * size_.elevation) * w.rho;
  eq.equate(
      "momentum",
      pipe_friction::pressure_drop(v, w.rho, w.mu, size_.diameter, size_.length, size_.roughness / size_.diameter) +
          pipe_friction::fittings_drop(v, w.rho, heads, turning),
      drop);
  branch_.equate(eq, *fluid_, Real(area_ * w.rho * v / w.M), Real(0.0), Real(0.0));
}

template <class Show>
void GasPipe::observe(Show& show) const {
  using Real = typename Show::Real;
  const Flowing<Real> w = flowing<Real>(show);
  const Real v = show[v_];
  show.show(reynolds_, w.rho * v * size_.diameter / w.mu);
  show.show(choked_, w.rho * w.sound * sqrt(v * v + square(Real(resting * w.sound))) / w.low);
}

template class UnitAdapter<GasPipe>;

namespace {

void build_gas_pipe(UnitSite& site) {
  site.builder().add<GasPipe>(site.path(), site.fluid(), pipe_size(site), site.only("in"), site.only("out"));
}

}  // namespace

UnitKind gas_pipe_kind() {
  return {"gas_pipe",
          "flow",
          "pipe for a gas, from laminar to turbulent and choked, with fittings; lets gas through both ways",
          pipe_parameters(),
          {},
          {{"in", Phase::gas, true, true, false, false, "from here"},
           {"out", Phase::gas, false, true, false, false, "to there"}},
          build_gas_pipe};
}

}  // namespace stillhouse
