#include "models/instruments/titration/redox_balance.h"

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "models/instruments/titration/equilibrium.h"
#include "models/properties/bracketed_root.h"

namespace stillhouse {

namespace {

/// ln of y / (1 - y) of a couple whose units have concentration c, mol/L.
double logit_oxidised(const RedoxCouple& couple, double c, double potential, double pH, double T) {
  const double wanted = couple.electrons * faraday_constant * (potential - couple.potential) / (gas_constant * T) +
                        couple.protons * ln10 * pH;
  // ln y = -ln(1 + e^-u), ln(1 - y) = -ln(1 + e^u)
  const auto log_one_plus_exp = [](double u) { return softplus(u, 1.0); };
  const double constant = couple.oxidised * log(couple.oxidised * c) - couple.reduced * log(couple.reduced * c);
  return bracketed_root(
      [&](double u) {
        return constant - couple.oxidised * log_one_plus_exp(-u) + couple.reduced * log_one_plus_exp(u) - wanted;
      },
      -690.0, 690.0);
}

double reduced_share(const RedoxCouple& couple, double c, double potential, double pH, double T) {
  return 1.0 / (1.0 + exp(logit_oxidised(couple, c, potential, pH, T)));
}

}  // namespace

double redox_potential(const AqueousSolution& solution, double pH, double T) {
  constexpr double lowest = -1.5, highest = 2.5;
  double places = 0.0;
  for (const AqueousSolution::Redox& redox : solution.couples) places += redox.couple->electrons * redox.units;
  const double electrons = std::clamp(solution.electrons, 1e-6 * places, (1.0 - 1e-6) * places);
  const auto excess = [&](double potential) {
    double held = 0.0;
    for (const AqueousSolution::Redox& redox : solution.couples)
      if (redox.units > 0.0)
        held += redox.couple->electrons * redox.units *
                reduced_share(*redox.couple, 1e-3 * redox.units / solution.volume, potential, pH, T);
    return held - electrons;
  };
  if (excess(lowest) <= 0.0) return lowest;
  if (excess(highest) >= 0.0) return highest;
  return bracketed_root(excess, lowest, highest);
}

double oxidised_concentration(const AqueousSolution& solution, const RedoxCouple& couple, double potential, double pH,
                              double T) {
  for (const AqueousSolution::Redox& redox : solution.couples) {
    if (redox.couple != &couple || redox.units <= 0.0) continue;
    const double c = redox.units / solution.volume;
    return couple.oxidised * c / (1.0 + exp(-logit_oxidised(couple, 1e-3 * c, potential, pH, T)));
  }
  return 0.0;
}

}  // namespace stillhouse
