#include "frontend/views/procedure_screen.h"

#include <algorithm>
#include <cmath>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Filled circle with a check: holds now; ring: not yet.
void part_lamp(Ui& ui, bool holds) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float r = ui.px(5);
  const ImVec2 c{place.x + ui.px(7), place.y + 0.5f * ImGui::GetFrameHeight()};
  list.AddCircleFilled(c, r, holds ? palette::kQuiet : palette::kSheet);
  list.AddCircle(c, r, palette::kText, 0, ui.px(1));
  if (holds) {
    const ImVec2 check[3] = {
        {c.x - 0.5f * r, c.y}, {c.x - 0.1f * r, c.y + 0.45f * r}, {c.x + 0.55f * r, c.y - 0.45f * r}};
    list.AddPolyline(check, 3, palette::kSheet, ImDrawFlags_None, ui.px(1.5f));
  }
  ImGui::Dummy({ui.px(16), ImGui::GetFrameHeight()});
  ImGui::SameLine(0.0f, ui.px(4));
}

void condition_rows(Ui& ui, const std::string& name, Word heading, const AskedCondition& condition) {
  if (condition.parts.empty()) return;
  std::string head = ui(heading);
  if (!condition.joined_by.empty()) head += " " + std::string(ui(condition.joined_by));
  quiet_text(ui, head.c_str());
  int number = 0;
  for (const AskedPart& part : condition.parts) {
    const std::string row = name + "." + std::to_string(number++);
    part_lamp(ui, part.holds);
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(part.asked));
    note_widget(ui, row, true, ui(part.asked));
    if (!part.now.empty()) {
      ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(20));
      ImGui::AlignTextToFramePadding();
      ImGui::PushStyleColor(ImGuiCol_Text, palette::kValue);
      const std::string now = ui("procedure.now"_word, {ui(part.now)});
      wrapped_text(ui, now.c_str());
      ImGui::PopStyleColor();
      note_widget(ui, row + ".now", true, now);
      if (!part.tag.empty()) {
        ImGui::SameLine(0.0f, ui.px(8));
        if (push_button(ui, row + ".face", part.tag.c_str(), {.small = true})) ui.view.selected = part.tag;
      }
    }
  }
}

const StepConditions* conditions_of(const Ui& ui, const std::string& task) {
  for (const StepConditions& step : ui.screen.steps)
    if (step.task == task) return &step;
  return nullptr;
}

/// The step that the right side of the list explains: the chosen one, else the one that is to be done now.
const TaskLine* shown_step(const Ui& ui) {
  const auto& tasks = ui.screen.tasks;
  for (const TaskLine& task : tasks)
    if (task.id == ui.view.chosen_step) return &task;
  for (const TaskLine& task : tasks)
    if (task.look == TaskLook::open || task.look == TaskLook::late) return &task;
  return tasks.empty() ? nullptr : &tasks.front();
}

void step_panel(Ui& ui) {
  const TaskLine* task = shown_step(ui);
  if (task == nullptr) return;
  ImGui::BeginChild("step");
  wrapped_text(ui, ui(task->says));
  note_widget(ui, "step.title", true, ui(task->says));
  const std::string name = "step." + task->id;
  if (const StepConditions* step = conditions_of(ui, task->id)) {
    for (const Text& before : step->after) quiet_paragraph(ui, ui("procedure.after"_word, {ui(before)}).c_str());
    condition_rows(ui, name + ".start", "procedure.starts_when"_word, step->start);
    condition_rows(ui, name + ".done", "procedure.done_when"_word, step->done);
  } else {
    quiet_text(ui, ui("tasks.done"_word));
  }
  if (task->hint_taken) quiet_paragraph(ui, ui("text.says"_word, {ui("tasks.hint"_word), ui(task->hint)}).c_str());
  ImGui::EndChild();
}

}  // namespace

void procedure_screen(Ui& ui) {
  const auto [low, high] = screen_area(ui);
  const float gap = ui.px(6), wide = high.x - low.x;
  const float left = std::floor(low.x + 0.62f * wide), middle = std::floor(low.y + 0.645f * (high.y - low.y));
  panel(ui, "steps", low, {left, middle}, task_list);
  panel(ui, "step", {low.x, middle + gap}, {left, high.y}, step_panel);
  panel(ui, "notebook", {left + gap, low.y}, high, notebook_panel);
}

}  // namespace stillhouse
