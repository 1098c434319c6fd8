#include "models/flow/relief_valve.h"

#include <string>

#include "engine/base/error.h"

namespace stillhouse::relief_valve {

const Orifice& standard_orifice(double area) {
  for (const Orifice& orifice : orifices)
    if (orifice.area >= area) return orifice;
  throw ModelError("relief valve: an area of " + std::to_string(1e6 * area) +
                   " mm2 is more than the largest orifice, T, has (16774 mm2); use several valves");
}

}  // namespace stillhouse::relief_valve
