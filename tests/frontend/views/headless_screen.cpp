#include "tests/frontend/views/headless_screen.h"

#include <gtest/gtest.h>

#include "frontend/desktop/theme.h"
#include "frontend/views/screens.h"

namespace stillhouse {

HeadlessScreen::HeadlessScreen(ScreenState state, int width, int height)
    : screen(std::move(state)), context_(ImGui::CreateContext()), scale_(scale_of(width, height)) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = 1.0f / 60.0f;
  io.IniFilename = nullptr;
  // the keys that ImGui knows have numbers of their own here
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
  io.MousePos = {-1.0f, -1.0f};
  apply_theme(scale_);
  begin_screens(view, screen);
}

HeadlessScreen::~HeadlessScreen() {
  ImGui::DestroyContext(context_);
}

void HeadlessScreen::show(ScreenState state) {
  screen = std::move(state);
  want_texts(typefaces_, screen);
  shows_known_ = true;
}

void HeadlessScreen::draw(int frames) {
  for (int i = 0; i < frames; ++i) {
    if (!shows_known_) want_texts(typefaces_, screen);
    typefaces_.want(letters_);
    letters_.clear();
    if (typefaces_.update(scale_)) {
      // no graphics card takes the texture, but it must have been made
      unsigned char* pixels = nullptr;
      int width = 0, height = 0;
      ImGui::GetIO().Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
      ASSERT_NE(pixels, nullptr);
    }
    ImGui::NewFrame();
    Ui ui{screen, *control, desk, view, widgets, letters_, typefaces_.fonts(), scale_, 0.0};
    ui.has_run = has_run;
    ui.role = role;
    draw_screens(ui);
    ImGui::Render();
    vertices_ = ImGui::GetDrawData()->TotalVtxCount;
  }
}

void HeadlessScreen::click(const std::string& name) {
  draw(2);
  const WidgetRegistry::Widget* widget = widgets.find(name);
  ASSERT_NE(widget, nullptr) << "no widget " << name;
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = widget->middle();
  draw();
  io.MouseDown[0] = true;
  draw();
  io.MouseDown[0] = false;
  draw(2);
}

void HeadlessScreen::type(const std::string& text) {
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
  draw(2);
}

void HeadlessScreen::press(ImGuiKey key, bool with_shift) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeysDown[key] = true;
  io.KeyShift = with_shift;
  draw();
  io.KeysDown[key] = false;
  io.KeyShift = false;
  draw(2);
}

void HeadlessScreen::wheel(const std::string& name, float turns) {
  draw(2);
  const WidgetRegistry::Widget* widget = widgets.find(name);
  ASSERT_NE(widget, nullptr) << "no widget " << name;
  ImGui::GetIO().MousePos = widget->middle();
  draw();
  ImGui::GetIO().MouseWheel = turns;
  draw(2);
}

void HeadlessScreen::drag(const std::string& name, float dx) {
  draw(2);
  const WidgetRegistry::Widget* widget = widgets.find(name);
  ASSERT_NE(widget, nullptr) << "no widget " << name;
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = widget->middle();
  draw();
  io.MouseDown[0] = true;
  draw();
  io.MousePos.x += dx;
  draw(2);
  io.MouseDown[0] = false;
  draw(2);
}

std::string HeadlessScreen::value(const std::string& name) const {
  const WidgetRegistry::Widget* widget = widgets.find(name);
  return widget == nullptr ? std::string() : widget->value;
}

}  // namespace stillhouse
