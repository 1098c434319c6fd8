#pragma once

#include <string>
#include <vector>

#include "frontend/presenter/screen_state.h"

namespace stillhouse {

/// Positions on the sheet of the process picture, 1200 x 700 units, y downwards. Plain geometry: no window is needed.
struct SheetPoint {
  float x = 0.0f, y = 0.0f;
};

struct SheetBox {
  SheetPoint low, high;
  float width() const { return high.x - low.x; }
  float height() const { return high.y - low.y; }
  SheetPoint middle() const { return {0.5f * (low.x + high.x), 0.5f * (low.y + high.y)}; }
};

inline constexpr float kSheetWidth = 1200.0f, kSheetHeight = 700.0f;

/// Where the equipment stands: flow from left to right, gravity downwards (ISO 10628-1).
namespace equipment {
inline constexpr SheetBox kColumn{{440, 105}, {530, 520}};
inline constexpr SheetBox kKettle{{404, 560}, {590, 640}};
inline constexpr SheetBox kCondenser{{785, 62}, {915, 110}};
inline constexpr SheetBox kDrum{{785, 160}, {915, 210}};
inline constexpr SheetPoint kRefluxPump{850, 262};
inline constexpr SheetPoint kSplitter{850, 330};
inline constexpr SheetBox kCatchPot{{786, 240}, {830, 276}};
inline constexpr SheetBox kDistillateTank{{1108, 430}, {1192, 515}};
inline constexpr SheetBox kBottomsTank{{806, 586}, {886, 668}};
inline constexpr SheetPoint kBottomsValve{690, 622};
inline constexpr SheetBox kFeedTank{{40, 440}, {130, 530}};
inline constexpr SheetPoint kFeedPump{195, 515};
inline constexpr SheetBox kPreheater{{262, 395}, {302, 465}};
inline constexpr SheetPoint kWaterValve{1050, 101};
}  // namespace equipment

/// Space of tray `number` (1 at the bottom) of `trays`.
SheetBox tray_box(int number, int trays);

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
