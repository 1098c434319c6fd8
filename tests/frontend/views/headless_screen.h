#pragma once

#include <string>
#include <vector>

#include "frontend/desktop/typefaces.h"
#include "frontend/views/ui.h"

namespace stillhouse {

/// Keeps what a screen wishes.
class WishList final : public RunControl {
 public:
  void command(Command command) override { commands.push_back(std::move(command)); }
  void freeze(bool frozen) override { freezes.push_back(frozen); }
  void set_speed(double speed) override { speeds.push_back(speed); }
  void step() override { ++steps; }
  void backtrack(std::int64_t scan) override { backtracks.push_back(scan); }

  std::vector<Command> commands;
  std::vector<bool> freezes;
  std::vector<double> speeds;
  std::vector<std::int64_t> backtracks;
  int steps = 0;
};

/// Keeps what a screen wishes of the program.
class WishedOfDesk final : public DeskControl {
 public:
  void open_run(RunOrder order) override { opened.push_back(std::move(order)); }
  void leave_run() override { ++left; }

  std::vector<RunOrder> opened;
  int left = 0;
};

/// The whole screen without a window: an ImGui context whose mouse and keys a test moves, and whose widgets it clicks
/// by name.
class HeadlessScreen {
 public:
  explicit HeadlessScreen(ScreenState state, int width = 1280, int height = 720);
  ~HeadlessScreen();
  HeadlessScreen(const HeadlessScreen&) = delete;
  HeadlessScreen& operator=(const HeadlessScreen&) = delete;

  ScreenState screen;
  ViewState view;
  WishList wishes;
  WishedOfDesk desk;
  RunControl* control = &wishes;  ///< who takes the wishes
  bool has_run = true;
  Role role = Role::student;
  WidgetRegistry widgets;

  /// Another state, whose letters are known before it is drawn; then the letters are not looked for in each frame.
  void show(ScreenState state);
  /// Draws so many frames.
  void draw(int frames = 1);
  /// Presses and lets go in the middle of a widget. Fails the test if there is none of that name.
  void click(const std::string& name);
  /// Types into the entry that was clicked.
  void type(const std::string& text);
  void press_enter() { press(ImGuiKey_Enter); }
  void press(ImGuiKey key, bool with_shift = false);
  /// Wheel and drag over a widget.
  void wheel(const std::string& name, float turns);
  void drag(const std::string& name, float dx);

  /// What a widget shows; empty if it is not there.
  std::string value(const std::string& name) const;
  bool has(const std::string& name) const { return widgets.find(name) != nullptr; }
  /// Vertices of the last frame.
  int vertices() const { return vertices_; }
  double scale() const { return static_cast<double>(scale_); }

 private:
  ImGuiContext* context_;
  Typefaces typefaces_;
  std::string letters_;
  bool shows_known_ = false;  ///< letters of `screen` need not be looked for
  float scale_;
  int vertices_ = 0;
};

}  // namespace stillhouse
