#include "models/flow/restriction.h"

#include "models/flow/orifice_meter.h"
#include "models/plant/unit_site.h"

namespace stillhouse {

namespace {

constexpr double quarter_pi = 0.78539816339744831;
constexpr double corner = 20.0;     // Pa, over which flow sets in behind a vessel; numerical
constexpr double resting = 1e-3;    // m2/s2, of difference over density, below which a flow is linear; numerical
constexpr double slowest = 5000.0;  // Re, down to which ISO 5167-2 gives coefficients
constexpr double narrowest = 0.1, widest = 0.75;  // beta of ISO 5167-2

}  // namespace

Restriction::Restriction(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters,
                         const Port& inlet, const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      beta_(par_.pipe > 0.0 ? par_.diameter / par_.pipe : 0.0),
      area_(quarter_pi * par_.diameter * par_.diameter / sqrt(1.0 - square(square(beta_)))),
      branch_(declare, inlet, outlet),
      u_(Branch::declare_velocity(declare, 10.0, "velocity that the pressure difference gives to a free jet")) {
  if (par_.pipe <= 0.0) {
    declare.check("discharge of a hole without a pipe", par_.discharge, 0.01, 1.0, "1");
    return;
  }
  declare.check("diameter", par_.diameter, narrowest * par_.pipe, widest * par_.pipe, "m");
  difference_ =
      declare.observable("difference", "Pa", {.minimum = -1e8, .maximum = 1e8}, "pressure difference between the taps");
  reynolds_ = declare.observable("reynolds", "1", {.minimum = -1e9, .maximum = 1e9},
                                 "Reynolds number in the pipe: the coefficient holds above 5000");
  discharge_ = declare.observable("discharge", "1", {.maximum = 2.0}, "coefficient of discharge");
}

template <class Real, class Eq>
Real Restriction::reynolds(Eq& eq) const {
  const MaterialStream& in = branch_.inlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  return eq[branch_.outlet().F] * fluid_->liquid_molar_mass(x) /
         (quarter_pi * par_.pipe * fluid_->liquid_viscosity(x, Real(eq[in.T])));
}

template <class Real, class Eq>
Real Restriction::discharge(Eq& eq) const {
  if (par_.discharge > 0.0) return Real(par_.discharge);
  const Real Re = reynolds<Real>(eq);
  return orifice_meter::discharge_coefficient(Real(sqrt(Re * Re + slowest * slowest)), par_.diameter, par_.pipe,
                                              {par_.tap_before, par_.tap_after});
}

template <class Real>
void Restriction::equations(Equations<Real>& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real T = eq[in.T], drop = eq[in.p] - eq[out.p];
  const Real C = discharge<Real>(eq);
  Real driving = branch_.driving(drop, corner);
  if (par_.pipe > 0.0) driving = driving / orifice_meter::lasting_loss(Real(1.0), C, beta_);
  eq.equate("Bernoulli", signed_square(Real(eq[u_]), Real(resting)), 2.0 * driving / fluid_->liquid_density(x, T));
  branch_.equate(eq, *fluid_, Real(C * area_ * eq[u_] * branch_.covered(eq) / fluid_->liquid_molar_volume(x, T)),
                 Real(0.0), Real(0.0));
}

template <class Show>
void Restriction::observe(Show& show) const {
  if (par_.pipe <= 0.0) return;
  using Real = typename Show::Real;
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const Real C = discharge<Real>(show);
  show.show(difference_, (show[in.p] - show[out.p]) / orifice_meter::lasting_loss(Real(1.0), C, beta_));
  show.show(reynolds_, reynolds<Real>(show));
  show.show(discharge_, C);
}

template class UnitAdapter<Restriction>;

namespace {

void build_orifice(UnitSite& site) {
  Restriction::Parameters orifice;
  orifice.diameter = site.number("diameter");
  orifice.discharge = site.number("discharge");
  orifice.pipe = site.number("pipe");
  if (orifice.pipe > 0.0) {
    const std::string& word = site.word("taps");
    const orifice_meter::Taps taps = word == "flange"   ? orifice_meter::flange_taps(orifice.pipe)
                                     : word == "radius" ? orifice_meter::pipe_taps
                                                        : orifice_meter::corner_taps;
    orifice.tap_before = taps.upstream;
    orifice.tap_after = taps.downstream;
  }
  site.builder().add<Restriction>(site.path(), site.fluid(), orifice, site.only("in"), site.only("out"));
}

}  // namespace

UnitKind orifice_kind() {
  return {
      "orifice",
      "flow",
      "hole for a liquid: a drain that runs by the liquid's weight, or a plate in a pipe that meters the flow",
      {{"diameter", "m", 0.01, 1e-5, 1.0, "diameter of the hole"},
       {"discharge", "1", 0.61, 0.0, 1.0,
        "coefficient of discharge: 0.61 a sharp edge, 0.82 a short tube, 0.98 a rounded inlet; 0, in a pipe: of the "
        "Reynolds number, by ISO 5167-2"},
       {"pipe", "m", 0.0, 0.0, 2.0,
        "inner diameter of the pipe that the plate is in, 1.33 to 10 times the hole; 0: a hole in a vessel"}},
      {{"taps",
        {"corner", "flange", "radius"},
        "where the difference is taken; radius: D before and D/2 behind the plate"}},
      {{"in", Phase::liquid, true, true, false, false, "from here"},
       {"out", Phase::liquid, false, true, false, false, "to there"}},
      build_orifice,
      "Restriction"};
}

}  // namespace stillhouse
