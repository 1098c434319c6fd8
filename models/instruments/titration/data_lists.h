#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/properties/data_table.h"

namespace stillhouse {

/// Field i of a table's row as numbers with ";" between them; none where it is empty.
std::vector<double> numbers_in(const DataRow& row, std::size_t i);

/// "there is no indicator \"litmus\"; allowed: ...; nearest: ...".
std::string not_in_table(std::string_view what, std::string_view name, const std::vector<std::string>& allowed);

}  // namespace stillhouse
