#pragma once

#include <string>
#include <vector>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// Positions on the sheet of the process picture, 1000 x 700 units, y downwards. Plain geometry: no window is needed.
struct SheetPoint {
  float x = 0.0f, y = 0.0f;
};

struct SheetBox {
  SheetPoint low, high;
  float width() const { return high.x - low.x; }
  float height() const { return high.y - low.y; }
  SheetPoint middle() const { return {0.5f * (low.x + high.x), 0.5f * (low.y + high.y)}; }
};

inline constexpr float kSheetWidth = 1000.0f, kSheetHeight = 700.0f;

/// Where the equipment stands: flow from left to right, gravity downwards (ISO 10628-1).
namespace equipment {
inline constexpr SheetBox kColumn{{352, 118}, {448, 530}};
inline constexpr SheetBox kKettle{{300, 566}, {500, 642}};
inline constexpr SheetBox kCondenser{{685, 40}, {805, 88}};
inline constexpr SheetBox kDrum{{685, 148}, {805, 198}};
inline constexpr SheetPoint kRefluxPump{745, 250};
inline constexpr SheetPoint kSplitter{745, 305};
inline constexpr SheetBox kCatchPot{{668, 226}, {712, 264}};
inline constexpr SheetBox kDistillateTank{{890, 380}, {970, 464}};
inline constexpr SheetBox kBottomsTank{{715, 596}, {795, 680}};
inline constexpr SheetPoint kBottomsValve{590, 628};
inline constexpr SheetBox kFeedTank{{30, 420}, {120, 510}};
inline constexpr SheetPoint kFeedPump{172, 495};
inline constexpr SheetBox kPreheater{{222, 380}, {262, 450}};
inline constexpr SheetPoint kWaterValve{905, 78};
}  // namespace equipment

/// Space of tray `number` (1 at the bottom) of `trays`.
SheetBox tray_box(int number, int trays);

/// What a tag on the sheet stands for.
enum class TagKind { instrument, controller, handle };

/// A tag with its value, placed beside what it belongs to.
struct PlacedTag {
  TagKind kind = TagKind::instrument;
  std::size_t index = 0;  ///< in ScreenState's list of that kind
  SheetPoint place;       ///< upper left corner
  SheetPoint anchor;      ///< what it is about: end of the leader
};

/// Places all instruments, controllers and handles. `width` and `height` are the size of a tag on the sheet. Depends on
/// the plant only, never on values: tags stay where the hand has learnt to find them.
std::vector<PlacedTag> placed_tags(const ScreenState& screen, float width, float height);

}  // namespace stillhouse
