#include "frontend/views/sheet_zoom.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr float kMost = 8.0f, kTurn = 1.2f, kPress = 1.5f;
constexpr float kButton = 26.0f;  // points

/// A place for the middle of the panel with which nothing but picture is in it, or all of it where it is smaller.
float kept_within(float place, float room, float picture) {
  if (picture <= room) return 0.5f;
  const float half = 0.5f * room / picture;
  return std::clamp(place, half, 1.0f - half);
}

}  // namespace

SheetZoom& SheetZoom::of(Ui& ui) {
  SheetZoom& zoom = ui.view.own<SheetZoom>();
  if (zoom.lab_ != ui.screen.lab.get()) zoom = SheetZoom();
  zoom.lab_ = ui.screen.lab.get();
  return zoom;
}

ImVec2 SheetZoom::origin(ImVec2 low, ImVec2 room, ImVec2 sheet) const {
  const auto along = [&](float from, float length, float picture, float place) {
    return std::floor(from + 0.5f * length - kept_within(place, length, picture) * picture);
  };
  return {along(low.x, room.x, times_ * sheet.x, across_), along(low.y, room.y, times_ * sheet.y, down_)};
}

void SheetZoom::magnify(float factor) {
  times_ = std::clamp(times_ * factor, 1.0f, kMost);
}

void SheetZoom::steer(ImVec2 low, ImVec2 room, ImVec2 sheet) {
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 mouse = io.MousePos, corner = origin(low, room, sheet);
  const bool inside = ImGui::IsWindowHovered() && mouse.x >= low.x && mouse.x < low.x + room.x && mouse.y >= low.y &&
                      mouse.y < low.y + room.y;
  // the middle of the panel follows from what shall stand at the mouse
  const auto set_middle = [&](float left, float top) {
    across_ = kept_within((low.x + 0.5f * room.x - left) / (times_ * sheet.x), room.x, times_ * sheet.x);
    down_ = kept_within((low.y + 0.5f * room.y - top) / (times_ * sheet.y), room.y, times_ * sheet.y);
  };
  if (inside && io.MouseWheel != 0.0f) {
    const float before = times_;
    magnify(std::pow(kTurn, io.MouseWheel));
    const float factor = times_ / before;
    set_middle(mouse.x - factor * (mouse.x - corner.x), mouse.y - factor * (mouse.y - corner.y));
  }
  if (inside && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) dragged_ = !ImGui::IsAnyItemHovered();
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) dragged_ = false;
  if (dragged_) set_middle(corner.x + io.MouseDelta.x, corner.y + io.MouseDelta.y);
}

float SheetZoom::buttons(Ui& ui, ImVec2 right_top) {
  ImGui::PushFont(ui.fonts.small);
  const ImGuiStyle& style = ImGui::GetStyle();
  const float whole = ImGui::CalcTextSize(ui("picture.whole"_word)).x + 2.0f * style.FramePadding.x, gap = ui.px(3);
  ImGui::PopFont();
  const float width = 2.0f * (ui.px(kButton) + gap) + whole;
  ImGui::SetCursorScreenPos({right_top.x - width, right_top.y});
  if (push_button(ui, "picture.smaller", "-", {.enabled = times_ > 1.0f, .width = kButton, .small = true}))
    magnify(1.0f / kPress);
  ImGui::SameLine(0.0f, gap);
  if (push_button(ui, "picture.larger", "+", {.enabled = times_ < kMost, .width = kButton, .small = true}))
    magnify(kPress);
  ImGui::SameLine(0.0f, gap);
  if (push_button(ui, "picture.whole", ui("picture.whole"_word), {.enabled = times_ > 1.0f, .small = true}))
    magnify(1.0f / kMost);
  return width;
}

}  // namespace stillhouse
