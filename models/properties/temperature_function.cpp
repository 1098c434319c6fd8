#include "models/properties/temperature_function.h"

#include <algorithm>
#include <string>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

constexpr std::array known_equations{2, 3, 4, 5, 10, 16, 100, 101, 102, 104, 105, 106, 116};

}  // namespace

bool TemperatureFunction::known(int equation) {
  return std::find(known_equations.begin(), known_equations.end(), equation) != known_equations.end();
}

void TemperatureFunction::refuse(int equation) {
  throw ModelError("temperature function: equation number " + std::to_string(equation) + " is not known");
}

}  // namespace stillhouse
