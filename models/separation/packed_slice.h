#pragma once

#include <memory>

#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/separation/column_stage.h"
#include "models/separation/film_transport.h"
#include "models/separation/packing.h"

namespace stillhouse {

/// Slice of a packed bed for any number of species, from dry to flooded.
///
/// As ColumnStage and TwoPhase in the void of the packing, with mass transfer of each species through two films or by
/// stages:
///   films    k_i = K_i a_e A dz (1 + N/(1 + N))     1/K_i = R T/k_G,i + H_i/(k_L,i c_L)     H_i = p_i,eq/x_i
///            k_G, k_L, a_e after Onda (onda.h) or Billet and Schultes (billet_schultes.h), D and mu: film_transport.h
///            N = (N_OG + N_OL)/2, the slice's transfer units k p/V and k H/L: gives back to second order what mixing
///            in a slice takes, as a series for plug flow of both shows
///   stages   k = E/(1 - E) (V + V0)/p, E the part of an ideal stage that the slice is
/// Equations  gas     p_below - p = dz dp/dz(u_G, h)          Billet, Schultes, with all the liquid that is held
///            liquid  u_L = u(h/(1 + 20 (dp/(rho_L g dz))^2)) Billet, Schultes's holdup solved for the velocity; the
///                    divisor is what gas holds up above the loading point (Stichlmair, Bravo, Fair)
///            carry   10^2 softplus(h/eps - 0.8) kg/kg of the gas when liquid fills the bed
///   h  m3/m3  liquid held     dz  m  height of the slice     A  m2  cross-section
/// Observables   flooding (gas over Eckert's flood velocity; loads above 0.7), holdup, dp  Pa/m, x and y of each
///               species
/// Assumes       even distribution of liquid; heat passes with the same ease as matter (phases of one temperature)
/// Valid for     the packings of packing.h; onda.h and billet_schultes.h below 0.7 of flooding, above it the trend
/// Unconfirmed   as remembered of Billet and Schultes' tables, of which no public copy was found: C_L and C_V of every
///               packing, on which transfer "billet_schultes" rests; a, eps, C_h and C_p of pall_ring_metal_25 and _35;
///               C_p of pall_ring_metal_50; F_p of mellapak_250y_metal, for its flooding
/// Source        as named; Stichlmair, Bravo, Fair, Gas Sep. Purif. 3 (1989) 19; carry-over and the film that clings,
///               0.2 mol/m2: engineering estimates as for trays; 3 mm of steel shell, metal 3.9 and ceramic 2.2 MJ/(m3
///               K)
class PackedSlice {
 public:
  enum class Transfer { onda, billet_schultes, stages };
  static constexpr double whole_stage = 0.99;  ///< E of an ideal stage: 1 would take endless transfer
  struct Parameters {
    const Packing* packing = nullptr;
    Transfer transfer = Transfer::onda;
    double diameter = 0.5;          // m
    double height = 0.1;            // m, dz
    double stage_share = 0.5;       // E, for stages; at most `whole_stage`
    double surface_tension = 0.02;  // N/m
    double loss = 0.0;              // W/K
  };
  using Ports = ColumnStage::Ports;

  PackedSlice(Declare& declare, std::shared_ptr<const Fluid> fluid, std::shared_ptr<const FilmTransport> films,
              Room room, const Parameters& parameters, const TwoPhase::Start& start, const Ports& ports);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Hydraulics {
    Real rho_L, rho_G, mu_L, mu_G, u_G, h, h_bed, u_L, drop, flooding, carry;
  };
  template <class Eq, class Real>
  Hydraulics<Real> hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const;
  template <class Real>
  PerSpecies<Real> film_coefficients(const TwoPhase::Now<Real>& s, const Hydraulics<Real>& h) const;

  std::shared_ptr<const Fluid> fluid_;
  std::shared_ptr<const FilmTransport> films_;
  Parameters par_;
  double area_;
  ColumnStage stage_;
  Observable flooding_, holdup_, dp_;
};

extern template class UnitAdapter<PackedSlice>;

}  // namespace stillhouse
