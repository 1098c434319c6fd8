#include <array>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

const char* run_word(const Ui& ui) {
  switch (ui.screen.run) {
    case RunLook::running:
      return ui("toolbar.running"_word);
    case RunLook::frozen:
      return ui("toolbar.frozen"_word);
    case RunLook::finished:
      return ui("toolbar.ended"_word);
    case RunLook::duration_over:
      return ui("toolbar.time_over"_word);
    case RunLook::aborted:
      return ui("toolbar.aborted"_word);
    case RunLook::failed:
      break;
  }
  return ui("toolbar.failed"_word);
}

/// Running is brighter than the ground, standing darker.
void run_lamp(Ui& ui) {
  const char* word = run_word(ui);
  const ImVec2 text = ImGui::CalcTextSize(word), place = ImGui::GetCursorScreenPos();
  const float width = std::max(text.x + ui.px(20), ui.px(92)), height = ImGui::GetFrameHeight();
  const bool running = ui.screen.run == RunLook::running;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(place, {place.x + width, place.y + height}, running ? palette::kBusy : palette::kIdle);
  list.AddRect(place, {place.x + width, place.y + height}, palette::kQuiet);
  list.AddText({place.x + 0.5f * (width - text.x), place.y + 0.5f * (height - text.y)}, palette::kText, word);
  ImGui::Dummy({width, height});
  note_widget(ui, "toolbar.state", true, word);
}

void speed_buttons(Ui& ui) {
  quiet_text(ui, ui("toolbar.speed"_word));
  constexpr std::array<int, 7> kSpeeds{1, 2, 5, 10, 50, 200, 1000};
  for (const int speed : kSpeeds) {
    ImGui::SameLine(0.0f, ui.px(2));
    const std::string label = "×" + std::to_string(speed);
    if (push_button(ui, "toolbar.speed." + std::to_string(speed), label.c_str(),
                    {.enabled = !ui.screen.ended(), .chosen = std::lround(ui.screen.speed) == speed}))
      ui.run.set_speed(speed);
  }
}

void backtrack_buttons(Ui& ui) {
  quiet_text(ui, ui("toolbar.go_back"_word));
  for (const int minutes : {1, 5, 15}) {
    ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "toolbar.back." + std::to_string(minutes), std::to_string(minutes).c_str(),
                    {.enabled = ui.screen.may_backtrack && ui.screen.scan > 0, .width = 26.0f})) {
      const double to = std::max(ui.screen.time - 60.0 * minutes, 0.0);
      ui.run.backtrack(static_cast<std::int64_t>(std::lround(to / ui.screen.scan_length)));
    }
  }
  ImGui::SameLine(0.0f, ui.px(4));
  quiet_text(ui, ui("toolbar.minutes_back"_word));
}

/// Ending a run cannot be taken back in an examination: it is asked twice.
void finish_buttons(Ui& ui) {
  if (ui.screen.ended()) return;
  if (!ui.view.asks_finish) {
    if (push_button(ui, "toolbar.finish", ui("toolbar.finish"_word))) ui.view.asks_finish = true;
    return;
  }
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui("toolbar.finish_really"_word));
  ImGui::SameLine(0.0f, ui.px(6));
  if (push_button(ui, "toolbar.finish.yes", ui("toolbar.yes_finish"_word))) {
    ui.send("finish", "");
    ui.view.asks_finish = false;
  }
  ImGui::SameLine(0.0f, ui.px(3));
  if (push_button(ui, "toolbar.finish.no", ui("toolbar.no_go_on"_word))) ui.view.asks_finish = false;
}

}  // namespace

void toolbar(Ui& ui) {
  const float gap = ui.px(14);
  run_lamp(ui);
  ImGui::SameLine(0.0f, ui.px(6));
  if (ui.screen.run == RunLook::running) {
    if (push_button(ui, "toolbar.freeze", ui("toolbar.freeze"_word), {.enabled = ui.screen.may_freeze, .width = 74.0f}))
      ui.run.freeze(true);
  } else {
    if (push_button(ui, "toolbar.run", ui("toolbar.run"_word), {.enabled = !ui.screen.ended(), .width = 74.0f}))
      ui.run.freeze(false);
  }
  ImGui::SameLine(0.0f, ui.px(3));
  if (push_button(ui, "toolbar.step", ui("toolbar.step"_word), {.enabled = ui.screen.may_freeze && !ui.screen.ended()}))
    ui.run.step();
  ImGui::SameLine(0.0f, gap);
  speed_buttons(ui);
  ImGui::SameLine(0.0f, gap);
  backtrack_buttons(ui);
  ImGui::SameLine(0.0f, gap);
  finish_buttons(ui);

  // time at the right edge
  const std::string clock = clock_text(ui.screen.time) + " / " + clock_text(ui.screen.lab->duration);
  ImGui::PushFont(ui.fonts.large);
  const float clock_width = ImGui::CalcTextSize(clock.c_str()).x;
  ImGui::PopFont();
  const float right = ImGui::GetContentRegionMax().x;
  if (right - clock_width < 0.0f) return;
  ImGui::SameLine(right - clock_width - ui.px(8));
  ImGui::PushFont(ui.fonts.large);
  ImGui::TextUnformatted(clock.c_str());
  ImGui::PopFont();
  note_widget(ui, "toolbar.time", true, clock);
}

}  // namespace stillhouse
