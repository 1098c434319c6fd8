#include "frontend/views/face_parts.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void face_head(Ui& ui, const std::string& tag, const Text& says, std::initializer_list<int> pens) {
  ImGui::PushFont(ui.fonts.large);
  ImGui::TextUnformatted(tag.c_str());
  note_widget(ui, "face.tag", true, tag);
  ImGui::PopFont();
  // the sentence beside the tag, as far as there is room before the button
  const float button =
      ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, ui("face.show_trend"_word)).x;
  const float end = ImGui::GetContentRegionMax().x - button - ui.px(14);
  ImGui::SameLine(0.0f, ui.px(10));
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float line = ui.fonts.large->FontSize, text = ui.fonts.normal->FontSize;
  const ImVec4 clip{place.x, place.y, ImGui::GetWindowPos().x + end - ui.px(6), place.y + line + ui.px(4)};
  ImGui::GetWindowDrawList()->AddText(ui.fonts.normal, text, {place.x, place.y + 0.5f * (line - text) + ui.px(1)},
                                      palette::kQuiet, ui(says), nullptr, 0.0f, &clip);
  ImGui::SameLine(end);
  if (push_button(ui, "face." + tag + ".trend", ui("face.show_trend"_word), {.small = true})) {
    ui.view.trend.pens.clear();
    for (const int pen : pens)
      if (pen >= 0) ui.view.trend.pens.push_back(pen);
  }
}

void face_bar(Ui& ui, double value, double low, double high, const std::vector<BarMark>& marks, bool good) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x - ui.px(2), height = ui.px(10), top = place.y + ui.px(7);
  const double span = high > low ? high - low : 1.0;
  const auto across = [&](double v) {
    return place.x + width * static_cast<float>(std::clamp((v - low) / span, 0.0, 1.0));
  };
  list.AddRectFilled({place.x, top}, {place.x + width, top + height}, palette::kSheet);
  if (good && std::isfinite(value)) list.AddRectFilled({place.x, top}, {across(value), top + height}, palette::kLiquid);
  list.AddRect({place.x, top}, {place.x + width, top + height}, palette::kQuiet);
  for (const BarMark& mark : marks) {
    const float x = across(mark.value), r = ui.px(5);
    if (mark.upper) {
      list.AddTriangleFilled({x - r, top - r - ui.px(1)}, {x + r, top - r - ui.px(1)}, {x, top + ui.px(1)},
                             palette::kText);
    } else {
      list.AddLine({x, top - ui.px(2)}, {x, top + height + ui.px(2)}, palette::kText, ui.px(1));
      if (mark.urgency > 0)
        alarm_mark(list, {x, top + height + ui.px(8)}, ui.px(11), mark.urgency, true, ui.fonts.small);
    }
  }
  ImGui::Dummy({width, height + ui.px(marks.empty() ? 10 : 22)});
}

void face_value(Ui& ui, const char* label, const std::string& value, const std::string& unit) {
  const float left = ImGui::GetCursorPosX();
  ImGui::PushFont(ui.fonts.large);
  const float line = ImGui::GetTextLineHeight();
  ImGui::PopFont();
  const float top = ImGui::GetCursorPosY();
  ImGui::SetCursorPosY(top + 0.5f * (line - ui.fonts.small->FontSize) - ImGui::GetStyle().FramePadding.y + ui.px(2));
  quiet_text(ui, label);
  ImGui::SameLine(left + ui.px(74));
  ImGui::SetCursorPosY(top);
  ImGui::PushFont(ui.fonts.large);
  ImGui::PushStyleColor(ImGuiCol_Text, palette::kValue);
  ImGui::TextUnformatted(value.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::SameLine(0.0f, ui.px(4));
  ImGui::SetCursorPosY(top + line - ui.fonts.small->FontSize - ui.px(3));
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, palette::kQuiet);
  ImGui::TextUnformatted(unit.c_str());
  ImGui::PopStyleColor();
  ImGui::PopFont();
  ImGui::SetCursorPosY(top + line + ui.px(2));
}

std::optional<double> step_buttons(Ui& ui, const std::string& name, double value, double low, double high,
                                   bool enabled) {
  std::optional<double> wanted;
  const double span = high - low;
  constexpr struct {
    const char* label;
    const char* name;
    double share;
  } kSteps[] = {{"-10%", ".down10", -0.1}, {"-1%", ".down1", -0.01}, {"+1%", ".up1", 0.01}, {"+10%", ".up10", 0.1}};
  bool first = true;
  for (const auto& step : kSteps) {
    if (!first) ImGui::SameLine(0.0f, ui.px(3));
    first = false;
    if (push_button(ui, name + step.name, step.label, {.enabled = enabled, .width = 46.0f, .small = true}))
      wanted = std::clamp(value + step.share * span, low, high);
  }
  return wanted;
}

void face_range(Ui& ui, const NumberFormat& format, double low, double high) {
  quiet_text(ui, (std::string(ui("face.range"_word)) + " " + number_text(low, format) + " – " +
                  number_text(high, format) + " " + format.printed)
                     .c_str());
}

std::vector<BarMark> limit_marks(const Ui& ui, int pen) {
  std::vector<BarMark> marks;
  if (pen < 0) return marks;
  const TrendPen& found = ui.screen.lab->pens[static_cast<std::size_t>(pen)];
  for (const TrendLimit& limit : found.limits)
    marks.push_back({si_number(limit.value, found.format), false, limit.priority});
  return marks;
}

}  // namespace stillhouse
