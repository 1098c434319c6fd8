#pragma once

#include "frontend/views/ui.h"

namespace stillhouse {

/// What part of a plant's picture a person looks at: all of it, an area, or a few units. Belongs to the window, never
/// to the run. `room` is the panel's size and `sheet` that of the picture when all of it is shown, pixels.
class SheetZoom {
 public:
  /// What is kept for the picture of this plant; another plant begins with all of it.
  static SheetZoom& of(Ui& ui);

  float times() const { return times_; }
  /// Where the picture's upper left corner is.
  ImVec2 origin(ImVec2 low, ImVec2 room, ImVec2 sheet) const;

  /// The wheel magnifies about the mouse, a drag beside everything that can be clicked moves. To be called when all of
  /// it has been drawn.
  void steer(ImVec2 low, ImVec2 room, ImVec2 sheet);
  /// Buttons that do it without a mouse, in a row that ends at a corner; returns their width, pixels.
  float buttons(Ui& ui, ImVec2 right_top);

 private:
  void magnify(float factor);

  const void* lab_ = nullptr;
  float times_ = 1.0f;
  float across_ = 0.5f, down_ = 0.5f;  ///< place of the picture in the middle of the panel, shares of its size
  bool dragged_ = false;
};

}  // namespace stillhouse
