// Going back in time, snapshots and initial conditions.
#include <algorithm>
#include <cmath>

#include "frontend/presenter/station_control.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/station_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// A minute of the last hour: how much was done in it, whether an alarm came or a task was done.
void minute_bar(Ui& ui, const BacktrackPoint& point, ImVec2 low, ImVec2 high, bool chosen) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float width = high.x - low.x, bottom = high.y - ui.px(14);
  list.AddRectFilled(low, {high.x - 1.0f, high.y}, chosen ? IM_COL32(0xCB, 0xD6, 0xDF, 255) : palette::kSheet);
  const float share = std::min(1.0f, 0.12f * static_cast<float>(point.commands));
  if (point.commands > 0)
    list.AddRectFilled({low.x, bottom - share * (bottom - low.y)}, {high.x - 1.0f, bottom}, palette::kQuiet);
  list.AddLine({low.x, bottom}, {high.x, bottom}, palette::kFaint);
  const float middle = low.x + 0.5f * width, r = std::min(0.35f * width, ui.px(4));
  if (point.alarms > 0) {
    const float y = bottom + ui.px(7);
    list.AddTriangleFilled({middle, y - 1.2f * r}, {middle + 1.2f * r, y + r}, {middle - 1.2f * r, y + r},
                           palette::kUrgency[2]);
    list.AddTriangle({middle, y - 1.2f * r}, {middle + 1.2f * r, y + r}, {middle - 1.2f * r, y + r}, palette::kOutline);
  } else if (point.tasks > 0) {
    list.AddCircleFilled({middle, bottom + ui.px(7)}, r, palette::kQuiet);
  }
  if (chosen) list.AddRect(low, {high.x - 1.0f, high.y}, palette::kSelect, 0.0f, 0, ui.px(1.5f));
}

}  // namespace

void station_timeline(Ui& ui) {
  StationView& view = ui.view.own<StationView>();
  const std::vector<BacktrackPoint>& points = ui.screen.station->backtracks;
  ImGui::TextUnformatted(ui("station.backtrack"_word));
  ImGui::SameLine();
  quiet_text(ui, ui("station.last_hour"_word));

  // an hour has its room from the start, so that minutes stay where they are as it fills
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = ui.px(56), step = width / 61.0f;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 low{place.x + step * static_cast<float>(i), place.y}, high{low.x + step, place.y + height};
    const int minute = static_cast<int>(std::lround(points[i].time / 60.0));
    const std::string name = "station.minute." + std::to_string(minute);
    ImGui::SetCursorScreenPos(low);
    ImGui::PushID(name.c_str());
    if (ImGui::InvisibleButton("minute", {step, height})) view.minute = minute;
    note_widget(ui, name, true, clock_text(points[i].time));
    ImGui::PopID();
    minute_bar(ui, points[i], low, high, view.minute == minute);
  }
  ImGui::SetCursorScreenPos({place.x, place.y + height + ui.px(2)});
  ImGui::Dummy({width, ui.px(1)});

  const auto chosen = std::find_if(points.begin(), points.end(), [&](const BacktrackPoint& point) {
    return static_cast<int>(std::lround(point.time / 60.0)) == view.minute;
  });
  if (chosen == points.end()) {
    quiet_paragraph(ui, ui("station.choose_minute"_word));
    return;
  }
  const std::string what =
      ui("station.minute_has"_word,
         {std::to_string(chosen->commands), std::to_string(chosen->alarms), std::to_string(chosen->tasks)});
  quiet_text(ui, what.c_str());
  const std::string label = ui("station.back_to"_word, {clock_text(chosen->time)});
  if (push_button(ui, "station.back", label.c_str(), {.enabled = chosen->scan < ui.screen.scan})) {
    ui.run.backtrack(chosen->scan);
    view.minute = -1;
  }
}

void station_snapshots(Ui& ui) {
  StationView& view = ui.view.own<StationView>();
  const StationState& station = *ui.screen.station;
  ImGui::TextUnformatted(ui("station.snapshots"_word));
  const char* label = ui("station.take"_word);
  const float button = ImGui::CalcTextSize(label).x + ui.px(18);
  const float entry = (ImGui::GetContentRegionAvail().x - button) / ui.scale - 6.0f;
  const bool entered = text_entry(ui, "station.snapshot.name", view.snapshot_name, entry, ui("station.name_hint"_word));
  ImGui::SameLine();
  const bool named = !view.snapshot_name.empty();
  if ((push_button(ui, "station.snapshot.take", label, {.enabled = named && ui.run.station() != nullptr}) || entered) &&
      named && ui.run.station() != nullptr) {
    ui.run.station()->take_snapshot(view.snapshot_name);
    view.snapshot_name.clear();
  }
  if (station.may_find_initial) {
    if (push_button(ui, "station.initial.find", ui("station.find_initial"_word), {.small = true}) &&
        ui.run.station() != nullptr)
      ui.run.station()->find_initial_conditions();
  }
  if (!ImGui::BeginTable("snapshots", 3,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("time");
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("go");
  for (const SnapshotLine& line : station.snapshots) {
    const std::string name = "station.snapshot." + line.name;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    quiet_text(ui, clock_text(line.time).c_str());
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(line.initial ? ui.fonts.small : ui.fonts.normal);
    wrapped_text(ui, ui(line.says));
    ImGui::PopFont();
    note_widget(ui, name, true, ui(line.says));
    ImGui::TableNextColumn();
    // what has been done since is undone: asked twice
    const bool asks = view.asks_restore == line.name;
    if (push_button(ui, name + (asks ? ".yes" : ".go"), asks ? ui("station.really"_word) : ui("station.go"_word),
                    {.small = true}) &&
        ui.run.station() != nullptr) {
      if (asks) ui.run.station()->restore(line.name);
      view.asks_restore = asks ? std::string() : line.name;
    }
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
