#include <algorithm>
#include <cmath>
#include <limits>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/review_screen.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void choice(Ui& ui, ReviewSeat& seat, const RunUnderReview& run) {
  const auto state = seat.desk->state();
  if (push_button(ui, "review.good", ui("review.with_good"_word), {.chosen = run.other && run.other_name == "good"}))
    seat.desk->compare_with_good();
  ImGui::SameLine(0.0f, ui.px(12));
  if (push_button(ui, "review.other_before", "<", {.small = true}) && !state->runs.empty())
    seat.other_row = (seat.other_row + state->runs.size() - 1) % state->runs.size();
  ImGui::SameLine();
  seat.other_row = std::min(seat.other_row, state->runs.size() - 1);
  const ReviewedRun& other = state->runs[seat.other_row];
  const std::string label = ui("review.with_run"_word, {other.name});
  if (push_button(ui, "review.other", lettered(ui, label), {.enabled = other.readable() && seat.other_row != run.row}))
    seat.desk->compare_with(seat.other_row);
  ImGui::SameLine();
  if (push_button(ui, "review.other_after", ">", {.small = true}))
    seat.other_row = (seat.other_row + 1) % state->runs.size();
  if (!run.other) return;
  ImGui::SameLine(0.0f, ui.px(12));
  if (push_button(ui, "review.end_comparison", ui("review.end_comparison"_word))) seat.desk->end_comparison();
}

std::string side(Ui& ui, const PlaybackState& run, const std::optional<Command>& command, std::size_t place,
                 double time) {
  return command ? clock_text(time) + " " + ui(run.said[place]) : std::string(ui("review.nothing_more"_word));
}

void parting_line(Ui& ui, const RunUnderReview& run) {
  std::string words = ui("review.no_parting"_word);
  if (run.parting) {
    const Parting& at = *run.parting;
    words = ui("review.parting"_word, {clock_text(at.time), side(ui, *run.seen, at.here, at.here_at, at.here_time),
                                       side(ui, *run.other->state(), at.other, at.other_at, at.other_time)});
  }
  quiet_paragraph(ui, lettered(ui, words));
  note_widget(ui, "review.parting", true, words);
  if (run.parting && push_button(ui, "review.go_parting", ui("review.go_parting"_word), {.small = true})) {
    review_seek(ui, run.parting->time);
    review_seat(ui).tab = 0;
  }
}

std::string span_text(const std::optional<double>& from, const std::optional<double>& to) {
  if (!from && !to) return "–";
  return (from ? clock_text(*from) : std::string("…")) + " – " + (to ? clock_text(*to) : std::string("…"));
}

void step_table(Ui& ui, const RunUnderReview& run) {
  constexpr int kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable("steps", 4, kFlags)) return;
  ImGui::TableSetupColumn("step", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("here", ImGuiTableColumnFlags_WidthFixed, ui.px(112));
  ImGui::TableSetupColumn("other", ImGuiTableColumnFlags_WidthFixed, ui.px(112));
  ImGui::TableSetupColumn("later", ImGuiTableColumnFlags_WidthFixed, ui.px(56));
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableNextRow();
  for (const Word word : {"review.step"_word, "review.this_run"_word, "review.other_run"_word, "review.later_s"_word}) {
    ImGui::TableNextColumn();
    quiet_text(ui, ui(word));
  }
  for (const StepTimes& step : run.steps) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, lettered(ui, step.says));
    ImGui::TableNextColumn();
    quiet_text(ui, span_text(step.started, step.finished).c_str());
    note_widget(ui, "review.step." + step.id, true, span_text(step.started, step.finished));
    ImGui::TableNextColumn();
    quiet_text(ui, span_text(step.other_started, step.other_finished).c_str());
    ImGui::TableNextColumn();
    if (step.finished && step.other_finished) {
      const double later = *step.finished - *step.other_finished;
      quiet_text(ui, ((later > 0.0 ? "+" : later < 0.0 ? "−" : "") + plain_number(std::fabs(later), 0)).c_str());
    }
  }
  ImGui::EndTable();
}

/// One pen of both runs over each other: this run solid, the other dashed.
void overlay(Ui& ui, ReviewSeat& seat, const RunUnderReview& run, const PlaybackState& other) {
  const std::vector<TrendPen>& pens = run.seen->screen->lab->pens;
  if (pens.empty()) return;
  const int count = static_cast<int>(pens.size());
  if (seat.pen < 0) seat.pen = seat.room.trend.pens.empty() ? 0 : seat.room.trend.pens.front();
  if (push_button(ui, "review.pen_before", "<", {.small = true})) seat.pen = (seat.pen + count - 1) % count;
  ImGui::SameLine();
  if (push_button(ui, "review.pen_after", ">", {.small = true})) seat.pen = (seat.pen + 1) % count;
  seat.pen = std::clamp(seat.pen, 0, count - 1);
  const TrendPen& pen = pens[static_cast<std::size_t>(seat.pen)];
  ImGui::SameLine();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(lettered(ui, pen.tag + " " + pen.format.printed));
  note_widget(ui, "review.pen", true, pen.tag);
  ImGui::SameLine();
  quiet_text(ui, lettered(ui, pen.label));

  const ImVec2 place = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const ImVec2 low{place.x + ui.px(48), place.y + ui.px(8)};
  const ImVec2 high{place.x + room.x - ui.px(10), place.y + room.y - ui.px(40)};
  if (high.x - low.x < 30.0f || high.y - low.y < 30.0f) return;
  const double end = std::max({run.seen->end, other.end, 1.0});
  const int columns = std::max(2, static_cast<int>(high.x - low.x));
  const std::vector<TrendSpan> here = run.seen->whole.decimated(seat.pen, 0.0, end, columns);
  const bool has_other = static_cast<std::size_t>(seat.pen) < other.screen->lab->pens.size() &&
                         other.screen->lab->pens[static_cast<std::size_t>(seat.pen)].tag == pen.tag;
  const std::vector<TrendSpan> there =
      has_other ? other.whole.decimated(seat.pen, 0.0, end, columns) : std::vector<TrendSpan>{};
  double least = std::numeric_limits<double>::infinity(), most = -least;
  for (const auto* spans : {&here, &there})
    for (const TrendSpan& span : *spans) {
      least = std::min(least, static_cast<double>(span.low));
      most = std::max(most, static_cast<double>(span.high));
    }
  if (!(most >= least)) return;
  const double margin = std::max(0.05 * (most - least), 1e-6 * std::max(1.0, std::fabs(most)));
  least -= margin;
  most += margin;
  const auto x = [&](double time) { return low.x + (high.x - low.x) * static_cast<float>(time / end); };
  const auto y = [&](double value) {
    return high.y - (high.y - low.y) * static_cast<float>((value - least) / (most - least));
  };
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImFont* font = ui.fonts.small;
  list.AddRectFilled(low, high, palette::kSheet);
  for (const double tick : value_ticks(least, most, 6)) {
    list.AddLine({low.x, y(tick)}, {high.x, y(tick)}, palette::kGrid);
    const std::string label = plain_number(tick, pen.format.decimals);
    const float width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, label.c_str()).x;
    list.AddText(font, font->FontSize, {low.x - width - ui.px(4), y(tick) - 0.5f * font->FontSize}, palette::kQuiet,
                 label.c_str());
  }
  for (const double tick : time_ticks(0.0, end, 6)) {
    list.AddLine({x(tick), low.y}, {x(tick), high.y}, palette::kGrid);
    const std::string label = clock_text(tick);
    const float width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, label.c_str()).x;
    list.AddText(font, font->FontSize, {std::min(x(tick) - 0.5f * width, high.x - width), high.y + ui.px(2)},
                 palette::kQuiet, label.c_str());
  }
  list.PushClipRect(low, high, true);
  const auto draw = [&](const std::vector<TrendSpan>& spans, ImU32 colour, int style) {
    std::vector<ImVec2> line;
    for (const TrendSpan& span : spans) line.push_back({x(span.time), y(span.last)});
    dashed_line(list, line, colour, ui.px(1.7f), style, ui.scale);
  };
  draw(there, palette::kPen[1], 1);
  draw(here, palette::kPen[0], 0);
  const float now = x(run.seen->moment);
  list.AddLine({now, low.y}, {now, high.y}, palette::kSelect, ui.px(1));
  list.PopClipRect();
  list.AddRect(low, high, palette::kQuiet);
  ImGui::SetCursorScreenPos(low);
  ImGui::InvisibleButton("overlay", {high.x - low.x, high.y - low.y});
  note_widget(ui, "review.overlay", true, pen.tag);
  ImGui::SetCursorScreenPos({low.x, high.y + ui.px(18)});
  quiet_text(ui, ui("review.overlay_legend"_word));
}

void overlay_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  const RunUnderReview& run = *seat.desk->open_run();
  if (run.other) overlay(ui, seat, run, *run.other->state());
}

void steps_panel(Ui& ui) {
  const RunUnderReview& run = *review_seat(ui).desk->open_run();
  parting_line(ui, run);
  step_table(ui, run);
}

}  // namespace

void review_comparison_panel(Ui& ui) {
  ReviewSeat& seat = review_seat(ui);
  choice(ui, seat, *seat.desk->open_run());
  const RunUnderReview& run = *seat.desk->open_run();
  if (!run.other_failure.empty()) {
    const std::string why = ui("review.not_comparable"_word, {run.other_failure});
    quiet_paragraph(ui, lettered(ui, why));
    note_widget(ui, "review.not_comparable", true, why);
    return;
  }
  if (!run.other) {
    quiet_paragraph(ui, ui("review.choose_other"_word));
    return;
  }
  if (!run.compared) {
    progress_bar(ui, "review.other_progress", run.other->state()->progress, ui("review.simulating"_word), 320.0f);
    return;
  }
  const auto [low, high] = screen_area(ui);
  const float middle = std::floor(low.x + 0.52f * (high.x - low.x)), gap = ui.px(6);
  panel(ui, "review.overlay", low, {middle, high.y}, overlay_panel);
  panel(ui, "review.steps", {middle + gap, low.y}, high, steps_panel);
}

}  // namespace stillhouse
