#include "frontend/presenter/trend_readout.h"

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

#include <gtest/gtest.h>

#include "frontend/presenter/file_keeper.h"
#include "frontend/presenter/trend_tags.h"
#include "tests/frontend/views/sample_screen.h"

namespace stillhouse {
namespace {

TEST(TrendReadout, ReadsBothCursorsAndWhatLiesBetween) {
  // a ramp of 0.5 a scan of 2 s, with one scan that has no value
  TrendHistory history(1, 2.0);
  for (int scan = 0; scan < 100; ++scan)
    history.append(
        std::array<float, 1>{scan == 30 ? std::numeric_limits<float>::quiet_NaN() : 0.5f * static_cast<float>(scan)});
  const CursorReading reading = cursor_reading(history.view(), 0, 20.0, 100.0);  // scans 10 to 50
  EXPECT_EQ(reading.a, 5.0);
  EXPECT_EQ(reading.b, 25.0);
  EXPECT_EQ(reading.difference, 20.0);
  EXPECT_NEAR(reading.rate, 15.0, 1e-12);  // 20 in 80 s
  EXPECT_EQ(reading.least, 5.0);
  EXPECT_EQ(reading.most, 25.0);
  EXPECT_NEAR(reading.mean, 15.0, 1e-12);  // the one that is missing is the mean itself
  const CursorReading back = cursor_reading(history.view(), 0, 100.0, 20.0);
  EXPECT_EQ(back.difference, -20.0);
  EXPECT_EQ(back.least, 5.0);
  EXPECT_TRUE(std::isnan(cursor_reading(history.view(), 0, 60.0, 70.0).a));
  EXPECT_TRUE(std::isnan(cursor_reading(history.view(), 0, 500.0, 600.0).mean));
}

TEST(TrendReadout, WritesATableWithUnitsAndTime) {
  ScreenState screen = sample_screen();
  auto lab = std::make_shared<LabFacts>(*screen.lab);
  lab->pens[1].tag = "odd, \"tag\"";
  screen.lab = lab;
  const std::string text = trend_csv(screen, {0, 1, 3}, 10.0, 12.0);
  EXPECT_EQ(text,
            "\xEF\xBB\xBFtime [s],TI-100 [°C],\"odd, \"\"tag\"\" [°C]\",TIC-112.OP [%]\r\n"
            "10,20.65,10.65,40\r\n11,20.715,10.715,40\r\n12,20.78,10.78,40\r\n");
  // no more rows than there are
  const std::string all = trend_csv(screen, {0}, -100.0, 1e6);
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 1001);
}

TEST(TagRows, OffersControllersAsOneAndHidesTheTruth) {
  ScreenState screen = sample_screen();
  const std::vector<TagRow> rows = tag_rows(screen, "");
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows[0].kind, TagRow::Kind::controller);
  EXPECT_EQ(rows[0].tag, "TIC-112");
  EXPECT_EQ(rows[0].pens, (std::vector<int>{1, 2, 3}));
  for (const TagRow& row : rows) EXPECT_NE(row.kind, TagRow::Kind::truth);
  EXPECT_EQ(rows.size(), 1u + screen.lab->pens.size() - 1u);

  EXPECT_EQ(tag_rows(screen, "ti-100").size(), 1u);
  EXPECT_EQ(tag_rows(screen, "塔顶").size(), 1u);  // by its sentence
  EXPECT_TRUE(tag_rows(screen, "nothing").empty());

  screen.run = RunLook::finished;
  EXPECT_EQ(tag_rows(screen, "").back().kind, TagRow::Kind::truth);
}

TEST(PenGroups, AreKeptByNameAndNeverShowTheTruthOfARun) {
  ScreenState screen = sample_screen();
  std::vector<PenGroup> groups;
  keep_group(groups, "  column ", *screen.lab, {0, 6});
  keep_group(groups, "   ", *screen.lab, {0});
  keep_group(groups, "nothing", *screen.lab, {});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].name, "column");
  EXPECT_EQ(pens_of(groups[0], screen), std::vector<int>{0});
  screen.run = RunLook::finished;
  EXPECT_EQ(pens_of(groups[0], screen), (std::vector<int>{0, 6}));
  keep_group(groups, "column", *screen.lab, {1});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(pens_of(groups[0], screen), std::vector<int>{1});
}

TEST(FileKeeper, WritesNothingTwiceAndTellsWhere) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "kept_files";
  fs::remove_all(folder);
  {
    FileKeeper keeper(folder.string());
    keeper.keep("trend", ".csv", "one");
    keeper.keep("trend", ".csv", "two");
  }
  const auto content = [](const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  };
  EXPECT_EQ(content(folder / "trend.csv"), "one");
  EXPECT_EQ(content(folder / "trend-2.csv"), "two");
  // a file in the place of the folder: told, not thrown
  FileKeeper blocked((folder / "trend.csv").string());
  blocked.keep("trend", ".csv", "three");
  std::optional<FileKeeper::Outcome> outcome;
  while (!outcome) outcome = blocked.outcome();
  EXPECT_FALSE(outcome->well);
  EXPECT_NE(outcome->told.find("trend.csv"), std::string::npos);
}

}  // namespace
}  // namespace stillhouse
