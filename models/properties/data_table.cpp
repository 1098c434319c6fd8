#include "models/properties/data_table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/error.h"

namespace stillhouse {

namespace {

/// Where the field ends that begins at `begin`: at the next comma, unless the field stands in quotes, as names with
/// commas do.
std::size_t end_of_field(const DataRow& place, std::string_view row, std::size_t begin) {
  if (begin == row.size() || row[begin] != '"') return std::min(row.find(',', begin), row.size());
  const std::size_t closing = row.find('"', begin + 1);
  if (closing == std::string_view::npos) place.fail("a quote is opened and not closed");
  if (closing + 1 < row.size() && row[closing + 1] != ',') place.fail("a comma is expected after a closing quote");
  return closing + 1;
}

}  // namespace

void DataRow::fail(const std::string& what) const {
  throw ModelError(std::string(table) + " line " + std::to_string(line) + ": " + what);
}

double DataRow::number(std::size_t i) const {
  double value = 0.0;
  const std::string_view text = fields[i];
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) fail("'" + std::string(text) + "' is not a number");
  return value;
}

double DataRow::number_or_zero(std::size_t i) const {
  return fields[i].empty() ? 0.0 : number(i);
}

std::vector<DataRow> data_rows(std::string_view table, std::string_view text, std::string_view heading) {
  std::vector<DataRow> result;
  bool heading_seen = false;
  const std::size_t columns = 1 + std::count(heading.begin(), heading.end(), ',');
  for (int line = 1; !text.empty(); ++line) {
    std::string_view row = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), row.size() + 1));
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (row.empty() || row.front() == '#') continue;

    DataRow parsed{table, line, {}};
    if (!heading_seen) {
      if (row != heading) parsed.fail("the heading must read '" + std::string(heading) + "'");
      heading_seen = true;
      continue;
    }
    for (std::size_t begin = 0; begin <= row.size();) {
      const std::size_t end = end_of_field(parsed, row, begin);
      const bool quoted = end > begin && row[begin] == '"';
      parsed.fields.push_back(quoted ? row.substr(begin + 1, end - begin - 2) : row.substr(begin, end - begin));
      begin = end + 1;
    }
    if (parsed.fields.size() != columns)
      parsed.fail(std::to_string(columns) + " columns expected, " + std::to_string(parsed.fields.size()) + " found");
    result.push_back(std::move(parsed));
  }
  return result;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace stillhouse
