#include "frontend/presenter/lab_preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "frontend/presenter/preview_text.h"
#include "tests/folders.h"

namespace stillhouse {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A copy of the small column's lab and plant that a test may write in.
class WrittenLab : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) / ("preview_" + std::to_string(::getpid()));
    fs::remove_all(folder_);
    fs::copy(fs::path(STILLHOUSE_SOURCE_DIR) / "tests/labs/fixtures", folder_, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(folder_); }

  LabPlace place() const { return LabLibrary({folder_}).find("small_column"); }
  fs::path lab_file() const { return folder_ / "library/small_column/lab.lua"; }

  void replace(const fs::path& file, const std::string& old, const std::string& by) {
    std::ifstream in(file);
    std::stringstream text;
    text << in.rdbuf();
    in.close();
    std::string changed = text.str();
    const std::size_t place = changed.find(old);
    ASSERT_NE(place, std::string::npos) << old;
    changed.replace(place, old.size(), by);
    std::ofstream(file) << changed;
  }

  fs::path folder_;
};

/// Waits for another thread; false after ten seconds.
template <class Condition>
bool comes(const Condition& condition) {
  for (int i = 0; i < 2000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

TEST_F(WrittenLab, IsDescribed) {
  const ReadLab read = read_for_preview(place());
  ASSERT_TRUE(read.state.readable);
  EXPECT_TRUE(read.state.mistakes.empty());
  EXPECT_EQ(read.state.title.en, "Small column");
  EXPECT_EQ(read.state.duration, 300.0);
  ASSERT_EQ(read.state.tasks.size(), 3u);
  EXPECT_EQ(read.state.tasks[0].done.en, "FI-400 above 100 kg/h");
  EXPECT_EQ(read.state.tasks[0].starts.en, "");
  EXPECT_THAT(read.state.tasks[1].starts.en, HasSubstr("after "));
  EXPECT_EQ(read.state.tasks[0].within, 120.0);
  ASSERT_EQ(read.state.criteria.size(), 2u);
  EXPECT_EQ(read.state.criteria[0].points, 6.0);
  ASSERT_EQ(read.state.plays.size(), 2u);
  EXPECT_EQ(read.state.plays[0].name, "good");
  EXPECT_EQ(read.state.counts[3].number, 5u) << "instruments";
}

TEST_F(WrittenLab, ShowsMistakesWithTheLineTheyStandOn) {
  replace(lab_file(), "above(\"JI-101\", kW(1))", "above(\"JI-101\", kW(1), 3)");
  replace(lab_file(), "completed(\"heat\"), after", "completed(\"heta\"), after");
  const ReadLab read = read_for_preview(place());
  EXPECT_FALSE(read.state.readable);
  EXPECT_EQ(read.lab, nullptr);
  ASSERT_FALSE(read.state.mistakes.empty());
  for (const PreviewMistake& mistake : read.state.mistakes) {
    EXPECT_THAT(mistake.file, HasSubstr("lab.lua"));
    EXPECT_GT(mistake.line, 1);
    EXPECT_THAT(mistake.line_text, testing::AnyOf(HasSubstr("JI-101"), HasSubstr("heta"))) << mistake.message;
  }
  const std::string text = preview_text(read.state, Language::en);
  EXPECT_THAT(text, HasSubstr("lab.lua:" + std::to_string(read.state.mistakes[0].line) + ": "));
  EXPECT_THAT(text, HasSubstr("    " + read.state.mistakes[0].line_text));
}

TEST_F(WrittenLab, ShowsMistakesOfAnOperatorBesideTheLab) {
  replace(folder_ / "library/small_column/operators/idle.lua", "return operator", "retrun operator");
  const ReadLab read = read_for_preview(place());
  EXPECT_TRUE(read.state.readable);
  ASSERT_EQ(read.state.mistakes.size(), 1u);
  EXPECT_THAT(read.state.mistakes[0].file, HasSubstr("idle.lua"));
  EXPECT_EQ(read.state.plays.size(), 1u);
}

TEST_F(WrittenLab, IsPlayedWithItsScoreOverTime) {
  ReadLab read = read_for_preview(place());
  EXPECT_TRUE(unearned_criteria(read.state).empty()) << "nobody has played yet";
  for (PreviewPlay& play : read.state.plays) play = play_for_preview(read, play.name);
  const PreviewPlay& good = read.state.plays[0];
  const PreviewPlay& idle = read.state.plays[1];
  ASSERT_EQ(good.look, PreviewPlay::Look::done) << good.failure;
  ASSERT_EQ(idle.look, PreviewPlay::Look::done) << idle.failure;
  EXPECT_GT(good.score, idle.score);
  EXPECT_EQ(good.curve.back().score, good.score);
  EXPECT_LT(good.curve.front().score, good.score);
  EXPECT_GT(good.curve.size(), 50u);
  double sum = 0.0;
  for (const double points : good.criteria) sum += points;
  for (const double points : good.deductions) sum += points;
  EXPECT_NEAR(sum, good.score, 1e-9);
  for (const double time : good.tasks) EXPECT_GE(time, 0.0);
  EXPECT_TRUE(uncovered_tasks(read.state).empty());
  EXPECT_TRUE(unearned_criteria(read.state).empty());

  EXPECT_THAT(preview_text(read.state, Language::en), HasSubstr("█")) << "the good one's score over time";

  // with the idle one alone nobody does the tasks or earns their points
  read.state.plays.erase(read.state.plays.begin());
  EXPECT_EQ(uncovered_tasks(read.state).size(), 3u);
  EXPECT_THAT(unearned_criteria(read.state), testing::Contains(0u));
  const std::string text = preview_text(read.state, Language::en);
  EXPECT_THAT(text, HasSubstr("idle"));
  EXPECT_THAT(text, HasSubstr("Procedure"));
}

TEST_F(WrittenLab, IsReadAgainWhenItIsSaved) {
  LabPreview preview(place());
  EXPECT_EQ(preview.state()->revision, 1);
  preview.play("");
  ASSERT_TRUE(comes([&] {
    const auto state = preview.state();
    return std::all_of(state->plays.begin(), state->plays.end(),
                       [](const PreviewPlay& play) { return play.look == PreviewPlay::Look::done; });
  }));
  replace(lab_file(), "duration = minutes(5)", "duration = minuets(5)");
  ASSERT_TRUE(comes([&] { return preview.state()->revision > 1 && !preview.state()->mistakes.empty(); }));
  EXPECT_THAT(preview.state()->mistakes[0].line_text, HasSubstr("minuets"));
  replace(lab_file(), "duration = minuets(5)", "duration = minutes(4)");
  ASSERT_TRUE(comes([&] { return preview.state()->readable; }));
  EXPECT_EQ(preview.state()->duration, 240.0);
  // a plant it uses counts too
  const int revision = preview.state()->revision;
  replace(folder_ / "plants/small_column.lua", "trays = 3", "trays = 4");
  EXPECT_TRUE(comes([&] { return preview.state()->revision > revision; }));
}

}  // namespace
}  // namespace stillhouse
