#pragma once

#include <array>
#include <type_traits>

#include "models/properties/narrow.h"

namespace stillhouse {

/// A property as a function of temperature in one of the numbered forms of the component data.
///
///   2: A + B T                              16: A + exp(B/T + C + D T + E T^2)
///   3: ... + C T^2                         100: A + B T + C T^2 + D T^3 + E T^4
///   4: ... + D T^3                         101: exp(A + B/T + C ln T + D T^E)
///   5: ... + E T^4                         102: A T^B / (1 + C/T + D/T^2)
///  10: exp(A - B/(C + T))                  104: A + B/T + C/T^3 + D/T^8 + E/T^9
/// 105: A / B^(1 + (1 - T/C)^D)             106: A (1 - Tr)^(B + C Tr + D Tr^2 + E Tr^3),  Tr = T/Tc
/// 116: A + B t^0.35 + C t^(2/3) + D t + E t^(4/3),  t = 1 - Tr
///
/// T  K   temperature; the result is in SI with moles (J/mol, mol/m^3, Pa, Pa s, N/m)
/// Valid for  T_min <= T <= T_max; the full correlation is for fitting and testing, the solver uses short forms
/// Real       double and Dual: 1 - T/Tc and 1 - T/C are held at zero above the critical point. Traced: no branch can be
///            recorded, T must stay below the critical point there; 105 and 106 are written with exp and log and may
///            differ from double in the last digits.
/// Source     ChemSep v8.3 data, equation numbers of its manual (R. Taylor, H. Kooijman, The ChemSep Book, 2000)
struct TemperatureFunction {
  int equation = 0;
  std::array<double, 5> coefficients{};
  double scale = 1.0;                 // from the data file's unit to SI with moles
  double critical_temperature = 0.0;  // K, for 106 and 116
  double T_min = 0.0, T_max = 0.0;    // K

  /// The property at T; ModelError for an equation number that is not in the list.
  template <class Real>
  Real operator()(const Real& T) const {
    return narrow([this](const auto& t) { return scale * this->unscaled(t); }, T);
  }

  /// True between T_min and T_max, which belong to the range.
  bool holds_at(double T) const { return T_min <= T && T <= T_max; }

  /// True if the data file knows this equation number.
  static bool known(int equation);

 private:
  [[noreturn]] static void refuse(int equation);

  template <class Real>
  Real unscaled(const Real& T) const {
    const double A = coefficients[0], B = coefficients[1], C = coefficients[2], D = coefficients[3],
                 E = coefficients[4];
    switch (equation) {
      case 2:
        return A + B * T;
      case 3:
        return A + T * (B + T * C);
      case 4:
        return A + T * (B + T * (C + T * D));
      case 5:
      case 100:
        return A + T * (B + T * (C + T * (D + T * E)));
      case 10:
        return exp(A - B / (C + T));
      case 16:
        return A + exp(B / T + C + T * (D + T * E));
      case 101:
        if (D == 0.0) return exp(A + B / T + C * log(T));
        return exp(A + B / T + C * log(T) + D * pow(T, E));
      case 102:
        return A * pow(T, B) / (1.0 + C / T + D / (T * T));
      case 104:
        return A + B / T + C / (T * T * T) + D / pow(T, 8.0) + E / pow(T, 9.0);
      case 105:
        return A / power(Real(B), 1.0 + pow(below(T / C), D));
      case 106: {
        const Real Tr = T / critical_temperature, distance = below(Tr);
        if constexpr (!std::is_same_v<Real, Traced>)
          if (value_of(distance) == 0.0) return 0.0;
        return A * power(distance, B + Tr * (C + Tr * (D + Tr * E)));
      }
      case 116: {
        const Real t = below(T / critical_temperature);
        return A + B * pow(t, 0.35) + C * pow(t, 2.0 / 3.0) + D * t + E * pow(t, 4.0 / 3.0);
      }
      default:
        refuse(equation);
    }
  }

  /// 1 - share: the distance to the critical point, held at zero above it.
  template <class Real>
  static Real below(const Real& share) {
    const Real distance = 1.0 - share;
    if constexpr (!std::is_same_v<Real, Traced>)
      if (!(value_of(distance) > 0.0)) return 0.0;
    return distance;
  }

  /// A positive base to an exponent that depends on temperature as well: d(b^e) = b^e (e db/b + ln b de).
  static double power(double base, double exponent) { return pow(base, exponent); }
  static Traced power(const Traced& base, const Traced& exponent) { return exp(exponent * log(base)); }
  template <int N>
  static Dual<N> power(const Dual<N>& base, const Dual<N>& exponent) {
    const double f = pow(base.value, exponent.value);
    Dual<N> result = chain(base, f, f * exponent.value / base.value);
    const Dual<N> by_exponent = chain(exponent, f, f * log(base.value));
    for (int i = 0; i < N; ++i) result.gradient[i] += by_exponent.gradient[i];
    return result;
  }
};

}  // namespace stillhouse
