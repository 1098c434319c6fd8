#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/text.h"

namespace stillhouse {

/// A word or sentence of the interface, by its key in assets/words: "alarms.shelve"_word. A test reads the sources for
/// what stands before _word and compares it with the files.
struct Word {
  std::string_view key;
};

constexpr Word operator""_word(const char* key, std::size_t length) {
  return {{key, length}};
}

/// The word in both languages; "?" if no file has its key. Texts of a lab are the lab's own.
const Text& words(Word word);
/// The same with its places {0}, {1}, ... filled.
Text words(Word word, std::initializer_list<Text> values);
Text words(Word word, std::initializer_list<std::string> values);

struct KeyedText {
  std::string key;
  Text text;
};

/// The two files joined, sorted by key. Throws ModelError for a key that is in one of them only or twice in one, for an
/// empty text, and for places that differ.
std::vector<KeyedText> joined_words(std::string_view en, std::string_view zh);

/// All words, sorted by key: for fonts and tests.
const std::vector<KeyedText>& all_words();

}  // namespace stillhouse
