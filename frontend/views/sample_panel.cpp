#include <algorithm>
#include <cmath>

#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void sample_panel(Ui& ui) {
  ImGui::BeginChild("samples");
  const bool any = std::any_of(ui.screen.instruments.begin(), ui.screen.instruments.end(),
                               [](const InstrumentFace& face) { return face.by_samples; });
  if (!any) quiet_paragraph(ui, ui("samples.none"_word));
  for (const InstrumentFace& face : ui.screen.instruments) {
    if (!face.by_samples) continue;
    const std::string name = "sample." + face.tag;
    if (push_button(ui, name + ".face", face.tag.c_str(), {.width = 76.0f})) ui.view.selected = face.tag;
    ImGui::SameLine(0.0f, ui.px(6));
    if (push_button(ui, name + ".draw", ui("samples.draw_sample"_word))) ui.send("sample", face.tag);
    ImGui::SameLine(0.0f, ui.px(8));
    std::string state =
        std::to_string(face.left) + " / " + std::to_string(face.budget) + " " + ui("samples.samples_left"_word);
    if (face.busy_until)
      state = ui("text.and"_word, {state, ui("samples.result_at"_word) + (" " + clock_text(*face.busy_until))});
    quiet_text(ui, state.c_str());
    note_widget(ui, name + ".state", true, state);
    refusal_line(ui, face.tag);

    // results, newest first
    if (face.samples.empty()) {
      quiet_text(ui, ui("samples.no_results"_word));
    } else if (ImGui::BeginTable(name.c_str(), 3, ImGuiTableFlags_SizingFixedFit)) {
      ImGui::TableSetupColumn("time", ImGuiTableColumnFlags_WidthFixed, ui.px(84));
      ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthFixed, ui.px(120));
      ImGui::TableSetupColumn("temperature");
      for (auto sample = face.samples.rbegin(); sample != face.samples.rend(); ++sample) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        quiet_text(ui, clock_text(sample->taken).c_str());
        ImGui::TableNextColumn();
        const bool good = sample->quality != ValueQuality::bad;
        const std::string number = good ? number_text(sample->value, face.format) + " " + face.format.printed
                                        : std::string(quality_word(ui, sample->quality));
        ImGui::PushStyleColor(ImGuiCol_Text, palette::kValue);
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(number.c_str());
        ImGui::PopStyleColor();
        ImGui::TableNextColumn();
        if (std::isfinite(sample->temperature)) {
          const NumberFormat degrees{"degC", "°C", 1};
          quiet_text(ui, ("@ " + number_text(sample->temperature, degrees) + " °C").c_str());
        }
      }
      ImGui::EndTable();
    }
    ImGui::Separator();
  }
  ImGui::EndChild();
}

}  // namespace stillhouse
