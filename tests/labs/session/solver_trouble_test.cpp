#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "labs/record/reader.h"
#include "labs/session/playing.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "tests/labs/record/sample_run.h"
#include "tests/labs/session/small_column.h"

namespace stillhouse {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// The small column, recorded for some scans with a solver that is not let do its work.
struct Hindered {
  explicit Hindered(const SimulatorSettings& simulator) : session(small_column(), SessionSettings{7, {}, simulator}) {
    RunRecorder recorder = RunRecorder::begin(folder / "a.run", session);
    Playing playing;
    playing.recorder = &recorder;
    playing.until = 5.0;
    play(session, playing);
    recorder.close(session);
    run = read_run(folder / "a.run");
  }
  TemporaryFolder folder;
  Session session;
  RunRecord run;
};

TEST(SolverTrouble, AScanThatWasTriedAgainIsOnRecordAndInTheGrade) {
  SimulatorSettings settings;
  settings.most_steps = 3;  // too few to begin with; every rung of the ladder may take more
  const Hindered hindered(settings);
  EXPECT_EQ(hindered.session.end(), SessionEnd::running);
  const long retries = hindered.session.simulator().retries();
  ASSERT_GE(retries, 1);
  ASSERT_TRUE(hindered.run.intact());
  ASSERT_EQ(hindered.run.notes.size(), static_cast<std::size_t>(retries));
  const NoteRecord& note = hindered.run.notes.front();
  EXPECT_EQ(note.kind, "retry");
  EXPECT_EQ(note.scan, 1);
  EXPECT_THAT(note.text.en, AllOf(HasSubstr("a fresh start with a small step"), HasSubstr("scaled residual")));
  EXPECT_FALSE(note.text.zh.empty());
  ASSERT_FALSE(hindered.session.grade().flags.empty());
  EXPECT_THAT(hindered.session.grade().flags.front().en,
              AllOf(HasSubstr("the solver had to try " + std::to_string(retries)), HasSubstr("before scan 1")));
  EXPECT_TRUE(hindered.run.failures.empty());
}

TEST(SolverTrouble, AFailureNamesTheWorstEquationsInItsRecord) {
  SimulatorSettings settings;
  settings.solver.newton_coefficient = 1e-300;  // never near enough
  const Hindered hindered(settings);
  EXPECT_EQ(hindered.session.end(), SessionEnd::failed);
  ASSERT_EQ(hindered.run.failures.size(), 1u);
  const FailureRecord& failure = hindered.run.failures.front();
  ASSERT_EQ(failure.equations.size(), 3u);
  for (const std::string& equation : failure.equations) EXPECT_THAT(failure.message, HasSubstr(equation));
  EXPECT_EQ(failure.equations, hindered.session.failed_equations());
  EXPECT_EQ(hindered.session.scan(), 0);
}

TEST(SolverTrouble, GoingBackForgetsItAndGoingOnFindsItAgain) {
  SimulatorSettings settings;
  settings.most_steps = 3;
  Session session(small_column(), SessionSettings{7, {}, settings});
  for (int scan = 0; scan < 5; ++scan) session.advance();
  const Digest digest = session.digest();
  const std::size_t notes = session.notes().size();
  ASSERT_GE(notes, 1u);
  session.backtrack(0);
  EXPECT_TRUE(session.notes().empty());
  for (int scan = 0; scan < 5; ++scan) session.advance();
  EXPECT_EQ(session.digest(), digest);
  EXPECT_EQ(session.notes().size(), notes);
}

}  // namespace
}  // namespace stillhouse
