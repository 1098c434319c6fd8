#pragma once

#include <array>

#include "engine/modelling/declare.h"

namespace stillhouse {

/// A first-order lag behind a dead time, as a control course writes a plant: K e^(-theta s)/(tau s + 1), from an input
/// as it differs from `rest`.
///
///   theta dm_k/dt = (2k + 1) [ (-1)^k u - sum_j c_kj m_j ],   c_kj = 1 for k < j, (-1)^(k-j) for k >= j
///   tau dy/dt + y = K sum_k m_k
///
/// m_k are the Legendre coefficients of what is under way: the last theta seconds of the input. Their sum is the input
/// as it was theta seconds ago. The transfer function is Pade's of order [11/12] of the dead time, in a form whose
/// numbers stay of one size.
///
/// Differential  m_0 .. m_11  unit of the input  what is under way; m_0 is the mean
///               y            unit of the output
/// Assumes   inputs that do not change within theta/10; at a step the output leads and rings by up to 1 % of K before
/// and
///           after its front (theta = 0.64 tau), 0.3 % two tenths of theta away from it
/// Source    A. R. Voelker, C. Eliasmith, Improving spiking dynamical networks: accurate delays, higher-order synapses,
/// and
///           time cells, Neural Computation 30 (2018) 569, eqs. (2.5), (2.6)
class FirstOrderDeadTime {
 public:
  static constexpr int order = 12;

  struct Parameters {
    double gain;
    double lag;        ///< s; tau
    double dead_time;  ///< s; theta
    double rest;       ///< input at which the output is zero
    double largest;    ///< of the input, for bounds
  };

  /// `input_unit`, `output_unit`: SI.
  FirstOrderDeadTime(Declare& declare, Input input, const char* input_unit, const char* output_unit,
                     const Parameters& parameters);

  Variable output() const { return y_; }

  template <class Real>
  void equations(Equations<Real>& eq) const {
    const auto u = eq[input_] - par_.rest;
    // sums of coefficients above and of alternating ones below serve every row
    std::array<Real, order> m;
    Real sum = eq[m_[0]];
    m[0] = sum;
    for (int k = 1; k < order; ++k) {
      m[at(k)] = eq[m_[at(k)]];
      sum = sum + m[at(k)];
    }
    Real above = sum - m[0], alternating = m[0];
    double sign = 1.0;
    for (int k = 0; k < order; ++k) {
      if (k > 0) {
        above = above - m[at(k)];
        alternating = m[at(k)] - alternating;
        sign = -sign;
      }
      eq.equate("dead time", eq.der(m_[at(k)]), (2.0 * k + 1.0) / par_.dead_time * (sign * u - (above + alternating)));
    }
    eq.equate("lag", eq.der(y_), (par_.gain * sum - eq[y_]) * (1.0 / par_.lag));
  }

 private:
  static constexpr std::size_t at(int k) { return static_cast<std::size_t>(k); }

  Input input_;
  Parameters par_;
  std::array<Variable, order> m_;
  Variable y_;
};

}  // namespace stillhouse
