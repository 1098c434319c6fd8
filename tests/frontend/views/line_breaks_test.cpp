#include "frontend/views/line_breaks.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stillhouse {
namespace {

/// A Chinese letter is two wide, every other one.
float width_of(char32_t code) {
  return code >= 0x2E80 ? 2.0f : 1.0f;
}

std::string broken(std::string_view text, float width) {
  return broken_lines(text, width, width_of);
}

TEST(LineBreaks, KeepWordsWholeAndFillChineseLines) {
  EXPECT_EQ(broken("heat the kettle", 9.0f), "heat the\nkettle");
  EXPECT_EQ(broken("打开冷却水", 6.0f), "打开冷\n却水");
  EXPECT_EQ(broken("超时：打开放空阀 HV-132", 16.0f), "超时：打开放空阀\nHV-132") << "a tag is a word";
  EXPECT_EQ(broken("short", 20.0f), "short");
  EXPECT_EQ(broken("", 20.0f), "");
}

TEST(LineBreaks, PutNoClosingMarkFirstAndNoOpeningMarkLast) {
  EXPECT_EQ(broken("打开水，再加热", 6.0f), "打开\n水，再\n加热");
  EXPECT_EQ(broken("加热（开水）", 6.0f), "加热\n（开\n水）");
}

TEST(LineBreaks, LeaveANumberWithItsUnit) {
  EXPECT_EQ(broken("允许 5 分钟", 8.0f), "允许\n5 分钟");
  EXPECT_EQ(broken("above 95 mol%", 9.0f), "above\n95 mol%");
}

TEST(LineBreaks, CutWhatFitsNoLineAndKeepWrittenOnes) {
  EXPECT_EQ(broken("abcdefgh", 3.0f), "abc\ndef\ngh");
  EXPECT_EQ(broken("one\ntwo three", 5.0f), "one\ntwo\nthree");
}

TEST(LineBreaks, LoseNoLetterAndAreNeverTooWide) {
  const std::string text = "未完成：“保持全回流，直至 TI-110 稳定低于 67 °C 达 5 分钟”，开始于 0:28:39。The end of it.";
  const auto bare = [](std::string letters) {
    std::erase_if(letters, [](char c) { return c == ' ' || c == '\n'; });
    return letters;
  };
  for (float width = 1.0f; width < 60.0f; width += 1.0f) {
    const std::string lines = broken(text, width);
    EXPECT_EQ(bare(lines), bare(text)) << width;
    float wide = 0.0f;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto byte = static_cast<unsigned char>(lines[i]);
      if (lines[i] == '\n') wide = 0.0f;
      if (lines[i] != '\n' && (byte & 0xC0u) != 0x80u) wide += byte >= 0xE3 ? 2.0f : 1.0f;
      EXPECT_LE(wide, std::max(width, 2.0f)) << lines;
    }
  }
}

}  // namespace
}  // namespace stillhouse
