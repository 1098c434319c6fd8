#pragma once

#include "engine/autodiff/functions.h"
#include "engine/autodiff/traced.h"
#include "models/properties/per_species.h"

/// Transport properties of mixtures from those of their pure species, at low pressure.
///
/// x y  -           mole fractions of liquid and gas             (species)
/// mu   Pa s        viscosity of the pure species                (species)
/// k    W/(m K)     thermal conductivity of the pure species     (species)
/// sigma N/m        surface tension of the pure species          (species)
/// v    m^3/mol     molar volume of the pure liquids             (species)
/// M    kg/mol      molar mass                                   (species)
/// P T  Pa K        pressure, temperature
/// D    m^2/s       diffusivity
///
/// All sums run in the order of the species. No function branches on a value or allocates. Errors to expect are those
/// that R. C. Reid, B. E. Poling, J. P. Prausnitz and J. M. O'Connell (The Properties of Gases and Liquids) report.
namespace stillhouse {

/// Viscosity of a liquid: ln mu = sum x_i ln mu_i.
///
/// Valid for  similar, not associating liquids; alcohols in water are far above (mixing.h has those of the pilot
/// columns) Source     L. Grunberg, A. H. Nissan, Nature 164 (1949) 799, without interaction Example    x = 0.5, 0.5,
/// mu = 1e-3, 4e-3: 2e-3 Pa s
template <class Real>
Real liquid_mixture_viscosity(const PerSpecies<Real>& x, const PerSpecies<Real>& mu) {
  Real sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * log(mu[i]);
  return exp(sum);
}

/// Thermal conductivity of a liquid: k = sum_i sum_j f_i f_j 2 k_i k_j / (k_i + k_j), f_i = x_i v_i / sum x_j v_j.
///
/// Valid for  liquids below their critical points; 3 to 5 %, aqueous mixtures more
/// Source     C. C. Li, AIChE J. 22 (1976) 927
/// Example    f = 0.5, 0.5, k = 0.1, 0.3: 0.25 * 0.1 + 0.5 * 0.15 + 0.25 * 0.3 = 0.175 W/(m K)
template <class Real>
Real liquid_mixture_conductivity(const PerSpecies<Real>& x, const PerSpecies<Real>& v, const PerSpecies<Real>& k) {
  Real volume = 0.0, sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) volume += x[i] * v[i];
  for (std::size_t i = 0; i < x.size(); ++i)
    for (std::size_t j = 0; j < x.size(); ++j)
      sum += (x[i] * v[i]) * (x[j] * v[j]) * (2.0 * k[i] * k[j] / (k[i] + k[j]));
  return sum / (volume * volume);
}

/// Surface tension of a liquid: sigma = sum_i sum_j f_i f_j sqrt(sigma_i sigma_j), f_i as above; the sum is a square.
///
/// Valid for  liquids that are not aqueous; 3 to 4 %
/// Source     P. H. Winterfeld, L. E. Scriven, H. T. Davis, AIChE J. 24 (1978) 1010
/// Example    x = 0.1606, 0.8394, sigma = 15.47, 28.77 mN/m, 1/v = 8610, 15530 mol/m^3: 24.967 mN/m
template <class Real>
Real liquid_mixture_surface_tension(const PerSpecies<Real>& x, const PerSpecies<Real>& v,
                                    const PerSpecies<Real>& sigma) {
  Real volume = 0.0, sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    volume += x[i] * v[i];
    sum += x[i] * v[i] * sqrt(sigma[i]);
  }
  return square(sum / volume);
}

/// How much species j hinders i: [1 + (mu_i/mu_j)^(1/2) (M_j/M_i)^(1/4)]^2 / sqrt(8 (1 + M_i/M_j)).
template <class Real>
Real wilke_interaction(const Real& mu_i, const Real& mu_j, double M_i, double M_j) {
  return square(1.0 + sqrt(mu_i / mu_j) * sqrt(sqrt(M_j / M_i))) / sqrt(8.0 * (1.0 + M_i / M_j));
}

/// sum_i y_i q_i / sum_j y_j phi_ij with the interactions of viscosity: of viscosities after Wilke, of conductivities
/// after Wassiljewa with the interactions of Mason and Saxena.
template <class Real>
Real wilke_mean(const PerSpecies<Real>& y, const PerSpecies<double>& M, const PerSpecies<Real>& mu,
                const PerSpecies<Real>& q) {
  Real sum = 0.0;
  for (std::size_t i = 0; i < y.size(); ++i) {
    Real hindered = 0.0;
    for (std::size_t j = 0; j < y.size(); ++j) hindered += y[j] * wilke_interaction(mu[i], mu[j], M[i], M[j]);
    sum += y[i] * q[i] / hindered;
  }
  return sum;
}

/// Viscosity of a gas.
///
/// Valid for  gases at low pressure; 2 %, with hydrogen more
/// Source     C. R. Wilke, J. Chem. Phys. 18 (1950) 517
/// Example    CO2, O2, N2 at 293 K, y = 0.133, 0.039, 0.828, mu = 14.62, 20.31, 17.54 uPa s: 17.14 uPa s (R. B. Bird,
///            W. E. Stewart, E. N. Lightfoot, Transport Phenomena, 2nd ed., example 1.4-2)
template <class Real>
Real gas_mixture_viscosity(const PerSpecies<Real>& y, const PerSpecies<double>& M, const PerSpecies<Real>& mu) {
  return wilke_mean(y, M, mu, mu);
}

/// Thermal conductivity of a gas.
///
/// Valid for  gases at low pressure; 4 %
/// Source     E. A. Mason, S. C. Saxena, Phys. Fluids 1 (1958) 361, with the factor 1.065 set to 1
/// Example    the gas of the example above, k = 0.01602, 0.02561, 0.02623: 0.02443 W/(m K) (ibid., example 9.3-2)
template <class Real>
Real gas_mixture_conductivity(const PerSpecies<Real>& y, const PerSpecies<double>& M, const PerSpecies<Real>& mu,
                              const PerSpecies<Real>& k) {
  return wilke_mean(y, M, mu, k);
}

/// Diffusivity of a pair of gases: D = 0.0143 T^1.75 / (P sqrt(M_AB) (s_A^(1/3) + s_B^(1/3))^2), with P in Pa, M_AB =
/// 2/(1/M_A
/// + 1/M_B) in g/mol and the diffusion volumes s of diffusion_volume.h; the same whichever of the two is named first.
///
/// Valid for  gases at low pressure; 4 %
/// Source     E. N. Fuller, K. Ensley, J. C. Giddings, J. Phys. Chem. 73 (1969) 3679; B. E. Poling, J. M. Prausnitz, J.
/// P.
///            O'Connell, The Properties of Gases and Liquids, 5th ed., eq. 11-4.4
/// Example    allyl chloride (76.53 g/mol, 80.25) in air (28.97 g/mol, 19.7), 298 K, 1 bar: 9.6e-6 m^2/s (ibid., ex.
/// 11-3)
template <class Real>
Real gas_diffusivity(const Real& T, const Real& P, double M_A, double M_B, double s_A, double s_B) {
  const double M = 2e3 / (1.0 / M_A + 1.0 / M_B);
  const double reach = pow(s_A, 1.0 / 3.0) + pow(s_B, 1.0 / 3.0);
  return 0.0143 / (sqrt(M) * reach * reach) * pow(T, 1.75) / P;
}

/// Diffusivity of a dilute solute A in a liquid B: D = 7.4e-15 sqrt(phi M_B) T / (mu_B V_A^0.6), with M_B in g/mol and
/// V_A in cm^3/mol.
///
/// phi  -         association of the solvent: 2.6 water, 1.9 methanol, 1.5 ethanol, 1.0 where there is none
/// V_A  m^3/mol   molar volume of the solute at its normal boiling point (Vliq_Tb)
/// Valid for  infinite dilution; 10 to 15 %
/// Source     C. R. Wilke, P. Chang, AIChE J. 1 (1955) 264
/// Example    ethyl benzene (140.4 cm^3/mol) in water at 293 K, 1.0 mPa s: 0.77e-9 m^2/s (Poling et al., example 11-7)
template <class Real>
Real liquid_diffusivity(const Real& T, const Real& mu_B, double M_B, double V_A, double phi) {
  return 7.4e-15 * sqrt(phi * 1e3 * M_B) / pow(1e6 * V_A, 0.6) * T / mu_B;
}

}  // namespace stillhouse
