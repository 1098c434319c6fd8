#include "frontend/cli/instrument_report.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.h"

namespace stillhouse::cli {

namespace {

const char* word_of(Analysis::Kind kind) {
  return kind == Analysis::Kind::note ? "note" : kind == Analysis::Kind::fault ? "fault" : "damage";
}

/// Six significant digits, with an exponent where a fixed point would hide them.
std::string digits(double value) {
  if (!std::isfinite(value)) return "-";
  char text[32];
  return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::general, 6).ptr};
}

std::string padded(std::string text, std::size_t width) {
  std::size_t letters = 0;
  for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  if (letters < width) text.append(width - letters, ' ');
  return text + "  ";
}

std::string with_unit(const std::string& name, const std::string& unit) {
  return unit.empty() || unit == "1" ? name : name + " / " + unit;
}

/// Results that belong to things, a line each: columns are the names in their first order.
std::string table_of(const std::vector<Analysis::Result>& results) {
  std::vector<std::string> rows, heads, names;
  for (const Analysis::Result& result : results) {
    if (result.of.empty()) continue;
    if (std::find(rows.begin(), rows.end(), result.of) == rows.end()) rows.push_back(result.of);
    if (std::find(names.begin(), names.end(), result.name) != names.end()) continue;
    names.push_back(result.name);
    heads.push_back(with_unit(result.name, result.unit));
  }
  if (rows.empty()) return "";
  std::size_t first = 0;
  for (const std::string& row : rows) first = std::max(first, row.size());
  std::string text = "\n  " + padded("", first);
  for (const std::string& head : heads) text += padded(head, 10);
  for (const std::string& row : rows) {
    text += "\n  " + padded(row, first);
    for (std::size_t j = 0; j < names.size(); ++j) {
      std::string cell = "-";
      for (const Analysis::Result& result : results)
        if (result.of == row && result.name == names[j]) cell = digits(result.value);
      text += padded(cell, std::max<std::size_t>(10, heads[j].size()));
    }
    text.erase(text.find_last_not_of(' ') + 1);
  }
  return text + "\n";
}

Json results_json(const std::vector<Analysis::Result>& results) {
  Json list = Json::array();
  for (const Analysis::Result& result : results)
    list.push_back({{"of", result.of},
                    {"name", result.name},
                    {"value", json_of(std::optional<double>(result.value))},
                    {"unit", result.unit},
                    {"says", result.sentence}});
  return list;
}

}  // namespace

ManualPage instrument_page(const InstrumentKind& kind, Json& document) {
  ManualPage page;
  document = {{"instrument", kind.name}, {"title", json_of(kind.title)}, {"says", kind.sentence}};
  document["use"] = kind.manual;
  page.title("How one works with it");
  for (const std::string& sentence : kind.manual) page.text(sentence);
  page.title("Settings of the method (--method \"NAME=VALUE,...\")");
  add_parameters(kind.settings, kind.choices, page, document);
  document["parts"] = Json::array();
  if (!kind.parts.empty()) page.title("Parts that wear out (on the bench of a lab: replace(\"TAG\", \"PART\"))");
  for (const ReplaceablePart& part : kind.parts) {
    std::string undone;
    for (const std::string& setting : part.settings) undone += (undone.empty() ? "" : ", ") + setting;
    page.line(part.name,
              rounded(part.duration / 60.0, 3) + " min, price " + rounded(part.price, 4) + "; then new: " + undone);
    document["parts"].push_back({{"name", part.name},
                                 {"title", json_of(part.title)},
                                 {"duration_s", part.duration},
                                 {"price", part.price},
                                 {"settings", part.settings}});
  }
  add_manual(manual_of(kind), page, document);
  return page;
}

std::string analysis_text(const InstrumentKind& kind, const Analysis& analysis) {
  std::string text = kind.title.en + "\n\n";
  for (const Analysis::Result& result : analysis.results)
    if (result.of.empty())
      text += "  " + padded(result.name, 26) + padded(digits(result.value) + " " + result.unit, 18) + result.sentence +
              "\n";
  text += "  " + padded("duration", 26) + padded(digits(analysis.duration) + " s", 18) + "until the next sample\n";
  text += "  " + padded("cost", 26) + digits(analysis.cost) + "\n";
  text += table_of(analysis.results);
  if (!analysis.messages.empty()) text += "\n";
  for (const Analysis::Message& message : analysis.messages)
    text += std::string(word_of(message.kind)) + ": " + message.text.en + "\n";
  return text;
}

Json analysis_json(const InstrumentKind& kind, const Analysis& analysis, bool with_signal) {
  Json document = {{"instrument", kind.name},   {"results", results_json(analysis.results)},
                   {"messages", Json::array()}, {"duration_s", analysis.duration},
                   {"cost", analysis.cost},     {"truth", results_json(analysis.truth)}};
  for (const Analysis::Message& message : analysis.messages)
    document["messages"].push_back({{"kind", word_of(message.kind)}, {"says", json_of(message.text)}});
  if (with_signal)
    for (const Analysis::Column& column : analysis.signal)
      document["signal"].push_back({{"name", column.name}, {"unit", column.unit}, {"values", column.values}});
  return document;
}

std::string analysis_csv(const Analysis& analysis) {
  std::string text;
  for (const Analysis::Column& column : analysis.signal)
    text += (text.empty() ? "" : ",") + column.name + (column.unit.empty() ? "" : "/" + column.unit);
  text += "\n";
  const std::size_t points = analysis.signal.empty() ? 0 : analysis.signal.front().values.size();
  for (std::size_t i = 0; i < points; ++i)
    for (std::size_t j = 0; j < analysis.signal.size(); ++j)
      text += shortest(analysis.signal[j].values[i]) + (j + 1 < analysis.signal.size() ? "," : "\n");
  return text;
}

}  // namespace stillhouse::cli
