#pragma once

#include <cmath>

#include "engine/autodiff/functions.h"
#include "models/properties/per_species.h"
#include "models/properties/phase_kind.h"

namespace stillhouse {

/// A phase that would form from another one: what the tangent plane lies above.
struct Trial {
  PhaseKind kind = PhaseKind::vapour;
  PerSpecies<double> W;   // its composition, not yet of sum one
  double distance = 0.0;  // tm: negative where it would form
};

/// Distance to the tangent plane below which a phase counts as unstable.
inline constexpr double instability = -1e-10;

/// The stationary point of the tangent plane distance that is reached from `log_W`.
///
///   tm(W) = 1 + sum W_i (ln W_i + ln phi_i(W) - d_i - 1),  d_i = ln z_i + ln phi_i(z);  at rest ln W_i = d_i - ln
///   phi_i(W)
///
/// By successive substitution, each fifth step lengthened by what the last two say of the slowest direction. Where the
/// trial comes back to the tested phase itself nothing is gained, and it stops (`own` is that phase, or null).
/// Source: M. L. Michelsen, Fluid Phase Equilib. 9 (1982) 1; lengthened step: O. Orbach, C. M. Crowe, Can. J. Chem.
/// Eng. 49 (1971) 509
template <class Model>
Trial stationary_trial(const Model& model, const typename Model::template Conditions<double>& at,
                       const PerSpecies<double>& d, PhaseKind kind, PerSpecies<double> log_W,
                       const PerSpecies<double>* own) {
  const std::size_t N = d.size();
  Trial trial{kind, PerSpecies<double>(N), 0.0};
  PerSpecies<double> x(N);
  double previous = 0.0;
  for (int iteration = 1; iteration <= 150; ++iteration) {
    double sum = 0.0;
    for (std::size_t i = 0; i < N; ++i) {
      trial.W[i] = d[i] > -1e300 ? exp(log_W[i] < 300.0 ? log_W[i] : 300.0) : 0.0;
      sum += trial.W[i];
    }
    if (!(sum > 0.0)) break;
    for (std::size_t i = 0; i < N; ++i) x[i] = trial.W[i] / sum;
    const PerSpecies<double> log_phi = model.log_fugacity_coefficients(at, kind, x);

    double change = 0.0, away = 0.0, tilt = 0.0;
    PerSpecies<double> step(N);
    for (std::size_t i = 0; i < N; ++i) {
      if (trial.W[i] == 0.0 && !(d[i] > -1e300)) continue;
      step[i] = d[i] - log_phi[i] - log_W[i];
      change += step[i] * step[i];
      tilt += trial.W[i] * step[i];
      if (own) away += x[i] * (log_W[i] - log(sum) - log((*own)[i])) * (log_W[i] - log(sum) - log((*own)[i]));
    }
    const double along = previous > 0.0 ? sqrt(change / previous) : 0.0;
    previous = change;
    const bool lengthen = iteration % 5 == 0 && along < 0.98;
    const double factor = lengthen && along > 0.3 ? 1.0 / (1.0 - along) : 1.0;
    for (std::size_t i = 0; i < N; ++i) log_W[i] += factor * step[i];
    if (factor > 1.0) previous = 0.0;
    trial.distance = 1.0 - sum - tilt;
    if (change < 1e-18) break;
    // on its way back to the phase that is tested
    if (own && away < 1e-8 && trial.distance > instability) {
      trial.distance = 0.0;
      break;
    }
  }
  return trial;
}

/// ln z_i + ln phi_i(z); -infinity for a species that is not there.
inline PerSpecies<double> tangent_plane(const PerSpecies<double>& z, const PerSpecies<double>& log_phi) {
  PerSpecies<double> d(z.size());
  for (std::size_t i = 0; i < z.size(); ++i) d[i] = z[i] > 0.0 ? log(z[i]) + log_phi[i] : -1.0 / 0.0;
  return d;
}

/// The phase that the tangent plane d of a phase `own` of kind `own_kind` lies above most, of all that are tried: a
/// vapour and a liquid as volatilities have them, and, with `liquids`, one liquid rich in each species. Distance 0:
/// none, the phase is stable. Source: Michelsen, Mollerup, Thermodynamic Models, 2nd ed. 2007, chapter 9 and 11
template <class Model>
Trial worst_trial(const Model& model, const typename Model::template Conditions<double>& at,
                  const PerSpecies<double>& own, PhaseKind own_kind, const PerSpecies<double>& d, bool liquids) {
  const std::size_t N = own.size();
  Trial worst{PhaseKind::vapour, PerSpecies<double>(N), 0.0};
  const auto attempt = [&](PhaseKind kind, const PerSpecies<double>& log_W) {
    const bool same_surface = Model::one_surface || (kind == PhaseKind::vapour) == (own_kind == PhaseKind::vapour);
    const Trial trial = stationary_trial(model, at, d, kind, log_W, same_surface ? &own : nullptr);
    if (trial.distance < worst.distance && trial.distance < instability) worst = trial;
  };
  const PerSpecies<double> log_K = model.log_volatilities(at, own);
  PerSpecies<double> log_W(N);
  for (std::size_t i = 0; i < N; ++i) log_W[i] = own[i] > 0.0 ? log(own[i]) + log_K[i] : -400.0;
  attempt(PhaseKind::vapour, log_W);
  for (std::size_t i = 0; i < N; ++i) log_W[i] = own[i] > 0.0 ? log(own[i]) - log_K[i] : -400.0;
  attempt(PhaseKind::liquid, log_W);
  for (std::size_t rich = 0; liquids && N > 1 && rich < N; ++rich) {
    if (own[rich] == 0.0) continue;
    for (std::size_t i = 0; i < N; ++i) log_W[i] = own[i] > 0.0 ? (i == rich ? -0.01 : log(0.01 * own[i])) : -400.0;
    attempt(PhaseKind::liquid, log_W);
  }
  return worst;
}

}  // namespace stillhouse
