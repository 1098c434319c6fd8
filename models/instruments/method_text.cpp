#include "models/instruments/method_text.h"

#include <algorithm>
#include <charconv>

#include "engine/base/error.h"
#include "engine/base/quantity.h"

namespace stillhouse {

namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1));
}

const ParameterInfo* setting_of(const InstrumentKind& kind, const std::string& name) {
  for (const ParameterInfo& setting : kind.settings)
    if (setting.name == name) return &setting;
  return nullptr;
}

ParameterValue value_of(const InstrumentKind& kind, const std::string& name, const std::string& text) {
  const ParameterInfo* setting = setting_of(kind, name);
  if (!setting) return {name, 0.0, text};
  const Unit own = unit(setting->unit);
  const std::string example = rounded(setting->standard, 6) + (setting->unit == "1" ? "" : setting->unit);
  double number = 0.0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  const std::string symbol = error == std::errc() ? trimmed({rest, static_cast<std::size_t>(end - rest)}) : "";
  const std::optional<Unit> written = symbol.empty() ? std::optional<Unit>(own) : unit_from(symbol);
  if (error != std::errc() || !written)
    throw ModelError(kind.name + ": " + name + " = " + text + " is no number with a unit; write one as " + example);
  if (!fits(*written, own))
    throw ModelError(kind.name + ": " + name + " = " + text + " is no " + kind_of(own) + "; write one as " + example);
  return {name, to_si(number, *written), ""};
}

}  // namespace

std::vector<ParameterValue> method_from_text(const InstrumentKind& kind, std::string_view text) {
  std::vector<ParameterValue> values;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string piece = trimmed(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
    const std::size_t equals = piece.find('=');
    const std::string name = trimmed(piece.substr(0, std::min(equals, piece.size())));
    const std::string value = equals == std::string::npos ? "" : trimmed(piece.substr(equals + 1));
    if (name.empty() || value.empty())
      throw ModelError(kind.name + ": \"" + piece + "\" is no NAME=VALUE; allowed as oven=60degC, phase=wax");
    values.push_back(value_of(kind, name, value));
  }
  return values;
}

std::string method_text(const InstrumentKind& kind, const std::vector<ParameterValue>& method) {
  std::string text;
  for (const ParameterValue& value : method) {
    const ParameterInfo* setting = setting_of(kind, value.name);
    std::string written = value.word;
    if (setting)
      written = rounded(from_si(value.number, unit(setting->unit)), 12) + (setting->unit == "1" ? "" : setting->unit);
    text += (text.empty() ? "" : ", ") + value.name + "=" + written;
  }
  return text;
}

}  // namespace stillhouse
