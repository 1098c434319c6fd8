#pragma once

#include <vector>

#include "models/properties/fluid.h"
#include "models/properties/mixture_transport.h"

namespace stillhouse {

/// Viscosity of the gas and diffusivities in both phases of a fluid's species, for mass transfer between films.
///
///   mu_G  Pa s   Wilke's mean of mu_i = mu_i(300 K) (T/300 K)^b_i, b_i from the data at 300 and 400 K
///   D_G   m2/s   Blanc: sum_j w_j/sum_j (w_j/D_ij) over the others, w_j = y_j + 1e-4; D_ij after Fuller
///   D_L   m2/s   Wilke-Chang in the mixture, phi M_B = sum_j x_j phi_j M_j (Perkins, Geankoplis 1969)
///
/// Valid for  low pressure, 250 to 600 K; 5 to 20 %
/// Source     mixture_transport.h; A. Blanc, J. Phys. 7 (1908) 825; L. R. Perkins, C. J. Geankoplis, Chem. Eng. Sci. 24
///            (1969) 1035; phi: C. R. Wilke, P. Chang, AIChE J. 1 (1955) 264
/// Example    ammonia in air (nitrogen) at 293 K, 101.3 kPa: 2.25e-5 m2/s
class FilmTransport {
 public:
  /// ModelError names the compound whose data hold no viscosity of the vapour.
  explicit FilmTransport(const Fluid& fluid);

  template <class Real>
  Real gas_viscosity(const PerSpecies<Real>& y, const Real& T) const {
    PerSpecies<Real> mu(M_.size());
    const Real l = log(T * (1.0 / 300.0));
    for (std::size_t i = 0; i < M_.size(); ++i) mu[i] = mu_300_[i] * exp(exponent_[i] * l);
    return gas_mixture_viscosity(y, M_, mu);
  }
  template <class Real>
  PerSpecies<Real> gas_diffusivities(const PerSpecies<Real>& y, const Real& T, const Real& p) const {
    PerSpecies<Real> D(M_.size());
    const Real state = pow(T, 1.75) / p;
    for (std::size_t i = 0; i < M_.size(); ++i) {
      Real others(0.0), hindered(0.0);
      for (std::size_t j = 0; j < M_.size(); ++j) {
        if (j == i && M_.size() > 1) continue;
        const Real w = y[j] + 1e-4;
        others += w;
        hindered += w * (1.0 / fuller_[i][j]);
      }
      D[i] = others / hindered * state;
    }
    return D;
  }
  template <class Real>
  PerSpecies<Real> liquid_diffusivities(const PerSpecies<Real>& x, const Real& T, const Real& mu) const {
    PerSpecies<Real> D(M_.size());
    Real solvent(0.0);  // phi M in g/mol
    for (std::size_t i = 0; i < M_.size(); ++i) solvent += x[i] * (1e3 * phi_[i] * M_[i]);
    const Real root = sqrt(solvent);
    for (std::size_t i = 0; i < M_.size(); ++i) D[i] = liquid_diffusivity(T, mu, 1e-3, boiling_volume_[i], 1.0) * root;
    return D;
  }

 private:
  PerSpecies<double> M_, mu_300_, exponent_, phi_, boiling_volume_;
  std::vector<std::vector<double>> fuller_;  // of a pair, times T^1.75/p
};

}  // namespace stillhouse
