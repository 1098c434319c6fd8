#include "frontend/presenter/input_sentences.h"

#include <string_view>
#include <vector>

#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded file (cmake/embed.cmake)
std::string_view words_inputs_csv();

namespace {

constexpr std::string_view kPlace = "{0}";

/// The name that stands at a sentence's place; nothing if the text is another one.
bool fits(std::string_view sentence, std::string_view text, std::string_view& name) {
  const std::size_t place = sentence.find(kPlace);
  if (place == std::string_view::npos) return sentence == text;
  const std::string_view before = sentence.substr(0, place), after = sentence.substr(place + kPlace.size());
  if (text.size() <= before.size() + after.size() || !text.starts_with(before) || !text.ends_with(after)) return false;
  name = text.substr(before.size(), text.size() - before.size() - after.size());
  return true;
}

}  // namespace

Text input_sentence(const std::string& english) {
  static const std::vector<DataRow> rows = data_rows("inputs.csv", words_inputs_csv(), "zh,en");
  for (const DataRow& row : rows) {
    std::string_view name;
    if (!fits(row.fields[1], english, name)) continue;
    std::string chinese(row.fields[0]);
    if (const std::size_t place = chinese.find(kPlace); place != std::string::npos)
      chinese.replace(place, kPlace.size(), name);
    return {english, chinese};
  }
  return {english, english};
}

}  // namespace stillhouse
