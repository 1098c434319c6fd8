#pragma once

#include <vector>

#include "engine/solve/linearization.h"

namespace stillhouse {

/// How much a state takes part in a mode: |v_k w_k|, of the right and left eigenvector with w v = 1. Does not depend on
/// units; the shares of a mode are scaled to add up to one.
/// Source: Perez-Arriaga, Verghese, Schweppe, IEEE Trans. Power Apparatus and Systems 101 (1982) 3117.
struct Participation {
  int state = 0;
  double share = 0.0;
};

enum class ModeKind {
  settling,     ///< dies away
  growing,      ///< grows: the plant runs off from the operating point
  integrating,  ///< neither: keeps what it is given, as the contents of a tank that nothing leaves
};

/// One eigenvalue of A.
struct LinearMode {
  double re = 0.0;  ///< 1/s
  double im = 0.0;  ///< 1/s
  ModeKind kind = ModeKind::settling;
  double time_constant = 0.0;                ///< s, 1/|re|; infinite for an integrating mode
  double uncertainty = 0.0;                  ///< 1/s, what round-off may have changed in the eigenvalue
  std::vector<Participation> participation;  ///< largest first, four at most
};

/// Modes and step responses of a linear model.
struct LinearResponse {
  /// One an eigenvalue, slowest first: integrating ones, then by ascending |re|; of a pair the upper half plane first.
  std::vector<LinearMode> modes;
  /// States that keep what they are given, largest first: the diagonal of the projector onto all integrating modes,
  /// which adds up to their number.
  std::vector<Participation> integrating;
  /// Where outputs come to rest after a step of one unit in an input, outputs x inputs: D - C A^-1 B. NaN where the
  /// output does not come to rest because an integrating mode between the two is reached: see `ramps`.
  DenseMatrix gains;
  /// Pace of an output long after that step, output unit per s: zero where it comes to rest. An output rests that
  /// moves, while an integrating mode counts as such (12 days), by less than a thousandth of what the states' nominal
  /// sizes do to it.
  DenseMatrix ramps;
  /// Some integrating mode feeds another, so that ramps themselves grow with time; ramps are then those at first.
  bool chained = false;
};

struct ResponseSettings {
  /// 1/s; a mode slower than this is integrating. The standard is 12 days.
  double integrating_below = 1e-6;
};

/// Eigenvalues by the QR algorithm on the balanced matrix (Parlett, Reinsch, Numer. Math. 13 (1969) 293). Their
/// uncertainty is how far the two-sided Rayleigh quotient w A v / w v, exact to second order in the error of the
/// vectors, lies from them, and its own round-off, eps |w| |A| |v|. Gains by the Drazin inverse: with P the projector
/// onto the integrating modes (block inverse iteration), G = D - C (A - s P)^-1 (1 - P) B for any s, and ramps = C P B.
///
/// Example, a tank n' = q - k n with k = 0.5: one mode of 2 s, gain of n by q 2.
/// Throws SolveError if the eigenvalues cannot be found or a matrix entry is not finite.
LinearResponse linear_response(const LinearModel& model, const ResponseSettings& settings = {});

}  // namespace stillhouse
