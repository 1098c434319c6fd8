#pragma once

#include <vector>

namespace stillhouse {

/// What a tracer tells of a vessel: moments of its residence-time distribution, and models with the same moments.
///
///   E(t) = c(t) / integral c dt     mean = integral t E dt     variance = integral (t - mean)^2 E dt
///
/// Levenspiel's pulse (0 3 5 5 4 2 1 0 g/L every 5 min): mean 15 min, variance 47.5 min2.
/// Source: O. Levenspiel, Chemical Reaction Engineering, 3rd ed., Wiley 1999, ch. 11 and 13; H. S. Fogler, Elements of
/// Chemical Reaction Engineering, 5th ed., eqs. 16-8, 18-47; P. V. Danckwerts, Chem. Eng. Sci. 2 (1953) 1.
struct TracerMoments {
  double area;      ///< of the concentration, unit of c times s
  double mean;      ///< s
  double variance;  ///< s2
};

/// sum: every sample stands for one interval (equal intervals). trapezoid: any times.
/// simpson: intervals equal by twos; an odd number of them ends with the 3/8 rule over the last three.
enum class Quadrature { sum, trapezoid, simpson };

/// Integral of samples; ModelError if there are fewer than 3, times do not rise or the intervals must be equal and are
/// not.
double integral(const std::vector<double>& t, const std::vector<double>& f, Quadrature rule);

/// Moments of a pulse's response c(t).
TracerMoments pulse_moments(const std::vector<double>& t, const std::vector<double>& c, Quadrature rule);

/// Number of tanks in series of that mean and variance: mean^2 / variance.
double tanks_in_series(const TracerMoments& moments);

/// Peclet number u L / D of a vessel closed to dispersion at both ends: variance / mean^2 = 2/Pe - 2/Pe^2 (1 - e^-Pe).
/// ModelError unless 0 < variance / mean^2 < 1. 0.229 gives 7.6.
double peclet_closed(double variance_over_mean_squared);

/// Conversion of a first-order reaction, Damkoehler number Da = k mean: of N tanks in series (N may be broken), of
/// plug flow, and with dispersion between closed ends (Danckwerts).
/// Da = 2: 0.6667 in one tank, 0.75 in two, 0.8647 in plug flow.
double conversion_of_tanks(double Da, double tanks);
double conversion_of_plug_flow(double Da);
double conversion_with_dispersion(double Da, double peclet);

/// Conversion if the liquid's parts do not mix with each other: integral of (1 - e^(-k t)) E dt over a sampled pulse.
double conversion_segregated(const std::vector<double>& t, const std::vector<double>& c, double k, Quadrature rule);

/// E(t), 1/s, of N tanks in series with that mean residence time (N whole), and the first as a special case.
double tanks_distribution(double t, double mean, int tanks);

}  // namespace stillhouse
