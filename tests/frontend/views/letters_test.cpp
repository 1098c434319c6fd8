// Every letter that the screen may show is in its font, and is rasterised.
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>
#include <imstb_truetype.h>

#include "frontend/desktop/typefaces.h"
#include "frontend/presenter/screen_builder.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

/// The font itself, without ImGui.
class FontFile {
 public:
  FontFile() {
    std::ifstream file(Typefaces::file(), std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(file), {});
    const auto* data = reinterpret_cast<const unsigned char*>(bytes_.data());
    good_ = !bytes_.empty() && stbtt_InitFont(&font_, data, stbtt_GetFontOffsetForIndex(data, 0)) != 0;
  }
  bool good() const { return good_; }
  bool has(char32_t point) const { return stbtt_FindGlyphIndex(&font_, static_cast<int>(point)) != 0; }

 private:
  std::vector<char> bytes_;
  stbtt_fontinfo font_{};
  bool good_ = false;
};

std::string utf8(char32_t point) {
  if (point < 0x80) return {static_cast<char>(point)};
  return {static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
          static_cast<char>(0x80 | (point & 0x3F))};
}

void expect_letters(const FontFile& font, const std::string& text) {
  for (const char32_t point : code_points(text)) {
    if (point >= 0x20) {
      EXPECT_TRUE(font.has(point)) << "U+" << std::hex << static_cast<unsigned>(point) << " " << utf8(point) << " of "
                                   << text;
    }
  }
}

TEST(Letters, OfTheInterfaceAreInTheFont) {
  const FontFile font;
  ASSERT_TRUE(font.good());
  for (const auto& [key, text] : all_words()) {
    EXPECT_FALSE(text.en.empty());
    EXPECT_FALSE(text.zh.empty()) << text.en;
    expect_letters(font, text.en);
    expect_letters(font, text.zh);
  }
  expect_letters(font, "馏烯烷醇酯苯萃釜泵");
  expect_letters(font, "–—−×·°²³Δ→›…");
}

TEST(Letters, OfTheLabsFilesAreInTheFont) {
  const FontFile font;
  ASSERT_TRUE(font.good());
  int chinese = 0;
  for (const scenario::SourceText& source : pilot_lab()->sources) {
    expect_letters(font, source.text);
    for (const char32_t point : code_points(source.text)) chinese += point >= 0x4E00 ? 1 : 0;
  }
  EXPECT_GT(chinese, 500);
}

TEST(Letters, OfAScreenAreRasterised) {
  ImGui::CreateContext();
  {
    Typefaces typefaces;
    const std::unique_ptr<Session> session = pilot_session();
    const ScreenBuilder builder(*session);
    want_texts(typefaces, builder.state(*session, TrendHistory(builder.lab()->pens.size(), 1.0)));
    ASSERT_TRUE(typefaces.update(1.0f));
    EXPECT_FALSE(typefaces.update(1.0f)) << "nothing new, nothing to do";
    for (const scenario::Task& task : session->lab().tasks)
      for (const char32_t point : code_points(task.says.zh))
        EXPECT_NE(typefaces.fonts().normal->FindGlyphNoFallback(static_cast<ImWchar>(point)), nullptr) << utf8(point);

    // a letter that comes later
    typefaces.want("龘");
    ASSERT_TRUE(typefaces.update(1.0f));
    EXPECT_NE(typefaces.fonts().small->FindGlyphNoFallback(static_cast<ImWchar>(U'龘')), nullptr);
    EXPECT_TRUE(typefaces.update(2.0f)) << "another scale";
  }
  ImGui::DestroyContext();
}

TEST(CodePoints, AreReadFromUtf8) {
  EXPECT_EQ(code_points("a°馏"), (std::vector<char32_t>{U'a', U'°', U'馏'}));
  EXPECT_EQ(code_points("\xff"), (std::vector<char32_t>{0xFFFD}));
  EXPECT_EQ(code_points("\xE9\xA6"), (std::vector<char32_t>{0xFFFD}));
}

}  // namespace
}  // namespace stillhouse
