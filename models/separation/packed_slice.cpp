#include "models/separation/packed_slice.h"

#include <numbers>

#include "models/separation/billet_schultes.h"
#include "models/separation/onda.h"
#include "models/separation/packing_pressure_drop.h"

namespace stillhouse {

namespace {

constexpr double V0_per_area = 0.7;               // mol/(s m2), as on a tray (column_tray.cpp)
constexpr double resting = 1e-5;                  // mol/s, corner of what rises
constexpr double resting_gas = 0.01;              // m/s, within which the pressure drop is linear
constexpr double resting_liquid = 1e-5;           // m/s: a bed that nothing trickles through still transfers
constexpr double clinging = 0.2;                  // mol/m2 of packing
constexpr double shell_capacity = 1.2e4;          // J/(m2 K), 3 mm of steel
constexpr double metal = 3.9e6, ceramic = 2.2e6;  // J/(m3 K)

double bed_area(const PackedSlice::Parameters& par) {
  return std::numbers::pi / 4.0 * par.diameter * par.diameter;
}
double capacity(const PackedSlice::Parameters& par) {
  const bool is_metal = par.packing->sigma_c > 0.07;
  return bed_area(par) * par.height * (1.0 - par.packing->eps) * (is_metal ? metal : ceramic) +
         std::numbers::pi * par.diameter * par.height * shell_capacity;
}

/// H_i = p_i,eq/x_i, Pa; above zero also where a film that is gone would have it below (1e-3 Pa).
template <class Real>
Real volatility(const TwoPhase::Now<Real>& s, std::size_t i) {
  return smooth_positive(s.p_eq[i], 1e-3) / s.x[i];
}

}  // namespace

PackedSlice::PackedSlice(Declare& declare, std::shared_ptr<const Fluid> fluid,
                         std::shared_ptr<const FilmTransport> films, Room room, const Parameters& parameters,
                         const TwoPhase::Start& start, const Ports& ports)
    : fluid_(std::move(fluid)),
      films_(std::move(films)),
      par_(parameters),
      area_(bed_area(par_)),
      stage_(declare, *fluid_, room, par_.loss, area_ * par_.height * par_.packing->eps, capacity(par_), start, ports) {
  flooding_ = declare.observable("flooding", "1", {.minimum = -1.0, .maximum = 1e3},
                                 "gas velocity as a fraction of Eckert's flood velocity");
  holdup_ = declare.observable("holdup", "1", {.minimum = -1e-3, .maximum = 10.0}, "liquid as a fraction of the bed");
  dp_ = declare.observable("dp", "Pa/m", {.minimum = -1e7, .maximum = 1e7}, "pressure drop for each metre of bed");
}

template <class Eq, class Real>
PackedSlice::Hydraulics<Real> PackedSlice::hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const {
  const Packing& packing = *par_.packing;
  Hydraulics<Real> h;
  const Real M_L = fluid_->liquid_molar_mass(s.x), M_G = fluid_->gas_molar_mass(s.y);
  h.rho_L = M_L / s.v_L;
  h.rho_G = M_G * s.p / (s.Z * gas_constant * s.T);
  h.mu_L = fluid_->liquid_viscosity(s.x, s.T);
  h.mu_G = films_->gas_viscosity(s.y, s.T);
  const Real nu_L = h.mu_L / h.rho_L;

  // liquid trickles as it is held, less what gas holds up; the last film clings
  h.h = s.V_L * (1.0 / (area_ * par_.height));
  const Real drop =
      smooth_positive(Real(eq[stage_.vapour_in().p] - s.p), 1.0) * (1.0 / (standard_gravity * par_.height)) / h.rho_L;
  const Real free_running = smooth_positive(h.h, 1e-7) / (1.0 + 20.0 * square(drop));
  const Real q = square(square(Real(s.N * (1.0 / (clinging * packing.a * area_ * par_.height)))));
  h.u_L = billet_schultes::velocity_of_holdup(free_running, nu_L, packing) * (q / (q + 1.0));

  // gas through what is left of the void, never less than 2 % of it
  h.h_bed = packing.eps - (0.02 * packing.eps + softplus(Real(0.98 * packing.eps - h.h), 0.01 * packing.eps));
  h.u_G = eq[stage_.vapour_in().F] * M_G / (h.rho_G * area_);
  const Real speed = sqrt(h.u_G * h.u_G + resting_gas * resting_gas);
  h.drop =
      billet_schultes::pressure_drop(speed, h.rho_G, h.mu_G, h.h_bed,
                                     billet_schultes::reynolds_number(h.u_L, nu_L, packing), packing, par_.diameter) /
      speed * h.u_G;

  const Real leaving = smooth_positive(Real(eq[stage_.vapour_out().F]), resting) * M_G;
  const Real X = h.u_L * h.rho_L * area_ / (leaving + 1e-6) * sqrt(h.rho_G / h.rho_L);
  const Real counted = smooth_max(Real(X / (1.0 + 0.05 * X)), Real(0.01), 0.002);
  h.flooding = leaving / (h.rho_G * area_) /
               packing_pressure_drop::flooding_velocity(counted, h.rho_G, h.rho_L, h.mu_L, packing.F_p);
  h.carry = 100.0 * softplus(Real(h.h * (1.0 / packing.eps) - 0.8), 0.01) * leaving / M_L;
  return h;
}

template <class Real>
PerSpecies<Real> PackedSlice::film_coefficients(const TwoPhase::Now<Real>& s, const Hydraulics<Real>& h) const {
  const Packing& packing = *par_.packing;
  const std::size_t size = fluid_->size();
  const PerSpecies<Real> D_G = films_->gas_diffusivities(s.y, s.T, s.p),
                         D_L = films_->liquid_diffusivities(s.x, s.T, h.mu_L);
  const Real u_L = sqrt(h.u_L * h.u_L + resting_liquid * resting_liquid),
             u_G = sqrt(h.u_G * h.u_G + resting_gas * resting_gas);
  const Real sigma(par_.surface_tension);
  const onda::Bed bed{packing.a, packing.size, packing.sigma_c};
  const bool by_onda = par_.transfer == Transfer::onda;
  const Real a_e = by_onda ? onda::wetted_area(Real(u_L * h.rho_L), h.rho_L, h.mu_L, sigma, bed)
                           : billet_schultes::effective_area(u_L, h.rho_L, Real(h.mu_L / h.rho_L), sigma, packing);
  PerSpecies<Real> k(size);
  for (std::size_t i = 0; i < size; ++i) {
    const Real k_L = by_onda ? onda::liquid_coefficient(Real(u_L * h.rho_L), h.rho_L, h.mu_L, D_L[i], a_e, bed)
                             : billet_schultes::liquid_coefficient(u_L, Real(h.h_bed + 1e-4), D_L[i], packing);
    const Real k_G = by_onda ? onda::gas_coefficient(Real(u_G * h.rho_G), h.rho_G, h.mu_G, D_G[i], bed)
                             : billet_schultes::gas_coefficient(u_G, h.rho_G, h.mu_G, h.h_bed, D_G[i], packing);
    const Real K = 1.0 / (gas_constant * s.T / k_G + volatility(s, i) * s.v_L / k_L);
    k[i] = K * a_e * (area_ * par_.height);
  }
  return k;
}

template <class Real>
void PackedSlice::equations(Equations<Real>& eq) const {
  const auto s = stage_.contents().now(eq, *fluid_);
  const Hydraulics<Real> h = hydraulics(eq, s);
  eq.equate("gas through the bed", eq[stage_.vapour_in().p] - s.p, par_.height * h.drop);
  const TwoPhase::Net<Real> net = stage_.equate(
      eq, *fluid_, s,
      ColumnStage::Says<Real>{.p_liquid = s.p, .down = area_ * h.u_L / s.v_L, .carried = h.carry, .wet = Real(1.0)});

  const Real V = smooth_positive(Real(eq[stage_.vapour_in().F]), resting) + V0_per_area * area_;
  if (par_.transfer == Transfer::stages) {
    stage_.contents().equate(eq, *fluid_, s, net, Real(par_.stage_share / (1.0 - par_.stage_share) * V / s.p));
    return;
  }
  const Real L = area_ * sqrt(h.u_L * h.u_L + resting_liquid * resting_liquid) / s.v_L;
  PerSpecies<Real> k = film_coefficients(s, h);
  for (std::size_t i = 0; i < k.size(); ++i) {
    const Real N = 0.5 * k[i] * (s.p / V + volatility(s, i) / L);
    k[i] = k[i] * (1.0 + N / (1.0 + N));
  }
  stage_.contents().equate(eq, *fluid_, s, net, k);
}

template <class Show>
void PackedSlice::observe(Show& show) const {
  const auto s = stage_.contents().now(show, *fluid_);
  const auto h = hydraulics(show, s);
  show.show(flooding_, h.flooding);
  show.show(holdup_, h.h);
  show.show(dp_, (show[stage_.vapour_in().p] - s.p) * (1.0 / par_.height));
  stage_.observe(show, *fluid_, s);
}

template class UnitAdapter<PackedSlice>;

}  // namespace stillhouse
