#include "frontend/views/line_breaks.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

/// Tag, what it does with its phase, state, and the orders it takes now.
void sequence_row(Ui& ui, const SequenceFace& sequence) {
  const std::string name = "sequence." + sequence.tag;
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(sequence.tag.c_str());
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, ui(sequence.says));
  if (!sequence.phase.empty())
    quiet_paragraph(ui, (std::string(ui(sequence.phase)) + "  " + clock_text(sequence.in_phase)).c_str());
  refusal_line(ui, sequence.tag);
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(ui(sequence.state));
  note_widget(ui, name + ".state", true, ui(sequence.state));
  ImGui::TableNextColumn();
  for (const SequenceFace::Order& order : sequence.orders) {
    if (&order != &sequence.orders.front()) ImGui::SameLine(0.0f, ui.px(3));
    if (push_button(ui, name + "." + order.word, ui(order.says), {.small = true}))
      ui.send("command", sequence.tag, 0.0, order.word.c_str());
  }
}

/// Tag, what it guards, state, and the keys it has.
void interlock_row(Ui& ui, const InterlockFace& interlock) {
  const std::string name = "interlock." + interlock.tag;
  ImGui::TableNextRow();
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(interlock.tag.c_str());
  ImGui::TableNextColumn();
  ImGui::AlignTextToFramePadding();
  wrapped_text(ui, ui(interlock.says));
  refusal_line(ui, interlock.tag);
  ImGui::TableNextColumn();
  const char* state = ui(interlock.bypassed  ? "interlocks.bypassed"_word
                         : interlock.tripped ? "interlocks.tripped"_word
                                             : "interlocks.healthy"_word);
  ImGui::AlignTextToFramePadding();
  ImGui::TextUnformatted(state);
  note_widget(ui, name + ".state", true, state);
  if (interlock.tripped) quiet_text(ui, clock_text(interlock.tripped_at).c_str());
  ImGui::TableNextColumn();
  if (interlock.tripped && interlock.latched &&
      push_button(ui, name + ".reset", ui("interlocks.reset_it"_word), {.small = true}))
    ui.send("reset", interlock.tag);
  if (interlock.may_be_bypassed &&
      push_button(ui, name + ".bypass",
                  ui(interlock.bypassed ? "interlocks.end_bypass"_word : "interlocks.bypass_it"_word), {.small = true}))
    ui.send("bypass", interlock.tag, interlock.bypassed ? 0.0 : 1.0);
}

}  // namespace

void interlock_panel(Ui& ui) {
  if (ui.screen.sequences.empty() && ui.screen.interlocks.empty())
    return quiet_text(ui, ui("interlocks.no_interlocks"_word));
  // one table that scrolls: many sequences must not push the interlocks out of reach
  if (!ImGui::BeginTable("interlocks", 4,
                         ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit))
    return;
  ImGui::TableSetupColumn("tag");
  ImGui::TableSetupColumn("text", ImGuiTableColumnFlags_WidthStretch);
  ImGui::TableSetupColumn("state", ImGuiTableColumnFlags_WidthFixed, ui.px(90));
  ImGui::TableSetupColumn("act");
  for (const SequenceFace& sequence : ui.screen.sequences) sequence_row(ui, sequence);
  for (const InterlockFace& interlock : ui.screen.interlocks) interlock_row(ui, interlock);
  ImGui::EndTable();
}

void instruction_panel(Ui& ui) {
  ImGui::BeginChild("instructions");
  wrapped_text(ui, ui(ui.screen.lab->title));
  quiet_paragraph(ui, ui(ui.screen.lab->exam ? "toolbar.exam"_word : "toolbar.practice"_word));
  ImGui::Spacing();
  wrapped_text(ui, ui(ui.screen.lab->notes));
  note_widget(ui, "instructions.text", true, ui(ui.screen.lab->notes));
  ImGui::EndChild();
}

}  // namespace stillhouse
