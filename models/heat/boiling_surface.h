#pragma once

#include <vector>

#include "models/heat/boiling.h"
#include "models/properties/fluid.h"

namespace stillhouse {

/// Surface on which a liquid boils: its film and the most it can pass on.
///
///   q  W/m2  heat flux      p  Pa  pressure       p_c  Pa  sum of x_i p_c,i (Kay)
///   film           h(q, p) of Mostinski (boiling.h), q replaced by (q^2 + 100^2)^(1/2)
///   critical flux  Zuber (boiling.h, C 0.131); h_fg = sum x_i h_fg,i; sigma = sum x_i sigma_i, straight in T through
///                  the data at 0.6 and 0.75 of T_c,i
/// Assumes   clean tubes without neighbours (a bundle boils better and chokes earlier); mixtures as a pure liquid of
///           mean properties, whose film is up to twice that of the mixture
/// Valid for reduced pressures of 0.001 to 0.9
/// Source    boiling.h; W. B. Kay, Ind. Eng. Chem. 28 (1936) 1014; mean surface tension: estimate
/// Example   water of 1 atm: critical flux 1.11 MW/m2 (Incropera, DeWitt, example 10.1: 1.26 with C 0.149)
class BoilingSurface {
 public:
  explicit BoilingSurface(const Fluid& fluid);

  template <class Real>
  Real film(const PerSpecies<Real>& x, const Real& p, const Real& q) const {
    Real p_c(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) p_c += x[i] * critical_pressures_[i];
    const Real flux = sqrt(Real(q * q + 1e4));
    const Real relative = p / p_c;
    return pow(Real(p_c * 1e-5), 0.69) * boiling::mostinski_coefficient(flux, relative, 1e5);
  }
  template <class Real>
  Real critical_flux(const Fluid& fluid, const PerSpecies<Real>& x, const Real& T, const Real& rho,
                     const Real& rho_v) const {
    Real sigma(0.0), h_fg(0.0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (!fluid.condenses(i)) continue;
      sigma += x[i] * smooth_positive(Real(tension_[i] + slope_[i] * T), 1e-4);
      h_fg += x[i] * fluid.heat_of_vaporization(i, T);
    }
    const boiling::Pool<Real> pool{
        rho, rho_v, Real(0.0), Real(0.0), Real(0.0), sigma, h_fg / fluid.liquid_molar_mass(x)};
    return boiling::critical_flux(pool);
  }

 private:
  std::vector<double> critical_pressures_;  // Pa
  std::vector<double> tension_, slope_;     // N/m at 0 K, N/(m K)
};

}  // namespace stillhouse
