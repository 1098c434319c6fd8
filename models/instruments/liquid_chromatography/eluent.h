#pragma once

namespace stillhouse {

enum class Modifier { acetonitrile, methanol };

/// Water with an organic modifier of volume fraction phi, 0..1, at T in K.
///
///   ln eta_fit = phi ln eta_o(T) + (1 - phi) ln eta_w(T) + phi (1 - phi) m(T),    each a + b / T, eta in mPa s
///   ln eta = ln eta_fit + (1 - phi)^8 ln(eta_water / eta_fit(phi = 0))
///   eta_water = sum a_i (T / 300 K)^b_i                                           pure water at 0.1 MPa
///   D = 7.4e-8 sqrt(psi M) T / (eta V_m^0.6)      Wilke and Chang, cm^2/s with M in g/mol, V_m in cm^3/mol
///
/// The fit, made for mixtures, is 4 % low for water; the second line leads it to the measured water and leaves it alone
/// from a third of modifier on (0.2 % there). The power of 8 is a choice.
///
///   eluent_viscosity(Modifier::acetonitrile, 0.5, 298.15)   // 0.7690e-3 Pa s
///
/// psi, the association of the mixture: 2.6 for water, 1.9 for the modifier, by volume fraction.
/// Errors    viscosity of mixtures about 5 % (pure acetonitrile 3 %), diffusion 10 to 20 %
/// Valid for 283 K to 363 K, pressures at which viscosity does not change yet (some hundred bar)
/// Source    viscosity: the fit of hplcsim (Stoll group); water: IAPWS SR6-08, liquid water at 0.1 MPa, 253 to 383 K,
///           which gives 1.0016 mPa s at 20 degC and 0.8900 at 25 degC; diffusion: Wilke, Chang, AIChE Journal 1 (1955)
///           264
double eluent_viscosity(Modifier modifier, double phi, double T);
/// The published fit alone, eta_fit.
double eluent_viscosity_fit(Modifier modifier, double phi, double T);
/// Diffusion coefficient of a solute of molar volume V_m (at its boiling point), m^2/s; V_m in m^3/mol.
double eluent_diffusion(Modifier modifier, double phi, double T, double molar_volume);

}  // namespace stillhouse
