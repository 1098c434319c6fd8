#pragma once

#include <string>

#include "models/instruments/analysis.h"
#include "models/instruments/chromatogram/integrator.h"

namespace stillhouse {

/// How peaks stand in the report, for the manuals of chromatographs.
extern const char* const peak_report_manual;

/// What the integrator finds, written into the analysis for the student to check: results of "peak 1 BV", its number
/// and its edges (`IntegratedPeak::edges`), and the number as a mark at its apex. `unit` is the signal's, "pA".
void report_peaks(const Chromatogram& chromatogram, const IntegratorSettings& settings, const std::string& unit,
                  Analysis& analysis);

}  // namespace stillhouse
