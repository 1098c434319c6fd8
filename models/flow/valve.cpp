#include "models/flow/valve.h"

#include "models/plant/unit_site.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

constexpr double corner = 20.0;                                  // Pa, width over which a flow sets in
constexpr double bar = 1e5, hour = 3600.0;                       // Pa, s
constexpr double liquid_critical_factor = 0.96 - 0.28 * 0.1732;  // F_F at p_v/p_c = 0.03

}  // namespace

Valve::Valve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
             const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      stem_(declare, "opening", par_.stroke, par_.start, "opening of the valve"),
      choked_(declare.observable("choked", "1", {.minimum = -1e3, .maximum = 1e3},
                                 "pressure drop over the largest that still makes the flow grow")) {}

template <class Real>
Real Valve::share(const Real& z) const {
  switch (par_.characteristic) {
    case Characteristic::equal_percentage:
      return (exp(z * log(par_.rangeability)) - 1.0) / (par_.rangeability - 1.0);
    case Characteristic::quick_opening:
      return signed_sqrt(z, 1e-3);
    case Characteristic::linear:
      break;
  }
  return z;
}

template <class Real, class Eq>
Real Valve::useful_drop(Eq& eq) const {
  const MaterialStream& in = branch_.inlet();
  if (in.phase == Phase::gas) return par_.specific_heats / 1.4 * par_.critical_ratio * eq[in.p];
  const Real boiling = boiling_pressure(*fluid_, composition(eq, in.x), Real(eq[in.T]));
  return par_.recovery * par_.recovery * (eq[in.p] - liquid_critical_factor * boiling);
}

template <class Real, class Eq>
Real Valve::flow(Eq& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const Real z = share(Real(stem_.position(eq)));
  const Real drop = eq[in.p] - eq[out.p];
  const Real useful = useful_drop<Real>(eq);
  if (in.phase == Phase::liquid) {
    // the drop that counts: none backwards, no more than the useful one
    const Real forwards = branch_.is_first() ? smooth_positive(drop, corner) : drop;
    const Real counting = forwards - smooth_positive(Real(forwards - smooth_positive(useful, corner)), corner);
    const PerSpecies<Real> x = composition(eq, in.x);
    const Real v = fluid_->liquid_molar_volume(x, Real(eq[in.T])), rho = fluid_->liquid_density(x, Real(eq[in.T]));
    return z * (par_.Kv / hour) * signed_sqrt(Real(counting * 1000.0 / bar / rho), 1e-4) / v * branch_.covered(eq);
  }
  // either way; densities of both sides averaged, so that reversal has no kink
  const Real limit = smooth_positive(useful, corner);
  const Real size = sqrt(drop * drop + corner * corner);
  const Real counting = size - smooth_positive(Real(size - limit), corner);
  const Real expansion = 1.0 - counting / (3.0 * limit);
  const Real M =
      0.5 * (fluid_->gas_molar_mass(composition(eq, in.x)) + fluid_->gas_molar_mass(composition(eq, out.x_back)));
  const Real rho =
      0.5 * (eq[in.p] + smooth_max(Real(eq[out.p]), Real(eq[in.p] - limit), corner)) * M / (gas_constant * eq[in.T]);
  return z * (27.3 * par_.Kv / hour) * expansion * (drop / size) * sqrt(counting * rho * (1.0 / bar)) / M;
}

template <class Real>
void Valve::equations(Equations<Real>& eq) const {
  branch_.equate(eq, *fluid_, flow<Real>(eq), Real(0.0), Real(0.0));
  stem_.equate(eq);
}

template <class Show>
void Valve::observe(Show& show) const {
  using Real = typename Show::Real;
  const Real useful = useful_drop<Real>(show);
  show.show(choked_, (show[branch_.inlet().p] - show[branch_.outlet().p]) / smooth_positive(useful, corner));
}

template class UnitAdapter<Valve>;

namespace {

void build_valve(UnitSite& site) {
  Valve::Parameters valve;
  valve.Kv = site.number("Kv");
  valve.stroke = site.number("stroke");
  valve.start = site.number("opening");
  const std::string& word = site.word("characteristic");
  valve.characteristic = word == "equal_percentage" ? Valve::Characteristic::equal_percentage
                         : word == "quick_opening"  ? Valve::Characteristic::quick_opening
                                                    : Valve::Characteristic::linear;
  site.builder().add<Valve>(site.path(), site.fluid(), valve, site.only("in"), site.only("out"));
}

UnitKind valve_of(const char* name, Phase phase, const char* sentence) {
  return {name,
          "flow",
          sentence,
          {{"Kv", "1", 1.0, 1e-6, 1e5, "flow coefficient: m3/h of water at a drop of 1 bar when open"},
           {"opening", "1", 0.0, 0.0, 1.0, "opening at the start"},
           {"stroke", "s", 2.0, 0.05, 600.0, "time constant of the stem"}},
          {{"characteristic",
            {"linear", "equal_percentage", "quick_opening"},
            "how the share of Kv grows with the opening"}},
          {{"in", phase, true, true, false, false, "from here"}, {"out", phase, false, true, false, false, "to there"}},
          build_valve};
}

}  // namespace

std::vector<UnitKind> valve_kinds() {
  return {valve_of("valve", Phase::liquid, "control valve for a liquid, after IEC 60534; lets nothing back"),
          valve_of("gas_valve", Phase::gas, "control valve for a gas, after IEC 60534; lets gas through both ways")};
}

}  // namespace stillhouse
