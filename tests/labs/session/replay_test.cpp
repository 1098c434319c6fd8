#include "labs/session/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/base/error.h"
#include "engine/base/hash.h"
#include "labs/record/reader.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::HasSubstr;

class RecordedRun : public testing::Test {
 protected:
  std::filesystem::path path(const std::string& name = "a.run") const { return folder_ / name; }

  /// Plays the good operator and records it; with `until` the run is left without a result, as if it was killed.
  std::unique_ptr<Session> record(const std::string& name = "a.run",
                                  double until = std::numeric_limits<double>::infinity()) {
    auto session = small_session();
    const scenario::Operator good = small_column_operator("good");
    OperatorPlayer player(good, *session);
    RunRecorder recorder = RunRecorder::begin(path(name), *session, &good);
    Playing playing;
    playing.player = &player;
    playing.recorder = &recorder;
    playing.until = until;
    play(*session, playing);
    if (std::isinf(until)) recorder.close(*session);
    return session;
  }

  TemporaryFolder folder_;
};

/// Writes a run anew with a whole chain, as somebody would who wants to deceive.
void forge(const std::filesystem::path& to, const RunRecord& run, const std::function<void(Record&)>& change) {
  std::filesystem::remove(to);
  std::vector<std::pair<std::int64_t, Record>> records;
  const auto take = [&records](const auto& list) {
    for (const auto& record : list) records.emplace_back(record.line, record);
  };
  take(run.commands);
  take(run.digests);
  take(run.results);
  take(run.backtracks);
  std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  RunWriter writer = RunWriter::create(to, run.header);
  for (auto& [line, record] : records) {
    change(record);
    writer.add(record);
  }
  writer.close();
}

TEST_F(RecordedRun, IsTheSameWhenDoneAgain) {
  const auto session = record();
  const RunRecord run = read_run(path());
  EXPECT_TRUE(run.intact());
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_EQ(again.session->scan(), session->scan());
  EXPECT_EQ(again.session->digest(), session->digest());
  EXPECT_EQ(again.session->commands(), session->commands());
  EXPECT_EQ(again.score_recorded, session->grade().score);
  EXPECT_GT(again.digests_compared, 10);
}

TEST_F(RecordedRun, IsDoneAgainUpToAMomentBeforeItsCommands) {
  record();
  const RunRecord run = read_run(path());
  // the boundary of a command: it has not been given yet
  const Scan moment = run.commands[3].scan;
  ASSERT_GT(moment, 0);
  std::optional<Digest> there;
  replay(run, {[&](const Session& session) {
                 if (session.scan() == moment) there = session.digest();
               },
               {}});
  const Replay part = replay_to(run, moment);
  EXPECT_TRUE(part.identical()) << part.difference;
  EXPECT_EQ(part.session->scan(), moment);
  EXPECT_EQ(part.session->digest(), there);
  EXPECT_FALSE(part.score_recorded);
  EXPECT_EQ(replay_to(run, 0).session->scan(), 0);

  // what differs later is not looked at, what differs before is told
  forge(path("b.run"), run, [&](Record& record) {
    if (auto* digest = std::get_if<DigestRecord>(&record); digest && digest->scan == 50)
      digest->digest = std::string(64, '0');
  });
  const RunRecord forged = read_run(path("b.run"));
  EXPECT_TRUE(replay_to(forged, 49).identical());
  EXPECT_EQ(replay_to(forged, 60).first_difference, 50);
}

TEST_F(RecordedRun, KeepsNotesWhichChangeNothing) {
  const auto quiet = small_session(), noting = small_session();
  RunRecorder recorder = RunRecorder::begin(path(), *noting, nullptr);
  const auto note = [&](Command command) {
    const std::optional<Refusal> refusal = noting->execute(command);
    recorder.command(*noting, command, refusal);
    return refusal.has_value();
  };
  for (int scan = 0; scan < 30; ++scan) {
    if (scan == 3) EXPECT_FALSE(note({.actor = "student", .verb = "note", .text = "quiet, \"cold\"\n冷"}));
    if (scan == 5) EXPECT_FALSE(note({.actor = "student", .verb = "note", .tag = "TI-112", .value = 293.25}));
    if (scan == 7) EXPECT_TRUE(note({.actor = "student", .verb = "note"})) << "nothing to write down";
    quiet->advance();
    noting->advance();
    recorder.scanned(*noting);
    EXPECT_EQ(quiet->digest(), noting->digest()) << scan;
  }
  recorder.close(*noting);
  EXPECT_EQ(quiet->grade().score, noting->grade().score);

  const RunRecord run = read_run(path());
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  ASSERT_EQ(again.session->commands().size(), 2u);
  EXPECT_EQ(again.session->commands(), noting->commands());
  EXPECT_EQ(again.session->commands()[0].text, "quiet, \"cold\"\n冷");
  EXPECT_EQ(again.session->commands()[1].value, 293.25);
  EXPECT_FALSE(run.commands[0].value) << "words have no number";
}

TEST_F(RecordedRun, OfALabForPracticeStaysTheExaminationItWasBegunAs) {
  scenario::Lab lab = small_session()->lab();
  ASSERT_EQ(lab.mode, scenario::LabMode::practice);
  lab.mode = scenario::LabMode::exam;
  Session session(std::make_shared<const scenario::Lab>(lab), {.seed = 3});
  RunRecorder recorder = RunRecorder::begin(path(), session, nullptr);
  session.advance();
  recorder.scanned(session);
  recorder.close(session);
  const Replay again = replay(read_run(path()));
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_EQ(again.session->lab().mode, scenario::LabMode::exam);
  EXPECT_FALSE(again.session->may_backtrack());
}

TEST_F(RecordedRun, HoldsWhatHappened) {
  const auto session = record();
  const RunRecord run = read_run(path());
  EXPECT_EQ(run.header.lab, "small_column");
  EXPECT_EQ(run.header.operator_name, "good");
  EXPECT_EQ(run.header.files.size(), 3u);
  EXPECT_EQ(run.commands.front().verb, "acknowledge");
  EXPECT_EQ(run.commands[1].verb, "set");
  EXPECT_EQ(run.commands[1].value, 0.8);
  EXPECT_EQ(run.commands.front().actor, Actor::operator_file);
  EXPECT_FALSE(run.commands.front().wall.empty());
  EXPECT_EQ(run.commands.back().verb, "finish");

  // readings every 10 s, digests every 10 scans, from the start
  EXPECT_EQ(run.readings[0].scan, 0);
  EXPECT_EQ(run.readings[1].time, 10.0);
  EXPECT_EQ(run.readings[1].values.size(), 5u);
  EXPECT_EQ(run.digests[0].scan, 0);
  EXPECT_EQ(run.digests[1].scan, 10);

  std::vector<std::string> tasks, faults, alarms;
  for (const TaskRecord& task : run.tasks) tasks.push_back(task.id + " " + task.state);
  for (const FaultRecord& fault : run.faults) faults.push_back(fault.state);
  for (const AlarmRecord& alarm : run.alarms) alarms.push_back(alarm.state);
  EXPECT_THAT(tasks,
              testing::ElementsAre("water open", "water done", "heat open", "heat done", "warm open", "warm done"));
  EXPECT_THAT(faults, testing::ElementsAre("active", "revealed"));
  EXPECT_THAT(alarms,
              testing::ElementsAre("unacknowledged", "acknowledged", "normal", "unacknowledged", "acknowledged"));
  ASSERT_TRUE(run.result());
  EXPECT_EQ(run.result()->score, session->grade().score);
  EXPECT_EQ(run.result()->digest, to_hex(session->digest()));
}

TEST_F(RecordedRun, NamesTheFirstScanThatDiffers) {
  record();
  const RunRecord run = read_run(path());

  // another value of one command, in a file whose chain is whole
  forge(path("b.run"), run, [](Record& record) {
    if (auto* command = std::get_if<CommandRecord>(&record);
        command && command->tag == "HIC-101" && *command->value > 0)
      command->value = 2999.0;
  });
  const RunRecord forged = read_run(path("b.run"));
  ASSERT_TRUE(forged.intact());
  const Scan changed = forged.commands[2].scan;
  ASSERT_EQ(forged.commands[2].tag, "HIC-101");
  const Replay again = replay(forged);
  ASSERT_TRUE(again.first_difference);
  // digests are ten scans apart
  EXPECT_GT(*again.first_difference, changed);
  EXPECT_LE(*again.first_difference, changed + 10);
  EXPECT_THAT(again.difference, HasSubstr("state"));
}

TEST_F(RecordedRun, DoesNotBelieveItsOwnGrade) {
  const auto session = record();
  forge(path("b.run"), read_run(path()), [](Record& record) {
    if (auto* result = std::get_if<ResultRecord>(&record)) result->score += 1.0;
  });
  const Replay again = replay(read_run(path("b.run")));
  EXPECT_THAT(again.difference, HasSubstr("grade"));
  EXPECT_EQ(again.session->grade().score, session->grade().score);
  EXPECT_EQ(again.score_recorded, session->grade().score + 1.0);
}

TEST_F(RecordedRun, FindsADroppedAndAnInventedRefusal) {
  record();
  const RunRecord run = read_run(path());
  forge(path("b.run"), run, [](Record& record) {
    if (auto* command = std::get_if<CommandRecord>(&record)) command->refused = "not today";
  });
  EXPECT_THAT(replay(read_run(path("b.run"))).difference, HasSubstr("refused then and is permitted now"));
  forge(path("c.run"), run, [](Record& record) {
    if (auto* command = std::get_if<CommandRecord>(&record)) command->tag = "HIC-999";
  });
  EXPECT_THAT(replay(read_run(path("c.run"))).difference, HasSubstr("permitted then and is refused now"));
}

TEST_F(RecordedRun, FindsAnotherSeedAndAnotherStudent) {
  record();
  RunRecord run = read_run(path());
  run.header.seed = 8;
  EXPECT_EQ(replay(run).first_difference, 0);
  run.header.seed = 7;
  run.header.student = "somebody";
  EXPECT_THAT(replay(run).difference, HasSubstr("seed"));
}

TEST_F(RecordedRun, ThatWasChangedIsNotDoneAgain) {
  record();
  std::string bytes = bytes_of(path());
  bytes[bytes.size() / 2] ^= 1;
  put_bytes(path(), bytes);
  EXPECT_THROW(replay(read_run(path())), RecordError);
}

TEST_F(RecordedRun, ThatWasKilledGoesOnToTheSameEnd) {
  const auto whole = record("whole.run");
  record("cut.run", 63.0);

  // torn in the middle of a line too, as by a power cut
  std::string bytes = bytes_of(path("cut.run"));
  bytes.resize(bytes.size() - 40);
  put_bytes(path("cut.run"), bytes);
  auto [writer, run] = RunWriter::reopen(path("cut.run"));
  EXPECT_FALSE(run.torn.empty());
  std::optional<OperatorPlayer> player;
  std::vector<Command> pending;
  Replay again = replay(run, {[&](const Session& session) {
                                if (!player) player.emplace(small_column_operator("good"), session);
                                pending = player->next(session);
                              },
                              {}});
  ASSERT_TRUE(again.identical()) << again.difference;
  EXPECT_GE(again.session->scan(), 60) << "no more than the last ten scans are lost";

  RunRecorder recorder(std::move(writer), *again.session);
  Playing playing;
  playing.player = &*player;
  playing.recorder = &recorder;
  playing.pending = pending;
  play(*again.session, playing);
  recorder.close(*again.session);
  EXPECT_EQ(again.session->scan(), whole->scan());
  EXPECT_EQ(again.session->digest(), whole->digest());
  EXPECT_EQ(again.session->grade().score, whole->grade().score);
  const Replay verified = replay(read_run(path("cut.run")));
  EXPECT_TRUE(verified.identical()) << verified.difference;
}

TEST_F(RecordedRun, ThatGoesSlowlyLeavesATraceTwiceASecond) {
  const auto session = small_session();
  RunRecorder recorder = RunRecorder::begin(path(), *session);
  for (int i = 0; i < 4; ++i) {
    if (i == 3) ::usleep(600'000);
    session->advance();
    recorder.scanned(*session);
  }
  // killed here: nothing was closed
  const RunRecord run = read_run(path());
  EXPECT_EQ(last_scan(run), 4);
  EXPECT_EQ(run.digests.size(), 1u) << "digests are at the same scans in every run";
  EXPECT_TRUE(replay(run).identical());
}

TEST_F(RecordedRun, CountsAfterItsBacktracks) {
  const auto session = small_session();
  RunRecorder recorder = RunRecorder::begin(path(), *session);
  const auto give = [&](const std::string& tag, double value) {
    const Command command{0, "student", "set", tag, value, ""};
    const auto refusal = session->execute(command);
    recorder.command(*session, command, refusal);
  };
  const auto advance = [&](int scans) {
    for (int i = 0; i < scans; ++i) {
      session->advance();
      recorder.scanned(*session);
    }
  };
  give("HV-400", 1.0);
  give("HIC-101", 99999.0);
  advance(40);
  give("HIC-101", 3000.0);
  advance(40);
  const Scan from = session->scan();
  session->backtrack(25);
  recorder.backtrack(*session, from);
  advance(15);
  give("HIC-101", 1000.0);
  advance(33);
  recorder.close(*session);

  const RunRecord run = read_run(path());
  EXPECT_FALSE(run.commands[1].accepted());
  const Replay again = replay(run);
  EXPECT_TRUE(again.identical()) << again.difference;
  EXPECT_EQ(again.session->digest(), session->digest());
  EXPECT_EQ(again.session->commands().size(), 2u);
  EXPECT_EQ(again.session->grade().flags.size(), session->grade().flags.size());
}

}  // namespace
}  // namespace stillhouse
