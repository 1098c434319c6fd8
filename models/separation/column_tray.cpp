#include "models/separation/column_tray.h"

#include <algorithm>
#include <numbers>

#include "models/separation/sieve_tray_sinnott.h"
#include "models/separation/tray_hydraulics.h"

namespace stillhouse {

namespace {

constexpr double V0_per_area = 0.7;  // mol/(s m2): transfer when nothing flows, 2e-3 mol/s on 2.8e-3 m2 (tray.cpp)
constexpr double resting = 1e-5;     // mol/s, corner of what rises
constexpr double net_area = 0.9, active_area = 0.85, downcomer_area = 0.1;  // of the cross-section
constexpr double weir_length = 0.7;                                         // diameters
constexpr double downcomer_froth = 0.5;                                     // phi without foam

/// A flow q that can be at most q_max; `least` m3/s keeps their ratio finite.
template <class Real>
Real held_back(const Real& q, const Real& q_max, double least) {
  const Real r = q / (q_max + least);
  return q * pow(1.0 + square(square(square(r))), -0.125);
}

}  // namespace

ColumnTray::ColumnTray(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
                       const TwoPhase::Start& start, const Ports& ports)
    : fluid_(std::move(fluid)),
      room_(room),
      par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      active_area_(active_area * area_),
      hole_area_(par_.hole_fraction * active_area_),
      underflow_area_(std::min(downcomer_area * area_, par_.apron * weir_length * par_.diameter)),
      vapour_in_(*ports.vapour_in),
      vapour_out_(*ports.vapour_out),
      liquid_in_(*ports.liquid_in),
      liquid_out_(*ports.liquid_out),
      contents_(declare, *fluid_, area_ * par_.spacing, 2e4 * area_, start) {
  if (ports.carry_in) carry_in_ = *ports.carry_in;
  if (ports.carry_out) carry_out_ = *ports.carry_out;

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
  for (const MaterialStream* feed : ports.feeds) {
    feeds_.push_back(*feed);
    declare.defines(feed->p);
    define_behind(declare, *feed);
  }
  for (const MaterialStream* draw : ports.draws) {
    draws_.push_back(*draw);
    declare.defines(draw->p);
    define_sent(declare, *draw);
  }
  lost_ = declare.ledger("lost", declare.conserved("energy", "J"), 1e6, "heat taken up from the room since the start");

  flooding_ = declare.observable("flooding", "1", {.minimum = -1.0, .maximum = 20.0},
                                 "vapour velocity as a fraction of Fair's flood velocity");
  backup_ = declare.observable("backup", "1", {.minimum = -10.0, .maximum = 1e3},
                               "downcomer froth as a fraction of spacing and weir: flooded above 1");
  weeping_ = declare.observable("weeping", "1", {.minimum = -1e-3, .maximum = 1.001},
                                "share of the liquid leaving the tray that falls through the holes");
  froth_ = declare.observable("froth", "m", {.minimum = -1e-3, .maximum = 10.0}, "height of froth on the tray");
  dp_ = declare.observable("dp", "Pa", {.minimum = -1e6, .maximum = 1e6},
                           "pressure difference from below the tray to above it");
  const Range fraction{.minimum = -1e-3, .maximum = 1.001};
  for (std::size_t i = 0; i < fluid_->size(); ++i) {
    const std::string tag = species_tag(fluid_->name(i));
    x_.push_back(
        declare.observable("x_" + tag, "mol/mol", fraction, "mole fraction of " + fluid_->name(i) + " in the liquid"));
    y_.push_back(
        declare.observable("y_" + tag, "mol/mol", fraction, "mole fraction of " + fluid_->name(i) + " in the vapour"));
  }
}

template <class Eq, class Real>
ColumnTray::Hydraulics<Real> ColumnTray::hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const {
  using namespace tray_hydraulics;
  Hydraulics<Real> h;
  const Real M_L = fluid_->liquid_molar_mass(s.x), M_G = fluid_->gas_molar_mass(s.y);
  h.rho_L = M_L / s.v_L;
  h.rho_G = M_G * s.p / (s.Z * gas_constant * s.T);
  h.u = eq[vapour_in_.F] * M_G / (h.rho_G * hole_area_);
  // the last film, 8 mol/m2 as on the pilot column's trays, clings to the metal
  const Real q = square(square(Real(s.N * (1.0 / (7.0 * area_)))));
  h.drain = q / (q + 1.0);

  // froth; overflow, but for what a full downcomer keeps back; weeping
  const Real up = smooth_positive(Real(eq[vapour_in_.F]), resting) * M_G;
  const Real leaving = smooth_positive(Real(eq[vapour_out_.F]), resting) * M_G;
  h.clear_liquid = s.V_L * (1.0 / active_area_);
  const Real alpha = froth_density(Real(up / (h.rho_G * active_area_)), h.rho_G, h.rho_L);
  h.froth = h.clear_liquid / alpha;
  h.head = tray_deck::submergence(par_.deck, h.clear_liquid, alpha, par_.weir_height);
  const double phi = downcomer_froth * par_.foaming;
  const Real to_foot = (eq[liquid_out_.p] - s.p) / (h.rho_L * tray_hydraulics::g);
  const Real full = softplus(Real(phi * (par_.spacing + h.froth) - to_foot), 1e-3);
  h.overflow = h.drain * held_back(weir_overflow(h.froth, Real(par_.weir_height), alpha, par_.weir_height,
                                                 weir_length * par_.diameter),
                                   sieve_tray_sinnott::downcomer_flow(full, underflow_area_), 1e-8 * area_);
  h.backup = (to_foot + sieve_tray_sinnott::downcomer_drop(Real(h.overflow * h.rho_L), h.rho_L, underflow_area_)) *
             (1.0 / (phi * (par_.spacing + par_.weir_height)));
  h.weep = h.drain *
           tray_deck::weep(par_.deck, Real(up / (h.rho_G * hole_area_)), h.clear_liquid, h.rho_G, h.rho_L, hole_area_);

  // entrainment
  const Real F_LV = (h.overflow + h.weep) * h.rho_L / (leaving + 1e-6) * sqrt(h.rho_G / h.rho_L);
  const Real u_f = flood_velocity(F_LV, Real(par_.surface_tension), h.rho_G, h.rho_L, par_.spacing,
                                  par_.foaming * tray_deck::flood_factor(par_.deck, par_.hole_fraction));
  h.flooding = leaving / (h.rho_G * net_area * area_) / u_f;
  h.carry = h.drain * entrainment_ratio(h.flooding, h.froth, par_.spacing) * leaving / M_L;
  return h;
}

template <class Real>
void ColumnTray::equations(Equations<Real>& eq) const {
  const auto s = contents_.now(eq, *fluid_);
  const Hydraulics<Real> h = hydraulics(eq, s);
  const Real rho_g = h.rho_L * tray_hydraulics::g;

  // vapour lifts the clear liquid on its way up, gas that falls back does not
  const Real drop = eq[vapour_in_.p] - s.p;
  const Real push = drop - rho_g * h.head * smooth_step(drop, 5.0);
  if (par_.deck == TrayDeck::sieve) {
    // the same as below, solved for the flow
    eq.equate("vapour through the holes", eq[vapour_in_.F],
              hole_area_ * sqrt(2.0 / tray_hydraulics::hole_resistance * h.rho_G) * signed_sqrt(push, 5.0) /
                  fluid_->gas_molar_mass(s.y));
  } else {
    eq.equate("vapour through valves or caps", push,
              rho_g * tray_deck::dry_head(par_.deck, h.u, h.rho_G, h.rho_L, hole_area_));
  }
  equate_behind(eq, *fluid_, vapour_in_, s.h_G, s.y);
  eq.equate("pressure of the vapour", eq[vapour_out_.p], s.p);
  equate_sent(eq, *fluid_, vapour_out_, s.T, s.h_G, s.y, Real(1.0));
  eq.equate("pressure at the foot of the downcomer", eq[liquid_in_.p], s.p + rho_g * h.clear_liquid);
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
    equate_behind(eq, *fluid_, feed, s.h_G, s.y);
    net.add(feed.phase, carried(eq, feed), 1.0);
  }
  for (const MaterialStream& draw : draws_) {
    if (draw.phase == Phase::gas) {
      eq.equate("pressure where vapour is drawn", eq[draw.p], s.p);
      equate_sent(eq, *fluid_, draw, s.T, s.h_G, s.y, Real(1.0));
    } else {
      eq.equate("pressure where liquid is drawn", eq[draw.p], s.p + rho_g * h.clear_liquid);
      equate_sent(eq, *fluid_, draw, s.T, s.h_L, s.x, wetted(h.clear_liquid));
    }
    net.add(draw.phase, carried(eq, draw), -1.0);
  }
  const Real loss = par_.loss * (s.T - eq[room_.T]);
  net.energy -= loss;
  eq.equate("ledger of heat loss", eq.der(lost_), -loss);
  const Real V = (smooth_positive(Real(eq[vapour_in_.F]), resting) + V0_per_area * area_) * (1.0 / par_.pressure);
  PerSpecies<Real> k(fluid_->size());
  for (std::size_t i = 0; i < k.size(); ++i) k[i] = par_.efficiency[i] / (1.0 - par_.efficiency[i]) * V;
  contents_.equate(eq, *fluid_, s, net, k);
}

template <class Show>
void ColumnTray::observe(Show& show) const {
  const auto s = contents_.now(show, *fluid_);
  const auto h = hydraulics(show, s);
  show.show(flooding_, h.flooding);
  show.show(backup_, h.backup);
  show.show(weeping_, h.weep / (h.weep + h.overflow + 1e-12));
  show.show(froth_, h.froth);
  show.show(dp_, show[vapour_in_.p] - s.p);
  for (std::size_t i = 0; i < x_.size(); ++i) {
    show.show(x_[i], s.x[i]);
    show.show(y_[i], s.y[i]);
  }
  contents_.observe(show, *fluid_, s);
}

template class UnitAdapter<ColumnTray>;

}  // namespace stillhouse
