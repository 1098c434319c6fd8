#include "frontend/views/sample_points.h"

#include "frontend/presenter/numbers.h"
#include "frontend/views/entries.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr double millilitre = 1e-6;  // m3

/// The volume typed for a point, m3; says so where it is none.
std::optional<double> typed_volume(Ui& ui, const std::string& tag) {
  const std::optional<double> number = typed_number(ui.view.typed["bench.point." + tag + ".volume"]);
  if (!number) {
    ui.view.complaint[tag] = ui("face.not_a_number"_word);
    return {};
  }
  ui.view.complaint.erase(tag);
  return *number * millilitre;
}

}  // namespace

int sample_point_lines(const BenchFace& bench) {
  return bench.points.empty() ? 0 : 1 + 2 * static_cast<int>(bench.points.size());
}

void sample_points(Ui& ui, const BenchFace& bench) {
  if (bench.points.empty()) return;
  ImGui::TextUnformatted(ui("bench.points"_word));
  for (const BenchFace::Point& point : bench.points) {
    const std::string name = "bench.point." + point.tag;
    ImGui::TextUnformatted(point.tag.c_str());
    ImGui::SameLine(0.0f, ui.px(6));
    const std::string state = std::string(ui(point.busy ? "bench.runs_through"_word : "bench.purged"_word)) +
                              (point.busy ? "" : " " + point.purged);
    quiet_text(ui, (std::string(ui(point.says)) + "  " + state).c_str());
    note_widget(ui, name + ".state", true, state);
    text_entry(ui, name + ".volume", "mL", ui.px(44));
    ImGui::SameLine(0.0f, ui.px(4));
    if (push_button(ui, name + ".purge", ui("bench.purge"_word), {.small = true}))
      if (const std::optional<double> volume = typed_volume(ui, point.tag)) ui.send("purge", point.tag, *volume);
    ImGui::SameLine(0.0f, ui.px(8));
    text_entry(ui, name + ".label", ui("bench.label"_word), ui.px(70));
    ImGui::SameLine(0.0f, ui.px(4));
    const std::string label = ui.view.typed[name + ".label"];
    if (push_button(ui, name + ".draw", ui("bench.draw"_word), {.enabled = !label.empty(), .small = true}))
      if (const std::optional<double> volume = typed_volume(ui, point.tag)) ui.send("draw", point.tag, *volume, label);
    refusal_line(ui, point.tag);
  }
}

}  // namespace stillhouse
