#include "labs/scenario/sandbox.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "labs/scenario/vocabulary.h"

namespace stillhouse::scenario {
namespace {

using testing::HasSubstr;

std::string told(const Findings& findings) {
  std::string text;
  for (const Diagnostic& diagnostic : findings.sorted()) text += sentence(diagnostic) + "\n";
  return text;
}

std::string mistakes_of(const std::string& text, const SandboxLimits& limits = {}) {
  Findings findings;
  const Chunk chunk = run_text("lab.lua", text, findings, limits);
  EXPECT_TRUE(!findings.empty() || chunk.result.kind == Value::Kind::word) << text.substr(0, 200);
  return told(findings);
}

// behind the reading of tokens, where loops and functions would run
std::string mistakes_unread(const std::string& text, const SandboxLimits& limits = {}) {
  Findings findings;
  run_unread_text("lab.lua", text, FieldLines(), findings, limits);
  return told(findings);
}

TEST(Sandbox, GivesBackWordsWithTheirLines) {
  Findings findings;
  const Chunk chunk = run_text(
      "lab.lua", "local t = minutes(5)\nreturn all_of {\n  after(t),\n  above(\n 'TI-112', celsius(3)) }", findings);
  ASSERT_EQ(told(findings), "");
  const Node& all = *chunk.result.node;
  EXPECT_EQ(all.word, find_word("all_of"));
  EXPECT_EQ(all.source.line, 2);
  ASSERT_EQ(all.content.items.size(), 2u);
  const Node& after = *all.content.items[0].node;
  EXPECT_EQ(after.source.line, 3);
  EXPECT_EQ(after.content.items[0].number, 300.0);
  EXPECT_EQ(after.content.items[0].text, "minutes");
  EXPECT_EQ(all.content.items[1].node->source.line, 4);
}

TEST(Sandbox, KeepsTheOrderOfTheText) {
  std::string text = "return interlock { when = after(seconds(1)), says = { en = 'x', zh = 'x' }, forces = {\n";
  for (int i = 0; i < 40; ++i) text += "['H-" + std::to_string(97 * i % 100) + "'] = kW(1),\n";
  Findings findings;
  const Chunk chunk = run_text("lab.lua", text + "}}", findings);
  ASSERT_EQ(told(findings), "");
  const Table& forces = *chunk.result.node->content.field("forces")->table;
  ASSERT_EQ(forces.fields.size(), 40u);
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(forces.fields[i].first, "H-" + std::to_string(97 * i % 100));
    EXPECT_EQ(forces.fields[i].second.line, i + 2);
  }
}

TEST(Sandbox, OffersNoLibrary) {
  for (const char* name :
       {"print", "pairs", "load", "dofile", "loadstring", "rawset", "setmetatable", "getmetatable", "os", "io",
        "string", "table", "math", "debug", "coroutine", "package", "pcall", "error", "collectgarbage"})
    EXPECT_THAT(mistakes_unread("local x = " + std::string(name) + "\nreturn finish()"),
                HasSubstr("unknown word `" + std::string(name) + "`"));
  EXPECT_THAT(mistakes_unread("return ('x'):rep(10)"), HasSubstr("index"));
}

TEST(Sandbox, RefusesBytecode) {
  EXPECT_THAT(mistakes_of("\x1bLua anything"), HasSubstr("lab.lua:1: the file is compiled Lua"));
  EXPECT_THAT(mistakes_unread("\x1bLuaT"), HasSubstr("attempt to load a binary chunk"));
  EXPECT_THAT(mistakes_of(std::string("return\nfinish\0()", 16)), HasSubstr("lab.lua:2: the file holds a zero byte"));
}

TEST(Sandbox, StopsAnEndlessLoop) {
  EXPECT_THAT(mistakes_of("while true do end"), HasSubstr("`while` is not allowed"));
  EXPECT_THAT(mistakes_unread("\nwhile true do end"), HasSubstr("lab.lua:2: the text runs for too long"));
  EXPECT_THAT(mistakes_unread("local function f() return f() end return f()"), HasSubstr("runs for too long"));
}

TEST(Sandbox, StopsAMemoryBomb) {
  EXPECT_THAT(mistakes_unread("local t = {} while true do t = { t, t } end"), HasSubstr("lab.lua:"));
  EXPECT_THAT(mistakes_unread("local s = 'x' while true do s = s .. s end"),
              HasSubstr("too much memory; allowed are 16 MB"));

  // without any loop
  std::string doubling = "local s0 = 'x'\n";
  for (int i = 1; i < 100; ++i)
    doubling += "local s" + std::to_string(i) + " = s" + std::to_string(i - 1) + " .. s" + std::to_string(i - 1) + "\n";
  EXPECT_THAT(mistakes_of(doubling + "return finish()"), HasSubstr("too much memory"));
}

TEST(Sandbox, StopsAtEveryMemoryLimitWithoutFault) {
  SandboxLimits limits;
  int good = 0;
  for (std::size_t memory = 1000; memory < 100'000; memory += 500) {
    limits.memory = memory;
    Findings findings;
    const Chunk chunk =
        run_text("lab.lua", "return all_of { after(minutes(5)), above('TI-112', celsius(60)) }", findings, limits);
    const bool finished = chunk.result.kind == Value::Kind::word;
    EXPECT_TRUE(finished || !findings.empty());
    good += finished && findings.empty();
  }
  EXPECT_GT(good, 10);
}

TEST(Sandbox, StopsAtDeepNesting) {
  for (const char* open : {"{", "(", "all_of {", "-", "\"a\" .. "}) {
    std::string text = "return ";
    for (int i = 0; i < 5000; ++i) text += open;
    EXPECT_NE(mistakes_of(text + "1"), "") << open;
  }
  std::string text, close;
  for (int i = 0; i < 90; ++i) text += "all_of { ", close += " }";
  EXPECT_THAT(mistakes_of("return " + text + "after(minutes(1))" + close), HasSubstr("allowed are 64 levels"));
}

TEST(Sandbox, StopsASharedTreeThatGrowsWithoutEnd) {
  std::string text = "local c0 = after(minutes(1))\n";
  for (int i = 1; i < 60; ++i)
    text += "local c" + std::to_string(i) + " = all_of { c" + std::to_string(i - 1) + ", c" + std::to_string(i - 1) +
            " }\n";
  EXPECT_THAT(mistakes_of(text + "return c59"), HasSubstr("too much inside each other"));
  std::string tables = "local t0 = { 1, 1 }\n";
  for (int i = 1; i < 60; ++i)
    tables += "local t" + std::to_string(i) + " = { t" + std::to_string(i - 1) + ", t" + std::to_string(i - 1) + " }\n";
  EXPECT_THAT(mistakes_of(tables + "return all_of { t59 }"), HasSubstr("too many values"));
}

TEST(Sandbox, StopsAtHugeStringsAndFiles) {
  EXPECT_THAT(mistakes_of("return acknowledge('" + std::string(30'000, 'x') + "')"),
              HasSubstr("a string of 30000 bytes"));
  EXPECT_THAT(mistakes_of(std::string(2 << 20, ' ')), HasSubstr("bytes; allowed are 1048576"));
}

TEST(Sandbox, ReportsWhatIsNoLuaAtAll) {
  const char* const texts[] = {"",
                               "return",
                               "return lab {",
                               "return }",
                               "]]",
                               "--[[",
                               "return \"",
                               "return 'x\n'",
                               "[==[",
                               "return 1e999",
                               "return 0x",
                               "return 5 5",
                               "\xff\xfe\x00",
                               "#!shebang",
                               "return nil",
                               "return {}",
                               "return celsius",
                               "return celsius()",
                               "return celsius('x')",
                               "return celsius{}",
                               "return lab(lab)",
                               "return lab",
                               "return lab {} {}",
                               "return use_plant 'x' 'y'",
                               "return use_plant 'x' {} {}",
                               "return (celsius(5)).x",
                               "return #celsius(5)",
                               "return -celsius(5)",
                               "return on()",
                               "local x <const> = 5",
                               "return task { [1.5] = 2, [{}] = 3, [true] = 4 }",
                               "return \xE7\xB2\xBE",
                               "local lab = 5 return lab {}"};
  for (const char* text : texts) {
    Findings findings;
    const Chunk chunk = run_text("lab.lua", text, findings);
    EXPECT_FALSE(findings.empty()) << text;
    for (const Diagnostic& diagnostic : findings.sorted()) {
      EXPECT_EQ(diagnostic.source.file, "lab.lua");
      EXPECT_GE(diagnostic.source.line, 1) << text << ": " << diagnostic.message;
    }
  }
}

TEST(Sandbox, SurvivesEveryShortenedAndEveryBentText) {
  const std::string text =
      "return all_of { above(\"TI-112\", celsius(60)), after(minutes(5)), -- why\n none_of { tripped('I') } }";
  for (std::size_t i = 0; i < text.size(); ++i) {
    Findings findings;
    run_text("lab.lua", text.substr(0, i), findings);
    EXPECT_FALSE(findings.empty()) << text.substr(0, i);
    for (const char replacement : {'\0', '"', '{', '}', '\\', '\n', '\xff', '1'}) {
      std::string bent = text;
      bent[i] = replacement;
      Findings bent_findings;
      run_text("lab.lua", bent, bent_findings);
      EXPECT_LE(bent_findings.sorted().size(), Findings::kMost);
    }
  }
}

}  // namespace
}  // namespace stillhouse::scenario
