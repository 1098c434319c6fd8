#pragma once

#include <string>

#include "engine/base/text.h"

namespace stillhouse {

/// What an input of a plant is, in both languages. The models say it in English; the Chinese stands in
/// assets/words/inputs.csv. One that is not there is told in English in both.
Text input_sentence(const std::string& english);

}  // namespace stillhouse
