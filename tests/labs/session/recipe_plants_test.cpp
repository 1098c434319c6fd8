#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <string>

#include "labs/record/reader.h"
#include "labs/session/lab_library.h"
#include "labs/session/operator_player.h"
#include "labs/session/playing.h"
#include "labs/session/replay.h"
#include "labs/session/run_recorder.h"
#include "labs/session/session.h"
#include "tests/folders.h"
#include "tests/labs/record/sample_run.h"

// shipped plants whose controls do the work: a batch by its sequence, a reactor by a split range
namespace stillhouse {
namespace {

struct PlayedLab {
  scenario::TextFiles files;
  std::shared_ptr<const scenario::Lab> lab;

  PlayedLab(const std::string& plant, const std::string& minutes, const std::string& exercise) {
    const PlantPlace place = LabLibrary({STILLHOUSE_SOURCE_DIR "/labs"}).find_plant(plant);
    files.put(place.file, *place.files->text(place.file));
    files.put("lab.lua", "return lab { format = 1, id = \"exercise\", seed = 5, duration = minutes(" + minutes +
                             "), title = { en = \"a\", zh = \"甲\" }, plant = use_plant \"" + plant + "\" {},\n" +
                             exercise + "}");
    const auto read = scenario::check_lab(files, "lab.lua", plant_catalogue());
    for (const scenario::Diagnostic& diagnostic : read.diagnostics) ADD_FAILURE() << scenario::sentence(diagnostic);
    if (read.value) lab = std::make_shared<const scenario::Lab>(*read.value);
  }

  scenario::Operator hand(const std::string& steps) {
    files.put("hand.lua", "return operator { says = { en = \"a\", zh = \"甲\" }, steps = { " + steps + " } }");
    const auto read = scenario::check_operator(files, "hand.lua", *lab, plant_catalogue());
    for (const scenario::Diagnostic& diagnostic : read.diagnostics) ADD_FAILURE() << scenario::sentence(diagnostic);
    return read.value.value_or(scenario::Operator{});
  }
};

double signal(const Session& session, const std::string& name) {
  const int index = session.simulator().plant().find_signal(name);
  EXPECT_GE(index, 0) << name;
  return session.simulator().signal(index);
}

TEST(RecipePlants, TheBatchStillRunsABatchByItself) {
  PlayedLab played(
      "batch_still", "240",
      "tasks = { task { id = \"distil\", says = { en = \"Distil\", zh = \"蒸馏\" }, done = "
      "phase_done(\"US-100\", \"distil\") }, task { id = \"batch\", says = { en = \"Finish\", zh = \"完成\" "
      "}, after = { \"distil\" }, done = sequence_is(\"US-100\", \"complete\") } },\n"
      "rubric = rubric { total = 10, points(10, { en = \"Procedure\", zh = \"操作\" }, steps { \"distil\", "
      "\"batch\" }) },\n");
  ASSERT_TRUE(played.lab);
  const scenario::Operator hand = played.hand(
      "command(\"US-100\", \"start\"), wait_until(sequence_is(\"US-100\", \"complete\"), { timeout = hours(4) }), "
      "finish()");

  const TemporaryFolder folder;
  const auto path = folder / "batch.run";
  Session session(played.lab, {5, ""});
  const double before = signal(session, "E-100.x_benzene");
  OperatorPlayer player(hand, session);
  RunRecorder recorder = RunRecorder::begin(path, session, &hand);
  Playing playing;
  playing.player = &player;
  playing.recorder = &recorder;
  play(session, playing);
  recorder.close(session);

  EXPECT_EQ(session.end(), SessionEnd::finished);
  EXPECT_EQ(session.room_state().sequences[0].mode, Sequence::Mode::complete);
  EXPECT_DOUBLE_EQ(session.grade().score, 10.0);

  // Rayleigh: ln(W/W0) = [ln(x/x0) + alpha ln((1 - x0)/(1 - x))]/(alpha - 1), and what has gone over is on average
  // (x0 W0 - x W)/(W0 - W); alpha of benzene and toluene by their vapour pressures at 95 degC (assets/components:
  // 156.99 and 63.35 kPa) is 2.48
  const double alpha = 2.48, x0 = before, x = signal(session, "E-100.x_benzene");
  const double left = std::exp((std::log(x / x0) + alpha * std::log((1.0 - x0) / (1.0 - x))) / (alpha - 1.0));
  EXPECT_LT(x, 0.40);
  EXPECT_NEAR(signal(session, "TK-140.x_benzene"), (x0 - x * left) / (1.0 - left), 0.02);

  // done again from seed and commands, to the last bit; the phases stand in the record
  const RunRecord run = read_run(path);
  EXPECT_TRUE(replay(run).identical());
  int told = 0;
  for (const NoteRecord& note : run.notes) told += note.text.en.starts_with("US-100");
  EXPECT_EQ(told, 5) << "started, three phases more, complete";
  EXPECT_EQ(run.commands.size(), 2u) << "start and finish: what a sequence does is no command of a person's";
}

TEST(RecipePlants, TheHydrolysisReactorHeatsUpAndThenCools) {
  PlayedLab played(
      "hydrolysis_reactor", "240",
      "tasks = { task { id = \"warm\", says = { en = \"Warm up\", zh = \"升温\" }, done = above(\"TI-300\", "
      "celsius(39)) } },\n"
      "rubric = rubric { total = 10, points(10, { en = \"Procedure\", zh = \"操作\" }, steps { \"warm\" }) "
      "},\n");
  ASSERT_TRUE(played.lab);
  Session session(played.lab, {5, ""});
  const auto run = [&](int scans) {
    for (int i = 0; i < scans; ++i) session.advance();
  };
  // cold water and no anhydride: it must be heated
  session.execute({0, "student", "set", "FIC-200", 0.0, {}});
  session.execute({0, "student", "mode", "TIC-300", 0.0, "auto"});
  run(5400);
  EXPECT_NEAR(signal(session, "R-300.T"), 313.15, 0.5);
  const ControlRoomState& warm = session.room_state();
  EXPECT_GT(session.room().controller_output(warm, 0), 0.5);
  EXPECT_EQ(session.room().value(warm, session.room().subject({scenario::SubjectKind::position, "FIC-301", ""})), 0.0);

  // much anhydride: it must be cooled
  session.execute({0, "student", "set", "FIC-200", 0.12, {}});
  run(5400);
  EXPECT_NEAR(signal(session, "R-300.T"), 313.15, 0.5);
  const ControlRoomState& state = session.room_state();
  EXPECT_LT(session.room().controller_output(state, 0), 0.5);
  EXPECT_EQ(session.room().value(state, session.room().subject({scenario::SubjectKind::position, "HIC-302", ""})), 0.0);
}

}  // namespace
}  // namespace stillhouse
