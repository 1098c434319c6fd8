#include "benchmarks/measurements/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <ostream>

namespace stillhouse {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t columns = 8;

Json or_null(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

std::string time_or_failed(const std::optional<double>& seconds) {
  return seconds ? time_in_words(*seconds) : "failed";
}

}  // namespace

std::string digits(double value, int significant) {
  const int before_point = value == 0.0 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
  char text[64];
  if (before_point > significant) {
    const double step = std::pow(10.0, before_point - significant);
    std::snprintf(text, sizeof text, "%.0f", std::round(value / step) * step);
  } else {
    std::snprintf(text, sizeof text, "%.*f", significant - before_point, value);
  }
  std::string result = text;
  if (result.find('.') != std::string::npos) {
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') result.pop_back();
  }
  return result;
}

std::string time_in_words(double seconds) {
  if (seconds < 1e-3) return digits(seconds * 1e6, 3) + " us";
  if (seconds < 1.0) return digits(seconds * 1e3, 3) + " ms";
  return digits(seconds, 3) + " s";
}

void print_table(std::ostream& out, const std::vector<Row>& rows) {
  std::vector<std::array<std::string, columns>> lines = {
      {"name", "ours", "anchor", "anchor's time", "ratio", "goal", "met", "x real time"}};
  for (const Row& row : rows) {
    const std::optional<bool> met = row.met();
    const bool fast = row.ours_s && row.of.simulated > 0.0;
    lines.push_back({row.of.name, time_or_failed(row.ours_s), row.of.anchor,
                     row.of.theirs ? time_or_failed(row.anchor_s) : "", row.ratio() ? digits(*row.ratio(), 3) : "",
                     row.goal(), met ? (*met ? "yes" : "no") : "",
                     fast ? digits(row.of.simulated / *row.ours_s, 3) : ""});
  }
  std::array<std::size_t, columns> width{};
  for (const auto& line : lines)
    for (std::size_t i = 0; i < columns; ++i) width[i] = std::max(width[i], line[i].size());
  for (std::size_t l = 0; l < lines.size(); ++l) {
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string& cell = lines[l][i];
      const bool number = i == 1 || i == 3 || i == 4 || i == 7;
      const std::string space(width[i] - cell.size(), ' ');
      out << "| " << (number ? space + cell : cell + space) << " ";
    }
    out << "|\n";
    if (l > 0) continue;
    for (std::size_t i = 0; i < columns; ++i) out << "|" << std::string(width[i] + 2, '-');
    out << "|\n";
  }
  for (const Row& row : rows)
    if (!row.failure.empty()) out << "\n" << row.of.name << " could not be run: " << row.failure << "\n";
}

std::string json_of(const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const Row& row : rows) {
    const std::string anchor = row.of.anchor + (row.of.theirs && !row.anchor_s ? " (failed: " + row.failure + ")" : "");
    const std::string goal = row.goal();
    const std::optional<bool> met = row.met();
    list.push_back({{"name", row.of.name},
                    {"ours_s", or_null(row.ours_s)},
                    {"anchor", anchor.empty() ? Json(nullptr) : Json(anchor)},
                    {"anchor_s", or_null(row.anchor_s)},
                    {"ratio", or_null(row.ratio())},
                    {"goal", goal.empty() ? Json(nullptr) : Json(goal)},
                    {"met", met ? Json(*met) : Json(nullptr)}});
  }
  return list.dump(2) + "\n";
}

}  // namespace stillhouse
