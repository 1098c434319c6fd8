#include "models/flow/valve.h"

#include "models/flow/control_valve.h"
#include "models/plant/unit_site.h"
#include "models/properties/component.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

namespace {

constexpr double turning_width = 20.0;  // Pa, width over which a flow sets in or turns round; numerical
constexpr double linear_below =
    1e-2;  // m2/s2, of difference over density, below which a liquid's flow is linear; numerical

}  // namespace

Valve::Valve(Declare& declare, std::shared_ptr<const Fluid> fluid, const Parameters& parameters, const Port& inlet,
             const Port& outlet)
    : fluid_(std::move(fluid)),
      par_(parameters),
      branch_(declare, inlet, outlet),
      stem_(declare, "opening", par_.stem, "opening of the valve"),
      u_(Branch::declare_velocity(
          declare, 10.0, "root of pressure difference over density, which the open valve's area turns into flow")),
      choked_(declare.observable("choked", "1", {.minimum = -1e3, .maximum = 1e3},
                                 "pressure drop over the largest that still makes the flow grow")) {
  for (const std::string& name : fluid_->names()) critical_pressures_.push_back(Component::find(name).constant("Pc"));
}

template <class Real>
Real Valve::share(const Real& z) const {
  switch (par_.characteristic) {
    case Characteristic::equal_percentage:
      return control_valve::equal_percentage_with_seat(z, par_.rangeability);
    case Characteristic::quick_opening:
      return control_valve::quick_opening(z);
    case Characteristic::linear:
      break;
  }
  return z;
}

template <class Real, class Eq>
Real Valve::useful_drop(Eq& eq) const {
  const MaterialStream& in = branch_.inlet();
  if (in.phase == Phase::gas) return control_valve::choked_ratio(par_.specific_heats, par_.critical_ratio) * eq[in.p];
  const PerSpecies<Real> x = composition(eq, in.x);
  const Real boiling = boiling_pressure(*fluid_, x, Real(eq[in.T]));
  Real p_c(0.0);
  for (std::size_t i = 0; i < x.size(); ++i) p_c += x[i] * critical_pressures_[i];
  const Real F_F = control_valve::critical_pressure_ratio(Real(boiling / p_c), 1.0);
  return par_.recovery * par_.recovery * (eq[in.p] - F_F * boiling);
}

template <class Real, class Eq>
Valve::Law<Real> Valve::law(Eq& eq) const {
  const MaterialStream &in = branch_.inlet(), &out = branch_.outlet();
  const Real drop = eq[in.p] - eq[out.p];
  const double K = par_.Kv * control_valve::area_of_Kv();
  if (in.phase == Phase::liquid) {
    // the drop that counts: none backwards, no more than the useful one
    const Real forwards = branch_.driving(drop, turning_width);
    const Real useful = smooth_positive(useful_drop<Real>(eq), turning_width);
    const Real counting = forwards - smooth_positive(Real(forwards - useful), turning_width);
    const PerSpecies<Real> x = composition(eq, in.x);
    const Real T = eq[in.T];
    return {counting / fluid_->liquid_density(x, T), Real(linear_below),
            K * branch_.covered(eq) / fluid_->liquid_molar_volume(x, T)};
  }
  // either way, with pressure and molar mass of the side it comes from; over that width both sides mix, so that
  // reversal has no kink
  const Real size = sqrt(drop * drop + turning_width * turning_width);
  const Real forwards = 0.5 + 0.5 * drop / size, back = 1.0 - forwards;
  const Real p_up = forwards * eq[in.p] + back * eq[out.p];
  PerSpecies<Real> y = composition(eq, in.x);
  const PerSpecies<Real> behind = composition(eq, out.x_back);
  const Real M = forwards * fluid_->gas_molar_mass(y) + back * fluid_->gas_molar_mass(behind);
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = forwards * y[i] + back * behind[i];
  const Real limit = control_valve::choked_ratio(par_.specific_heats, par_.critical_ratio) * p_up;
  const Real counting = size - smooth_positive(Real(size - limit), turning_width);
  const Real Y = 1.0 - counting / (3.0 * limit);
  const Real T = eq[in.T], rho = p_up * M / (fluid_->gas_compressibility(y, T, p_up) * gas_constant * T);
  return {(drop / size) * counting / rho, turning_width / rho, K * Y * rho / M};
}

template <class Real>
void Valve::equations(Equations<Real>& eq) const {
  const Law<Real> w = law<Real>(eq);
  eq.equate("Bernoulli", signed_square(Real(eq[u_]), w.width), w.driving);
  branch_.equate(eq, *fluid_, Real(share(Real(stem_.position(eq))) * w.conductance * eq[u_]), Real(0.0), Real(0.0));
  stem_.equate(eq);
}

template <class Show>
void Valve::observe(Show& show) const {
  using Real = typename Show::Real;
  const Real useful = useful_drop<Real>(show);
  show.show(choked_, (show[branch_.inlet().p] - show[branch_.outlet().p]) / smooth_positive(useful, turning_width));
}

void Valve::events(Events& events) const {
  stem_.events(events);
}

template class UnitAdapter<Valve>;

namespace {

void build_valve(UnitSite& site) {
  Valve::Parameters valve;
  valve.Kv = site.number("Kv");
  valve.stem = {site.number("stroke"), site.number("opening"), site.number("stiction"), site.number("slip_jump")};
  const std::string& word = site.word("characteristic");
  valve.characteristic = word == "equal_percentage" ? Valve::Characteristic::equal_percentage
                         : word == "quick_opening"  ? Valve::Characteristic::quick_opening
                                                    : Valve::Characteristic::linear;
  site.builder().add<Valve>(site.path(), site.fluid(), valve, site.only("in"), site.only("out"));
}

UnitKind valve_of(const char* name, Phase phase, const char* sentence) {
  return {
      name,
      "flow",
      sentence,
      {{"Kv", "1", 1.0, 1e-6, 1e5, "flow coefficient: m3/h of water at a drop of 1 bar when open"},
       {"opening", "1", 0.0, 0.0, 1.0, "opening at the start"},
       {"stroke", "s", 2.0, 0.05, 600.0, "time that the stem takes for its full travel"},
       {"stiction", "1", 0.0, 0.0, 0.5,
        "how far the command goes after a reversal before the stem moves, as a part of the travel; 0: nothing sticks"},
       {"slip_jump", "1", 0.0, 0.0, 0.45,
        "how far a stuck stem jumps when it comes loose; at most 0.9 of the stiction"}},
      {{"characteristic",
        {"linear", "equal_percentage", "quick_opening"},
        "how the share of Kv grows with the opening"}},
      {{"in", phase, true, true, false, false, "from here"}, {"out", phase, false, true, false, false, "to there"}},
      build_valve,
      "Valve"};
}

}  // namespace

std::vector<UnitKind> valve_kinds() {
  return {valve_of("valve", Phase::liquid, "control valve for a liquid, after IEC 60534; lets nothing back"),
          valve_of("gas_valve", Phase::gas, "control valve for a gas, after IEC 60534; lets gas through both ways")};
}

}  // namespace stillhouse
