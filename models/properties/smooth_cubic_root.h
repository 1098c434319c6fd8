#pragma once

#include "engine/autodiff/functions.h"

namespace stillhouse {

/// Roots of a cubic equation of state for equations that a solver evaluates anywhere: one smooth formula for the liquid
/// and one for the vapour, defined where the equation has no root of that kind as well.
///
///   B = 1/(u - 1) - a/((u + d1)(u + d2))      B = b p/(R T)      a = a_mix/(b R T)      u = v/b      A = a B
///
/// Below the critical point, B < 0.078, a liquid's root exists where a > a_s(B), a vapour's where A < A_s(B), the
/// spinodals. Whoever comes near is kept at a small distance from them:
///   liquid   a_used = a + softplus(a_s + 0.03 - a, 0.005)       then Newton's method from the root at p = 0
///   vapour   A_used = A - softplus(A - A_s + 0.003, 0.0006)     then Newton's method from 1 + B - A, the virial's
/// In a fixed number of steps: the cubic has one curvature between start and root, so that they come from one side.
/// Two widths on the sound side of the kept distance the root is off by some 1e-3, twenty widths by nothing that a
/// double can hold; `*_margin` say how far it is to there. Beyond, the liquid stays as dense (u about 2.3), the vapour
/// as thin as at its spinodal, smoothly: a phase that is not there keeps fugacities of the right order and slope.
///
/// Assumes    a_s and A_s as parabolas, on the safe side of the true ones by at most 0.07 and 0.02
/// Valid for  B up to that of the critical point, 0.0778 (Peng-Robinson) or 0.0866; a root that is one of the
///            equation's own is exact to 1e-12 relative, tested over that range
/// Example    Peng-Robinson, a = 10, B = 0.01: liquid u = 1.3519, vapour u = 90.282
/// Source     geometry of the spinodal: d B/d u = 0; for a continuation of roots see P. M. Mathias, J. F. Boston, S.
///            Watanasiri, AIChE J. 30 (1984) 182, whose aim it shares and not its formulae
class SmoothCubicRoot {
 public:
  /// d1, d2 of the equation (cubic_state.h).
  SmoothCubicRoot(double d1, double d2) : sum_(d1 + d2), product_(d1 * d2) {
    // the curves of Peng-Robinson, and those of Soave-Redlich-Kwong
    const bool is_wide = product_ < 0.0;
    liquid_ = is_wide ? Parabola{6.8284271247461903, -9.6, -22.0} : Parabola{5.8284271247461903, -8.0, -18.0};
    vapour_ = is_wide ? Parabola{0.25, 2.0, 6.5} : Parabola{0.25, 1.5, 5.0};
  }

  /// How far a liquid is from where its root is continued, a over a_s + 0.03; above 0.1 it is its own to 1e-12.
  template <class Real>
  Real liquid_margin(const Real& a, const Real& B) const {
    return a - liquid_.at(B) - liquid_distance;
  }
  /// The same for a vapour of given p: A_s - 0.003 over A.
  template <class Real>
  Real vapour_margin(const Real& a, const Real& B) const {
    return vapour_.at(B) - vapour_distance - a * B;
  }
  /// dB/d(1/u) of a state of given volume: 1 for an ideal gas, below zero between the spinodals.
  template <class Real>
  Real stability(const Real& a, const Real& u) const {
    const Real free = u / (u - 1.0), pair = u * u / ((u + sum_) * u + product_);
    return free * free - a * pair * pair * (2.0 * u + sum_) / (u * u);
  }

  /// u of the liquid.
  template <class Real>
  Real liquid(const Real& a, const Real& B) const {
    const Real used = a + softplus(Real(liquid_.at(B) + liquid_distance - a), liquid_width);
    const Real half = 0.5 * (used - sum_);
    Real u = half - sqrt(smooth_positive(Real(half * half - used - product_), 0.05));
    for (int i = 0; i < liquid_steps; ++i) {
      const Real pair = (u + sum_) * u + product_, free = u - 1.0, slope_of_pair = 2.0 * u + sum_;
      const Real value = (B * free - 1.0) * pair + used * free;
      const Real slope = B * pair + (B * free - 1.0) * slope_of_pair + used;
      u = u - value / slope;
    }
    return u;
  }
  /// u of the vapour.
  template <class Real>
  Real vapour(const Real& a, const Real& B) const {
    const Real A_given = a * B;
    const Real A = A_given - softplus(Real(A_given - vapour_.at(B) + vapour_distance), vapour_width);
    const Real c2 = (sum_ - 1.0) * B - 1.0, c1 = A + product_ * B * B - sum_ * (B + B * B);
    const Real c0 = A * B + product_ * (B * B + B * B * B);
    Real Z = 1.0 + B - A;
    for (int i = 0; i < vapour_steps; ++i) {
      const Real value = ((Z + c2) * Z + c1) * Z - c0, slope = (3.0 * Z + 2.0 * c2) * Z + c1;
      Z = Z - value / slope;
    }
    return Z / B;
  }

 private:
  static constexpr double liquid_distance = 0.03, liquid_width = 0.005;
  static constexpr double vapour_distance = 0.003, vapour_width = 0.0006;
  static constexpr int liquid_steps = 6, vapour_steps = 7;

  struct Parabola {
    double constant = 0.0, slope = 0.0, bend = 0.0;
    template <class Real>
    Real at(const Real& B) const {
      return constant + B * (slope + bend * B);
    }
  };

  double sum_, product_;
  Parabola liquid_, vapour_;
};

}  // namespace stillhouse
