#include "frontend/views/class_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/class_statistics_panel.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

struct ColumnHead {
  ClassColumn column;
  const char* name;
  Word word;
  float width;  ///< points; 0: what is left
};

constexpr ColumnHead kColumns[] = {{ClassColumn::student, "student", "class.student"_word, 96.0f},
                                   {ClassColumn::file, "file", "class.file"_word, 0.0f},
                                   {ClassColumn::lab, "lab", "class.lab"_word, 150.0f},
                                   {ClassColumn::score, "score", "class.score"_word, 206.0f},
                                   {ClassColumn::duration, "duration", "class.duration"_word, 58.0f},
                                   {ClassColumn::flags, "flags", "class.flags"_word, 96.0f}};

void open_row(Ui& ui, ReviewSeat& seat, std::size_t row) {
  seat.desk->open(row);
  // compared with another one at first, if there is one
  const auto state = seat.desk->state();
  const std::vector<ReviewedRun>& runs = state->runs;
  for (std::size_t i = runs.size(); i-- > 1;)
    if (const std::size_t other = (row + i) % runs.size(); runs[other].readable()) seat.other_row = other;
  seat.room_begun = false;
  seat.pointed = -1.0;
  seat.tab = 0;
  seat.criterion.clear();
  seat.mark_says.clear();
  ui.view.screen = "review";
}

void write_buttons(Ui& ui, ReviewSeat& seat) {
  const auto button = [&](const char* name, Word word, ReviewDesk::Paper paper) {
    ImGui::SameLine();
    if (push_button(ui, name, ui(word)))
      seat.paper_says = seat.desk->write(paper, ui.view.language == Language::zh, &seat.paper_failed);
  };
  button("class.html", "class.write_html"_word, ReviewDesk::Paper::html);
  button("class.pdf", "class.write_pdf"_word, ReviewDesk::Paper::pdf);
  button("class.csv", "class.write_csv"_word, ReviewDesk::Paper::csv);
}

void head_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const auto state = seat.desk->state();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(lettered(ui, seat.desk->name()));
  ImGui::SameLine(0.0f, ui.px(16));
  const auto verified =
      static_cast<std::size_t>(std::lround(state->verified * static_cast<double>(state->runs.size())));
  progress_bar(ui, "class.progress", state->verified,
               ui("class.verified_of"_word, {std::to_string(verified), std::to_string(state->runs.size())}), 190.0f);
  ImGui::SameLine(0.0f, ui.px(16));
  text_field(ui, "class.filter", seat.order.filter, ui("class.filter"_word), 180.0f);
  ImGui::SameLine();
  if (push_button(ui, "class.attention", ui("class.only_attention"_word), {.chosen = seat.order.only_attention}))
    seat.order.only_attention = !seat.order.only_attention;
  ImGui::SameLine(0.0f, ui.px(16));
  quiet_text(ui, ui("class.report"_word));
  write_buttons(ui, seat);
  if (seat.paper_says.empty()) return;
  const std::string says = ui(seat.paper_failed ? "class.not_written"_word : "class.written"_word, {seat.paper_says});
  quiet_text(ui, lettered(ui, says));
  note_widget(ui, "class.written", true, says);
}

void table_head(Ui& ui, ReviewSeat& seat) {
  ImGui::TableNextRow();
  for (const ColumnHead& head : kColumns) {
    ImGui::TableNextColumn();
    const bool chosen = seat.order.column == head.column;
    // the order is told by a sign, not by colour
    std::string label = ui(head.word);
    if (chosen) label += seat.order.descending ? " ↓" : " ↑";
    ui.letters += "↑↓";
    if (!push_button(ui, std::string("class.sort.") + head.name, label.c_str(), {.small = true})) continue;
    seat.order.descending = chosen && !seat.order.descending;
    seat.order.column = head.column;
  }
  ImGui::TableNextColumn();
}

void score_bar(Ui& ui, const ReviewedRun& run) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ui.px(44), height = ui.px(8), low = place.y + 0.5f * (ImGui::GetFrameHeight() - height);
  if (run.closed && run.grade.total > 0.0) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto share = static_cast<float>(std::clamp(run.grade.given() / run.grade.total, 0.0, 1.0));
    list.AddRectFilled({place.x, low}, {place.x + width, low + height}, palette::kSheet);
    list.AddRectFilled({place.x, low}, {place.x + share * width, low + height}, palette::kLiquid);
    list.AddRect({place.x, low}, {place.x + width, low + height}, palette::kQuiet);
  }
  ImGui::Dummy({width, ImGui::GetFrameHeight()});
  ImGui::SameLine(0.0f, ui.px(6));
}

void table_row(Ui& ui, ReviewSeat& seat, const ReviewedRun& run, std::size_t row) {
  const std::string name = "class.row." + run.name;
  ImGui::TableNextRow(ImGuiTableRowFlags_None, ImGui::GetFrameHeight() + ui.px(4));
  ImGui::PushID(static_cast<int>(row));
  ImGui::TableNextColumn();
  const bool chosen = seat.any_chosen && seat.chosen == row;
  if (ImGui::Selectable("##row", chosen, ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap,
                        {0.0f, ImGui::GetFrameHeight()})) {
    seat.chosen = row;
    seat.any_chosen = true;
  }
  note_widget(ui, name, true, run.readable() ? score_words(ui, run) : run.reason);
  ImGui::SameLine(0.0f, 0.0f);
  ImGui::AlignTextToFramePadding();
  const std::string& who = run.student.empty() ? run.operator_name : run.student;
  ImGui::TextUnformatted(lettered(ui, who.empty() ? std::string("–") : who));
  ImGui::TableNextColumn();
  quiet_text(ui, cut_to(ui, run.name, ImGui::GetContentRegionAvail().x).c_str());
  ImGui::TableNextColumn();
  if (run.readable())
    quiet_text(ui, cut_to(ui, say(run.title, ui.view.language), ImGui::GetContentRegionAvail().x).c_str());
  ImGui::TableNextColumn();
  if (run.readable()) {
    score_bar(ui, run);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(lettered(ui, score_words(ui, run)));
  }
  ImGui::TableNextColumn();
  if (run.readable()) quiet_text(ui, clock_text(run.duration).c_str());
  ImGui::TableNextColumn();
  flag_signs(ui, run, false);
  ImGui::TableNextColumn();
  if (push_button(ui, "class.open." + run.name, ui("class.open"_word), {.enabled = run.readable(), .small = true}))
    open_row(ui, seat, row);
  ImGui::PopID();
}

void table_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const auto state = seat.desk->state();
  if (!state->read) {
    quiet_text(ui, ui("class.reading"_word));
    return;
  }
  const std::vector<std::size_t> rows = rows_shown(state->runs, seat.order);
  constexpr int kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH;
  if (ImGui::BeginTable("class", 7, kFlags)) {
    for (const ColumnHead& head : kColumns)
      ImGui::TableSetupColumn(head.name,
                              head.width > 0.0f ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch,
                              head.width > 0.0f ? ui.px(head.width) : 1.0f);
    ImGui::TableSetupColumn("open", ImGuiTableColumnFlags_WidthFixed, ui.px(52));
    ImGui::TableSetupScrollFreeze(0, 1);
    table_head(ui, seat);
    for (const std::size_t row : rows) table_row(ui, seat, state->runs[row], row);
    ImGui::EndTable();
  }
  if (rows.empty()) quiet_text(ui, ui("class.none_shown"_word));
}

void flags_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const auto state = seat.desk->state();
  if (!seat.any_chosen || seat.chosen >= state->runs.size()) {
    quiet_paragraph(ui, ui("class.choose_row"_word));
    quiet_paragraph(ui, lettered(ui, haste_definition()));
    return;
  }
  const ReviewedRun& run = state->runs[seat.chosen];
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(lettered(ui, run.name));
  ImGui::BeginChild("flags");
  for (const RunFlag& flag : flags_of(run)) {
    const std::string line = flag.sign + "  " + ui("text.says"_word, {ui(flag.name), ui(flag.says)});
    wrapped_text(ui, lettered(ui, line));
    note_widget(ui, "class.flag." + flag.id, true, line);
    if (flag.id == "haste") quiet_paragraph(ui, lettered(ui, haste_definition()));
  }
  ImGui::EndChild();
}

}  // namespace

void class_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  ReviewSeat& seat = review_seat(ui);
  if (!seat.desk) {
    panel(ui, "class.empty", low, high, [](Ui& inner) { quiet_paragraph(inner, inner("class.nothing_open"_word)); });
    return;
  }
  const float gap = ui.px(6), head = ui.px(seat.paper_says.empty() ? 36 : 60);
  const float right = std::floor(low.x + 0.66f * (high.x - low.x));
  const float foot = std::floor(high.y - std::clamp(0.2f * (high.y - low.y), ui.px(96), ui.px(180)));
  panel(ui, "class.head", low, {high.x, low.y + head}, head_panel);
  const float top = low.y + head + gap;
  panel(ui, "class.table", {low.x, top}, {right, foot - gap}, table_panel);
  panel(ui, "class.flags", {low.x, foot}, {right, high.y}, flags_panel);
  panel(ui, "class.statistics", {right + gap, top}, high, class_statistics_panel);
}

}  // namespace stillhouse
