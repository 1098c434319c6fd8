#pragma once

#include <vector>

namespace stillhouse {

/// A signal at even steps of time.
struct Chromatogram {
  double start = 0.0;  ///< s
  double step = 0.1;   ///< s
  std::vector<double> signal;

  double time(double point) const { return start + step * point; }
};

/// A peak: a Gaussian whose carrier passed a mixing volume of time constant tau, the exponentially modified Gaussian
///
///   f(t) = A / (2 tau) exp(-x^2 / (2 sigma^2)) erfcx(z)
///   x = t - centre,  z = (sigma / tau - x / sigma) / sqrt(2)
///
/// With mean centre + tau and variance sigma^2 + tau^2. A negative tau is its mirror image, the fronting peak of an
/// overloaded column. tau is kept from 0 by 1e-9 sigma, where the peak is Gaussian.
///
/// Assumes one mixing volume; Valid for sigma above 0.
/// Source J. P. Foley, J. G. Dorsey, Analytical Chemistry 55 (1983) 730; erfcx keeps exp and erfc from overflowing.
struct Peak {
  double area;       ///< signal times s
  double centre;     ///< s, of the Gaussian
  double sigma;      ///< s
  double tau = 0.0;  ///< s

  double operator()(double t) const;
  double mean() const { return centre + tau; }
  double variance() const { return sigma * sigma + tau * tau; }
};

/// Adds a peak to a signal; beyond 9 sigma and 30 tau, where it is below 1e-12 of its height, nothing is added.
void add_peak(const Peak& peak, Chromatogram& chromatogram);

/// What is read off a peak: widths are between the flanks at that fraction of the height.
struct PeakShape {
  double apex;  ///< s
  double height;
  double front_10, tail_10;  ///< s, from the apex to the flanks at 10 %
  double front_5, tail_5;    ///< at 5 %
  double width_half;         ///< s

  double asymmetry() const { return tail_10 / front_10; }
  /// (front + tail) / (2 front) at 5 %: pharmacopoeias.
  double tailing() const { return (front_5 + tail_5) / (2.0 * front_5); }
  /// Plates from the width at 10 % and the asymmetry (Foley and Dorsey 1983, eq. 19).
  double foley_dorsey_plates() const {
    const double ratio = apex / (front_10 + tail_10);
    return 41.7 * ratio * ratio / (asymmetry() + 1.25);
  }
};

/// The shape of one peak that stands alone, by bisection.
PeakShape shape_of(const Peak& peak);

}  // namespace stillhouse
