#include "frontend/views/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include <imgui_internal.h>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"

namespace stillhouse {

namespace {

constexpr std::size_t kEntryLength = 24;

}  // namespace

namespace {

/// What answers to a click answers to keys too.
void note_stop(Ui& ui, const std::string& name) {
  const ImGuiID id = ImGui::GetItemID();
  const std::vector<WidgetRegistry::Stop>& stops = ui.widgets.stops();
  if (id == 0 || (!stops.empty() && stops.back().id == id)) return;
  const ImGuiWindow& window = *ImGui::GetCurrentWindowRead();
  if (ui.widgets.wanted() == name) {
    ImGui::ScrollToRect(ImGui::GetCurrentWindow(), {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
    ui.widgets.want_seen({});
  }
  ui.widgets.add({name, id, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), window.ID, ImGui::IsItemVisible(),
                  (window.RootWindow->Flags & ImGuiWindowFlags_Popup) != 0,
                  (ImGui::GetItemFlags() & ImGuiItemFlags_Inputable) != 0});
}

}  // namespace

void note_widget(Ui& ui, const std::string& name, bool enabled, std::string value) {
  if (enabled) note_stop(ui, name);
  // only what can be seen can be clicked
  if (!ImGui::IsItemVisible()) return;
  ui.widgets.add(name, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), enabled, std::move(value)});
}

bool push_button(Ui& ui, const std::string& name, const char* label, const ButtonLook& look) {
  ImGui::PushID(name.c_str());
  ImGui::PushFont(look.small ? ui.fonts.small : ui.fonts.normal);
  const int colours = look.chosen ? 4 : 0;
  if (look.chosen) {
    ImGui::PushStyleColor(ImGuiCol_Button, palette::kQuiet);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, palette::kQuiet);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, palette::kQuiet);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::kSheet);
  }
  ImGui::BeginDisabled(!look.enabled);
  // small letters, but as tall as the others, so that all buttons and words of a row stand on one line
  const float height = ui.fonts.normal->FontSize + 2.0f * ImGui::GetStyle().FramePadding.y;
  const bool clicked = ImGui::Button(label, {ui.px(look.width), height});
  note_widget(ui, name, look.enabled, label);
  ImGui::EndDisabled();
  ImGui::PopStyleColor(colours);
  ImGui::PopFont();
  ImGui::PopID();
  return clicked && look.enabled;
}

std::optional<double> number_entry(Ui& ui, const std::string& name, const NumberFormat& format, double shown_si,
                                   float width, bool enabled) {
  ImGui::PushID(name.c_str());
  std::string& typed = ui.view.typed[name];
  std::array<char, kEntryLength> buffer{};
  std::strncpy(buffer.data(), typed.c_str(), kEntryLength - 1);

  ImGui::BeginDisabled(!enabled);
  ImGui::SetNextItemWidth(ui.px(width));
  const std::string hint = number_text(shown_si, format);
  bool entered = ImGui::InputTextWithHint("##entry", hint.c_str(), buffer.data(), buffer.size(),
                                          ImGuiInputTextFlags_CharsScientific | ImGuiInputTextFlags_EnterReturnsTrue);
  const bool active = ImGui::IsItemActive();
  note_widget(ui, name, enabled, buffer.data());
  note_widget(ui, name + ".now", enabled, hint);
  typed = buffer.data();
  if (active || !typed.empty()) {
    // typed but not yet asked for: the frame says so
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), palette::kSelect, 0.0f, 0,
                                        ui.px(1.5f));
  }
  // a fixed room for the unit, so that entries below each other stand in columns
  const float unit_at = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + ImGui::GetScrollX() + ui.px(4);
  ImGui::SameLine(unit_at);
  quiet_text(ui, format.printed.c_str());
  ImGui::SameLine(std::max(unit_at + ui.px(36), ImGui::GetCursorPosX()));
  entered |= push_button(ui, name + ".set", ui("face.apply"_word), {.enabled = enabled});
  ImGui::EndDisabled();
  ImGui::PopID();

  if (!entered || typed.empty()) return {};
  const std::size_t dot = name.find('.');
  const std::string face = name.substr(dot + 1, name.rfind('.') - dot - 1);
  const std::optional<double> number = typed_number(typed);
  if (!number) {
    ui.view.complaint[face] = ui("face.not_a_number"_word);
    return {};
  }
  ui.view.complaint.erase(face);
  typed.clear();
  return si_number(*number, format);
}

int tab_row(Ui& ui, const std::string& name, std::initializer_list<const char*> labels, int chosen) {
  int index = 0;
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(2), ui.px(4)));
  for (const char* label : labels) {
    if (index > 0) ImGui::SameLine();
    if (push_button(ui, name + "." + std::to_string(index), label, {.chosen = index == chosen})) chosen = index;
    ++index;
  }
  ImGui::PopStyleVar();
  return chosen;
}

void quiet_text(Ui& ui, const char* text) {
  // as tall as a button, so that a row of both stands on one line
  ImFont* font = ui.fonts.small;
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight(), width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text).x;
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                      {std::floor(place.x), std::floor(place.y + 0.5f * (height - font->FontSize))},
                                      palette::kQuiet, text);
  ImGui::Dummy({width, height});
}

void quiet_paragraph(Ui& ui, const char* text) {
  ImGui::PushFont(ui.fonts.small);
  ImGui::PushStyleColor(ImGuiCol_Text, palette::kQuiet);
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, text);
  ImGui::PopStyleColor();
  ImGui::PopFont();
}

void label_value(Ui& ui, const char* label, const std::string& value, const std::string& unit, float label_width) {
  const float left = ImGui::GetCursorPosX();
  quiet_text(ui, label);
  ImGui::SameLine(left + ui.px(label_width));
  ImGui::PushStyleColor(ImGuiCol_Text, palette::kValue);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(value.c_str());
  ImGui::PopStyleColor();
  if (unit.empty()) return;
  ImGui::SameLine(0.0f, ui.px(4));
  quiet_text(ui, unit.c_str());
}

ScreenArea screen_area(const Ui& ui) {
  const ImVec2 low = ImGui::GetCursorScreenPos(), origin = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  const float gap = ui.px(6);
  return {low, {origin.x + size.x - gap, origin.y + size.y - gap}};
}

void panel(Ui& ui, const char* id, ImVec2 low, ImVec2 high, void (*content)(Ui&)) {
  begin_panel(ui, id, low, {high.x - low.x, high.y - low.y});
  content(ui);
  end_panel();
}

void begin_panel(Ui& ui, const char* id, ImVec2 low, ImVec2 size) {
  ImGui::SetCursorScreenPos(low);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(6)));
  ImGui::BeginChild(id, size, true,
                    // the arrow keys go from panel to panel
                    ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NavFlattened);
  ImGui::PopStyleVar();
}

void end_panel() {
  ImGui::EndChild();
}

void alarm_mark(ImDrawList& draw, ImVec2 c, float size, Urgency urgency, bool hollow, ImFont* font) {
  const float r = 0.5f * size;
  const ImU32 fill = hollow ? palette::kSheet : palette::kUrgency[std::min(std::max(urgency, 1), 4) - 1];
  const float line = std::max(1.0f, size / 14.0f);
  switch (urgency) {
    case 1:
      draw.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, fill);
      draw.AddRect({c.x - r, c.y - r}, {c.x + r, c.y + r}, palette::kOutline, 0.0f, 0, line);
      break;
    case 2: {
      const float d = 1.15f * r;
      draw.AddQuadFilled({c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, {c.x - d, c.y}, fill);
      draw.AddQuad({c.x, c.y - d}, {c.x + d, c.y}, {c.x, c.y + d}, {c.x - d, c.y}, palette::kOutline, line);
      break;
    }
    case 3:
      draw.AddTriangleFilled({c.x, c.y - 1.15f * r}, {c.x + 1.15f * r, c.y + r}, {c.x - 1.15f * r, c.y + r}, fill);
      draw.AddTriangle({c.x, c.y - 1.15f * r}, {c.x + 1.15f * r, c.y + r}, {c.x - 1.15f * r, c.y + r},
                       palette::kOutline, line);
      break;
    default:
      draw.AddCircleFilled(c, r, fill);
      draw.AddCircle(c, r, palette::kOutline, 0, line);
  }
  const char number[2] = {static_cast<char>('0' + urgency), '\0'};
  const float height = 0.78f * size;
  const ImVec2 extent = font->CalcTextSizeA(height, 1e9f, 0.0f, number);
  const float down = urgency == 3 ? 0.14f * size : 0.0f;
  draw.AddText(font, height, {c.x - 0.5f * extent.x, c.y - 0.5f * extent.y + down}, palette::kOutline, number);
}

void quality_mark(ImDrawList& draw, ImVec2 c, float size, ValueQuality quality, ImFont* font) {
  if (quality == ValueQuality::good) return;
  const char* letter = quality == ValueQuality::bad ? "X" : quality == ValueQuality::saturated ? "!" : "?";
  draw.AddCircleFilled(c, 0.5f * size, palette::kSheet);
  draw.AddCircle(c, 0.5f * size, palette::kOutline);
  const float height = 0.8f * size;
  const ImVec2 extent = font->CalcTextSizeA(height, 1e9f, 0.0f, letter);
  draw.AddText(font, height, {c.x - 0.5f * extent.x, c.y - 0.5f * extent.y}, palette::kOutline, letter);
}

const char* quality_word(const Ui& ui, ValueQuality quality) {
  switch (quality) {
    case ValueQuality::good:
      return ui("face.quality_good"_word);
    case ValueQuality::uncertain:
      return ui("face.quality_uncertain"_word);
    case ValueQuality::saturated:
      return ui("face.quality_saturated"_word);
    case ValueQuality::bad:
      break;
  }
  return ui("face.quality_bad"_word);
}

}  // namespace stillhouse
