#include "frontend/views/line_breaks.h"
#include "frontend/views/palette.h"
#include "frontend/views/panels.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void refusal_line(Ui& ui, const std::string& tag) {
  std::string sentence;
  if (const auto complaint = ui.view.complaint.find(tag); complaint != ui.view.complaint.end())
    sentence = complaint->second;
  // the newest answer counts: a later success wipes an old refusal away
  for (const Reply& reply : ui.screen.replies)
    if (reply.tag == tag && ui.view.complaint.count(tag) == 0)
      sentence = reply.refusal ? ui("text.says"_word, {ui("face.refused"_word), ui(*reply.refusal)}) : std::string();
  if (sentence.empty()) return;
  ImGui::PushStyleColor(ImGuiCol_Text, palette::kText);
  const ImVec2 low = ImGui::GetCursorScreenPos();
  ImGui::Indent(ui.px(10));
  wrapped_text(ui, sentence.c_str());
  note_widget(ui, "refusal." + tag, true, sentence);
  ImGui::Unindent(ui.px(10));
  const float bottom = ImGui::GetItemRectMax().y;
  ImGui::GetWindowDrawList()->AddRectFilled(low, {low.x + ui.px(4), bottom}, palette::kText);
  ImGui::PopStyleColor();
}

void faceplate(Ui& ui) {
  const std::string& tag = ui.view.selected;
  for (const ControllerFace& face : ui.screen.controllers)
    if (face.tag == tag) return controller_face(ui, face);
  for (const HandleFace& face : ui.screen.handles)
    if (face.tag == tag) return handle_face(ui, face);
  for (const InstrumentFace& face : ui.screen.instruments)
    if (face.tag == tag) return instrument_face(ui, face);
  quiet_text(ui, ui("face.choose_item"_word));
}

}  // namespace stillhouse
