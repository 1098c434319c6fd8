#include "models/properties/pure_quantities.h"

namespace stillhouse {

namespace {

constexpr PureQuantity correlations[] = {
    {"vapour_pressure", "VaporPressure", "Pa"},
    {"heat_of_vaporization", "HeatOfVaporization", "J/mol"},
    {"liquid_density", "LiquidDensity", "mol/m^3"},
    {"liquid_heat_capacity", "LiquidHeatCapacityCp", "J/mol/K"},
    {"ideal_gas_heat_capacity", "IdealGasHeatCapacityCp", "J/mol/K"},
    {"liquid_viscosity", "LiquidViscosity", "Pa*s"},
    {"vapour_viscosity", "VaporViscosity", "Pa*s"},
    {"surface_tension", "SurfaceTension", "N/m"},
    {"liquid_thermal_conductivity", "LiquidThermalConductivity", "W/m/K"},
    {"vapour_thermal_conductivity", "VaporThermalConductivity", "W/m/K"},
    {"second_virial_coefficient", "SecondVirialCoefficient", "m^3/mol"},
    {"solid_density", "SolidDensity", "mol/m^3"},
};

constexpr PureQuantity constants[] = {
    {"molar_mass", "MW", "kg/mol"},
    {"critical_temperature", "Tc", "K"},
    {"critical_pressure", "Pc", "Pa"},
    {"critical_volume", "Vc", "m^3/mol"},
    {"acentric_factor", "omega", "1"},
    {"normal_boiling_point", "Tb", "K"},
    {"melting_point", "Tm", "K"},
    {"heat_of_fusion", "Hfus", "J/mol"},
    {"ideal_gas_formation_enthalpy", "Hf_ideal_gas", "J/mol"},
    {"ideal_gas_formation_gibbs_energy", "Gf_ideal_gas", "J/mol"},
    {"ideal_gas_entropy", "S_ideal_gas", "J/mol/K"},
    {"net_heat_of_combustion", "Hcomb_net", "J/mol"},
    {"liquid_volume_at_boiling_point", "Vliq_Tb", "m^3/mol"},
    {"uniquac_r", "UNIQUAC_r", "1"},
    {"uniquac_q", "UNIQUAC_q", "1"},
};

}  // namespace

std::span<const PureQuantity> pure_correlations() {
  return correlations;
}

std::span<const PureQuantity> pure_constants() {
  return constants;
}

}  // namespace stillhouse
