#include "models/properties/cubic_parameters.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "engine/base/error.h"

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
  for (int line = 1; !text.empty(); ++line) {
    const std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), row.size() + 1));
    if (row.empty() || row.front() == '#' || row == "CAS_i,CAS_j,k_ij") continue;
    const auto fail = [line](const std::string& what) {
      throw ModelError("component data, cubic_parameters.csv line " + std::to_string(line) + ": " + what);
    };
    const std::size_t first = row.find(','), second = row.find(',', first + 1);
    if (second == std::string_view::npos) fail("3 columns expected: CAS_i,CAS_j,k_ij");
    double k = 0.0;
    const char* const end = row.data() + row.size();
    const auto [stop, error] = std::from_chars(row.data() + second + 1, end, k);
    if (error != std::errc() || stop != end) fail("k_ij is not a number");
    if (!(k > -1.0 && k < 1.0)) fail("k_ij must be between -1 and 1");
    const Pair pair = ordered(row.substr(0, first), row.substr(first + 1, second - first - 1));
    if (!result.emplace(pair, k).second) fail("the pair " + pair.first + ", " + pair.second + " is given twice");
  }
  return result;
}

}  // namespace

double cubic_binary_parameter(std::string_view cas_i, std::string_view cas_j) {
  static const std::map<Pair, double> parameters = read(component_cubic_parameters_csv());
  const auto found = parameters.find(ordered(cas_i, cas_j));
  return found == parameters.end() ? 0.0 : found->second;
}

}  // namespace stillhouse
