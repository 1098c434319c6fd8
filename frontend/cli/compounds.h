#pragma once

#include <string>
#include <vector>

namespace stillhouse::cli {

/// The compounds of "methanol,water", by their names in the component data. A name that holds commas itself, as
/// "1,3-butadiene,water", is found too, and names may stand with semicolons between. Throws UsageError that gives the
/// nearest name.
std::vector<std::string> compounds_in(const std::string& option, const std::string& text);

}  // namespace stillhouse::cli
