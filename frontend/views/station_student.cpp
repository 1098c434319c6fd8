// What the instructor says to the student, does in the field, and sees of the student.
#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/review_parts.h"
#include "frontend/views/station_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kMessageBytes = 500;

void deed_list(Ui& ui) {
  if (!ImGui::BeginTable("deeds", 3,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("time");
  ImGui::TableSetupColumn("by");
  ImGui::TableSetupColumn("says", ImGuiTableColumnFlags_WidthStretch);
  for (const DeedLine& line : ui.screen.station->deeds) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    quiet_text(ui, clock_text(line.time).c_str());
    ImGui::TableNextColumn();
    quiet_text(ui, line.by == DeedLine::By::instructor      ? ui("station.by_instructor"_word)
                   : line.by == DeedLine::By::operator_file ? ui("station.by_operator"_word)
                                                            : ui("station.by_student"_word));
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(line.says));
  }
  ImGui::EndTable();
}

/// Points of each criterion as they stand now, as a number and as a bar.
void score_list(Ui& ui) {
  const StationState& station = *ui.screen.station;
  quiet_paragraph(ui, ui("station.score_if_ended"_word));
  if (!ImGui::BeginTable("score", 3,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthFixed, ui.px(70));
  ImGui::TableSetupColumn("points", ImGuiTableColumnFlags_WidthFixed, ui.px(64));
  for (const StationCriterion& criterion : station.criteria) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(criterion.title));
    ImGui::TableNextColumn();
    if (criterion.points > 0.0) {
      const ImVec2 place = ImGui::GetCursorScreenPos();
      const float height = ImGui::GetFrameHeight(), w = ui.px(66);
      const float share = static_cast<float>(std::clamp(criterion.score / criterion.points, 0.0, 1.0));
      ImDrawList& list = *ImGui::GetWindowDrawList();
      const ImVec2 low{place.x, place.y + 0.3f * height}, high{place.x + w, place.y + 0.75f * height};
      list.AddRectFilled(low, high, palette::kSheet);
      list.AddRectFilled(low, {low.x + share * w, high.y}, palette::kQuiet);
      list.AddRect(low, high, palette::kQuiet);
    }
    ImGui::TableNextColumn();
    const std::string text = plain_number(criterion.score, 1) +
                             (criterion.points > 0.0 ? " / " + plain_number(criterion.points, 0) : std::string());
    quiet_text(ui, text.c_str());
  }
  ImGui::EndTable();
}

/// Inputs of the plant that no control room reaches, and the handles.
void field_list(Ui& ui) {
  quiet_paragraph(ui, ui("station.field_says"_word));
  ImGui::BeginChild("field");
  const auto row = [&](const std::string& name, const char* says, const NumberFormat& format, double value) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(name.c_str());
    if (says != nullptr && *says != '\0') {
      ImGui::SameLine();
      quiet_text(ui, cut_to(ui, says, ImGui::GetContentRegionAvail().x).c_str());
    }
    return number_entry(ui, "station.field." + name, format, value, 84.0f, !ui.screen.ended());
  };
  for (const FieldLine& line : ui.screen.station->field)
    if (const auto value = row(line.name, ui(line.says), line.format, line.value))
      order(ui, "field", line.name, *value);
  for (const HandleFace& handle : ui.screen.handles)
    if (const auto value = row(handle.tag, ui(handle.says), handle.format, handle.asked))
      order(ui, "set", handle.tag, *value);
  ImGui::EndChild();
}

}  // namespace

void station_message(Ui& ui) {
  StationView& view = ui.view.own<StationView>();
  const StationState& station = *ui.screen.station;
  ImGui::TextUnformatted(ui("station.message"_word));
  const char* label = ui("station.send"_word);
  const float button = ImGui::CalcTextSize(label).x + ui.px(18);
  const float entry = (ImGui::GetContentRegionAvail().x - button) / ui.scale - 6.0f;
  const bool entered =
      text_entry(ui, "station.message.text", view.message, entry, ui("station.message_hint"_word), kMessageBytes);
  ImGui::SameLine();
  const bool written = view.message.find_first_not_of(' ') != std::string::npos && !ui.screen.ended();
  if ((push_button(ui, "station.message.send", label, {.enabled = written}) || entered) && written) {
    order(ui, "message", "", 0.0, view.message);
    view.message.clear();
  }
  ImGui::BeginChild("sent");
  if (station.messages.empty()) quiet_paragraph(ui, ui("station.no_messages"_word));
  for (auto message = station.messages.rbegin(); message != station.messages.rend(); ++message) {
    const std::string state = message->confirmed < 0.0
                                  ? ui("station.not_confirmed"_word)
                                  : ui("station.confirmed_at"_word, {clock_text(message->confirmed)});
    quiet_text(ui, (clock_text(message->sent) + "  " + state).c_str());
    wrapped_text(ui, message->text.c_str());
  }
  ImGui::EndChild();
}

void station_student(Ui& ui) {
  StationView& view = ui.view.own<StationView>();
  const StationState& station = *ui.screen.station;
  const std::string score = plain_number(station.score, 1) + " / " + plain_number(station.total, 0);
  const std::string score_tab = std::string(ui("report.score"_word)) + " " + score;
  view.tab = tab_row(ui, "station.tab",
                     {ui("station.deeds"_word), score_tab.c_str(), ui("panel.tasks"_word), ui("panel.alarms"_word),
                      ui("station.field"_word)},
                     view.tab);
  switch (view.tab) {
    case 1:
      return score_list(ui);
    case 2:
      return task_list(ui);
    case 3:
      return alarm_list(ui);
    case 4:
      return field_list(ui);
    default:
      return deed_list(ui);
  }
}

}  // namespace stillhouse
