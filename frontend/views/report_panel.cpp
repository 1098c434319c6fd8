#include <algorithm>

#include "frontend/views/alarm_parts.h"
#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

void evidence_row(Ui& ui, const std::string& name, const Evidence& evidence) {
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  const std::string when =
      clock_text(evidence.from) + (evidence.to > evidence.from + 0.5 ? " – " + clock_text(evidence.to) : std::string());
  if (push_button(ui, name, when.c_str(), {.width = 128.0f, .small = true})) show_moment(ui, evidence);
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, ui(evidence.text));
  note_widget(ui, name + ".text", true, ui(evidence.text));
  ImGui::TableNextColumn();
  if (evidence.lost > 0.0) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(("−" + plain_number(evidence.lost, 1)).c_str());
  }
}

void criterion_block(Ui& ui, const CriterionGrade& criterion) {
  const std::string name = "report." + criterion.id;
  // score over points as bar and number
  const ImVec2 place = ImGui::GetCursorScreenPos();
  const float width = ui.px(90), height = ui.px(8), middle = place.y + 0.5f * ImGui::GetFrameHeight();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (criterion.points > 0.0) {
    const auto share = static_cast<float>(std::clamp(criterion.score / criterion.points, 0.0, 1.0));
    const float low = middle - 0.5f * height, high = middle + 0.5f * height;
    list.AddRectFilled({place.x, low}, {place.x + width, high}, palette::kSheet);
    list.AddRectFilled({place.x, low}, {place.x + share * width, high}, palette::kLiquid);
    list.AddRect({place.x, low}, {place.x + width, high}, palette::kQuiet);
  }
  ImGui::Dummy({width, ImGui::GetFrameHeight()});
  ImGui::SameLine(0.0f, ui.px(8));
  ImGui::AlignTextToFramePadding();
  const std::string score = plain_number(criterion.score, 1) +
                            (criterion.points > 0.0 ? " / " + plain_number(criterion.points, 0) : std::string());
  ImGui::TextUnformatted(score.c_str());
  note_widget(ui, name + ".score", true, score);
  ImGui::SameLine(ui.px(170));
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui(criterion.title));

  if (criterion.evidence.empty()) return;
  if (ImGui::BeginTable(name.c_str(), 3, ImGuiTableFlags_SizingFixedFit)) {
    ImGui::TableSetupColumn("when", ImGuiTableColumnFlags_WidthFixed, ui.px(134));
    ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("lost", ImGuiTableColumnFlags_WidthFixed, ui.px(44));
    int number = 0;
    for (const Evidence& evidence : criterion.evidence)
      evidence_row(ui, name + "." + std::to_string(number++), evidence);
    ImGui::EndTable();
  }
}

}  // namespace

void show_moment(Ui& ui, const Evidence& evidence) {
  ui.view.moment = evidence;
  TrendViewState& trend = ui.view.trend;
  // of an alarm what it watches
  const AlarmLine* alarm = find_alarm(ui.screen, evidence.signal);
  if (const int pen = pen_of(*ui.screen.lab, alarm != nullptr ? alarm->reads : evidence.signal); pen >= 0) {
    const bool drawn = std::find(trend.pens.begin(), trend.pens.end(), pen) != trend.pens.end();
    if (!drawn) trend.pens = {pen};
  }
  // with some of what led to it and came of it
  const double length = std::max(evidence.to - evidence.from, 0.0);
  const double margin = std::max(0.25 * length, 120.0);
  trend.length = length + 2.0 * margin;
  trend.end = evidence.to + margin;
  trend.follows = false;
  trend.marked_from = evidence.from;
  trend.fits = true;  // what was lost may lie far outside the range that was asked for
  trend.marked_to = evidence.to;
  trend.cursor = evidence.from;
}

void report_panel(Ui& ui) {
  if (!ui.screen.grade) {
    quiet_text(ui, ui("report.run_not_over"_word));
    return;
  }
  const Grade& grade = *ui.screen.grade;
  ImGui::PushFont(ui.fonts.large);
  const std::string score =
      std::string(ui("report.score"_word)) + "  " + plain_number(grade.score, 1) + " / " + plain_number(grade.total, 0);
  ImGui::TextUnformatted(score.c_str());
  note_widget(ui, "report.score", true, score);
  ImGui::PopFont();
  if (!grade.by_person.empty()) {
    const std::string open = ui("person.open"_word, {plain_number(grade.total, 0), plain_number(grade.open(), 0)});
    wrapped_text(ui, open.c_str());
    note_widget(ui, "report.open", true, open);
  }
  if (grade.aborted) wrapped_text(ui, ui(grade.abort_reason));
  for (const Text& flag : grade.flags) quiet_paragraph(ui, ui(flag));
  ImGui::Separator();

  ImGui::BeginChild("criteria");
  bool lost = false;
  for (const CriterionGrade& criterion : grade.criteria) {
    lost |= criterion.lost() > 1e-9;
    criterion_block(ui, criterion);
    ImGui::Spacing();
  }
  if (!lost) quiet_text(ui, ui("report.no_points_lost"_word));
  for (const PersonItemGrade& item : grade.by_person) {
    ImGui::Separator();
    wrapped_text(ui, ui(item.title));
    const std::string points = ui("person.points"_word, {plain_number(item.points, 0)});
    quiet_paragraph(ui, (points + " " + ui(item.look_at)).c_str());
    note_widget(ui, "report.by_person." + item.id, true, points);
  }
  ImGui::EndChild();
}

}  // namespace stillhouse
