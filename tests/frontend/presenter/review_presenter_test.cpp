#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <limits>

#include "frontend/presenter/review_desk.h"
#include "labs/record/reader.h"
#include "labs/session/replay.h"
#include "tests/frontend/class_of_runs.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

TEST(ReviewPlayback, ShowsAnyMomentAsItWas) {
  ClassOfRuns runs;
  const auto path = runs.play("a", "good");
  const auto record = std::make_shared<const RunRecord>(read_run(path));
  ReviewPlayback playback(record);
  const auto end = playback.settled();
  ASSERT_TRUE(end->ready) << end->failure;
  EXPECT_EQ(end->difference, "");
  EXPECT_TRUE(end->screen->ended());
  EXPECT_EQ(end->moment, end->end);
  EXPECT_EQ(end->grade->score, record->result()->score);

  // forwards and backwards, across the commands: the instruments show what replay_to gives there
  for (const double time : {30.0, 5.0, 77.0, 31.0, 0.0, 100.0}) {
    playback.seek(time);
    const auto seen = playback.settled();
    EXPECT_EQ(seen->moment, time);
    EXPECT_EQ(seen->screen->run, RunLook::frozen);
    EXPECT_EQ(seen->screen->grade, nullptr) << "not over yet";
    EXPECT_FALSE(seen->screen->may_backtrack);
    const Replay there = replay_to(*record, static_cast<Scan>(time));
    const auto readings = there.session->room().readings(there.session->room_state());
    ASSERT_FALSE(seen->screen->instruments.empty());
    std::size_t compared = 0;
    for (const InstrumentFace& face : seen->screen->instruments) {
      for (const TagReading& reading : readings) {
        if (reading.tag != face.tag || face.by_samples) continue;
        EXPECT_EQ(face.value, reading.value) << face.tag << " at " << time;
        ++compared;
      }
    }
    EXPECT_GT(compared, 2u);
    EXPECT_LE(seen->screen->trends.end(), static_cast<Scan>(time)) << "nothing of the future is shown";
  }
  playback.seek(1e9);
  const auto again = playback.settled();
  EXPECT_TRUE(again->screen->ended());
  EXPECT_EQ(again->screen->grade->score, end->grade->score);
  playback.seek(std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(playback.settled()->moment, again->moment);
}

TEST(ReviewPlayback, MayBeClosedAtAnyTime) {
  ClassOfRuns runs;
  const auto record = std::make_shared<const RunRecord>(read_run(runs.play("a", "good")));
  for (int i = 0; i < 5; ++i) {
    ReviewPlayback playback(record);
    playback.seek(20.0 * i);
  }
}

TEST(ReviewDesk, ReadsVerifiesOpensComparesAndMarks) {
  ClassOfRuns runs;
  runs.play("anna", "good");
  runs.play("bert", "idle");
  std::ofstream(runs.folder() / "essay.run") << "no run\n";
  ReviewDesk desk("class", runs_at(runs.folder()));
  desk.wait();
  const auto state = desk.state();
  ASSERT_EQ(state->runs.size(), 3u);
  EXPECT_EQ(state->runs[0].check, RunCheck::identical);
  EXPECT_EQ(state->runs[1].check, RunCheck::identical);
  EXPECT_FALSE(state->runs[2].readable());
  ASSERT_EQ(state->labs.size(), 1u);
  EXPECT_EQ(state->labs[0].scores.runs, 2);

  // a foreign file opens as a sentence
  desk.open(2);
  ASSERT_NE(desk.open_run(), nullptr);
  EXPECT_THAT(desk.open_run()->failure, HasSubstr("not a run file"));
  EXPECT_NE(desk.mark("procedure", 1.0, "r", "b"), "");
  desk.open(99);
  EXPECT_EQ(desk.open_run(), nullptr);

  desk.open(1);
  ASSERT_NE(desk.open_run(), nullptr);
  desk.open_run()->playback->settled();
  RunUnderReview* run = desk.open_run();
  ASSERT_TRUE(run->seen->ready);
  const auto lost = std::count_if(run->timeline.begin(), run->timeline.end(),
                                  [](const TimelineMark& mark) { return mark.lane == TimelineLane::lost; });
  EXPECT_GT(lost, 0) << "who does nothing loses points";

  desk.compare_with(0);
  run->other->settled();
  run = desk.open_run();
  EXPECT_TRUE(run->compared);
  ASSERT_EQ(run->steps.size(), 3u);
  EXPECT_FALSE(run->steps[0].finished);
  EXPECT_TRUE(run->steps[0].other_finished);
  ASSERT_TRUE(run->parting) << "they part at the first command";
  ASSERT_TRUE(run->parting->other);
  EXPECT_EQ(run->parting->other->tag, "HV-400");
  EXPECT_THAT(run->other->state()->said.at(run->parting->other_at).en, HasSubstr("HV-400 to "));
  EXPECT_THAT(run->other->state()->said.at(run->parting->other_at).zh, HasSubstr("HV-400 设为 "));

  const std::string before = runs.bytes("bert.run");
  EXPECT_THAT(desk.mark("procedure", 99.0, "because", "Li"), HasSubstr("0 to 6 points"));
  EXPECT_THAT(desk.mark("procedure", 2.0, "", "Li"), HasSubstr("reason"));
  EXPECT_EQ(desk.mark("procedure", 2.0, "because", "Li"), "");
  EXPECT_EQ(desk.state()->runs[1].grade.given(), desk.state()->runs[1].grade.computed + 2.0);
  EXPECT_EQ(runs.bytes("bert.run"), before);

  bool failed = true;
  const std::string page = desk.write(ReviewDesk::Paper::html, false, &failed);
  EXPECT_FALSE(failed);
  EXPECT_THAT(page, HasSubstr("class.html"));
  EXPECT_THAT(desk.write(ReviewDesk::Paper::html, false, &failed), HasSubstr("class-2.html")) << "nothing is replaced";
  desk.write(ReviewDesk::Paper::pdf, false, &failed);
  EXPECT_TRUE(failed) << "nobody said how";
}

ReviewedRun row(const std::string& student, double score, double duration) {
  ReviewedRun run;
  run.name = student + ".run";
  run.student = student;
  run.closed = score >= 0.0;
  run.grade.total = 10.0;
  run.grade.computed = score;
  run.duration = duration;
  run.check = RunCheck::identical;
  return run;
}

TEST(ClassTable, IsSortedAndFiltered) {
  std::vector<ReviewedRun> runs = {row("Cleo", 5, 30), row("anna", 9, 10), row("Bert", -1, 20)};
  runs.push_back({});
  runs.back().name = "x.run";
  runs.back().reason = "foreign";
  using Rows = std::vector<std::size_t>;
  EXPECT_EQ(rows_shown(runs, {.column = ClassColumn::score}), (Rows{0, 1, 2, 3})) << "no score comes last";
  EXPECT_EQ(rows_shown(runs, {.column = ClassColumn::score, .descending = true}), (Rows{1, 0, 2, 3}));
  EXPECT_EQ(rows_shown(runs, {.column = ClassColumn::duration}), (Rows{1, 2, 0, 3}));
  EXPECT_EQ(rows_shown(runs, {.filter = "AN"}), (Rows{1}));
  EXPECT_EQ(rows_shown(runs, {.only_attention = true}), (Rows{2, 3}));
}

Command act(std::int64_t scan, const std::string& tag, double value) {
  return {scan, "student", "set", tag, value, ""};
}

TEST(Parting, IsTheFirstCommandThatDiffers) {
  const std::vector<Command> here = {act(10, "A", 1.0), act(20, "B", 0.5)};
  EXPECT_FALSE(first_parting(here, here, 1.0));
  // a little later and a little more is the same act
  EXPECT_FALSE(first_parting(here, {act(12, "A", 1.01), act(139, "B", 0.5)}, 1.0));
  auto parting = first_parting(here, {act(10, "A", 1.0), act(141, "B", 0.5)}, 1.0);
  ASSERT_TRUE(parting) << "more than two minutes apart";
  EXPECT_EQ(parting->time, 20.0);
  EXPECT_EQ(parting->other_time, 141.0);
  parting = first_parting(here, {act(10, "A", 1.1)}, 1.0);
  ASSERT_TRUE(parting);
  EXPECT_EQ(parting->here->tag, "A");
  parting = first_parting({act(10, "A", 1.0)}, here, 0.5);
  ASSERT_TRUE(parting);
  EXPECT_FALSE(parting->here);
  EXPECT_EQ(parting->time, 10.0);
}

}  // namespace
}  // namespace stillhouse
