#include <algorithm>
#include <cmath>

#include "frontend/views/face_parts.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void instrument_face(Ui& ui, const InstrumentFace& face) {
  const std::string name = "face." + face.tag;
  face_head(ui, face.tag, face.says, {face.pen});

  const bool good = face.quality != ValueQuality::bad;
  face_value(ui, ui("face.measurement"_word), good ? number_text(face.value, face.format) : "---", face.format.printed);
  face_bar(ui, face.value, face.low, face.high, limit_marks(ui, face.pen), good && std::isfinite(face.value));
  face_range(ui, face.format, face.low, face.high);
  if (face.by_samples) {
    const std::string left =
        std::to_string(face.left) + " / " + std::to_string(face.budget) + " " + ui("samples.samples_left"_word);
    if (push_button(ui, name + ".sample", ui("samples.draw_sample"_word))) ui.send("sample", face.tag);
    ImGui::SameLine(0.0f, ui.px(8));
    quiet_text(ui, left.c_str());
    if (face.busy_until) {
      ImGui::SameLine(0.0f, ui.px(8));
      quiet_text(ui, (std::string(ui("samples.result_at"_word)) + " " + clock_text(*face.busy_until)).c_str());
    }
  } else {
    const std::string rate = (face.rate > 0 ? "+" : "") + plain_number(face.rate, face.format.decimals);
    label_value(ui, ui("face.rate"_word), good ? rate : "---", face.format.printed + ui("face.per_minute"_word), 74.0f);
    ImGui::SameLine(0.0f, ui.px(16));
    quiet_text(ui, (std::string(ui("face.quality"_word)) + " " + quality_word(ui, face.quality)).c_str());
  }

  // the last results, newest first
  const std::size_t shown = std::min<std::size_t>(face.samples.size(), 3);
  for (std::size_t i = 0; i < shown; ++i) {
    const SampleResult& sample = face.samples[face.samples.size() - 1 - i];
    const std::string value = sample.quality == ValueQuality::bad ? std::string(quality_word(ui, sample.quality))
                                                                  : number_text(sample.value, face.format);
    label_value(ui, clock_text(sample.taken).c_str(), value, face.format.printed, 74.0f);
    note_widget(ui, name + ".result." + std::to_string(i), true, value);
  }

  // its alarms, with what to do
  for (const AlarmLine& alarm : ui.screen.alarms) {
    if (alarm.reads != face.tag) continue;
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float size = ui.px(13);
    alarm_mark(*ImGui::GetWindowDrawList(), {place.x + size, place.y + 0.5f * ImGui::GetFrameHeight()}, size,
               alarm.urgency, !alarm.stands(), ui.fonts.small);
    ImGui::Indent(ui.px(26));
    quiet_text(ui, (alarm.tag + "  " + alarm.limit).c_str());
    ImGui::Unindent(ui.px(26));
  }
  refusal_line(ui, face.tag);
}

}  // namespace stillhouse
