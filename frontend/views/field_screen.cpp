#include "frontend/views/field_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/face_parts.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

bool has_devices(const ScreenState& screen) {
  return std::any_of(screen.handles.begin(), screen.handles.end(),
                     [](const HandleFace& face) { return face.in_field; });
}

/// Each device with its position; a click takes it in the hand.
void device_list(Ui& ui) {
  quiet_text(ui, ui("field.devices"_word));
  if (!has_devices(ui.screen)) return quiet_paragraph(ui, ui("field.none"_word));
  ImGui::BeginChild("devices");
  for (const HandleFace& face : ui.screen.handles) {
    if (!face.in_field) continue;
    const std::string name = "field." + face.tag;
    if (push_button(ui, name, face.tag.c_str(), {.chosen = ui.view.selected == face.tag, .width = 92.0f}))
      ui.view.selected = face.tag;
    ImGui::SameLine(0.0f, ui.px(8));
    const bool on_off = face.shape == HandleShape::on_off_switch;
    const bool on = face.position > 0.5 * (face.low + face.high);
    const std::string value = on_off ? std::string(ui(on ? "face.is_on"_word : "face.is_off"_word))
                                     : number_text(face.position, face.format) + " " + face.format.printed;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(value.c_str());
    note_widget(ui, name + ".value", true, value);
    ImGui::SameLine(ui.px(190));
    quiet_text(ui, ui(face.says));
    face_bar(ui, face.position, face.low, face.high, {{face.asked, true, 0}});
  }
  ImGui::EndChild();
}

void sample_points(Ui& ui) {
  quiet_text(ui, ui("field.samples"_word));
  sample_panel(ui);
}

}  // namespace

void field_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  const float gap = ui.px(6);
  // the picture is as wide as on the plant's own screen; what has no devices needs a line only
  const float left = std::floor(low.x + 0.605f * (high.x - low.x)), height = high.y - low.y;
  const float first = std::floor(low.y + (has_devices(ui.screen) ? 0.34f * height : ui.px(56)));
  const float second = std::floor(first + 0.36f * height);
  panel(ui, "picture", low, {left, high.y}, process_picture);
  panel(ui, "devices", {left + gap, low.y}, {high.x, first}, device_list);
  panel(ui, "face", {left + gap, first + gap}, {high.x, second}, faceplate);
  panel(ui, "samples", {left + gap, second + gap}, high, sample_points);
}

}  // namespace stillhouse
