#include "frontend/views/tag_list.h"

#include <cmath>

#include "frontend/views/entries.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/trend_steering.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

const char* kind_word(const Ui& ui, TagRow::Kind kind) {
  switch (kind) {
    case TagRow::Kind::controller:
      return ui("trends.controllers"_word);
    case TagRow::Kind::reading:
      return ui("trends.readings"_word);
    case TagRow::Kind::sample:
      return ui("trends.samples"_word);
    case TagRow::Kind::handle:
      return ui("trends.handles"_word);
    case TagRow::Kind::truth:
      break;
  }
  return ui("trends.truth"_word);
}

void tag_row(Ui& ui, const TagRow& row) {
  TrendViewState& trend = ui.view.trend;
  const bool drawn = are_drawn(trend, row.pens);
  const std::string name = std::string("trends.tag.") + row.tag;
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui.px(24);
  ImGui::PushID(row.tag.c_str());
  ImGui::PushID(static_cast<int>(row.kind));
  const bool clicked = ImGui::InvisibleButton("row", {width, height});
  note_widget(ui, row.kind == TagRow::Kind::controller ? name + ".group" : name, true, drawn ? "drawn" : "");
  drag_tags(ui, row.pens, row.tag.c_str());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered() || ImGui::IsItemFocused())
    list.AddRectFilled(place, {place.x + width, place.y + height}, IM_COL32(0xCB, 0xD6, 0xDF, 255));
  // a box that is ticked when it is drawn
  const float box = ui.px(11), top = std::floor(place.y + 0.5f * (height - box));
  list.AddRect({place.x + ui.px(2), top}, {place.x + ui.px(2) + box, top + box}, palette::kQuiet);
  if (drawn)
    list.AddRectFilled({place.x + ui.px(4.5f), top + ui.px(2.5f)},
                       {place.x + ui.px(2) + box - ui.px(2.5f), top + box - ui.px(2.5f)}, palette::kSelect);
  ImFont* font = ui.fonts.small;
  const float text = std::floor(place.y + 0.5f * (height - font->FontSize));
  const float tag_left = place.x + ui.px(18);
  list.AddText(font, font->FontSize, {tag_left, text}, palette::kText, row.tag.c_str());
  const float says_left = std::max(
      tag_left + ui.px(72), tag_left + font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, row.tag.c_str()).x + ui.px(8));
  const std::string says = cut_to(ui, ui(row.says), place.x + width - says_left);
  list.AddText(font, font->FontSize, {says_left, text}, palette::kQuiet, says.c_str());
  ImGui::PopID();
  ImGui::PopID();
  if (!clicked) return;
  if (drawn) {
    remove_pens(trend, row.pens);
  } else {
    add_pens(trend, row.pens);
  }
}

void groups(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  quiet_text(ui, ui("trends.groups"_word));
  const float button = ui.px(64);
  bool keep = text_entry(ui, "trends.group.name", ui("trends.group_name"_word),
                         ImGui::GetContentRegionAvail().x - button - ui.px(6));
  ImGui::SameLine();
  const bool named = !ui.view.typed["trends.group.name"].empty() && !trend.pens.empty();
  keep |= push_button(ui, "trends.group.keep", ui("trends.keep"_word), {.enabled = named, .width = 64.0f});
  if (keep && named) {
    keep_group(trend.groups, ui.view.typed["trends.group.name"], *ui.screen.lab, trend.pens);
    ui.view.typed["trends.group.name"].clear();
  }
  int forgotten = -1;
  for (std::size_t i = 0; i < trend.groups.size(); ++i) {
    const PenGroup& group = trend.groups[i];
    ImGui::PushID(static_cast<int>(i));
    if (push_button(ui, "trends.group." + std::to_string(i), group.name.c_str(), {.small = true})) {
      trend.pens = pens_of(group, ui.screen);
      trend.chosen = -1;
    }
    ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "trends.group." + std::to_string(i) + ".forget", "×", {.small = true}))
      forgotten = static_cast<int>(i);
    ImGui::PopID();
    // side by side as far as there is room
    const float end = ImGui::GetItemRectMax().x + ui.px(80);
    if (i + 1 < trend.groups.size() && end < ImGui::GetWindowPos().x + ImGui::GetContentRegionMax().x)
      ImGui::SameLine(0.0f, ui.px(6));
  }
  if (forgotten >= 0) trend.groups.erase(trend.groups.begin() + forgotten);
}

}  // namespace

void tag_list(Ui& ui) {
  text_entry(ui, "trends.find", ui("trends.find"_word), ImGui::GetContentRegionAvail().x);
  const float below = ui.px(ui.view.trend.groups.empty() ? 54.0f : 88.0f);
  ImGui::BeginChild("tags", {0.0f, -below});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0.0f, 0.0f));
  const std::vector<TagRow> rows = tag_rows(ui.screen, ui.view.typed["trends.find"]);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i].kind != rows[i - 1].kind) quiet_text(ui, kind_word(ui, rows[i].kind));
    tag_row(ui, rows[i]);
  }
  if (rows.empty()) quiet_text(ui, ui("trends.none_found"_word));
  ImGui::PopStyleVar();
  ImGui::EndChild();
  ImGui::BeginChild("groups", {0.0f, 0.0f});
  groups(ui);
  ImGui::EndChild();
}

}  // namespace stillhouse
