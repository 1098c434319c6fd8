#pragma once

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Moisture by drying on a balance under a heater.
///
///   dT/dt = (T_set - T) / tau_heat                                               the pan and the sample warm up
///   dw_i/dt = -r_0 g_i(T) X / (X + X_c),  X = sum w_i / dry mass                  constant rate, then falling rate
///   g_i = x_i p_sat,i(T) / p_sat,water(100 degC) M_i / M_water                    each liquid by its vapour pressure
///   ds/dt = -k s e^(-E/R (1/T - 1/378 K))                                         what the heat destroys of the solid
///   end   the loss falls below `least_loss` in `least_time`
///   shown moisture = loss / mass at the start
///
/// Errors and causes: ended too early (least_loss too large: low), solid that decomposes (temperature too high: high,
/// and the curve never ends), too little sample for the balance's resolution, other volatile liquids count as water,
/// what hardly evaporates (glycerol) stays. Steps of 1 s by the mid-point rule.
///
/// Assumes    a layer of one temperature, water that is free to go; liquids that make an ideal mixture
///
/// Valid for  40 to 200 degC
///
/// Source     Mujumdar, Handbook of Industrial Drying, chapter 1 (constant and falling rate)
InstrumentKind moisture_balance_kind();

}  // namespace stillhouse
