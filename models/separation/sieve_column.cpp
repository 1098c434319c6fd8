#include "models/separation/sieve_column.h"

#include <cmath>
#include <deque>
#include <numbers>

#include "engine/base/error.h"
#include "models/separation/tray_hydraulics.h"

namespace stillhouse {

namespace {

constexpr double p_reference = 101325.0;  // Pa
constexpr double V0_per_area = 0.7;       // mol/(s m2): transfer when nothing flows, 2e-3 mol/s on 2.8e-3 m2 (tray.cpp)
constexpr double resting = 1e-5;          // mol/s, corner of what rises

}  // namespace

SieveTray::SieveTray(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                     const TwoPhase::Start& start, const Ports& ports)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      active_area_(0.85 * area_),
      hole_area_(par_.hole_fraction * active_area_),
      vapour_in_(*ports.vapour_in),
      vapour_out_(*ports.vapour_out),
      liquid_in_(*ports.liquid_in),
      liquid_out_(*ports.liquid_out),
      contents_(declare, *fluid_, area_ * par_.spacing, 2e4 * area_, start) {
  if (ports.carry_in) carry_in_ = *ports.carry_in;
  if (ports.carry_out) carry_out_ = *ports.carry_out;
  for (const MaterialStream* feed : ports.feeds) feeds_.push_back(*feed);

  declare.defines(vapour_in_.F);
  define_behind(declare, vapour_in_);
  declare.defines(vapour_out_.p);
  define_sent(declare, vapour_out_);
  declare.defines(liquid_in_.p);
  declare.defines(liquid_out_.F);
  define_sent(declare, liquid_out_);
  if (carry_in_) declare.defines(carry_in_->p);
  if (carry_out_) {
    declare.defines(carry_out_->F);
    define_sent(declare, *carry_out_);
  }
  for (const MaterialStream& feed : feeds_) declare.defines(feed.p);
  lost_ = declare.ledger("lost", declare.conserved("energy", "J"), 1e6, "heat taken up from the room since the start");

  flooding_ = declare.observable("flooding", "1", {.minimum = -1.0, .maximum = 1.2},
                                 "vapour velocity as a fraction of Fair's flood velocity");
  weeping_ = declare.observable("weeping", "1", {.minimum = -1e-3, .maximum = 1.001},
                                "share of the liquid leaving the tray that falls through the holes");
  froth_ = declare.observable("froth", "m", {.minimum = -1e-3, .maximum = 10.0}, "height of froth on the tray");
  dp_ = declare.observable("dp", "Pa", {.minimum = -1e6, .maximum = 1e6},
                           "pressure difference from below the tray to above it");
  for (std::size_t i = 0; i < fluid_->size(); ++i)
    x_.push_back(declare.observable("x_" + species_tag(fluid_->name(i)), "mol/mol",
                                    {.minimum = -1e-3, .maximum = 1.001},
                                    "mole fraction of " + fluid_->name(i) + " in the liquid"));
}

template <class Eq, class Real>
SieveTray::Hydraulics<Real> SieveTray::hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const {
  using namespace tray_hydraulics;
  Hydraulics<Real> h;
  const Real M_L = fluid_->liquid_molar_mass(s.x), M_G = fluid_->gas_molar_mass(s.y);
  const Real rho_L = M_L / s.v_L, rho_G = M_G * s.p / (gas_constant * s.T);
  // the last film, 8 mol/m2 as on the pilot column's trays, clings to the metal
  const Real q = square(square(Real(s.N * (1.0 / (7.0 * area_)))));
  h.drain = q / (q + 1.0);
  h.up = smooth_positive(Real(eq[vapour_in_.F]), resting) * M_G;
  const Real leaving = smooth_positive(Real(eq[vapour_out_.F]), resting) * M_G;
  h.clear_liquid = s.V_L * (1.0 / active_area_);
  const Real alpha = froth_density(Real(h.up / (rho_G * active_area_)), rho_G, rho_L);
  h.froth = h.clear_liquid / alpha;
  h.overflow = h.drain * weir_overflow(h.froth, Real(par_.weir_height), alpha, par_.weir_height, 0.7 * par_.diameter);
  h.weep = h.drain * hole_area_ * weep_velocity(Real(h.up / (rho_G * hole_area_)), h.clear_liquid, rho_G, rho_L, 1.0);
  const Real F_LV = (h.overflow + h.weep) * rho_L / (leaving + 1e-6) * sqrt(rho_G / rho_L);
  const Real u_f = flood_velocity(F_LV, Real(par_.surface_tension), rho_G, rho_L, par_.spacing, 1.0);
  h.flooding = leaving / (rho_G * 0.9 * area_) / u_f;
  h.carry = h.drain * entrainment_ratio(h.flooding, h.froth, par_.spacing) * leaving / M_L;
  return h;
}

template <class Real>
void SieveTray::equations(Equations<Real>& eq) const {
  using namespace tray_hydraulics;
  const auto s = contents_.now(eq, *fluid_);
  const Hydraulics<Real> h = hydraulics(eq, s);
  const Real M_L = fluid_->liquid_molar_mass(s.x), M_G = fluid_->gas_molar_mass(s.y);
  const Real rho_L = M_L / s.v_L, rho_G = M_G * s.p / (gas_constant * s.T);

  // vapour lifts the clear liquid on its way up, gas that falls back does not
  const Real drop = eq[vapour_in_.p] - s.p;
  const Real push = drop - rho_L * tray_hydraulics::g * h.clear_liquid * smooth_step(drop, 5.0);
  eq.equate("vapour through the holes", eq[vapour_in_.F],
            hole_area_ * sqrt(2.0 / hole_resistance * rho_G) * signed_sqrt(push, 5.0) / M_G);
  equate_behind(eq, *fluid_, vapour_in_, s.h_G, s.y);
  eq.equate("pressure of the vapour", eq[vapour_out_.p], s.p);
  equate_sent(eq, *fluid_, vapour_out_, s.T, s.h_G, s.y, Real(1.0));
  eq.equate("pressure where liquid enters", eq[liquid_in_.p], s.p);
  eq.equate("liquid to below", eq[liquid_out_.F], (h.overflow + h.weep) / s.v_L);
  equate_sent(eq, *fluid_, liquid_out_, s.T, s.h_L, s.x, Real(1.0));

  TwoPhase::Net<Real> net(fluid_->size());
  net.add(Phase::gas, carried(eq, vapour_in_), 1.0);
  net.add(Phase::gas, carried(eq, vapour_out_), -1.0);
  net.add(Phase::liquid, carried(eq, liquid_in_), 1.0);
  net.add(Phase::liquid, carried(eq, liquid_out_), -1.0);
  if (carry_in_) {
    eq.equate("pressure where entrained liquid enters", eq[carry_in_->p], s.p);
    net.add(Phase::liquid, carried(eq, *carry_in_), 1.0);
  }
  if (carry_out_) {
    eq.equate("entrained liquid", eq[carry_out_->F], h.carry);
    equate_sent(eq, *fluid_, *carry_out_, s.T, s.h_L, s.x, Real(1.0));
    net.add(Phase::liquid, carried(eq, *carry_out_), -1.0);
  }
  for (const MaterialStream& feed : feeds_) {
    eq.equate("pressure where the feed enters", eq[feed.p], s.p);
    net.add(Phase::liquid, carried(eq, feed), 1.0);
  }
  const Real loss = par_.loss * (s.T - eq[room_.T]);
  net.energy -= loss;
  eq.equate("ledger of heat loss", eq.der(lost_), -loss);
  const Real V = smooth_positive(Real(eq[vapour_in_.F]), resting);
  contents_.equate(eq, *fluid_, s, net,
                   Real(par_.efficiency / (1.0 - par_.efficiency) / p_reference * (V + V0_per_area * area_)));
}

template <class Show>
void SieveTray::observe(Show& show) const {
  const auto s = contents_.now(show, *fluid_);
  const auto h = hydraulics(show, s);
  show.show(flooding_, h.flooding);
  show.show(weeping_, h.weep / (h.weep + h.overflow + 1e-12));
  show.show(froth_, h.froth);
  show.show(dp_, show[vapour_in_.p] - s.p);
  for (std::size_t i = 0; i < x_.size(); ++i) show.show(x_[i], s.x[i]);
  contents_.hold(show, *fluid_);
}

template class UnitAdapter<SieveTray>;

namespace {

void build_tray_column(UnitSite& site) {
  const int trays = static_cast<int>(std::lround(site.number("trays")));
  const int feed_tray = static_cast<int>(std::lround(site.number("feed_tray")));
  if (feed_tray > trays)
    throw ModelError(site.path() + ": feed_tray = " + std::to_string(feed_tray) + " is above the top tray, " +
                     std::to_string(trays));
  SieveTray::Parameters tray;
  tray.diameter = site.number("diameter");
  tray.spacing = site.number("spacing");
  tray.weir_height = site.number("weir_height");
  tray.hole_fraction = site.number("hole_fraction");
  tray.efficiency = site.number("efficiency");
  tray.surface_tension = site.number("surface_tension");
  tray.loss = site.number("loss") / trays;
  const TwoPhase::Start start{site.number("T"), site.number("p"), 0.0, site.each("x"), site.each("y")};

  // what trays share: vapour up into tray k, liquid down into tray k, what is carried up into it
  const auto name = [&](int k) { return site.path() + "_tray_" + std::to_string(k); };
  std::deque<MaterialStream> streams;
  const auto between = [&](int k, const char* what, Phase phase) {
    return &streams.emplace_back(site.builder().stream(name(k) + "." + what), *site.fluid(), phase);
  };
  std::vector<const MaterialStream*> rising{site.only("vapour").stream}, falling, carried_up{nullptr};
  for (int k = 1; k < trays; ++k) {
    rising.push_back(between(k, "vapour_out", Phase::gas));
    falling.push_back(between(k + 1, "liquid_out", Phase::liquid));
    carried_up.push_back(between(k, "entrained", Phase::liquid));
  }
  rising.push_back(site.only("top").stream);
  falling.push_back(site.only("reflux").stream);
  carried_up.push_back(nullptr);
  for (int k = 1; k <= trays; ++k) {
    const std::size_t i = static_cast<std::size_t>(k - 1);
    SieveTray::Ports ports{.vapour_in = rising[i],
                           .vapour_out = rising[i + 1],
                           .liquid_in = falling[i],
                           .liquid_out = k == 1 ? site.only("bottom").stream : falling[i - 1],
                           .carry_in = carried_up[i],
                           .carry_out = carried_up[i + 1],
                           .feeds = {}};
    if (k == feed_tray)
      for (const Port& port : site.streams("feed")) ports.feeds.push_back(port.stream);
    site.builder().add<SieveTray>(name(k), site.fluid(), site.room(), tray, start, ports);
  }
}

}  // namespace

UnitKind tray_column_kind() {
  return {
      "tray_column",
      "separation",
      "section of sieve trays, counted from the bottom; starts dry, full of gas",
      {{"trays", "1", 10.0, 1.0, 100.0, "number of trays"},
       {"feed_tray", "1", 1.0, 1.0, 100.0, "tray that takes the feeds"},
       {"diameter", "m", 0.5, 0.03, 10.0, "inner diameter"},
       {"spacing", "m", 0.4, 0.08, 1.0, "distance from tray to tray"},
       {"weir_height", "m", 0.04, 0.004, 0.15, "height of the outlet weirs"},
       {"hole_fraction", "1", 0.1, 0.02, 0.2, "holes as a fraction of the active area"},
       {"efficiency", "1", 0.7, 0.2, 0.95, "Murphree efficiency of the vapour on every tray"},
       {"surface_tension", "N/m", 0.02, 0.005, 0.08, "of the liquid, for the flood velocity"},
       {"loss", "W/K", 0.0, 0.0, 1e5, "heat lost to the room for each kelvin, all trays together"},
       {"T", "K", 293.15, 200.0, 600.0, "temperature at the start"},
       {"p", "Pa", 101325.0, 100.0, 1e6, "pressure at the start, absolute"},
       {"x.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in what little liquid there is at the start"},
       {"y.*", "mol/mol", 0.0, 0.0, 1.0, "mole fraction of each species in the gas at the start"}},
      {},
      {{"vapour", Phase::gas, true, true, false, false, "vapour from below, through the holes of the lowest tray"},
       {"reflux", Phase::liquid, true, true, false, true, "liquid onto the highest tray"},
       {"feed", Phase::liquid, true, false, true, true, "liquid onto the feed tray"},
       {"top", Phase::gas, false, true, false, true, "vapour from the highest tray"},
       {"bottom", Phase::liquid, false, true, false, false, "liquid from the lowest tray"}},
      build_tray_column};
}

}  // namespace stillhouse
