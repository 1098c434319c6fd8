#pragma once

#include <array>
#include <type_traits>
#include <vector>

#include "models/properties/cubic_root.h"
#include "models/properties/gas_constant.h"
#include "models/properties/per_species.h"
#include "models/properties/phase_kind.h"
#include "models/properties/phase_pair.h"
#include "models/properties/pure_alpha.h"

namespace stillhouse {

/// The cubic equations of state there are.
enum class Cubic { peng_robinson, soave_redlich_kwong };

/// What a cubic equation of state knows of a compound.
struct CubicSpecies {
  double Tc = 0.0;               // K, critical temperature
  double Pc = 0.0;               // Pa, critical pressure
  double acentric_factor = 0.0;  // -
};

/// A cubic equation of state of N species, Peng-Robinson or Soave-Redlich-Kwong.
///
///   p = R T/(v - b) - a/((v + d1 b)(v + d2 b))
///   a = sum_ij x_i x_j sqrt(a_i a_j) (1 - k_ij),  a_i = Oa R^2 Tc^2/Pc alpha_i(T),  b = sum x_i b_i,  b_i = Ob R Tc/Pc
///   Peng-Robinson: d1, d2 = 1 +- sqrt 2, Oa = 0.45724, Ob = 0.07780;  Soave-Redlich-Kwong: d1, d2 = 1, 0, Oa =
///   0.42748, Ob = 0.08664 (all carried to the last digit from the condition at the critical point)
///
/// With A = a p/(R T)^2, B = b p/(R T), Z = p v/(R T), L = ln((Z + d1 B)/(Z + d2 B))/(d1 - d2):
///   Z^3 - (1 - (d1 + d2 - 1) B) Z^2 + (A + d1 d2 B^2 - (d1 + d2)(B + B^2)) Z - (A B + d1 d2 (B^2 + B^3)) = 0
///   ln phi_i = (Z - 1) b_i/b - ln(Z - B) - (2 sum_j x_j A_ij/A - b_i/b) A L/B
///   h - h_ideal = R T (Z - 1) + (T a' - a) L/b
///   s - s_ideal = R ln(Z - B) + a' L/b                      ideal gas at the same T and p
///
/// x  -  mole fractions    T  K    p  Pa    v  m^3/mol    a' = da/dT    k_ij  -  binary parameters
/// Assumes    random mixing; Soave's alpha (pure_alpha.h)
/// Valid for  non-polar and slightly polar mixtures; densities of liquids are off by 5 to 15 %, mixtures with water or
///            alcohols need an activity model
/// Example    n-butane at 350 K and 9.4573 bar by Soave-Redlich-Kwong: vapour 2520 cm^3/mol, liquid 127.8 cm^3/mol
/// Sources    Peng, Robinson, Ind. Eng. Chem. Fundam. 15 (1976) 59; Soave, Chem. Eng. Sci. 27 (1972) 1197; the common
///            form: M. L. Michelsen, J. M. Mollerup, Thermodynamic Models: Fundamentals and Computational Aspects, 2nd
///            ed. 2007, chapter 3
class CubicState {
 public:
  /// `k` holds k_ij row by row, symmetric, zero on the diagonal. ModelError names the species that makes no sense.
  CubicState(Cubic equation, const std::vector<CubicSpecies>& species, const std::vector<double>& k);

  std::size_t size() const { return size_; }
  Cubic equation() const { return equation_; }
  double binary_parameter(std::size_t i, std::size_t j) const { return 1.0 - attraction_share_[i][j]; }
  const CubicSpecies& species(std::size_t i) const { return species_[i]; }
  double d1() const { return d1_; }
  double d2() const { return d2_; }
  /// b_i, m^3/mol.
  double covolume(std::size_t i) const { return b_[i]; }
  /// sqrt(a_i) = constant + slope sqrt(T).
  double root_attraction_constant(std::size_t i) const { return root_a_[i] * (1.0 + alpha_[i].m); }
  double root_attraction_slope(std::size_t i) const { return -root_a_[i] * alpha_[i].m * alpha_[i].inverse_root_Tc; }

  /// Each species at T and p: A_ij = (1 - k_ij) S_i S_j and B_i, both without dimension.
  template <class Real>
  struct Conditions {
    Real T, P;
    std::array<Real, most_species> S, B;  // as many as there are species
  };
  template <class Real>
  Conditions<Real> at(const Real& T, const Real& P) const {
    Conditions<Real> result;
    result.T = T;
    result.P = P;
    const Real root_T = sqrt(T), per_RT = 1.0 / (gas_constant * T);
    const Real attraction = sqrt(P) * per_RT, covolume = P * per_RT;
    for (std::size_t i = 0; i < size_; ++i) {
      result.S[i] = attraction * (root_a_[i] * alpha_[i].root(root_T));
      result.B[i] = covolume * b_[i];
    }
    return result;
  }

  /// A mixture: its A and B and what each species feels of the others, A_i = sum_j x_j A_ij.
  template <class Real>
  struct Mixed {
    Real A, B;
    std::array<Real, most_species> A_i;  // as many as there are species
  };
  template <class Real>
  Mixed<Real> mixed(const Conditions<Real>& at, const PerSpecies<Real>& x) const {
    return mixture<Real>(at, x);
  }

  /// Both ends of the physical roots; one and the same where there is one.
  CubicRoots compressibilities(double A, double B) const {
    const auto [c2, c1, c0] = coefficients(A, B);
    CubicRoots roots = cubic_roots(c2, c1, c0);
    if (!(roots.smallest > B)) roots.smallest = roots.largest;
    return roots;
  }
  /// Z of a phase: of a liquid the smallest root, of a vapour the largest. For dual numbers by the implicit function
  /// theorem.
  template <class Real>
  Real compressibility(const Mixed<Real>& mix, PhaseKind kind) const {
    const CubicRoots roots = compressibilities(value_of(mix.A), value_of(mix.B));
    const double Z = kind == PhaseKind::vapour ? roots.largest : roots.smallest;
    if constexpr (std::is_same_v<Real, double>) {
      return Z;
    } else {
      const auto [c2, c1, c0] = coefficients(mix.A, mix.B);
      const Real residual = ((Z + c2) * Z + c1) * Z + c0;
      return Z - residual / ((3.0 * Z + 2.0 * value_of(c2)) * Z + value_of(c1));
    }
  }

  /// ln phi of each species in a mixture of compressibility Z.
  template <class Real>
  PerSpecies<Real> log_fugacity_coefficients(const Conditions<Real>& at, const Mixed<Real>& mix, const Real& Z) const {
    PerSpecies<Real> result(size_);
    const Real per_B = 1.0 / mix.B, L = bent(mix, Z) * per_B;
    const Real of_b = (Z - 1.0 + mix.A * L) * per_B, free = log(Z - mix.B);
    for (std::size_t i = 0; i < size_; ++i) result[i] = of_b * at.B[i] - free - 2.0 * L * mix.A_i[i];
    return result;
  }

  /// ln phi of two phases, whose roots are sought first where `phases` had them last.
  void log_fugacity_coefficients(const Conditions<double>& at, PhasePair& phases) const;
  /// With their derivatives with respect to amounts: F_ij = n d ln phi_i / d n_j at given T and p, symmetric. Only the
  /// lower triangle, i >= j, is written.
  void log_fugacity_derivatives(const Conditions<double>& at, PhasePair& phases, PhasePair::Matrix& F) const;

  /// Enthalpy and entropy above those of the ideal gas at the same T and p, J/mol and J/(mol K).
  template <class Real>
  Real enthalpy_departure(const Conditions<Real>& at, const Mixed<Real>& mix, const PerSpecies<Real>& x,
                          const Real& Z) const {
    const Real L = bent(mix, Z) / mix.B;
    return gas_constant * at.T * (Z - 1.0 + (attraction_slope(at, mix, x) - mix.A) * L);
  }
  template <class Real>
  Real entropy_departure(const Conditions<Real>& at, const Mixed<Real>& mix, const PerSpecies<Real>& x,
                         const Real& Z) const {
    const Real L = bent(mix, Z) / mix.B;
    return gas_constant * (log(Z - mix.B) + attraction_slope(at, mix, x) * L);
  }

  // with the volume given, as a unit has it that keeps it as an unknown: no root is sought, no branch taken

  /// p of a mixture in the volume v, Pa.
  template <class Real>
  Real pressure(const PerSpecies<Real>& x, const Real& T, const Real& v) const {
    const Real RT = gas_constant * T;
    const Mixed<Real> unit = mixed(at(T, Real(1.0)), x);  // a/(R T)^2 and b/(R T)
    const Real a = unit.A * RT * RT, b = unit.B * RT;
    return RT / (v - b) - a / ((v + d1_ * b) * (v + d2_ * b));
  }
  /// What ln phi, h and s need, for a state of given volume.
  template <class Real>
  struct VolumeState {
    Conditions<Real> at;
    Mixed<Real> mix;
    Real Z;
  };
  template <class Real>
  VolumeState<Real> in_volume(const PerSpecies<Real>& x, const Real& T, const Real& v) const {
    const Real P = pressure(x, T, v);
    const Conditions<Real> conditions = at(T, P);
    return {conditions, mixed(conditions, x), P * v / (gas_constant * T)};
  }

 private:
  template <class Real, class State, class Fractions>
  Mixed<Real> mixture(const Conditions<State>& at, const Fractions& x) const {
    Mixed<Real> result;
    result.A = Real(0.0);
    result.B = Real(0.0);
    std::array<Real, most_species> weighted;
    for (std::size_t j = 0; j < size_; ++j) weighted[j] = x[j] * at.S[j];
    for (std::size_t i = 0; i < size_; ++i) {
      Real sum = attraction_share_[i][0] * weighted[0];
      for (std::size_t j = 1; j < size_; ++j) sum = sum + attraction_share_[i][j] * weighted[j];
      result.A_i[i] = at.S[i] * sum;
      result.A = result.A + x[i] * result.A_i[i];
      result.B = result.B + x[i] * at.B[i];
    }
    return result;
  }
  /// Two mixtures side by side, and their roots.
  Mixed<PhasePair::Both> mixtures(const Conditions<double>& at, PhasePair& phases) const;
  template <class Real>
  std::array<Real, 3> coefficients(const Real& A, const Real& B) const {
    const double sum = d1_ + d2_, product = d1_ * d2_;
    const Real B2 = B * B;
    return {(sum - 1.0) * B - 1.0, A + product * B2 - sum * (B + B2), -1.0 * (A * B + product * (B2 + B2 * B))};
  }
  /// ln((Z + d1 B)/(Z + d2 B))/(d1 - d2).
  template <class Real>
  Real bent(const Mixed<Real>& mix, const Real& Z) const {
    return log((Z + d1_ * mix.B) / (Z + d2_ * mix.B)) * (1.0 / (d1_ - d2_));
  }
  /// T a' p/(R T)^2.
  template <class Real>
  Real attraction_slope(const Conditions<Real>& at, const Mixed<Real>& mix, const PerSpecies<Real>& x) const {
    const Real root_T = sqrt(at.T);
    Real sum(0.0);
    for (std::size_t i = 0; i < size_; ++i)
      sum = sum + x[i] * mix.A_i[i] * (alpha_[i].root_slope(root_T) / alpha_[i].root(root_T));
    return 2.0 * at.T * sum;
  }

  Cubic equation_;
  std::size_t size_ = 0;
  double d1_ = 0.0, d2_ = 0.0;
  std::vector<CubicSpecies> species_;
  std::array<SoaveAlpha, most_species> alpha_{};
  std::array<double, most_species> root_a_{};  // of a at the critical point, (Pa m^6/mol^2)^0.5
  std::array<double, most_species> b_{};       // m^3/mol
  std::array<std::array<double, most_species>, most_species> attraction_share_{};  // 1 - k_ij
};

}  // namespace stillhouse
