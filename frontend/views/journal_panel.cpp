#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void journal_panel(Ui& ui) {
  if (!ImGui::BeginTable("journal", 3, ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit)) return;
  ImGui::TableSetupColumn("time");
  ImGui::TableSetupColumn("who", ImGuiTableColumnFlags_WidthFixed, ui.px(14));
  ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(ui.screen.journal.size()));
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const JournalLine& line = ui.screen.journal[static_cast<std::size_t>(i)];
      ImGui::TableNextRow();
      ImGui::TableNextColumn();
      quiet_text(ui, clock_text(line.time).c_str());
      ImGui::TableNextColumn();
      // what a hand did, and what wants attention
      quiet_text(ui, line.by_hand ? "›" : line.warning ? "!" : "");
      ImGui::TableNextColumn();
      ImGui::AlignTextToFramePadding();
      ImGui::TextUnformatted(ui(line.text));
    }
  }
  ImGui::EndTable();
}

}  // namespace stillhouse
