#include "frontend/views/alarm_parts.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void show_on_trends(Ui& ui, int pen) {
  ui.view.trend.pens = {pen};
  ui.view.trend.chosen = -1;
  ui.view.trend.plot = 0;
  ui.view.screen = "trends";
}

}  // namespace

const char* alarm_look_word(const Ui& ui, AlarmLook look) {
  switch (look) {
    case AlarmLook::unacknowledged:
      return ui("alarms.unacknowledged"_word);
    case AlarmLook::acknowledged:
      return ui("alarms.acknowledged"_word);
    case AlarmLook::returned:
      return ui("alarms.returned"_word);
    case AlarmLook::shelved:
      return ui("alarms.shelved"_word);
    case AlarmLook::normal:
      break;
  }
  return ui("alarms.normal"_word);
}

const char* alarm_event_word(const Ui& ui, AlarmEvent event) {
  switch (event) {
    case AlarmEvent::raised:
      return ui("alarms.event_raised"_word);
    case AlarmEvent::acknowledged:
      return ui("alarms.acknowledged"_word);
    case AlarmEvent::cleared:
      return ui("alarms.event_cleared"_word);
    case AlarmEvent::shelved:
      return ui("alarms.shelved"_word);
    case AlarmEvent::unshelved:
      return ui("alarms.event_unshelved"_word);
    case AlarmEvent::suppressed:
      return ui("alarms.event_suppressed"_word);
    case AlarmEvent::released:
      break;
  }
  return ui("alarms.event_released"_word);
}

const AlarmLine* find_alarm(const ScreenState& screen, const std::string& tag) {
  for (const AlarmLine& alarm : screen.alarms)
    if (alarm.tag == tag) return &alarm;
  return nullptr;
}

void alarm_mark_cell(Ui& ui, const AlarmLine& alarm) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float size = ui.px(15);
  if (!alarm.waits() || ui.bright())
    alarm_mark(*ImGui::GetWindowDrawList(), {place.x + 0.7f * size, place.y + 0.5f * ImGui::GetFrameHeight()}, size,
               alarm.urgency, !alarm.stands(), ui.fonts.small);
  ImGui::Dummy({1.4f * size, ImGui::GetFrameHeight()});
}

void sound_button(Ui& ui, const std::string& name) {
  const bool muted = ui.view.muted;
  if (push_button(ui, name, muted ? ui("alarms.sound_off"_word) : ui("alarms.sound_on"_word),
                  {.chosen = muted, .small = true}))
    ui.view.muted = !muted;
}

void alarm_measures(Ui& ui) {
  const AlarmBoard& board = ui.screen.alarm_board;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto measure = [&](const char* name, const char* label, const std::string& value) {
    quiet_text(ui, label);
    ImGui::SameLine(0.0f, ui.px(4));
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(value.c_str());
    note_widget(ui, name, true, value);
    ImGui::SameLine(0.0f, ui.px(16));
  };
  measure("alarms.rate", ui("alarms.in_ten_minutes"_word), std::to_string(board.in_ten_minutes));

  // bars: each ten minutes of the run, with the line above which an operator cannot follow
  constexpr std::size_t kBars = 18;
  const std::size_t first = board.per_ten_minutes.size() > kBars ? board.per_ten_minutes.size() - kBars : 0;
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ui.px(6), height = ImGui::GetFrameHeight();
  const int most = std::max(2 * AlarmBoard::kFlood, board.most_in_ten_minutes);
  const auto y = [&](double n) { return place.y + height - height * static_cast<float>(n / most); };
  for (std::size_t i = first; i < board.per_ten_minutes.size(); ++i) {
    const float x = place.x + width * static_cast<float>(i - first);
    const int count = board.per_ten_minutes[i];
    list.AddRectFilled({x, std::min(y(count), place.y + height - 1.0f)}, {x + width - 1.0f, place.y + height},
                       count > AlarmBoard::kFlood ? palette::kText : palette::kLiquid);
  }
  const float bars = width * kBars;
  list.AddLine({place.x, y(AlarmBoard::kFlood)}, {place.x + bars, y(AlarmBoard::kFlood)}, palette::kQuiet, ui.px(1));
  ImGui::Dummy({bars, height});
  ImGui::SameLine(0.0f, ui.px(16));

  if (board.flood) {
    const std::string flood = std::string(ui("alarms.flood"_word)) + " " + clock_text(board.flood_since);
    const ImVec2 at = ImGui::GetCursorScreenPos(), text = ImGui::CalcTextSize(flood.c_str());
    list.AddRectFilled({at.x, at.y}, {at.x + text.x + ui.px(12), at.y + height}, palette::kUrgency[0]);
    list.AddRect({at.x, at.y}, {at.x + text.x + ui.px(12), at.y + height}, palette::kOutline);
    list.AddText({at.x + ui.px(6), at.y + 0.5f * (height - text.y)}, palette::kOutline, flood.c_str());
    ImGui::Dummy({text.x + ui.px(12), height});
    note_widget(ui, "alarms.flood", true, flood);
    ImGui::SameLine(0.0f, ui.px(16));
  } else {
    measure("alarms.most", ui("alarms.most_in_ten_minutes"_word), std::to_string(board.most_in_ten_minutes));
  }
  measure("alarms.standing", ui("alarms.standing"_word), std::to_string(board.standing));
  if (board.standing > 0)
    measure("alarms.longest", ui("alarms.longest_standing"_word), clock_text(board.longest_standing));
  measure("alarms.chattering", ui("alarms.chattering"_word), std::to_string(board.chattering));
  if (board.first_out.alarm >= 0) {
    const AlarmLine& first_out = ui.screen.alarms[static_cast<std::size_t>(board.first_out.alarm)];
    measure("alarms.first_out", ui("alarms.first_out"_word),
            first_out.tag + "  " + clock_text(board.first_out.time) + "  (1/" +
                std::to_string(board.first_out.members) + ")");
  }
  ImGui::NewLine();
}

void alarm_details(Ui& ui) {
  const AlarmLine* alarm = find_alarm(ui.screen, ui.view.own<AlarmScreenState>().chosen);
  if (alarm == nullptr) {
    quiet_paragraph(ui, ui("alarms.choose"_word));
    return;
  }
  ImGui::PushFont(ui.fonts.large);
  ImGui::TextUnformatted(alarm->tag.c_str());
  ImGui::PopFont();
  note_widget(ui, "alarms.chosen", true, alarm->tag);
  wrapped_text(ui, ui(alarm->says));
  const float label = 92.0f;
  label_value(ui, ui("alarms.state"_word), alarm_look_word(ui, alarm->look), "", label);
  label_value(ui, ui("alarms.limit"_word), alarm->reads + " " + alarm->limit, "", label);
  for (const InstrumentFace& face : ui.screen.instruments) {
    if (face.tag != alarm->reads) continue;
    label_value(ui, ui("alarms.value"_word), number_text(face.value, face.format), face.format.printed, label);
    if (push_button(ui, "alarms.trend", ui("face.show_trend"_word), {.enabled = face.pen >= 0, .small = true}))
      show_on_trends(ui, face.pen);
    ImGui::SameLine(0.0f, ui.px(4));
    if (push_button(ui, "alarms.face", ui("alarms.to_face"_word), {.small = true})) {
      ui.view.selected = face.tag;
      ui.view.screen = "plant";
    }
  }
  const auto index = static_cast<std::size_t>(alarm - ui.screen.alarms.data());
  if (index < ui.screen.alarm_board.tallies.size()) {
    const AlarmTally& tally = ui.screen.alarm_board.tallies[index];
    label_value(ui, ui("alarms.times_raised"_word), std::to_string(tally.raised), "", label);
    if (tally.chatters) quiet_paragraph(ui, ui("alarms.chatters"_word));
    ui.letters += tally.shelf_reason;
    if (alarm->look == AlarmLook::shelved && !tally.shelf_reason.empty())
      label_value(ui, ui("alarms.reason"_word), tally.shelf_reason, "", label);
  }
  ImGui::Dummy({0.0f, ui.px(2)});
  quiet_text(ui, ui("alarms.response"_word));
  wrapped_text(ui, ui(alarm->response));
  note_widget(ui, "alarms.response", true, ui(alarm->response));
  ImGui::Dummy({0.0f, ui.px(2)});
  const bool ended = ui.screen.ended();
  if (push_button(ui, "alarms.details.acknowledge", ui("alarms.acknowledge"_word),
                  {.enabled = alarm->waits() && !ended}))
    ui.send("acknowledge", alarm->tag);
  ImGui::SameLine(0.0f, ui.px(4));
  if (alarm->look == AlarmLook::shelved) {
    if (push_button(ui, "alarms.details.unshelve", ui("alarms.unshelve"_word), {.enabled = !ended}))
      ui.send("unshelve", alarm->tag);
  } else if (push_button(ui, "alarms.details.shelve", ui("alarms.shelve"_word),
                         {.enabled = alarm->longest_shelving > 0.0 && !ended})) {
    ui.view.own<AlarmScreenState>().shelving = alarm->tag;
  }
}

void trip_list(Ui& ui) {
  const AlarmBoard& board = ui.screen.alarm_board;
  if (board.trips.empty()) return;
  quiet_text(ui, ui("alarms.trips"_word));
  constexpr std::size_t kRows = 3;
  for (std::size_t i = 0; i < std::min(kRows, board.trips.size()); ++i) {
    const TripLine& trip = board.trips[i];
    const std::string line = ui("text.says"_word, {clock_text(trip.time) + "  " + trip.tag, ui(trip.cause)});
    wrapped_text(ui, line.c_str());
    note_widget(ui, "alarms.trip." + std::to_string(i), true, line);
  }
}

void shelving_dialog(Ui& ui) {
  AlarmScreenState& state = ui.view.own<AlarmScreenState>();
  constexpr const char* kName = "shelve";
  if (state.shelving.empty()) return;
  const AlarmLine* alarm = find_alarm(ui.screen, state.shelving);
  if (alarm == nullptr || ui.screen.ended()) {
    state.shelving.clear();
    return;
  }
  if (!ImGui::IsPopupOpen(kName)) ImGui::OpenPopup(kName);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0.5f * size.x, 0.45f * size.y}, ImGuiCond_Always, {0.5f, 0.5f});
  ImGui::SetNextWindowSize({ui.px(430), 0.0f});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(12)));
  const bool open = ImGui::BeginPopupModal(
      kName, nullptr, ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize);
  ImGui::PopStyleVar();
  if (!open) return;
  ImGui::PushFont(ui.fonts.large);
  ImGui::TextUnformatted((std::string(ui("alarms.shelve"_word)) + "  " + alarm->tag).c_str());
  ImGui::PopFont();
  wrapped_text(ui, ui(alarm->says));

  quiet_text(ui, ui("alarms.how_long"_word));
  state.shelf_time = std::min(state.shelf_time, alarm->longest_shelving);
  bool first = true;
  for (const int minutes : {5, 10, 30, 60}) {
    if (60.0 * minutes > alarm->longest_shelving) continue;
    if (!first) ImGui::SameLine(0.0f, ui.px(2));
    first = false;
    const std::string label = ui("alarms.minutes"_word, {std::to_string(minutes)});
    if (push_button(ui, "shelving.minutes." + std::to_string(minutes), label.c_str(),
                    {.chosen = state.shelf_time == 60.0 * minutes, .width = 70.0f}))
      state.shelf_time = 60.0 * minutes;
  }

  quiet_text(ui, ui("alarms.why"_word));
  std::string& reason = ui.view.typed["shelving.reason"];
  const Word usual[] = {"alarms.reason_sensor"_word, "alarms.reason_known"_word, "alarms.reason_work"_word};
  int number = 0;
  for (const Word word : usual) {
    if (number > 0) ImGui::SameLine(0.0f, ui.px(2));
    if (push_button(ui, "shelving.reason." + std::to_string(number++), ui(word), {.small = true})) reason = ui(word);
  }
  char buffer[96] = {};
  reason.copy(buffer, sizeof buffer - 1);
  ImGui::SetNextItemWidth(-1.0f);
  ImGui::InputTextWithHint("##reason", ui("alarms.reason"_word), buffer, sizeof buffer);
  note_widget(ui, "shelving.reason", true, buffer);
  reason = buffer;
  ui.letters += reason;

  ImGui::Dummy({0.0f, ui.px(4)});
  const bool given = reason.find_first_not_of(' ') != std::string::npos;
  bool close = false;
  if (push_button(ui, "shelving.shelve", ui("alarms.shelve"_word), {.enabled = given, .width = 120.0f})) {
    ui.send("shelve", alarm->tag, state.shelf_time, reason);
    close = true;
  }
  ImGui::SameLine(0.0f, ui.px(6));
  close |= push_button(ui, "shelving.cancel", ui("alarms.cancel"_word), {.width = 120.0f}) ||
           ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (!given) {
    ImGui::SameLine(0.0f, ui.px(8));
    quiet_text(ui, ui("alarms.reason_needed"_word));
  }
  close |= ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  if (close) {
    reason.clear();
    state.shelving.clear();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

void alarm_history(Ui& ui) {
  AlarmScreenState& state = ui.view.own<AlarmScreenState>();
  // filters: how urgent, what happened, only the chosen alarm
  for (int urgency = 1; urgency <= 4; ++urgency) {
    if (urgency > 1) ImGui::SameLine(0.0f, ui.px(2));
    const std::string label = "1–" + std::to_string(urgency);
    if (push_button(ui, "history.urgency." + std::to_string(urgency), urgency == 1 ? "1" : label.c_str(),
                    {.chosen = state.least_urgency == urgency, .small = true}))
      state.least_urgency = urgency;
  }
  ImGui::SameLine(0.0f, ui.px(10));
  if (push_button(ui, "history.event.all", ui("alarms.all_events"_word), {.chosen = state.event < 0, .small = true}))
    state.event = -1;
  for (const AlarmEvent event :
       {AlarmEvent::raised, AlarmEvent::acknowledged, AlarmEvent::cleared, AlarmEvent::shelved}) {
    ImGui::SameLine(0.0f, ui.px(2));
    const int number = static_cast<int>(event);
    if (push_button(ui, "history.event." + std::to_string(number), alarm_event_word(ui, event),
                    {.chosen = state.event == number, .small = true}))
      state.event = number;
  }
  ImGui::SameLine(0.0f, ui.px(10));
  const bool chosen = find_alarm(ui.screen, state.chosen) != nullptr;
  if (push_button(ui, "history.only_chosen", chosen ? state.chosen.c_str() : ui("alarms.only_chosen"_word),
                  {.enabled = chosen, .chosen = state.only_chosen && chosen, .small = true}))
    state.only_chosen = !state.only_chosen;

  std::vector<const AlarmChange*> shown;
  const std::vector<AlarmChange>& changes = ui.screen.alarm_board.changes;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const AlarmLine& alarm = ui.screen.alarms[static_cast<std::size_t>(change->alarm)];
    if (alarm.urgency > state.least_urgency) continue;
    if (state.event >= 0 && static_cast<int>(change->event) != state.event) continue;
    if (state.only_chosen && chosen && alarm.tag != state.chosen) continue;
    shown.push_back(&*change);
  }
  if (shown.empty()) {
    quiet_text(ui, ui("alarms.no_history"_word));
    return;
  }
  if (!ImGui::BeginTable("history", 5, ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit)) return;
  ImGui::TableSetupColumn("time", ImGuiTableColumnFlags_WidthFixed, ui.px(64));
  ImGui::TableSetupColumn("mark", ImGuiTableColumnFlags_WidthFixed, ui.px(24));
  ImGui::TableSetupColumn("tag", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupColumn("event", ImGuiTableColumnFlags_WidthFixed, ui.px(120));
  ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(shown.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const AlarmChange& change = *shown[static_cast<std::size_t>(i)];
      const AlarmLine& alarm = ui.screen.alarms[static_cast<std::size_t>(change.alarm)];
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      quiet_text(ui, clock_text(change.time).c_str());
      ImGui::TableNextColumn();
      const ImVec2 place = ImGui::GetCursorScreenPos();
      alarm_mark(*ImGui::GetWindowDrawList(), {place.x + ui.px(9), place.y + 0.5f * ImGui::GetFrameHeight()}, ui.px(13),
                 alarm.urgency, change.event != AlarmEvent::raised, ui.fonts.small);
      ImGui::Dummy({ui.px(18), ImGui::GetFrameHeight()});
      ImGui::TableNextColumn();
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(alarm.tag.c_str());
      ImGui::TableNextColumn();
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(alarm_event_word(ui, change.event));
      note_widget(ui, "history." + std::to_string(i), true, alarm.tag + " " + alarm_event_word(ui, change.event));
      ImGui::TableNextColumn();
      ui.letters += change.note;
      quiet_text(ui, change.note.empty() ? ui(alarm.says) : change.note.c_str());
    }
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
