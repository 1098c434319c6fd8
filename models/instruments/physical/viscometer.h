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

/// Viscometer: capillary (Ubbelohde) with a stop watch, or rotating cylinder.
///
///   capillary   nu = K t - E / t^2;  t read with the deviation of the hand on the watch
///   rotating    torque = full_torque (mu gamma) / (full scale),  shown mu = that over gamma, in 0.1 % of full scale
///
/// Errors and causes: a bath that is not at its temperature (2 to 3 % a kelvin), a capillary too wide (short times: the
/// correction and the hand count), a rotating viscometer low in its range, vortices (Taylor) where the liquid is thin
/// and the rotor fast, which read too much.
/// Assumes    Newtonian liquids, a capillary that is clean and upright, one surface tension.
/// Valid for  pure liquids of the component data and mixtures of similar ones.
/// Source     ISO 3104 and 3105 (capillary); Taylor, Phil. Trans. R. Soc. A 223 (1923) 289 (critical number 1708).
InstrumentKind viscometer_kind();

}  // namespace stillhouse
