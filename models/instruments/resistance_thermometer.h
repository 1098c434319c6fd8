#pragma once

namespace stillhouse {

/// Platinum resistance thermometer by Callendar and Van Dusen, T in K:
///
///   R = R_0 [1 + A t + B t^2 + C (t - 100) t^3],  C = 0 for t >= 0          t = T - 273.15, degC
///   A = 3.9083e-3, B = -5.775e-7, C = -4.183e-12
///
///   platinum_resistance(373.15)      // 138.5055 ohm
///   platinum_temperature(138.5055)   // 373.15 K
///
/// Valid for 73.15 K <= T <= 1123.15 K; ModelError beyond. R_0 = 100 ohm: a Pt100.
/// Source: IEC 60751:2022, clause 4.2.
double platinum_resistance(double T, double R_0 = 100.0);
double platinum_temperature(double R, double R_0 = 100.0);

/// Tolerance classes of IEC 60751, table 3.
enum class PlatinumClass { AA, A, B, C };

/// Largest error that a thermometer of its class may have, K: AA 0.1 + 0.0017 |t|, A 0.15 + 0.002 |t|, B 0.3 + 0.005
/// |t|, C 0.6 + 0.01 |t|.
///
///   platinum_tolerance(PlatinumClass::B, 373.15)   // 0.8 K
double platinum_tolerance(PlatinumClass which, double T);

/// What leads of this resistance each add to the reading of a two-wire thermometer, K; three and four wires: none.
///
///   lead_error(373.15, 0.5)   // 2.6 K
double lead_error(double T, double lead_resistance, double R_0 = 100.0);

}  // namespace stillhouse
