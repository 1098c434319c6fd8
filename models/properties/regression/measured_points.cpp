#include "models/properties/regression/measured_points.h"

#include <algorithm>
#include <charconv>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

/// Calls `row(fields, number)` for every data line; `number(i)` is field i, 0 where it is empty.
template <class Function>
void for_each_row(std::string_view text, std::string_view heading, const Function& row) {
  bool heading_seen = false;
  for (int line = 1; !text.empty(); ++line) {
    std::string_view rest = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), rest.size() + 1));
    if (rest.empty() || rest.front() == '#') continue;
    const auto fail = [line](const std::string& what) {
      throw ModelError("measured points line " + std::to_string(line) + ": " + what);
    };
    if (!heading_seen) {
      if (rest != heading) fail("the heading must read '" + std::string(heading) + "'");
      heading_seen = true;
      continue;
    }

    std::vector<std::string_view> fields;
    for (std::size_t begin = 0; begin <= rest.size();) {
      const std::size_t end = std::min(rest.find(',', begin), rest.size());
      fields.push_back(rest.substr(begin, end - begin));
      begin = end + 1;
    }
    if (fields.size() != static_cast<std::size_t>(1 + std::count(heading.begin(), heading.end(), ',')))
      fail("the number of columns differs from the heading's");
    row(fields, [&](std::size_t i) {
      double value = 0.0;
      const char* const end = fields[i].data() + fields[i].size();
      if (!fields[i].empty() && std::from_chars(fields[i].data(), end, value).ptr != end)
        fail("'" + std::string(fields[i]) + "' is not a number");
      return value;
    });
  }
}

}  // namespace

std::vector<MeasuredEquilibrium> read_equilibria(std::string_view text) {
  std::vector<MeasuredEquilibrium> points;
  for_each_row(text, "set,held,x,T_K,P_Pa,y,tolerance,tolerance_y", [&](const auto& fields, const auto& number) {
    points.push_back(
        {std::string(fields[0]), fields[1] == "P", number(2), number(3), number(4), number(5), number(6), number(7)});
  });
  return points;
}

std::vector<MeasuredExcessEnthalpy> read_excess_enthalpies(std::string_view text) {
  std::vector<MeasuredExcessEnthalpy> points;
  for_each_row(text, "set,x,T_K,h_E_J_per_mol", [&](const auto& fields, const auto& number) {
    points.push_back({std::string(fields[0]), number(1), number(2), number(3)});
  });
  return points;
}

}  // namespace stillhouse
