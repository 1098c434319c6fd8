#include "models/separation/column_tray.h"

#include <algorithm>
#include <numbers>

#include "models/separation/sieve_tray_sinnott.h"
#include "models/separation/tray_hydraulics.h"

namespace stillhouse {

namespace {

constexpr double V0_per_area = 0.7;     // mol/(s m2): transfer when nothing flows, 2e-3 mol/s on 2.8e-3 m2 (tray.cpp)
constexpr double rising_corner = 1e-5;  // mol/s, corner of what rises
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
      par_(parameters),
      area_(std::numbers::pi / 4.0 * par_.diameter * par_.diameter),
      active_area_(active_area * area_),
      hole_area_(par_.hole_fraction * active_area_),
      underflow_area_(std::min(downcomer_area * area_, par_.apron * weir_length * par_.diameter)),
      stage_(declare, *fluid_, room, par_.loss, area_ * par_.spacing, 2e4 * area_, start, ports) {
  flooding_ = declare.observable("flooding", "1", {.minimum = -1.0, .maximum = 20.0},
                                 "vapour velocity as a fraction of Fair's flood velocity");
  backup_ = declare.observable("backup", "1", {.minimum = -10.0, .maximum = 1e3},
                               "downcomer froth as a fraction of spacing and weir: flooded above 1");
  weeping_ = declare.observable("weeping", "1", {.minimum = -1e-3, .maximum = 1.001},
                                "share of the liquid leaving the tray that falls through the holes");
  froth_ = declare.observable("froth", "m", {.minimum = -1e-3, .maximum = 10.0}, "height of froth on the tray");
  dp_ = declare.observable("dp", "Pa", {.minimum = -1e6, .maximum = 1e6},
                           "pressure difference from below the tray to above it");
}

template <class Eq, class Real>
ColumnTray::Hydraulics<Real> ColumnTray::hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const {
  using namespace tray_hydraulics;
  Hydraulics<Real> h;
  const Real M_L = fluid_->liquid_molar_mass(s.x), M_G = fluid_->gas_molar_mass(s.y);
  h.rho_L = M_L / s.v_L;
  h.rho_G = M_G * s.p / (s.Z * gas_constant * s.T);
  h.u = eq[stage_.vapour_in().F] * M_G / (h.rho_G * hole_area_);
  // the last film, 8 mol/m2 as on the pilot column's trays, clings to the metal
  const Real q = square(square(Real(s.N * (1.0 / (7.0 * area_)))));
  h.drain = q / (q + 1.0);

  // froth; overflow, but for what a full downcomer keeps back; weeping
  const Real up = smooth_positive(Real(eq[stage_.vapour_in().F]), rising_corner) * M_G;
  const Real leaving = smooth_positive(Real(eq[stage_.vapour_out().F]), rising_corner) * M_G;
  h.clear_liquid = s.V_L * (1.0 / active_area_);
  const Real alpha = froth_density(Real(up / (h.rho_G * active_area_)), h.rho_G, h.rho_L);
  h.froth = h.clear_liquid / alpha;
  h.head = tray_deck::submergence(par_.deck, h.clear_liquid, alpha, par_.weir_height);
  const double phi = downcomer_froth * par_.foaming;
  const Real to_foot = (eq[stage_.liquid_out().p] - s.p) / (h.rho_L * tray_hydraulics::g);
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
  const auto s = stage_.contents().now(eq, *fluid_);
  const Hydraulics<Real> h = hydraulics(eq, s);
  const Real rho_g = h.rho_L * tray_hydraulics::g;

  // vapour lifts the clear liquid on its way up, gas that falls back does not
  const Real drop = eq[stage_.vapour_in().p] - s.p;
  const Real push = drop - rho_g * h.head * smooth_step(drop, 5.0);
  if (par_.deck == TrayDeck::sieve) {
    // the same as below, solved for the flow
    eq.equate("vapour through the holes", eq[stage_.vapour_in().F],
              hole_area_ * sqrt(2.0 / tray_hydraulics::hole_resistance * h.rho_G) * signed_sqrt(push, 5.0) /
                  fluid_->gas_molar_mass(s.y));
  } else {
    eq.equate("vapour through valves or caps", push,
              rho_g * tray_deck::dry_head(par_.deck, h.u, h.rho_G, h.rho_L, hole_area_));
  }
  const TwoPhase::Net<Real> net = stage_.equate(eq, *fluid_, s,
                                                ColumnStage::Says<Real>{.p_liquid = s.p + rho_g * h.clear_liquid,
                                                                        .down = (h.overflow + h.weep) / s.v_L,
                                                                        .carried = h.carry,
                                                                        .wet = wetted(h.clear_liquid)});
  const Real V =
      (smooth_positive(Real(eq[stage_.vapour_in().F]), rising_corner) + V0_per_area * area_) * (1.0 / par_.pressure);
  PerSpecies<Real> k(fluid_->size());
  for (std::size_t i = 0; i < k.size(); ++i) k[i] = par_.efficiency[i] / (1.0 - par_.efficiency[i]) * V;
  stage_.contents().equate(eq, *fluid_, s, net, k);
}

template <class Show>
void ColumnTray::observe(Show& show) const {
  const auto s = stage_.contents().now(show, *fluid_);
  const auto h = hydraulics(show, s);
  show.show(flooding_, h.flooding);
  show.show(backup_, h.backup);
  show.show(weeping_, h.weep / (h.weep + h.overflow + 1e-12));
  show.show(froth_, h.froth);
  show.show(dp_, show[stage_.vapour_in().p] - s.p);
  stage_.observe(show, *fluid_, s);
}

template class UnitAdapter<ColumnTray>;

}  // namespace stillhouse
