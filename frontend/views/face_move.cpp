#include "frontend/views/face_move.h"

#include <cmath>
#include <optional>
#include <utility>

#include "frontend/views/keyboard_focus.h"
#include "frontend/views/palette.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double kBigMove = 0.5;  // of the range

struct WaitingMove {
  std::optional<FaceMove> move;
  int asked_in = 0;  ///< frame: the key that asked does not answer too
};

void send(Ui& ui, const FaceMove& move) {
  ui.send(move.verb, move.tag, move.to);
}

}  // namespace

void wish_move(Ui& ui, FaceMove move) {
  auto& waiting = ui.view.own<WaitingMove>();
  const bool big = std::abs(move.to - move.from) > kBigMove * (move.high - move.low) * (1.0 + 1e-9);
  if (!big && !move.always_asks) {
    waiting.move.reset();
    return send(ui, move);
  }
  waiting = {std::move(move), ImGui::GetFrameCount()};
}

void confirm_line(Ui& ui, const std::string& tag) {
  auto& waiting = ui.view.own<WaitingMove>();
  if (waiting.move && waiting.move->tag != tag) waiting.move.reset();
  if (!waiting.move) return;
  const FaceMove move = *waiting.move;
  const auto number = [&](double value) {
    if (move.is_switch) return std::string(ui(value > move.low ? "face.is_on"_word : "face.is_off"_word));
    return number_text(value, move.format) + " " + move.format.printed;
  };
  const std::string question = ui("face.really_move"_word, {number(move.from), number(move.to)});
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight(), width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + width, low.y + height}, palette::kSheet);
  ImGui::GetWindowDrawList()->AddRect(low, {low.x + width, low.y + height}, palette::kText, 0.0f, 0, ui.px(1.5f));
  ImGui::SetCursorScreenPos({low.x + ui.px(6), low.y});
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(question.c_str());
  const std::string name = "face." + tag + ".confirm";
  note_widget(ui, name, true, question);
  ImGui::SameLine(0.0f, ui.px(10));
  const bool later = ImGui::GetFrameCount() > waiting.asked_in;
  const auto pressed = [&](ImGuiKey key) { return later && ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false); };
  // who works by keys answers with the frame on one of the two
  KeyboardFocus& focus = KeyboardFocus::of(ui);
  if (focus.is_shown() && ImGui::GetFrameCount() == waiting.asked_in + 1) focus.go_to(name + ".yes");
  const bool by_enter = !focus.is_shown() && pressed(ImGuiKey_Enter);
  const bool yes = push_button(ui, name + ".yes", ui("face.confirm"_word), {.small = true}) || by_enter;
  ImGui::SameLine(0.0f, ui.px(4));
  const bool no = push_button(ui, name + ".no", ui("face.do_not"_word), {.small = true}) || pressed(ImGuiKey_Escape);
  if (yes) send(ui, move);
  if (yes || no) waiting.move.reset();
}

}  // namespace stillhouse
