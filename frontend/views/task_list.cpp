#include <algorithm>
#include <map>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Lamp of a task: empty ring, ring with a dot, check mark, check mark struck through, exclamation mark.
void task_lamp(Ui& ui, TaskLook look) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float r = ui.px(7);
  const ImVec2 c{place.x + ui.px(9), place.y + 0.5f * ImGui::GetFrameHeight()};
  const bool done = look == TaskLook::done || look == TaskLook::done_late;
  list.AddCircleFilled(c, r, done ? palette::kQuiet : palette::kSheet);
  list.AddCircle(c, r, look == TaskLook::waiting ? palette::kFaint : palette::kText, 0, ui.px(1.3f));
  if (look == TaskLook::open) list.AddCircleFilled(c, 0.5f * r, palette::kSelect);
  if (look == TaskLook::late) {
    list.AddLine({c.x, c.y - 0.6f * r}, {c.x, c.y + 0.15f * r}, palette::kText, ui.px(2));
    list.AddCircleFilled({c.x, c.y + 0.5f * r}, ui.px(1.2f), palette::kText);
  }
  if (done) {
    const ImVec2 check[3] = {
        {c.x - 0.5f * r, c.y}, {c.x - 0.1f * r, c.y + 0.45f * r}, {c.x + 0.55f * r, c.y - 0.45f * r}};
    list.AddPolyline(check, 3, palette::kSheet, ImDrawFlags_None, ui.px(1.8f));
  }
  ImGui::Dummy({ui.px(20), ImGui::GetFrameHeight()});
}

/// Head and shoulders, in the place of a lamp: a person will look at this.
void person_sign(Ui& ui) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const ImVec2 c{place.x + ui.px(9), place.y + 0.5f * ImGui::GetFrameHeight()};
  list.AddCircle({c.x, c.y - ui.px(3.5f)}, ui.px(3), palette::kQuiet, 0, ui.px(1.3f));
  list.PathArcTo({c.x, c.y + ui.px(6.5f)}, ui.px(6), 3.1415927f, 6.2831853f);
  list.PathStroke(palette::kQuiet, ImDrawFlags_None, ui.px(1.3f));
  ImGui::Dummy({ui.px(20), ImGui::GetFrameHeight()});
}

std::string state_text(const Ui& ui, const TaskLine& task) {
  std::string text;
  switch (task.look) {
    case TaskLook::waiting:
      text = ui("tasks.waiting"_word);
      break;
    case TaskLook::open:
      text = ui("tasks.open"_word);
      break;
    case TaskLook::late:
      text = ui("tasks.late"_word);
      break;
    case TaskLook::done:
      text = ui("tasks.done"_word);
      break;
    case TaskLook::done_late:
      text = ui("tasks.done_late"_word);
      break;
  }
  if (task.finished >= 0.0)
    text += " " + clock_text(task.finished);
  else if (task.due)
    text = ui("text.and"_word, {text, ui("tasks.due_at"_word) + (" " + clock_text(*task.due))});
  if (task.out_of_order) text = ui("text.and"_word, {text, ui("tasks.out_of_order"_word)});
  return text;
}

/// The task that the list of each screen has scrolled to: a list that was not seen has not moved.
struct FollowedTasks {
  std::map<std::string, std::string> of_screen;
};

/// Place of the task that is to be done now; the number of tasks if there is none.
std::size_t first_open(const ScreenState& screen) {
  const auto is_open = [](const TaskLine& task) { return task.look == TaskLook::open || task.look == TaskLook::late; };
  return static_cast<std::size_t>(std::find_if(screen.tasks.begin(), screen.tasks.end(), is_open) -
                                  screen.tasks.begin());
}

}  // namespace

void task_list(Ui& ui) {
  if (ui.screen.tasks.empty() && ui.screen.lab->by_person.empty()) {
    quiet_paragraph(ui, ui("tasks.none"_word));
    note_widget(ui, "tasks.none", true, ui("tasks.none"_word));
    return;
  }
  if (!ImGui::BeginTable("tasks", 4,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("lamp");
  ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthFixed, ui.px(128));
  ImGui::TableSetupColumn("hint");
  const std::size_t open = first_open(ui.screen), count = ui.screen.tasks.size();
  std::string& followed = ui.view.own<FollowedTasks>().of_screen[ui.view.screen];
  for (std::size_t i = 0; i < count; ++i) {
    const TaskLine& task = ui.screen.tasks[i];
    const std::string name = "task." + task.id;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    // the list goes along with the work, from the task before on, but leaves whoever scrolls alone
    if (open < count && i + 1 == std::max<std::size_t>(open, 1) && followed != ui.screen.tasks[open].id) {
      ImGui::SetScrollHereY(0.0f);
      followed = ui.screen.tasks[open].id;
    }
    task_lamp(ui, task.look);
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    const bool quiet = task.look == TaskLook::waiting || task.look == TaskLook::done;
    ImGui::PushStyleColor(ImGuiCol_Text, quiet ? palette::kQuiet : palette::kText);
    wrapped_text(ui, ui(task.says));
    ImGui::PopStyleColor();
    if (ImGui::IsItemClicked()) ui.view.chosen_step = task.id;
    note_widget(ui, name, true, ui(task.says));
    if (task.hint_taken) {
      ImGui::PushFont(ui.fonts.small);
      wrapped_text(ui, ui("text.says"_word, {ui("tasks.hint"_word), ui(task.hint)}).c_str());
      note_widget(ui, name + ".hint.text", true, ui(task.hint));
      ImGui::PopFont();
    }
    ImGui::TableNextColumn();
    const std::string state = state_text(ui, task);
    quiet_paragraph(ui, state.c_str());
    note_widget(ui, name + ".state", true, state);
    ImGui::TableNextColumn();
    if (task.has_hint && !task.hint_taken && (task.look == TaskLook::open || task.look == TaskLook::late)) {
      std::string label = ui("tasks.take_hint"_word);
      // the price is on the button: nobody should be surprised by it
      if (task.hint_price > 0.0) label += " −" + plain_number(task.hint_price, task.hint_price < 1.0 ? 1 : 0);
      if (push_button(ui, name + ".hint", label.c_str(), {.small = true})) ui.send("hint", task.id);
    }
  }
  for (const scenario::PersonItem& item : ui.screen.lab->by_person) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    person_sign(ui);
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(item.title));
    note_widget(ui, "task.by_person." + item.id, true, ui(item.title));
    quiet_paragraph(ui, ui(item.look_at));
    ImGui::TableNextColumn();
    const std::string points = ui("person.points"_word, {plain_number(item.points, 0)});
    quiet_paragraph(ui, points.c_str());
    note_widget(ui, "task.by_person." + item.id + ".points", true, points);
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
