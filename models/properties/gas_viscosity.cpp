#include "models/properties/gas_viscosity.h"

#include <algorithm>

#include "models/properties/component.h"

namespace stillhouse {

GasViscosity::GasViscosity(const Fluid& fluid) {
  for (std::size_t i = 0; i < fluid.size(); ++i) {
    const TemperatureFunction& data = Component::find(fluid.name(i)).property("VaporViscosity");
    const double T1 = std::clamp(reference, data.T_min, data.T_max);
    const double T2 = std::max(std::clamp(450.0, data.T_min, data.T_max), T1 + 1.0);
    const double n = log(data(T2) / data(T1)) / log(T2 / T1);
    M_.push_back(fluid.molar_mass(i));
    exponent_.push_back(n);
    at_reference_.push_back(data(T1) * pow(reference / T1, n));
  }
}

}  // namespace stillhouse
