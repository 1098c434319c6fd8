#pragma once

#include <string>
#include <string_view>

namespace stillhouse {

/// The unit in which an instrument always reports a number, so that a limit on it can be checked before anything has
/// been analysed; empty if there is no such number or its unit depends on the method (areas by their detector).
///
///   result_unit("gas_chromatograph", "retention_time")   // "s"
std::string result_unit(std::string_view instrument, std::string_view number);

}  // namespace stillhouse
