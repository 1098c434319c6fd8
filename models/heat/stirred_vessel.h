#pragma once

#include "engine/autodiff/functions.h"

/// Film on the wall or coil of a stirred vessel.
///
///   Nu = a Re^b Pr^(1/3) (mu/mu_wall)^0.14        Nu = h D_vessel/k     Re = rho N D^2/mu (D of the stirrer)
///
/// Assumes   standard proportions: D a third to half of the vessel, baffles where said
/// Valid for the Re of the table; 1 added to Re keeps a resting stirrer finite: free convection then decides
/// Source    T. H. Chilton, T. B. Drew, R. H. Jebens, Ind. Eng. Chem. 36 (1944) 510 (paddle); Geankoplis, Transport
///           Processes and Separation Process Principles, 4th ed., section 4.13 (others)
/// Example   turbine 0.61 m, 100 rpm, vessel 1.83 m, Re 596, Pr 14450, mu/mu_wall 11.9, k 0.173: 170.6 W/(m2 K)
///           (Geankoplis, example 4.13-1)
namespace stillhouse::stirred_vessel {

struct Surface {
  double a, b;
};
inline constexpr Surface jacket_paddle{0.36, 2.0 / 3.0};           ///< no baffles, Re 300 to 3e5
inline constexpr Surface jacket_pitched_turbine{0.53, 2.0 / 3.0};  ///< baffles, Re 80 to 200
inline constexpr Surface jacket_turbine{0.74, 2.0 / 3.0};          ///< baffles, Re 500 to 3e5
inline constexpr Surface jacket_propeller{0.54, 2.0 / 3.0};        ///< no baffles, Re 2000
inline constexpr Surface jacket_anchor{0.36, 2.0 / 3.0};           ///< Re 300 to 4e4
inline constexpr Surface coil_paddle{0.87, 0.62};                  ///< helical coil, no baffles, Re 300 to 4e5

template <class Real>
Real nusselt(const Real& Re, const Real& Pr, const Real& mu_over_mu_wall, const Surface& surface) {
  return surface.a * pow(Re + 1.0, surface.b) * pow(Pr, 1.0 / 3.0) * pow(mu_over_mu_wall, 0.14);
}

}  // namespace stillhouse::stirred_vessel
