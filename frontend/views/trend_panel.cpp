#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/trend_plot.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Time windows, scale, and choice of pens.
void trend_controls(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  constexpr struct {
    Word word;
    const char* name;
    double length;
  } kWindows[] = {{"trends.window_10_minutes"_word, "trend.10", 600.0},
                  {"trends.window_30_minutes"_word, "trend.30", 1800.0},
                  {"trends.window_60_minutes"_word, "trend.60", 3600.0}};
  for (const auto& window : kWindows) {
    const bool chosen = trend.follows && std::abs(trend.length - window.length) < 0.5;
    if (push_button(ui, window.name, ui(window.word), {.chosen = chosen, .small = true})) {
      trend.length = window.length;
      trend.follows = true;
    }
    ImGui::SameLine(0.0f, ui.px(2));
  }
  if (push_button(ui, "trend.all", ui("trends.whole_run"_word), {.small = true})) {
    trend.length = std::max(ui.screen.time, 60.0);
    trend.end = trend.length;
    trend.follows = true;
  }
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "trend.now", ui("trends.follow"_word), {.chosen = trend.follows, .small = true})) {
    trend.follows = true;
    trend.cursor = trend.marked_from = trend.marked_to = -1.0;
  }
  ImGui::SameLine(0.0f, ui.px(10));
  if (push_button(ui, "trend.fit", ui("trends.fit_scale"_word), {.chosen = trend.fits, .small = true}))
    trend.fits = !trend.fits;
  ImGui::SameLine(0.0f, ui.px(10));
  const bool room = trend.pens.size() < static_cast<std::size_t>(palette::kPens);
  if (push_button(ui, "trend.add", ui("trends.add_pen"_word), {.enabled = room, .small = true}))
    ImGui::OpenPopup("pens");

  ImGui::SetNextWindowSizeConstraints({ui.px(260), 0.0f}, {ui.px(420), ui.px(330)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(6)));
  const bool open = ImGui::BeginPopup("pens");
  ImGui::PopStyleVar();
  if (open) {
    for (std::size_t i = 0; i < ui.screen.lab->pens.size(); ++i) {
      const TrendPen& pen = ui.screen.lab->pens[i];
      const int index = static_cast<int>(i);
      // the truth is for afterwards
      if (pen.kind == PenKind::truth && !ui.screen.ended()) continue;
      if (std::find(trend.pens.begin(), trend.pens.end(), index) != trend.pens.end()) continue;
      const std::string label = pen.tag + "   " + ui(pen.label);
      if (ImGui::Selectable(label.c_str())) trend.pens.push_back(index);
      note_widget(ui, "trend.add." + pen.tag, true, label);
    }
    ImGui::EndPopup();
  }
}

/// One chip a pen: its dash, tag and value at the cursor. A click takes it off.
void legend(Ui& ui, double cursor) {
  TrendViewState& trend = ui.view.trend;
  int removed = -1;
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  for (std::size_t i = 0; i < trend.pens.size(); ++i) {
    const int index = trend.pens[i];
    const TrendPen& pen = ui.screen.lab->pens[static_cast<std::size_t>(index)];
    const TrendView& trends = ui.screen.trends;
    const double value =
        static_cast<double>(cursor >= 0.0 ? trends.at(index, cursor) : trends.value(index, trends.end() - 1));
    const std::string text = pen.tag + "  " + plain_number(value, pen.format.decimals) + " " + pen.format.printed;
    ImFont* font = ui.fonts.small;
    const float dash = ui.px(22), cross = ui.px(14);
    const float wide = dash + font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x + cross + ui.px(10);
    if (i > 0) {
      ImGui::SameLine(0.0f, ui.px(6));
      if (ImGui::GetCursorScreenPos().x + wide > right) ImGui::NewLine();
    }
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float height = font->FontSize + ui.px(5);
    ImGui::PushID(index);
    if (ImGui::InvisibleButton("pen", {wide, height})) removed = static_cast<int>(i);
    note_widget(ui, "trend.pen." + pen.tag, true, text);
    ImGui::PopID();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = palette::kPen[i % palette::kPens];
    const float middle = place.y + 0.5f * height;
    if (ImGui::IsItemHovered()) list.AddRect(place, {place.x + wide, place.y + height}, palette::kSelect);
    dashed_line(list, {{place.x + ui.px(2), middle}, {place.x + dash - ui.px(3), middle}}, colour, ui.px(2),
                static_cast<int>(i), ui.scale);
    list.AddText(font, font->FontSize, {place.x + dash, place.y + ui.px(2)}, palette::kText, text.c_str());
    const float x = place.x + wide - cross + ui.px(3), r = ui.px(3);
    list.AddLine({x - r, middle - r}, {x + r, middle + r}, palette::kQuiet);
    list.AddLine({x - r, middle + r}, {x + r, middle - r}, palette::kQuiet);
  }
  if (removed >= 0) trend.pens.erase(trend.pens.begin() + removed);
}

}  // namespace

void trend_panel(Ui& ui) {
  trend_controls(ui);
  if (ui.view.trend.pens.empty()) {
    quiet_text(ui, ui("trends.no_pens"_word));
    return;
  }
  // the legend stands above the plot but says what the plot's cursor found: the last frame's
  static constexpr const char* kCursor = "trend cursor";
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  const ImGuiID id = ImGui::GetID(kCursor);
  legend(ui, static_cast<double>(storage.GetFloat(id, -1.0f)));
  storage.SetFloat(id, static_cast<float>(trend_plot(ui)));
}

}  // namespace stillhouse
