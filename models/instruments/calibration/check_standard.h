#pragma once

#include "models/instruments/calibration/calibration_curve.h"

namespace stillhouse {

/// A point of a calibration by internal standard: ratios of contents and of answers. What changes both answers alike,
/// the volume injected above all, cancels.
CalibrationPoint against_internal_standard(double content, double internal_content, double answer,
                                           double internal_answer, double weight = 1.0);

enum class CheckVerdict { good, warning, action };

/// Whether an old calibration still holds: a standard of certified content is read from it.
///
///   zeta = (x - x_certified) / sqrt(u^2 + u_certified^2);   good up to 2, warning up to 3, then action: calibrate anew
///
/// Source: ISO 13528:2015, 9.6 (zeta scores).
struct CheckStandard {
  double zeta = 0.0;
  CheckVerdict verdict = CheckVerdict::good;
};
CheckStandard check_standard(const ReadContent& found, double certified, double u_certified);

/// "good", "warning", "action".
const char* word(CheckVerdict verdict);

}  // namespace stillhouse
