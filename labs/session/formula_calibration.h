#pragma once

#include <string>
#include <vector>

namespace stillhouse {

/// The functions of formulas that calibrate: lines with and without weights, limits of detection, retention indices,
/// checks. NaN where a calibration is not possible, and for another name.
double calibration_value(const std::string& name, const std::vector<double>& numbers);

}  // namespace stillhouse
