#include <algorithm>
#include <cmath>

#include "frontend/views/keyboard_focus.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/review_screen.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr Word kLanes[kTimelineLanes] = {"review.lane_steps"_word, "review.lane_commands"_word,
                                         "review.lane_alarms"_word, "review.lane_events"_word, "review.lane_lost"_word};

/// Where the lanes are on the screen.
struct Strip {
  ImVec2 low, high;
  double end = 1.0;  ///< s
  float x(double time) const { return low.x + (high.x - low.x) * static_cast<float>(std::clamp(time / end, 0.0, 1.0)); }
  double time(float x) const { return end * static_cast<double>((x - low.x) / (high.x - low.x)); }
  float lane_height() const { return (high.y - low.y) / static_cast<float>(kTimelineLanes); }
  float lane_top(TimelineLane lane) const { return low.y + lane_height() * static_cast<float>(lane); }
};

void draw_mark(Ui& ui, ImDrawList& list, const Strip& strip, const TimelineMark& mark) {
  const float height = strip.lane_height(), top = strip.lane_top(mark.lane) + ui.px(2);
  const float bottom = top + height - ui.px(4), left = strip.x(mark.from);
  const float right = std::max(strip.x(mark.to), left + ui.px(mark.lane == TimelineLane::commands ? 1.5f : 3.0f));
  switch (mark.lane) {
    case TimelineLane::steps:
      list.AddRectFilled({left, top}, {right, bottom}, palette::kFroth);
      list.AddRect({left, top}, {right, bottom}, palette::kQuiet);
      break;
    case TimelineLane::commands:
      list.AddRectFilled({left, top}, {right, bottom}, palette::kText);
      break;
    case TimelineLane::alarms: {
      const int urgency = mark.sign.empty() ? 3 : std::clamp(mark.sign[0] - '0', 1, 4);
      list.AddRectFilled({left, top + 0.6f * (bottom - top)}, {right, bottom}, palette::kIdle);
      alarm_mark(list, {left, 0.5f * (top + bottom)}, std::min(bottom - top, ui.px(14)), urgency, false,
                 ui.fonts.small);
      break;
    }
    case TimelineLane::events: {
      if (mark.to > mark.from) list.AddRectFilled({left, top + 0.7f * (bottom - top)}, {right, bottom}, palette::kIdle);
      list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left + ui.px(2), top}, palette::kText,
                   lettered(ui, mark.sign));
      list.AddLine({left, top}, {left, bottom}, palette::kText, ui.px(1.5f));
      break;
    }
    case TimelineLane::lost: {
      // lost points: a striped block, so that it is told from a step without colour
      list.AddRectFilled({left, top}, {right, bottom}, palette::kSheet);
      list.PushClipRect({left, top}, {right, bottom}, true);
      for (float x = left - (bottom - top); x < right; x += ui.px(6))
        list.AddLine({x, bottom}, {x + (bottom - top), top}, palette::kText, ui.px(1));
      list.PopClipRect();
      list.AddRect({left, top}, {right, bottom}, palette::kText);
      break;
    }
  }
}

/// The moment before or after `time` at which points were lost; the same if there is none.
double neighbour(const std::vector<TimelineMark>& marks, double time, bool after) {
  double found = time;
  for (const TimelineMark& mark : marks) {
    if (mark.lane != TimelineLane::lost) continue;
    if (after && mark.from > time + 0.5 && (found == time || mark.from < found)) found = mark.from;
    if (!after && mark.from < time - 0.5 && (found == time || mark.from > found)) found = mark.from;
  }
  return found;
}

void buttons(Ui& ui, const RunUnderReview& run) {
  const double now = review_seat(ui).pointed < 0.0 ? run.seen->moment : review_seat(ui).pointed;
  const auto step = [&](const char* name, const char* label, double to) {
    if (push_button(ui, std::string("review.") + name, label, {.small = true})) review_seek(ui, to);
    ImGui::SameLine();
  };
  ui.letters += "−＋";
  step("start", "|<", 0.0);
  step("back_60", "−60 s", now - 60.0);
  step("back_10", "−10 s", now - 10.0);
  step("on_10", "+10 s", now + 10.0);
  step("on_60", "+60 s", now + 60.0);
  step("end", ">|", run.seen->end);
  step("lost_before", ui("review.lost_before"_word), neighbour(run.timeline, now, false));
  step("lost_after", ui("review.lost_after"_word), neighbour(run.timeline, now, true));
  ImGui::AlignTextToFramePadding();
  const std::string time = clock_text(run.seen->moment) + " / " + clock_text(run.seen->end);
  ImGui::TextUnformatted(time.c_str());
  note_widget(ui, "review.time", true, time);
  if (run.seen->difference.empty()) return;
  ImGui::SameLine(0.0f, ui.px(12));
  quiet_text(ui, lettered(ui, ui("review.differs"_word, {run.seen->difference})));
}

}  // namespace

void review_timeline_panel(Ui& ui) {
  const RunUnderReview& run = *review_seat(ui).desk->open_run();
  buttons(ui, run);

  float names = 0.0f;
  for (const Word lane : kLanes)
    names = std::max(names, ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, ui(lane)).x);
  const ImVec2 place = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
  const Strip strip{{place.x + names + ui.px(14), place.y},
                    {place.x + room.x - ui.px(10), place.y + room.y - ui.px(17)},
                    std::max(run.seen->end, 1.0)};
  if (strip.high.x - strip.low.x < 20.0f || strip.high.y - strip.low.y < 20.0f) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(strip.low, strip.high, palette::kSheet);
  for (int i = 0; i < kTimelineLanes; ++i) {
    const float top = strip.lane_top(static_cast<TimelineLane>(i));
    list.AddText(ui.fonts.small, ui.fonts.small->FontSize,
                 {place.x + ui.px(4), top + 0.5f * (strip.lane_height() - ui.fonts.small->FontSize)}, palette::kQuiet,
                 ui(kLanes[i]));
    if (i > 0) list.AddLine({strip.low.x, top}, {strip.high.x, top}, palette::kGrid);
  }
  for (const double tick : time_ticks(0.0, strip.end, 12)) {
    const float x = strip.x(tick);
    list.AddLine({x, strip.low.y}, {x, strip.high.y}, palette::kGrid);
    const std::string label = clock_text(tick);
    const float width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, label.c_str()).x;
    const float left = std::clamp(x - 0.5f * width, strip.low.x, strip.high.x - width);
    list.AddText(ui.fonts.small, ui.fonts.small->FontSize, {left, strip.high.y + ui.px(2)}, palette::kQuiet,
                 label.c_str());
  }
  for (const TimelineMark& mark : run.timeline) draw_mark(ui, list, strip, mark);
  list.AddRect(strip.low, strip.high, palette::kQuiet);

  // the moment shown, and scrubbing to another
  ImGui::SetCursorScreenPos(strip.low);
  ImGui::InvisibleButton("strip", {strip.high.x - strip.low.x, strip.high.y - strip.low.y});
  note_widget(ui, "review.strip", true, clock_text(run.seen->moment));
  const bool dragged = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (dragged) review_seek(ui, strip.time(ImGui::GetIO().MousePos.x));
  if (KeyboardFocus::of(ui).steers("review.strip")) {
    const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
    const double step = ImGui::GetIO().KeyCtrl ? 600.0 : 60.0;
    if (pressed(ImGuiKey_RightArrow)) review_seek(ui, run.seen->moment + step);
    if (pressed(ImGuiKey_LeftArrow)) review_seek(ui, run.seen->moment - step);
  }
  const float x = strip.x(dragged ? review_seat(ui).pointed : run.seen->moment);
  list.AddLine({x, strip.low.y - ui.px(2)}, {x, strip.high.y}, palette::kSelect, ui.px(2));
  list.AddTriangleFilled({x - ui.px(5), strip.low.y - ui.px(6)}, {x + ui.px(5), strip.low.y - ui.px(6)},
                         {x, strip.low.y + ui.px(2)}, palette::kSelect);
}

void review_event_panel(Ui& ui) {
  const RunUnderReview& run = *review_seat(ui).desk->open_run();
  constexpr int kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_BordersInnerH;
  if (!ImGui::BeginTable("events", 4, kFlags)) return;
  ImGui::TableSetupColumn("time", ImGuiTableColumnFlags_WidthFixed, ui.px(70));
  ImGui::TableSetupColumn("lane", ImGuiTableColumnFlags_WidthFixed, ui.px(110));
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("lost", ImGuiTableColumnFlags_WidthFixed, ui.px(50));
  int number = 0;
  for (const TimelineMark& mark : run.timeline) {
    const std::string name = "review.event." + std::to_string(number++);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    if (push_button(ui, name, clock_text(mark.from).c_str(), {.width = 62.0f, .small = true})) {
      review_seek(ui, mark.from);
      review_seat(ui).tab = 0;
    }
    ImGui::TableNextColumn();
    quiet_text(ui, ui(kLanes[static_cast<int>(mark.lane)]));
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, lettered(ui, mark.says));
    ImGui::TableNextColumn();
    if (mark.lost > 0.0) {
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(("−" + plain_number(mark.lost, 1)).c_str());
    }
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
