#pragma once

#include "engine/autodiff/functions.h"
#include "models/properties/flash/rachford_rice.h"
#include "models/properties/phase_pair.h"

namespace stillhouse {

/// A feed in two phases at T and p: K_i = y_i/x_i.
struct TwoPhases : PhasePair {
  double share = 0.0;  // of the phase y; outside 0 to 1 where the feed is one phase
  bool found = false;  // equal fugacities

  TwoPhases() = default;
  TwoPhases(std::array<PhaseKind, 2> kinds_, double share_, std::size_t N) : PhasePair(kinds_, N), share(share_) {}
};

namespace two_phases {

/// Largest difference of ln fugacity that counts as none.
inline constexpr double equal = 1e-13;
/// From here Newton's method needs one step more: the next error is of the order of the square.
inline constexpr double nearly_equal = 3e-8;

using Matrix = std::array<std::array<double, most_species>, most_species>;

/// A symmetric H, of which the lower triangle is given, as L D L^T: 1/D on its diagonal, L^T above it. False where H is
/// not positive definite.
inline bool factorized(Matrix& H, std::size_t N) {
  for (std::size_t j = 0; j < N; ++j) {
    if (!(H[j][j] > 0.0)) return false;
    const double inverse = 1.0 / H[j][j];
    for (std::size_t i = j + 1; i < N; ++i) {
      const double factor = H[i][j] * inverse;
      for (std::size_t k = i; k < N; ++k) H[k][i] -= factor * H[k][j];
      H[j][i] = factor;
    }
    H[j][j] = inverse;
  }
  return true;
}

/// g becomes the solution s of H s = g, of a factorized H.
inline void solve(const Matrix& H, PerSpecies<double>& g) {
  const std::size_t N = g.size();
  for (std::size_t j = 0; j < N; ++j)
    for (std::size_t i = j + 1; i < N; ++i) g[i] -= H[j][i] * g[j];
  for (std::size_t j = N; j-- > 0;) {
    double sum = g[j] * H[j][j];
    for (std::size_t i = j + 1; i < N; ++i) sum -= H[j][i] * g[i];
    g[j] = sum;
  }
}

/// Compositions of both phases from K and the share.
inline void divide(const PerSpecies<double>& z, const PerSpecies<double>& K, TwoPhases& split) {
  for (std::size_t i = 0; i < z.size(); ++i) {
    split.x[i] = z[i] / (1.0 + split.share * (K[i] - 1.0));
    split.y[i] = K[i] * split.x[i];
  }
}

/// g_i = ln f_y,i - ln f_x,i and the largest of them, from ln phi of both phases.
inline double difference(const TwoPhases& split, PerSpecies<double>& g) {
  double largest = 0.0;
  for (std::size_t i = 0; i < g.size(); ++i) {
    g[i] = split.y[i] > 0.0 ? log(split.y[i] / split.x[i]) + split.log_phi_y[i] - split.log_phi_x[i] : 0.0;
    const double size = g[i] < 0.0 ? -g[i] : g[i];
    largest = size > largest ? size : largest;
  }
  return largest;
}

/// Newton's method on the Gibbs energy over the amounts v_i in phase y, from a split with both phases present; false
/// where it does not arrive, and the split is then of no use.
///
///   g_i = ln f_y,i - ln f_x,i,  H_ij = (delta_ij/y_i - 1 + F_y,ij)/V + (delta_ij/x_i - 1 + F_x,ij)/(1 - V)
///
/// After a step from less than 1e-4 the next one is the last, and takes the H of the step before: what H has changed by
/// since, 1e-4 at most, of what is left, 3e-8 at most.
///
/// Source: Michelsen, Mollerup, Thermodynamic Models, 2nd ed. 2007, chapter 10
template <class Model>
bool newton(const Model& model, const typename Model::template Conditions<double>& at, const PerSpecies<double>& z,
            TwoPhases& split, int steps) {
  const std::size_t N = z.size();
  PhasePair::Matrix F;
  Matrix H;
  PerSpecies<double> g(N);
  std::array<double, most_species> v, l;  // as many as there are species
  double left = 0.0, last = 1e300;
  for (std::size_t i = 0; i < N; ++i) {
    v[i] = split.share * split.y[i];
    l[i] = (1.0 - split.share) * split.x[i];
  }
  for (int step = 0; step <= steps; ++step) {
    bool same_H = step > 0 && last < 1e-4;
    if (same_H) {
      model.log_fugacity_coefficients(at, split);
      left = difference(split, g);
      same_H = left < nearly_equal;
    }
    if (!same_H) {
      model.log_fugacity_derivatives(at, split, F);
      left = difference(split, g);
    }
    // arrived, or at the last digits, which cannot be bettered
    if (left < equal || (left < 1e-10 && left > 0.1 * last)) return split.found = true;
    const bool last_step = left < nearly_equal;
    if (step == steps || !(left < 4.0 * last)) break;
    last = left;

    if (!same_H) {
      const double V = split.share, per_V = 1.0 / V, per_L = 1.0 / (1.0 - V), both = per_V + per_L;
      for (std::size_t i = 0; i < N; ++i) {
        for (std::size_t j = 0; j <= i; ++j) H[i][j] = F[i][j].lane[0] * per_V + F[i][j].lane[1] * per_L - both;
        // 1/v_i + 1/l_i
        H[i][i] += v[i] > 0.0 ? z[i] / (v[i] * l[i]) : 1.0 + both;
      }
      if (!factorized(H, N)) break;
    }
    solve(H, g);

    // no further than nine tenths of the way to where a species would be gone
    double length = 1.0;
    for (std::size_t i = 0; i < N; ++i) {
      if (g[i] > 0.0 && !(v[i] - g[i] > 0.0)) length = std::min(length, 0.9 * v[i] / g[i]);
      if (g[i] < 0.0 && !(l[i] + g[i] > 0.0)) length = std::min(length, -0.9 * l[i] / g[i]);
    }
    // the smaller of both amounts keeps its digits, the larger one is what remains of the feed
    double sum = 0.0, rest = 0.0;
    for (std::size_t i = 0; i < N; ++i) {
      const double moved = length * g[i];
      if (v[i] < l[i]) {
        v[i] -= moved;
        l[i] = z[i] - v[i];
      } else {
        l[i] += moved;
        v[i] = z[i] - l[i];
      }
      sum += v[i];
      rest += l[i];
    }
    split.share = sum;
    const double per_sum = 1.0 / sum, per_rest = 1.0 / rest;
    for (std::size_t i = 0; i < N; ++i) {
      split.y[i] = v[i] * per_sum;
      split.x[i] = l[i] * per_rest;
    }
    if (last_step && length == 1.0) return split.found = true;
  }
  return false;
}

}  // namespace two_phases

/// Two phases from a solution close by, in which the phase y is `share` of the feed; `found` is false where Newton's
/// method does not arrive from there.
template <class Model>
TwoPhases two_phases_near(const Model& model, const typename Model::template Conditions<double>& at,
                          const PerSpecies<double>& z, const PerSpecies<double>& y, std::array<PhaseKind, 2> kinds,
                          double share) {
  const std::size_t N = z.size();
  TwoPhases split(kinds, share, N);
  const double per_rest = 1.0 / (1.0 - share);
  // what the phase y has left of the feed, which may not be that of the solution close by
  bool enough = true;
  for (std::size_t i = 0; i < N; ++i) {
    split.y[i] = y[i];
    split.x[i] = (z[i] - share * y[i]) * per_rest;
    enough = enough && (z[i] > 0.0 ? y[i] > 0.0 && split.x[i] > 0.0 : y[i] == 0.0);
  }
  if (enough && share > 0.0 && share < 1.0) two_phases::newton(model, at, z, split, 12);
  return split;
}

/// Two phases from first guesses of K: successive substitution, as long as both are there Newton's method after every
/// few steps. `found` is false where the phases become one.
template <class Model>
TwoPhases two_phase_split(const Model& model, const typename Model::template Conditions<double>& at,
                          const PerSpecies<double>& z, PerSpecies<double> K, std::array<PhaseKind, 2> kinds,
                          double share = 0.5) {
  constexpr int first = 3;  // substitutions before Newton's method is tried
  const std::size_t N = z.size();
  TwoPhases split(kinds, share, N);
  std::array<double, most_species> before;  // as many as there are species
  double previous = 0.0;
  for (int iteration = 0; iteration < 300; ++iteration) {
    split.share = vapour_share(z, K, split.share);
    share = split.share;
    // with all K on one side of 1 there is no split to go on from
    if (split.share == 2.0 || split.share == -1.0) return split;
    two_phases::divide(z, K, split);
    if (iteration >= first && (iteration - first) % 5 == 0 && split.share > 1e-10 && split.share < 1.0 - 1e-10 &&
        two_phases::newton(model, at, z, split, 12))
      return split;
    if (iteration >= first && (iteration - first) % 5 == 0) {
      split.share = share;
      split.Z = 0.0;
      two_phases::divide(z, K, split);
    }

    model.log_fugacity_coefficients(at, split);
    double change = 0.0, apart = 0.0;
    // each fifth step is lengthened by what the last two say of the slowest direction
    const bool may_lengthen = iteration % 5 == 4;
    for (std::size_t i = 0; i < N; ++i) {
      if (z[i] == 0.0) continue;
      before[i] = K[i];
      K[i] = exp(split.log_phi_x[i] - split.log_phi_y[i]);
      const double step = K[i] / before[i] - 1.0;
      change += step * step;
      apart += (K[i] - 1.0) * (K[i] - 1.0);
    }
    if (Model::one_surface && apart < 1e-8) return split;  // the same phase twice
    // all one phase, and rightly so: the split is outside 0 to 1 and at rest
    const bool outside = split.share < 0.0 || split.share > 1.0;
    if (change < (outside ? 1e-16 : two_phases::equal * two_phases::equal)) {
      split.found = true;
      return split;
    }
    const double along = previous > 0.0 ? sqrt(change / previous) : 0.0;
    previous = change;
    if (may_lengthen && along > 0.3 && along < 0.98) {
      for (std::size_t i = 0; i < N; ++i)
        if (z[i] > 0.0) K[i] = before[i] * pow(K[i] / before[i], 1.0 / (1.0 - along));
      previous = 0.0;
    }
  }
  return split;
}

}  // namespace stillhouse
