#include "frontend/views/preview_screen.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/station_parts.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Marks of an operator's line: told apart by number, not by colour alone.
ImU32 pen_colour(std::size_t play) {
  return palette::kPen[play % palette::kPens];
}

std::string state_of(const Ui& ui, const PreviewPlay& play) {
  switch (play.look) {
    case PreviewPlay::Look::waiting:
      return ui("preview.not_played"_word);
    case PreviewPlay::Look::playing:
      return ui("preview.playing"_word, {plain_number(100.0 * play.progress, 0)});
    case PreviewPlay::Look::failed:
      return play.failure;
    case PreviewPlay::Look::done:
      break;
  }
  return plain_number(play.score, 1);
}

void lab_row(Ui& ui) {
  PreviewView& view = ui.view.own<PreviewView>();
  quiet_text(ui, ui("preview.lab"_word));
  ImGui::SameLine();
  const bool entered =
      text_entry(ui, "preview.lab", view.lab, 360.0f, ui("preview.lab_hint"_word), 400) && !view.lab.empty();
  ImGui::SameLine();
  if (push_button(ui, "preview.watch", ui("preview.watch"_word), {.enabled = !view.lab.empty()}) || entered)
    view.watch(view.lab);
  if (!view.watched) return;
  const std::shared_ptr<const PreviewState> state = view.watched->state();
  ImGui::SameLine(0.0f, ui.px(14));
  const std::string read = ui("preview.read_so_often"_word, {std::to_string(state->revision)});
  quiet_text(ui, read.c_str());
  ImGui::SameLine(0.0f, ui.px(14));
  if (push_button(ui, "preview.play.all", ui("preview.play_all"_word), {.enabled = !state->plays.empty()}))
    view.watched->play("");
}

void mistake_list(Ui& ui, const PreviewState& state) {
  const std::string head = ui("preview.mistakes"_word, {std::to_string(state.mistakes.size())});
  ImGui::TextUnformatted(head.c_str());
  note_widget(ui, "preview.mistakes", true, std::to_string(state.mistakes.size()));
  ImGui::BeginChild("mistakes");
  for (std::size_t i = 0; i < state.mistakes.size(); ++i) {
    const PreviewMistake& mistake = state.mistakes[i];
    ui.letters += mistake.line_text + mistake.message;
    quiet_text(ui, (mistake.file + ":" + std::to_string(mistake.line)).c_str());
    // the line itself as it stands in the file, with its number in the margin
    if (!mistake.line_text.empty()) {
      const ImVec2 place = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x, height = ImGui::GetFrameHeight(), margin = ui.px(40);
      ImDrawList& list = *ImGui::GetWindowDrawList();
      list.AddRectFilled(place, {place.x + width, place.y + height}, palette::kSheet);
      list.AddRectFilled(place, {place.x + margin, place.y + height}, palette::kBackground);
      const std::string number = std::to_string(mistake.line);
      const float y = place.y + ImGui::GetStyle().FramePadding.y;
      list.AddText({place.x + margin - ui.px(5) - ImGui::CalcTextSize(number.c_str()).x, y}, palette::kQuiet,
                   number.c_str());
      list.PushClipRect(place, {place.x + width, place.y + height}, true);
      list.AddText({place.x + margin + ui.px(6), y}, palette::kText, mistake.line_text.c_str());
      list.PopClipRect();
      ImGui::Dummy({width, height});
    }
    wrapped_text(ui, mistake.message.c_str());
    note_widget(ui, "preview.mistake." + std::to_string(i), true, mistake.message);
    ImGui::Spacing();
  }
  ImGui::EndChild();
}

/// Each operator with a button, how far it is, and its mark in the diagram.
void operator_list(Ui& ui, PreviewView& view, const PreviewState& state) {
  if (!ImGui::BeginTable("operators", 4, ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingFixedFit)) return;
  ImGui::TableSetupColumn("mark");
  ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthFixed, ui.px(130));
  ImGui::TableSetupColumn("play");
  ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthStretch);
  for (std::size_t i = 0; i < state.plays.size(); ++i) {
    const PreviewPlay& play = state.plays[i];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const ImVec2 place = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    ImGui::GetWindowDrawList()->AddLine({place.x, place.y + 0.5f * height},
                                        {place.x + ui.px(18), place.y + 0.5f * height}, pen_colour(i), ui.px(2.5f));
    ImGui::Dummy({ui.px(20), height});
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(play.name.c_str());
    ImGui::TableNextColumn();
    if (push_button(ui, "preview.play." + play.name, ui("preview.play"_word),
                    {.enabled = play.look != PreviewPlay::Look::playing, .small = true}))
      view.watched->play(play.name);
    ImGui::TableNextColumn();
    const std::string says = state_of(ui, play);
    if (play.look == PreviewPlay::Look::playing) {
      ImGui::ProgressBar(static_cast<float>(play.progress), {-1.0f, 0.0f}, says.c_str());
    } else {
      ImGui::AlignTextToFramePadding();
      wrapped_text(ui, says.c_str());
    }
    note_widget(ui, "preview.state." + play.name, true, says);
    for (const Text& refused : play.refused) {
      ui.letters += ui(refused);
      quiet_paragraph(ui, ui(refused));
    }
  }
  ImGui::EndTable();
}

/// The score over the run, if it ended there, for each operator.
void score_diagram(Ui& ui, const PreviewState& state, ImVec2 size) {
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float axis = ui.px(34), foot = ui.px(18);
  const ImVec2 low{place.x + axis, place.y + ui.px(4)}, high{place.x + size.x - ui.px(8), place.y + size.y - foot};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(low, high, palette::kSheet);
  ImFont* font = ui.fonts.small;
  const auto write = [&](ImVec2 at, const std::string& text, float align) {
    const float width = font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.c_str()).x;
    list.AddText(font, font->FontSize, {at.x - align * width, at.y}, palette::kQuiet, text.c_str());
  };
  const double total = std::max(state.total, 1.0), duration = std::max(state.duration, 1.0);
  for (int i = 0; i <= 4; ++i) {
    const float y = high.y - (high.y - low.y) * static_cast<float>(i) / 4.0f;
    list.AddLine({low.x, y}, {high.x, y}, palette::kGrid);
    write({low.x - ui.px(4), y - 0.5f * font->FontSize}, plain_number(total * i / 4.0, 0), 1.0f);
    const float x = low.x + (high.x - low.x) * static_cast<float>(i) / 4.0f;
    list.AddLine({x, low.y}, {x, high.y}, palette::kGrid);
    write({x, high.y + ui.px(2)}, clock_text(duration * i / 4.0), i == 0 ? 0.0f : i == 4 ? 1.0f : 0.5f);
  }
  list.AddRect(low, high, palette::kFaint);
  for (std::size_t i = 0; i < state.plays.size(); ++i) {
    std::vector<ImVec2> points;
    for (const ScorePoint& point : state.plays[i].curve)
      points.push_back({low.x + static_cast<float>(point.time / duration) * (high.x - low.x),
                        high.y - static_cast<float>(std::clamp(point.score / total, 0.0, 1.0)) * (high.y - low.y)});
    if (points.size() > 1)
      list.AddPolyline(points.data(), static_cast<int>(points.size()), pen_colour(i), ImDrawFlags_None, ui.px(2.0f));
  }
  ImGui::Dummy(size);
  note_widget(ui, "preview.score");
}

/// A number at the right edge of its column.
void right_number(Ui& ui, const std::string& text, bool quiet = false) {
  ImGui::PushFont(quiet ? ui.fonts.small : ui.fonts.normal);
  const float room = ImGui::GetContentRegionAvail().x - ui.px(4) - ImGui::CalcTextSize(text.c_str()).x;
  ImGui::PopFont();
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, room));
  if (quiet) return quiet_text(ui, text.c_str());
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(text.c_str());
}

void mark_nobody(Ui& ui, const std::vector<std::size_t>& list, std::size_t place) {
  if (std::find(list.begin(), list.end(), place) == list.end()) return;
  ImGui::PushFont(ui.fonts.small);
  ImGui::TextUnformatted((std::string("! ") + ui("preview.nobody"_word)).c_str());
  ImGui::PopFont();
}

bool begin_matrix(Ui& ui, const char* id, const PreviewState& state, const char* title, const char* number) {
  const int columns = 2 + static_cast<int>(state.plays.size());
  if (!ImGui::BeginTable(id, columns,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return false;
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn("title", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("number", ImGuiTableColumnFlags_WidthFixed, ui.px(56));
  for (const PreviewPlay& play : state.plays)
    ImGui::TableSetupColumn(play.name.c_str(), ImGuiTableColumnFlags_WidthFixed, ui.px(60));
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  quiet_text(ui, title);
  ImGui::TableNextColumn();
  right_number(ui, number, true);
  for (const PreviewPlay& play : state.plays) {
    ImGui::TableNextColumn();
    right_number(ui, play.name, true);
  }
  return true;
}

void task_matrix(Ui& ui, const PreviewState& state) {
  if (!begin_matrix(ui, "tasks", state, ui("preview.tasks"_word), ui("preview.within"_word))) return;
  const std::vector<std::size_t> uncovered = uncovered_tasks(state);
  for (std::size_t i = 0; i < state.tasks.size(); ++i) {
    const PreviewTask& task = state.tasks[i];
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    wrapped_text(ui, (std::to_string(i + 1) + ". " + ui(task.says)).c_str());
    note_widget(ui, "preview.task." + task.id, true, ui(task.says));
    std::string rule = ui("preview.done_when"_word, {ui(task.done)});
    if (!task.starts.empty()) rule = ui("preview.starts_and_done"_word, {ui(task.starts), rule});
    quiet_paragraph(ui, rule.c_str());
    mark_nobody(ui, uncovered, i);
    ImGui::TableNextColumn();
    if (task.within) right_number(ui, clock_text(*task.within), true);
    for (const PreviewPlay& play : state.plays) {
      ImGui::TableNextColumn();
      if (play.look != PreviewPlay::Look::done) continue;
      right_number(ui, play.tasks[i] < 0.0 ? "–" : clock_text(play.tasks[i]));
    }
  }
  ImGui::EndTable();
}

void point_matrix(Ui& ui, const PreviewState& state) {
  if (!begin_matrix(ui, "points", state, ui("preview.criteria"_word), ui("preview.points"_word))) return;
  const std::vector<std::size_t> unearned = unearned_criteria(state);
  const auto rows = [&](const std::vector<PreviewCriterion>& list, std::vector<double> PreviewPlay::*scores,
                        bool earns) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      ImGui::AlignTextToFramePadding();
      wrapped_text(ui, ui(list[i].title));
      note_widget(ui, "preview.criterion." + list[i].id, true, ui(list[i].title));
      if (earns) mark_nobody(ui, unearned, i);
      ImGui::TableNextColumn();
      right_number(ui, plain_number(list[i].points, 1), true);
      for (const PreviewPlay& play : state.plays) {
        ImGui::TableNextColumn();
        if (play.look != PreviewPlay::Look::done) continue;
        right_number(ui, plain_number((play.*scores)[i], 1));
      }
    }
  };
  rows(state.criteria, &PreviewPlay::criteria, true);
  rows(state.deductions, &PreviewPlay::deductions, false);
  for (const PreviewCriterion& item : state.by_person) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    wrapped_text(ui, ui(item.title));
    quiet_text(ui, ui("person.title"_word));
    note_widget(ui, "preview.by_person." + item.id, true, ui(item.title));
    ImGui::TableNextColumn();
    right_number(ui, plain_number(item.points, 1), true);
  }
  ImGui::EndTable();
}

void facts(Ui& ui, const PreviewState& state) {
  ImGui::PushFont(ui.fonts.large);
  wrapped_text(ui, ui(state.title));
  ImGui::PopFont();
  note_widget(ui, "preview.title", true, ui(state.title));
  // where the library lies says nothing about the lab, and would fill a line
  const std::filesystem::path file = state.file;
  const std::string line = (file.parent_path().filename() / file.filename()).string() + ", " +
                           clock_text(state.duration) + ", " +
                           ui(state.exam ? "toolbar.exam"_word : "toolbar.practice"_word);
  quiet_paragraph(ui, line.c_str());
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", state.file.c_str());
  std::string counts;
  for (const PreviewCount& count : state.counts) {
    const std::string each = std::to_string(count.number) + " " + ui(count.what);
    counts = counts.empty() ? each : ui("text.and"_word, {counts, each});
  }
  quiet_paragraph(ui, counts.c_str());
}

void want_letters(Ui& ui, const PreviewState& state) {
  ui.letters += ui(state.title);
  for (const PreviewTask& task : state.tasks) {
    ui.letters += ui(task.says);
    ui.letters += ui(task.starts);
    ui.letters += ui(task.done);
  }
  for (const PreviewCriterion& criterion : state.criteria) ui.letters += ui(criterion.title);
  for (const PreviewCriterion& deduction : state.deductions) ui.letters += ui(deduction.title);
  for (const PreviewCriterion& item : state.by_person) ui.letters += ui(item.title);
  for (const PreviewCount& count : state.counts) ui.letters += ui(count.what);
}

}  // namespace

void PreviewView::watch(const std::string& id_or_path) {
  lab = id_or_path;
  complaint.clear();
  watched.reset();
  watched = preview_of(id_or_path, &complaint);
}

void preview_screen(Ui& ui) {
  PreviewView& view = ui.view.own<PreviewView>();
  const ScreenArea area = screen_area(ui);
  const float gap = ui.px(6), top = area.low.y + ui.px(36);
  begin_panel(ui, "lab", area.low, {area.high.x - area.low.x, top - area.low.y});
  lab_row(ui);
  end_panel();

  const std::shared_ptr<const PreviewState> state = view.watched ? view.watched->state() : nullptr;
  const ImVec2 low{area.low.x, top + gap};
  if (!state) {
    begin_panel(ui, "nothing", low, {area.high.x - low.x, area.high.y - low.y});
    quiet_paragraph(ui, view.complaint.empty() ? ui("preview.choose"_word) : view.complaint.c_str());
    if (!view.complaint.empty()) note_widget(ui, "preview.complaint", true, view.complaint);
    end_panel();
    return;
  }
  want_letters(ui, *state);
  float first = low.y;
  if (!state->mistakes.empty()) {
    // alone as long as there is nothing else to show
    const float bottom = state->readable ? low.y + ui.px(150) : area.high.y;
    begin_panel(ui, "wrong", low, {area.high.x - low.x, bottom - low.y});
    mistake_list(ui, *state);
    end_panel();
    first = bottom + gap;
  }
  if (!state->readable) return;
  const float middle = std::floor(area.low.x + 0.42f * (area.high.x - area.low.x));
  begin_panel(ui, "facts", {area.low.x, first}, {middle - area.low.x, area.high.y - first});
  facts(ui, *state);
  operator_list(ui, view, *state);
  ImGui::TextUnformatted(ui("preview.score_over_time"_word));
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.y > ui.px(60)) score_diagram(ui, *state, room);
  end_panel();
  begin_panel(ui, "asks", {middle + gap, first}, {area.high.x - middle - gap, area.high.y - first});
  const std::string tasks = std::string(ui("preview.tasks"_word)) + " " + std::to_string(state->tasks.size());
  view.tab = tab_row(ui, "preview.tab", {tasks.c_str(), ui("preview.criteria"_word)}, view.tab);
  if (view.tab == 1)
    point_matrix(ui, *state);
  else
    task_matrix(ui, *state);
  end_panel();
}

}  // namespace stillhouse
