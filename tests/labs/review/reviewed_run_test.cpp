#include "labs/review/reviewed_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdlib.h>

#include <limits>

#include "engine/base/error.h"
#include "labs/record/reader.h"
#include "labs/review/class_report.h"
#include "labs/review/run_flags.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A folder with runs of the small column, which last two minutes.
class ReviewedRuns : public testing::Test {
 protected:
  /// Somebody plays; `steps` empty: the good operator. `until`: left without a result there.
  std::filesystem::path record(const std::string& name, const std::string& student, const std::string& steps = "",
                               double until = std::numeric_limits<double>::infinity()) {
    Session session(small_column(), {seed_of_student("small_column", student), student});
    const scenario::Operator played = steps.empty() ? small_column_operator("good") : operator_with(steps);
    OperatorPlayer player(played, session);
    RunRecorder recorder = RunRecorder::begin(folder_ / name, session, &played);
    Playing playing;
    playing.player = &player;
    playing.recorder = &recorder;
    playing.until = until;
    play(session, playing);
    if (std::isinf(until))
      recorder.close(session);
    else
      recorder.leave();
    return folder_ / name;
  }

  static std::string flags(const ReviewedRun& run) {
    std::string ids;
    for (const RunFlag& flag : flags_of(run)) ids += (ids.empty() ? "" : " ") + flag.id;
    return ids;
  }

  TemporaryFolder folder_;
};

TEST_F(ReviewedRuns, OfAGoodOperatorIsVerifiedAndWithoutFlags) {
  ReviewedRun run = look_at_run(record("a.run", "20260101"));
  EXPECT_TRUE(run.readable());
  EXPECT_EQ(run.student, "20260101");
  EXPECT_EQ(run.lab, "small_column");
  EXPECT_EQ(run.title.zh, "小型精馏塔");
  EXPECT_TRUE(run.closed);
  EXPECT_EQ(run.grade.total, 10.0);
  EXPECT_GE(run.grade.given(), 9.0);
  ASSERT_EQ(run.grade.criteria.size(), 2u);
  EXPECT_EQ(run.grade.criteria[0].id, "procedure");
  EXPECT_EQ(run.grade.criteria[0].points, 6.0);
  EXPECT_EQ(run.grade.criteria[0].title.en, "Procedure");
  EXPECT_GT(run.duration, 60.0);
  EXPECT_EQ(run.check, RunCheck::not_checked);

  double last = -1.0;
  int told = 0;
  check_run(run, [&](double share) {
    EXPECT_GE(share, last);
    last = share;
    ++told;
    return true;
  });
  EXPECT_EQ(run.check, RunCheck::identical) << run.check_says;
  EXPECT_GT(told, 60);
  EXPECT_NEAR(last, 1.0, 0.02);
  EXPECT_EQ(flags(run), "check");
  EXPECT_FALSE(run.wants_attention());
}

TEST_F(ReviewedRuns, StopsCheckingWhenNobodyWantsToKnow) {
  ReviewedRun run = look_at_run(record("a.run", "1"));
  check_run(run, [](double) { return false; });
  EXPECT_EQ(run.check, RunCheck::not_checked);
}

TEST_F(ReviewedRuns, WithAChangedByteNamesItsLine) {
  const auto path = record("a.run", "1");
  std::vector<std::string> lines = lines_of(bytes_of(path));
  const auto line = lines.size() / 2;
  lines[line][20] ^= 1;
  put_bytes(path, joined(lines));
  ReviewedRun run = look_at_run(path);
  ASSERT_FALSE(run.edited.empty());
  EXPECT_EQ(run.edited.front().line, static_cast<std::int64_t>(line + 1));
  check_run(run);
  EXPECT_EQ(run.check, RunCheck::impossible);
  EXPECT_THAT(flags(run), HasSubstr("edited"));
  EXPECT_TRUE(run.wants_attention());
  EXPECT_FALSE(counts(run));
}

TEST_F(ReviewedRuns, NeverClosedHasNoScore) {
  const ReviewedRun run = look_at_run(record("a.run", "1", "", 40.0));
  EXPECT_FALSE(run.closed);
  EXPECT_THAT(flags(run), HasSubstr("open"));
  EXPECT_NEAR(run.duration, 40.0, 1.0);
  EXPECT_FALSE(counts(run));
}

TEST_F(ReviewedRuns, DamagedAndForeignFilesAreRowsWithTheReason) {
  put_bytes(folder_ / "empty.run", "");
  put_bytes(folder_ / "text.run", "Dear teacher, my run is attached.\n");
  put_bytes(folder_ / "zeros.run", std::string(5000, '\0'));
  std::string cut = bytes_of(record("a.run", "1"));
  cut.resize(100);
  put_bytes(folder_ / "cut.run", cut);
  std::filesystem::create_directory(folder_ / "folder.run");
  std::filesystem::create_symlink("nowhere", folder_ / "link.run");
  const auto paths = runs_at((folder_ / "a.run").parent_path());
  ASSERT_EQ(paths.size(), 7u);
  std::vector<ReviewedRun> runs;
  for (const auto& path : paths) runs.push_back(look_at_run(path));
  for (ReviewedRun& run : runs) {
    if (run.name == "a.run") continue;
    EXPECT_FALSE(run.readable()) << run.name;
    EXPECT_NE(run.reason, "") << run.name;
    EXPECT_THAT(run.reason, Not(HasSubstr(run.path.string()))) << "the name stands beside it";
    check_run(run);
    EXPECT_EQ(flags(run), "check");
    EXPECT_TRUE(run.wants_attention());
  }
  const auto labs = class_statistics(runs);
  ASSERT_EQ(labs.size(), 1u);
  EXPECT_EQ(labs[0].scores.runs, 1);
  const std::string page = class_html({.name = "class", .runs = runs, .labs = labs});
  EXPECT_THAT(page, HasSubstr("cannot be read"));
  EXPECT_EQ(std::count(page.begin(), page.end(), '\0'), 0);
}

TEST_F(ReviewedRuns, OfAFolderWithoutRunsIsAnError) {
  std::filesystem::create_directory(folder_ / "none");
  EXPECT_THROW(runs_at(folder_ / "none"), RecordError);
  EXPECT_THROW(runs_at(folder_ / "missing"), RecordError);
}

TEST_F(ReviewedRuns, CountInstructorAndBacktracks) {
  Session session(small_column(), {7, ""});
  RunRecorder recorder = RunRecorder::begin(folder_ / "a.run", session);
  const auto act = [&](const std::string& actor, const std::string& verb, const std::string& tag, double value = 0.0) {
    const Command command{session.scan(), actor, verb, tag, value, ""};
    recorder.command(session, command, session.execute(command));
  };
  const auto go = [&](int scans) {
    for (int i = 0; i < scans; ++i) {
      session.advance();
      recorder.scanned(session);
    }
  };
  act("student", "set", "HV-400", 0.5);
  go(20);
  act("instructor", "set", "HV-400", 0.6);
  go(10);
  session.backtrack(25);
  recorder.backtrack(session, 30);
  go(5);
  act("student", "finish", "");
  recorder.close(session);
  const ReviewedRun run = look_at_run(folder_ / "a.run");
  EXPECT_EQ(run.interventions, 1);
  EXPECT_EQ(run.backtracks, 1);
  EXPECT_THAT(flags(run), HasSubstr("instructor backtracks"));
}

TEST_F(ReviewedRuns, CarryTheMarksOfPeopleBesideTheComputedOnes) {
  const auto path = record("a.run", "=1+1", "finish()");
  ReviewedRun run = look_at_run(path);
  EXPECT_EQ(run.grade.computed, 0.0);
  const RunRecord record = read_run(path);
  mark_criterion(record, run.grade, {.criterion = "procedure", .points = 2.5, .reason = "By, \"hand\".", .by = "Li"});
  run = look_at_run(path);
  EXPECT_TRUE(run.grade.any_change());
  EXPECT_NEAR(run.grade.given(), 2.5, 1e-12);
  EXPECT_EQ(run.grade.computed, 0.0);
  EXPECT_THAT(flags(run), HasSubstr("marks"));
  check_run(run);
  EXPECT_EQ(run.check, RunCheck::identical) << "the run itself is what it was";

  const auto refusal = [&](MarkRecord mark) {
    mark.reason = mark.by = "x";
    try {
      mark_criterion(record, run.grade, mark);
    } catch (const RecordError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_THAT(refusal({.criterion = "procedures", .points = 1.0}), HasSubstr("did you mean procedure?"));
  EXPECT_THAT(refusal({.criterion = "procedure", .points = 6.5}), HasSubstr("0 to 6 points, not 6.5"));
  EXPECT_THAT(refusal({.criterion = "procedure", .points = -1.0}), HasSubstr("0 to 6 points"));

  const std::string csv = class_csv(std::vector<ReviewedRun>{run});
  EXPECT_THAT(csv, HasSubstr(",'=1+1,small_column,")) << "no formula";
  EXPECT_THAT(csv, HasSubstr("by Li at "));
  EXPECT_THAT(csv, HasSubstr(": By, \"\"hand\"\".\""));
  EXPECT_THAT(csv, HasSubstr(",2.500,0.000,10.000,0.000,"));
  EXPECT_THAT(class_html({.name = "a", .runs = std::vector<ReviewedRun>{run}, .labs = {}}),
              HasSubstr("Marks given by hand"));

  // a review that was tampered with does not count, and says so
  std::string bytes = bytes_of(review_path(path));
  bytes[bytes.size() / 2] ^= 1;
  put_bytes(review_path(path), bytes);
  run = look_at_run(path);
  EXPECT_FALSE(run.grade.any_change());
  EXPECT_NE(run.review_fault, "");
  EXPECT_TRUE(run.wants_attention());
}

CommandRecord command_at(double time) {
  return {.scan = static_cast<Scan>(time), .time = time, .verb = "set", .tag = "HV-1"};
}

RunRecord tasks_done_in(std::initializer_list<double> seconds) {
  RunRecord run;
  int i = 0;
  for (const double length : seconds) {
    const std::string id = "t" + std::to_string(i++);
    run.tasks.push_back({.time = 10.0, .id = id, .state = "open"});
    run.tasks.push_back({.time = 10.0 + length, .id = id, .state = "done"});
  }
  return run;
}

TEST(Haste, IsManyCommandsInAMinute) {
  RunRecord run;
  for (int i = 0; i < 31; ++i) run.commands.push_back(command_at(100.0 + 1.9 * i));
  EXPECT_EQ(haste_of(run, {}).busiest_minute, 31);
  EXPECT_TRUE(haste_of(run, {}).unusual());
  // the last one a full minute after the first
  run.commands.back().time = 160.0;
  EXPECT_EQ(haste_of(run, {}).busiest_minute, 30);
  EXPECT_FALSE(haste_of(run, {}).unusual());
  // what was refused, acknowledged or done by the instructor does not count
  for (CommandRecord& command : run.commands) command.refused = "no";
  EXPECT_EQ(haste_of(run, {}).busiest_minute, 0);
}

TEST(Haste, IsTasksDoneMuchFasterThanTheGoodOperator) {
  const TaskTimes good = {{"t0", 200.0}, {"t1", 100.0}, {"t2", 300.0}, {"t3", 59.0}};
  EXPECT_FALSE(haste_of(tasks_done_in({100, 50, 150, 1}), good).unusual()) << "half the time is not less than half";
  const Haste fast = haste_of(tasks_done_in({99, 49, 300, 1}), good);
  EXPECT_EQ(fast.compared, 3) << "what takes less than a minute is not compared";
  EXPECT_EQ(fast.fast, 2);
  EXPECT_TRUE(fast.unusual());
  EXPECT_FALSE(haste_of(tasks_done_in({99, 60, 300}), good).unusual()) << "one alone is no haste";
}

TEST_F(ReviewedRuns, AreComparedWithTheLabsOwnGoodOperator) {
  ::setenv("STILLHOUSE_LABS", fixtures_folder().c_str(), 1);
  GoodOperators operators;
  const RunRecord run = read_run(record("a.run", "1"));
  const TaskTimes& times = operators.times(run);
  EXPECT_TRUE(times.contains("warm"));
  EXPECT_EQ(&operators.times(read_run(record("b.run", "2", "finish()"))), &times) << "played once a lab";
  ::unsetenv("STILLHOUSE_LABS");
}

}  // namespace
}  // namespace stillhouse
