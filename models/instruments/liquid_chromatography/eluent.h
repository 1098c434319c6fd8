#pragma once

namespace stillhouse {

enum class Modifier { acetonitrile, methanol };

/// Water with an organic modifier of volume fraction phi, 0..1, at T in K.
///
///   ln eta = phi ln eta_o(T) + (1 - phi) ln eta_w(T) + phi (1 - phi) m(T),    each a + b / T, eta in mPa s
///   D = 7.4e-8 sqrt(psi M) T / (eta V_m^0.6)      Wilke and Chang, cm^2/s with M in g/mol, V_m in cm^3/mol
///
///   eluent_viscosity(Modifier::acetonitrile, 0.5, 298.15)   // 0.7689e-3 Pa s
///
/// psi, the association of the mixture: 2.6 for water, 1.9 for the modifier, by volume fraction.
/// Errors    viscosity of mixtures about 5 % (pure acetonitrile 3 %), diffusion 10 to 20 %
/// Valid for 283 K to 363 K, pressures at which viscosity does not change yet (some hundred bar)
/// Source    viscosity: the fit of hplcsim (Stoll group); diffusion: Wilke, Chang, AIChE Journal 1 (1955) 264
double eluent_viscosity(Modifier modifier, double phi, double T);
/// Diffusion coefficient of a solute of molar volume V_m (at its boiling point), m^2/s; V_m in m^3/mol.
double eluent_diffusion(Modifier modifier, double phi, double T, double molar_volume);

}  // namespace stillhouse
