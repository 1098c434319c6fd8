#pragma once

#include <filesystem>

namespace stillhouse {

/// The one typeface of screens and printed pages: Latin and Chinese. Debian package fonts-wqy-microhei.
inline const std::filesystem::path& screen_font() {
  static const std::filesystem::path path = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";
  return path;
}

}  // namespace stillhouse
