#pragma once

#include <string>
#include <vector>

#include "models/properties/mixture.h"
#include "models/properties/regression/least_squares.h"
#include "models/properties/regression/measured_points.h"

namespace stillhouse {

/// How the activity parameters of a pair are to be found.
struct NrtlChoice {
  double alpha = 0.3;
  bool curved = false;  // fit c21 too; c12 stays zero, the data here do not tell it from zero
  /// Standard deviation given to each heat of mixing, J/mol. Heats of mixing are what tells the temperature
  /// dependence; the number says how much of the equilibrium's accuracy is paid for them.
  double enthalpy_deviation = 100.0;
};

/// Activity parameters with their standard errors.
struct NrtlRegression {
  Nrtl nrtl;
  Nrtl standard_error;  // of each parameter; alpha is fixed
  LeastSquaresFit fit;
};

/// Regresses the activity parameters of `mixture` (whose vapour pressures are used) from measured equilibria, each
/// deviation divided by its tolerance, and measured heats of mixing. Internally the parameters are tau, its slope
/// and its curvature at 350 K, which the data tell apart better than a, b and c.
NrtlRegression regress_nrtl(const Mixture& mixture, const std::vector<MeasuredEquilibrium>& equilibria,
                            const std::vector<MeasuredExcessEnthalpy>& heats, const NrtlChoice& choice);

/// Deviation of the mixture's model from one measured point.
struct EquilibriumDeviation {
  double boiling = 0.0;  // K, or the fraction of P; 0 where only y is known
  double y = 0.0;        // -
};
EquilibriumDeviation deviation(const Mixture& mixture, const MeasuredEquilibrium& point);

/// A table for people: each set's number of points, mean and largest deviation, and each parameter with its error.
std::string fit_report(const Mixture& mixture, const std::vector<MeasuredEquilibrium>& equilibria,
                       const std::vector<MeasuredExcessEnthalpy>& heats, const Nrtl& standard_error);

}  // namespace stillhouse
