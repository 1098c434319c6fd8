#include "frontend/views/line_breaks.h"

#include <algorithm>
#include <vector>

namespace stillhouse {

namespace {

struct Letter {
  char32_t code = 0;
  std::size_t begin = 0, end = 0;  ///< bytes
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0u) == 0x80u && !letters.empty()) {
      letters.back().code = letters.back().code << 6 | (byte & 0x3Fu);
      letters.back().end = i + 1;
      continue;
    }
    const char32_t code = byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1Fu : byte < 0xF0 ? byte & 0x0Fu : byte & 0x07u;
    letters.push_back({code, i, i + 1});
  }
  return letters;
}

bool is_chinese(char32_t code) {
  return code >= 0x2E80 || code == U'“' || code == U'”';
}

bool is_digit(char32_t code) {
  return code >= U'0' && code <= U'9';
}

bool closes(char32_t code) {
  return std::u32string_view(U"，。；：、！？）》”’％…·,.;:!?)%").find(code) != std::u32string_view::npos;
}

bool opens(char32_t code) {
  return std::u32string_view(U"（《“‘(").find(code) != std::u32string_view::npos;
}

/// Whether a line may end before the second of two letters.
bool may_break(char32_t before, char32_t after) {
  if (closes(after) || opens(before)) return false;
  return is_chinese(before) || is_chinese(after);
}

}  // namespace

std::string broken_lines(std::string_view text, float width, const std::function<float(char32_t)>& advance) {
  const std::vector<Letter> letters = letters_of(text);
  std::string lines;
  std::size_t line = 0;  // first letter of the line
  std::size_t end = 0;   // of what surely fits: the line may end before this letter
  float wide = 0.0f;
  const auto finish = [&](std::size_t last) {
    std::size_t stop = last;
    while (stop > line && letters[stop - 1].code == U' ') --stop;
    if (stop > line) lines.append(text.substr(letters[line].begin, letters[stop - 1].end - letters[line].begin));
    lines += '\n';
    line = last;
    while (line < letters.size() && letters[line].code == U' ') ++line;
    end = line;
    wide = 0.0f;
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i].code == U'\n') {
      finish(i);
      line = end = i + 1;
      continue;
    }
    if (i > line) {
      const char32_t before = letters[i - 1].code, after = letters[i].code;
      const bool number = before == U' ' && i >= 2 && is_digit(letters[i - 2].code);
      if (before == U' ' ? after != U' ' && !number : may_break(before, after)) end = i;
    }
    wide += advance(letters[i].code);
    if (wide <= width || letters[i].code == U' ' || i == line) continue;
    finish(end > line ? end : i);
    // what was taken to the new line again
    i = line - 1;
    wide = 0.0f;
  }
  if (line < letters.size()) lines.append(text.substr(letters[line].begin));
  return lines;
}

std::string broken_text(const ImFont& font, std::string_view text, float width) {
  return broken_lines(text, width, [&](char32_t code) { return font.GetCharAdvance(static_cast<ImWchar>(code)); });
}

void wrapped_text(Ui& ui, const char* text) {
  const float width = std::max(ImGui::GetContentRegionAvail().x, ui.px(20));
  // most texts fit a line as they are
  if (ImGui::CalcTextSize(text).x <= width) return ImGui::TextUnformatted(text);
  ImGui::TextUnformatted(
      broken_text(*ImGui::GetFont(), text, width * ImGui::GetFont()->FontSize / ImGui::GetFontSize()).c_str());
}

}  // namespace stillhouse
