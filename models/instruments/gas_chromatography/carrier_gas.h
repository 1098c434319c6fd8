#pragma once

#include <string>

namespace stillhouse {

/// The mobile phase of a gas chromatograph.
///
///   eta = eta_0 (T / T_0)^(xi_0 + xi_1 (T - T_0) / T_0),  T_0 = 273.15 K
///
/// Assumes low pressure. Valid for 250 K to 700 K.
/// Source L. M. Blumberg, Temperature-Programmed Gas Chromatography (Wiley-VCH 2010); diffusion volumes of Fuller,
/// Ensley and Giddings (mixture_transport.h); conductivity of helium (15/4) R eta / M, of hydrogen and nitrogen the
/// component data.
struct CarrierGas {
  std::string name;         ///< "hydrogen", "helium", "nitrogen"
  double molar_mass;        ///< kg/mol
  double diffusion_volume;  ///< Fuller
  double eta_0, xi_0, xi_1;

  double viscosity(double T) const;             ///< Pa s
  double thermal_conductivity(double T) const;  ///< W/m/K
};

/// ModelError lists the gases there are.
const CarrierGas& find_carrier_gas(const std::string& name);

}  // namespace stillhouse
