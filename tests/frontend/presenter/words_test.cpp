#include "frontend/presenter/words.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/error.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every source of the frontend by its path.
std::map<std::string, std::string> sources() {
  std::map<std::string, std::string> texts;
  const fs::path folder = fs::path(STILLHOUSE_SOURCE_DIR) / "frontend";
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
      texts[entry.path().string()] = text_of(entry.path());
  return texts;
}

/// What stands in quotes before each _word.
std::set<std::string> keys_in(const std::string& source) {
  std::set<std::string> keys;
  for (std::size_t end = source.find("\"_word"); end != std::string::npos; end = source.find("\"_word", end + 1)) {
    const std::size_t begin = source.rfind('"', end - 1);
    keys.insert(source.substr(begin + 1, end - begin - 1));
  }
  return keys;
}

TEST(Words, AreTheOnesThatTheSourcesUse) {
  std::set<std::string> known, used;
  for (const KeyedText& word : all_words()) known.insert(word.key);
  for (const auto& [path, source] : sources()) {
    if (path.ends_with("presenter/words.h")) continue;  // defines _word, with an example
    for (const std::string& key : keys_in(source)) {
      EXPECT_TRUE(known.contains(key)) << path << " uses \"" << key << "\", which is not in assets/words";
      used.insert(key);
    }
  }
  EXPECT_GT(used.size(), 100u);
  for (const std::string& key : known) EXPECT_TRUE(used.contains(key)) << "nobody uses " << key;
}

TEST(Words, AreFoundByTheirKey) {
  EXPECT_EQ(words("toolbar.freeze"_word).en, "FREEZE");
  EXPECT_EQ(words("toolbar.freeze"_word).zh, "冻结");
  EXPECT_EQ(words(Word{"toolbar.freze"}).en, "?");
  EXPECT_EQ(words("journal.set"_word, {"HV-400", "60 %"}).en, "HV-400 to 60 %");
  EXPECT_EQ(words("journal.set"_word, {"HV-400", "60 %"}).zh, "HV-400 设为 60 %");
  // a value that looks like a place is no place
  EXPECT_EQ(words("journal.set"_word, {"{1}", "x"}).en, "{1} to x");
}

TEST(Words, AreNotWrittenInTheSources) {
  // Chinese in a source is a sentence that somebody forgot to move; English cannot be told from names by a test
  for (const auto& [path, source] : sources())
    for (std::size_t i = 0; i + 2 < source.size(); ++i) {
      const auto first = static_cast<unsigned char>(source[i]);
      if (first < 0xE4 || first > 0xE9) continue;
      ADD_FAILURE() << path << " has Chinese at byte " << i << ": move it to assets/words";
      break;
    }
}

/// What is wrong with two files.
std::string complaint(const std::string& en, const std::string& zh) {
  try {
    joined_words(en, zh);
  } catch (const ModelError& error) {
    return error.what();
  }
  return "nothing";
}

TEST(Words, MustBeInBothFiles) {
  using testing::HasSubstr;
  const std::string head = "key,text\n";
  EXPECT_EQ(complaint(head + "a,A\n", head + "a,B\n"), "nothing");
  EXPECT_THAT(complaint(head + "a,A\nb,B\n", head + "a,A\n"), HasSubstr("en.csv line 3: the key 'b' is not in zh.csv"));
  EXPECT_THAT(complaint(head + "a,A\n", head + "a,A\nb,B\n"), HasSubstr("zh.csv line 3: the key 'b' is not in en.csv"));
  EXPECT_THAT(complaint(head + "a,A\na,B\n", head + "a,A\n"), HasSubstr("en.csv line 3: the key 'a' is there twice"));
  EXPECT_THAT(complaint(head + "a,\n", head + "a,A\n"), HasSubstr("en.csv line 2: the text is empty"));
  EXPECT_THAT(complaint(head + "a,{0} of {1}\n", head + "a,{0}\n"), HasSubstr("zh.csv line 2: the places differ"));
}

}  // namespace
}  // namespace stillhouse
