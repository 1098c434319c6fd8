#pragma once

#include <string_view>

namespace stillhouse {

/// Throws ModelError "transmitter: noise is -1; allowed: 0 to 1e300" unless low <= value <= high.
void check_setting(std::string_view device, std::string_view name, double value, double low, double high);

/// Throws ModelError unless low < high and both are finite.
void check_span(std::string_view device, double low, double high);

}  // namespace stillhouse
