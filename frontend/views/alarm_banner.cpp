#include <cmath>

#include "frontend/views/alarm_parts.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// The newest answer of the run that was a refusal and concerns no faceplate that is open.
const Reply* open_refusal(const Ui& ui) {
  if (ui.screen.replies.empty()) return nullptr;
  const Reply& last = ui.screen.replies.back();
  if (!last.refusal || last.number <= ui.view.dismissed_reply) return nullptr;
  return !last.tag.empty() && last.tag == ui.view.selected ? nullptr : &last;
}

}  // namespace

void alarm_banner(Ui& ui) {
  const std::vector<const AlarmLine*> alarms = alarms_in_order(ui.screen);
  int waiting[4] = {};
  for (const AlarmLine* alarm : alarms)
    if (alarm->waits()) ++waiting[std::min(std::max(alarm->urgency, 1), 4) - 1];

  // one mark for each urgency with the number that waits
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int urgency = 1; urgency <= 4; ++urgency) {
    const int count = waiting[urgency - 1];
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float size = ui.px(15);
    alarm_mark(list, {place.x + 0.6f * size, place.y + 0.5f * ImGui::GetFrameHeight()}, size, urgency, count == 0,
               ui.fonts.small);
    ImGui::Dummy({1.3f * size, ImGui::GetFrameHeight()});
    ImGui::SameLine(0.0f, ui.px(2));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(std::to_string(count).c_str());
    note_widget(ui, "banner.count." + std::to_string(urgency), true, std::to_string(count));
    ImGui::SameLine(0.0f, ui.px(10));
  }

  sound_button(ui, "banner.sound");
  ImGui::SameLine(0.0f, ui.px(10));
  if (ui.screen.alarm_board.flood) {
    // more than can be answered: said where it is seen from every screen
    const std::string flood =
        std::string(ui("alarms.flood_short"_word)) + " " + std::to_string(ui.screen.alarm_board.in_ten_minutes);
    if (push_button(ui, "banner.flood", flood.c_str(), {.chosen = true, .small = true})) ui.view.screen = "alarms";
    ImGui::SameLine(0.0f, ui.px(10));
  }

  if (!ui.screen.failure.empty()) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(ui.screen.failure.c_str());
    note_widget(ui, "banner.failure", true, ui.screen.failure);
    return;
  }
  if (!alarms.empty() && alarms.front()->waits()) {
    const AlarmLine& alarm = *alarms.front();
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float size = ui.px(16);
    if (ui.bright())
      alarm_mark(list, {place.x + 0.6f * size, place.y + 0.5f * ImGui::GetFrameHeight()}, size, alarm.urgency,
                 !alarm.stands(), ui.fonts.small);
    ImGui::Dummy({1.3f * size, ImGui::GetFrameHeight()});
    ImGui::SameLine(0.0f, ui.px(4));
    ImGui::AlignTextToFramePadding();
    const std::string line = clock_text(alarm.raised) + "  " + alarm.tag + "  " + ui(alarm.says);
    ImGui::TextUnformatted(line.c_str());
    note_widget(ui, "banner.alarm", true, line);
    ImGui::SameLine(0.0f, ui.px(10));
    if (push_button(ui, "banner.acknowledge", ui("alarms.acknowledge"_word), {.small = true}))
      ui.send("acknowledge", alarm.tag);
  } else {
    ImGui::AlignTextToFramePadding();
    quiet_text(ui, ui(ui.screen.lab->title));
  }

  if (const Reply* refused = open_refusal(ui)) {
    const std::string line = ui("text.says"_word, {ui("face.refused"_word), ui(*refused->refusal)});
    const float width = ImGui::CalcTextSize(line.c_str()).x + ui.px(50);
    ImGui::SameLine(std::max(ImGui::GetContentRegionMax().x - width, ImGui::GetCursorPosX()));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(line.c_str());
    note_widget(ui, "banner.refusal", true, line);
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, "banner.dismiss", ui("banner.dismiss"_word), {.small = true}))
      ui.view.dismissed_reply = refused->number;
  }
}

}  // namespace stillhouse
