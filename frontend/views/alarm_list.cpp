#include "frontend/views/alarm_parts.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double kShelving = 600.0;  // s

void alarm_row(Ui& ui, const AlarmLine& alarm) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float size = ui.px(15);
  if (!alarm.waits() || ui.bright())
    alarm_mark(*ImGui::GetWindowDrawList(), {place.x + 0.7f * size, place.y + 0.5f * ImGui::GetFrameHeight()}, size,
               alarm.urgency, !alarm.stands(), ui.fonts.small);
  ImGui::Dummy({1.4f * size, ImGui::GetFrameHeight()});

  ImGui::TableNextColumn();
  if (push_button(ui, "alarm." + alarm.tag, alarm.tag.c_str(), {.small = true})) ui.view.selected = alarm.reads;
  ImGui::TableNextColumn();
  quiet_text(ui, clock_text(alarm.raised).c_str());
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, (std::string(ui(alarm.says)) + "  (" + alarm.limit + ")").c_str());
  note_widget(ui, "alarm." + alarm.tag + ".state", true, alarm_look_word(ui, alarm.look));
  if (alarm.waits() || alarm.stands()) {
    const std::string response = ui("text.says"_word, {ui("alarms.response"_word), ui(alarm.response)});
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::kQuiet);
    wrapped_text(ui, response.c_str());
    note_widget(ui, "alarm." + alarm.tag + ".response", true, response);
    ImGui::PopStyleColor();
    ImGui::PopFont();
  }
  ImGui::TableNextColumn();
  quiet_paragraph(ui, alarm_look_word(ui, alarm.look));
  ImGui::TableNextColumn();
  if (alarm.waits()) {
    if (push_button(ui, "alarm." + alarm.tag + ".acknowledge", ui("alarms.acknowledge"_word),
                    {.enabled = !ui.looks_on, .small = true}))
      ui.send("acknowledge", alarm.tag);
  } else if (alarm.look == AlarmLook::shelved) {
    if (push_button(ui, "alarm." + alarm.tag + ".unshelve", ui("alarms.unshelve"_word),
                    {.enabled = !ui.looks_on, .small = true}))
      ui.send("unshelve", alarm.tag);
  } else {
    if (push_button(ui, "alarm." + alarm.tag + ".shelve", ui("alarms.shelve"_word),
                    {.enabled = !ui.looks_on, .small = true}))
      ui.send("shelve", alarm.tag, kShelving, "screen");
  }
}

}  // namespace

void alarm_list(Ui& ui) {
  const std::vector<const AlarmLine*> alarms = alarms_in_order(ui.screen);
  if (alarms.empty()) {
    quiet_text(ui, ui("alarms.no_alarms"_word));
    return;
  }
  if (ImGui::BeginTable("alarms", 6,
                        ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit)) {
    ImGui::TableSetupColumn("mark");
    ImGui::TableSetupColumn("tag");
    ImGui::TableSetupColumn("time");
    ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthFixed, ui.px(86));
    ImGui::TableSetupColumn("act");
    for (const AlarmLine* alarm : alarms) alarm_row(ui, *alarm);
    ImGui::EndTable();
  }
}

}  // namespace stillhouse
