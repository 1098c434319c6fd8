#pragma once

#include <array>

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
/// Valid for  T_min <= T <= T_max; the full correlation is for fitting and testing, the solver uses ShortForms
struct TemperatureFunction {
  int equation = 0;
  std::array<double, 5> coefficients{};
  double scale = 1.0;                 // from the data file's unit to SI with moles
  double critical_temperature = 0.0;  // K, for 106 and 116
  double T_min = 0.0, T_max = 0.0;    // K

  /// The property at T; ModelError for an equation number that is not in the list.
  double operator()(double T) const;

  /// True if the data file knows this equation number.
  static bool known(int equation);
};

}  // namespace stillhouse
