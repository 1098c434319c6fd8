#pragma once

#include <vector>

#include "models/instruments/titration/titration_curve.h"

namespace stillhouse {

// What every titration of the bench shares, by hand or by an electrode: settings, what they make of a sample, the
// truth.

/// Concentration and factor of the titrant, water added to the sample (mL, if the student says nothing), pH of the
/// medium, temperature; then the instrument's own settings.
std::vector<ParameterInfo> titration_settings(double water_added, const std::vector<ParameterInfo>& own);

/// What may run from the burette.
ChoiceParameter titrant_choice();

/// Flask and titrant by the sample and those settings. A note for each species that takes no part in titrations.
TitrationCurve titration_of(const SampleContents& sample, const AnalysisMethod& method,
                            TitrationCurve::Reaction reaction, Analysis& analysis);

/// The truth about the titrant, and amounts and mass fractions of the sample's reagents.
void tell_truth(const SampleContents& sample, const AnalysisMethod& method, Analysis& analysis);

}  // namespace stillhouse
