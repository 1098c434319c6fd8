#include "frontend/views/pen_table.h"

#include <cmath>
#include <limits>

#include "frontend/presenter/trend_readout.h"
#include "frontend/views/palette.h"
#include "frontend/views/pen_strip.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/trend_steering.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

void number_cell(Ui& ui, double number, int decimals, ImU32 colour) {
  ImGui::TableNextColumn();
  const std::string text = std::isnan(number) ? std::string("–") : plain_number(number, decimals);
  ImFont* font = ui.fonts.normal;
  const float width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(ImGui::GetContentRegionAvail().x - width, 0.0f));
  ImGui::AlignTextToFramePadding();
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text.c_str());
  ImGui::PopStyleColor();
}

void head_cell(Ui& ui, const char* text, bool right) {
  ImGui::TableNextColumn();
  if (right) {
    const float width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, text).x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(ImGui::GetContentRegionAvail().x - width, 0.0f));
  }
  quiet_text(ui, text);
}

/// True if the pen is to be taken off.
bool pen_row(Ui& ui, std::size_t place) {
  TrendViewState& trend = ui.view.trend;
  const int index = trend.pens[place];
  const TrendPen& pen = ui.screen.lab->pens[static_cast<std::size_t>(index)];
  const TrendView& trends = ui.screen.trends;
  const bool both = trend.cursor >= 0.0 && trend.second_cursor >= 0.0;
  const CursorReading reading =
      both ? cursor_reading(trends, index, trend.cursor, trend.second_cursor)
           : CursorReading{kNothing, kNothing, kNothing, kNothing, kNothing, kNothing, kNothing};
  const double first = both                  ? reading.a
                       : trend.cursor >= 0.0 ? static_cast<double>(trends.at(index, trend.cursor))
                                             : static_cast<double>(trends.value(index, trends.end() - 1));
  const double second = both                         ? reading.b
                        : trend.second_cursor >= 0.0 ? static_cast<double>(trends.at(index, trend.second_cursor))
                                                     : kNothing;

  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const ImVec2 dash = ImGui::GetCursorScreenPos();
  const float middle = dash.y + 0.5f * ImGui::GetFrameHeight();
  dashed_line(*ImGui::GetWindowDrawList(), {{dash.x, middle}, {dash.x + ui.px(30), middle}}, pen_colour(place),
              ui.px(2), pen_style(place), ui.scale);
  ImGui::Dummy({ui.px(30), ImGui::GetFrameHeight()});
  ImGui::TableNextColumn();
  const int chosen = trend.chosen < 0 ? 0 : trend.chosen;
  if (push_button(ui, "trends.pen." + pen.tag, pen.tag.c_str(),
                  {.chosen = chosen == static_cast<int>(place), .small = true}))
    trend.chosen = static_cast<int>(place);
  ImGui::TableNextColumn();
  quiet_text(ui, ui(pen.label));
  ImGui::TableNextColumn();
  quiet_text(ui, pen.format.printed.c_str());
  const int decimals = pen.format.decimals;
  number_cell(ui, first, decimals, palette::kValue);
  note_widget(ui, "trends.pen." + pen.tag + ".a", true, plain_number(first, decimals));
  number_cell(ui, second, decimals, palette::kValue);
  note_widget(ui, "trends.pen." + pen.tag + ".b", true, plain_number(second, decimals));
  number_cell(ui, reading.difference, decimals, palette::kText);
  note_widget(ui, "trends.pen." + pen.tag + ".difference", true, plain_number(reading.difference, decimals));
  number_cell(ui, reading.rate, decimals + 1, palette::kText);
  number_cell(ui, reading.least, decimals, palette::kText);
  number_cell(ui, reading.most, decimals, palette::kText);
  number_cell(ui, reading.mean, decimals, palette::kText);
  ImGui::TableNextColumn();
  return push_button(ui, "trends.pen." + pen.tag + ".off", "×", {.small = true});
}

}  // namespace

void pen_table(Ui& ui) {
  constexpr ImGuiTableFlags kFlags =
      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit;
  if (!ImGui::BeginTable("pens", 12, kFlags)) return;
  const float number = ui.px(62);
  ImGui::TableSetupColumn("dash", ImGuiTableColumnFlags_WidthFixed, ui.px(30));
  ImGui::TableSetupColumn("tag", ImGuiTableColumnFlags_WidthFixed, ui.px(96));
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("unit", ImGuiTableColumnFlags_WidthFixed, ui.px(44));
  for (const char* name : {"a", "b", "difference", "rate", "least", "most", "mean"})
    ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, number);
  ImGui::TableSetupColumn("off", ImGuiTableColumnFlags_WidthFixed, ui.px(20));
  ImGui::TableSetupScrollFreeze(0, 1);
  const TrendViewState& trend = ui.view.trend;
  ImGui::TableNextRow();
  for (int i = 0; i < 4; ++i)
    head_cell(ui, i == 1 ? ui("trends.tag"_word) : i == 3 ? ui("trends.unit"_word) : "", false);
  head_cell(ui, trend.cursor >= 0.0 ? "A" : ui("trends.now"_word), true);
  head_cell(ui, "B", true);
  head_cell(ui, ui("trends.difference"_word), true);
  head_cell(ui, ui("trends.per_minute"_word), true);
  head_cell(ui, ui("trends.least"_word), true);
  head_cell(ui, ui("trends.most"_word), true);
  head_cell(ui, ui("trends.mean"_word), true);
  head_cell(ui, "", false);
  int off = -1;
  for (std::size_t i = 0; i < trend.pens.size(); ++i)
    if (pen_row(ui, i)) off = trend.pens[i];
  ImGui::EndTable();
  if (off >= 0) remove_pens(ui.view.trend, {off});
}

}  // namespace stillhouse
