#include "frontend/desktop/layout.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kFirstPens = 4;

void panel(Ui& ui, const char* id, ImVec2 low, ImVec2 high, void (*content)(Ui&)) {
  begin_panel(ui, id, low, {high.x - low.x, high.y - low.y});
  content(ui);
  end_panel();
}

void left_content(Ui& ui) {
  if (ui.screen.ended() || ui.view.left_tab == 1) {
    ui.view.left_tab = tab_row(ui, "tab.left", {ui(Word::plant), ui(Word::report)}, ui.view.left_tab);
    if (ui.view.left_tab == 1) return report_panel(ui);
  }
  process_picture(ui);
}

void task_content(Ui& ui) {
  // a tripped interlock must not hide behind a tab
  std::string interlocks = ui(Word::interlocks);
  const auto tripped = std::count_if(ui.screen.interlocks.begin(), ui.screen.interlocks.end(),
                                     [](const InterlockFace& interlock) { return interlock.tripped; });
  if (!ui.screen.sequences.empty()) interlocks = std::string(ui(Word::sequences)) + ", " + interlocks;
  if (tripped > 0) interlocks += " (" + std::to_string(tripped) + ")";
  ui.view.task_tab =
      tab_row(ui, "tab.tasks", {ui(Word::tasks), ui(Word::samples), interlocks.c_str(), ui(Word::instructions)},
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
  ui.view.alarm_tab = tab_row(ui, "tab.alarms", {ui(Word::alarms), ui(Word::journal)}, ui.view.alarm_tab);
  const bool any = std::any_of(ui.screen.alarms.begin(), ui.screen.alarms.end(),
                               [](const AlarmLine& alarm) { return alarm.waits(); });
  const char* label = ui(Word::acknowledge_all);
  ImGui::SameLine(ImGui::GetContentRegionMax().x - ImGui::CalcTextSize(label).x - ui.px(16));
  if (push_button(ui, "alarms.acknowledge_all", label, {.enabled = any})) ui.send("acknowledge", "all");
  if (ui.view.alarm_tab == 1) return journal_panel(ui);
  alarm_list(ui);
}

}  // namespace

void choose_first_pens(ViewState& view, const ScreenState& screen) {
  view.trend.pens.clear();
  const auto add = [&](int pen) {
    const bool drawn = std::find(view.trend.pens.begin(), view.trend.pens.end(), pen) != view.trend.pens.end();
    if (pen >= 0 && !drawn && view.trend.pens.size() < kFirstPens) view.trend.pens.push_back(pen);
  };
  // bottom and top of the column, and the pressure drop between them
  const InstrumentFace* top = nullptr;
  for (const InstrumentFace& face : screen.instruments) {
    if (face.by_samples || face.quantity != "T") continue;
    if (face.anchor == "kettle") add(face.pen);
    if (face.anchor.starts_with("tray_")) top = &face;
  }
  if (top != nullptr) add(top->pen);
  for (const InstrumentFace& face : screen.instruments)
    if (face.quantity == "column_dp") add(face.pen);
  if (!view.trend.pens.empty()) return;
  for (const InstrumentFace& face : screen.instruments)
    if (!face.by_samples) add(face.pen);
}

void draw_screen(Ui& ui) {
  ui.widgets.clear();
  // the report comes by itself once, when the run ends
  if (ui.screen.ended() && ui.screen.grade && !ui.view.saw_report) {
    ui.view.left_tab = 1;
    ui.view.saw_report = true;
  }
  if (!ui.screen.ended()) {
    if (ui.view.saw_report) ui.view.left_tab = 0;
    ui.view.saw_report = false;
  }

  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0.0f, 0.0f});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("stillhouse", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);

  const float gap = ui.px(6), bar = ui.px(38), banner = ui.px(32);
  const float bottom = std::floor(std::clamp(0.25f * size.y, ui.px(150), ui.px(260)));
  const float middle_low = bar + banner + 2.0f * gap, middle_high = size.y - bottom - 2.0f * gap;
  const float left = std::floor(std::min(0.605f * size.x, 1.75f * (middle_high - middle_low)));
  const float face = std::floor(0.46f * (middle_high - middle_low));

  panel(ui, "toolbar", {gap, 0.5f * gap}, {size.x - gap, bar}, toolbar);
  panel(ui, "banner", {gap, bar + 0.5f * gap}, {size.x - gap, bar + banner + gap}, alarm_banner);
  panel(ui, "left", {gap, middle_low}, {left, middle_high}, left_content);
  panel(ui, "trend", {left + gap, middle_low}, {size.x - gap, middle_high - face - gap}, trend_panel);
  panel(ui, "face", {left + gap, middle_high - face}, {size.x - gap, middle_high}, faceplate);
  panel(ui, "tasks", {gap, middle_high + gap}, {left, size.y - gap}, task_content);
  panel(ui, "alarms", {left + gap, middle_high + gap}, {size.x - gap, size.y - gap}, alarm_content);
  ImGui::End();
}

}  // namespace stillhouse
