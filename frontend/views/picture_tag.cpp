#include "frontend/views/picture_tag.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// What a tag says.
struct TagText {
  const std::string* tag;
  std::string value;
  const std::string* unit;
  ValueQuality quality = ValueQuality::good;
  const AlarmLine* alarm = nullptr;
  std::string mode;  ///< controllers: A, M; with an interlock on it: I
};

TagText tag_text(const Ui& ui, TagKind kind, std::size_t index) {
  switch (kind) {
    case TagKind::instrument: {
      const InstrumentFace& face = ui.screen.instruments[index];
      const bool lost = face.quality == ValueQuality::bad && !face.by_samples;
      return {&face.tag,
              lost ? "---" : number_text(face.value, face.format),
              &face.format.printed,
              face.by_samples ? ValueQuality::good : face.quality,
              worst_alarm(ui.screen, face.tag),
              {}};
    }
    case TagKind::controller: {
      const ControllerFace& face = ui.screen.controllers[index];
      return {&face.tag,
              number_text(face.output, face.output_format),
              &face.output_format.printed,
              ValueQuality::good,
              nullptr,
              !face.held_by.empty() ? "I"
              : face.automatic      ? "A"
              : face.cascade        ? "C"
                                    : "M"};
    }
    case TagKind::handle:
      break;
  }
  const HandleFace& face = ui.screen.handles[index];
  const bool on_off = face.shape == HandleShape::on_off_switch;
  const bool on = face.position > 0.5 * (face.low + face.high);
  static const std::string nothing;
  return {&face.tag,
          on_off ? ui(on ? "face.is_on"_word : "face.is_off"_word) : number_text(face.position, face.format),
          on_off ? &nothing : &face.format.printed,
          ValueQuality::good,
          nullptr,
          !face.held_by.empty() ? "I"
          : face.in_field       ? "L"
                                : ""};
}

/// One text over the other, or beside it: tag, mode of a controller, value and unit.
void write_tag(const Ui& ui, const TagText& text, ImVec2 low, ImVec2 high, float pad, float end, bool two_lines) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float small = ui.fonts.small->FontSize, normal = ui.fonts.normal->FontSize;
  const auto width = [](ImFont* font, const char* words) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, words).x;
  };
  const float middle = 0.5f * (low.y + high.y);
  const float line = two_lines ? std::floor(middle + 0.5f * normal - ui.px(1)) : middle;  // middle of the value's
  const float head = two_lines ? std::floor(middle - 0.5f * small) : middle;
  const auto write = [&](ImFont* font, float x, float y, ImU32 colour, const char* words) {
    list.AddText(font, font->FontSize, {x, std::floor(y - 0.5f * font->FontSize)}, colour, words);
  };
  write(ui.fonts.small, low.x + pad, head, palette::kQuiet, text.tag->c_str());
  float right = high.x - end;
  const float unit_room = std::max(width(ui.fonts.small, text.unit->c_str()), two_lines ? 0.0f : ui.px(16));
  write(ui.fonts.small, right - unit_room, line + ui.px(1), palette::kQuiet, text.unit->c_str());
  right -= unit_room + ui.px(3);
  const float value = width(ui.fonts.normal, text.value.c_str());
  write(ui.fonts.normal, right - value, line, palette::kValue, text.value.c_str());
  if (text.mode.empty()) return;
  const float mode = width(ui.fonts.small, text.mode.c_str());
  const float x = two_lines ? high.x - end - mode : right - value - ui.px(9) - 0.5f * mode;
  write(ui.fonts.small, x, head, palette::kText, text.mode.c_str());
}

}  // namespace

void picture_tag(Ui& ui, TagKind kind, std::size_t index, ImVec2 low, ImVec2 size, bool two_lines) {
  const TagText text = tag_text(ui, kind, index);
  const ImVec2 high{low.x + size.x, low.y + size.y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::SetCursorScreenPos(low);
  const std::string name = "picture." + *text.tag;
  const bool clicked = ImGui::InvisibleButton(name.c_str(), size);
  note_widget(ui, name, true, text.value);
  if (clicked) ui.view.selected = *text.tag;
  const bool selected = ui.view.selected == *text.tag;
  const bool hand = kind != TagKind::instrument;
  const float line = ui.fonts.small->FontSize;
  const float rounding = kind == TagKind::controller ? std::min(0.5f * size.y, 0.8f * line) : 0.0f;

  list.AddRectFilled(low, high, hand ? palette::kSheet : palette::kPanel, rounding);
  const ImU32 edge = selected || ImGui::IsItemHovered() ? palette::kSelect : hand ? palette::kQuiet : palette::kFaint;
  list.AddRect(low, high, edge, rounding, 0, selected ? ui.px(2) : 1.0f);
  write_tag(ui, text, low, high, ui.px(hand ? 6.0f : 4.0f), ui.px(kind == TagKind::controller ? 8.0f : 4.0f),
            two_lines);

  // marks hide nothing: outside the box, or left of the value where nothing is written
  const float mark = two_lines ? 0.44f * size.y : 0.86f * size.y;
  const ImVec2 place = two_lines ? ImVec2(low.x + 0.72f * mark, high.y - 0.66f * mark)
                                 : ImVec2(low.x - 0.62f * mark, 0.5f * (low.y + high.y));
  if (text.alarm != nullptr) {
    if (!text.alarm->waits() || ui.bright())
      alarm_mark(list, place, mark, text.alarm->urgency, !text.alarm->stands(), ui.fonts.small);
  } else if (text.quality != ValueQuality::good) {
    quality_mark(list, place, mark, text.quality, ui.fonts.small);
  }
}

}  // namespace stillhouse
