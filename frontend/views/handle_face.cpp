#include "frontend/views/face_move.h"
#include "frontend/views/face_parts.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void handle_face(Ui& ui, const HandleFace& face) {
  const std::string name = "face." + face.tag;
  face_head(ui, face.tag, face.says, {face.pen});
  const bool held = !face.held_by.empty();
  if (held) {
    const std::string sentence = std::string(ui("face.held_by"_word)) + " " + face.held_by;
    ImGui::TextUnformatted(sentence.c_str());
    note_widget(ui, name + ".held", true, sentence);
  }
  if (!face.moved_by.empty()) {
    quiet_text(ui, ui("face.moved_by"_word));
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, name + ".controller", face.moved_by.c_str())) ui.view.selected = face.moved_by;
  }

  // out of reach from the control room
  const bool here = !face.in_field || ui.view.screen == "field";
  if (!here) {
    quiet_text(ui, ui("field.out_of_reach"_word));
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, name + ".field", ui("screens.field"_word), {.small = true})) ui.view.screen = "field";
  }
  const auto move = [&](double to, bool asks) {
    wish_move(ui, {"set", face.tag, face.asked, to, face.low, face.high, face.format, asks,
                   face.shape == HandleShape::on_off_switch});
  };

  if (face.shape == HandleShape::on_off_switch) {
    const bool on = face.position > 0.5 * (face.low + face.high);
    face_value(ui, ui("alarms.state"_word), ui(on ? "face.is_on"_word : "face.is_off"_word), "");
    if (push_button(ui, name + ".on", ui("face.switch_on"_word), {.enabled = here, .width = 110.0f}))
      ui.send("set", face.tag, face.high);
    ImGui::SameLine(0.0f, ui.px(4));
    if (push_button(ui, name + ".off", ui("face.switch_off"_word), {.enabled = here, .width = 110.0f}))
      move(face.low, on);
  } else {
    const bool valve = face.shape == HandleShape::valve;
    face_value(ui, ui(valve ? "face.position"_word : "face.now"_word), number_text(face.position, face.format),
               face.format.printed);
    face_bar(ui, face.position, face.low, face.high, {{face.asked, true, 0}});
    const float left = ImGui::GetCursorPosX();
    quiet_text(ui, ui("face.asked"_word));
    ImGui::SameLine(left + ui.px(48));
    if (const auto wanted = number_entry(ui, name + ".value", face.format, face.asked, 72.0f, here))
      move(*wanted, false);
    if (const auto wanted = step_buttons(ui, name + ".value", face.asked, face.low, face.high, here))
      ui.send("set", face.tag, *wanted);
    ImGui::SameLine(0.0f, ui.px(10));
    if (push_button(ui, name + ".close", ui(valve ? "face.close_it"_word : "face.turn_off"_word),
                    {.enabled = here, .width = 58.0f, .small = true}))
      move(face.low, !valve && face.asked > face.low);
    ImGui::SameLine(0.0f, ui.px(3));
    if (push_button(ui, name + ".open", valve ? ui("face.open_it"_word) : "100%",
                    {.enabled = here, .width = 58.0f, .small = true}))
      move(face.high, false);
    face_range(ui, face.format, face.low, face.high);
  }
  confirm_line(ui, face.tag);
  refusal_line(ui, face.tag);
}

}  // namespace stillhouse
