#pragma once

#include <vector>

#include "models/properties/cubic_fluid.h"
#include "models/properties/smooth_cubic_root.h"

namespace stillhouse {

/// The phases of a cubic equation of state as equations of units need them: for any scalar, without a branch on a
/// value, and cheap for twenty species.
///
/// Same equation, parameters and ideal gas as `CubicFluid`, which flashes; in its own validity each function agrees
/// with it to rounding.
///
///   s_i(T) = sqrt(a_i)     w_i = S - sum_j k_ij x_j s_j,  S = sum_j x_j s_j       a = sum_i x_i s_i w_i
///   B = b p/(R T)     r = a/(b R T)     r' = a'/(b R),  a' = da/dT     u = v/b     L = ln((u + d1)/(u + d2))/(d1 - d2)
///   Z = u/(u - 1) - r u/((u + d1)(u + d2))
///   ln(phi_i p) = b_i/b (Z - 1 + r L) - 2 s_i w_i L/(b R T) + ln(R T/(b (u - 1)))
///   h = sum x_i h_ideal,i + R T (Z - 1 + (r' - r) L)
///
/// Only pairs with k_ij cost a product each: N + pairs, not N^2. sqrt(a_i) is a straight line in sqrt(T).
///
/// x  mole fractions    T  K    p  Pa    v  m3/mol    h  J/mol, from the elements at 298.15 K
/// Assumes    as cubic_state.h; where there is no root of the phase's own, smooth_cubic_root.h goes on
/// Valid for  pressures below the critical one of the mixture
/// Source     cubic_state.h
class CubicPhases {
 public:
  CubicPhases(const std::vector<std::string>& compounds, Cubic equation);

  std::size_t size() const { return fluid_.size(); }

  /// What both phases share.
  template <class Real>
  struct At {
    Real T, RT, root_T;
    PerSpecies<Real> s;
    IdealGas::Terms<Real> ideal;
  };
  template <class Real>
  At<Real> at(const Real& T) const {
    At<Real> result{T, gas_constant * T, sqrt(T), PerSpecies<Real>(size()), IdealGas::terms(T)};
    for (std::size_t i = 0; i < size(); ++i) result.s[i] = constant_[i] + slope_[i] * result.root_T;
    return result;
  }

  /// A composition at a temperature.
  template <class Real>
  struct Mixed {
    Real b, strength, strength_slope;  // b, r, r'
    PerSpecies<Real> felt;             // 2 s_i w_i/(b R T)
    Real ideal_enthalpy;
  };
  template <class Real>
  Mixed<Real> mixed(const At<Real>& at, const PerSpecies<Real>& x) const {
    Mixed<Real> result;
    PerSpecies<Real> weighted(size()), w(size());
    Real sum(0.0), b(0.0);
    for (std::size_t i = 0; i < size(); ++i) {
      weighted[i] = x[i] * at.s[i];
      sum = sum + weighted[i];
      b = b + x[i] * b_[i];
    }
    for (Real& value : w) value = sum;
    for (const Pair& pair : pairs_) {
      w[pair.i] = w[pair.i] - pair.k * weighted[pair.j];
      w[pair.j] = w[pair.j] - pair.k * weighted[pair.i];
    }
    Real a(0.0), a_slope(0.0);
    for (std::size_t i = 0; i < size(); ++i) {
      a = a + weighted[i] * w[i];
      a_slope = a_slope + slope_[i] * (x[i] * w[i]);
    }
    const Real per = 1.0 / (b * at.RT);
    result.b = b;
    result.strength = a * per;
    result.strength_slope = a_slope * at.root_T * per;
    result.felt = PerSpecies<Real>(size());
    const Real twice = 2.0 * per;
    for (std::size_t i = 0; i < size(); ++i) result.felt[i] = at.s[i] * w[i] * twice;
    result.ideal_enthalpy = fluid_.ideal_gas().mixture_enthalpy(x, at.ideal);
    return result;
  }

  template <class Real>
  Real ideal_enthalpy(const PerSpecies<Real>& x, const Real& T) const {
    return fluid_.ideal_gas().mixture_enthalpy(x, IdealGas::terms(T));
  }

  /// A composition in a volume u = v/b.
  template <class Real>
  struct Phase {
    Mixed<Real> mix;
    Real u, Z, L;
  };
  template <class Real>
  Phase<Real> in_ratio(const Mixed<Real>& mix, const Real& u, const Real& Z) const {
    return {mix, u, Z, log((u + d1_) / (u + d2_)) * (1.0 / (d1_ - d2_))};
  }
  /// A gas in the volume v: p follows from Z = p v/(R T), no root is sought.
  template <class Real>
  Phase<Real> in_volume(const Mixed<Real>& mix, const Real& v) const {
    // exact from v = 1.4 b on; a gas squeezed below its covolume stays finite
    const Real u = 1.0 + softplus(Real(v / mix.b - 1.0), 0.01);
    return in_ratio(mix, u, Real(u / (u - 1.0) - mix.strength * u / ((u + d1_) * (u + d2_))));
  }
  template <class Real>
  Phase<Real> at_pressure(const At<Real>& at, const Mixed<Real>& mix, PhaseKind kind, const Real& p) const {
    const Real B = mix.b * p / at.RT;
    const Real u = kind == PhaseKind::vapour ? root_.vapour(mix.strength, B) : root_.liquid(mix.strength, B);
    return in_ratio(mix, u, Real(u * B));
  }
  /// How far a phase of given pressure is from where its root is continued (smooth_cubic_root.h).
  template <class Real>
  Real margin(const At<Real>& at, const Mixed<Real>& mix, PhaseKind kind, const Real& p) const {
    const Real B = mix.b * p / at.RT;
    return kind == PhaseKind::vapour ? root_.vapour_margin(mix.strength, B) : root_.liquid_margin(mix.strength, B);
  }
  /// 1 of an ideal gas, 0 where a phase of given volume would fall apart.
  template <class Real>
  Real stability(const Phase<Real>& phase) const {
    return root_.stability(phase.mix.strength, phase.u);
  }

  /// ln(phi_i p), p in Pa: the fugacity of a species over its mole fraction.
  template <class Real>
  PerSpecies<Real> log_fugacity_ratios(const At<Real>& at, const Phase<Real>& phase) const {
    PerSpecies<Real> result(size());
    const Real of_b = (phase.Z - 1.0 + phase.mix.strength * phase.L) / phase.mix.b;
    const Real free = log(at.RT / (phase.mix.b * (phase.u - 1.0)));
    for (std::size_t i = 0; i < size(); ++i) result[i] = b_[i] * of_b - phase.L * phase.mix.felt[i] + free;
    return result;
  }
  template <class Real>
  Real enthalpy(const At<Real>& at, const Phase<Real>& phase) const {
    const Mixed<Real>& mix = phase.mix;
    return mix.ideal_enthalpy + at.RT * (phase.Z - 1.0 + (mix.strength_slope - mix.strength) * phase.L);
  }

 private:
  struct Pair {
    std::size_t i, j;
    double k;
  };

  CubicFluid fluid_;
  double d1_, d2_;
  SmoothCubicRoot root_;
  std::vector<double> constant_, slope_, b_;  // s_i = constant + slope sqrt(T); m3/mol
  std::vector<Pair> pairs_;
};

}  // namespace stillhouse
