#include "frontend/views/picture_layout.h"

#include <gtest/gtest.h>

#include "frontend/presenter/screen_builder.h"
#include "tests/frontend/pilot_lab.h"

namespace stillhouse {
namespace {

// size of a tag on the sheet when the window has 1280 x 720 pixels
constexpr float kWidth = 180.0f, kHeight = 27.0f;

bool overlap(const PlacedTag& a, const PlacedTag& b) {
  return a.place.x < b.place.x + kWidth && b.place.x < a.place.x + kWidth && a.place.y < b.place.y + kHeight &&
         b.place.y < a.place.y + kHeight;
}

ScreenState pilot_screen() {
  const std::unique_ptr<Session> session = pilot_session();
  const ScreenBuilder builder(*session);
  return builder.state(*session, TrendHistory(builder.lab()->pens.size(), 1.0));
}

TEST(PictureLayout, PlacesEveryTagOfTheLabOnTheSheetAndNoneOnAnother) {
  const ScreenState screen = pilot_screen();
  const std::vector<PlacedTag> tags = placed_tags(screen, kWidth, kHeight);
  EXPECT_EQ(tags.size(), screen.instruments.size() + screen.controllers.size() + screen.handles.size());
  for (std::size_t i = 0; i < tags.size(); ++i) {
    EXPECT_GE(tags[i].place.x, 0.0f);
    EXPECT_GE(tags[i].place.y, 0.0f);
    EXPECT_LE(tags[i].place.x + kWidth, kSheetWidth);
    EXPECT_LE(tags[i].place.y + kHeight, kSheetHeight);
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_FALSE(overlap(tags[i], tags[j])) << "at " << tags[i].place.x << ", " << tags[i].place.y;
  }
}

TEST(PictureLayout, DoesNotMoveWithTheValues) {
  ScreenState screen = pilot_screen();
  const std::vector<PlacedTag> before = placed_tags(screen, kWidth, kHeight);
  for (InstrumentFace& face : screen.instruments) face.value *= 2.0;
  screen.column.trays[3].T = 400.0;
  const std::vector<PlacedTag> after = placed_tags(screen, kWidth, kHeight);
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(before[i].place.x, after[i].place.x);
    EXPECT_EQ(before[i].place.y, after[i].place.y);
  }
}

TEST(PictureLayout, StacksTraysFromTheBottomUp) {
  for (int k = 2; k <= 12; ++k) {
    EXPECT_LT(tray_box(k, 12).low.y, tray_box(k - 1, 12).low.y);
    EXPECT_NEAR(tray_box(k, 12).high.y, tray_box(k - 1, 12).low.y, 1e-3);
  }
  EXPECT_NEAR(tray_box(12, 12).low.y, equipment::kColumn.low.y, 1e-3);
}

}  // namespace
}  // namespace stillhouse
