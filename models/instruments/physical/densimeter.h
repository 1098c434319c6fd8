#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Density of a liquid mixture, kg/m^3: ethanol-water by OIML R 22 (ethanol_water.h), all others by volumes that add up
/// (component data; methanol-water is up to 3 % denser than that).
double sample_density(const SampleContents& sample, double T);

/// Density of a liquid by oscillation or by floating.
///
///   oscillating  period^2 = (m + rho V) / k, calibrated with air and water:  rho = a period^2 - b
///                an instrument whose a has drifted reads (1 + scale) rho + offset; a bubble lets part of the tube
///                swing as air
///   hydrometer   reads rho (1 + gamma (t - 20)) in divisions of its scale, gamma = 25e-6 / K: glass made for 20 degC
///                (hydrometer.h reads the scale)
///   alcoholometer   the hydrometer with a scale of % by volume, right at 20 degC: elsewhere the student corrects
///
/// Errors and causes: temperature of the sample (0.8 kg/m^3 and kelvin for ethanol), bubbles, reading above the
/// meniscus (offset), a drifted calibration.
/// Assumes    a hydrometer at rest and at the sample's temperature.
/// Valid for  ethanol-water from -20 to 40 degC, other liquids where the component data hold.
/// Source     OIML R 22; ISO 649-1 (hydrometers); ISO 15212-1 (oscillation-type density meters).
InstrumentKind densimeter_kind();

}  // namespace stillhouse
