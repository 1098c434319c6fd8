#pragma once

#include "models/flow/gas_nozzle.h"

/// Rupture disc: burst, it is an opening (first method) or a resistance in a pipe (second).
///
///   burst  -  0 whole, 1 burst; between them while it opens
///
/// Assumes   the disc opens fully; it does not close again
/// Valid for first method: straight into the open, at most 8 pipe diameters before and 5 after the disc (K_d 0.62)
/// Source    API Standard 520, part I, 9th ed., sections 5.11.1 (K_d, K_c), 5.11.2 (flow resistance); ASME BPVC VIII,
///           UG-127. K_R = 2.4 velocity heads where the maker states none
/// Example   air of 300 K and 5 bar, 0.01 m2: 7.23 kg/s
namespace stillhouse::rupture_disc {

inline constexpr double discharge = 0.62;
inline constexpr double resistance = 2.4;    ///< K_R, velocity heads
inline constexpr double with_a_valve = 0.9;  ///< K_c of a relief valve above a disc that was not tested with it

/// kg/s of gas by the first method; the hole breathes either way, told apart within `width` Pa.
template <class Real>
Real gas_flow(const Real& burst, const Real& p1, const Real& p2, const Real& T1, const std::type_identity_t<Real>& M,
              double k, double area, double width) {
  return discharge * area * burst * gas_nozzle::breathing_flux(p1, p2, T1, M, k, width);
}
/// kg/s of liquid by the second: A sqrt(2 rho dp/K), K = K_R and the pipe's other velocity heads, linear within
/// `width`. By the first method K = 1/K_d^2.
template <class Real>
Real liquid_flow(const Real& burst, const Real& p1, const Real& p2, const Real& rho, double area, double heads,
                 double width) {
  return area * burst * sqrt(rho * (2.0 / heads)) * signed_sqrt(p1 - p2, width);
}

}  // namespace stillhouse::rupture_disc
