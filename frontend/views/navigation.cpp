#include "frontend/views/navigation.h"

#include "frontend/views/screens.h"
#include "frontend/views/widgets.h"

namespace stillhouse {

void navigation_bar(Ui& ui) {
  int key = 1;
  for (const ScreenEntry* screen : screens_of(ui.role, ui.has_run)) {
    if (key > 1) ImGui::SameLine(0.0f, ui.px(2));
    const std::string label = "F" + std::to_string(key++) + " " + ui(screen->word);
    const std::string name = "screen." + std::string(screen->id);
    if (push_button(ui, name, label.c_str(), {.chosen = screen->id == ui.view.screen})) ui.view.screen = screen->id;
  }

  ImGui::SameLine(ImGui::GetContentRegionMax().x - ui.px(88));
  const bool english = ui.view.language == Language::en;
  if (push_button(ui, "toolbar.language.en", ui("toolbar.english"_word), {.chosen = english, .width = 40.0f}))
    ui.view.language = Language::en;
  ImGui::SameLine(0.0f, ui.px(2));
  if (push_button(ui, "toolbar.language.zh", ui("toolbar.chinese"_word), {.chosen = !english, .width = 46.0f}))
    ui.view.language = Language::zh;
}

}  // namespace stillhouse
