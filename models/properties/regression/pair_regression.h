#pragma once

#include <array>
#include <string>
#include <vector>

#include "models/properties/activity_parameters.h"
#include "models/properties/regression/least_squares.h"

namespace stillhouse {

/// A measured boiling point of two species: x and y are mole fractions of the first.
struct BoilingPoint {
  double x, y;  // -
  double T;     // K
  double P;     // Pa
};

/// NRTL parameters of a pair, b_12 and b_21 at a given alpha, with the fit they come from (its parameters are b / 100
/// K).
struct PairRegression {
  ActivityParameters first, second;  // of (1, 2) and (2, 1)
  LeastSquaresFit fit;
};

/// Regresses tau_ij = b_ij / T from boiling points, with the vapour pressures and the association of the vapour that a
/// Fluid of these compounds has: deviations of P, each over 2 %, and of y, each over 0.01. Points at one pressure say
/// nothing of a constant part a_ij of tau.
PairRegression regress_nrtl_pair(const std::array<std::string, 2>& compounds, const std::vector<BoilingPoint>& points,
                                 double alpha);

}  // namespace stillhouse
