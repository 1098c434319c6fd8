#pragma once

#include <algorithm>

#include "engine/autodiff/functions.h"
#include "models/properties/flash/phase_equations.h"
#include "models/properties/flash/phases.h"

namespace stillhouse {

/// Shares of phases whose ln phi_ki are known, by the minimum of
///
///   Q(b) = sum_k b_k - sum_i z_i ln E_i,  E_i = sum_k b_k/phi_ki,  b_k >= 0;  then x_ki = z_i/(E_i phi_ki)
///
/// Q is convex: Newton's method with the phases that are there, one that runs out is left away, one that Q would fall
/// with comes back. Source: Michelsen, Mollerup, Thermodynamic Models, 2nd ed. 2007, chapter 11, after Michelsen,
/// Comput. Chem. Eng. 18 (1994) 545
inline void divide_phases(const PerSpecies<double>& z, const std::array<PerSpecies<double>, most_phases>& inverse_phi,
                          Phases<double>& phases) {
  const std::size_t F = phases.count, N = z.size();
  std::array<double, most_phases> b{}, gradient{};
  std::array<bool, most_phases> there{};
  for (std::size_t k = 0; k < F; ++k) {
    b[k] = std::max(phases.phase[k].fraction, 0.0);
    there[k] = b[k] > 0.0;
  }
  PerSpecies<double> E(N);
  const auto evaluate = [&](const std::array<double, most_phases>& shares) {
    double Q = 0.0;
    for (std::size_t k = 0; k < F; ++k) Q += shares[k];
    for (std::size_t i = 0; i < N; ++i) {
      E[i] = 0.0;
      for (std::size_t k = 0; k < F; ++k) E[i] += shares[k] * inverse_phi[k][i];
      if (z[i] > 0.0) Q -= z[i] * log(E[i]);
    }
    return Q;
  };
  for (int iteration = 0; iteration < 60; ++iteration) {
    const double Q = evaluate(b);
    double left = 0.0;
    std::array<std::array<double, most_phases + 1>, most_phases> H{};
    for (std::size_t k = 0; k < F; ++k) {
      gradient[k] = 1.0;
      for (std::size_t i = 0; i < N; ++i)
        if (z[i] > 0.0) gradient[k] -= z[i] * inverse_phi[k][i] / E[i];
      // a phase that is not there comes back where Q falls with it
      if (!there[k] && gradient[k] < -1e-12) there[k] = true;
      if (there[k]) left = std::max(left, gradient[k] < 0.0 ? -gradient[k] : gradient[k]);
      for (std::size_t j = 0; j < F; ++j)
        for (std::size_t i = 0; i < N; ++i)
          if (z[i] > 0.0) H[k][j] += z[i] * inverse_phi[k][i] * inverse_phi[j][i] / (E[i] * E[i]);
    }
    if (left < 1e-15) break;

    // the step of those that are there
    for (std::size_t k = 0; k < F; ++k) {
      if (!there[k]) {
        H[k].fill(0.0);
        for (std::size_t j = 0; j < F; ++j) H[j][k] = 0.0;
      }
      H[k][k] += there[k] ? 1e-14 : 1.0;
      H[k][most_phases] = there[k] ? -gradient[k] : 0.0;
    }
    for (std::size_t c = 0; c < F; ++c)
      for (std::size_t r = c + 1; r < F; ++r) {
        const double factor = H[r][c] / H[c][c];
        for (std::size_t j = c; j < F; ++j) H[r][j] -= factor * H[c][j];
        H[r][most_phases] -= factor * H[c][most_phases];
      }
    std::array<double, most_phases> step{};
    for (std::size_t k = F; k-- > 0;) {
      step[k] = H[k][most_phases];
      for (std::size_t j = k + 1; j < F; ++j) step[k] -= H[k][j] * step[j];
      step[k] /= H[k][k];
    }
    double length = 1.0;
    std::size_t first_out = F;
    for (std::size_t k = 0; k < F; ++k)
      if (there[k] && b[k] + length * step[k] < 0.0) length = -b[k] / step[k], first_out = k;
    std::array<double, most_phases> next = b;
    for (int halving = 0; halving < 40; ++halving) {
      for (std::size_t k = 0; k < F; ++k) next[k] = b[k] + length * step[k];
      if (first_out < F && halving == 0) next[first_out] = 0.0;
      if (evaluate(next) <= Q + 1e-14) break;
      length *= 0.5;
    }
    if (first_out < F && next[first_out] == 0.0) there[first_out] = false;
    double moved = 0.0;
    for (std::size_t k = 0; k < F; ++k) moved = std::max(moved, next[k] > b[k] ? next[k] - b[k] : b[k] - next[k]);
    b = next;
    if (moved < 1e-16) break;
  }
  evaluate(b);
  for (std::size_t k = 0; k < F; ++k) {
    phases.phase[k].fraction = b[k];
    double sum = 0.0;
    for (std::size_t i = 0; i < N; ++i) {
      phases.phase[k].x[i] = z[i] > 0.0 ? z[i] * inverse_phi[k][i] / E[i] : 0.0;
      sum += phases.phase[k].x[i];
    }
    for (double& x : phases.phase[k].x) x /= sum;
  }
}

/// Three phases at T and p from a guess near by: successive substitution, then Newton's method on all equations. Phases
/// that run out are left away; what remains holds the same feed.
template <class Model>
void settle_phases(const Model& model, const PerSpecies<double>& z, Phases<double>& phases) {
  const auto at = model.at(phases.T, phases.P);
  const std::size_t N = z.size();
  PhaseEquations<Model> equations(model);
  const std::array<Specification<double>, 2> given{{{Given::temperature, phases.T}, {Given::pressure, phases.P}}};
  for (int iteration = 0; iteration < 500; ++iteration) {
    std::array<PerSpecies<double>, most_phases> inverse_phi;
    const Phases<double> before = phases;
    for (std::size_t k = 0; k < phases.count; ++k) {
      inverse_phi[k] = model.log_fugacity_coefficients(at, phases.phase[k].kind, phases.phase[k].x);
      for (double& value : inverse_phi[k]) value = exp(-value);
    }
    divide_phases(z, inverse_phi, phases);
    double change = 0.0;
    for (std::size_t k = 0; k < phases.count; ++k)
      for (std::size_t i = 0; i < N; ++i) {
        const double moved = phases.phase[k].x[i] - before.phase[k].x[i];
        change = std::max(change, moved < 0.0 ? -moved : moved);
      }
    if (iteration > 20 || change < 1e-9)
      for (std::size_t k = phases.count; k-- > 0;)
        if (phases.phase[k].fraction <= 0.0) phases.remove(k);
    if (change < 1e-14) break;
    // near enough, and all phases there: to the last digits
    if (change < 1e-5 && iteration % 10 == 9) {
      bool all = true;
      for (const PhaseAmount<double>& p : phases) all = all && p.fraction > 1e-8;
      if (all && equations.solve(phases, z, given)) break;
    }
  }
}

}  // namespace stillhouse
