#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/random.h"

namespace stillhouse {

/// Volume that a syringe or sample loop really injects: V (1 + bias + rsd N(0, 1)), never below zero.
/// Number `injection` of a run draws its own error, whenever it is made; the same number again gives the same.
struct Injector {
  double rsd = 0.0;   // relative standard deviation from injection to injection, -
  double bias = 0.0;  // relative, of this very injector, -

  /// ModelError if rsd is not 0..0.5 or bias not -0.5..0.5.
  void check() const;
  double injected(double volume, const RandomStream& random, std::int64_t injection) const;
};

/// Carry-over: of what is in needle and valve the share `kept` stays there and comes with the next injection.
///
///   seen_k = (1 - kept) (a_k + r_k)     r_k+1 = kept (a_k + r_k)       a: amounts injected, r: residues
///
/// Nothing is lost: what is seen and the last residue together are what was injected. A blank after a sample shows
/// the share kept (1 - kept) of it, the n-th blank kept^n (1 - kept). Washing the needle multiplies the residue by
/// `washed`.
class CarryOver {
 public:
  /// ModelError if `kept` is not 0..0.9.
  explicit CarryOver(double kept);

  /// What the instrument sees of each species, and remembers.
  std::vector<double> seen(std::span<const double> amounts);
  /// A wash of the needle; the share that survives it.
  void wash(double washed);
  std::span<const double> residue() const { return residue_; }

 private:
  double kept_;
  std::vector<double> residue_;
};

/// What the rest of a sample does to the answer of a species:
///
///   answer = (1 + suppression m) k c + added m          m: share of the matrix in the sample, 0 in a pure standard
///
/// The first is multiplicative and only standard addition finds it, the second additive and only a blank does.
struct MatrixEffect {
  double suppression = 0.0;  // relative change of sensitivity by undiluted matrix; below zero suppresses
  double added = 0.0;        // answer of the matrix itself, in the detector's unit

  double answer(double pure, double matrix) const { return (1.0 + suppression * matrix) * pure + added * matrix; }
};

/// What is left of a lamp's light or a column's plates after so much use: 2^(-used / half_life); all if half_life is 0.
/// Noise of counted light grows as one over the root of what is left.
double left_after(double used, double half_life);

}  // namespace stillhouse
