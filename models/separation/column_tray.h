#pragma once

#include <memory>

#include "models/plant/unit_kind.h"
#include "models/plant/unit_site.h"
#include "models/separation/column_stage.h"
#include "models/separation/tray_deck.h"

namespace stillhouse {

/// Tray of a column for any number of species, from dry to flooded, with sieve holes, valves or bubble caps.
///
/// As ColumnStage and TwoPhase, with k_i = E_i/(1 - E_i) (V + V0)/p_ref, so that mixed vapour leaves with each species'
/// Murphree efficiency E_i at the pressure p_ref (below it a little less, above it more) Equations     vapour   p_below
/// - p = rho_L g (h_dry(u) + submergence)     u = F M/(rho_G A_h); tray_deck.h
///               liquid   q_w over the weir by Bennett's froth, weeping, Fair's entrainment (tray_hydraulics.h)
///               under the apron at most   q_max = A_m sqrt(h_full/0.166)    (Sinnott, sieve_tray_sinnott.h)
///               h_full = phi (t + froth) - (p_foot - p)/(rho_L g)           downcomer full of froth, phi 0.5 sf liquid
///               q = q_w (1 + (q_w/q_max)^8)^(-1/8)
///   p_foot  Pa  pressure at the foot of the downcomer: that of the tray below and of its clear liquid
///   t  m  spacing     sf  foaming factor, on Fair's flood velocity and on phi     A_m  m2  under the apron
/// So a downcomer that is full keeps liquid back: the tray fills, its froth reaches the tray above and floods it, too.
/// Ports         vapour_in (this tray has the law of its openings), vapour_out, liquid_in, liquid_out (defined here),
///               carry_in, carry_out (entrained; defined here), feeds, draws (liquid: p + rho g h of the clear liquid)
/// Observables   flooding, backup, weeping, froth  m, dp  Pa, x and y of each species
/// Assumes       the downcomer fills and drains at once: its few seconds of liquid are not counted
/// Valid for     systems of one liquid; mass transfer does not fall on a flooded tray, purity is lost by carry-over
/// Source        tray_hydraulics.h, tray_deck.h, sieve_tray_sinnott.h; phi: Seader, Henley, Separation Process
///               Principles, eq. 6-72 (0.5 without foam; proportional to sf is an estimate); proportions are
///               engineering estimates within what Perry's Handbook, 8th ed., section 14 calls usual: active area 85 %,
///               downcomer 10 % of the cross-section, weir 0.7 diameters long; metal 20 kJ/K per m2 of cross-section
///               (2.5 mm of tray and 3 mm of shell at 0.5 m)
class ColumnTray {
 public:
  struct Parameters {
    TrayDeck deck = TrayDeck::sieve;
    double diameter = 0.5;          // m
    double spacing = 0.4;           // m
    double weir_height = 0.04;      // m
    double hole_fraction = 0.1;     // openings as a fraction of the active area
    double apron = 0.03;            // m, clearance under the downcomer's apron
    double foaming = 1.0;           // sf
    PerSpecies<double> efficiency;  // Murphree, vapour
    double pressure = 101325.0;     // Pa, where the efficiency holds
    double surface_tension = 0.02;  // N/m, for Fair's flood velocity
    double loss = 0.0;              // W/K
  };
  using Ports = ColumnStage::Ports;

  ColumnTray(Declare& declare, std::shared_ptr<const Fluid> fluid, Room room, const Parameters& parameters,
             const TwoPhase::Start& start, const Ports& ports);

  template <class Real>
  void equations(Equations<Real>& eq) const;
  template <class Show>
  void observe(Show& show) const;

 private:
  template <class Real>
  struct Hydraulics {
    Real rho_L, rho_G, u, head, drain, clear_liquid, froth, overflow, weep, flooding, backup, carry;
  };
  template <class Eq, class Real>
  Hydraulics<Real> hydraulics(Eq& eq, const TwoPhase::Now<Real>& s) const;

  std::shared_ptr<const Fluid> fluid_;
  Parameters par_;
  double area_, active_area_, hole_area_, underflow_area_;
  ColumnStage stage_;
  Observable flooding_, backup_, weeping_, froth_, dp_;
};

extern template class UnitAdapter<ColumnTray>;

}  // namespace stillhouse
