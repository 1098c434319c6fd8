#include "frontend/views/trend_steering.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "frontend/views/keyboard_focus.h"
#include "frontend/views/palette.h"
#include "frontend/views/trend_plot.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double kShortest = 20.0, kLongest = 4.0 * 86400.0;  // s
constexpr double kLeastHeight = 0.002;                        // of the scales
constexpr const char* kPayload = "pens";
constexpr std::size_t kMostDragged = 3;

void zoom_time(TrendViewState& trend, const TrendFrame& frame, double at, double turns) {
  at = std::clamp(at, frame.from, frame.to);
  const double share = (frame.to - at) / (frame.to - frame.from);
  trend.length = std::clamp(trend.length * std::exp(-0.25 * turns), kShortest, kLongest);
  // the right edge stays now while it follows; else the time under the mouse stays where it is
  if (!trend.follows) trend.end = at + share * trend.length;
}

void zoom_values(TrendViewState& trend, double at, double turns) {
  const double span = trend.high - trend.low, here = trend.low + std::clamp(at, 0.0, 1.0) * span;
  const double wanted = std::clamp(span * std::exp(-0.25 * turns), kLeastHeight, 1.0);
  const double low = here - (here - trend.low) / span * wanted;
  trend.low = std::clamp(low, 0.0, 1.0 - wanted);
  trend.high = trend.low + wanted;
}

void move_time(Ui& ui, const TrendFrame& frame, float pixels) {
  TrendViewState& trend = ui.view.trend;
  const double moved = static_cast<double>(pixels / (frame.high.x - frame.low.x)) * trend.length;
  if (moved == 0.0) return;
  trend.end = frame.to - moved;
  trend.follows = trend.end >= ui.screen.time && moved < 0.0;
}

void move_values(TrendViewState& trend, const TrendFrame& frame, float pixels) {
  const double span = trend.high - trend.low;
  const double moved = static_cast<double>(pixels / (frame.high.y - frame.low.y)) * span;
  trend.low = std::clamp(trend.low + moved, 0.0, 1.0 - span);
  trend.high = trend.low + span;
}

void zoom_into(Ui& ui, const TrendFrame& frame, ImVec2 from, ImVec2 to) {
  TrendViewState& trend = ui.view.trend;
  const auto clamped = [&](ImVec2 p) {
    return ImVec2{std::clamp(p.x, frame.low.x, frame.high.x), std::clamp(p.y, frame.low.y, frame.high.y)};
  };
  const ImVec2 a = clamped(from), b = clamped(to);
  if (std::abs(a.x - b.x) < ui.px(6) || std::abs(a.y - b.y) < ui.px(6)) return;
  keep_window(trend);
  const double begin = frame.time(std::min(a.x, b.x)), end = frame.time(std::max(a.x, b.x));
  trend.length = std::clamp(end - begin, kShortest, kLongest);
  trend.end = end;
  trend.follows = false;
  const double span = trend.high - trend.low, low = trend.low;
  trend.low = low + frame.height(std::max(a.y, b.y)) * span;
  trend.high = std::max(low + frame.height(std::min(a.y, b.y)) * span, trend.low + kLeastHeight);
  if (trend.high > 1.0) trend.low -= trend.high - 1.0, trend.high = 1.0;
}

/// Keys that the plot understands while the mouse or the keyboard's frame is on it. Keys of ImGui 1.86 are those of the
/// backend; the letters are asked for as characters.
void keys(Ui& ui, const TrendFrame& frame) {
  TrendViewState& trend = ui.view.trend;
  const ImGuiIO& io = ImGui::GetIO();
  if (io.WantTextInput) return;
  const auto pressed = [](ImGuiKey_ key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
  double& cursor = io.KeyShift ? trend.second_cursor : trend.cursor;
  const double step = (io.KeyCtrl ? 10.0 : 1.0) * ui.screen.scan_length;
  const double last = std::max(ui.screen.time - ui.screen.scan_length, 0.0);
  const double now = cursor < 0.0 ? 0.5 * (frame.from + frame.to) : cursor;
  if (pressed(ImGuiKey_LeftArrow)) cursor = std::clamp(now - step, 0.0, last);
  if (pressed(ImGuiKey_RightArrow)) cursor = std::clamp(now + step, 0.0, last);
  if (pressed(ImGuiKey_Home)) show_whole_run(ui);
  if (pressed(ImGuiKey_End)) trend.follows = true;
  if (pressed(ImGuiKey_Backspace)) leave_zoom(trend);
  if (pressed(ImGuiKey_Delete) && trend.chosen >= 0 && static_cast<std::size_t>(trend.chosen) < trend.pens.size())
    remove_pens(trend, {trend.pens[static_cast<std::size_t>(trend.chosen)]});
  for (const ImWchar letter : io.InputQueueCharacters) {
    if (letter == '+' || letter == '=') zoom_time(trend, frame, 0.5 * (frame.from + frame.to), 1.0);
    if (letter == '-') zoom_time(trend, frame, 0.5 * (frame.from + frame.to), -1.0);
  }
}

/// Which cursor's line lies under a place: 0 none, 1 A, 2 B.
int cursor_at(const Ui& ui, const TrendFrame& frame, float x) {
  const TrendViewState& trend = ui.view.trend;
  if (trend.cursor >= 0.0 && std::abs(frame.x(trend.cursor) - x) < ui.px(5)) return 1;
  if (trend.second_cursor >= 0.0 && std::abs(frame.x(trend.second_cursor) - x) < ui.px(5)) return 2;
  return 0;
}

}  // namespace

void steer_time(Ui& ui, const TrendFrame& frame) {
  TrendViewState& trend = ui.view.trend;
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemHovered() && io.MouseWheel != 0.0f)
    zoom_time(trend, frame, frame.time(io.MousePos.x), static_cast<double>(io.MouseWheel));
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2.0f))
    move_time(ui, frame, io.MouseDelta.x);
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    trend.follows = true;
    trend.marked_from = trend.marked_to = -1.0;
  }
}

void steer_large(Ui& ui, const TrendFrame& frame) {
  TrendViewState& trend = ui.view.trend;
  const ImGuiIO& io = ImGui::GetIO();
  const ImVec2 mouse = io.MousePos;
  const bool hovered = ImGui::IsItemHovered();
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  // what the button that is down does: 0 nothing, 1 and 2 move a cursor, 3 move the window, 4 draw a box
  int& doing = *storage.GetIntRef(ImGui::GetID("doing"), 0);
  if (hovered && io.MouseWheel != 0.0f) {
    if (io.KeyCtrl) {
      zoom_values(trend, frame.height(mouse.y), static_cast<double>(io.MouseWheel));
    } else {
      zoom_time(trend, frame, frame.time(mouse.x), static_cast<double>(io.MouseWheel));
    }
  }
  if (KeyboardFocus::of(ui).steers("trends.plot") || hovered) keys(ui, frame);

  const bool left = ImGui::IsMouseClicked(ImGuiMouseButton_Left), right = ImGui::IsMouseClicked(ImGuiMouseButton_Right);
  if (hovered && (left || right)) {
    trend.drag_x = mouse.x;
    trend.drag_y = mouse.y;
    const int cursor = left ? cursor_at(ui, frame, mouse.x) : 0;
    doing = cursor > 0 ? cursor : right || trend.boxes ? 4 : 3;
  }
  const bool down = io.MouseDown[0] || io.MouseDown[1];
  if (trend.drag_x < 0.0f) return;
  const bool moved = std::abs(mouse.x - trend.drag_x) + std::abs(mouse.y - trend.drag_y) > ui.px(3);
  const double time = std::clamp(frame.time(mouse.x), 0.0, std::max(ui.screen.time - ui.screen.scan_length, 0.0));
  if (down) {
    if (doing == 1) trend.cursor = time;
    if (doing == 2) trend.second_cursor = time;
    if (doing == 3 && moved) {
      move_time(ui, frame, io.MouseDelta.x);
      move_values(trend, frame, io.MouseDelta.y);
    }
    if (doing == 4 && moved)
      ImGui::GetWindowDrawList()->AddRect({std::min(trend.drag_x, mouse.x), std::min(trend.drag_y, mouse.y)},
                                          {std::max(trend.drag_x, mouse.x), std::max(trend.drag_y, mouse.y)},
                                          palette::kSelect, 0.0f, 0, ui.px(1.5f));
    return;
  }
  if (doing == 4) zoom_into(ui, frame, {trend.drag_x, trend.drag_y}, mouse);
  if (!moved && doing >= 3 && hovered) (io.KeyShift ? trend.second_cursor : trend.cursor) = time;
  trend.drag_x = -1.0f;
  doing = 0;
}

void drag_tags(Ui& ui, const std::vector<int>& pens, const char* label) {
  if (!ImGui::BeginDragDropSource(ImGuiDragDropFlags_SourceAllowNullID)) return;
  std::array<int, kMostDragged + 1> payload{};
  payload[0] = static_cast<int>(std::min(pens.size(), kMostDragged));
  for (int i = 0; i < payload[0]; ++i) payload[static_cast<std::size_t>(i) + 1] = pens[static_cast<std::size_t>(i)];
  ImGui::SetDragDropPayload(kPayload, payload.data(), sizeof payload);
  ImGui::PushFont(ui.fonts.small);
  ImGui::TextUnformatted(label);
  ImGui::PopFont();
  ImGui::EndDragDropSource();
}

void drop_tags(Ui& ui) {
  if (!ImGui::BeginDragDropTarget()) return;
  if (const ImGuiPayload* payload = ImGui::AcceptDragDropPayload(kPayload)) {
    std::array<int, kMostDragged + 1> dropped{};
    if (payload->DataSize == static_cast<int>(sizeof dropped)) {
      std::memcpy(dropped.data(), payload->Data, sizeof dropped);
      add_pens(ui.view.trend, {dropped.begin() + 1, dropped.begin() + 1 + dropped[0]});
    }
  }
  ImGui::EndDragDropTarget();
}

bool are_drawn(const TrendViewState& trend, const std::vector<int>& pens) {
  return std::all_of(pens.begin(), pens.end(),
                     [&](int pen) { return std::find(trend.pens.begin(), trend.pens.end(), pen) != trend.pens.end(); });
}

void add_pens(TrendViewState& trend, const std::vector<int>& pens) {
  for (const int pen : pens)
    if (!are_drawn(trend, {pen}) && trend.pens.size() < kMostPens) trend.pens.push_back(pen);
}

void remove_pens(TrendViewState& trend, const std::vector<int>& pens) {
  std::erase_if(trend.pens, [&](int pen) { return std::find(pens.begin(), pens.end(), pen) != pens.end(); });
  trend.chosen = -1;
}

void show_whole_run(Ui& ui) {
  TrendViewState& trend = ui.view.trend;
  trend.length = std::max(ui.screen.time, 60.0);
  trend.end = trend.length;
  trend.follows = true;
  trend.low = 0.0;
  trend.high = 1.0;
}

void show_last(Ui& ui, double length) {
  TrendViewState& trend = ui.view.trend;
  trend.length = length;
  trend.follows = true;
  trend.low = 0.0;
  trend.high = 1.0;
}

}  // namespace stillhouse
