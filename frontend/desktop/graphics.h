#pragma once

#include <string>
#include <utility>

#include <imgui.h>

struct GLFWwindow;

namespace stillhouse {

/// A window of the operating system with OpenGL and an ImGui context that draws into it.
class Graphics {
 public:
  /// Throws std::runtime_error with a sentence if there is no display or no OpenGL 3.
  Graphics(const char* title, int width, int height, bool visible);
  ~Graphics();
  Graphics(const Graphics&) = delete;
  Graphics& operator=(const Graphics&) = delete;

  bool wants_to_close() const;
  int width() const { return width_; }
  int height() const { return height_; }

  /// Waits for input, or for `seconds`; measures the window. True if something came.
  bool wait(double seconds);
  /// Wakes `wait` from another thread.
  static void wake();

  /// The title in the window's frame.
  void name(const std::string& title);

  /// In a frame: the place of the function key that was pressed, from 0 for F1; -1 if none was.
  static int function_key();

  /// The letters have changed.
  void reload_letters();
  void begin_frame();
  /// Draws the frame; with a file name its picture is written there too. False if that could not be done.
  bool end_frame(const std::string& png = {});

  /// The next `end_frame` keeps a part of its picture, which `take_part` then gives as the bytes of a PNG.
  void want_part(ImVec2 low, ImVec2 high) { part_low_ = low, part_high_ = high, wants_part_ = true; }
  std::string take_part() { return std::exchange(part_, {}); }

 private:
  GLFWwindow* window_ = nullptr;
  int width_ = 0, height_ = 0;
  ImVec2 part_low_, part_high_;
  bool wants_part_ = false;
  std::string part_;
};

}  // namespace stillhouse
