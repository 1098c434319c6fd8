#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

/// Settings as people write them, "oven=60degC, ramp1=5K/min, phase=wax", in SI; a number without unit is in the
/// setting's own. ModelError names the piece that is no NAME=VALUE, a setting that does not exist, a unit that does not
/// fit; ranges and words are checked by Method.
std::vector<ParameterValue> method_from_text(const InstrumentKind& kind, std::string_view text);

/// The same written out, numbers in the units of the kind; method_from_text gives them back to 12 digits.
std::string method_text(const InstrumentKind& kind, const std::vector<ParameterValue>& method);

}  // namespace stillhouse
