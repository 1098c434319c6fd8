#include "frontend/views/station_screen.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "frontend/views/palette.h"
#include "frontend/views/station_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void order(Ui& ui, std::string verb, std::string tag, double value, std::string text) {
  ui.run.command(
      {.actor = "instructor", .verb = std::move(verb), .tag = std::move(tag), .value = value, .text = std::move(text)});
}

bool text_entry(Ui& ui, const std::string& name, std::string& text, float width, const char* hint, std::size_t bytes) {
  std::vector<char> buffer(bytes + 1, '\0');
  std::memcpy(buffer.data(), text.data(), std::min(text.size(), bytes));
  ImGui::PushID(name.c_str());
  ImGui::SetNextItemWidth(width > 0.0f ? ui.px(width) : width);
  const bool entered =
      ImGui::InputTextWithHint("##text", hint, buffer.data(), buffer.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  text = buffer.data();
  note_widget(ui, name, true, text);
  ImGui::PopID();
  ui.letters += text;
  return entered;
}

bool has_message(const Ui& ui) {
  return ui.has_run && ui.screen.message.has_value();
}

void message_bar(Ui& ui) {
  if (!has_message(ui)) return;
  const MessageLine& message = *ui.screen.message;
  ui.letters += message.text;
  // an envelope, so that it is no alarm
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight(), w = ui.px(20), h = ui.px(13);
  const ImVec2 low{place.x, place.y + 0.5f * (height - h)}, high{place.x + w, low.y + h};
  list.AddRectFilled(low, high, palette::kSheet);
  list.AddRect(low, high, palette::kText, 0.0f, 0, ui.px(1.3f));
  const ImVec2 flap[3] = {low, {low.x + 0.5f * w, low.y + 0.6f * h}, {high.x, low.y}};
  list.AddPolyline(flap, 3, palette::kText, ImDrawFlags_None, ui.px(1.3f));
  ImGui::Dummy({w, height});
  ImGui::SameLine(0.0f, ui.px(8));
  quiet_text(ui, (std::string(ui("station.from_instructor"_word)) + " " + clock_text(message.sent)).c_str());
  ImGui::SameLine(0.0f, ui.px(10));

  // the button first, so that a long message leaves it its room
  const char* label = ui("station.confirm"_word);
  const float button = ImGui::CalcTextSize(label).x + ui.px(16);
  const float right = ImGui::GetContentRegionMax().x - button;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = std::max(ui.px(40), right - ImGui::GetCursorPosX() - ui.px(8));
  list.PushClipRect(at, {at.x + room, at.y + height}, true);
  list.AddText({at.x, at.y + ImGui::GetStyle().FramePadding.y}, palette::kText, message.text.c_str());
  list.PopClipRect();
  ImGui::Dummy({room, height});
  note_widget(ui, "message.text", true, message.text);
  if (ImGui::IsItemHovered() && ImGui::CalcTextSize(message.text.c_str()).x > room) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ui.px(500));
    ImGui::TextUnformatted(message.text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }
  ImGui::SameLine(right);
  if (push_button(ui, "message.confirm", label)) ui.send("confirm", message.number);
}

void station_screen(Ui& ui) {
  const ScreenArea area = screen_area(ui);
  if (!ui.screen.station) {
    ImGui::TextUnformatted(ui("station.not_here"_word));
    return;
  }
  const StationState& station = *ui.screen.station;
  for (const MalfunctionTarget& target : station.facts->targets) {
    ui.letters += ui(target.says);
    for (const MalfunctionKind& kind : target.kinds) ui.letters += ui(kind.says);
  }
  for (const TriggerFact& fact : station.facts->facts) ui.letters += ui(fact.says);
  for (const MalfunctionLine& line : station.malfunctions) {
    ui.letters += ui(line.says);
    ui.letters += ui(line.trigger);
  }
  for (const SnapshotLine& line : station.snapshots) ui.letters += ui(line.says);
  for (const DeedLine& line : station.deeds) ui.letters += ui(line.says);
  for (const SentMessage& message : station.messages) ui.letters += message.text;
  for (const StationCriterion& criterion : station.criteria) ui.letters += ui(criterion.title);

  const float gap = ui.px(6), width = area.high.x - area.low.x, height = area.high.y - area.low.y;
  const float left = std::floor(area.low.x + 0.28f * width), right = std::floor(area.low.x + 0.68f * width);
  const float timeline = std::floor(area.low.y + ui.px(158));
  const float composer = std::floor(area.low.y + std::clamp(0.62f * height, ui.px(340), ui.px(460)));
  const float message = std::floor(area.low.y + ui.px(150));
  panel(ui, "timeline", area.low, {left, timeline}, station_timeline);
  panel(ui, "snapshots", {area.low.x, timeline + gap}, {left, area.high.y}, station_snapshots);
  panel(ui, "composer", {left + gap, area.low.y}, {right, composer}, station_composer);
  panel(ui, "malfunctions", {left + gap, composer + gap}, {right, area.high.y}, station_malfunctions);
  panel(ui, "message", {right + gap, area.low.y}, {area.high.x, message}, station_message);
  panel(ui, "student", {right + gap, message + gap}, area.high, station_student);
}

}  // namespace stillhouse
