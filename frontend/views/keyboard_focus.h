#pragma once

#include <string>

#include "frontend/views/ui.h"

namespace stillhouse {

/// The screens without a mouse. Tab and Shift-Tab go through everything that can be clicked, in the order in which it
/// is drawn, and lists scroll along; arrows go to the nearest neighbour; Enter or Space presses. Escape closes what is
/// open above the screen, then the faceplate. A frame shows where the keys are until the mouse is used.
class KeyboardFocus {
 public:
  static KeyboardFocus& of(Ui& ui) { return ui.view.own<KeyboardFocus>(); }

  /// Follows the keys of this frame through what the last one offered.
  void take_keys(Ui& ui);
  /// Draws the frame round what has the keys, when all else is drawn.
  void show(Ui& ui);

  /// Whether the frame is shown, and on what.
  bool is_shown() const { return shown_; }
  const std::string& name() const { return name_; }
  void go_to(const std::string& name);
  /// Whether a widget has the keys; it then keeps the arrows for itself.
  bool steers(const std::string& name);

 private:
  using Stops = std::vector<WidgetRegistry::Stop>;

  void walk(Ui& ui, const Stops& stops, int step);
  void look(Ui& ui, const Stops& stops, float right, float down);
  void focus(Ui& ui, const WidgetRegistry::Stop& stop);
  void press(const Stops& stops) const;
  void close(Ui& ui);

  bool is_here(const WidgetRegistry::Stop& stop) const { return id_ != 0 ? stop.id == id_ : stop.name == name_; }

  std::string name_;
  ImGuiID id_ = 0;         ///< 0: known by its name only
  std::size_t place_ = 0;  ///< in the order of the last frame
  int tab_key_ = -1;       ///< of the backend; ImGui's own way of going to the next entry is switched off
  bool shown_ = false;
  bool keeps_arrows_ = false;  ///< what has the keys wants the arrows for itself
};

}  // namespace stillhouse
