#include <array>
#include <cstring>

#include "frontend/views/notebook_entries.h"
#include "frontend/views/procedure_screen.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kLongest = 1000;  // bytes of an entry

/// Value of a tag that can be pinned, SI; nothing if the tag has none now.
std::optional<double> value_now(const ScreenState& screen, const std::string& tag) {
  for (const InstrumentFace& face : screen.instruments)
    if (face.tag == tag && face.quality != ValueQuality::bad) return face.value;
  for (const HandleFace& face : screen.handles)
    if (face.tag == tag) return face.position;
  return {};
}

/// The trends' screen with the pens and the time of a photograph.
void show_photograph(Ui& ui, const Photograph& photograph) {
  TrendViewState& trend = ui.view.trend;
  trend.pens.clear();
  for (const std::string& tag : photograph.pens)
    if (const int pen = pen_of(*ui.screen.lab, tag); pen >= 0) trend.pens.push_back(pen);
  trend.length = photograph.to - photograph.from;
  trend.end = photograph.to;
  trend.follows = false;
  trend.plot = 0;
  trend.chosen = -1;
  ui.view.screen = "trends";
}

void entries(Ui& ui) {
  ImGui::BeginChild("entries", {0.0f, -ui.px(112)});
  if (ui.screen.notebook.empty()) quiet_paragraph(ui, ui("notebook.empty"_word));
  // a photograph that is clicked is seen large, as it was taken
  if (const int clicked = notebook_entries(ui, "notebook.entry."); clicked >= 0)
    show_photograph(ui, *ui.screen.notebook[static_cast<std::size_t>(clicked)].photograph);
  // the newest entry is what one has just written
  if (ui.view.notebook_entries != ui.screen.notebook.size()) ImGui::SetScrollHereY(1.0f);
  ui.view.notebook_entries = ui.screen.notebook.size();
  ImGui::EndChild();
}

}  // namespace

void notebook_panel(Ui& ui) {
  ImGui::TextUnformatted(ui("notebook.title"_word));
  entries(ui);

  std::string& typed = ui.view.typed["notebook"];
  std::array<char, kLongest + 1> buffer{};
  std::strncpy(buffer.data(), typed.c_str(), kLongest);
  ImGui::InputTextMultiline("##entry", buffer.data(), buffer.size(), {-1.0f, ui.px(70)});
  note_widget(ui, "notebook.text", true, buffer.data());
  if (typed != buffer.data()) {
    typed = buffer.data();
    ui.letters += typed;
  }
  const bool may = !ui.screen.ended();
  if (push_button(ui, "notebook.write", ui("notebook.write"_word), {.enabled = may && !typed.empty()})) {
    ui.send("note", "", 0.0, typed);
    typed.clear();
  }
  // the reading on the faceplate, with the words beside it
  const std::string& tag = ui.view.selected;
  const std::optional<double> value = value_now(ui.screen, tag);
  ImGui::SameLine(0.0f, ui.px(6));
  const std::string pin = value ? ui("notebook.pin"_word, {tag}) : std::string(ui("notebook.pin_none"_word));
  if (push_button(ui, "notebook.pin", pin.c_str(), {.enabled = may && value.has_value()})) {
    ui.send("note", tag, *value, typed);
    typed.clear();
  }
}

}  // namespace stillhouse
