#include "frontend/views/trends_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <gtest/gtest.h>

#include "frontend/views/pen_strip.h"
#include "frontend/views/trend_axes.h"
#include "frontend/views/trend_plot.h"
#include "tests/frontend/views/headless_screen.h"
#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

using Pens = std::vector<int>;

/// The sample plant on the trends' screen, with the first two thermometers drawn.
struct TrendsAtHand : HeadlessScreen {
  explicit TrendsAtHand(int width = 1280, int height = 720) : HeadlessScreen(sample_screen(), width, height) {
    view.screen = "trends";
    view.trend.pens = {0, 1};
    view.trend.length = 1000.0;
  }
  void drag_between(const std::string& from, const std::string& to) {
    draw(2);
    ASSERT_TRUE(has(from) && has(to)) << from << " " << to;
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = widgets.find(from)->middle();
    draw();
    io.MouseDown[0] = true;
    draw(2);
    io.MousePos.x += 20.0f;
    draw(2);
    io.MousePos = widgets.find(to)->middle();
    draw(2);
    io.MouseDown[0] = false;
    draw(2);
  }
  /// A button held down from one place of the plot to another, both as shares of its width and height.
  void drag_in_plot(ImVec2 from, ImVec2 to, int button = 0) {
    draw(2);
    ASSERT_TRUE(has("trends.plot"));
    const WidgetRegistry::Widget plot = *widgets.find("trends.plot");
    const auto at = [&](ImVec2 share) {
      return ImVec2{plot.low.x + share.x * (plot.high.x - plot.low.x),
                    plot.low.y + share.y * (plot.high.y - plot.low.y)};
    };
    ImGuiIO& io = ImGui::GetIO();
    io.MousePos = at(from);
    draw();
    io.MouseDown[button] = true;
    draw();
    io.MousePos = at(to);
    draw(2);
    io.MouseDown[button] = false;
    draw(2);
  }
};

TEST(TrendsScreen, TakesTagsByClickAndByDrag) {
  TrendsAtHand screen;
  screen.click("trends.tag.HV-400");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1, 4}));
  screen.click("trends.tag.HV-400");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1}));
  screen.drag_between("trends.tag.AI-140", "trends.plot");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1, 5}));
  // a controller comes with measurement, set-point and output
  screen.drag_between("trends.tag.TIC-112.group", "trends.plot");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1, 5, 2, 3}));
  screen.click("trends.pen.AI-140.off");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1, 2, 3}));
  EXPECT_FALSE(screen.has("trends.tag.drum.x_light"));  // the truth
  screen.screen.run = RunLook::finished;
  screen.click("trends.tag.drum.x_light");
  EXPECT_EQ(screen.view.trend.pens.back(), 6);
  EXPECT_TRUE(screen.wishes.commands.empty());
}

TEST(TrendsScreen, FindsTags) {
  TrendsAtHand screen;
  screen.click("trends.find");
  screen.type("ai-");
  EXPECT_TRUE(screen.has("trends.tag.AI-140"));
  EXPECT_FALSE(screen.has("trends.tag.HV-400"));
}

TEST(TrendsScreen, ReadsBothCursors) {
  TrendsAtHand screen;
  screen.click("trends.cursor.a");
  screen.click("trends.cursor.b");
  EXPECT_NEAR(screen.view.trend.cursor, 333.0, 1.0);
  EXPECT_NEAR(screen.view.trend.second_cursor, 666.0, 1.0);
  screen.view.trend.cursor = 100.0;
  screen.view.trend.second_cursor = 300.0;
  screen.draw(2);
  // the sample rises by 0.065 K a second
  EXPECT_EQ(screen.value("trends.pen.TI-100.a"), "26.5");
  EXPECT_EQ(screen.value("trends.pen.TI-100.b"), "39.5");
  EXPECT_EQ(screen.value("trends.pen.TI-100.difference"), "13.0");
  EXPECT_EQ(screen.value("trends.apart"), "B − A = 0:03:20");
  // a click in the plot sets A
  screen.drag_in_plot({0.5f, 0.5f}, {0.5f, 0.5f});
  EXPECT_NEAR(screen.view.trend.cursor, 500.0, 3.0);
  // its line can be dragged
  screen.drag_in_plot({0.5f, 0.5f}, {0.25f, 0.4f});
  EXPECT_NEAR(screen.view.trend.cursor, 250.0, 3.0);
  EXPECT_TRUE(screen.view.trend.follows);
}

TEST(TrendsScreen, ZoomsIntoABoxAndBack) {
  TrendsAtHand screen;
  screen.drag_in_plot({0.2f, 0.25f}, {0.6f, 0.75f}, 1);
  EXPECT_NEAR(screen.view.trend.length, 400.0, 5.0);
  EXPECT_NEAR(screen.view.trend.end, 600.0, 5.0);
  EXPECT_NEAR(screen.view.trend.low, 0.25, 0.02);
  EXPECT_NEAR(screen.view.trend.high, 0.75, 0.02);
  screen.click("trends.back");
  EXPECT_EQ(screen.view.trend.length, 1000.0);
  EXPECT_TRUE(screen.view.trend.follows);
  EXPECT_EQ(screen.view.trend.high, 1.0);
  // the left button does the same once boxes are chosen, else it moves
  screen.drag_in_plot({0.4f, 0.5f}, {0.5f, 0.5f});
  EXPECT_NEAR(screen.view.trend.end, 900.0, 5.0);
  screen.click("trends.now");
  screen.click("trends.box");
  screen.drag_in_plot({0.5f, 0.2f}, {0.75f, 0.8f});
  EXPECT_NEAR(screen.view.trend.length, 250.0, 5.0);
}

TEST(TrendsScreen, KeepsGroupsOfPens) {
  TrendsAtHand screen;
  screen.click("trends.group.name");
  screen.type("temperatures");
  screen.click("trends.group.keep");
  screen.click("trends.pen.TI-100.off");
  screen.click("trends.group.0");
  EXPECT_EQ(screen.view.trend.pens, (Pens{0, 1}));
  screen.click("trends.group.0.forget");
  EXPECT_TRUE(screen.view.trend.groups.empty());
}

TEST(TrendsScreen, ExportsWhatItShows) {
  TrendsAtHand screen;
  screen.click("trends.csv");
  ASSERT_TRUE(screen.view.wanted_file);
  EXPECT_TRUE(screen.view.wanted_file->text.starts_with("\xEF\xBB\xBFtime [s],TI-100 [°C],TI-112 [°C]\r\n0,20,10\r\n"));
  EXPECT_EQ(screen.view.wanted_file->name, "sample-trend-0-16-40");
  screen.view.wanted_file.reset();
  screen.click("trends.png");
  ASSERT_TRUE(screen.view.wanted_file);
  const WidgetRegistry::Widget plot = *screen.widgets.find("trends.plot");
  EXPECT_LT(screen.view.wanted_file->low.x, plot.low.x);  // with its axis
  EXPECT_GT(screen.view.wanted_file->high.y, plot.high.y);
  EXPECT_GT(screen.view.wanted_file->low.x, 100.0f);  // without the list of tags
}

TEST(TrendsScreen, DrawsSixtyPensAtEverySize) {
  for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{3840, 2160}}) {
    TrendsAtHand screen(width, height);
    auto lab = std::make_shared<LabFacts>(*screen.screen.lab);
    lab->pens.assign(60, lab->pens[0]);
    screen.screen.lab = lab;
    TrendHistory history(60, 1.0);
    std::array<float, 60> row;
    for (int scan = 0; scan < 3600; ++scan) {
      for (std::size_t pen = 0; pen < 60; ++pen)
        row[pen] = 50.0f + static_cast<float>((scan * 7919 + static_cast<int>(pen) * 104729) % 97) * 0.2f;
      history.append(row);
    }
    screen.screen.trends = history.view();
    screen.screen.time = 3600.0;
    screen.view.trend.length = 3600.0;
    screen.view.trend.pens.clear();
    for (int pen = 0; pen < 60; ++pen) screen.view.trend.pens.push_back(pen);
    screen.draw(3);
    EXPECT_GT(screen.vertices(), 20000);
  }
}

TEST(LogarithmicScale, HasEvenDecades) {
  TrendScale scale{.low = 1.0, .high = 1000.0, .format = {}, .logarithmic = true};
  EXPECT_NEAR(scale.height(10.0), 1.0 / 3.0, 1e-12);
  EXPECT_NEAR(scale.value(2.0 / 3.0), 100.0, 1e-9);
  EXPECT_LT(scale.height(0.0), 0.0);
  scale.from = 0.5;
  EXPECT_NEAR(scale.height(std::sqrt(1000.0)), 0.0, 1e-12);
  EXPECT_EQ(logarithmic_ticks(1.0, 100.0), (std::vector<double>{1, 2, 5, 10, 20, 50, 100}));
  EXPECT_EQ(logarithmic_ticks(1.0, 1e5).size(), 6u);
  // of a range that begins at zero the data tell where it begins
  const ScreenState screen = sample_screen();
  const TrendScale fitted = trend_scales(screen, {0}, 0.0, 1000.0, {.logarithmic = true}).front();
  EXPECT_TRUE(fitted.logarithmic);
  EXPECT_NEAR(fitted.low, 20.0 / 1.1, 1e-4);
}

TEST(PenStrip, NeverHidesAnExtremeInAGapOfItsDashes) {
  HeadlessScreen context(sample_screen());
  context.draw();
  ImDrawList list(ImGui::GetDrawListSharedData());
  const auto indices = [&](float height) {
    // a level line with one stroke in each column in turn
    int least = 1 << 30;
    for (std::size_t stroke = 1; stroke < 19; ++stroke) {
      std::vector<PenPoint> points;
      for (std::size_t i = 0; i < 20; ++i)
        points.push_back({static_cast<float>(i), 50.0f, 50.0f + (i == stroke ? height : 0.0f), i == 0});
      list._ResetForNewFrame();
      draw_pen_strip(list, points, {.colour = IM_COL32_BLACK, .width = 1.0f, .style = 2, .scale = 1.0f, .left = 0.0f});
      least = std::min(least, list.IdxBuffer.Size);
    }
    return least;
  };
  const int calm = indices(0.0f);
  EXPECT_LT(calm, 18 * 19);         // there are gaps
  EXPECT_GE(indices(30.0f), calm);  // and a stroke in a gap closes it
}

}  // namespace
}  // namespace stillhouse
