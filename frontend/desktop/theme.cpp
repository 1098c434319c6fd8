#include "frontend/desktop/theme.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"

namespace stillhouse {

void apply_theme(float scale) {
  ImGuiStyle style;
  ImGui::StyleColorsLight(&style);
  const auto set = [&](ImGuiCol place, ImU32 colour) { style.Colors[place] = ImGui::ColorConvertU32ToFloat4(colour); };
  set(ImGuiCol_Text, palette::kText);
  set(ImGuiCol_TextDisabled, IM_COL32(0x6E, 0x6E, 0x6E, 255));
  set(ImGuiCol_WindowBg, palette::kBackground);
  set(ImGuiCol_ChildBg, palette::kPanel);
  set(ImGuiCol_PopupBg, palette::kSheet);
  set(ImGuiCol_Border, palette::kFaint);
  set(ImGuiCol_FrameBg, palette::kSheet);
  set(ImGuiCol_FrameBgHovered, palette::kSheet);
  set(ImGuiCol_FrameBgActive, palette::kSheet);
  set(ImGuiCol_Button, IM_COL32(0xDC, 0xDC, 0xDC, 255));
  set(ImGuiCol_ButtonHovered, IM_COL32(0xCB, 0xD6, 0xDF, 255));
  set(ImGuiCol_ButtonActive, IM_COL32(0xB0, 0xC4, 0xD4, 255));
  set(ImGuiCol_Header, IM_COL32(0xCB, 0xD6, 0xDF, 255));
  set(ImGuiCol_HeaderHovered, IM_COL32(0xCB, 0xD6, 0xDF, 255));
  set(ImGuiCol_HeaderActive, IM_COL32(0xB0, 0xC4, 0xD4, 255));
  set(ImGuiCol_Separator, palette::kFaint);
  set(ImGuiCol_TableBorderLight, IM_COL32(0xD8, 0xD8, 0xD8, 255));
  set(ImGuiCol_ScrollbarBg, palette::kPanel);
  set(ImGuiCol_ScrollbarGrab, palette::kFaint);
  set(ImGuiCol_NavHighlight, palette::kSelect);
  style.FrameBorderSize = 1.0f;
  style.WindowRounding = style.ChildRounding = style.FrameRounding = style.PopupRounding = 0.0f;
  style.ScrollbarRounding = style.GrabRounding = style.TabRounding = 0.0f;
  style.WindowPadding = {0.0f, 0.0f};
  style.FramePadding = {6.0f, 2.0f};
  style.ItemSpacing = {6.0f, 4.0f};
  style.CellPadding = {4.0f, 2.0f};
  style.ScrollbarSize = 11.0f;
  style.DisabledAlpha = 0.55f;
  style.ScaleAllSizes(scale);
  style.FrameBorderSize = style.ChildBorderSize = std::max(1.0f, std::floor(scale));
  ImGui::GetStyle() = style;
}

float scale_of(int width, int height) {
  const float fits = std::min(static_cast<float>(width) / 1280.0f, static_cast<float>(height) / 720.0f);
  return std::clamp(fits, 1.0f, 4.0f);
}

}  // namespace stillhouse
