#include <algorithm>

#include "frontend/views/face_move.h"
#include "frontend/views/face_parts.h"
#include "frontend/views/face_trend.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void tuning_rows(Ui& ui, const ControllerFace& face, const std::string& name) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const NumberFormat gain{"1", "", 2}, seconds{"s", "s", 0};
  const struct {
    Word word;
    const char* text;
    const NumberFormat& format;
    double value;
  } rows[] = {{"face.gain"_word, "gain", gain, face.gain},
              {"face.reset_time"_word, "reset", seconds, face.reset},
              {"face.derivative_time"_word, "derivative", seconds, face.derivative}};
  for (const auto& row : rows) {
    const float left = ImGui::GetCursorPosX();
    quiet_text(ui, ui(row.word));
    ImGui::SameLine(left + ui.px(74));
    if (const auto value = number_entry(ui, name + "." + row.text, row.format, row.value, 72.0f))
      ui.send("tune", face.tag, *value, row.text);
  }
  quiet_text(ui, ui("face.last_minutes"_word, {plain_number(kFaceTrend / 60.0, 0)}).c_str());
  // beside them what the tuning does
  const float used = ui.px(226);
  ImGui::SetCursorScreenPos({place.x + used, place.y});
  const float wide = ImGui::GetContentRegionAvail().x - ui.px(2), tall = ImGui::GetContentRegionAvail().y - ui.px(2);
  if (wide > ui.px(60)) face_trend(ui, face, {wide, std::clamp(tall, ui.px(60), ui.px(180))});
}

}  // namespace

void controller_face(Ui& ui, const ControllerFace& face) {
  const std::string name = "face." + face.tag;
  face_head(ui, face.tag, face.says, {face.pen, face.setpoint_pen, face.output_pen});

  // mode; three buttons take little more room than two
  const float width_of_mode = face.may_cascade ? 52.0f : 74.0f;
  const bool manual = !face.automatic && !face.cascade;
  const struct {
    Word word;
    const char* text;
    bool chosen, shown;
  } modes[] = {{"face.automatic"_word, "auto", face.automatic, true},
               {"face.manual"_word, "manual", manual, true},
               {"face.cascade"_word, "cascade", face.cascade, face.may_cascade}};
  for (const auto& mode : modes) {
    if (!mode.shown) continue;
    if (&mode != &modes[0]) ImGui::SameLine(0.0f, ui.px(3));
    if (push_button(ui, name + "." + mode.text, ui(mode.word), {.chosen = mode.chosen, .width = width_of_mode}))
      ui.send("mode", face.tag, 0.0, mode.text);
  }
  ImGui::SameLine(0.0f, ui.px(10));
  quiet_text(ui, (face.reads + " → " + face.moves).c_str());
  const char* tuning = ui("face.tuning"_word);
  const bool shows_tuning = ui.view.shows_tuning && !face.two_position;
  const float width = ui.fonts.small->CalcTextSizeA(ui.fonts.small->FontSize, 1e9f, 0.0f, tuning).x + ui.px(14);
  if (!face.two_position) ImGui::SameLine(ImGui::GetContentRegionMax().x - width);
  if (!face.two_position && push_button(ui, name + ".tuning", tuning, {.chosen = ui.view.shows_tuning, .small = true}))
    ui.view.shows_tuning = !ui.view.shows_tuning;
  if (!face.held_by.empty()) {
    const std::string sentence = face.held_by == "-" ? std::string(ui("face.held_by_interlock"_word))
                                                     : std::string(ui("face.held_by"_word)) + " " + face.held_by;
    ImGui::TextUnformatted(sentence.c_str());
    note_widget(ui, name + ".held", true, sentence);
  } else if (face.lost) {
    ImGui::TextUnformatted(ui("face.lost_measurement"_word));
  }

  // measurement and set-point on one bar
  const bool good = face.quality != ValueQuality::bad;
  face_value(ui, ui("face.measurement"_word), good ? number_text(face.measurement, face.format) : "---",
             good ? face.format.printed : std::string(quality_word(ui, face.quality)));
  std::vector<BarMark> marks = limit_marks(ui, face.pen);
  marks.push_back({face.setpoint, true, 0});
  face_bar(ui, face.measurement, face.low, face.high, marks, good);
  if (shows_tuning) {
    tuning_rows(ui, face, name);
    return refusal_line(ui, face.tag);
  }
  const auto move_setpoint = [&](double to) {
    wish_move(ui, {"setpoint", face.tag, face.setpoint, to, face.setpoint_low, face.setpoint_high, face.format});
  };
  float left = ImGui::GetCursorPosX();
  quiet_text(ui, ui("face.setpoint"_word));
  ImGui::SameLine(left + ui.px(44));
  const bool is_own = !face.cascade;  // else the controller above says it
  if (const auto wanted = number_entry(ui, name + ".setpoint", face.format, face.setpoint, 72.0f, is_own))
    move_setpoint(*wanted);
  ImGui::SameLine(0.0f, ui.px(10));
  if (const auto wanted =
          step_buttons(ui, name + ".setpoint", face.setpoint, face.setpoint_low, face.setpoint_high, is_own))
    move_setpoint(*wanted);

  // output: by hand only in manual
  left = ImGui::GetCursorPosX();
  quiet_text(ui, ui("face.output"_word));
  ImGui::SameLine(left + ui.px(44));
  const bool by_hand = manual && face.held_by.empty();
  if (face.two_position) {
    // two positions, one button each
    const double ends[] = {face.output_low, face.output_high};
    for (const double end : ends) {
      const std::string text = number_text(end, face.output_format) + " " + face.output_format.printed;
      if (push_button(ui, name + (end == face.output_low ? ".off" : ".on"), text.c_str(),
                      {.enabled = by_hand, .chosen = face.output == end}))
        ui.send("output", face.tag, end);
      ImGui::SameLine(0.0f, ui.px(3));
    }
    ImGui::NewLine();
    return refusal_line(ui, face.tag);
  }
  if (const auto wanted = number_entry(ui, name + ".output", face.output_format, face.output, 72.0f, by_hand))
    wish_move(ui, {"output", face.tag, face.output, *wanted, face.output_low, face.output_high, face.output_format});
  ImGui::SameLine(0.0f, ui.px(10));
  if (const auto wanted = step_buttons(ui, name + ".output", face.output, face.output_low, face.output_high, by_hand))
    ui.send("output", face.tag, *wanted);

  face_range(ui, face.format, face.setpoint_low, face.setpoint_high);
  confirm_line(ui, face.tag);
  refusal_line(ui, face.tag);
}

}  // namespace stillhouse
