#pragma once

#include <string>

#include "engine/base/text.h"

namespace stillhouse {

/// Language of the interface.
enum class Language { en, zh };

/// The text in a language; in the other one if its author gave only that.
inline const std::string& say(const Text& text, Language language) {
  const std::string& wanted = language == Language::zh ? text.zh : text.en;
  if (!wanted.empty()) return wanted;
  return language == Language::zh ? text.en : text.zh;
}

}  // namespace stillhouse
