#include "frontend/views/review_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/notebook_entries.h"
#include "frontend/views/panels.h"
#include "frontend/views/plant_screen.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/screens.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void head_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const RunUnderReview& run = *seat.desk->open_run();
  const auto state = seat.desk->state();
  const ReviewedRun& row = state->runs[run.row];
  if (push_button(ui, "review.back", ui("review.back"_word))) {
    ui.view.screen = "class";
    return;
  }
  ImGui::SameLine(0.0f, ui.px(12));
  const std::string& who = row.student.empty() ? row.operator_name : row.student;
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(lettered(ui, who.empty() ? row.name : who));
  ImGui::SameLine(0.0f, ui.px(12));
  quiet_text(ui, lettered(ui, row.name + " · " + say(row.title, ui.view.language)));
  ImGui::SameLine(0.0f, ui.px(16));
  const std::string score = score_words(ui, row);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(lettered(ui, score));
  note_widget(ui, "review.score", true, score);
  ImGui::SameLine(0.0f, ui.px(16));
  flag_signs(ui, row, true);
}

/// The control room at the moment shown. Its buttons are there but nothing can be commanded: the run is over.
void room_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const RunUnderReview& run = *seat.desk->open_run();
  if (!run.seen->screen) return;
  const ScreenState& screen = *run.seen->screen;
  if (!seat.room_begun) {
    seat.room = ViewState{};
    begin_screens(seat.room, screen);
    seat.room_begun = true;
  }
  seat.room.language = ui.view.language;
  static NoRunControl no_control;
  Ui room{screen, no_control, ui.desk, seat.room, ui.widgets, ui.letters, ui.fonts, ui.scale, ui.blink};
  room.role = Role::student;
  room.looks_on = true;
  room.has_run = true;
  plant_screen(room);
}

/// The student's notebook as it was at the end of the run.
void notebook_tab(Ui& ui) {
  const RunUnderReview& run = *review_seat(ui).desk->open_run();
  if (!run.seen->screen) return;
  if (run.seen->notebook.empty()) return quiet_paragraph(ui, ui("review.notebook_empty"_word));
  ScreenState pages;
  pages.lab = run.seen->screen->lab;
  pages.trends = run.seen->whole;
  pages.notebook = run.seen->notebook;
  static NoRunControl no_control;
  Ui book{pages, no_control, ui.desk, ui.view, ui.widgets, ui.letters, ui.fonts, ui.scale, ui.blink};
  ImGui::BeginChild("notebook");
  // a click on a photograph goes to the moment when its trend ends
  if (const int clicked = notebook_entries(book, "review.notebook."); clicked >= 0)
    review_seek(ui, pages.notebook[static_cast<std::size_t>(clicked)].photograph->to);
  ImGui::EndChild();
}

void tabs_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  seat.tab = tab_row(ui, "review.tab",
                     {ui("review.room"_word), ui("review.events"_word), ui("review.marks"_word),
                      ui("review.compare"_word), ui("notebook.title"_word)},
                     seat.tab);
  switch (seat.tab) {
    case 1:
      return review_event_panel(ui);
    case 2:
      return review_mark_panel(ui);
    case 3:
      return review_comparison_panel(ui);
    case 4:
      return notebook_tab(ui);
    default:
      return room_panel(ui);
  }
}

void nothing_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  if (!seat.desk) {
    quiet_paragraph(ui, ui("class.nothing_open"_word));
    return;
  }
  if (push_button(ui, "review.back", ui("review.back"_word))) ui.view.screen = "class";
  RunUnderReview* run = seat.desk->open_run();
  if (run == nullptr)
    quiet_paragraph(ui, ui("review.none"_word));
  else if (!run->failure.empty()) {
    wrapped_text(ui, lettered(ui, run->failure));
    note_widget(ui, "review.failure", true, run->failure);
  } else
    progress_bar(ui, "review.progress", run->seen ? run->seen->progress : 0.0, ui("review.simulating"_word), 320.0f);
}

}  // namespace

void review_seek(Ui& ui, double time) {
  ReviewSeat& seat = review_seat(ui);
  RunUnderReview* run = seat.desk ? seat.desk->open_run() : nullptr;
  if (run == nullptr || !run->playback || !run->seen) return;
  seat.pointed = std::clamp(time, 0.0, run->seen->end);
  run->playback->seek(seat.pointed);
}

void review_screen(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const auto [low, high] = screen_area(ui);
  RunUnderReview* run = seat.desk ? seat.desk->open_run() : nullptr;
  const bool known = run != nullptr && run->row < seat.desk->state()->runs.size();
  if (!known || !run->failure.empty() || !run->seen || !run->seen->ready) {
    panel(ui, "review.nothing", low, high, nothing_panel);
    return;
  }
  const float gap = ui.px(6), head = ui.px(36),
              line = std::floor(std::clamp(0.18f * (high.y - low.y), ui.px(112), ui.px(200)));
  panel(ui, "review.head", low, {high.x, low.y + head}, head_panel);
  if (ui.view.screen != "review") return;  // somebody went back
  panel(ui, "review.timeline", {low.x, low.y + head + gap}, {high.x, low.y + head + gap + line}, review_timeline_panel);
  panel(ui, "review.tabs", {low.x, low.y + head + line + 2.0f * gap}, high, tabs_panel);
}

}  // namespace stillhouse
