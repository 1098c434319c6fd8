#include "frontend/views/class_statistics_panel.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void small_text(Ui& ui, ImVec2 place, const std::string& text, float align = 0.5f) {
  ImFont* font = ui.fonts.small;
  const float width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(place.x - align * width), std::floor(place.y)},
                                      palette::kQuiet, text.c_str());
}

void histogram(Ui& ui, const ScoreDistribution& scores) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui.px(130);
  const ImVec2 low{place.x + ui.px(10), place.y + ui.px(18)};
  const ImVec2 high{place.x + width - ui.px(16), place.y + height - ui.px(18)};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const int most = std::max(1, *std::max_element(scores.bins.begin(), scores.bins.end()));
  const float step = (high.x - low.x) / static_cast<float>(ScoreDistribution::kBins);
  list.AddRectFilled({low.x, place.y}, high, palette::kSheet);
  for (int i = 0; i <= ScoreDistribution::kBins; ++i) {
    const float x = low.x + step * static_cast<float>(i);
    if (i % 2 == 0)
      small_text(ui, {x, high.y + ui.px(3)}, std::to_string(10 * i) + (i == ScoreDistribution::kBins ? "%" : ""));
    if (i == ScoreDistribution::kBins) break;
    const int count = scores.bins[static_cast<std::size_t>(i)];
    if (count == 0) continue;
    const float top = high.y - (high.y - low.y) * static_cast<float>(count) / static_cast<float>(most);
    list.AddRectFilled({x + ui.px(2), top}, {x + step - ui.px(2), high.y}, palette::kLiquid);
    small_text(ui, {x + 0.5f * step, top - ui.px(15)}, std::to_string(count));
  }
  list.AddLine({low.x, high.y}, high, palette::kQuiet, ui.px(1));
  const float mean = low.x + (high.x - low.x) * static_cast<float>(std::clamp(scores.mean / 100.0, 0.0, 1.0));
  for (float y = place.y; y < high.y; y += ui.px(8))
    list.AddLine({mean, y}, {mean, std::min(y + ui.px(5), high.y)}, palette::kText, ui.px(1.5f));
  ImGui::Dummy({width, height});
  note_widget(ui, "class.distribution", true, std::to_string(scores.runs));
}

std::string two(const std::optional<double>& number) {
  return number ? plain_number(*number, 2) : std::string("–");
}

void item_table(Ui& ui, const LabStatistics& lab) {
  if (!ImGui::BeginTable("items", 5, ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH)) return;
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch);
  for (const char* column : {"points", "p", "r", "D"})
    ImGui::TableSetupColumn(column, ImGuiTableColumnFlags_WidthFixed, ui.px(column[1] == '\0' ? 40 : 44));
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  quiet_text(ui, ui("class.criterion"_word));
  for (const Word word :
       {"class.points"_word, "class.difficulty"_word, "class.discrimination"_word, "class.upper_lower"_word}) {
    ImGui::TableNextColumn();
    const float width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, ui(word)).x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, ImGui::GetContentRegionAvail().x - width));
    quiet_text(ui, ui(word));
  }
  for (const ItemStatistics& item : lab.items) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, lettered(ui, item.title));
    for (const std::string& number : {plain_number(item.points, 0), plain_number(item.difficulty, 2),
                                      two(item.discrimination), two(item.upper_lower)}) {
      ImGui::TableNextColumn();
      const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(number.c_str()).x;
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, room));
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(number.c_str());
    }
    note_widget(ui, "class.item." + item.id, true, plain_number(item.difficulty, 2) + " " + two(item.discrimination));
  }
  ImGui::EndTable();
}

}  // namespace

void class_statistics_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const auto state = seat.desk->state();
  if (state->labs.empty()) {
    quiet_paragraph(ui, ui("class.no_scores"_word));
    return;
  }
  seat.lab = std::min(seat.lab, state->labs.size() - 1);
  if (state->labs.size() > 1) {
    for (std::size_t i = 0; i < state->labs.size(); ++i)
      if (push_button(ui, "class.lab." + state->labs[i].lab, lettered(ui, state->labs[i].title),
                      {.chosen = i == seat.lab, .small = true}))
        seat.lab = i;
  }
  const LabStatistics& lab = state->labs[seat.lab];
  const ScoreDistribution& scores = lab.scores;
  ImGui::BeginChild("statistics");
  wrapped_text(ui, lettered(ui, lab.title));
  quiet_paragraph(ui, ui("class.summary"_word, {std::to_string(scores.runs), plain_number(scores.mean, 1),
                                                scores.runs > 1 ? plain_number(scores.deviation, 1) : std::string("–"),
                                                plain_number(scores.median, 1), plain_number(scores.lowest, 1),
                                                plain_number(scores.highest, 1)})
                          .c_str());
  histogram(ui, scores);
  quiet_paragraph(ui, ui("class.histogram"_word));
  item_table(ui, lab);
  quiet_paragraph(ui, lettered(ui, item_definition()));
  ImGui::EndChild();
}

}  // namespace stillhouse
