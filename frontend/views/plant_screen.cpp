#include "frontend/views/plant_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void task_content(Ui& ui) {
  // a tripped interlock must not hide behind a tab
  std::string interlocks = ui("panel.interlocks"_word);
  const auto tripped = std::count_if(ui.screen.interlocks.begin(), ui.screen.interlocks.end(),
                                     [](const InterlockFace& interlock) { return interlock.tripped; });
  if (!ui.screen.sequences.empty()) interlocks = ui("text.and"_word, {ui("panel.sequences"_word), interlocks});
  if (tripped > 0) interlocks += " (" + std::to_string(tripped) + ")";
  ui.view.task_tab =
      tab_row(ui, "tab.tasks",
              {ui("panel.tasks"_word), ui("panel.samples"_word), interlocks.c_str(), ui("panel.instructions"_word)},
              ui.view.task_tab);
  switch (ui.view.task_tab) {
    case 1:
      return sample_panel(ui);
    case 2:
      return interlock_panel(ui);
    case 3:
      return instruction_panel(ui);
    default:
      return task_list(ui);
  }
}

void alarm_content(Ui& ui) {
  ui.view.alarm_tab = tab_row(ui, "tab.alarms", {ui("panel.alarms"_word), ui("panel.journal"_word)}, ui.view.alarm_tab);
  const bool any = !ui.looks_on && std::any_of(ui.screen.alarms.begin(), ui.screen.alarms.end(),
                                               [](const AlarmLine& alarm) { return alarm.waits(); });
  const char* label = ui("alarms.acknowledge_all"_word);
  ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(label).x - ui.px(16));
  if (push_button(ui, "alarms.acknowledge_all", label, {.enabled = any})) ui.send("acknowledge", "all");
  if (ui.view.alarm_tab == 1) return journal_panel(ui);
  alarm_list(ui);
}

constexpr float kLowest = 520.0f;  // points of height for five panels

}  // namespace

void plant_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  const float gap = ui.px(6), height = high.y - low.y;
  if (height < ui.px(kLowest)) {
    // within another screen: the picture needs the height, and steps are told beside it
    const float left = std::floor(std::min(0.605f * (high.x - low.x), 1.75f * height));
    const float half = low.y + std::floor(0.5f * height);
    panel(ui, "left", low, {left, high.y}, process_picture);
    panel(ui, "trend", {left + gap, low.y}, {high.x, half}, trend_panel);
    panel(ui, "alarms", {left + gap, half + gap}, high, alarm_content);
    return;
  }
  const float bottom = std::floor(std::clamp(0.28f * height, ui.px(150), ui.px(260)));
  const float middle = high.y - bottom - gap;
  const float left = std::floor(std::min(0.605f * (high.x - low.x), 1.75f * (middle - low.y)));
  const float face = std::floor(0.46f * (middle - low.y));

  panel(ui, "left", low, {left, middle}, process_picture);
  panel(ui, "trend", {left + gap, low.y}, {high.x, middle - face - gap}, trend_panel);
  panel(ui, "face", {left + gap, middle - face}, {high.x, middle}, faceplate);
  panel(ui, "tasks", {low.x, middle + gap}, {left, high.y}, task_content);
  panel(ui, "alarms", {left + gap, middle + gap}, high, alarm_content);
}

}  // namespace stillhouse
