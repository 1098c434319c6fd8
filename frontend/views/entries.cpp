#include "frontend/views/entries.h"

#include <array>
#include <cstring>

#include "frontend/views/widgets.h"

namespace stillhouse {

namespace {

constexpr std::size_t kTextLength = 240;

}  // namespace

bool text_entry(Ui& ui, const std::string& name, const char* hint, float width) {
  ImGui::PushID(name.c_str());
  std::string& typed = ui.view.typed[name];
  std::array<char, kTextLength> buffer{};
  std::strncpy(buffer.data(), typed.c_str(), kTextLength - 1);
  ImGui::SetNextItemWidth(width);
  const bool entered =
      ImGui::InputTextWithHint("##text", hint, buffer.data(), buffer.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  note_widget(ui, name, true, buffer.data());
  typed = buffer.data();
  ui.letters += typed;
  ImGui::PopID();
  return entered;
}

}  // namespace stillhouse
