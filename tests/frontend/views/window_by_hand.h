#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace stillhouse {

/// The program's real window on a display in memory, operated by its mouse and keyboard (xdotool). Where a thing lies
/// it learns from the program (`open --widgets FILE`); a person sees it. Nothing sleeps for a fixed time: each gesture
/// ends when the window has drawn what came of it, and what the plant must do first is waited for.
class WindowByHand {
 public:
  /// `stillhouse open` with these arguments, in an empty folder of its own, in English.
  WindowByHand(const std::string& name, std::vector<std::string> arguments);
  ~WindowByHand();
  WindowByHand(const WindowByHand&) = delete;
  WindowByHand& operator=(const WindowByHand&) = delete;

  /// Where the program runs and leaves its files; gone when the test has gone well.
  const std::string& folder() const { return folder_; }

  /// Presses and lets go in the middle of a thing, once it is there and enabled. Throws, as every gesture does, if it
  /// cannot be made: what comes after it would fail too.
  void click(const std::string& name);
  /// The same at a share of its width from the left, 0 to 1, with the mouse moved there from another share while
  /// pressed.
  void drag(const std::string& name, double from, double to);
  void key(const std::string& name);
  void type(const std::string& text);

  /// Waits until something is there, enabled, and says what is asked for; false if it does not come in time.
  bool sees(const std::string& name, const std::string& part = {}, double seconds = 30.0);
  bool comes(const std::function<bool()>& condition, double seconds = 30.0);
  /// What a thing says; empty if it is not there.
  std::string says(const std::string& name);
  bool has(const std::string& name);
  /// Names that begin so, in order.
  std::vector<std::string> names(const std::string& beginning);

  /// The one file with this ending in the folder; fails the test if there is none or more.
  std::string file(const std::string& ending) const;

 private:
  struct Seen {
    int left = 0, top = 0, right = 0, bottom = 0;
    bool enabled = false;
    std::string value;
  };
  void start_server();
  void look();
  void wait_for_frames(int number);
  void by_hand(const std::string& orders);

  std::string folder_, display_;
  int server_ = -1, program_ = -1;  ///< processes
  int frame_ = 0;
  std::map<std::string, Seen> seen_;
};

/// Whether `stillhouse verify` gives the same run and grade again.
bool verifies(const std::string& run);

/// A whole file.
std::string text_of(const std::string& path);

}  // namespace stillhouse
