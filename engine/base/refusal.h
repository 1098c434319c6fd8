#pragma once

#include "engine/base/text.h"

namespace stillhouse {

/// Why a person may not do this now: one sentence in each language of the interface. A value, not an error:
/// a query returns it, and execute is only called when there is none.
using Refusal = Text;

}  // namespace stillhouse
