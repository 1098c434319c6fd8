#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Calibration of a platinum thermometer or a type K thermocouple: ice point and a comparison block with a reference
/// thermometer.
///
///   sensor     T_s = T_block - gradient_error - (T_block - T_room) e^(-depth / stem)      stem conduction
///              + self_heating I^2 R                                                      platinum only
///   platinum   R = R_0 (1 + a t + b t^2), its own R_0 and a; b of IEC 60751; two wires add the leads
///   type K     E = E_K(t) (1 + error) - E_K(t_junction)
///   reference  t_ref = t_block + offset of its certificate + noise
///   fit        R = c_0 + c_1 t + c_2 t^2 by least squares, with standard uncertainties and covariances:
///              R_0 = c_0, A = c_1 / c_0, B = c_2 / c_0
///
/// The ice point is 0 degC to 2 mK if the ice is wet; ice from the freezer with air in it is colder.
/// Assumes    a steady block, linear stem conduction, points from the ice up only (t >= 0, where C has no part).
/// Valid for  0 to 600 degC.
/// Source     IEC 60751; ITS-90; Nicholas and White, Traceable Temperatures, 2nd edition, chapters 4 and 6.
InstrumentKind thermometer_bench_kind();

}  // namespace stillhouse
