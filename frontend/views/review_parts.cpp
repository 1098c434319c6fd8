#include "frontend/views/review_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kLongestText = 400;

}  // namespace

const char* lettered(Ui& ui, const std::string& text) {
  ui.letters += text;
  return text.c_str();
}

const char* lettered(Ui& ui, const Text& text) {
  return lettered(ui, say(text, ui.view.language));
}

std::string cut_to(Ui& ui, const std::string& text, float width) {
  ImFont* font = ui.fonts.small;
  const auto wide = [&](const std::string& part) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, part.c_str()).x;
  };
  ui.letters += text;
  if (wide(text) <= width) return text;
  std::string part = text;
  while (!part.empty() && wide(part + "…") > width) {
    // a whole letter of UTF-8 goes
    while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0u) == 0x80u) part.pop_back();
    if (!part.empty()) part.pop_back();
  }
  return part + "…";
}

bool text_field(Ui& ui, const std::string& name, std::string& text, const char* hint, float width) {
  ImGui::PushID(name.c_str());
  std::array<char, kLongestText> buffer{};
  std::strncpy(buffer.data(), text.c_str(), buffer.size() - 1);
  ImGui::SetNextItemWidth(ui.px(width));
  const bool changed = ImGui::InputTextWithHint("##text", hint, buffer.data(), buffer.size());
  note_widget(ui, name, true, buffer.data());
  if (changed) text = buffer.data();
  ui.letters += text;
  ImGui::PopID();
  return changed;
}

void flag_signs(Ui& ui, const ReviewedRun& run, bool names) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImFont* font = ui.fonts.small;
  bool first = true;
  for (const RunFlag& flag : flags_of(run)) {
    if (!first) ImGui::SameLine(0.0f, ui.px(names ? 10 : 3));
    first = false;
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight(), side = ui.px(16);
    const ImVec2 low{std::floor(place.x), std::floor(place.y + 0.5f * (height - side))};
    const ImVec2 high{low.x + side, low.y + side};
    list.AddRectFilled(low, high, palette::kSheet);
    list.AddRect(low, high, flag.serious ? palette::kOutline : palette::kFaint, 0.0f, 0, ui.px(flag.serious ? 2 : 1));
    const ImVec2 size = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, lettered(ui, flag.sign));
    list.AddText(font, font->FontSize, {low.x + 0.5f * (side - size.x), low.y + 0.5f * (side - size.y)}, palette::kText,
                 flag.sign.c_str());
    ImGui::Dummy({side, height});
    if (!names) continue;
    ImGui::SameLine(0.0f, ui.px(4));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(lettered(ui, flag.name));
  }
}

void progress_bar(Ui& ui, const std::string& name, double share, const std::string& text, float width) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight(), long_side = ui.px(width);
  const ImVec2 high{low.x + long_side, low.y + height};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, palette::kSheet);
  const auto part = static_cast<float>(std::clamp(share, 0.0, 1.0));
  list.AddRectFilled(low, {low.x + part * long_side, high.y}, palette::kFroth);
  list.AddRect(low, high, palette::kQuiet);
  ImFont* font = ui.fonts.small;
  list.AddText(font, font->FontSize, {low.x + ui.px(6), low.y + 0.5f * (height - font->FontSize)}, palette::kText,
               text.c_str());
  ImGui::Dummy({long_side, height});
  note_widget(ui, name, true, text);
}

std::string score_words(Ui& ui, const ReviewedRun& run) {
  if (!run.closed) return "–";
  std::string words = plain_number(run.grade.given(), 1) + " / " + plain_number(run.grade.total, 0);
  if (run.grade.any_change()) words += ui("class.computed"_word, {plain_number(run.grade.computed, 1)});
  if (run.grade.open() > 0.0) words += ui("class.waits"_word, {plain_number(run.grade.open(), 0)});
  return words;
}

}  // namespace stillhouse
