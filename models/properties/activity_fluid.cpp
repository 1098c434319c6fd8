#include "models/properties/activity_fluid.h"

#include <utility>

#include "models/properties/component.h"

namespace stillhouse {

ActivityFluid::ActivityFluid(std::shared_ptr<const Fluid> fluid) : fluid_(std::move(fluid)), standard_(size()) {
  for (std::size_t i = 0; i < size(); ++i) {
    const SpeciesForms& forms = fluid_->forms(i);
    associates_ = associates_ || forms.association.has_value();
    // sum g_k (u - u0)^k by powers of u = T/100 K
    const double u = 0.01 * SpeciesForms::reference_temperature;
    Standard& c = standard_[i];
    c.cp = forms.gas_heat;
    for (std::size_t k = 0; k + 1 < c.cp.size(); ++k)
      for (std::size_t j = c.cp.size() - 1; j-- > k;) c.cp[j] -= u * c.cp[j + 1];
    c.h_0 = forms.gas_formation - 100.0 * u * c.mean_heat(u);
    c.s_0 = Component::find(forms.name).constant("S_ideal_gas") - c.cp[0] * log(u) - u * c.mean_slope(u);
  }
}

void ActivityFluid::log_fugacity_derivatives(const Conditions<double>& at, PhasePair& phases,
                                             PhasePair::Matrix& F) const {
  phases.log_phi_y = derivatives(at, phases.kinds[0], phases.y, 0, F);
  phases.log_phi_x = derivatives(at, phases.kinds[1], phases.x, 1, F);
}

PerSpecies<double> ActivityFluid::derivatives(const Conditions<double>& at, PhaseKind kind, const PerSpecies<double>& x,
                                              int lane, PhasePair::Matrix& F) const {
  const std::size_t N = size();
  if (kind == PhaseKind::vapour && !associates_) {
    for (std::size_t i = 0; i < N; ++i)
      for (std::size_t j = 0; j <= i; ++j) F[i][j].lane[lane] = 0.0;
    return of_vapour(at, x);
  }

  // d ln phi_i / d x_j, four at a time
  constexpr std::size_t sweep = 4;
  using Wide = Dual<sweep>;
  Conditions<Wide> conditions{Wide(at.T), Wide(at.P), PerSpecies<Wide>(N)};
  for (std::size_t i = 0; i < N; ++i) conditions.pure[i] = Wide(at.pure[i]);
  PerSpecies<double> log_phi(N);
  for (std::size_t begin = 0; begin < N; begin += sweep) {
    PerSpecies<Wide> seeded(N);
    for (std::size_t i = 0; i < N; ++i) {
      seeded[i] = Wide(x[i]);
      if (i >= begin && i < begin + sweep) seeded[i].gradient[i - begin] = 1.0;
    }
    const PerSpecies<Wide> result = log_fugacity_coefficients(conditions, kind, seeded);
    for (std::size_t i = 0; i < N; ++i) {
      log_phi[i] = result[i].value;
      for (std::size_t j = begin; j < N && j < begin + sweep; ++j) F[i][j].lane[lane] = result[i].gradient[j - begin];
    }
  }
  // by amounts: less what all shares change by together
  for (std::size_t i = 0; i < N; ++i) {
    double all = 0.0;
    for (std::size_t j = 0; j < N; ++j) all += x[j] * F[i][j].lane[lane];
    for (std::size_t j = 0; j < N; ++j) F[i][j].lane[lane] -= all;
  }
  return log_phi;
}

}  // namespace stillhouse
