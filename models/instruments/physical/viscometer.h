#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Time that a liquid takes through a capillary viscometer, s, by its kinematic viscosity (m^2/s):
///
///   nu = K t - E / t^2
///
/// K: pi g h r^4 / (8 V L), what the calibration finds; E / t^2: head that becomes speed, Hagenbach's correction. The
/// right side rises with t without fail.
double capillary_time(double nu, double K, double E);

/// Viscosity of a mixture, Pa s: Grunberg-Nissan without interaction, pure liquids by the component data. Similar
/// liquids only: ethanol-water is up to three times as viscous.
double sample_viscosity(const SampleContents& sample, double T);

/// Torque of a rotor in a narrow gap over the laminar one, by its Taylor number over the critical one (1708): Taylor
/// vortices carry momentum across the gap.
///
///   torque = a / W + b W^1.36 from the critical speed on, W: speed over the critical one, so that over a laminar one
///   (1 - B) / s + B s^0.18,  s = W^2: 1 at the onset
///
/// Form by Donnelly and Simon, J. Fluid Mech. 7 (1960) 401, to ten times the critical speed. B = 1.8 is an assumption
/// (their a and b could not be found): some twice the laminar torque at twice the critical speed. The corner at the
/// onset is rounded.
double vortex_torque(double taylor_over_critical);

/// Viscometer: capillary (Ubbelohde) with a stop watch, or rotating cylinder.
///
///   capillary   nu = K t - E / t^2;  t read with the deviation of the hand on the watch
///   rotating    torque = full_torque (mu gamma) / (full scale),  shown mu = that over gamma, in 0.1 % of full scale
///
/// Errors and causes: a bath that is not at its temperature (2 to 3 % a kelvin), a capillary too wide (short times: the
/// correction and the hand count), a rotating viscometer low in its range, vortices (Taylor) where the liquid is thin
/// and the rotor fast, which read too much (vortex_torque).
/// Assumes    Newtonian liquids, a capillary that is clean and upright, one surface tension.
/// Valid for  pure liquids of the component data and mixtures of similar ones.
/// Source     ISO 3104 and 3105 (capillary); Taylor, Phil. Trans. R. Soc. A 223 (1923) 289 (critical number 1708).
InstrumentKind viscometer_kind();

}  // namespace stillhouse
