#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/views/ui.h"

namespace stillhouse {

/// The letters of the screen: one font with Latin and Chinese, rasterised in three sizes.
///
/// The whole of Chinese at a 4K screen's sizes would be a texture of 268 MB. So only those letters are rasterised that
/// the screen has been asked to show: give every text to `want` before it is drawn; when that brings a new letter, the
/// atlas is made anew before the next frame.
class Typefaces {
 public:
  /// Throws std::runtime_error with the package to install if the font is not there.
  Typefaces();

  static const std::filesystem::path& file();

  /// Letters of a text (UTF-8) will be drawn.
  void want(std::string_view text);
  void want(const Text& text) {
    want(text.en);
    want(text.zh);
  }
  /// Makes the atlas of the present ImGui context if letters or the scale have changed. True if it did: the texture
  /// must then be loaded to the graphics card again. Only between frames.
  bool update(float scale);

  const Fonts& fonts() const { return fonts_; }

 private:
  std::vector<bool> wanted_;     ///< by code point
  std::vector<ImWchar> ranges_;  ///< must live as long as the atlas
  bool changed_ = true;
  float scale_ = 0.0f;
  Fonts fonts_;
};

/// Wants every text of a screen: the lab's, the run's, answers and grade.
void want_texts(Typefaces& typefaces, const ScreenState& screen);

/// Code points of a UTF-8 text; what is no UTF-8 is U+FFFD.
std::vector<char32_t> code_points(std::string_view text);

}  // namespace stillhouse
