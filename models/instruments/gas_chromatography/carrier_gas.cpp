#include "models/instruments/gas_chromatography/carrier_gas.h"

#include <array>

#include "engine/autodiff/functions.h"
#include "engine/base/error.h"
#include "models/properties/component.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

double CarrierGas::viscosity(double T) const {
  constexpr double T_0 = 273.15;
  return eta_0 * pow(T / T_0, xi_0 + xi_1 * (T - T_0) / T_0);
}

double CarrierGas::thermal_conductivity(double T) const {
  if (name == "helium") return 3.75 * gas_constant * viscosity(T) / molar_mass;
  return Component::find(name).property("VaporThermalConductivity")(T);
}

const CarrierGas& find_carrier_gas(const std::string& name) {
  static const std::array<CarrierGas, 3> gases{{
      {"hydrogen", 2.016e-3, 6.12, 8.382e-6, 0.6892, 0.005},
      {"helium", 4.0026e-3, 2.67, 18.63e-6, 0.6958, -0.0071},
      {"nitrogen", 28.014e-3, 18.5, 16.62e-6, 0.7665, -0.0378},
  }};
  for (const CarrierGas& gas : gases)
    if (gas.name == name) return gas;
  throw ModelError("there is no carrier gas \"" + name + "\"; allowed: hydrogen, helium, nitrogen");
}

}  // namespace stillhouse
