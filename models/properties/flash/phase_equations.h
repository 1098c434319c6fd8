#pragma once

#include <algorithm>
#include <vector>

#include "engine/autodiff/dual.h"
#include "models/properties/flash/phases.h"
#include "models/properties/gas_constant.h"

namespace stillhouse {

/// What may be said of an equilibrium; two of them fix it.
enum class Given { temperature, pressure, enthalpy, entropy, vapour_fraction };

/// One of the two, in SI with moles of feed.
template <class Real>
struct Specification {
  Given given = Given::temperature;
  Real value{};
};

/// The equations of an equilibrium of F phases of N species, whatever is given:
///
///   sum_k b_k x_ki = z_i                                       species, N
///   x_ki = x_1i exp(ln phi_1i - ln phi_ki)                     equal fugacities, (F - 1) N
///   sum_i x_ki = 1                                             F
///   T, p, h = sum b_k h_k, s = sum b_k s_k or b_vapour         the two that are given
///
/// for T, p, the shares b_k and the mole fractions x_ki. Newton's method brings a solution near by to the last digits;
/// at a solution the same Jacobian gives the derivatives of everything with respect to z and what is given, by the
/// implicit function theorem.
template <class Model>
class PhaseEquations {
 public:
  explicit PhaseEquations(const Model& model) : model_(model), N_(model.size()) {}

  /// Improves `phases`; false where Newton's method does not arrive at shares from 0 to 1, and they are then what they
  /// were.
  bool solve(Phases<double>& phases, const PerSpecies<double>& z, const std::array<Specification<double>, 2>& given) {
    Phases<double> trial = phases;
    double last = 1e300;
    for (int step = 0; step < 30; ++step) {
      linearize(trial, z, given);
      double left = 0.0;
      for (const double r : residual_) left = std::max(left, r < 0.0 ? -r : r);
      if (!(left < 1e10) || (step > 4 && left > 1e3 * last)) return false;
      const bool arrived = left < 1e-13 || (left < 1e-9 && left > 0.3 * last);
      if (arrived) break;
      if (step == 29) return false;
      last = left;
      if (!factorize()) return false;
      std::vector<double> change = residual_;
      solve_factored(change);
      // T and p by no more than a tenth and a half of themselves
      double length = 1.0;
      const double dT = change[0] < 0.0 ? -change[0] : change[0], dP = change[1] < 0.0 ? -change[1] : change[1];
      if (dT > 0.1 * trial.T) length = std::min(length, 0.1 * trial.T / dT);
      if (dP > 0.5 * trial.P) length = std::min(length, 0.5 * trial.P / dP);
      trial.T -= length * change[0];
      trial.P -= length * change[1];
      for (std::size_t k = 0; k < trial.count; ++k) {
        trial.phase[k].fraction -= length * change[2 + k];
        for (std::size_t i = 0; i < N_; ++i) {
          double& x = trial.phase[k].x[i];
          const double next = x - length * change[at(k, i, trial.count)];
          x = z[i] > 0.0 ? std::max(next, 0.1 * x) : 0.0;
        }
      }
    }
    for (const PhaseAmount<double>& p : trial)
      if (!(p.fraction > -1e-12 && p.fraction < 1.0 + 1e-12)) return false;
    phases = trial;
    return true;
  }

  /// `phases`, a solution, with the derivatives that z and what is given carry.
  template <int M>
  Phases<Dual<M>> derivatives(const Phases<double>& phases, const PerSpecies<Dual<M>>& z,
                              const std::array<Specification<Dual<M>>, 2>& given) {
    PerSpecies<double> z_value(N_);
    for (std::size_t i = 0; i < N_; ++i) z_value[i] = z[i].value;
    linearize(phases, z_value, {{{given[0].given, given[0].value.value}, {given[1].given, given[1].value.value}}});
    Phases<Dual<M>> result;
    result.T = phases.T;
    result.P = phases.P;
    result.count = phases.count;
    for (std::size_t k = 0; k < phases.count; ++k) {
      result.phase[k].kind = phases.phase[k].kind;
      result.phase[k].fraction = phases.phase[k].fraction;
      result.phase[k].x = PerSpecies<Dual<M>>(N_);
      for (std::size_t i = 0; i < N_; ++i) result.phase[k].x[i] = phases.phase[k].x[i];
    }
    if (!factorize()) throw_singular();
    const std::size_t F = phases.count;
    for (int m = 0; m < M; ++m) {
      // what is given stands on the right-hand side of its row
      std::vector<double> change(size_, 0.0);
      for (std::size_t i = 0; i < N_; ++i) change[i] = z[i].gradient[m];
      for (std::size_t s = 0; s < 2; ++s) change[size_ - 2 + s] = given[s].value.gradient[m] * scale_[s];
      solve_factored(change);
      result.T.gradient[m] = change[0];
      result.P.gradient[m] = change[1];
      for (std::size_t k = 0; k < F; ++k) {
        result.phase[k].fraction.gradient[m] = change[2 + k];
        for (std::size_t i = 0; i < N_; ++i) result.phase[k].x[i].gradient[m] = change[at(k, i, F)];
      }
    }
    return result;
  }

 private:
  static constexpr int sweep = 4;
  using Wide = Dual<sweep>;

  std::size_t at(std::size_t k, std::size_t i, std::size_t F) const { return 2 + F + k * N_ + i; }
  double& entry(std::size_t row, std::size_t column) { return jacobian_[row * size_ + column]; }
  [[noreturn]] static void throw_singular();

  /// Residuals and Jacobian. Directions of a phase: T, p, then its mole fractions, four at a time.
  void linearize(const Phases<double>& phases, const PerSpecies<double>& z,
                 const std::array<Specification<double>, 2>& given) {
    const std::size_t F = phases.count;
    size_ = F * N_ + F + 2;
    jacobian_.assign(size_ * size_, 0.0);
    residual_.assign(size_, 0.0);

    // species and sums
    const std::size_t sums = F * N_;
    for (std::size_t i = 0; i < N_; ++i) residual_[i] = -z[i];
    for (std::size_t k = 0; k < F; ++k) {
      const PhaseAmount<double>& p = phases.phase[k];
      residual_[sums + k] = -1.0;
      for (std::size_t i = 0; i < N_; ++i) {
        residual_[i] += p.fraction * p.x[i];
        entry(i, 2 + k) = p.x[i];
        entry(i, at(k, i, F)) = p.fraction;
        residual_[sums + k] += p.x[i];
        entry(sums + k, at(k, i, F)) = 1.0;
      }
    }

    // what is given, in parts of R T, R or one
    const std::size_t last = size_ - 2;
    bool caloric = false;
    for (std::size_t s = 0; s < 2; ++s) {
      const Given what = given[s].given;
      double now = 0.0;
      scale_[s] = 1.0;
      if (what == Given::temperature) {
        scale_[s] = 1.0 / phases.T;
        now = phases.T;
        entry(last + s, 0) = scale_[s];
      } else if (what == Given::pressure) {
        scale_[s] = 1.0 / phases.P;
        now = phases.P;
        entry(last + s, 1) = scale_[s];
      } else if (what == Given::vapour_fraction) {
        for (std::size_t k = 0; k < F; ++k) {
          if (phases.phase[k].kind != PhaseKind::vapour) continue;
          now += phases.phase[k].fraction;
          entry(last + s, 2 + k) = 1.0;
        }
      } else {
        caloric = true;
        scale_[s] = what == Given::enthalpy ? 1.0 / (gas_constant * phases.T) : 1.0 / gas_constant;
      }
      residual_[last + s] = (now - given[s].value) * scale_[s];
    }

    // phase by phase, what depends on properties; the first phase's fugacities stay for the others
    PerSpecies<double> first_phi;
    std::vector<PerSpecies<double>> first_slopes(2 + N_, PerSpecies<double>(N_));
    for (std::size_t k = 0; k < F; ++k) {
      const PhaseAmount<double>& p = phases.phase[k];
      for (std::size_t begin = 0; begin < 2 + N_; begin += sweep) {
        const auto seeded = [&](double value, std::size_t direction) {
          Wide result(value);
          if (direction >= begin && direction < begin + sweep) result.gradient[direction - begin] = 1.0;
          return result;
        };
        const auto conditions = model_.at(seeded(phases.T, 0), seeded(phases.P, 1));
        PerSpecies<Wide> x(N_);
        for (std::size_t i = 0; i < N_; ++i) x[i] = seeded(p.x[i], 2 + i);
        const PerSpecies<Wide> phi = model_.log_fugacity_coefficients(conditions, p.kind, x);
        const std::size_t count = std::min<std::size_t>(sweep, 2 + N_ - begin);
        if (k == 0) {
          first_phi = PerSpecies<double>(N_);
          for (std::size_t i = 0; i < N_; ++i) {
            first_phi[i] = phi[i].value;
            for (std::size_t c = 0; c < count; ++c) first_slopes[begin + c][i] = phi[i].gradient[c];
          }
        } else {
          fugacities(phases, k, begin, count, phi, first_phi, first_slopes);
        }
        for (std::size_t s = 0; caloric && s < 2; ++s) {
          const Given what = given[s].given;
          if (what != Given::enthalpy && what != Given::entropy) continue;
          const Wide value =
              what == Given::enthalpy ? model_.enthalpy(conditions, p.kind, x) : model_.entropy(conditions, p.kind, x);
          if (begin == 0) {
            residual_[last + s] += scale_[s] * p.fraction * value.value;
            entry(last + s, 2 + k) = scale_[s] * value.value;
          }
          for (std::size_t c = 0; c < count; ++c) {
            const std::size_t direction = begin + c;
            const std::size_t column = direction < 2 ? direction : at(k, direction - 2, F);
            entry(last + s, column) += scale_[s] * p.fraction * value.gradient[c];
          }
        }
      }
    }
  }

  /// Rows of equal fugacity of phase k with the first, as far as `count` directions from `begin` go.
  void fugacities(const Phases<double>& phases, std::size_t k, std::size_t begin, std::size_t count,
                  const PerSpecies<Wide>& phi, const PerSpecies<double>& first_phi,
                  const std::vector<PerSpecies<double>>& first_slopes) {
    const std::size_t F = phases.count;
    for (std::size_t i = 0; i < N_; ++i) {
      const std::size_t row = N_ + (k - 1) * N_ + i;
      const double ratio = exp(first_phi[i] - phi[i].value);
      const double expected = phases.phase[0].x[i] * ratio;
      // a species that is nearly absent counts by its ratio, not by its mole fraction
      const double weight = 1.0 / std::max(phases.phase[k].x[i], 1e-250);
      const bool absent = !(phases.phase[k].x[i] > 0.0);
      const double w = absent ? 1.0 : weight;
      if (begin == 0) {
        residual_[row] = (phases.phase[k].x[i] - expected) * w;
        entry(row, at(k, i, F)) += w;
        entry(row, at(0, i, F)) -= ratio * w;
      }
      for (std::size_t c = 0; c < count; ++c) {
        const std::size_t direction = begin + c;
        const bool shared = direction < 2;
        const double own = expected * phi[i].gradient[c] * w, of_first = expected * first_slopes[direction][i] * w;
        entry(row, shared ? direction : at(k, direction - 2, F)) += own;
        entry(row, shared ? direction : at(0, direction - 2, F)) -= of_first;
      }
    }
  }

  /// In place, with rows exchanged; columns scaled so that pressure and mole fractions may stand side by side.
  bool factorize() {
    columns_.assign(size_, 0.0);
    for (std::size_t r = 0; r < size_; ++r)
      for (std::size_t c = 0; c < size_; ++c)
        columns_[c] = std::max(columns_[c], entry(r, c) < 0.0 ? -entry(r, c) : entry(r, c));
    for (double& c : columns_) {
      if (!(c > 0.0)) return false;
      c = 1.0 / c;
    }
    for (std::size_t r = 0; r < size_; ++r)
      for (std::size_t c = 0; c < size_; ++c) entry(r, c) *= columns_[c];
    order_.resize(size_);
    for (std::size_t r = 0; r < size_; ++r) order_[r] = r;
    for (std::size_t c = 0; c < size_; ++c) {
      std::size_t pivot = c;
      for (std::size_t r = c; r < size_; ++r)
        if (magnitude(r, c) > magnitude(pivot, c)) pivot = r;
      std::swap(order_[c], order_[pivot]);
      const double head = entry(order_[c], c);
      if (!(head > 1e-250 || head < -1e-250)) return false;
      for (std::size_t r = c + 1; r < size_; ++r) {
        double& factor = entry(order_[r], c);
        if (factor == 0.0) continue;
        factor /= head;
        for (std::size_t j = c + 1; j < size_; ++j) entry(order_[r], j) -= factor * entry(order_[c], j);
      }
    }
    return true;
  }
  double magnitude(std::size_t r, std::size_t c) {
    const double value = entry(order_[r], c);
    return value < 0.0 ? -value : value;
  }
  void solve_factored(std::vector<double>& b) {
    std::vector<double> y(size_);
    for (std::size_t r = 0; r < size_; ++r) {
      y[r] = b[order_[r]];
      for (std::size_t j = 0; j < r; ++j) y[r] -= entry(order_[r], j) * y[j];
    }
    for (std::size_t r = size_; r-- > 0;) {
      for (std::size_t j = r + 1; j < size_; ++j) y[r] -= entry(order_[r], j) * y[j];
      y[r] /= entry(order_[r], r);
    }
    for (std::size_t c = 0; c < size_; ++c) b[c] = y[c] * columns_[c];
  }

  const Model& model_;
  std::size_t N_, size_ = 0;
  std::vector<double> jacobian_, residual_, columns_;
  std::vector<std::size_t> order_;
  std::array<double, 2> scale_{};
};

template <class Model>
void PhaseEquations<Model>::throw_singular() {
  throw ModelError("flash: the equilibrium has no derivatives here (a critical point, or two phases that are alike)");
}

}  // namespace stillhouse
