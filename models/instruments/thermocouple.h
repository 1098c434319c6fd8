#pragma once

namespace stillhouse {

enum class ThermocoupleType { K, J, T };

/// Voltage of a thermocouple against a reference junction at 0 degC, by the reference functions of the ITS-90:
///
///   E = sum c_i t^i (+ a_0 exp(a_1 (t - 126.9686)^2) for K above 0 degC)       E in mV, t in degC; here V and K
///
///   thermocouple_voltage(ThermocoupleType::K, 373.15)   // 4.096 mV
///   thermocouple_temperature(ThermocoupleType::K, 4.096e-3)   // 373.15 K
///
/// Valid for K -270 to 1372 degC, J -210 to 1200 degC, T -270 to 400 degC; ModelError beyond. The inverse is found from
/// the same functions, above -200 degC. Source: G. W. Burns and others, NIST Monograph 175 (1993); IEC 60584-1:2013.
double thermocouple_voltage(ThermocoupleType type, double T);
double thermocouple_temperature(ThermocoupleType type, double E);

/// What the instrument reads of a couple whose hot junction is at T, whose terminals are at `terminals` while the
/// instrument takes them to be at `compensated`: the same if cold-junction compensation is right.
///
///   compensated_temperature(ThermocoupleType::K, 373.15, 298.15, 273.15)   // 349.0 K: compensation is off
double compensated_temperature(ThermocoupleType type, double T, double terminals, double compensated);

}  // namespace stillhouse
