#pragma once

#include <span>

#include "models/instruments/calibration/calibration_curve.h"

namespace stillhouse {

/// How little can be seen, and how little can be told by number; in units of content.
struct DetectionLimits {
  double critical = 0.0;    // above it the answer is not the blank's; where a rule does not tell it, as `detected`
  double detected = 0.0;    // LOD
  double determined = 0.0;  // LOQ
};

/// LOD = 3.3 sigma / S, LOQ = 10 sigma / S with sigma the residual standard deviation of the line, S its slope.
/// Source: ICH Q2(R1), sections 6.3, 7.3.
DetectionLimits ich_limits(const CalibrationCurve& line);
/// The same with sigma the standard error of the intercept.
DetectionLimits ich_limits_by_intercept(const CalibrationCurve& line);

/// From repeated blanks: critical t(1 - alpha, n - 1) s sqrt(1 + 1/n) / S above their mean, detected 3 s / S,
/// determined 10 s / S. Source: IUPAC, Anal. Chem. 48 (1976) 2294; Currie, Pure Appl. Chem. 67 (1995) 1699.
DetectionLimits blank_limits(std::span<const double> blanks, double slope, double alpha = 0.05);

/// By the line alone, alpha = beta = 0.01, k = 3, m repeated answers of the sample:
///
///   critical    s_x t(1 - alpha, n - 2) sqrt(1/m + 1/n + x_m^2 / Q)                      s_x = s / c_1
///   detected    critical + the same with beta
///   determined  x = k s_x t(1 - alpha/2, n - 2) sqrt(1/m + 1/n + (x - x_m)^2 / Q)        solved for x
///
/// Assumes a straight, unweighted line with standards near the limits.
/// Source: DIN 32645:2008, calibration method.
DetectionLimits din_32645_limits(const CalibrationCurve& line, int answers = 1, double alpha = 0.01, double k = 3.0);

}  // namespace stillhouse
