#include "models/properties/cubic_parameters.h"

#include <map>
#include <string>
#include <utility>

#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded table (cmake/embed.cmake)
std::string_view component_cubic_parameters_csv();

namespace {

using Pair = std::pair<std::string, std::string>;

Pair ordered(std::string_view a, std::string_view b) {
  return a < b ? Pair(a, b) : Pair(b, a);
}

std::map<Pair, double> read(std::string_view text) {
  std::map<Pair, double> result;
  for (const DataRow& row : data_rows("cubic_parameters.csv", text, "CAS_i,CAS_j,k_ij")) {
    const double k = row.number(2);
    if (!(k > -1.0 && k < 1.0)) row.fail("k_ij must be between -1 and 1");
    if (!result.emplace(ordered(row.fields[0], row.fields[1]), k).second) row.fail("this pair is given twice");
  }
  return result;
}

}  // namespace

std::optional<double> cubic_binary_parameter(std::string_view cas_i, std::string_view cas_j) {
  static const std::map<Pair, double> parameters = read(component_cubic_parameters_csv());
  const auto found = parameters.find(ordered(cas_i, cas_j));
  return found == parameters.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace stillhouse
