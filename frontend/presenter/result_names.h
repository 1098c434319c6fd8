#pragma once

#include <string>

#include "engine/base/text.h"

namespace stillhouse {

/// What a number or an axis of an analysis is, for people: "retention_time" is "retention time"
/// (assets/words/results.csv). A name that is not there has its underscores taken away.
Text result_name(const std::string& name);

}  // namespace stillhouse
