#pragma once

#include <string>

#include "frontend/views/ui.h"

namespace stillhouse {

/// What a faceplate wants to move, and from where. Values are SI.
struct FaceMove {
  std::string verb, tag;
  double from = 0.0, to = 0.0, low = 0.0, high = 1.0;
  NumberFormat format;
  bool always_asks = false;  ///< switching something off
  bool is_switch = false;    ///< told as on and off, not as numbers
};

/// Sends a move. One across more than half of the range, or that always asks, is kept until it is confirmed.
void wish_move(Ui& ui, FaceMove move);

/// The question that waits on a tag's faceplate: "face.TAG.confirm.yes" (or Enter) and ".no" (or Escape). Draws nothing
/// when none waits; one that waits on another faceplate is forgotten.
void confirm_line(Ui& ui, const std::string& tag);

}  // namespace stillhouse
