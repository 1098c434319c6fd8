#include "frontend/views/keyboard_focus.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include <imgui_internal.h>

#include "frontend/views/palette.h"

namespace stillhouse {

namespace {

bool pressed(ImGuiKey_ key) {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key));
}

/// What is open above a screen has the keys alone.
std::vector<WidgetRegistry::Stop> within_reach(const WidgetRegistry& widgets) {
  std::vector<WidgetRegistry::Stop> stops = widgets.stops();
  const auto in_popup = [](const WidgetRegistry::Stop& stop) { return stop.in_popup; };
  if (std::any_of(stops.begin(), stops.end(), in_popup))
    stops.erase(std::remove_if(stops.begin(), stops.end(), std::not_fn(in_popup)), stops.end());
  return stops;
}

}  // namespace

void KeyboardFocus::take_keys(Ui& ui) {
  ImGuiIO& io = ImGui::GetIO();
  if (io.KeyMap[ImGuiKey_Tab] >= 0) {
    tab_key_ = io.KeyMap[ImGuiKey_Tab];
    io.KeyMap[ImGuiKey_Tab] = -1;
  }
  const Stops stops = within_reach(ui.widgets);
  const auto here = std::find_if(stops.begin(), stops.end(), [&](const auto& stop) { return is_here(stop); });
  if (here != stops.end())
    place_ = static_cast<std::size_t>(here - stops.begin());
  else
    keeps_arrows_ = false;

  // the mouse takes over, and the keys go on from where it clicked
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    shown_ = false;
    const ImVec2 mouse = io.MousePos;
    for (const WidgetRegistry::Stop& stop : stops)
      if (stop.seen && mouse.x >= stop.low.x && mouse.x < stop.high.x && mouse.y >= stop.low.y && mouse.y < stop.high.y)
        name_ = stop.name, id_ = stop.id;
  }
  if (tab_key_ >= 0 && ImGui::IsKeyPressed(tab_key_)) return walk(ui, stops, io.KeyShift ? -1 : 1);
  if (ImGui::GetActiveID() != 0) return;
  if (pressed(ImGuiKey_Escape)) return close(ui);
  if (!shown_) return;
  if (pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeyPadEnter) || pressed(ImGuiKey_Space)) press(stops);
  if (keeps_arrows_) return;
  if (pressed(ImGuiKey_LeftArrow)) look(ui, stops, -1.0f, 0.0f);
  if (pressed(ImGuiKey_RightArrow)) look(ui, stops, 1.0f, 0.0f);
  if (pressed(ImGuiKey_UpArrow)) look(ui, stops, 0.0f, -1.0f);
  if (pressed(ImGuiKey_DownArrow)) look(ui, stops, 0.0f, 1.0f);
}

/// On from where the keys are; where that is gone, from what stands in its place now.
void KeyboardFocus::walk(Ui& ui, const Stops& stops, int step) {
  if (stops.empty()) return;
  const bool there = std::any_of(stops.begin(), stops.end(), [&](const auto& stop) { return is_here(stop); });
  const int count = static_cast<int>(stops.size());
  int next = std::min(static_cast<int>(place_), count - 1);
  if (name_.empty())
    next = step > 0 ? 0 : count - 1;
  else if (there || step < 0)
    next = (next + step + count) % count;
  focus(ui, stops[static_cast<std::size_t>(next)]);
}

/// To what is nearest in a direction; in a list also beyond its edge.
void KeyboardFocus::look(Ui& ui, const Stops& stops, float right, float down) {
  const auto here = std::find_if(stops.begin(), stops.end(), [&](const auto& stop) { return is_here(stop); });
  if (here == stops.end()) return;
  const WidgetRegistry::Stop* nearest = nullptr;
  float least = 0.0f;
  for (const WidgetRegistry::Stop& stop : stops) {
    if (stop.id == here->id || (!stop.seen && stop.window != here->window)) continue;
    const ImVec2 way{stop.middle().x - here->middle().x, stop.middle().y - here->middle().y};
    const float along = way.x * right + way.y * down, aside = std::abs(way.x * down) + std::abs(way.y * right);
    // beside each other is what overlaps in the other direction
    const bool faces = right != 0.0f ? stop.low.y < here->high.y && here->low.y < stop.high.y
                                     : stop.low.x < here->high.x && here->low.x < stop.high.x;
    if (along <= 1.0f || (!faces && aside > along)) continue;
    const float distance = along + (faces ? 0.1f : 3.0f) * aside + (stop.window == here->window ? 0.0f : 20.0f);
    if (nearest == nullptr || distance < least) {
      nearest = &stop;
      least = distance;
    }
  }
  if (nearest != nullptr) focus(ui, *nearest);
}

void KeyboardFocus::focus(Ui& ui, const WidgetRegistry::Stop& stop) {
  go_to(stop.name);
  id_ = stop.id;
  if (!stop.seen) ui.widgets.want_seen(stop.name);
  if (ImGui::GetActiveID() != 0) ImGui::ClearActiveID();
  if (!stop.types) return;
  // one types at once
  ImGui::ActivateItem(stop.id);
  GImGui->NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
}

void KeyboardFocus::go_to(const std::string& name) {
  name_ = name;
  id_ = 0;
  shown_ = true;
  keeps_arrows_ = false;
}

bool KeyboardFocus::steers(const std::string& name) {
  if (!shown_ || name != name_) return false;
  keeps_arrows_ = true;
  return true;
}

void KeyboardFocus::press(const Stops& stops) const {
  for (const WidgetRegistry::Stop& stop : stops) {
    if (!is_here(stop)) continue;
    ImGui::ActivateItem(stop.id);
    GImGui->NavNextActivateFlags = stop.types ? ImGuiActivateFlags_PreferInput : ImGuiActivateFlags_None;
    return;
  }
}

void KeyboardFocus::close(Ui& ui) {
  if (GImGui->OpenPopupStack.Size > 0)
    ImGui::ClosePopupToLevel(GImGui->OpenPopupStack.Size - 1, true);
  else if (ui.view.asks_finish)
    ui.view.asks_finish = false;
  else if (shown_)
    shown_ = false;
  else
    ui.view.selected.clear();
}

void KeyboardFocus::show(Ui& ui) {
  if (!shown_) return;
  for (const WidgetRegistry::Stop& stop : ui.widgets.stops()) {
    if (!is_here(stop) || !stop.seen) continue;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float gap = ui.px(2), width = ui.px(2);
    const ImVec2 low{stop.low.x - gap, stop.low.y - gap}, high{stop.high.x + gap, stop.high.y + gap};
    // dark on light and light on dark: seen on every ground
    list.AddRect({low.x - width, low.y - width}, {high.x + width, high.y + width}, palette::kSheet, 0.0f, 0, width);
    list.AddRect(low, high, palette::kSelect, 0.0f, 0, width);
    return;
  }
}

}  // namespace stillhouse
