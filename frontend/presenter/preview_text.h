#pragma once

#include <string>

#include "frontend/presenter/lab_preview.h"
#include "frontend/presenter/language.h"

namespace stillhouse {

/// A preview as lines for a terminal: mistakes with the line they stand on; else what the lab asks, what each operator
/// earned, and what nobody did.
std::string preview_text(const PreviewState& state, Language language);

}  // namespace stillhouse
