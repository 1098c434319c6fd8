#pragma once

#include <algorithm>

#include "models/properties/flash/phases.h"
#include "models/properties/flash/stability.h"
#include "models/properties/flash/three_phases.h"
#include "models/properties/flash/two_phases.h"

namespace stillhouse {

/// How a flash is done.
struct FlashOptions {
  /// 2: liquids are taken not to split, and are not tested for it. Three times as fast.
  std::size_t most_phases = stillhouse::most_phases;
};

namespace pt_flash_parts {

/// sum z_i (ln x_i + ln phi_i), the Gibbs energy of mixing over R T.
inline double gibbs(const PerSpecies<double>& x, const PerSpecies<double>& log_phi) {
  double sum = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i)
    if (x[i] > 0.0) sum += x[i] * (log(x[i]) + log_phi[i]);
  return sum;
}

/// Says what each phase is, and puts them in order.
template <class Model>
void name_phases(const Model& model, const typename Model::template Conditions<double>& at, Phases<double>& phases) {
  if constexpr (Model::one_surface) {
    // with two roots a phase is what its root is; with one, what its volume says
    std::array<double, most_phases> Z{};
    std::size_t vapours = 0, lightest = 0;
    for (std::size_t k = 0; k < phases.count; ++k) {
      PhaseAmount<double>& p = phases.phase[k];
      const auto surface = model.surface(at, p.x);
      if (p.kind == PhaseKind::second_liquid) p.kind = PhaseKind::liquid;
      if (!surface.roots.several()) p.kind = model.kind_of(surface, phases.count > 1);
      if (p.kind != PhaseKind::vapour) continue;
      Z[k] = surface.roots.largest;
      if (vapours++ == 0 || Z[k] > Z[lightest]) lightest = k;
    }
    // of two vapours the denser is none
    for (std::size_t k = 0; k < phases.count; ++k)
      if (vapours > 1 && k != lightest) phases.phase[k].kind = PhaseKind::liquid;
  }
  // two or three phases: each goes back until it stands behind one that comes before it
  const auto before = [](const PhaseAmount<double>& a, const PhaseAmount<double>& b) {
    if ((a.kind == PhaseKind::vapour) != (b.kind == PhaseKind::vapour)) return a.kind == PhaseKind::vapour;
    return a.x[0] > b.x[0];
  };
  for (std::size_t k = 1; k < phases.count; ++k)
    for (std::size_t j = k; j > 0 && before(phases.phase[j], phases.phase[j - 1]); --j)
      std::swap(phases.phase[j], phases.phase[j - 1]);
  bool liquid = false;
  for (std::size_t k = 0; k < phases.count; ++k) {
    PhaseKind& kind = phases.phase[k].kind;
    if (kind == PhaseKind::vapour) continue;
    kind = liquid ? PhaseKind::second_liquid : PhaseKind::liquid;
    liquid = true;
  }
}

inline Phases<double> both(const TwoPhases& split, double T, double P) {
  Phases<double> result;
  result.T = T;
  result.P = P;
  result.add(split.kinds[0], split.share, split.y);
  result.add(split.kinds[1], 1.0 - split.share, split.x);
  return result;
}

inline bool two(const TwoPhases& split) {
  return split.found && split.share > 0.0 && split.share < 1.0;
}

}  // namespace pt_flash_parts

/// What a feed z (mole fractions, of sum one) is at T and p.
///
/// First two phases from the model's own volatilities, or from those of `near`, a solution close by. If that comes to
/// two phases of less Gibbs energy than the feed's, they are taken; else the tangent plane test says whether the feed
/// is stable, and what forms if it is not. Then, unless liquids are taken not to split, the same test of what was
/// found.
template <class Model>
Phases<double> pt_flash(const Model& model, double T, double P, const PerSpecies<double>& z,
                        const FlashOptions& options = {}, const Phases<double>* near = nullptr) {
  using namespace pt_flash_parts;
  const std::size_t N = z.size();
  const auto at = model.at(T, P);

  // two phases from what is known beforehand
  if (near && near->count == 2) {
    const PhaseAmount<double>&first = near->phase[0], &second = near->phase[1];
    const TwoPhases followed = two_phases_near(model, at, z, first.x, {first.kind, second.kind}, first.fraction);
    if (two(followed)) return both(followed, T, P);
  }
  PerSpecies<double> K(N);
  if (N > 1) {
    const PerSpecies<double> log_K = model.log_volatilities(at, z);
    for (std::size_t i = 0; i < N; ++i) K[i] = exp(log_K[i]);
  }
  TwoPhases split = N > 1 ? two_phase_split(model, at, z, K, {PhaseKind::vapour, PhaseKind::liquid}) : TwoPhases();

  // the feed as one phase
  PhaseKind kind = PhaseKind::vapour;
  PerSpecies<double> log_phi;
  bool both_kinds = true;
  if constexpr (Model::one_surface) {
    const auto surface = model.surface(at, z);
    both_kinds = surface.roots.several();
    // what its one root is decides which of two roots it goes on with
    if (!both_kinds) kind = model.kind_of(surface, false);
    log_phi = model.log_fugacity_coefficients(at, PhaseKind::vapour, surface);
  } else {
    log_phi = model.log_fugacity_coefficients(at, PhaseKind::vapour, z);
  }
  double feed = gibbs(z, log_phi);
  if (both_kinds) {
    const PerSpecies<double> of_liquid = model.log_fugacity_coefficients(at, PhaseKind::liquid, z);
    const double liquid = gibbs(z, of_liquid);
    if (liquid < feed) kind = PhaseKind::liquid, log_phi = of_liquid, feed = liquid;
  }

  Phases<double> result;
  result.T = T;
  result.P = P;
  PerSpecies<double> plane(N);
  const bool may_split = options.most_phases > 2 && N > 1 && model.liquids_may_split();
  const auto energy = [&](const TwoPhases& s) {
    // equal fugacities: the tangent plane of either phase, at the feed
    double sum = 0.0;
    for (std::size_t i = 0; i < N; ++i)
      if (z[i] > 0.0) sum += z[i] * (log(s.y[i]) + s.log_phi_y[i]);
    return sum;
  };
  if (two(split) && energy(split) < feed) {
    result = both(split, T, P);
    if (may_split) plane = tangent_plane(split.y, split.log_phi_y);
  } else {
    result.add({kind, 1.0, z});
    plane = tangent_plane(z, log_phi);
    const Trial trial = worst_trial(model, at, z, kind, plane, may_split);
    if (trial.distance < 0.0) {
      // lighter phase first, as the shares of a vapour have it
      for (std::size_t i = 0; i < N; ++i) K[i] = z[i] > 0.0 ? std::max(trial.W[i] / z[i], 1e-250) : 1.0;
      split = two_phase_split(model, at, z, K, {trial.kind, kind}, 1e-3);
      if (two(split)) {
        result = both(split, T, P);
        plane = tangent_plane(split.y, split.log_phi_y);
      }
    }
  }

  // whether what was found would split once more
  if (may_split && result.count == 2) {
    const PhaseAmount<double>& first = result.phase[0];
    const Trial trial = worst_trial(model, at, first.x, first.kind, plane, true);
    bool other = trial.distance < 0.0;
    for (std::size_t k = 0; other && k < result.count; ++k) {
      // not one of those that are there already
      double sum = 0.0, apart = 0.0;
      for (std::size_t i = 0; i < N; ++i) sum += trial.W[i];
      for (std::size_t i = 0; i < N; ++i) apart = std::max(apart, std::fabs(trial.W[i] / sum - result.phase[k].x[i]));
      const bool alike =
          Model::one_surface || (trial.kind == PhaseKind::vapour) == (result.phase[k].kind == PhaseKind::vapour);
      if (alike && apart < 1e-6) other = false;
    }
    if (other) {
      PhaseAmount<double> third{trial.kind, 1e-3, trial.W};
      double sum = 0.0;
      for (const double W : trial.W) sum += W;
      for (double& x : third.x) x /= sum;
      // two phases that are in doubt are better than one that is known to be unstable
      const Phases<double> before = result;
      result.add(third);
      settle_phases(model, z, result);
      if (result.count < 2) result = before;
    }
  }
  name_phases(model, at, result);
  return result;
}

}  // namespace stillhouse
