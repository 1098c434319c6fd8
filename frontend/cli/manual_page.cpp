#include "frontend/cli/manual_page.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/base/quantity.h"

namespace stillhouse::cli {

namespace {

std::string bound(double value) {
  return std::abs(value) >= 1e300 ? "any" : rounded(value, 6);
}

Json limit(double value) {
  return std::abs(value) >= 1e300 ? Json(nullptr) : Json(value);
}

std::string column(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size() + 2), ' ');
  return text;
}

}  // namespace

void ManualPage::line(const std::string& name, const std::string& unit, const std::string& range,
                      const std::string& sentence) {
  text_ += column("  " + name, 34) + column(unit, 9) + column(range, 24) + sentence + "\n";
}

void ManualPage::line(const std::string& name, const std::string& sentence) {
  text_ += column("  " + name, 34) + sentence + "\n";
}

void ManualPage::text(const std::string& lines) {
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    text_ += (end > begin ? "  " : "") + lines.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
}

std::string range_text(double minimum, double maximum) {
  if (minimum <= -1e300 && maximum >= 1e300) return "any";
  return bound(minimum) + " .. " + bound(maximum);
}

Json json_of(const std::string& name, const std::string& unit, const Range& range, const std::string& sentence) {
  return {{"name", name},
          {"unit", unit},
          {"minimum", limit(range.minimum)},
          {"maximum", limit(range.maximum)},
          {"says", sentence}};
}

void add_parameters(const std::vector<ParameterInfo>& parameters, const std::vector<ChoiceParameter>& choices,
                    ManualPage& page, Json& document) {
  document["parameters"] = Json::array();
  document["choices"] = Json::array();
  for (const ParameterInfo& info : parameters) {
    page.line(info.name, info.unit, range_text(info.minimum, info.maximum),
              info.sentence + " (standard: " + rounded(info.standard, 6) + ")");
    Json parameter = json_of(info.name, info.unit, {0.0, 1.0, info.minimum, info.maximum}, info.sentence);
    parameter["standard"] = info.standard;
    document["parameters"].push_back(parameter);
  }
  for (const ChoiceParameter& choice : choices) {
    std::string allowed;
    for (const std::string& word : choice.allowed) allowed += (allowed.empty() ? "" : ", ") + word;
    page.line(choice.name, "", "one of", allowed + ": " + choice.sentence);
    document["choices"].push_back({{"name", choice.name}, {"allowed", choice.allowed}, {"says", choice.sentence}});
  }
}

void add_manual(const std::vector<Docstring>& manual, ManualPage& page, Json& document) {
  document["manual"] = Json::array();
  for (const Docstring& docstring : manual) {
    const std::string name(docstring.name), text(docstring.text);
    page.title(document["manual"].empty() ? "Model: equations, assumptions, validity, source" : name);
    page.text(text);
    document["manual"].push_back({{"name", name}, {"text", text}});
  }
}

}  // namespace stillhouse::cli
