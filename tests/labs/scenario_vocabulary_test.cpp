#include "labs/scenario/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "engine/base/quantity.h"
#include "labs/scenario/manual.h"
#include "labs/scenario/sandbox.h"
#include "tests/folders.h"

namespace stillhouse::scenario {
namespace {

TEST(Vocabulary, EachExampleParses) {
  for (const Word& word : vocabulary()) {
    Findings findings;
    const Chunk chunk = run_text(word.name, "return " + std::string(word.example), findings);
    for (const Diagnostic& diagnostic : findings.sorted()) ADD_FAILURE() << word.name << ": " << sentence(diagnostic);
    if (word.kind == WordKind::unit || word.kind == WordKind::constant) {
      EXPECT_EQ(chunk.result.kind, Value::Kind::quantity) << word.name;
    } else {
      ASSERT_EQ(chunk.result.kind, Value::Kind::word) << word.name;
      EXPECT_EQ(chunk.result.node->word, &word);
    }
  }
}

TEST(Vocabulary, EachWordIsDeclaredOnceAndWhole) {
  std::set<std::string> names;
  for (const Word& word : vocabulary()) {
    EXPECT_TRUE(names.insert(word.name).second) << word.name;
    EXPECT_NE(std::string(word.sentence), "") << word.name;
    EXPECT_EQ(word.kind == WordKind::unit || word.kind == WordKind::constant, unit_from(word.unit).has_value())
        << word.name;
    std::set<std::string> fields;
    for (const auto* list : {&word.positional, &word.rest, &word.fields})
      for (const Field& field : *list) {
        EXPECT_TRUE(fields.insert(field.name).second) << word.name << "." << field.name;
        EXPECT_NE(std::string(field.sentence), "") << word.name << "." << field.name;
        EXPECT_TRUE(field.takes != Takes::quantity || unit_from(field.detail)) << word.name << "." << field.name;
        EXPECT_FALSE(field.required && field.fallback[0] != '\0') << word.name << "." << field.name;
      }
  }
}

TEST(Vocabulary, NoFieldIsAWordOfLua) {
  const std::set<std::string> reserved = {"and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
                                          "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
                                          "repeat",   "return", "then", "true", "until",  "while"};
  for (const Word& word : vocabulary()) {
    EXPECT_FALSE(reserved.contains(word.name));
    for (const Field& field : word.fields)
      EXPECT_FALSE(reserved.contains(field.name)) << word.name << "." << field.name;
  }
}

TEST(Vocabulary, DescribesAWord) {
  const std::optional<std::string> page = describe_word("thermocouple");
  ASSERT_TRUE(page);
  EXPECT_THAT(*page, testing::StartsWith("# thermocouple\n\nA temperature, shown all the time.\n"));
  EXPECT_THAT(*page, testing::HasSubstr("| `lag` | time (seconds, minutes or hours), 0 to 3600 s | 12 s |"));
  EXPECT_FALSE(describe_word("thermocuple"));
}

/// To write the manual anew: STILLHOUSE_WRITE_MANUAL=1 stillhouse_labs_tests --gtest_filter=Vocabulary.*
TEST(Vocabulary, ManualIsWhatTheDeclarationsSay) {
  const std::string file = STILLHOUSE_SOURCE_DIR "/labs/scenario/VOCABULARY.md";
  if (std::getenv("STILLHOUSE_WRITE_MANUAL")) std::ofstream(file, std::ios::binary) << vocabulary_manual();
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  EXPECT_TRUE(text.str() == vocabulary_manual()) << file << " is not what the words declare; write it anew with "
                                                 << "STILLHOUSE_WRITE_MANUAL=1 and this test";
}

}  // namespace
}  // namespace stillhouse::scenario
