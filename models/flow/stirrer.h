#pragma once

#include "engine/autodiff/functions.h"

/// Power of a stirrer in a baffled vessel.
///
///   P = N_p rho N^3 D^5          W         N  1/s  speed     D  m  impeller     Re = rho N D^2 / mu
///   N_p = c/Re + N_t             -         laminar and turbulent branch added
///
/// Assumes   four baffles, Newtonian liquid, no gas
/// Valid for Re from 1 to 1e6; the sum of both branches lies up to 40 % high between Re 20 and 500, where measured
///           curves dip
/// Source    J. H. Rushton, E. W. Costich, H. J. Everett, Chem. Eng. Prog. 46 (1950) 395, 467; constants: McCabe,
///           Smith, Harriott, Unit Operations, 7th ed., table 9.3; Geankoplis, Transport Processes, 4th ed., section
///           3.4
/// Example   flat-blade turbine, 0.61 m, 1.5 1/s, 929 kg/m3, N_p 5: 1324 W (Geankoplis, example 3.4-1)
namespace stillhouse::stirrer {

struct Impeller {
  double laminar;    // c
  double turbulent;  // N_t
};
inline constexpr Impeller rushton_turbine{65.0, 5.75};        // six blades on a disk
inline constexpr Impeller pitched_blade_turbine{44.5, 1.27};  // four blades at 45 degrees
inline constexpr Impeller propeller{41.0, 0.32};              // three blades, pitch = D
inline constexpr Impeller paddle{36.5, 1.70};                 // two blades
inline constexpr Impeller anchor{300.0, 0.35};

template <class Real>
Real power_number(const Real& Re, const Impeller& impeller) {
  return impeller.laminar / Re + impeller.turbulent;
}
template <class Real>
Real power(const Real& power_number, const Real& rho, const Real& N, double D) {
  return power_number * rho * N * N * N * (D * D * D * D * D);
}

}  // namespace stillhouse::stirrer
