#include "frontend/presenter/words.h"

#include <algorithm>
#include <map>
#include <set>

#include "labs/grading/evidence_text.h"
#include "models/properties/data_table.h"

namespace stillhouse {

// the embedded files (cmake/embed.cmake)
std::string_view words_en_csv();
std::string_view words_zh_csv();

namespace {

/// Numbers of the places {0}, {1}, ... of a text.
std::set<char> places_of(std::string_view text) {
  std::set<char> places;
  for (std::size_t i = 0; i + 2 < text.size(); ++i)
    if (text[i] == '{' && text[i + 2] == '}') places.insert(text[i + 1]);
  return places;
}

using Rows = std::map<std::string, DataRow>;

Rows rows_of(std::string_view table, std::string_view text) {
  Rows rows;
  for (const DataRow& row : data_rows(table, text, "key,text")) {
    if (row.fields[1].empty()) row.fail("the text is empty");
    if (!rows.emplace(row.fields[0], row).second)
      row.fail("the key '" + std::string(row.fields[0]) + "' is there twice");
  }
  return rows;
}

void must_have(const Rows& other, std::string_view name, const Rows& rows) {
  for (const auto& [key, row] : rows)
    if (!other.contains(key)) row.fail("the key '" + key + "' is not in " + std::string(name));
}

}  // namespace

std::vector<KeyedText> joined_words(std::string_view en, std::string_view zh) {
  const Rows english = rows_of("en.csv", en), chinese = rows_of("zh.csv", zh);
  must_have(chinese, "zh.csv", english);
  must_have(english, "en.csv", chinese);
  std::vector<KeyedText> joined;
  for (const auto& [key, row] : english) {
    const DataRow& other = chinese.at(key);
    if (places_of(row.fields[1]) != places_of(other.fields[1])) other.fail("the places differ from those in en.csv");
    joined.push_back({key, {std::string(row.fields[1]), std::string(other.fields[1])}});
  }
  return joined;
}

const std::vector<KeyedText>& all_words() {
  static const std::vector<KeyedText> all = joined_words(words_en_csv(), words_zh_csv());
  return all;
}

const Text& words(Word word) {
  const std::vector<KeyedText>& all = all_words();
  const auto place = std::lower_bound(all.begin(), all.end(), word.key,
                                      [](const KeyedText& text, std::string_view key) { return text.key < key; });
  static const Text unknown{"?", "?"};
  return place != all.end() && place->key == word.key ? place->text : unknown;
}

Text words(Word word, std::initializer_list<Text> values) {
  return filled(words(word), values);
}

Text words(Word word, std::initializer_list<std::string> values) {
  std::vector<Text> parts;
  for (const std::string& value : values) parts.push_back(plain(value));
  return filled(words(word), parts);
}

}  // namespace stillhouse
