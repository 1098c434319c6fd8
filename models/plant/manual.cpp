#include "models/plant/manual.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "models/instruments/instrument_kind.h"

namespace stillhouse {

namespace {

const Docstring* find(std::string_view name) {
  for (const Docstring& docstring : docstrings())
    if (docstring.name == name) return &docstring;
  return nullptr;
}

/// "steam_heater" -> "SteamHeater".
std::string class_name(const std::string& kind) {
  std::string result;
  bool begins = true;
  for (const char c : kind) {
    if (c != '_') result += begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    begins = c == '_';
  }
  return result;
}

/// Words of a text that are meant as names: with a capital inside, in backticks, or behind "As".
std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < text.size();) {
    if (!std::isalpha(static_cast<unsigned char>(text[begin]))) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '_')) ++end;
    const std::string word(text.substr(begin, end - begin));
    const bool capital = std::isupper(static_cast<unsigned char>(word[0]));
    const bool another = std::any_of(word.begin() + 1, word.end(), [](unsigned char c) { return std::isupper(c); });
    const bool quoted = begin > 0 && text[begin - 1] == '`' && end < text.size() && text[end] == '`';
    const bool likened = begin >= 3 && text.substr(begin - 3, 3) == "As ";
    if (quoted || (capital && likened) || (capital && another)) names.push_back(word);
    begin = end;
  }
  return names;
}

std::vector<Docstring> manual_of(const std::string& kind, const std::string& model) {
  std::vector<Docstring> manual;
  const auto add = [&](const Docstring* docstring) {
    if (!docstring) return;
    for (const Docstring& known : manual)
      if (known.name == docstring->name) return;
    manual.push_back(*docstring);
  };
  const Docstring* first = model.empty() ? find(kind + "_kind") : find(model);
  add(first ? first : find(class_name(kind)));
  for (std::size_t i = 0; i < manual.size(); ++i)
    for (const std::string& name : names_in(manual[i].text)) add(find(name));
  return manual;
}

}  // namespace

std::vector<Docstring> manual_of(const UnitKind& kind) {
  return manual_of(kind.name, kind.model);
}

std::vector<Docstring> manual_of(const FlowsheetKind& kind) {
  return manual_of(kind.name, "");
}

std::vector<Docstring> manual_of(const InstrumentKind& kind) {
  return manual_of(kind.name, kind.model);
}

}  // namespace stillhouse
