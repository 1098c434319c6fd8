#pragma once

#include "models/separation/bubble_cap_tray.h"
#include "models/separation/sieve_tray.h"
#include "models/separation/tray_hydraulics.h"
#include "models/separation/valve_tray.h"

namespace stillhouse {

/// What vapour passes on a tray: holes, valves that float, or caps. The dry head that it loses there and the liquid
/// that falls through, each smooth in the flow and odd where gas falls back.
///
///   u  m/s  velocity through the openings: holes, holes under the valves, risers     h  m of clear liquid
///
///   sieve       h = u |u| rho_G/(2 g C0^2 rho_L), 1/C0^2 = 1.88 (tray_hydraulics.h); weeps as there
///   valve       resting on their seats   h = K_2/r^2 u |u| rho_G/rho_L,   r = 0.25 of the hole's area is open
///               floating, then open      valve_tray.h: the larger of both, once they are lifted
///               weeps through what the seats leave open
///   bubble_cap  h = 5 heads of the risers + opening of the slots (bubble_cap_tray.h); slots of 1.2 times the risers'
///               area, 25 mm high, their tops at 0.7 of the weir; does not weep
///
/// Assumes   valves of 1.5 mm of steel on a deck of 2.6 mm; valves rest on dimples, so that they never close
/// Valid for bubble caps below the capacity of their slots; above it vapour escapes under the rims and the head is an
///           upper bound
/// Source    equations as named; openings within what H. Z. Kister, Distillation Design (1992), ch. 6 and W. L. Bolles
///           (1956) call usual: valves seated 2.5 mm of 10 mm lift, slots 1.0 to 1.7 times the risers, 20 to 40 mm
enum class TrayDeck { sieve, valve, bubble_cap };

namespace tray_deck {

inline constexpr double seated = 0.25;                                          // r
inline constexpr double valve_thickness = 1.5e-3, steel = 8000.0, K_2 = 0.252;  // m, kg/m3, s2/m
inline constexpr double riser_heads = 5.0, slots = 1.2, slot_height = 0.025, slot_top = 0.7;
inline constexpr double at_rest = 0.05;  // m/s, within which a head is linear
inline constexpr double corner = 1e-3;   // m

/// Dry head; `area` m2 of the openings.
template <class Real>
Real dry_head(TrayDeck deck, const Real& u, const Real& rho_G, const Real& rho_L, double area) {
  const Real both_ways = u * sqrt(u * u + at_rest * at_rest);
  if (deck == TrayDeck::sieve)
    return (0.5 * tray_hydraulics::hole_resistance / tray_hydraulics::g) * both_ways * rho_G / rho_L;
  const Real up = smooth_positive(u, at_rest);
  if (deck == TrayDeck::valve) {
    const Real resting = (K_2 / (seated * seated)) * both_ways * rho_G / rho_L;
    const Real floating = valve_tray::floating_head(up, rho_G, rho_L, valve_thickness, steel);
    const Real open = valve_tray::open_head(up, rho_G, rho_L, K_2);
    return resting - smooth_positive(Real(resting - floating), corner) + smooth_positive(Real(open - floating), corner);
  }
  return (0.5 * riser_heads / bubble_cap_tray::g) * both_ways * rho_G / rho_L +
         bubble_cap_tray::slot_opening(Real(up * area), rho_G, rho_L, slots * area, slot_height);
}

/// Clear liquid that vapour must push aside, m: all of it, or what stands above the slots. `alpha` froth density.
template <class Real>
Real submergence(TrayDeck deck, const Real& clear_liquid, const Real& alpha, double weir_height) {
  if (deck != TrayDeck::bubble_cap) return clear_liquid;
  return smooth_positive(Real(clear_liquid - slot_top * weir_height * alpha), corner);
}

/// Liquid that falls through, m3/s.
template <class Real>
Real weep(TrayDeck deck, const Real& u, const Real& clear_liquid, const Real& rho_G, const Real& rho_L, double area) {
  if (deck == TrayDeck::bubble_cap) return Real(0.0);
  const double share = deck == TrayDeck::valve ? seated : 1.0;
  return share * area * tray_hydraulics::weep_velocity(Real(u * (1.0 / share)), clear_liquid, rho_G, rho_L, 1.0);
}

/// Few holes flood a sieve tray earlier (sieve_tray.h).
inline double flood_factor(TrayDeck deck, double hole_fraction) {
  return deck == TrayDeck::sieve ? sieve_tray::hole_area_factor(hole_fraction) : 1.0;
}

}  // namespace tray_deck

}  // namespace stillhouse
