#pragma once

namespace stillhouse {

/// Density of ethanol-water mixtures by the general formula of the international alcoholometric tables, kg/m^3.
///
///   rho = A_1 + sum_{k=2..12} A_k w^(k-1) + sum_{k=1..6} B_k (t - 20)^k + sum_{i=1..5} sum_k C_ik w^k (t - 20)^i
///
/// w: mass fraction of ethanol, t in degC. Valid for -20 to 40 degC; beyond, ModelError (a polynomial of the 11th
/// degree is not to be carried on). Source: OIML R 22, International Alcoholometric Tables, 1975, pages 5 and 13
/// (Wagenbreth and Blanke).
///
///   ethanol_water_density(0.4, 293.15)   // 935.145
double ethanol_water_density(double w, double T);

/// Mass fraction of ethanol of a density. ModelError if no mixture of this temperature has it.
double ethanol_mass_fraction(double density, double T);

/// Alcoholic strength by volume at 20 degC, volume of ethanol over that of the mixture: w rho(w) / rho(1).
double ethanol_volume_fraction(double w);
/// Its inverse.
double ethanol_mass_of_volume(double strength);

}  // namespace stillhouse
