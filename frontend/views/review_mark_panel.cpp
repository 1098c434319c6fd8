#include <algorithm>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/review_screen.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Gives the mark that was typed, or says why not.
void give(Ui& ui, ReviewSeat& seat) {
  const std::optional<double> points = typed_number(ui.view.typed["review.points"]);
  if (!points) {
    seat.mark_says = ui("review.points_missing"_word);
    return;
  }
  seat.mark_says = seat.desk->mark(seat.criterion, *points, ui.view.typed["review.reason"], ui.view.typed["review.by"]);
  if (!seat.mark_says.empty()) return;
  ui.view.typed["review.points"].clear();
  ui.view.typed["review.reason"].clear();
  seat.criterion.clear();
}

void entry(Ui& ui, ReviewSeat& seat, const MarkedCriterion& criterion, double total) {
  const MarkRange range = mark_range(criterion, total);
  quiet_text(ui, ui("review.points_from_to"_word, {plain_number(range.low, 0), plain_number(range.high, 0)}).c_str());
  ImGui::SameLine();
  text_field(ui, "review.points", ui.view.typed["review.points"], ui("review.points"_word), 60.0f);
  ImGui::SameLine();
  text_field(ui, "review.reason", ui.view.typed["review.reason"], ui("review.reason"_word), 320.0f);
  ImGui::SameLine();
  text_field(ui, "review.by", ui.view.typed["review.by"], ui("review.by"_word), 120.0f);
  ImGui::SameLine();
  if (push_button(ui, "review.give", ui("review.give"_word))) give(ui, seat);
  ImGui::SameLine();
  if (push_button(ui, "review.cancel", ui("review.cancel"_word))) seat.criterion.clear();
  if (seat.mark_says.empty()) return;
  wrapped_text(ui, lettered(ui, seat.mark_says));
  note_widget(ui, "review.mark_says", true, seat.mark_says);
}

void evidence(Ui& ui, const RunUnderReview& run, const std::string& id) {
  int number = 0;
  for (const TimelineMark& mark : run.timeline) {
    if (mark.lane != TimelineLane::lost || mark.criterion != id) continue;
    const std::string name = "review.lost." + id + "." + std::to_string(number++);
    if (push_button(ui, name, clock_text(mark.from).c_str(), {.small = true})) {
      review_seek(ui, mark.from);
      review_seat(ui).tab = 0;
    }
    ImGui::SameLine();
    const std::string words = "−" + plain_number(mark.lost, 1) + "  " + say(mark.says, ui.view.language);
    quiet_paragraph(ui, lettered(ui, words));
  }
}

}  // namespace

void review_mark_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const RunUnderReview& run = *seat.desk->open_run();
  const auto state = seat.desk->state();
  const ReviewedRun& row = state->runs[run.row];
  quiet_paragraph(ui, ui("review.marks_help"_word));
  if (!row.closed) {
    quiet_paragraph(ui, ui("review.not_closed"_word));
    return;
  }
  constexpr int kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable("marks", 4, kFlags)) return;
  ImGui::TableSetupColumn("criterion", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("computed", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupColumn("given", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupColumn("change", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableNextRow();
  for (const Word word : {"class.criterion"_word, "review.computed"_word, "review.given"_word}) {
    ImGui::TableNextColumn();
    quiet_text(ui, ui(word));
  }
  for (const MarkedCriterion& criterion : row.grade.criteria) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, lettered(ui, criterion.title));
    if (criterion.mark) {
      const std::string why =
          ui("review.marked_by"_word, {criterion.mark->by, criterion.mark->wall, criterion.mark->reason});
      quiet_paragraph(ui, lettered(ui, why));
      note_widget(ui, "review.why." + criterion.id, true, why);
    }
    if (criterion.by_person)
      quiet_paragraph(ui, lettered(ui, ui("text.says"_word, {ui("person.title"_word), ui(criterion.look_at)})));
    evidence(ui, run, criterion.id);
    if (seat.criterion == criterion.id) entry(ui, seat, criterion, row.grade.total);
    ImGui::TableNextColumn();
    const std::string of = criterion.points > 0.0 ? " / " + plain_number(criterion.points, 0) : std::string();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(criterion.by_person ? "–" : (plain_number(criterion.computed, 1) + of).c_str());
    ImGui::TableNextColumn();
    const std::string given = criterion.mark      ? plain_number(criterion.given(), 1) + of
                              : criterion.waits() ? ui("person.waits"_word) + of
                                                  : std::string("–");
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(given.c_str());
    note_widget(ui, "review.given." + criterion.id, true, given);
    ImGui::TableNextColumn();
    if (push_button(ui, "review.change." + criterion.id,
                    criterion.waits() ? ui("review.mark"_word) : ui("review.change"_word), {.small = true})) {
      seat.criterion = criterion.id;
      seat.mark_says.clear();
    }
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
