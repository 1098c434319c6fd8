#include "frontend/views/report_screen.h"

#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// What was asked and what was seen at the moment on the trend.
void moment_panel(Ui& ui) {
  const Evidence& moment = ui.view.moment;
  if (moment.text.empty()) {
    quiet_paragraph(ui, ui("report.choose"_word));
    return;
  }
  wrapped_text(ui, ui(moment.text));
  note_widget(ui, "report.moment", true, ui(moment.text));
  // the rubric names signals of the plant; a student knows the instrument that reads one
  for (const InstrumentFace& face : ui.screen.instruments)
    if (face.anchor + "." + face.quantity == moment.signal)
      quiet_paragraph(ui, ui("report.read_by"_word, {moment.signal, face.tag, ui(face.says)}).c_str());
  if (!moment.asked.empty()) label_value(ui, ui("report.asked"_word), ui(moment.asked), "", 60.0f);
  if (!moment.seen.empty()) label_value(ui, ui("report.seen"_word), ui(moment.seen), "", 60.0f);
}

void lesson_panel(Ui& ui) {
  ImGui::TextUnformatted(ui("report.next_time"_word));
  ImGui::BeginChild("lessons");
  int number = 0;
  for (const Lesson& lesson : ui.screen.lessons ? *ui.screen.lessons : std::vector<Lesson>()) {
    const std::string name = "report.lesson." + std::to_string(number++);
    const std::string points = "+" + plain_number(lesson.points, 1);
    if (push_button(ui, name, points.c_str(), {.width = 52.0f, .small = true})) show_moment(ui, lesson.moment);
    ImGui::SameLine(0.0f, ui.px(8));
    ImGui::BeginGroup();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(lesson.title));
    quiet_paragraph(ui, ui(lesson.says));
    ImGui::EndGroup();
    note_widget(ui, name + ".text", true, ui(lesson.says));
  }
  if (number == 0) quiet_text(ui, ui("report.no_points_lost"_word));
  ImGui::EndChild();
}

}  // namespace

void report_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  if (!ui.screen.grade) {
    panel(ui, "report", low, high, report_panel);
    return;
  }
  // it begins with what cost most
  if (ui.view.moment.text.empty() && ui.screen.lessons && !ui.screen.lessons->empty())
    show_moment(ui, ui.screen.lessons->front().moment);
  const float gap = ui.px(6), left = std::floor(low.x + 0.5f * (high.x - low.x)), height = high.y - low.y;
  const float moment = std::floor(low.y + ui.px(112)), trend = std::floor(low.y + 0.64f * height);
  panel(ui, "report", low, {left, high.y}, report_panel);
  panel(ui, "moment", {left + gap, low.y}, {high.x, moment}, moment_panel);
  panel(ui, "trend", {left + gap, moment + gap}, {high.x, trend}, trend_panel);
  panel(ui, "lessons", {left + gap, trend + gap}, high, lesson_panel);
}

}  // namespace stillhouse
