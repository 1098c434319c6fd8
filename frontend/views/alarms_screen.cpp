#include "frontend/views/alarms_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/alarm_parts.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Letter of an alarm's state, so that it is read without colour and without the long word.
const char* look_letter(AlarmLook look) {
  switch (look) {
    case AlarmLook::unacknowledged:
      return "!";
    case AlarmLook::acknowledged:
      return "A";
    case AlarmLook::returned:
      return "R";
    case AlarmLook::shelved:
      return "S";
    case AlarmLook::normal:
      break;
  }
  return "";
}

bool is_first_out(const Ui& ui, const AlarmLine& alarm) {
  const int first = ui.screen.alarm_board.first_out.alarm;
  return first >= 0 && ui.screen.alarms[static_cast<std::size_t>(first)].tag == alarm.tag;
}

std::string value_of(const Ui& ui, const AlarmLine& alarm) {
  for (const InstrumentFace& face : ui.screen.instruments)
    if (face.tag == alarm.reads) return number_text(face.value, face.format) + " " + face.format.printed;
  return {};
}

/// Row of the list or the shelf; notes the tags of rows that can be seen and wait.
void alarm_row(Ui& ui, const AlarmLine& alarm, std::vector<std::string>& seen) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  alarm_mark_cell(ui, alarm);
  if (ImGui::IsItemVisible() && alarm.waits()) seen.push_back(alarm.tag);
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(is_first_out(ui, alarm) ? ui("alarms.first_mark"_word) : look_letter(alarm.look));
  ImGui::TableNextColumn();
  if (push_button(ui, "alarms.row." + alarm.tag, alarm.tag.c_str(),
                  {.chosen = ui.view.own<AlarmScreenState>().chosen == alarm.tag, .small = true}))
    ui.view.own<AlarmScreenState>().chosen = alarm.tag;
  ImGui::TableNextColumn();
  quiet_text(ui, clock_text(alarm.raised).c_str());
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, ui(alarm.says));
  ImGui::TableNextColumn();
  quiet_text(ui, (value_of(ui, alarm) + "  " + alarm.limit).c_str());
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, alarm_look_word(ui, alarm.look));
  note_widget(ui, "alarms.row." + alarm.tag + ".state", true, alarm_look_word(ui, alarm.look));
  ImGui::TableNextColumn();
  const bool ended = ui.screen.ended();
  if (alarm.look == AlarmLook::shelved) {
    const double left = alarm.shelved_until - ui.screen.time;
    if (alarm.shelved_until >= 0.0)
      quiet_text(ui, (std::string(ui("alarms.left"_word)) + " " + clock_text(left)).c_str());
    note_widget(ui, "alarms.row." + alarm.tag + ".left", true, clock_text(left));
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, "alarms.row." + alarm.tag + ".unshelve", ui("alarms.unshelve"_word),
                    {.enabled = !ended, .small = true}))
      ui.send("unshelve", alarm.tag);
  } else {
    if (push_button(ui, "alarms.row." + alarm.tag + ".acknowledge", ui("alarms.acknowledge"_word),
                    {.enabled = alarm.waits() && !ended, .small = true}))
      ui.send("acknowledge", alarm.tag);
    ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "alarms.row." + alarm.tag + ".shelve", ui("alarms.shelve"_word),
                    {.enabled = alarm.longest_shelving > 0.0 && !ended, .small = true}))
      ui.view.own<AlarmScreenState>().shelving = alarm.tag;
  }
}

/// Rows of those that are shelved, or of all others.
std::vector<std::string> alarm_table(Ui& ui, bool shelf) {
  std::vector<const AlarmLine*> alarms = alarms_in_order(ui.screen);
  std::erase_if(alarms, [&](const AlarmLine* alarm) { return (alarm->look == AlarmLook::shelved) != shelf; });
  std::vector<std::string> seen;
  // the first of the list is explained as long as nobody has chosen another one
  std::string& chosen = ui.view.own<AlarmScreenState>().chosen;
  if (chosen.empty() && !alarms.empty()) chosen = alarms.front()->tag;
  if (alarms.empty()) {
    quiet_text(ui, shelf ? ui("alarms.shelf_empty"_word) : ui("alarms.no_alarms"_word));
    return seen;
  }
  constexpr ImGuiTableFlags kFlags =
      ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit;
  if (!ImGui::BeginTable("alarms", 8, kFlags)) return seen;
  ImGui::TableSetupColumn("mark", ImGuiTableColumnFlags_WidthFixed, ui.px(24));
  ImGui::TableSetupColumn("letter", ImGuiTableColumnFlags_WidthFixed, ui.px(24));
  ImGui::TableSetupColumn("tag", ImGuiTableColumnFlags_WidthFixed, ui.px(84));
  ImGui::TableSetupColumn("time", ImGuiTableColumnFlags_WidthFixed, ui.px(54));
  ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthFixed, ui.px(140));
  ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthFixed, ui.px(166));
  ImGui::TableSetupColumn("act", ImGuiTableColumnFlags_WidthFixed, ui.px(150));
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableNextRow();
  for (const char* head : {"", "", ui("alarms.head_tag"_word), ui("alarms.head_time"_word),
                           ui("alarms.head_message"_word), ui("alarms.head_value"_word), ui("alarms.state"_word), ""}) {
    ImGui::TableNextColumn();
    quiet_text(ui, head);
  }
  for (const AlarmLine* alarm : alarms) alarm_row(ui, *alarm, seen);
  ImGui::EndTable();
  return seen;
}

/// "Shelf (2)".
std::string counted(const char* word, std::size_t count) {
  return count == 0 ? std::string(word) : std::string(word) + " (" + std::to_string(count) + ")";
}

}  // namespace

void alarms_screen(Ui& ui) {
  AlarmScreenState& state = ui.view.own<AlarmScreenState>();
  const auto [low, high] = screen_area(ui);
  const ImVec2 room{high.x - low.x, high.y - low.y};
  const float gap = ui.px(6), side = std::floor(std::min(ui.px(270), 0.3f * room.x)), top = ui.px(40);
  begin_panel(ui, "alarms.measures", low, {room.x, top});
  alarm_measures(ui);
  end_panel();

  begin_panel(ui, "alarms.list", {low.x, low.y + top + gap}, {room.x - side - gap, room.y - top - gap});
  const auto shelved =
      static_cast<std::size_t>(std::count_if(ui.screen.alarms.begin(), ui.screen.alarms.end(),
                                             [](const AlarmLine& alarm) { return alarm.look == AlarmLook::shelved; }));
  const auto active =
      static_cast<std::size_t>(std::count_if(ui.screen.alarms.begin(), ui.screen.alarms.end(),
                                             [](const AlarmLine& alarm) { return alarm.stands() || alarm.waits(); }));
  const std::string list = counted(ui("alarms.tab_list"_word), active),
                    shelf = counted(ui("alarms.tab_shelf"_word), shelved);
  state.tab = tab_row(ui, "alarms.tab", {list.c_str(), shelf.c_str(), ui("alarms.tab_history"_word)}, state.tab);
  if (state.tab == 0) {
    const bool any = !ui.screen.ended() && std::any_of(ui.screen.alarms.begin(), ui.screen.alarms.end(),
                                                       [](const AlarmLine& alarm) { return alarm.waits(); });
    ImGui::SameLine(0.0f, ui.px(16));
    const bool visible =
        push_button(ui, "alarms.acknowledge_visible", ui("alarms.acknowledge_visible"_word), {.enabled = any});
    ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "alarms.acknowledge_everything", ui("alarms.acknowledge_all"_word), {.enabled = any}))
      ui.send("acknowledge", "all");
    ImGui::SameLine(0.0f, ui.px(16));
    if (push_button(ui, "sound.silence", ui("alarms.silence"_word), {.enabled = any})) ui.view.silence = true;
    ImGui::SameLine(0.0f, ui.px(2));
    sound_button(ui, "sound.mute");
    const std::vector<std::string> seen = alarm_table(ui, false);
    if (visible)
      for (const std::string& tag : seen) ui.send("acknowledge", tag);
  } else if (state.tab == 1) {
    alarm_table(ui, true);
  } else {
    alarm_history(ui);
  }
  end_panel();

  begin_panel(ui, "alarms.side", {low.x + room.x - side, low.y + top + gap}, {side, room.y - top - gap});
  ImGui::BeginChild("details", {0.0f, 0.0f});
  alarm_details(ui);
  ImGui::Dummy({0.0f, ui.px(8)});
  trip_list(ui);
  ImGui::EndChild();
  end_panel();
  shelving_dialog(ui);
}

}  // namespace stillhouse
