#include "models/properties/cubic_state.h"

#include <string>

#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

/// Omega_a and Omega_b: A and B at the critical point, where the cubic has one root of three, Zc:
///   3 Zc = 1 - (s - 1) B,  3 Zc^2 = A + q B^2 - s (B + B^2),  Zc^3 = A B + q (B^2 + B^3),  s = d1 + d2, q = d1 d2.
/// The first two leave one equation for B.
struct CriticalConstants {
  double a, b;
};

CriticalConstants critical_constants(double d1, double d2) {
  const double s = d1 + d2, p = d1 * d2;
  double B = 0.08;
  const auto miss = [&](double b) {
    const double Z = (1.0 - (s - 1.0) * b) / 3.0;
    const double A = 3.0 * Z * Z - p * b * b + s * (b + b * b);
    return Z * Z * Z - A * b - p * (b * b + b * b * b);
  };
  for (int i = 0; i < 60; ++i) {
    const double h = 1e-6;
    B -= miss(B) * 2.0 * h / (miss(B + h) - miss(B - h));
  }
  const double Z = (1.0 - (s - 1.0) * B) / 3.0;
  return {3.0 * Z * Z - p * B * B + s * (B + B * B), B};
}

}  // namespace

CubicState::CubicState(Cubic equation, const std::vector<CubicSpecies>& species, const std::vector<double>& k)
    : equation_(equation), size_(species.size()), species_(species) {
  if (size_ == 0 || size_ > most_species)
    throw ModelError("cubic equation of state: " + std::to_string(size_) + " species; allowed: 1 to " +
                     std::to_string(most_species));
  if (k.size() != size_ * size_)
    throw ModelError("cubic equation of state: " + std::to_string(k.size()) + " binary parameters for " +
                     std::to_string(size_) + " species; needed: their square");

  const bool robinson = equation == Cubic::peng_robinson;
  d1_ = robinson ? 1.0 + sqrt(2.0) : 1.0;
  d2_ = robinson ? 1.0 - sqrt(2.0) : 0.0;
  const CriticalConstants omega = critical_constants(d1_, d2_);
  for (std::size_t i = 0; i < size_; ++i) {
    const auto [Tc, Pc, w] = species[i];
    const auto check = [i](const char* what, double value, double low, double high, const char* unit) {
      if (!(low <= value && value <= high))
        throw ModelError("cubic equation of state, species " + std::to_string(i + 1) + ": " + what + " = " +
                         rounded(value, 6) + unit + " is outside " + rounded(low, 6) + unit + " to " +
                         rounded(high, 6) + unit);
    };
    check("critical temperature", Tc, 1.0, 2000.0, " K");
    check("critical pressure", Pc, 1e5, 1e8, " Pa");
    check("acentric factor", w, -1.0, 2.0, "");
    alpha_[i] = robinson ? SoaveAlpha::peng_robinson(w, Tc) : SoaveAlpha::soave_redlich_kwong(w, Tc);
    root_a_[i] = gas_constant * Tc * sqrt(omega.a / Pc);
    b_[i] = omega.b * gas_constant * Tc / Pc;
    for (std::size_t j = 0; j < size_; ++j) {
      if (k[i * size_ + j] != k[j * size_ + i] || (i == j && k[i * size_ + i] != 0.0))
        throw ModelError("cubic equation of state: binary parameters of species " + std::to_string(i + 1) + " and " +
                         std::to_string(j + 1) + " must be symmetric, and zero for a species with itself");
      attraction_share_[i][j] = 1.0 - k[i * size_ + j];
    }
  }
}

CubicState::Mixed<PhasePair::Both> CubicState::mixtures(const Conditions<double>& at, PhasePair& phases) const {
  using Both = PhasePair::Both;
  std::array<Both, most_species> fractions;  // as many as there are species
  for (std::size_t i = 0; i < size_; ++i) fractions[i] = {phases.y[i], phases.x[i]};
  const Mixed<Both> mix = mixture<Both>(at, fractions);

  // a root near by is taken if it is on the right side of the inflection and the cubic rises there: then it is the
  // smallest of a liquid, the largest of a vapour
  const auto [c2, c1, c0] = coefficients(mix.A, mix.B);
  Both start = phases.Z;
  for (int k = 0; k < 2; ++k) {
    // what a thin gas or a dense liquid has
    const double A = mix.A.lane[k], B = mix.B.lane[k];
    if (start.lane[k] == 0.0) start.lane[k] = phases.kinds[k] == PhaseKind::vapour ? 1.0 + B - A : 1.25 * B;
  }
  phases.Z = cubic_roots_near(c2, c1, c0, start);
  const Both beyond = 3.0 * phases.Z + c2, slope = (beyond + c2) * phases.Z + c1;
  for (int k = 0; k < 2; ++k) {
    const bool vapour = phases.kinds[k] == PhaseKind::vapour;
    if (phases.Z.lane[k] > mix.B.lane[k] && (beyond.lane[k] > 0.0) == vapour && slope.lane[k] > 0.0) continue;
    const CubicRoots roots = compressibilities(mix.A.lane[k], mix.B.lane[k]);
    phases.Z.lane[k] = vapour ? roots.largest : roots.smallest;
  }
  return mix;
}

void CubicState::log_fugacity_coefficients(const Conditions<double>& at, PhasePair& phases) const {
  using Both = PhasePair::Both;
  const Mixed<Both> mix = mixtures(at, phases);
  const Both Z = phases.Z, per_B = 1.0 / mix.B, L = bent(mix, Z) * per_B;
  const Both of_b = (Z - 1.0 + mix.A * L) * per_B, free = log(Z - mix.B), twice = 2.0 * L;
  for (std::size_t i = 0; i < size_; ++i) phases.set_log_phi(i, of_b * at.B[i] - free - twice * mix.A_i[i]);
}

void CubicState::log_fugacity_derivatives(const Conditions<double>& at, PhasePair& phases, PhasePair::Matrix& F) const {
  using Both = PhasePair::Both;
  const Mixed<Both> mix = mixtures(at, phases);
  const Both Z = phases.Z;
  // ln phi_i = B_i G - ln(Z - B) - 2 A_i L,  with L = ln(...)/((d1 - d2) B), G = (Z - 1 + A L)/B:
  // first what L and G change by with Z, A and B, then Z itself with A and B by the cubic
  const Both A = mix.A, B = mix.B, per_B = 1.0 / B, per_free = 1.0 / (Z - B);
  const Both per_second = 1.0 / (Z + d2_ * B), both = per_second / (Z + d1_ * B);
  const Both L = log((Z + d1_ * B) * per_second) * (per_B / (d1_ - d2_));
  const Both G = (Z - 1.0 + A * L) * per_B, free = log(Z - B);
  const Both L_Z = -both, L_B = (Z * both - L) * per_B;
  const Both G_Z = (1.0 + A * L_Z) * per_B, G_A = L * per_B, G_B = (A * L_B - G) * per_B;
  const double s = d1_ + d2_, p = d1_ * d2_;
  const Both f_Z = 3.0 * Z * Z + 2.0 * ((s - 1.0) * B - 1.0) * Z + A + p * B * B - s * (B + B * B);
  const Both f_B = (s - 1.0) * Z * Z + (2.0 * p * B - s * (1.0 + 2.0 * B)) * Z - A - p * B * (2.0 + 3.0 * B);
  const Both per_slope = -1.0 / f_Z, Z_A = (Z - B) * per_slope, Z_B = f_B * per_slope;

  const Both twice = 2.0 * L;
  for (std::size_t i = 0; i < size_; ++i) phases.set_log_phi(i, at.B[i] * G - free - twice * mix.A_i[i]);
  // what changes with n_j, then the rows; each array has as many values as there are species
  std::array<Both, most_species> of_B, of_free, of_A, of_pair;
  for (std::size_t j = 0; j < size_; ++j) {
    // A and A_i are per amount squared and per amount: n dA/dn_j = 2 (A_j - A), n dA_i/dn_j = A_ij - A_i
    const Both dA = 2.0 * (mix.A_i[j] - A), dB = at.B[j] - B, dZ = Z_A * dA + Z_B * dB;
    of_B[j] = G_Z * dZ + G_A * dA + G_B * dB;
    of_free[j] = (dZ - dB) * per_free;
    of_A[j] = 2.0 * (L - (L_Z * dZ + L_B * dB));
    of_pair[j] = -twice * at.S[j];
  }
  for (std::size_t i = 0; i < size_; ++i) {
    const double B_i = at.B[i], S_i = at.S[i];
    const Both A_i = mix.A_i[i];
    for (std::size_t j = 0; j <= i; ++j)
      F[i][j] = B_i * of_B[j] - of_free[j] + A_i * of_A[j] + attraction_share_[i][j] * S_i * of_pair[j];
  }
}

}  // namespace stillhouse
