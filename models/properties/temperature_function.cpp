#include "models/properties/temperature_function.h"

#include <algorithm>
#include <string>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"

namespace stillhouse {

namespace {

constexpr std::array known_equations{2, 3, 4, 5, 10, 16, 100, 101, 102, 104, 105, 106, 116};

}  // namespace

bool TemperatureFunction::known(int equation) {
  return std::find(known_equations.begin(), known_equations.end(), equation) != known_equations.end();
}

double TemperatureFunction::operator()(double T) const {
  const double A = coefficients[0], B = coefficients[1], C = coefficients[2], D = coefficients[3], E = coefficients[4];
  const double Tr = critical_temperature > 0.0 ? T / critical_temperature : 0.0;
  const double distance = std::max(0.0, 1.0 - Tr);  // to the critical point, above which 106 and 116 are zero
  const auto value = [&]() -> double {
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
        return exp(A + B / T + C * log(T) + (D == 0.0 ? 0.0 : D * pow(T, E)));
      case 102:
        return A * pow(T, B) / (1.0 + C / T + D / (T * T));
      case 104:
        return A + B / T + C / (T * T * T) + D / pow(T, 8.0) + E / pow(T, 9.0);
      case 105:
        return A / pow(B, 1.0 + pow(std::max(0.0, 1.0 - T / C), D));
      case 106:
        return distance == 0.0 ? 0.0 : A * pow(distance, B + Tr * (C + Tr * (D + Tr * E)));
      case 116:
        return A + B * pow(distance, 0.35) + C * pow(distance, 2.0 / 3.0) + D * distance + E * pow(distance, 4.0 / 3.0);
      default:
        throw ModelError("temperature function: equation number " + std::to_string(equation) + " is not known");
    }
  };
  return scale * value();
}

}  // namespace stillhouse
